"""The handoff sheet of a patient: what who takes over has to know, on one page."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from sqlalchemy import func, select
from sqlmodel import Session

from careteam.domain.dates import moment_shown
from careteam.domain.handing import (
    STEPS_AHEAD_DAYS,
    BarrierLine,
    EscalationLine,
    Handoff,
    ReferralLine,
)
from careteam.domain.moment import Moment
from careteam.domain.needs import OPEN_BARRIERS, ActionState
from careteam.domain.patients import Status
from careteam.domain.referrals import OPEN_STATES, ReferralState
from careteam.domain.rules import Rules
from careteam.domain.summary import ContactLine, StepLine, digest_of
from careteam.storage.reads import summary_lines as lines
from careteam.storage.reads.contact_rows import name_columns, named
from careteam.storage.reads.letterhead import letterhead_of
from careteam.storage.reads.patient_form import draft_of
from careteam.storage.reads.patient_page import patient_page
from careteam.storage.reads.rules import read_settings
from careteam.storage.reads.summary import EVERYTHING, author_of, contact_lines, team_lines
from careteam.storage.tables import (
    BarrierActionRecord,
    BarrierRecord,
    EscalationRecord,
    FollowUpRecord,
    PersonRecord,
    ReferralRecord,
)

LEAST = {"escalations": 1, "steps": 3, "barriers": 1, "referrals": 1, "caregivers": 1, "team": 12}
"""So many entries of each section are shown however full the page is."""
LINES = 20
"""So many lines the sections share on a page of US Letter, beside identity and last contact."""
CONTACTS = 2
NOTE_ROOM = 320


def collect_handoff(session: Session, patient_id: int, *, moment: Moment, rules: Rules) -> Handoff:
    """The sheet of a patient with its digest, as the database has it at this moment.

    Missing when there is no such patient. Of a patient no longer in navigation it says so, with
    nothing that would still be to do.
    """
    today = moment.today
    page = patient_page(session, patient_id, today=today, rules=rules)
    draft = draft_of(session, patient_id)
    clinic = read_settings(session).get("clinic", "")
    author, author_phone = author_of(session, moment.by)
    is_active = page.status is Status.ACTIVE
    found = {
        "escalations": _escalations(session, patient_id, moment, rules),
        "steps": _steps(session, patient_id, today, rules) if is_active else (),
        "barriers": _barriers(session, patient_id, today, rules) if is_active else (),
        "referrals": _referrals(session, patient_id, today, rules) if is_active else (),
        "caregivers": tuple(lines.caregiver_line(person, rules) for person in draft.related),
        "team": team_lines(session, page, moment, rules),
    }
    room = fitting({name: len(entries) for name, entries in found.items()})
    kept: dict[str, Any] = {name: entries[: room[name]] for name, entries in found.items()}
    told = contact_lines(session, page, EVERYTHING, moment, rules, limit=CONTACTS)
    alerts = page.alerts if page.status is not Status.DECEASED else ()
    sheet = Handoff(
        clinic=clinic,
        author=author or clinic,
        author_phone=author_phone,
        made_at=moment_shown(moment.local(moment.now)),
        made_on_iso=today.isoformat(),
        identity=lines.identity_of(page, draft, today=today, rules=rules),
        alerts=tuple(lines.alert_words(alert, today) for alert in alerts),
        state=lines.state_words(page),
        where_lead=lines.where_lead(page, today),
        where_text=lines.where_text(page, draft, today=today, rules=rules),
        contacts=tuple(_shortened(line) for line in told),
        letterhead=letterhead_of(session),
        more=tuple(
            (name, len(entries) - room[name])
            for name, entries in found.items()
            if len(entries) > room[name]
        ),
    )
    sheet = replace(sheet, **kept)
    return replace(sheet, digest=digest_of(sheet))


def fitting(wanted: Mapping[str, int]) -> dict[str, int]:
    """How many entries of each section fit on one page, one more of each in turn."""
    room = {name: min(count, LEAST[name]) for name, count in wanted.items()}
    is_more = True
    while is_more:
        is_more = False
        for name, count in wanted.items():
            longer = room | {name: room[name] + 1}
            if room[name] < count and _lines_of(longer) <= LINES:
                room, is_more = longer, True
    return room


def _lines_of(room: Mapping[str, int]) -> int:
    """Barriers and referrals stand side by side, two lines each; so do the halves of the team."""
    return (
        room["escalations"]
        + room["steps"]
        + 2 * max(room["barriers"], room["referrals"])
        + room["caregivers"]
        + (room["team"] + 1) // 2
    )


def _shortened(line: ContactLine) -> ContactLine:
    """The contact with as much of its note as the page has room for."""
    if len(line.note) <= NOTE_ROOM:
        return line
    cut = line.note[:NOTE_ROOM].rsplit(None, 1)[0]
    return replace(line, note=f"{cut} …")


def _steps(session: Session, patient_id: int, today: date, rules: Rules) -> tuple[StepLine, ...]:
    """What is late, due today or in the next seven days, by day."""
    step, person = FollowUpRecord.__table__.c, PersonRecord.__table__.c
    rows = session.execute(
        select(step.text, step.due_on, step.due_time, step.owner_role, *name_columns(person))
        .outerjoin(PersonRecord.__table__, person.id == step.owner_id)
        .where(
            step.patient_id == patient_id,
            step.state == "open",
            step.due_on <= today + timedelta(days=STEPS_AHEAD_DAYS),
        )
        .order_by(step.due_on, step.due_time == "", step.due_time, step.id)
    )
    return tuple(
        StepLine(
            f"{lines.day_words(row.due_on, today)} {row.due_time}".strip(),
            row.text or "Follow up",
            named(row) or (rules.catalogue.role_label(row.owner_role) if row.owner_role else ""),
            row.due_on < today,
        )
        for row in rows
    )


def _escalations(
    session: Session, patient_id: int, moment: Moment, rules: Rules
) -> tuple[EscalationLine, ...]:
    """The red flags that nobody was told of, newest first."""
    table = EscalationRecord.__table__.c
    rows = session.execute(
        select(table.flag, table.temp_tenths, table.note, table.at)
        .where(
            table.patient_id == patient_id,
            table.told_at.is_(None),
            table.retracted_at.is_(None),
        )
        .order_by(table.at.desc(), table.id.desc())
    )
    return tuple(
        EscalationLine(
            moment_words(row.at, moment),
            flag_words(row.flag, row.temp_tenths, rules),
            row.note,
        )
        for row in rows
    )


def moment_words(at: Any, moment: Moment) -> str:
    """20-Nov 16:20 by the clinic's clock."""
    local = moment.local(at)
    return f"{lines.day_words(local.date(), moment.today)} {local:%H:%M}"


def flag_words(flag: str, temp_tenths: int | None, rules: Rules) -> str:
    """Fever, 38.4 °C."""
    said = rules.catalogue.label("red_flag", flag)
    return said if temp_tenths is None else f"{said}, {temp_tenths / 10:.1f} °C"


def _barriers(
    session: Session, patient_id: int, today: date, rules: Rules
) -> tuple[BarrierLine, ...]:
    """The open barriers, oldest first, each with its newest action that is still open."""
    barrier, action = BarrierRecord.__table__.c, BarrierActionRecord.__table__.c
    newest = (
        select(func.max(action.id))
        .where(action.barrier_id == barrier.id, action.state == ActionState.OPEN)
        .correlate(BarrierRecord.__table__)
        .scalar_subquery()
    )
    rows = session.execute(
        select(barrier.category, barrier.detail, barrier.found_on, action.text, action.due_on)
        .outerjoin(BarrierActionRecord.__table__, action.id == newest)
        .where(barrier.patient_id == patient_id, barrier.state.in_(OPEN_BARRIERS))
        .order_by(barrier.found_on, barrier.id)
    )
    found: list[BarrierLine] = []
    for row in rows:
        label = rules.catalogue.label("barrier", row.category)
        doing = row.text or ""
        if doing and row.due_on is not None:
            doing += f", by {lines.day_words(row.due_on, today)}"
        what = f"{label}: {row.detail}" if row.detail else label
        found.append(BarrierLine(lines.day_words(row.found_on, today), what, doing))
    return tuple(found)


def _referrals(
    session: Session, patient_id: int, today: date, rules: Rules
) -> tuple[ReferralLine, ...]:
    """The referrals whose loop is open, the longest silent first."""
    table, person = ReferralRecord.__table__.c, PersonRecord.__table__.c
    rows = session.execute(
        select(
            table.to_role,
            table.to_name,
            table.state,
            table.state_on,
            table.scheduled_on,
            table.priority,
            table.reason_text,
            *name_columns(person),
        )
        .outerjoin(PersonRecord.__table__, person.id == table.to_person_id)
        .where(table.patient_id == patient_id, table.state.in_(OPEN_STATES))
        .order_by(table.state_on, table.id)
    )
    found: list[ReferralLine] = []
    for row in rows:
        role = rules.catalogue.role_label(row.to_role) if row.to_role else ""
        to = ", ".join(part for part in (named(row) or row.to_name, role) if part)
        state = f"{_STATES[row.state]} since {lines.day_words(row.state_on, today)}"
        if row.state == ReferralState.SCHEDULED and row.scheduled_on is not None:
            state = f"scheduled for {lines.day_words(row.scheduled_on, today)}"
        found.append(ReferralLine(to, state, row.reason_text, row.priority == "urgent"))
    return tuple(found)


_STATES = {
    ReferralState.REQUESTED: "requested",
    ReferralState.ACCEPTED: "accepted",
    ReferralState.SCHEDULED: "scheduled",
    ReferralState.IN_PROGRESS: "in progress",
}
