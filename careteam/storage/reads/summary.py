"""A care summary as it stands in the database at a moment, collected once for every form."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, timedelta

from sqlalchemy import select
from sqlmodel import Session

from careteam.domain.assignments import Rank
from careteam.domain.dates import moment_shown
from careteam.domain.moment import Moment
from careteam.domain.patients import Status
from careteam.domain.phones import shown
from careteam.domain.rules import Rules
from careteam.domain.summary import (
    ContactLine,
    Section,
    StepLine,
    Summary,
    TeamLine,
    digest_of,
)
from careteam.storage.reads import summary_lines as lines
from careteam.storage.reads.board import BoardRow, team_board
from careteam.storage.reads.contact_rows import name_columns, named
from careteam.storage.reads.letterhead import letterhead_of
from careteam.storage.reads.patient_form import draft_of
from careteam.storage.reads.patient_page import PatientPageRow, patient_page
from careteam.storage.reads.rules import read_settings
from careteam.storage.tables import (
    ContactRecord,
    FollowUpRecord,
    PersonPhoneRecord,
    PersonRecord,
    RelatedRecord,
)

USUAL_DAYS = 90
EVERYTHING = date.min
"""As `since`: the contacts of all time."""


def first_of_last(days: int, today: date) -> date:
    """The first of so many calendar days of which today is the last."""
    return today - timedelta(days=days - 1)


def collect_summary(
    session: Session,
    patient_id: int,
    *,
    moment: Moment,
    rules: Rules,
    sections: Iterable[Section] = tuple(Section),
    since: date | None = None,
) -> Summary:
    """The summary of a patient with its digest; sections that were not chosen are not read.

    Contacts from the day `since` on are listed, without it those of the last 90 days, with
    EVERYTHING all. The author is the person at the desk, or the clinic when nobody is named.
    Missing when there is no such patient.
    """
    wanted = set(sections)
    chosen = tuple(section for section in Section if section in wanted)
    today = moment.today
    page = patient_page(session, patient_id, today=today, rules=rules)
    draft = draft_of(session, patient_id)
    clinic = read_settings(session).get("clinic", "")
    author, author_phone = author_of(session, moment.by)
    first = first_of_last(USUAL_DAYS, today) if since is None else since
    is_where, is_told = Section.WHERE in chosen, Section.CONTACTS in chosen
    contacts = contact_lines(session, page, first, moment, rules) if is_told else ()
    relatives = draft.related if Section.CAREGIVERS in chosen else ()
    alerts = page.alerts if page.status is not Status.DECEASED else ()
    summary = Summary(
        clinic=clinic,
        author=author or clinic,
        author_phone=author_phone,
        made_at=moment_shown(moment.local(moment.now)),
        made_on_iso=today.isoformat(),
        identity=lines.identity_of(page, draft, today=today, rules=rules),
        alerts=tuple(lines.alert_words(alert, today) for alert in alerts),
        state=lines.state_words(page),
        where_lead=lines.where_lead(page, today) if is_where else "",
        where_text=lines.where_text(page, draft, today=today, rules=rules) if is_where else "",
        team=team_lines(session, page, moment, rules) if Section.TEAM in chosen else (),
        caregivers=tuple(lines.caregiver_line(person, rules) for person in relatives),
        next_steps=step_lines(session, page, today, rules) if Section.NEXT_STEPS in chosen else (),
        contacts=contacts,
        contacts_period=period_of(first, today) if is_told else "",
        contacts_total=page.contact_count if is_told else 0,
        contacts_minutes=sum(line.minutes for line in contacts),
        sections=chosen,
        letterhead=letterhead_of(session),
    )
    return replace(summary, digest=digest_of(summary))


def author_of(session: Session, by: int | None) -> tuple[str, str]:
    """The name and the first phone of the person at the desk; empty when nobody is named."""
    if by is None:
        return "", ""
    person, phone = PersonRecord.__table__.c, PersonPhoneRecord.__table__.c
    first_phone = (
        select(phone.number)
        .where(phone.person_id == person.id)
        .order_by(phone.position, phone.id)
        .limit(1)
        .scalar_subquery()
    )
    row = session.execute(
        select(*name_columns(person), first_phone.label("phone")).where(person.id == by)
    ).one_or_none()
    if row is None:
        return "", ""
    return named(row), shown(row.phone) if row.phone else ""


def period_of(first: date, today: date) -> str:
    if first == EVERYTHING:
        return ""
    days = (today - first).days + 1
    return f"last {days} days" if days > 1 else "today"


def team_lines(
    session: Session, page: PatientPageRow, moment: Moment, rules: Rules
) -> tuple[TeamLine, ...]:
    """The board; of a patient no longer in navigation only who holds a role."""
    is_active = page.status is Status.ACTIVE
    rows = team_board(session, page.id, today=moment.today, rules=rules)
    kept = [row for row in rows if is_active or row.assignment_id is not None]
    tellers = _tellers(kept)
    return tuple(
        lines.team_line(
            row,
            tells_last=row.assignment_id in tellers,
            is_active=is_active,
            moment=moment,
            rules=rules,
        )
        for row in kept
    )


def _tellers(rows: list[BoardRow]) -> set[int | None]:
    """Contacts belong to a role, so one of its holders tells of them: the backup last."""
    by_role: dict[str, BoardRow] = {}
    for row in sorted(rows, key=lambda row: row.rank == Rank.BACKUP):
        by_role.setdefault(row.role, row)
    return {row.assignment_id for row in by_role.values()}


def step_lines(
    session: Session, page: PatientPageRow, today: date, rules: Rules
) -> tuple[StepLine, ...]:
    """Open follow-ups and the milestone to come, by day; none once navigation has ended."""
    if page.status is not Status.ACTIVE:
        return ()
    step, person = FollowUpRecord.__table__.c, PersonRecord.__table__.c
    query = (
        select(step.text, step.due_on, step.due_time, step.owner_role, *name_columns(person))
        .outerjoin(PersonRecord.__table__, person.id == step.owner_id)
        .where(step.patient_id == page.id, step.state == "open")
        .order_by(step.due_on, step.due_time == "", step.due_time, step.id)
    )
    found: list[tuple[date, StepLine]] = []
    for row in session.execute(query):
        when = f"{lines.day_words(row.due_on, today)} {row.due_time}".strip()
        role = rules.catalogue.role_label(row.owner_role) if row.owner_role else ""
        line = StepLine(when, row.text or "Follow up", named(row) or role, row.due_on < today)
        found.append((row.due_on, line))
    if page.milestone_on is not None and page.milestone_on >= today:
        when = lines.day_words(page.milestone_on, today)
        found.append((page.milestone_on, StepLine(when, lines.milestone_words(page), "")))
    return tuple(line for _, line in sorted(found, key=lambda pair: pair[0]))


def contact_lines(
    session: Session,
    page: PatientPageRow,
    first: date,
    moment: Moment,
    rules: Rules,
    *,
    limit: int | None = None,
) -> tuple[ContactLine, ...]:
    """Newest first, without the retracted ones; the newest `limit` of them."""
    contact, related = ContactRecord.__table__.c, RelatedRecord.__table__.c
    met = PersonRecord.__table__
    query = (
        select(
            contact.at,
            contact.role,
            contact.mode,
            contact.outcome,
            contact.is_reached,
            contact.minutes,
            contact.note,
            contact.topics,
            contact.reasons,
            contact.with_kind,
            contact.with_name,
            related.name.label("related_name"),
            related.relationship.label("relationship"),
            *name_columns(met.c, "met_"),
        )
        .outerjoin(met, met.c.id == contact.with_person_id)
        .outerjoin(RelatedRecord.__table__, related.id == contact.with_related_id)
        .where(contact.patient_id == page.id, contact.retracted_at.is_(None))
        .where(contact.day >= first)
        .order_by(contact.at.desc(), contact.id.desc())
        .limit(limit)
    )
    return tuple(lines.contact_line(row, moment, rules) for row in session.execute(query))
