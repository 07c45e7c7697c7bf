"""Navigation time of invented patients: enrolled, consented, and work logged, by the verbs."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, time, timedelta

from sqlmodel import Session

from careteam.demo.data import frozen, made, read_file
from careteam.demo.days import Days
from careteam.domain.moment import Moment
from careteam.domain.navigation_time import ConsentWay
from careteam.domain.rules import Rules
from careteam.domain.time_drafts import ConsentDraft, EnrolDraft, TimeDraft, VisitDraft
from careteam.storage.writes.enrolments import enrol
from careteam.storage.writes.time_entries import log_time
from careteam.storage.writes.time_evidence import record_consent, record_visit

NOBODY_ASKED = ""


@dataclass(frozen=True, slots=True)
class TimeStory:
    """One patient's time: which program, who bills, since when, what is on file, what was done.

    `at` is when on those days; nobody does two things at once.
    """

    mrn: str
    program: str
    billing: str
    ago: int
    consent: str
    visit: bool
    work: tuple[tuple[int, str, str, int, str], ...]
    at: str = "12:40"


def read_time() -> dict[str, TimeStory]:
    """The stories of `resources/demo/time.toml` by record number."""
    rows = (made(TimeStory, frozen(row)) for row in read_file("time")["time"])
    return {story.mrn: story for story in rows}


def count_time(
    session: Session,
    patient_id: int,
    story: TimeStory,
    people: Mapping[str, int],
    days: Days,
    *,
    moment: Moment,
    rules: Rules,
) -> None:
    """Enrol the patient, file what is on file, and log the work; `moment` names the navigator."""
    since, program = days.today - timedelta(days=story.ago), story.program
    billing = people[story.billing]
    draft = EnrolDraft(patient_id, program, since, billing, billing)
    enrol(session, draft, moment=moment, rules=rules)
    if story.consent != NOBODY_ASKED:
        consent = ConsentDraft(patient_id, program, since, ConsentWay(story.consent))
        record_consent(session, consent, moment=moment, rules=rules)
    if story.visit:
        visit = VisitDraft(patient_id, program, since, "office_visit", billing)
        record_visit(session, visit, moment=moment, rules=rules)
    for ago, work, activity, minutes, note in story.work:
        at = moment.to_utc(datetime.combine(days.off(-ago), time.fromisoformat(story.at)))
        entry = TimeDraft(patient_id, program, work, activity, minutes, at, note)
        log_time(session, entry, moment=moment, rules=rules)
