"""How the list of people looks: its columns, its chips, and the groups of roles it can show."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QCoreApplication

from careteam.domain.catalogue import Catalogue
from careteam.domain.dates import MONTHS
from careteam.domain.phones import shown
from careteam.storage.reads.people import DirectoryRow, Presence
from ui.look.chips import ChipText
from ui.look.columns import Chips, Column, Words
from ui.look.options import Option
from ui.look.tables import Table
from ui.look.theme import Theme
from ui.look.tokens import Tone

NAME_WIDTH, ROLES_WIDTH, PHONE_WIDTH, PATIENTS_WIDTH = 212, 156, 130, 72
NOT_PEOPLE_OF_THE_CLINIC = "non_professional"


class PeopleTable(Table[DirectoryRow]):
    """Each row says who, in which roles, how to reach them, and whether they are here.

    How many patients somebody has is shown to who sees patients.
    """

    def __init__(self, theme: Theme, catalogue: Catalogue, *, sees_patients: bool) -> None:
        self._catalogue = catalogue
        patients: Column[DirectoryRow] = Column(
            "patients",
            QCoreApplication.translate("PeopleTable", "Patients"),
            lambda row: str(row.patients),
            PATIENTS_WIDTH,
        )
        columns: Sequence[Column[DirectoryRow]] = (
            Column(
                "name",
                QCoreApplication.translate("PeopleTable", "Name"),
                lambda row: Words(row.name, row.place, strong=True),
                NAME_WIDTH,
            ),
            Column(
                "roles",
                QCoreApplication.translate("PeopleTable", "Roles"),
                self._roles,
                ROLES_WIDTH,
            ),
            Column(
                "phone",
                QCoreApplication.translate("PeopleTable", "Phone"),
                lambda row: shown(row.phone) or "—",
                PHONE_WIDTH,
            ),
            *((patients,) if sees_patients else ()),
            Column(
                "now",
                QCoreApplication.translate("PeopleTable", "Now"),
                lambda row: Chips(chips_of(row)),
            ),
        )
        super().__init__(
            theme,
            QCoreApplication.translate("PeopleTable", "People of the care team"),
            columns,
            key=lambda row: row.id,
            has_two_lines=True,
        )

    def show_catalogue(self, catalogue: Catalogue) -> None:
        """Name roles after another catalogue from the next reading on."""
        self._catalogue = catalogue

    def _roles(self, row: DirectoryRow) -> Words:
        names = [self._catalogue.role_short(key) for key in row.roles]
        return Words(names[0] if names else "—", ", ".join(names[1:]))


def chips_of(row: DirectoryRow) -> tuple[ChipText, ...]:
    """Whether a person is here, away or gone, and whether somebody has checked the entry."""
    if row.presence is Presence.HERE:
        chip = ChipText(QCoreApplication.translate("PeopleTable", "Here"), Tone.OK, "●")
    elif row.presence is Presence.AWAY:
        chip = ChipText(_away(row), Tone.WARN)
    else:
        chip = _leaving(row)
    if not row.is_stub:
        return (chip,)
    return (
        ChipText(QCoreApplication.translate("PeopleTable", "Not checked"), Tone.IDEA, "?"),
        chip,
    )


def days_shown(first: date, last: date) -> str:
    """23–30 Nov, or 28 Nov – 3 Dec."""
    if (first.year, first.month) == (last.year, last.month):
        day = f"{first.day}–{last.day}" if first != last else str(first.day)
        return f"{day} {MONTHS[last.month - 1]}"
    return f"{_day(first)} – {_day(last)}"


def group_options() -> tuple[tuple[Option, ...], tuple[Option, ...]]:
    """The groups of roles to narrow the list by: those always in sight, and the rest."""
    first = (
        Option("", QCoreApplication.translate("PeopleTable", "All roles")),
        Option("physician", QCoreApplication.translate("PeopleTable", "Doctor")),
        Option("nurse_practitioner", QCoreApplication.translate("PeopleTable", "NP")),
        Option("nurse", QCoreApplication.translate("PeopleTable", "Nurse")),
        Option("social_work", QCoreApplication.translate("PeopleTable", "Social work")),
    )
    more = (
        Option("nutrition", QCoreApplication.translate("PeopleTable", "Nutrition")),
        Option("rehabilitation", QCoreApplication.translate("PeopleTable", "Rehabilitation")),
        Option("chaplaincy", QCoreApplication.translate("PeopleTable", "Chaplaincy")),
        Option(
            "supportive_oncology", QCoreApplication.translate("PeopleTable", "Supportive oncology")
        ),
        Option("other", QCoreApplication.translate("PeopleTable", "Other")),
    )
    return first, more


def roles_of_group(catalogue: Catalogue, group: str) -> tuple[str, ...]:
    """The roles of a group; "other" is every role that no group in sight has."""
    first, more = group_options()
    known = {option.key for option in (*first, *more)} - {"other", ""}
    return tuple(
        role.key
        for role in catalogue.roles.values()
        if role.group == group or (group == "other" and role.group not in known)
    )


def role_options(catalogue: Catalogue, held: Sequence[str] = ()) -> tuple[Option, ...]:
    """The roles a person of the clinic can fill, and those already `held` in any case."""
    offered = [
        Option(role.key, role.label)
        for role in catalogue.roles.values()
        if role.key in held or (role.is_active and role.group != NOT_PEOPLE_OF_THE_CLINIC)
    ]
    unknown = [Option(key, key) for key in held if key not in catalogue.roles]
    return (*offered, *unknown)


def _away(row: DirectoryRow) -> str:
    days = days_shown(row.first, row.last) if row.first and row.last else ""
    if row.cover:
        words = QCoreApplication.translate("PeopleTable", "Away {days} · cover: {name}")
        return words.format(days=days, name=row.cover)
    return QCoreApplication.translate("PeopleTable", "Away {days} · no cover").format(days=days)


def _leaving(row: DirectoryRow) -> ChipText:
    is_gone = row.presence is Presence.LEFT
    words = (
        QCoreApplication.translate("PeopleTable", "Left {day}")
        if is_gone
        else QCoreApplication.translate("PeopleTable", "Leaves {day}")
    ).format(day=_day(row.last) if row.last else "")
    if not row.to_hand_over:
        return ChipText(words, Tone.MUTE)
    rest = QCoreApplication.translate("PeopleTable", "%Ln to hand over", None, row.to_hand_over)
    if is_gone:
        return ChipText(f"{words} · {rest}", Tone.BAD, "!")
    return ChipText(f"{words} · {rest}", Tone.MUTE)


def _day(day: date) -> str:
    return f"{day.day} {MONTHS[day.month - 1]}"
