"""What a rescue brought out and what it could not, in sentences that name nobody."""

from PySide6.QtCore import QCoreApplication

from careteam.domain.salvage import Salvage

TRAIL = "audit"


def sentences_of(found: Salvage) -> list[str]:
    """What was read, what is lost, what was made again, and where it is."""
    last = QCoreApplication.translate(
        "SalvageWords", "The new database is {name}, with the same passphrase."
    )
    return [
        _saved(found),
        _lost(found),
        *([_remade(found.remade)] if found.remade else []),
        *([_concerned(len(found.touched))] if found.touched else []),
        *([_from_index(found.from_index)] if found.from_index else []),
        *([_trail_lost(lost)] if (lost := found.of(TRAIL).lost) else []),
        last.format(name=found.rescued.name if found.rescued else ""),
    ]


def _saved(found: Salvage) -> str:
    words = QCoreApplication.translate(
        "SalvageWords", "{patients} patients and {contacts} contacts are saved."
    )
    patients, contacts = found.of("patient").kept, found.of("contact").kept
    return words.format(patients=f"{patients:,}", contacts=f"{contacts:,}")


def _lost(found: Salvage) -> str:
    contacts = found.of("contact").lost
    others = found.lost - contacts - found.of(TRAIL).lost
    is_exact = all(table.is_exact for table in found.tables if table.table != TRAIL)
    if is_exact and not contacts and not others:
        return QCoreApplication.translate("SalvageWords", "No entry is lost.")
    words = (
        QCoreApplication.translate(
            "SalvageWords", "{contacts} contacts and {others} other entries are lost."
        )
        if is_exact
        else QCoreApplication.translate(
            "SalvageWords", "At least {contacts} contacts and {others} other entries are lost."
        )
    )
    return words.format(contacts=f"{contacts:,}", others=f"{others:,}")


def _remade(count: int) -> str:
    return QCoreApplication.translate(
        "SalvageWords", "%Ln entry(s) could be made again from the audit trail.", None, count
    )


def _concerned(count: int) -> str:
    return QCoreApplication.translate(
        "SalvageWords", "Entries of %Ln patient(s) are concerned.", None, count
    )


def _from_index(count: int) -> str:
    return QCoreApplication.translate(
        "SalvageWords",
        "Of %Ln patient(s) only name and MRN could be read: check the registration.",
        None,
        count,
    )


def _trail_lost(count: int) -> str:
    return QCoreApplication.translate(
        "SalvageWords", "%Ln row(s) of the audit trail are lost; it says so itself.", None, count
    )
