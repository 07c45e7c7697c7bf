"""Changing the roles and phases of the clinic; every board and due day follows."""

from collections.abc import Iterable, Sequence

from sqlalchemy import delete
from sqlmodel import Session

from careteam.domain.access import Action, needs
from careteam.domain.catalogue_drafts import (
    PhaseDraft,
    RoleDraft,
    check_phase,
    check_role,
    new_key,
)
from careteam.domain.changes import Changes, Part
from careteam.domain.due import NAVIGATOR_ROLE
from careteam.domain.errors import Missing, Refused
from careteam.domain.moment import Moment
from careteam.domain.rules import Rules
from careteam.storage.tables import PhaseRecord, PhaseRoleRecord, RoleRecord
from careteam.storage.writes.recompute import follow

CATALOGUE = frozenset({Part.CATALOGUE})
GONE = "This entry is no longer in the clinic's list. Look at the list again."

_RULES_OF_A_ROLE = ("condition", "first_contact_days", "contact_days")


@needs(Action.SETTINGS)
def add_role(session: Session, draft: RoleDraft, *, moment: Moment, rules: Rules) -> Changes:
    """Put a new role at the end of the list; people can fill it, phases can ask for it.

    Refused when the draft breaks a rule or the name is taken.
    """
    draft = check_role(draft, rules.catalogue)
    roles = rules.catalogue.roles
    record = RoleRecord(
        key=new_key(draft.label, roles),
        label=draft.label,
        group_key=draft.group,
        position=max((role.position for role in roles.values()), default=-1) + 1,
    )
    _fill_role(record, draft)
    session.add(record)
    session.flush()
    return Changes(CATALOGUE, summary=f"{draft.label} is a role of the clinic.", many=True)


@needs(Action.SETTINGS)
def save_role(session: Session, draft: RoleDraft, *, moment: Moment, rules: Rules) -> Changes:
    """Change a role; its codes and name at once, its rhythm and condition for every patient.

    Refused when the draft breaks a rule; Missing when the role is not in the list.
    """
    draft = check_role(draft, rules.catalogue)
    record = _role(session, draft.key)
    before = [getattr(record, name) for name in _RULES_OF_A_ROLE]
    _fill_role(record, draft)
    session.add(record)
    parts = CATALOGUE
    if before != [getattr(record, name) for name in _RULES_OF_A_ROLE]:
        parts |= follow(session, moment=moment)
    session.flush()
    return Changes(parts, summary=f"{draft.label} is saved.", many=True)


@needs(Action.SETTINGS)
def switch_role(
    session: Session, key: str, is_active: bool, *, moment: Moment, rules: Rules
) -> Changes:
    """Switch a role off or on: off, no phase asks for it, and who holds it keeps it.

    Roles are never deleted. The navigator's stays on: every worklist hangs on it.
    """
    if key == NAVIGATOR_ROLE and not is_active:
        raise Refused.at("", "Every worklist hangs on the navigator's role; it stays.")
    record = _role(session, key)
    record.is_active = is_active
    session.add(record)
    parts = CATALOGUE | follow(session, moment=moment)
    words = "on" if is_active else "off"
    return Changes(parts, summary=f"{record.label} is switched {words}.", many=True)


@needs(Action.SETTINGS)
def order_roles(session: Session, keys: Sequence[str], *, moment: Moment, rules: Rules) -> Changes:
    """Show the roles in this order on every board; roles that are not named follow."""
    places = {key: place for place, key in enumerate(_whole(keys, rules.catalogue.roles))}
    for key, place in places.items():
        record = _role(session, key)
        record.position = place
        session.add(record)
    session.flush()
    return Changes(CATALOGUE, summary="The roles are in their new order.", many=True)


@needs(Action.SETTINGS)
def save_phase(session: Session, draft: PhaseDraft, *, moment: Moment, rules: Rules) -> Changes:
    """Change a phase: its name, usual length, milestone, and the roles it asks for.

    Refused when the draft breaks a rule; Missing when the phase is not in the list.
    """
    draft = check_phase(draft, rules.catalogue)
    record = session.get(PhaseRecord, draft.key)
    if record is None:
        raise Missing(GONE)
    record.label, record.usual_days = draft.label, draft.usual_days
    record.milestone, record.milestone_day = draft.milestone, draft.milestone_day
    session.add(record)
    asks_for = {role: days for role, days in draft.asks_for.items() if days is not None}
    parts = CATALOGUE | {Part.PHASE}
    if asks_for != dict(rules.catalogue.phases[draft.key].asks_for):
        table = PhaseRoleRecord.__table__.c
        session.execute(delete(PhaseRoleRecord).where(table.phase_key == draft.key))
        session.add_all(
            PhaseRoleRecord(phase_key=draft.key, role_key=role, contact_days=days)
            for role, days in asks_for.items()
        )
        parts |= follow(session, moment=moment)
    session.flush()
    return Changes(parts, summary=f"{draft.label} is saved.", many=True)


def _whole(keys: Iterable[str], known: Iterable[str]) -> list[str]:
    """The known keys among these in their order, then the others in theirs."""
    all_known = list(known)
    return list(dict.fromkeys([*(key for key in keys if key in all_known), *all_known]))


def _role(session: Session, key: str) -> RoleRecord:
    record = session.get(RoleRecord, key)
    if record is None:
        raise Missing(GONE)
    return record


def _fill_role(record: RoleRecord, draft: RoleDraft) -> None:
    record.label, record.group_key, record.short = draft.label, draft.group, draft.short
    record.snomed, record.nucc = draft.snomed, draft.nucc
    record.condition = draft.condition
    record.first_contact_days = draft.first_contact_days or 0
    record.contact_days = draft.contact_days or 0
    record.wants_backup = draft.wants_backup
