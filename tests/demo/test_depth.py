"""The invented clinic has the clinical depth: each tab of every page has something to show."""

from datetime import date

from sqlalchemy import select, text
from sqlmodel import Session

from careteam.demo.depth import read_depth
from careteam.domain.pathway import MilestoneState
from careteam.domain.time_sums import Missing
from careteam.domain.trials import is_nct
from careteam.storage.reads.coverage import coverage_counts
from careteam.storage.reads.coverage_query import Finding
from careteam.storage.reads.month_time import month_page
from careteam.storage.reads.needs import open_needs
from careteam.storage.reads.own_lists import is_followed, saved_filters
from careteam.storage.reads.pathway import pathway_page
from careteam.storage.reads.suggestions import open_suggestions
from careteam.storage.tables import PatientRecord
from tests.demo.conftest import Built

TODAY = date(2026, 11, 22)
TABLES = {
    "screening": 100, "barrier": 18, "barrier_action": 20, "finding": 100, "treatment": 70,
    "overlay": 20, "disease_status": 50, "stay": 5, "conference": 12, "escalation": 2,
    "enrolment": 6, "time_consent": 5, "initiating_visit": 5, "time_entry": 11,
    "trial": 4, "trial_step": 12, "referral": 18, "care_profile": 55, "suggestion": 100,
}  # fmt: skip


def counts(session: Session) -> dict[str, int]:
    return {name: session.scalar(text(f"SELECT count(*) FROM {name}")) or 0 for name in TABLES}


def words(session: Session, query: str) -> set[str]:
    return set(session.scalars(text(query)))


def patients(session: Session) -> list[int]:
    return list(session.scalars(select(PatientRecord.__table__.c.id)))


def test_every_part_of_the_clinical_record_is_in_use(sunday: Built) -> None:
    found = sunday[0].read(counts)
    assert {name: count for name, count in found.items() if count < TABLES[name]} == {}


def test_maria_has_her_needs_as_in_the_picture(sunday: Built) -> None:
    store, built = sunday
    maria = built.first_patient_id
    assert store.read(open_needs, maria, rules=store.rules).count == 2
    latest = "SELECT instrument || ' ' || max(on_day) || ' ' || score FROM screening {}"
    query = latest.format("WHERE patient_id = 1 GROUP BY instrument")
    assert {f"{line.split()[0]} {line.split()[2]}" for line in store.read(words, query)} == {
        "distress_thermometer 6", "mst 3", "ecog 2", "esas_max_item 7",
    }  # fmt: skip
    ideas = store.read(open_suggestions, maria, today=TODAY, rules=store.rules)
    assert {"physical_therapist", "palliative_physician", "social_worker"} <= {
        idea.role for idea in ideas
    }


def test_maria_has_her_tests_as_in_the_picture(sunday: Built) -> None:
    store, built = sunday
    page = store.read(pathway_page, built.first_patient_id, today=TODAY, rules=store.rules)
    ahead = {row.label: row.planned_on for row in page.milestones if row.state == "planned"}
    assert ahead["Lumbar puncture 2"] == date(2026, 11, 24)
    assert ahead["Marrow and MRD, end of induction"] == date(2026, 12, 8)
    done = {row.label: row.result for row in page.milestones if row.state is MilestoneState.DONE}
    assert done["Bone marrow biopsy"] == "82 % blasts · BCR::ABL1"


def test_referrals_stand_in_many_states_and_some_wait(sunday: Built) -> None:
    states = sunday[0].read(words, "SELECT state FROM referral")
    assert states >= {
        "requested", "accepted", "scheduled", "in_progress", "completed", "declined", "cancelled",
    }  # fmt: skip
    waiting = "SELECT rule FROM follow_up WHERE state = 'open' AND due_on < '2026-11-22'"
    assert {"referral_unaccepted", "referral_urgent"} <= sunday[0].read(words, waiting)


def test_one_red_flag_waits_for_somebody_to_be_told_under_the_clinics_line(sunday: Built) -> None:
    store, _ = sunday
    untold = "SELECT flag FROM escalation WHERE told_at IS NULL"
    assert store.read(words, untold) == {"new_bleeding"}
    assert store.read(words, "SELECT line FROM escalation") == {read_depth().escalation_line}
    assert store.rules.clinical.escalation_line == read_depth().escalation_line


def test_coverage_has_figures(sunday: Built) -> None:
    store, _ = sunday
    figures = store.read(coverage_counts, today=TODAY, rules=store.rules).figures
    for finding in (Finding.UNFILLED, Finding.WAITING, Finding.NO_BACKUP, Finding.DECLINED):
        assert figures[finding].count
    assert figures[Finding.NO_BACKUP].count < 2 * len(store.read(patients))


def test_joan_ellis_has_her_own_lists(sunday: Built) -> None:
    store, built = sunday
    assert len(store.read(saved_filters, "patients", built.worker_id)) == 2
    assert any(
        store.read(is_followed, built.worker_id, patient) for patient in store.read(patients)
    )


def test_every_trial_has_a_number_of_the_right_form() -> None:
    assert all(is_nct(trial.nct) for trial in read_depth().trials)
    assert len({trial.nct for trial in read_depth().trials}) == 4


def test_a_month_of_navigation_time_has_units_shortfalls_and_one_who_was_not_asked(
    sunday: Built,
) -> None:
    store, _built = sunday
    page = store.read(month_page, TODAY.replace(day=1), rules=store.rules)
    found = {row.mrn: row.sum for row in page.rows}
    assert found["520077"].units.first == 1
    assert found["517402"].units.first == 1
    assert (found["482913"].units.first, found["482913"].missing) == (0, ())
    assert found["519384"].missing == (Missing.CONSENT,)
    assert found["511298"].missing == (Missing.VISIT,)
