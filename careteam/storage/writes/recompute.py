"""When the clinic changes its rules: boards and due days of all patients are worked out again.

A small clinic follows in the same transaction. In a large one the change notes where to begin, and
batches follow, each in a transaction of its own; an interrupted run goes on where it stopped.
"""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from sqlalchemy import Row, bindparam, delete, func, insert, select, update
from sqlmodel import Session

from careteam.domain.access import Action, needs
from careteam.domain.assignments import AssignmentState
from careteam.domain.changes import Changes, Part
from careteam.domain.moment import Moment
from careteam.domain.patients import Status
from careteam.domain.rules import Rules
from careteam.storage.reads.planned_days import RULE_OFF, planned_days
from careteam.storage.reads.rules import read_rules
from careteam.storage.reads.settings import AFTER
from careteam.storage.tables import (
    AssignmentRecord,
    FollowUpRecord,
    PatientRecord,
    SettingRecord,
    TeamRoleRecord,
)
from careteam.storage.writes.board import wanted_roles
from careteam.storage.writes.course import History, due_for, history_of

AT_ONCE = 200
"""Up to so many patients follow in the transaction of the change itself: a tenth of a second."""

BATCH = 100
"""So few that whoever saves a contact meanwhile does not notice the wait."""

FOLLOWED = frozenset({Part.TEAM, Part.DUE, Part.FOLLOW_UP})


@needs(Action.SETTINGS)
def recompute(
    session: Session, patient_ids: Iterable[int], *, moment: Moment, rules: Rules
) -> Changes:
    """Work out the boards and due days of these patients again; only what differs is written.

    Steps that a rule planned follow it, unless somebody put them off; with a rule that is switched
    off they go, and come back with it. A role the patient declined stays declined. Raises nothing
    for ids that are not there.
    """
    table = PatientRecord.__table__.c
    rows = session.execute(
        select(
            table.id,
            table.birth_date,
            table.needs_interpreter,
            table.phase,
            table.phase_since,
            table.status,
        ).where(table.id.in_(list(patient_ids)))
    )
    patients = {row.id: row for row in rows}
    _boards(session, patients, rules, moment.today)
    _due_days(session, patients, rules)
    _step_days(session, patients, moment, rules)
    return Changes(FOLLOWED, frozenset(patients))


@needs(Action.SETTINGS)
def recompute_next(
    session: Session, count: int = BATCH, *, moment: Moment, rules: Rules
) -> Changes:
    """The next batch after a change of the rules; without parts when all patients follow.

    The rules are read inside the transaction, so that a change made meanwhile is never missed.
    """
    after = session.execute(
        select(SettingRecord.__table__.c.value).where(SettingRecord.__table__.c.key == AFTER)
    ).scalar()
    if after is None:
        return Changes(frozenset())
    table = PatientRecord.__table__.c
    ids = list(
        session.execute(
            select(table.id).where(table.id > int(after)).order_by(table.id).limit(count)
        ).scalars()
    )
    if ids:
        recompute(session, ids, moment=moment, rules=read_rules(session))
    if len(ids) < count:
        session.execute(delete(SettingRecord).where(SettingRecord.__table__.c.key == AFTER))
    else:
        session.merge(SettingRecord(key=AFTER, value=str(ids[-1])))
    session.flush()
    return Changes(FOLLOWED, frozenset(ids), many=True)


def follow(session: Session, *, moment: Moment) -> frozenset[Part]:
    """Let every patient follow the rules that this transaction has changed; the parts to tell."""
    table = PatientRecord.__table__.c
    session.flush()
    count = session.execute(select(func.count()).select_from(PatientRecord.__table__)).scalar_one()
    if count > AT_ONCE:
        session.merge(SettingRecord(key=AFTER, value="0"))
        session.flush()
        return frozenset()
    ids = list(session.execute(select(table.id)).scalars())
    return recompute(session, ids, moment=moment, rules=read_rules(session)).parts


def _boards(session: Session, patients: dict[int, Row[Any]], rules: Rules, today: date) -> None:
    table = TeamRoleRecord.__table__
    known: dict[int, dict[str, Row[Any]]] = {patient_id: {} for patient_id in patients}
    query = select(
        table.c.id, table.c.patient_id, table.c.role, table.c.is_required, table.c.open_since
    )
    for row in session.execute(query.where(table.c.patient_id.in_(list(patients)))):
        known[row.patient_id][row.role] = row
    changed: list[dict[str, Any]] = []
    fresh: list[dict[str, Any]] = []
    for patient_id, patient in patients.items():
        wanted = set(wanted_roles(patient, rules, today))
        board = known[patient_id]
        changed += [
            {
                "row_id": row.id,
                "is_required": role in wanted,
                "open_since": row.open_since or today,
            }
            for role, row in board.items()
            if row.is_required != (role in wanted)
        ]
        fresh += [
            {"patient_id": patient_id, "role": role, "is_required": True, "open_since": today}
            for role in sorted(wanted - board.keys())
        ]
    _update(session, table, changed)
    if fresh:
        session.connection().execute(insert(table), fresh)


def _due_days(session: Session, patients: dict[int, Row[Any]], rules: Rules) -> None:
    table = AssignmentRecord.__table__
    columns = ("reached_on", "tried_on", "retry_days", "attempts")
    query = select(
        table.c.id,
        table.c.patient_id,
        table.c.role,
        table.c.state,
        table.c.starts_on,
        table.c.known_since,
        table.c.snoozed_until,
        table.c.next_due_on,
        table.c.due_kind,
        *(table.c[name] for name in columns),
    ).where(table.c.patient_id.in_(list(patients)), table.c.state != AssignmentState.ENDED)
    changed: list[dict[str, Any]] = []
    for row in session.execute(query).all():
        history = History(row.reached_on, row.tried_on, row.retry_days, row.attempts)
        if row.tried_on is not None:
            history = history_of(session, row.patient_id, row.role, rules)
        due = due_for(row, history, patients[row.patient_id], rules)
        values = {name: getattr(history, name) for name in columns}
        values |= {"next_due_on": due.on, "due_kind": due.kind}
        if any(getattr(row, name) != value for name, value in values.items()):
            changed.append({"row_id": row.id, **values})
    _update(session, table, changed)


def _step_days(
    session: Session, patients: dict[int, Row[Any]], moment: Moment, rules: Rules
) -> None:
    table = FollowUpRecord.__table__
    cared_for = [each for each, row in patients.items() if row.status == Status.ACTIVE]
    moved: list[dict[str, Any]] = []
    dropped: list[dict[str, Any]] = []
    for each in planned_days(session, cared_for, rules=rules):
        if each.planned_on is None:
            values = {"state": "cancelled", "closed_at": moment.now, "close_note": RULE_OFF}
            dropped.append({"row_id": each.step_id, **values})
        else:
            stands = {"state": "open", "closed_at": None, "close_note": ""}
            day = {"due_on": each.planned_on, "due_time": ""}
            moved.append({"row_id": each.step_id, **stands, **day})
    _update(session, table, moved)
    _update(session, table, dropped)


def _update(session: Session, table: Any, rows: Sequence[dict[str, Any]]) -> None:
    if not rows:
        return
    names = rows[0].keys() - {"row_id"}
    statement = (
        update(table)
        .where(table.c.id == bindparam("row_id"))
        .values({name: bindparam(f"new_{name}") for name in names})
    )
    session.connection().execute(
        statement,
        [{"row_id": row["row_id"], **{f"new_{name}": row[name] for name in names}} for row in rows],
    )
