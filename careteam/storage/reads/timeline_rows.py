"""An entry of a patient's timeline as it leaves the database: one shape for every kind."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, time
from enum import StrEnum
from typing import Any

from careteam.domain.assignments import Rank
from careteam.domain.catalogue import Catalogue
from careteam.domain.dates import moment_shown
from careteam.domain.moment import Moment
from careteam.domain.navigation_time import ACTIVITY, WORK
from careteam.domain.pathway import StayKind, TreatmentState
from careteam.domain.rules import Rules
from careteam.domain.text import fold
from careteam.domain.timeline import EntryKind, EntryStep
from careteam.storage.reads.contact_rows import ContactRow
from careteam.storage.reads.timeline_streams import OVERLAY, Stream

CONTACT_RANK = 0
SUCCEEDED = "replaced"
EntryPlace = tuple[datetime, int, int]


class MarkKind(StrEnum):
    """What a mark of an entry means; its words are names, labels or codes, never sentences."""

    RANK = "rank"
    REASON = "reason"
    STATE = "state"
    PAST_CUTOFF = "past_cutoff"
    URGENT = "urgent"
    TOLD = "told"
    NOT_TOLD = "not_told"
    RETRACTED = "retracted"
    CANCELLED = "cancelled"


@dataclass(frozen=True, slots=True)
class Mark:
    """A short fact beside an entry, shown as a chip."""

    kind: MarkKind
    words: str = ""


@dataclass(frozen=True, slots=True)
class EntryRow:
    """One entry: what it is about and what happened, in the clinic's words.

    `at` is in the clinic's zone, the day's beginning where only a day is known (`has_time` says
    so); `ref` names the thing of which this is a step; `contact` is whole for a contact.
    """

    kind: EntryKind
    step: str
    rank: int
    id: int
    ref: int
    at: datetime
    day: date
    has_time: bool
    role: str
    title: str
    who: str = ""
    text: str = ""
    marks: tuple[Mark, ...] = ()
    is_struck: bool = False
    contact: ContactRow | None = None

    @property
    def place(self) -> EntryPlace:
        """Where it stands in the order: give the last row's as `before` to read on."""
        return self.at, self.rank, self.id

    @property
    def key(self) -> tuple[int, int]:
        """What no other entry of the patient has."""
        return self.rank, self.id

    def says(self, words: list[str]) -> bool:
        """Whether every folded word is in what the entry says."""
        if not words:
            return True
        said = " ".join((self.title, self.who, self.text, *(mark.words for mark in self.marks)))
        folded = said.casefold() if said.isascii() else fold(said)
        return all(word in folded for word in words)


@dataclass(frozen=True, slots=True)
class _Told:
    """What differs from kind to kind."""

    title: str
    text: str = ""
    marks: tuple[Mark, ...] = ()
    step: str = ""
    is_own: bool = False


def contact_entry(row: ContactRow, rules: Rules) -> EntryRow:
    """A contact among the entries."""
    return EntryRow(
        kind=EntryKind.CONTACT,
        step=EntryStep.LOGGED,
        rank=CONTACT_RANK,
        id=row.id,
        ref=row.id,
        at=row.at,
        day=row.day,
        has_time=True,
        role=row.role,
        title=rules.catalogue.role_short(row.role),
        who=row.person,
        text=row.note,
        is_struck=row.is_retracted,
        contact=row,
    )


def entry_row(
    row: Any, stream: Stream, names: Mapping[int, str], moment: Moment, rules: Rules
) -> EntryRow:
    """What a stream gave, in words; `names` are those of people by directory id."""
    told = _told(row, stream, moment, rules)
    at = moment.local(row.at) if row.at else beginning_of(row.day, moment)
    who = names.get(row.person_id, "") or names.get(row.by_id, "")
    return EntryRow(
        kind=stream.kind,
        step=told.step or stream.step,
        rank=row.rank,
        id=row.id,
        ref=row.ref or row.id,
        at=at,
        day=row.day or at.date(),
        has_time=stream.has_time,
        role=row.role,
        title=told.title,
        who=names.get(row.person_id, "") if told.is_own else who,
        text=told.text,
        marks=told.marks,
        is_struck=row.is_struck,
    )


def beginning_of(day: date, moment: Moment) -> datetime:
    """The first moment of a day by the clinic's clock."""
    return moment.local(moment.to_utc(datetime.combine(day, time())))


def _told(row: Any, stream: Stream, moment: Moment, rules: Rules) -> _Told:
    catalogue, kind = rules.catalogue, EntryKind
    match stream.kind:
        case kind.TEAM:
            return _team(row, stream, catalogue)
        case kind.SCORE:
            return _score(row, rules)
        case kind.REFERRAL:
            return _referral(row, catalogue)
        case kind.RED_FLAG:
            return _red_flag(row, moment, catalogue)
        case kind.BARRIER:
            return _barrier(row, stream, catalogue)
        case kind.TREATMENT:
            return _treatment(row, stream, catalogue)
        case kind.TRIAL:
            marks = _mark(MarkKind.REASON, catalogue.label("trial_reason", row.key))
            return _Told(row.text, row.note, marks, row.state)
        case kind.STAY:
            is_visit = row.state == StayKind.EMERGENCY and stream.step == EntryStep.ADMITTED
            step = EntryStep.EMERGENCY if is_visit else ""
            return _Told("", _joined(row.text, row.note), step=step)
        case kind.BOARD:
            marks = (Mark(MarkKind.CANCELLED),) if row.is_struck else ()
            return _Told("", _lines(row.text, row.note), marks)
        case kind.STATE:
            return _Told("", row.note, step=row.key)
        case kind.TIME:
            return _work(row, catalogue)
        case _:
            return _labelled(row, stream, catalogue)


def _labelled(row: Any, stream: Stream, catalogue: Catalogue) -> _Told:
    kind = EntryKind
    match stream.kind:
        case kind.ALERT:
            return _Told(row.text or catalogue.label("alert", row.key))
        case kind.PHASE:
            return _Told(catalogue.phase_label(row.key), row.note)
        case kind.TEST:
            return _Told(row.text or catalogue.label("test", row.key), row.note)
        case kind.DISEASE:
            remission = catalogue.label("remission", row.key) if row.key else ""
            mrd = catalogue.label("mrd_status", row.state) if row.state else ""
            marks = (Mark(MarkKind.RETRACTED),) if row.is_struck else ()
            return _Told(_joined(remission, mrd), row.note, marks)
        case _:
            return _Told(catalogue.label(row.state, row.key), row.note)


def _work(row: Any, catalogue: Catalogue) -> _Told:
    activity = catalogue.label(ACTIVITY, row.state) if row.state else ""
    facts = _joined(row.text, activity, f"{row.number} min")
    marks = (Mark(MarkKind.REASON, facts),)
    if row.is_struck:
        marks += (Mark(MarkKind.RETRACTED, row.more),)
    return _Told(catalogue.label(WORK, row.key), row.note, marks)


def _team(row: Any, stream: Stream, catalogue: Catalogue) -> _Told:
    marks: list[Mark] = []
    step = ""
    if row.state in (Rank.BACKUP, Rank.LEAD) and stream.step == EntryStep.BEGAN:
        marks.append(Mark(MarkKind.RANK, row.state))
    if row.is_struck:
        marks.append(Mark(MarkKind.RETRACTED))
    if row.key == SUCCEEDED:
        step = EntryStep.REPLACED
    elif row.key:
        group = "end_reason" if stream.step == EntryStep.ENDED else "decline_reason"
        marks.append(Mark(MarkKind.REASON, catalogue.label(group, row.key)))
    return _Told(catalogue.role_short(row.role), row.note, tuple(marks), step, is_own=True)


def _score(row: Any, rules: Rules) -> _Told:
    instrument = rules.clinical.instruments.get(row.key)
    label = (instrument.short or instrument.label) if instrument else row.key
    marks: tuple[Mark, ...] = ()
    if row.is_struck:
        marks = (Mark(MarkKind.RETRACTED, row.note),)
    elif instrument and instrument.is_past_cutoff(row.number):
        marks = (Mark(MarkKind.PAST_CUTOFF, str(instrument.cutoff)),)
    return _Told(f"{label} {row.number}", "", marks)


def _barrier(row: Any, stream: Stream, catalogue: Catalogue) -> _Told:
    label = catalogue.label("barrier", row.key)
    if stream.step == EntryStep.ACTED:
        return _Told(label, _joined(row.text, row.note), _mark(MarkKind.STATE, row.state))
    is_end = stream.step == EntryStep.ENDED
    return _Told(label, row.note, _mark(MarkKind.STATE, row.state if is_end else ""))


def _referral(row: Any, catalogue: Catalogue) -> _Told:
    to = row.text or (catalogue.role_short(row.role) if row.role else "")
    result = row.more if row.state == "completed" else ""
    marks = (Mark(MarkKind.URGENT),) if row.key == "urgent" else ()
    return _Told(to, _joined(row.note, result), marks, row.state)


def _red_flag(row: Any, moment: Moment, catalogue: Catalogue) -> _Told:
    label = catalogue.label("red_flag", row.key)
    if row.number is not None:
        label = f"{label} {row.number / 10:.1f} °C"
    if row.told_at is None:
        return _Told(label, row.note, (Mark(MarkKind.NOT_TOLD),))
    mode = catalogue.modes.get(row.state)
    how = mode.label if mode else row.state
    told = _joined(row.text, how, moment_shown(moment.local(row.told_at)))
    return _Told(label, _lines(row.note, row.more), (Mark(MarkKind.TOLD, told),))


def _treatment(row: Any, stream: Stream, catalogue: Catalogue) -> _Told:
    if row.state == OVERLAY:
        return _Told(catalogue.label("overlay", row.key), row.note)
    is_cut = stream.step == EntryStep.ENDED and row.state == TreatmentState.STOPPED
    marks = _mark(MarkKind.STATE, row.state if is_cut else "")
    return _Told(catalogue.label("modality", row.key), _joined(row.text, row.note), marks)


def _mark(kind: MarkKind, words: str) -> tuple[Mark, ...]:
    return (Mark(kind, words),) if words else ()


def _joined(*parts: str) -> str:
    return " · ".join(part for part in parts if part)


def _lines(*parts: str) -> str:
    return "\n".join(part for part in parts if part)
