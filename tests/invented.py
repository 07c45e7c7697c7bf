"""An invented clinic of random rows, on and beside the edges of periods, for figures to count."""

import itertools
import random
from datetime import UTC, date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from sqlmodel import Session

from careteam.domain.access import Action, needs
from careteam.domain.changes import Changes
from careteam.domain.moment import Moment
from careteam.storage.identifiers import new_external_id
from careteam.storage.store import Store
from careteam.storage.tables import (
    AssignmentRecord,
    BarrierRecord,
    CareProfileRecord,
    ContactRecord,
    FollowUpRecord,
    PatientRecord,
    ReferralRecord,
    ScreeningRecord,
    StayRecord,
    SuggestionRecord,
    TeamRoleRecord,
    TrialOfferRecord,
    TrialRecord,
    TrialStepRecord,
)

ZONE = ZoneInfo("America/New_York")
ROLES = ("nurse_navigator", "social_worker", "chaplain", "palliative_nurse", "heme_onc_adult")
MODES, OUTCOMES = ("phone", "video", "chart_review"), ("reached_patient", "no_answer", "declined")
EDGES = (date(2026, 10, 31), date(2026, 11, 1), date(2026, 11, 30), date(2026, 12, 1))
"""On 1 November 2026 the clocks of New York went back."""
NUMBERS = itertools.count(1)


def fill_clinic(store: Store, seed: int, moment: Moment, navigators: tuple[int, ...]) -> None:
    """Add some patients with random rows of every kind."""
    chance = random.Random(seed)  # noqa: S311 - the same rows for the same seed
    store.do(_fill, chance, navigators, moment=moment)


@needs(Action.OWN)
def _fill(
    session: Session, chance: random.Random, navigators: tuple[int, ...], *, moment: Moment
) -> Changes:
    trial = TrialRecord(external_id=new_external_id(), title="A trial", kind="other")
    session.add(trial)
    session.flush()
    for _ in range(chance.randint(2, 5)):
        _Patient(session, chance, moment.today, navigators, trial.id or 0).fill()
    session.flush()
    return Changes(frozenset())


class _Patient:
    """Rows of one patient; days lie within some months, often on the edge of one."""

    def __init__(
        self,
        session: Session,
        chance: random.Random,
        today: date,
        navigators: tuple[int, ...],
        trial: int,
    ) -> None:
        self._session, self._chance, self._today, self._trial = session, chance, today, trial
        number = next(NUMBERS)
        is_left = chance.random() < 0.3
        left = chance.choice(("closed", "deceased", "transferred"))
        referred = self._day() if chance.random() < 0.7 else None
        record = PatientRecord(
            external_id=new_external_id(),
            mrn=f"r{number}",
            family=f"Family{number}",
            created_at=self._at(self._day()),
            updated_at=self._at(today),
            referred_on=referred,
            diagnosed_on=self._partial(),
            status=left if is_left else "active",
            status_on=self._day() if is_left else today,
            needs_interpreter=chance.random() < 0.3,
        )
        session.add(record)
        session.flush()
        self.id = record.id or 0
        self._navigator = chance.choice((None, *navigators))
        self._person = navigators[0]

    def fill(self) -> None:
        """Add rows of every kind."""
        self._many(self._contact, 6)
        self._many(self._suggestion, 2)
        for role in ROLES[1:]:
            self._place(role)
        if self._navigator:
            self._assignment("nurse_navigator", self._navigator)
        if self._chance.random() < 0.6:
            self._profile()
        for make in (self._screening, self._barrier, self._referral, self._stay, self._step):
            self._many(make, 2)
        if self._chance.random() < 0.5:
            self._offer()

    def _many(self, make: Any, most: int) -> None:
        for _ in range(self._chance.randint(0, most)):
            self._session.add(make())
            self._session.flush()

    def _day(self) -> date:
        if self._chance.random() < 0.4:
            return self._chance.choice([day for day in EDGES if day <= self._today])
        return self._today - timedelta(days=self._chance.randint(0, 70))

    def _after(self, day: date) -> date:
        return min(day + timedelta(days=self._chance.randint(0, 40)), self._today)

    def _at(self, day: date) -> datetime:
        clock = self._chance.choice((time(0, 0), time(1, 30), time(12, 0), time(23, 59)))
        return datetime.combine(day, clock, ZONE).astimezone(UTC)

    def _partial(self) -> str:
        return self._chance.choice(("", "2026", "2026-10", self._day().isoformat()))

    def _retracted(self) -> dict[str, Any]:
        if self._chance.random() < 0.8:
            return {}
        return {"retracted_at": self._at(self._today), "retract_reason": "wrong"}

    def _contact(self) -> ContactRecord:
        day, outcome = self._day(), self._chance.choice(OUTCOMES)
        return ContactRecord(
            external_id=new_external_id(), patient_id=self.id, role=self._chance.choice(ROLES),
            mode=self._chance.choice(MODES), outcome=outcome, is_reached=outcome != "no_answer",
            direction=self._chance.choice(("outbound", "outbound", "inbound", "internal")),
            at=self._at(day), day=day, entered_at=self._at(day), **self._retracted(),
        )  # fmt: skip

    def _suggestion(self) -> SuggestionRecord:
        return SuggestionRecord(
            external_id=new_external_id(), patient_id=self.id, role=self._chance.choice(ROLES[1:]),
            kind=self._chance.choice(("role", "role", "task")), made_at=self._at(self._day()),
        )  # fmt: skip

    def _place(self, role: str) -> None:
        kind = self._chance.choice(("none", "open", "declined", "held", "error"))
        self._session.add(
            TeamRoleRecord(
                patient_id=self.id, role=role, is_required=kind != "none",
                declined_on=self._day() if kind == "declined" else None,
            )
        )  # fmt: skip
        self._session.flush()
        if kind in ("held", "error"):
            self._assignment(role, self._person, is_error=kind == "error")

    def _assignment(self, role: str, person: int, *, is_error: bool = False) -> None:
        day = self._day()
        ended: dict[str, Any] = {}
        if is_error:
            ended = {"ends_on": day, "end_reason": "entered_in_error", "state": "ended"}
        self._session.add(
            AssignmentRecord(
                external_id=new_external_id(), patient_id=self.id, role=role, person_id=person,
                starts_on=day, made_at=self._at(day), **ended,
            )
        )  # fmt: skip
        self._session.flush()

    def _profile(self) -> None:
        treated = self._day() if self._chance.random() < 0.8 else None
        learning = self._chance.choice(("", "reading"))
        profile = CareProfileRecord(
            patient_id=self.id, first_treated_on=treated, learning_preference=learning
        )
        self._session.add(profile)

    def _screening(self) -> ScreeningRecord:
        instrument = self._chance.choice(("distress_thermometer", "distress_thermometer", "mst"))
        return ScreeningRecord(
            external_id=new_external_id(), patient_id=self.id, instrument=instrument,
            score=self._chance.randint(0, 5), on_day=self._day(),
            recorded_at=self._at(self._today), **self._retracted(),
        )  # fmt: skip

    def _barrier(self) -> BarrierRecord:
        state = self._chance.choice(("open", "in_progress", "resolved", "unresolvable"))
        found = self._day()
        closed = None if state in ("open", "in_progress") else self._after(found)
        return BarrierRecord(
            external_id=new_external_id(), patient_id=self.id, state=state, found_on=found,
            category=self._chance.choice(("fear", "childcare")), closed_on=closed,
            made_at=self._at(found),
        )  # fmt: skip

    def _referral(self) -> ReferralRecord:
        state = self._chance.choice(("requested", "accepted", "completed", "declined", "failed"))
        asked = self._day()
        return ReferralRecord(
            external_id=new_external_id(), patient_id=self.id, state=state, requested_on=asked,
            to_role=self._chance.choice((*ROLES, "")), state_on=self._after(asked),
            result="done" if state == "completed" else "", made_at=self._at(asked),
        )  # fmt: skip

    def _stay(self) -> StayRecord:
        begun = self._day()
        is_out = self._chance.random() < 0.8
        return StayRecord(
            external_id=new_external_id(), patient_id=self.id, admitted_on=begun,
            kind=self._chance.choice(("inpatient", "inpatient", "emergency")),
            discharged_on=self._after(begun) if is_out else None,
            is_planned=self._chance.random() < 0.3, made_at=self._at(begun),
            retracted_at=self._at(begun) if self._chance.random() < 0.1 else None,
        )  # fmt: skip

    def _step(self) -> FollowUpRecord:
        state, due = self._chance.choice(("open", "done", "done", "cancelled")), self._day()
        rule = self._chance.choice(("phase_screening", "repeat_distress", "phase_screening", ""))
        done = due + timedelta(days=self._chance.randint(-2, 2))
        return FollowUpRecord(
            external_id=new_external_id(), patient_id=self.id, text="Screen", due_on=due,
            state=state, closed_at=None if state == "open" else self._at(done), rule=rule,
            made_at=self._at(due),
        )  # fmt: skip

    def _offer(self) -> None:
        day = self._day()
        states = self._chance.choice(
            (("considered",), ("considered", "offered"), ("offered", "enrolled", "off_study"))
        )
        offer = TrialOfferRecord(
            patient_id=self.id, trial_id=self._trial, state=states[-1], on_day=day
        )
        self._session.add(offer)
        self._session.flush()
        for state in states:
            self._session.add(
                TrialStepRecord(
                    offer_id=offer.id or 0, patient_id=self.id, state=state, on_day=day,
                    made_at=self._at(day),
                )
            )  # fmt: skip
            day = self._after(day)
