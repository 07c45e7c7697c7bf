"""One person of the directory with everything that the card beside the list shows."""

from dataclasses import dataclass, replace
from datetime import date, timedelta

from sqlalchemy import or_, select
from sqlmodel import Session

from careteam.domain.access import Action, needs
from careteam.domain.errors import Missing
from careteam.domain.people import AbsenceDraft, PersonDraft
from careteam.domain.phones import Phone
from careteam.domain.text import fold, listed_name, person_name
from careteam.storage.reads.cover import CoverNeed, cover_needs
from careteam.storage.reads.directory import absence, person, person_role
from careteam.storage.reads.hand_over import HeldRow, held_from
from careteam.storage.reads.people import phone
from careteam.storage.tables import AbsenceRecord, PersonRecord


@dataclass(frozen=True, slots=True)
class AbsenceRow:
    """Days away, both included, and who covers."""

    starts_on: date
    ends_on: date
    cover: str


@dataclass(frozen=True, slots=True)
class PersonDetail:
    """A person as they can be edited, with what follows from their days away and their leaving.

    `leaving` are the roles that stand beyond `needed_from`, the first day without this person.
    """

    id: int
    name: str
    draft: PersonDraft
    patients: int
    is_stub: bool
    absences: tuple[AbsenceRow, ...]
    needed_from: date | None
    leaving: tuple[HeldRow, ...]
    uncovered: tuple[CoverNeed, ...]


@dataclass(frozen=True, slots=True)
class PersonMatch:
    """Somebody in the directory who may be the same person, and which of the two is the same."""

    id: int
    name: str
    place: str
    is_same_npi: bool


def person_detail(session: Session, person_id: int, today: date) -> PersonDetail:
    """Everything about one person; Missing when there is none."""
    alone = person_alone(session, person_id, today)
    leaves_on, needed_from = alone.draft.leaves_on, alone.needed_from
    return replace(
        alone,
        leaving=held_from(session, person_id, needed_from) if needed_from else (),
        uncovered=() if leaves_on and leaves_on < today else cover_needs(session, person_id, today),
    )


@needs(Action.SEE_DIRECTORY)
def person_alone(session: Session, person_id: int, today: date) -> PersonDetail:
    """One person without a word of who their patients are; Missing when there is none."""
    row = session.execute(select(PersonRecord.__table__).where(person.id == person_id)).first()
    if row is None:
        raise Missing("This person is no longer in the directory.")
    phones = session.execute(
        select(phone.number, phone.kind)
        .where(phone.person_id == person_id)
        .order_by(phone.position, phone.id)
    )
    roles = session.scalars(
        select(person_role.role_key)
        .where(person_role.person_id == person_id)
        .order_by(person_role.position, person_role.role_key)
    )
    drafts, absences = _absences(session, person_id)
    draft = PersonDraft(
        family=row.family,
        given=row.given,
        title=row.title,
        credentials=row.credentials,
        roles=tuple(roles),
        organisation=row.organisation,
        department=row.department,
        phones=tuple(Phone(each.number, each.kind) for each in phones),
        pager=row.pager,
        email=row.email,
        npi=row.npi,
        languages=tuple(row.languages.split()),
        leaves_on=row.leaves_on,
        absences=drafts,
        note=row.note,
        version=row.version,
    )
    needed_from = max(row.leaves_on + timedelta(days=1), today) if row.leaves_on else None
    return PersonDetail(
        person_id,
        listed_name(row.family, row.given, row.credentials),
        draft,
        row.patient_count,
        row.is_stub,
        absences,
        needed_from,
        leaving=(),
        uncovered=(),
    )


@needs(Action.SEE_DIRECTORY)
def person_matches(
    session: Session, draft: PersonDraft, person_id: int | None = None
) -> tuple[PersonMatch, ...]:
    """Who has the same NPI, or the same name whatever its case and accents."""
    same = [person.name_key == fold(f"{draft.family} {draft.given}")]
    npi = "".join(draft.npi.split())
    if npi:
        same.append(person.npi == npi)
    rows = session.execute(
        select(
            person.id,
            person.family,
            person.given,
            person.credentials,
            person.department,
            person.organisation,
            person.npi,
        )
        .where(or_(*same))
        .order_by(person.name_key, person.id)
    )
    return tuple(
        PersonMatch(
            row.id,
            listed_name(row.family, row.given, row.credentials),
            " · ".join(part for part in (row.department, row.organisation) if part),
            bool(npi) and row.npi == npi,
        )
        for row in rows
        if row.id != person_id
    )


def _absences(
    session: Session, person_id: int
) -> tuple[tuple[AbsenceDraft, ...], tuple[AbsenceRow, ...]]:
    cover = PersonRecord.__table__.alias("cover")
    rows = session.execute(
        select(
            absence.id,
            absence.starts_on,
            absence.ends_on,
            absence.cover_id,
            absence.note,
            cover.c.family,
            cover.c.given,
            cover.c.title,
            cover.c.credentials,
        )
        .select_from(AbsenceRecord.__table__)
        .outerjoin(cover, cover.c.id == absence.cover_id)
        .where(absence.person_id == person_id)
        .order_by(absence.starts_on)
    ).all()
    drafts = tuple(
        AbsenceDraft(row.starts_on, row.ends_on, row.cover_id, row.note, row.id) for row in rows
    )
    shown = tuple(
        AbsenceRow(
            row.starts_on,
            row.ends_on,
            ""
            if row.cover_id is None
            else person_name(row.family, row.given, row.title, row.credentials),
        )
        for row in rows
    )
    return drafts, shown
