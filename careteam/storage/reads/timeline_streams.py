"""The streams of a timeline: for each thing that happens one range of an index, newest first."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy import (
    ColumnElement,
    FromClause,
    literal_column,
)

from careteam.domain.timeline import EntryKind, EntryStep
from careteam.storage.tables import (
    AlertRecord,
    AssignmentRecord,
    BarrierActionRecord,
    BarrierRecord,
    ConferenceRecord,
    DiseaseStatusRecord,
    EscalationRecord,
    FindingRecord,
    MilestoneRecord,
    OverlayRecord,
    PhasePeriodRecord,
    ReferralRecord,
    ReferralStepRecord,
    ScreeningRecord,
    StatusPeriodRecord,
    StayRecord,
    TeamRoleRecord,
    TimeEntryRecord,
    TreatmentRecord,
    TrialOfferRecord,
    TrialRecord,
    TrialStepRecord,
)

IN_ERROR = "entered_in_error"
OVERLAY = "overlay"


@dataclass(frozen=True)
class Stream:
    """Rows of one table told by one of their days; `rank` orders what has the same moment.

    `given` names what else it tells; `role` among them makes the stream answer for a role.
    """

    kind: EntryKind
    step: str
    day: ColumnElement[Any]
    id: ColumnElement[int]
    patient_id: ColumnElement[int]
    given: Mapping[str, ColumnElement[Any]]
    where: tuple[ColumnElement[bool], ...] = ()
    source: FromClause | None = None
    has_time: bool = False


def _of(
    kind: EntryKind,
    step: str,
    table: Any,
    day: str,
    where: Sequence[ColumnElement[bool]] = (),
    source: FromClause | None = None,
    **given: Any,
) -> Stream:
    """A stream of one table; a text among `given` names its column."""
    columns = {
        name: table[value] if isinstance(value, str) else value for name, value in given.items()
    }
    if "by_id" in table:
        columns["by_id"] = table.by_id
    there = (table[day].is_not(None), *where)
    return Stream(kind, step, table[day], table.id, table.patient_id, columns, there, source)


def _streams() -> Iterator[Stream]:
    kind, step = EntryKind, EntryStep
    alert, state = AlertRecord.__table__.c, StatusPeriodRecord.__table__.c
    yield _of(kind.ALERT, step.BEGAN, alert, "since", key="kind", text="text")
    yield _of(kind.ALERT, step.ENDED, alert, "ended_on", key="kind", text="text")
    yield _of(kind.STATE, "", state, "on_day", key="status", note="reason")
    yield from _finding_streams()
    yield from _treatment_streams()
    yield from _team_streams()
    yield from _barrier_streams()
    yield from _step_streams()
    flag = EscalationRecord.__table__.c
    told = _of(
        kind.RED_FLAG,
        step.NOTED,
        flag,
        "at",
        key="flag",
        number="temp_tenths",
        note="note",
        text="told_who",
        state="told_how",
        told_at="told_at",
        more="advice",
    )
    yield replace(told, where=(*told.where, flag.retracted_at.is_(None)), has_time=True)
    work = TimeEntryRecord.__table__.c
    logged = _of(
        kind.TIME,
        step.LOGGED,
        work,
        "at",
        key="work",
        state="activity",
        text="program",
        number="minutes",
        note="note",
        more="retract_reason",
        is_struck=work.retracted_at.is_not(None),
    )
    yield replace(logged, has_time=True)


def _finding_streams() -> Iterator[Stream]:
    kind, step = EntryKind, EntryStep
    finding, test = FindingRecord.__table__.c, MilestoneRecord.__table__.c
    disease, score = DiseaseStatusRecord.__table__.c, ScreeningRecord.__table__.c
    for happened, day in ((step.BEGAN, "since"), (step.ENDED, "ended_on")):
        yield _of(kind.FINDING, happened, finding, day, key="key", state="list", note="note")
    yield _of(
        kind.DISEASE,
        step.NOTED,
        disease,
        "on_day",
        key="remission",
        state="mrd",
        note="note",
        is_struck=disease.retracted_at.is_not(None),
    )
    for happened, day, note in (
        (step.LEFT_OUT, "planned_on", "reason"),
        (step.DONE, "done_on", "result"),
    ):
        settled = [test.state == happened, test.reason != IN_ERROR]
        yield _of(kind.TEST, happened, test, day, settled, key="kind", text="label", note=note)
    yield _of(
        kind.SCORE,
        step.NOTED,
        score,
        "on_day",
        key="instrument",
        number="score",
        note="retract_reason",
        is_struck=score.retracted_at.is_not(None),
    )


def _treatment_streams() -> Iterator[Stream]:
    kind, step = EntryKind, EntryStep
    overlay, treatment = OverlayRecord.__table__.c, TreatmentRecord.__table__.c
    phase, stay = PhasePeriodRecord.__table__.c, StayRecord.__table__.c
    board = ConferenceRecord.__table__.c
    across = literal_column(f"'{OVERLAY}'")
    for happened, day in ((step.BEGAN, "started_on"), (step.ENDED, "ended_on")):
        yield _of(kind.TREATMENT, happened, overlay, day, key="kind", state=across, note="note")
    for happened, day in ((step.BEGAN, "started_on"), (step.ENDED, "ended_on")):
        yield _of(
            kind.TREATMENT,
            happened,
            treatment,
            day,
            key="modality",
            text="detail",
            state="state",
            note="reason",
        )
    yield _of(
        kind.BOARD,
        step.NOTED,
        board,
        "on_day",
        text="question",
        note="decision",
        is_struck=board.is_cancelled,
    )
    yield _of(kind.PHASE, step.BEGAN, phase, "started_on", key="phase", note="reason")
    for happened, day in ((step.ADMITTED, "admitted_on"), (step.DISCHARGED, "discharged_on")):
        stands = [stay.retracted_at.is_(None)]
        yield _of(kind.STAY, happened, stay, day, stands, state="kind", text="place", note="reason")


def _team_streams() -> Iterator[Stream]:
    kind, step = EntryKind, EntryStep
    place, held = TeamRoleRecord.__table__.c, AssignmentRecord.__table__.c
    is_struck = held.end_reason == IN_ERROR

    def happened(step: EntryStep, day: str, note: str, **given: Any) -> Stream:
        facts = {"role": "role", "person_id": "person_id", "state": "rank", "note": note}
        return _of(kind.TEAM, step, held, day, (), None, **facts, **given)

    ended = happened(step.ENDED, "ends_on", "end_note", key="end_reason")
    yield replace(ended, where=(*ended.where, ~is_struck))
    yield happened(step.HELD, "held_since", "hold_reason")
    yield happened(step.BEGAN, "starts_on", "note", is_struck=is_struck)
    yield _of(
        kind.TEAM,
        step.DECLINED,
        place,
        "declined_on",
        role="role",
        key="decline_reason",
        note="decline_note",
    )


def _barrier_streams() -> Iterator[Stream]:
    kind, step = EntryKind, EntryStep
    barrier, action = BarrierRecord.__table__, BarrierActionRecord.__table__
    facts = {"ref": "id", "key": "category", "state": "state"}
    yield _of(kind.BARRIER, step.BEGAN, barrier.c, "found_on", (), None, **facts, note="detail")
    yield _of(
        kind.BARRIER,
        step.ACTED,
        action.c,
        "on_day",
        source=action.join(barrier, barrier.c.id == action.c.barrier_id),
        ref="barrier_id",
        key=barrier.c.category,
        role="owner_role",
        person_id="owner_id",
        text="text",
        state="state",
        note="result",
    )
    yield _of(kind.BARRIER, step.ENDED, barrier.c, "closed_on", (), None, **facts, note="result")


def _step_streams() -> Iterator[Stream]:
    to, took = ReferralRecord.__table__, ReferralStepRecord.__table__
    yield _of(
        EntryKind.REFERRAL,
        "",
        took.c,
        "on_day",
        source=took.join(to, to.c.id == took.c.referral_id),
        ref="referral_id",
        role=to.c.to_role,
        person_id=to.c.to_person_id,
        text=to.c.to_name,
        key=to.c.priority,
        state="state",
        note="note",
        more=to.c.result,
    )
    offer, trial, way = (
        record.__table__ for record in (TrialOfferRecord, TrialRecord, TrialStepRecord)
    )
    yield _of(
        EntryKind.TRIAL,
        "",
        way.c,
        "on_day",
        source=way.join(offer, offer.c.id == way.c.offer_id).join(
            trial, trial.c.id == offer.c.trial_id
        ),
        ref="offer_id",
        text=trial.c.title,
        key="reason",
        state="state",
        note="note",
    )


STREAMS: dict[int, Stream] = dict(enumerate(_streams(), start=1))
"""By rank; contacts have rank 0, they are read as everywhere."""


def ranks_of(kinds: frozenset[str], *, with_role: bool) -> tuple[int, ...]:
    """The streams that tell of these kinds (none named: all), of roles only when one is asked."""
    return tuple(
        rank
        for rank, stream in STREAMS.items()
        if (not kinds or stream.kind in kinds) and (not with_role or "role" in stream.given)
    )
