"""The lists the composer offers, as options with the catalogue's words."""

from collections.abc import Iterable

from PySide6.QtCore import QCoreApplication

from careteam.domain.assignments import Rank
from careteam.domain.catalogue import Catalogue
from careteam.domain.contacts import Direction, With
from careteam.storage.reads.composer import CaregiverRow, MemberRow, RoleChoice
from ui.contacts.entry import PERSON, ROLE
from ui.look.options import Option

REACHED = "reached"
SHOWN_MODES = ("phone", "clinic_visit", "video", "portal")
SHOWN_OUTCOMES = ("left_message", "no_answer")
SOMEBODY_ELSE = "somebody else"


def role_key(role: str, person_id: int | None) -> str:
    """The key under which a role and its person are offered."""
    return f"{role}|{person_id or ''}"


def role_of(key: str) -> tuple[str, int | None]:
    """The role and the person of a key."""
    role, _, person = key.partition("|")
    return role, int(person) if person else None


def role_options(choices: Iterable[RoleChoice], catalogue: Catalogue) -> list[Option]:
    """Social worker · Marcus Bell, LCSW; holders first, then roles without anybody."""
    backup = QCoreApplication.translate("Composer", "{person} (backup)")
    return [
        Option(
            role_key(choice.role, choice.person_id),
            _role_words(choice, catalogue),
            backup.format(person=choice.person) if choice.rank == Rank.BACKUP else choice.person,
        )
        for choice in choices
    ]


def _role_words(choice: RoleChoice, catalogue: Catalogue) -> str:
    """Short where a person stands beside it; whole where many roles have to be told apart."""
    if choice.person_id is None:
        return catalogue.role_label(choice.role)
    return catalogue.role_short(choice.role)


def owner_options(choices: Iterable[RoleChoice], catalogue: Catalogue) -> list[Option]:
    """Who may own a next step: the roles that are held, their people, then every other role."""
    known = list(choices)
    held = dict.fromkeys(choice.role for choice in known if choice.person_id is not None)
    people = {choice.person_id: choice.person for choice in known if choice.person_id is not None}
    others = dict.fromkeys(choice.role for choice in known if choice.role not in held)
    return [
        *(Option(f"{ROLE}:{role}", catalogue.role_short(role)) for role in held),
        *(Option(f"{PERSON}:{person_id}", name) for person_id, name in people.items()),
        *(Option(f"{ROLE}:{role}", catalogue.role_label(role)) for role in others),
    ]


def with_options() -> list[Option]:
    """Who a contact can be with."""
    return [
        Option(With.PATIENT, QCoreApplication.translate("Composer", "Patient")),
        Option(With.CAREGIVER, QCoreApplication.translate("Composer", "Caregiver")),
        Option(With.TEAM_MEMBER, QCoreApplication.translate("Composer", "Team member")),
        Option(With.OUTSIDE, QCoreApplication.translate("Composer", "Outside body")),
    ]


def caregiver_options(caregivers: Iterable[CaregiverRow], catalogue: Catalogue) -> list[Option]:
    """Each caregiver by name, and somebody whose name is to be written."""
    other = QCoreApplication.translate("Composer", "Somebody else")
    return [
        *(
            Option(str(row.id), row.name, catalogue.label("relationship", row.relationship))
            for row in caregivers
        ),
        Option(SOMEBODY_ELSE, other),
    ]


def member_options(members: Iterable[MemberRow]) -> list[Option]:
    """Everybody of the directory."""
    return [Option(str(row.id), row.name) for row in members]


def direction_options() -> list[Option]:
    """Who reached out."""
    return [
        Option(Direction.OUTBOUND, QCoreApplication.translate("Composer", "We reached out")),
        Option(Direction.INBOUND, QCoreApplication.translate("Composer", "They reached us")),
        Option(Direction.INTERNAL, QCoreApplication.translate("Composer", "Among staff")),
    ]


def mode_options(catalogue: Catalogue) -> list[Option]:
    """The usual ways first, by their short words."""
    keys = dict.fromkeys([*SHOWN_MODES, *catalogue.modes])
    return [Option(key, catalogue.modes[key].short) for key in keys if key in catalogue.modes]


def outcome_options(catalogue: Catalogue) -> list[Option]:
    """Reached, whoever it was; then how else it can end."""
    others = [key for key in catalogue.outcomes if not key.startswith("reached_")]
    keys = dict.fromkeys([*SHOWN_OUTCOMES, *others])
    reached = QCoreApplication.translate("Composer", "Reached")
    return [
        Option(REACHED, reached),
        *(Option(k, catalogue.outcomes[k].short) for k in keys if k in catalogue.outcomes),
    ]


def term_options(catalogue: Catalogue, kind: str) -> list[Option]:
    """The words of a list: topics, reasons, interventions."""
    return [Option(term.key, term.label) for term in catalogue.terms.get(kind, {}).values()]
