"""A patient whose tests, stays and phases are charted, and hands to do it."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from sqlalchemy import select

from careteam.domain.changes import Changes
from careteam.domain.milestones import MilestoneDraft
from careteam.domain.moment import Moment
from careteam.domain.pathway import MilestoneState
from careteam.domain.patients import PatientDraft
from careteam.storage.reads.pathway import PathwayPage, pathway_page
from careteam.storage.reads.today import due_rows
from careteam.storage.store import Store
from careteam.storage.tables import (
    FollowUpRecord,
    PatientRecord,
    SuggestionRecord,
)
from careteam.storage.writes.milestones import (
    plan_milestone,
)
from careteam.storage.writes.patients import (
    PhaseDraft,
    change_phase,
    register_patient,
)

TODAY = date(2026, 11, 20)


DONE, LEFT_OUT = MilestoneState.DONE, MilestoneState.LEFT_OUT


TESTS = (
    "cbc",
    "bone_marrow_biopsy",
    "bone_marrow_aspirate",
    "cytogenetics",
    "molecular",
    "flow_immunophenotype",
    "ct_scan",
    "lumbar_puncture",
    "mrd",
    "echocardiogram",
    "hla_typing",
)


class Chart:
    """The chart of one patient in a real database, with a clock that can be moved."""

    def __init__(self, store: Store, moment: Moment, patient: int) -> None:
        self.store, self.moment, self.patient = store, moment, patient

    def do(self, verb: Any, *args: Any) -> Changes:
        return self.store.do(verb, *args, moment=self.moment, rules=self.store.rules)

    def go(self, **time: float) -> None:
        self.moment = replace(self.moment, now=self.moment.now + timedelta(**time))

    def page(self) -> PathwayPage:
        today, rules = self.moment.today, self.store.rules
        return self.store.read(pathway_page, self.patient, today=today, rules=rules)

    def plan(self, kind: str = "cbc", on: date = TODAY, **more: Any) -> int:
        return self.do(plan_milestone, MilestoneDraft(self.patient, kind, on, **more)).made or 0

    def steps(self, state: str = "open") -> list[tuple[str, date]]:
        """The next steps that are in a state, by their days."""
        table = FollowUpRecord.__table__.c
        query = select(table.text, table.due_on).where(
            table.patient_id == self.patient, table.state == state
        )
        query = query.order_by(table.due_on, table.text)
        return self.store.read(lambda s: [tuple(row) for row in s.execute(query)])

    def suggested(self, state: str = "open") -> list[str]:
        """The rules behind the suggestions of roles and steps."""
        table = SuggestionRecord.__table__.c
        query = select(table.rule).where(
            table.patient_id == self.patient, table.state == state, table.kind != "milestone"
        )
        return self.store.read(lambda s: sorted(s.scalars(query)))

    def enter(self, phase: str, on: date = TODAY, pathway: str | None = None) -> None:
        self.do(change_phase, PhaseDraft(self.patient, phase, on, pathway=pathway))

    def today(self) -> list[tuple[str, str]]:
        """What is due by now, as Today shows it."""
        today, rules = self.moment.today, self.store.rules
        rows = self.store.read(due_rows, today=today, rules=rules)
        return [(row.reason, row.due_text) for row in rows if row.due_on <= today]


@pytest.fixture
def chart(store: Store, moment: Moment, patient: int) -> Chart:
    """DELACRUZ, Maria, in induction since 9-Nov-2026."""
    return Chart(store, moment, patient)


@pytest.fixture
def alone(store: Store, moment: Moment) -> Chart:
    """OKAFOR, Samuel, without a phase and a team: nothing of his is due."""
    draft = PatientDraft(mrn="517402", family="Okafor", given="Samuel")
    made = store.do(register_patient, draft, moment=moment, rules=store.rules).made
    return Chart(store, moment, made or 0)


def icd_state(chart: Chart) -> str:
    return chart.store.read(lambda s: s.get_one(PatientRecord, chart.patient).icd_state)


def questions(chart: Chart) -> list[date]:
    return [day for text, day in chart.steps() if text.endswith("is it done?")]


def open_questions(chart: Chart) -> list[int]:
    """The steps that ask whether a test is done."""
    table = FollowUpRecord.__table__.c
    query = select(table.id).where(
        table.patient_id == chart.patient, table.state == "open", table.source_kind == "milestone"
    )
    return chart.store.read(lambda s: list(s.scalars(query)))
