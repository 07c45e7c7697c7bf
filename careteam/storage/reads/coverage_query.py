"""The statements behind the coverage view: one set of conditions for each finding's list and count.

Those of the whole clinic walk a partial index in its order; those of one navigator begin with her
patients.
"""

from enum import StrEnum
from typing import Any

from sqlalchemy import (
    BindParameter,
    ColumnElement,
    Date,
    bindparam,
    func,
    literal,
    or_,
    select,
    text,
)

from careteam.domain.patients import Status
from careteam.storage.reads.patient_filter import plainly
from careteam.storage.tables import PatientRecord, PersonRecord, TeamRoleRecord

COUNT_UP_TO = 1000


class Finding(StrEnum):
    """What the coverage view looks for, in the order in which it is shown."""

    UNFILLED = "unfilled"
    WAITING = "waiting"
    NO_BACKUP = "no_backup"
    SILENT = "silent"
    DECLINED = "declined"


_patient, _place = PatientRecord.__table__.c, TeamRoleRecord.__table__.c
_navigator = PersonRecord.__table__.alias("navigator")
_WAITS = _place.open_since.is_not(None)
_ALONE = text("team_role.is_filled AND NOT team_role.has_backup")
_DECLINED = (_place.declined_on.is_not(None), text("NOT team_role.is_filled"))
_WANTING_BACKUP: BindParameter[Any] = bindparam("wanting_backup", expanding=True)
_SEEN_BEFORE = bindparam("seen_before", type_=_patient.created_at.type)

COLUMNS = (
    _patient.id.label("patient_id"),
    _patient.family,
    _patient.given,
    _patient.mrn,
    _patient.phase,
    _patient.last_contact_at.label("last_at"),
    _patient.created_at,
    _navigator.c.family.label("navigator_family"),
    _navigator.c.given.label("navigator_given"),
    _navigator.c.credentials,
)
_OF_A_ROLE = (
    _place.role,
    _place.open_since,
    _place.declined_on,
    _place.ask_on,
    _place.ask_at_phase,
)
_NO_ROLE = tuple(literal(None).label(column.name) for column in _OF_A_ROLE)


def rows_query(finding: Finding, *, is_mine: bool, is_of_a_role: bool) -> Any:
    """The list of a finding in its order, still to be given its limit and offset."""
    if finding is not Finding.SILENT:
        query = _joined(select(*COLUMNS, *_OF_A_ROLE).select_from(_places(is_mine)))
        query = query.where(*_conditions(finding, "role" if is_of_a_role else "", is_mine))
        return query.order_by(*_order(finding, is_of_a_role))
    never, long_ago = (
        _joined(select(*COLUMNS, *_NO_ROLE).select_from(PatientRecord.__table__)).where(*one)
        for one in _silent(is_mine)
    )
    merged = never.union_all(long_ago)
    place = merged.selected_columns
    return merged.order_by(place.last_at, place.patient_id)


def count_query(finding: Finding, *, is_mine: bool, role: str = "") -> ColumnElement[int]:
    """How many there are, counted one further than COUNT_UP_TO, under the very same conditions.

    `role` names the parameter of a role to which it is narrowed.
    """
    if finding is Finding.SILENT:
        never, long_ago = (_counted(select(_patient.id).where(*one)) for one in _silent(is_mine))
        return never + long_ago
    ids = select(_place.id).select_from(_places(is_mine))
    return _counted(ids.where(*_conditions(finding, role, is_mine)))


def roles_query(count: int) -> Any:
    """How many places of each of so many roles wait in the clinic; `role_0` and so on name them."""
    counts = (
        count_query(Finding.UNFILLED, is_mine=False, role=f"role_{at}") for at in range(count)
    )
    return select(*(each.label(f"of_{at}") for at, each in enumerate(counts)))


def roles_of_mine_query() -> Any:
    """How many places of each role wait among one navigator's patients, by the role."""
    query = select(_place.role, func.count()).select_from(_places(is_mine=True))
    conditions = _conditions(Finding.UNFILLED, "", is_mine=True)
    return query.where(*conditions).group_by(_place.role)


def _counted(query: Any) -> Any:
    inner = query.limit(COUNT_UP_TO + 1).subquery()
    return select(func.count()).select_from(inner).scalar_subquery()


def _places(is_mine: bool) -> Any:
    """A place with its patient, in the order in which they are looked up."""
    place, patient = TeamRoleRecord.__table__, PatientRecord.__table__
    if is_mine:
        return patient.join(place, _place.patient_id == _patient.id)
    return place.join(patient, _patient.id == _place.patient_id)


def _joined(query: Any) -> Any:
    return query.outerjoin(_navigator, _navigator.c.id == _patient.navigator_id)


def _whose(is_mine: bool, is_place: bool) -> list[ColumnElement[bool]]:
    """Patients in care, of one navigator or all, with the state left plain where another index
    leads: that of the places for the clinic, that of a navigator's patients for the silent ones.
    """
    status = _patient.status if is_mine == is_place else plainly(_patient.status)
    mine = [_patient.navigator_id == bindparam("mine")] if is_mine else []
    return [status == Status.ACTIVE, *mine]


def _conditions(finding: Finding, role: str, is_mine: bool) -> tuple[Any, ...]:
    found: list[Any] = _whose(is_mine, is_place=True)
    if role:
        found.append(_place.role == bindparam(role))
    match finding:
        case Finding.UNFILLED:
            found.append(_WAITS)
        case Finding.WAITING:
            found += [_WAITS, _place.open_since <= bindparam("long_ago", type_=Date)]
        case Finding.NO_BACKUP:
            role_of = plainly(_place.role) if is_mine else _place.role
            found += [_ALONE, role_of.in_(_WANTING_BACKUP)]
        case _:
            found += [*_DECLINED, or_(_place.ask_on.is_not(None), _place.ask_at_phase != "")]
    return tuple(found)


def _silent(is_mine: bool) -> tuple[tuple[Any, ...], tuple[Any, ...]]:
    """Never reached since they came long ago; reached last long ago: each its part of an index."""
    whose = _whose(is_mine, is_place=False)
    never = (_patient.last_contact_at.is_(None), _patient.created_at < _SEEN_BEFORE)
    return (*whose, *never), (*whose, _patient.last_contact_at < _SEEN_BEFORE)


def _order(finding: Finding, is_of_a_role: bool) -> tuple[Any, ...]:
    """As the index stands: the longest wait first; of those who stand alone the newest patient."""
    match finding:
        case Finding.NO_BACKUP:
            return (_place.role.desc(), _place.patient_id.desc())
        case Finding.DECLINED:
            return (_place.ask_on, _place.patient_id, _place.role)
        case _ if is_of_a_role:
            return (_place.open_since, _place.patient_id)
        case _:
            return (_place.open_since, _place.patient_id, _place.role)
