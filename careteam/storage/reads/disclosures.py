"""The register of what left of one patient, newest first, and its accounting for a day."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime, time
from typing import Any

from sqlalchemy import select
from sqlmodel import Session

from careteam.domain.dates import PartialDate, day_shown, moment_shown
from careteam.domain.disclosures import (
    Accounting,
    AccountingLine,
    Form,
    Purpose,
    first_told,
    form_words,
    kind_words,
    purpose_words,
)
from careteam.domain.errors import Missing
from careteam.domain.moment import Moment
from careteam.domain.summary import digest_of
from careteam.domain.text import display_name
from careteam.storage.reads.actors import NOBODY, actor_names
from careteam.storage.reads.letterhead import letterhead_of
from careteam.storage.reads.rules import read_settings
from careteam.storage.reads.summary import author_of
from careteam.storage.tables import DisclosureRecord, PatientRecord

PAGE = 64

_entry = DisclosureRecord.__table__.alias("entry")
_later = DisclosureRecord.__table__.alias("later")
_patient = PatientRecord.__table__.c


@dataclass(frozen=True, slots=True)
class DisclosureRow:
    """An entry of the register; `at` is UTC. A corrected one has a newer entry in its place."""

    id: int
    at: datetime
    entered_at: datetime
    who: str
    kind: str
    form: Form
    recipient: str
    purpose: Purpose
    purpose_note: str
    what: str
    digest: str
    is_encrypted: bool
    patients_count: int
    corrects_id: int | None
    reason: str
    is_corrected: bool

    @property
    def why(self) -> str:
        """The purpose in words."""
        return purpose_words(self.purpose, self.purpose_note)

    @property
    def what_words(self) -> str:
        """What left: `care summary, PDF protected with a password; where, team; last 90 days`."""
        form = form_words(self.kind, self.form)
        if self.is_encrypted:
            form += " protected with a password"
        told = f"{kind_words(self.kind)}, {form}"
        return f"{told}; {self.what}" if self.what else told


def disclosures_of(
    session: Session,
    patient_id: int,
    *,
    since: datetime | None = None,
    offset: int = 0,
    limit: int = PAGE,
) -> tuple[DisclosureRow, ...]:
    """What left of a patient since a moment (UTC), the newest first, corrected entries too."""
    query = (
        select(_entry, _later.c.id.label("later_id"))
        .outerjoin(_later, _later.c.corrects_id == _entry.c.id)
        .where(_entry.c.patient_id == patient_id)
        .order_by(_entry.c.at.desc(), _entry.c.id.desc())
        .offset(offset)
        .limit(limit)
    )
    if since is not None:
        query = query.where(_entry.c.at >= since)
    rows = session.execute(query).all()
    names = actor_names(session, {row.by_id for row in rows})
    return tuple(_row(row, names) for row in rows)


def accounting_of(
    session: Session,
    patient_id: int,
    *,
    moment: Moment,
    since: date | None = None,
) -> Accounting:
    """Everything that left of a patient since a day, the oldest first; six years back by default.

    Missing when there is no such patient.
    """
    first = since or first_told(moment.today)
    found = session.execute(
        select(
            _patient.family, _patient.given, _patient.title, _patient.mrn, _patient.birth_date,
        ).where(_patient.id == patient_id)
    ).first()  # fmt: skip
    if found is None:
        raise Missing("This patient is no longer in the database. Look for them again.")
    start = moment.to_utc(datetime.combine(first, time()))
    rows = disclosures_of(session, patient_id, since=start, limit=-1)
    clinic = read_settings(session).get("clinic", "")
    author, phone = author_of(session, moment.by)
    birth = PartialDate.from_iso(found.birth_date) if found.birth_date else None
    told = Accounting(
        clinic=clinic,
        letterhead=letterhead_of(session),
        author=author or clinic,
        author_phone=phone,
        made_at=moment_shown(moment.local(moment.now)),
        made_on_iso=moment.today.isoformat(),
        name=display_name(found.family, found.given, found.title),
        mrn=found.mrn,
        born=birth.shown if birth else "",
        period=f"{day_shown(first)} to {day_shown(moment.today)}",
        lines=tuple(_lines(rows, moment)),
    )
    return replace(told, digest=digest_of(told))


def ids_of_mrns(session: Session, mrns: Collection[str]) -> tuple[int, ...]:
    """The patients with these MRNs: those whom a list on paper names."""
    return tuple(session.scalars(select(_patient.id).where(_patient.mrn.in_(mrns))))


def _lines(rows: tuple[DisclosureRow, ...], moment: Moment) -> Iterator[AccountingLine]:
    for row in reversed(rows):
        notes: list[str] = []
        if row.corrects_id is not None:
            entered = moment_shown(moment.local(row.entered_at))
            notes.append(f"Corrects the entry before, {entered}: {row.reason}")
        if row.is_corrected:
            notes.append("Corrected; the entry that corrects it counts.")
        yield AccountingLine(
            when=moment_shown(moment.local(row.at)),
            recipient=row.recipient,
            purpose=row.why,
            what=row.what_words,
            who=row.who,
            note=" ".join(notes),
            is_corrected=row.is_corrected,
        )


def _row(row: Any, names: dict[int, str]) -> DisclosureRow:
    return DisclosureRow(
        id=row.id,
        at=row.at,
        entered_at=row.entered_at,
        who=names.get(row.by_id, NOBODY),
        kind=row.kind,
        form=Form(row.form),
        recipient=row.recipient,
        purpose=Purpose(row.purpose),
        purpose_note=row.purpose_note,
        what=row.what,
        digest=row.digest,
        is_encrypted=row.is_encrypted,
        patients_count=row.patients_count,
        corrects_id=row.corrects_id,
        reason=row.reason,
        is_corrected=row.later_id is not None,
    )
