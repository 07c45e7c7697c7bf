"""How much of something there is, in the words of the import pages."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QCoreApplication

MOST_LETTERS = 110


def people(count: int) -> str:
    """1 person, 41 people."""
    if count == 1:
        return QCoreApplication.translate("ImportWords", "1 person")
    return QCoreApplication.translate("ImportWords", "{count} people").format(count=f"{count:,}")


def entries(count: int) -> str:
    """1 entry, 2,304 entries."""
    if count == 1:
        return QCoreApplication.translate("ImportWords", "1 entry")
    return QCoreApplication.translate("ImportWords", "{count} entries").format(count=f"{count:,}")


def patients(count: int) -> str:
    """1 patient, 3 patients."""
    return QCoreApplication.translate("ImportWords", "%Ln patient(s)", None, count)


def files(count: int) -> str:
    """1 file, 2 files."""
    return QCoreApplication.translate("ImportWords", "%Ln file(s)", None, count)


def teams(count: int) -> str:
    """1 care team, 6 care teams."""
    return QCoreApplication.translate("ImportWords", "%Ln care team(s)", None, count)


def places(count: int) -> str:
    """1 place in a care team."""
    return QCoreApplication.translate("ImportWords", "%Ln place(s) in the care team", None, count)


def contacts(count: int) -> str:
    """1 contact, 118 contacts."""
    return QCoreApplication.translate("ImportWords", "%Ln contact(s)", None, count)


def conditions(count: int) -> str:
    """1 condition, 14 conditions."""
    return QCoreApplication.translate("ImportWords", "%Ln condition(s)", None, count)


def of_the_record(count: int) -> str:
    """1 entry of the record, 2 entries of the record."""
    return QCoreApplication.translate("ImportWords", "%Ln entry(ies) of the record", None, count)


def related(count: int) -> str:
    """1 relative, 2 relatives."""
    return QCoreApplication.translate("ImportWords", "%Ln relative(s)", None, count)


def joined(parts: Iterable[str]) -> str:
    """The parts that are there, with commas between them."""
    return ", ".join(part for part in parts if part)


def file_names(names: Sequence[str]) -> str:
    """The first names, and how many more there are."""
    shown: list[str] = []
    for name in names:
        if shown and len(joined([*shown, name])) > MOST_LETTERS:
            break
        shown.append(name)
    if len(shown) == len(names):
        return joined(shown)
    more = QCoreApplication.translate("ImportWords", "{names} and {count} more")
    return more.format(names=joined(shown), count=f"{len(names) - len(shown):,}")


def rows_counted(count: int) -> str:
    """1 row, 118 rows."""
    return QCoreApplication.translate("ImportWords", "%Ln row(s)", None, count)


def people_asked(count: int) -> str:
    """1 colleague, 3 colleagues of whom the file tells something otherwise."""
    if count == 1:
        return QCoreApplication.translate("ImportWords", "1 colleague differs…")
    told = QCoreApplication.translate("ImportWords", "{count} colleagues differ…")
    return told.format(count=f"{count:,}")
