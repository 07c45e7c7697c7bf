"""Adding people to the directory, and changing what is known of them."""

from dataclasses import replace
from datetime import date

from sqlalchemy import delete, select
from sqlmodel import Session

from careteam.domain.access import Action, needs
from careteam.domain.changes import Changes, Part
from careteam.domain.dates import day_shown
from careteam.domain.errors import Problem, Refused, Stale
from careteam.domain.moment import Moment
from careteam.domain.people import AbsenceDraft, PersonDraft, check
from careteam.domain.rules import Rules
from careteam.domain.text import fold, person_name
from careteam.storage.faults import STALE
from careteam.storage.identifiers import new_external_id
from careteam.storage.tables import (
    AbsenceRecord,
    PersonPhoneRecord,
    PersonRecord,
    PersonRoleRecord,
)
from careteam.storage.writes.assignments import get_person
from careteam.storage.writes.standing_in import Again, cover_again, release_cover, stand_in_for

PERSON = frozenset({Part.PERSON, Part.TEAM})
COVERED = PERSON | {Part.DUE}


@needs(Action.DIRECTORY)
def add_person(session: Session, draft: PersonDraft, *, moment: Moment, rules: Rules) -> Changes:
    """Put a member of the care team into the directory.

    Refused when the draft breaks a rule, the NPI is another's, or a cover cannot cover.
    """
    draft = check(draft, catalogue=rules.catalogue)
    _refuse_taken_npi(session, draft.npi, None)
    _check_covers(session, draft, None)
    record = PersonRecord(external_id=new_external_id(), family=draft.family, given=draft.given)
    _fill(record, draft)
    session.add(record)
    session.flush()
    person_id = _id_of(record)
    _write_parts(session, person_id, draft, moment, rules)
    return Changes(PERSON, made=person_id, summary=f"{_name(record)} is in the directory.")


@needs(Action.DIRECTORY)
def amend_person(
    session: Session, person_id: int, draft: PersonDraft, *, moment: Moment, rules: Rules
) -> Changes:
    """Change what is known of a person, days away and the day they leave included.

    Stale when somebody else did so since it was read. Cover that was arranged for days away goes
    along when they are moved, and is taken back from today on when they are dropped or given to
    another cover; who is named as cover of days that have begun stands in at once. One that a file
    only named counts as known from here on.
    """
    record = get_person(session, person_id)
    if draft.version is not None and draft.version != record.version:
        raise Stale(STALE)
    draft = check(draft, catalogue=rules.catalogue)
    if draft.npi != record.npi:
        _refuse_taken_npi(session, draft.npi, person_id)
    _check_covers(session, draft, person_id)
    had_left = record.leaves_on
    _fill(record, draft)
    record.is_stub = False
    record.version += 1
    session.add(record)
    session.flush()
    _write_parts(session, person_id, draft, moment, rules)
    return Changes(COVERED, made=person_id, summary=_told(record, had_left, moment.today))


def _told(record: PersonRecord, had_left: date | None, today: date) -> str:
    name = _name(record)
    if record.leaves_on == had_left:
        return f"{name} is saved."
    if record.leaves_on is None:
        return f"{name} stays."
    day = day_shown(record.leaves_on)
    return f"{name} left on {day}." if record.leaves_on < today else f"{name} leaves on {day}."


def _refuse_taken_npi(session: Session, npi: str, person_id: int | None) -> None:
    if not npi:
        return
    table = PersonRecord.__table__.c
    query = select(table.id, table.family, table.given, table.title, table.credentials)
    for row in session.execute(query.where(table.npi == npi)):
        if row.id != person_id:
            raise Refused.at(
                "npi",
                "{name} has this NPI already.",
                name=person_name(row.family, row.given, row.title, row.credentials),
            )


def _check_covers(session: Session, draft: PersonDraft, person_id: int | None) -> None:
    problems: list[Problem] = []
    for index, absence in enumerate(draft.absences):
        if absence.cover_id is None:
            continue
        if absence.cover_id == person_id:
            problems.append(Problem(f"absences.{index}", "Nobody can cover for themselves."))
            continue
        cover = get_person(session, absence.cover_id)
        if cover.leaves_on is not None and cover.leaves_on < absence.starts_on:
            problems.append(
                Problem(
                    f"absences.{index}",
                    "{name} has left by then and cannot cover.",
                    {"name": _name(cover)},
                )
            )
    if problems:
        raise Refused(problems)


def _fill(record: PersonRecord, draft: PersonDraft) -> None:
    record.family, record.given = draft.family, draft.given
    record.title, record.credentials = draft.title, draft.credentials
    record.organisation, record.department = draft.organisation, draft.department
    record.pager, record.email, record.npi = draft.pager, draft.email, draft.npi
    record.languages = " ".join(draft.languages)
    record.note, record.leaves_on = draft.note, draft.leaves_on
    record.name_key = fold(f"{draft.family} {draft.given}")


def _write_parts(
    session: Session, person_id: int, draft: PersonDraft, moment: Moment, rules: Rules
) -> None:
    phone, role = PersonPhoneRecord.__table__.c, PersonRoleRecord.__table__.c
    session.execute(delete(PersonPhoneRecord).where(phone.person_id == person_id))
    session.execute(delete(PersonRoleRecord).where(role.person_id == person_id))
    session.add_all(
        PersonPhoneRecord(person_id=person_id, kind=row.kind, number=row.number, position=position)
        for position, row in enumerate(draft.phones)
    )
    session.add_all(
        PersonRoleRecord(person_id=person_id, role_key=key, position=position)
        for position, key in enumerate(draft.roles)
    )
    session.flush()
    _write_absences(session, person_id, draft.absences, moment, rules)


def _write_absences(
    session: Session,
    person_id: int,
    absences: tuple[AbsenceDraft, ...],
    moment: Moment,
    rules: Rules,
) -> None:
    rows = session.scalars(
        select(AbsenceRecord).where(AbsenceRecord.__table__.c.person_id == person_id)
    ).all()
    known = {row.id: row for row in rows}
    moved: list[tuple[AbsenceRecord, Again]] = []
    for draft in absences:
        row = known.pop(draft.id, None)
        if row is None:
            row = AbsenceRecord(
                person_id=person_id, starts_on=draft.starts_on, ends_on=draft.ends_on
            )
        elif replace(draft, note="") != _as_draft(row):
            moved.append((row, release_cover(session, row, draft, moment.today)))
        row.starts_on, row.ends_on = draft.starts_on, draft.ends_on
        row.cover_id, row.note = draft.cover_id, draft.note
        session.add(row)
    for row in known.values():
        release_cover(session, row, None, moment.today)
        session.delete(row)
    session.flush()
    for row, again in moved:
        cover_again(session, row, again, moment=moment, rules=rules)
    stand_in_for(session, [person_id], moment=moment, rules=rules)


def _as_draft(row: AbsenceRecord) -> AbsenceDraft:
    return AbsenceDraft(row.starts_on, row.ends_on, row.cover_id, id=row.id)


def _id_of(record: PersonRecord) -> int:
    if record.id is None:
        raise ValueError("the record has not been flushed")
    return record.id


def _name(record: PersonRecord) -> str:
    return person_name(record.family, record.given, record.title, record.credentials)
