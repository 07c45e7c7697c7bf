"""The huddle list: everyone of today, one's own or the clinic's, in the groups that Today has."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from sqlalchemy import or_, select
from sqlmodel import Session

from careteam.domain.dates import moment_shown
from careteam.domain.due import Urgency
from careteam.domain.handing import Huddle, HuddleGroup, HuddleLine
from careteam.domain.moment import Moment
from careteam.domain.patients import Status, phase_words
from careteam.domain.rules import Rules
from careteam.domain.summary import digest_of
from careteam.storage.reads.contact_rows import name_columns, named
from careteam.storage.reads.cover import covered_patients
from careteam.storage.reads.handoff import flag_words, moment_words
from careteam.storage.reads.letterhead import letterhead_of
from careteam.storage.reads.rules import read_settings
from careteam.storage.reads.summary import author_of
from careteam.storage.reads.summary_lines import day_words
from careteam.storage.reads.today import DueRow, due_rows, flagged_rows, gap_rows
from careteam.storage.tables import (
    EscalationRecord,
    FollowUpRecord,
    PatientRecord,
    PersonRecord,
)

MOST_LISTED = 200
"""So many patients of a group are listed; the rest is counted."""
MOST_READ = 1000
"""No further than this is read and counted; a huddle has no use for more."""
_EVERYBODY = "Whole clinic"
RED_FLAGS, GAPS = "red_flags", "gaps"
_TITLES = {
    RED_FLAGS: "Red flags that nobody was told of",
    Urgency.OVERDUE: "Overdue",
    Urgency.TODAY: "Today",
    Urgency.THIS_WEEK: "This week",
    GAPS: "Roles to fill",
}


def collect_huddle(
    session: Session, *, moment: Moment, rules: Rules, navigator_id: int | None = None
) -> Huddle:
    """Everyone who is overdue, due today or this week, has a red flag open or a role to fill.

    Each patient stands once, in the first group that has them; no group lists more than
    MOST_LISTED. With a navigator it is her patients and those that she covers.
    """
    today = moment.today
    flags = _red_flags(session, moment, rules, navigator_id)
    groups = _groups(session, flags, today, rules, navigator_id)
    listed = {key: rows[:MOST_LISTED] for key, rows in groups.items()}
    ids = [row.patient_id for rows in listed.values() for row in rows]
    known = _known(session, ids, moment, rules)
    clinic = read_settings(session).get("clinic", "")
    author, phone = author_of(session, moment.by)
    huddle = Huddle(
        clinic=clinic,
        letterhead=letterhead_of(session),
        author=author or clinic,
        author_phone=phone,
        made_at=moment_shown(moment.local(moment.now)),
        made_on_iso=today.isoformat(),
        whose=_EVERYBODY if navigator_id is None else author_of(session, navigator_id)[0],
        groups=tuple(
            HuddleGroup(
                key,
                _TITLES[key],
                tuple(_line(row, known, flags) for row in rows),
                len(groups[key]) - len(rows),
            )
            for key, rows in listed.items()
            if rows
        ),
    )
    return replace(huddle, digest=digest_of(huddle))


def _groups(
    session: Session,
    flags: Mapping[int, tuple[str, ...]],
    today: date,
    rules: Rules,
    navigator_id: int | None,
) -> dict[str, list[DueRow]]:
    on: dict[str, Any] = {"today": today, "rules": rules, "navigator_id": navigator_id}
    due = due_rows(session, **on, limit=MOST_READ)
    gaps = gap_rows(session, **on, limit=MOST_READ)
    quiet = flags.keys() - {row.patient_id for row in due}
    groups: dict[str, list[DueRow]] = {key: [] for key in _TITLES}
    seen: set[int] = set()
    for row in (*due, *flagged_rows(session, quiet, today=today, rules=rules), *gaps):
        if row.patient_id not in seen:
            seen.add(row.patient_id)
            key = GAPS if row.kind == "gap" else row.urgency
            groups[RED_FLAGS if row.patient_id in flags else key].append(row)
    return groups


def _red_flags(
    session: Session, moment: Moment, rules: Rules, navigator_id: int | None
) -> dict[int, tuple[str, ...]]:
    """What nobody was told of, by patient; one's own patients and those one covers."""
    table, patient = EscalationRecord.__table__.c, PatientRecord.__table__.c
    query = (
        select(table.patient_id, table.flag, table.temp_tenths, table.at)
        .join(PatientRecord.__table__, patient.id == table.patient_id)
        .where(
            table.told_at.is_(None),
            table.retracted_at.is_(None),
            patient.status == Status.ACTIVE,
        )
        .order_by(table.at, table.id)
        .limit(MOST_READ)
    )
    if navigator_id is not None:
        covered = covered_patients(session, navigator_id)
        query = query.where(or_(patient.navigator_id == navigator_id, patient.id.in_(covered)))
    found: dict[int, tuple[str, ...]] = defaultdict(tuple)
    for row in session.execute(query):
        said = flag_words(row.flag, row.temp_tenths, rules)
        found[row.patient_id] += (f"{said}, {moment_words(row.at, moment)}",)
    return found


def _known(session: Session, ids: Sequence[int], moment: Moment, rules: Rules) -> "_Known":
    """Phase, last contact and next step of these patients, read together."""
    patient, step = PatientRecord.__table__.c, FollowUpRecord.__table__.c
    person, today = PersonRecord.__table__.c, moment.today
    known = _Known()
    for row in session.execute(
        select(patient.id, patient.phase, patient.phase_since, patient.last_contact_at).where(
            patient.id.in_(ids)
        )
    ):
        label = rules.catalogue.phase_label(row.phase) if row.phase else ""
        known.where[row.id] = phase_words(label, row.phase_since, today) if label else ""
        at = row.last_contact_at
        known.last[row.id] = day_words(moment.local(at).date(), today) if at else ""
    for row in session.execute(
        select(step.patient_id, step.text, step.due_on, step.owner_role, *name_columns(person))
        .outerjoin(PersonRecord.__table__, person.id == step.owner_id)
        .where(step.patient_id.in_(ids), step.state == "open")
        .order_by(step.patient_id, step.due_on, step.due_time == "", step.due_time, step.id)
    ):
        who = named(row) or (rules.catalogue.role_short(row.owner_role) if row.owner_role else "")
        what = f"{day_words(row.due_on, today)}: {row.text or 'Follow up'}"
        known.steps.setdefault(row.patient_id, f"{what} ({who})" if who else what)
    return known


def _line(row: DueRow, known: "_Known", flags: Mapping[int, tuple[str, ...]]) -> HuddleLine:
    is_gap = row.kind == "gap"
    return HuddleLine(
        name=row.name,
        mrn=row.mrn,
        where=known.where.get(row.patient_id, ""),
        due="" if row.due_text == "—" else row.due_text,
        why="" if is_gap or not row.ref else row.reason,
        gaps=row.gaps,
        last_contact=known.last.get(row.patient_id, ""),
        next_step=known.steps.get(row.patient_id, ""),
        red_flags=flags.get(row.patient_id, ()),
        is_late=row.urgency is Urgency.OVERDUE,
        is_covered=row.is_covered,
    )


@dataclass(slots=True)
class _Known:
    """What the list adds to the rows of Today, by patient."""

    where: dict[int, str] = field(default_factory=dict[int, str])
    last: dict[int, str] = field(default_factory=dict[int, str])
    steps: dict[int, str] = field(default_factory=dict[int, str])
