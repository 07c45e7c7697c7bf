"""A referral and what comes of it, for the tests that follow one."""

from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

from sqlmodel import Session

from careteam.domain.changes import Changes
from careteam.domain.moment import Moment
from careteam.domain.patients import PatientDraft
from careteam.domain.referrals import (
    ReferralDraft,
    ReferralState,
    ReferralStepDraft,
)
from careteam.storage.reads.board import BoardRow, team_board
from careteam.storage.reads.next_steps import next_steps
from careteam.storage.reads.referrals import ReferralRow, referral_rows
from careteam.storage.reads.today import due_rows
from careteam.storage.store import Store
from careteam.storage.writes.patients import register_patient
from careteam.storage.writes.referrals import make_referral, step_referral
from tests.people import add_member

TUESDAY = date(2026, 11, 24)
"""Two days before Thanksgiving, which is a holiday of the clinic."""


S = ReferralState


class Loop:
    """A patient whom nobody looks after yet, and one referral on its way."""

    def __init__(self, store: Store) -> None:
        self.store = store
        self.at(TUESDAY)
        self.patient = self.made(register_patient, PatientDraft("77", "Okafor", "Emeka"))
        self.bell = add_member(store, "Bell", "Marcus", "LCSW", "social_worker")
        self.okoye = add_member(store, "Okoye", "Ada", "LCSW", "social_worker")
        self.asked = ReferralDraft(self.patient, TUESDAY, "role", "social_worker")

    def at(self, day: date) -> None:
        self.moment = Moment.at(datetime(day.year, day.month, day.day, 15, tzinfo=UTC))

    def do(self, verb: Any, *args: Any) -> Changes:
        return self.store.do(verb, *args, moment=self.moment, rules=self.store.rules)

    def made(self, verb: Any, *args: Any) -> int:
        made = self.do(verb, *args).made
        assert made is not None
        return made

    def refer(self, **changed: Any) -> int:
        return self.made(make_referral, replace(self.asked, **changed))

    def step(self, referral: int, state: str, on: date = TUESDAY, **more: Any) -> Changes:
        return self.do(step_referral, ReferralStepDraft(referral, state, on, **more))

    def row(self) -> ReferralRow:
        [row] = self.rows()
        return row

    def rows(self) -> tuple[ReferralRow, ...]:
        today, rules = self.moment.today, self.store.rules
        return self.store.read(referral_rows, self.patient, today=today, rules=rules)

    def today(self) -> list[tuple[str, str]]:
        found = self.store.read(due_rows, today=self.moment.today, rules=self.store.rules)
        return [(row.reason, row.due_text) for row in found]

    def waits(self) -> list[tuple[str, date]]:
        today, rules = self.moment.today, self.store.rules
        steps = self.store.read(next_steps, self.patient, today=today, rules=rules)
        return [(step.text, step.due_on) for step in steps]

    def holders(self) -> list[tuple[str, str]]:
        def read(session: Session) -> tuple[BoardRow, ...]:
            today, rules = self.moment.today, self.store.rules
            return team_board(session, self.patient, today=today, rules=rules)

        return [(row.person, row.rank) for row in self.store.read(read) if row.assignment_id]


ASKED = (
    "Social worker · Has the referral been accepted? · "
    "3 business days after the request for the referral"
)
