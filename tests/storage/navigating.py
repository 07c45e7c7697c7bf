"""What the tests of navigation time share: a patient enrolled by the real verbs, time logged."""

from dataclasses import replace
from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo

from careteam.domain.contacts import ContactDraft
from careteam.domain.moment import Moment
from careteam.domain.time_drafts import ConsentDraft, EnrolDraft, TimeDraft, VisitDraft
from careteam.storage.store import Store
from careteam.storage.writes.contacts import log_contact
from careteam.storage.writes.enrolments import enrol
from careteam.storage.writes.time_entries import log_time
from careteam.storage.writes.time_evidence import record_consent, record_visit
from tests.people import add_member
from tests.storage.needs import act

ZONE = "America/New_York"
NOVEMBER, BEGAN = date(2026, 11, 1), date(2026, 11, 2)


def at(day: date, hour: int = 10, minute: int = 0) -> datetime:
    """A time of the clinic's day, as UTC."""
    local = datetime.combine(day, time(hour, minute), ZoneInfo(ZONE))
    return local.astimezone(UTC)


def physician(store: Store) -> int:
    """Dr Priya Raman, who bills."""
    return add_member(store, "Raman", "Priya", "MD", "heme_onc_adult")


def enrolled(
    store: Store, moment: Moment, patient: int, billing: int, program: str = "PIN", on: date = BEGAN
) -> int:
    """An enrolment of the patient, billed and supervised by one person."""
    draft = EnrolDraft(patient, program, on, billing, billing)
    return act(store, moment, enrol, draft)


def ready(
    store: Store, moment: Moment, patient: int, program: str = "PIN", on: date = BEGAN
) -> int:
    """A patient of whom everything is on file; gives who bills."""
    billing = physician(store)
    enrolled(store, moment, patient, billing, program, on)
    act(store, moment, record_consent, ConsentDraft(patient, program, on))
    act(store, moment, record_visit, VisitDraft(patient, program, on, "office_visit", billing))
    return billing


def called(
    store: Store,
    moment: Moment,
    patient: int,
    minutes: int,
    when: datetime,
    **given: str,
) -> int:
    """A call that counts unless it says otherwise."""
    draft = ContactDraft(
        patient_id=patient,
        role="nurse_navigator",
        mode="phone",
        outcome="reached_patient",
        at=when,
        minutes=minutes,
        note="Explained the plan.",
        program="PIN",
        activity="health_education",
    )
    return act(store, moment, log_contact, replace(draft, **given))


def worked(
    store: Store, moment: Moment, patient: int, minutes: int, when: datetime, **given: str
) -> int:
    """A chart review that counts unless it says otherwise."""
    draft = TimeDraft(
        patient, "PIN", "chart_review", "care_coordination", minutes, when, "Read the reports."
    )
    return act(store, moment, log_time, replace(draft, **given))
