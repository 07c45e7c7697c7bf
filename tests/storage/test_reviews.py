"""A review finds what is worth a look since the last sign-off, and nothing else."""

from collections import Counter
from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import text

from careteam.domain.audit import Event
from careteam.domain.disclosures import DisclosureDraft, Form, Handed
from careteam.domain.errors import Refused, Stale
from careteam.domain.moment import Moment
from careteam.domain.patients import PatientDraft
from careteam.domain.reviews import Look, ReviewDraft, ReviewRules, ReviewRulesDraft
from careteam.storage.reads.review_looks import LOOKS
from careteam.storage.reads.reviews import open_review, reviews, rows_of_hit
from careteam.storage.store import Store
from careteam.storage.writes.audit_events import note_event
from careteam.storage.writes.disclosures import register_disclosure
from careteam.storage.writes.patients import register_patient
from careteam.storage.writes.reviews import save_review_rules, sign_off
from careteam.storage.writes.settings import set_setting
from tests.conftest import NOW
from tests.people import work_as
from tests.plans import plans_of

ZONE = "America/New_York"
FRIDAY_NIGHT = datetime(2026, 11, 21, 3, 10, tzinfo=UTC)
SATURDAY_NOON = datetime(2026, 11, 21, 17, 0, tzinfo=UTC)

Note = Callable[..., None]


@pytest.fixture
def joan(store: Store, patient: int, navigator: int) -> Moment:
    """Joan Ellis on a Friday morning; everything before is signed off."""
    who = work_as(store, "joan.ellis", navigator)
    moment = Moment.at(NOW, ZONE, navigator, who.account_id)
    finish(store, moment)
    return moment


@pytest.fixture
def note(store: Store, joan: Moment) -> Note:
    def do(
        event: Event, at: datetime = NOW, patient_id: int | None = None, **detail: object
    ) -> None:
        moment = Moment.at(at, ZONE, joan.by, joan.account)
        store.do(
            note_event, event, "chart", patient_id=patient_id, detail=detail, moment=moment,
            rules=store.rules,
        )  # fmt: skip

    return do


def finish(store: Store, moment: Moment, words: str = "Nothing unusual.") -> None:
    waiting = store.read(open_review, moment=moment)
    draft = ReviewDraft(waiting.from_seq, waiting.to_seq, words, {})
    store.do(sign_off, draft, moment=moment, rules=store.rules)


def found(store: Store, moment: Moment) -> Counter[Look]:
    return Counter(
        {look: n for look, n in store.read(open_review, moment=moment).counts.items() if n}
    )


def test_a_quiet_week_has_no_finding(store: Store, joan: Moment, note: Note, patient: int) -> None:
    note(Event.UNLOCKED)
    note(Event.OPENED, patient_id=patient)
    assert found(store, joan) == {}


def test_wrong_passphrases_restores_and_prints_are_found(
    store: Store, joan: Moment, note: Note, patient: int
) -> None:
    note(Event.WRONG)
    note(Event.WRONG)
    note(Event.RESTORED)
    done = DisclosureDraft("summary", Form.PRINT, Handed("Westside"), (patient,))
    store.do(register_disclosure, done, moment=joan, rules=store.rules)
    assert found(store, joan) == {Look.WRONG: 2, Look.RESTORED: 1, Look.PRINTED: 1}


def test_lists_of_many_patients_are_found(store: Store, joan: Moment, patient: int) -> None:
    ids = [patient]
    for number in range(10):
        new = PatientDraft(f"m{number}", f"Family{number}")
        made = store.do(register_patient, new, moment=joan, rules=store.rules).made
        assert made is not None
        ids.append(made)
    for count in (9, 11):
        many = DisclosureDraft("patients", Form.CSV, Handed("the team"), tuple(ids[:count]))
        store.do(register_disclosure, many, moment=joan, rules=store.rules)
    assert found(store, joan) == {Look.MANY_LEFT: 1}


def test_work_at_night_and_at_the_weekend_is_one_finding_a_day(
    store: Store, joan: Moment, note: Note, patient: int
) -> None:
    for at in (FRIDAY_NIGHT, FRIDAY_NIGHT + timedelta(minutes=40), SATURDAY_NOON):
        note(Event.OPENED, at, patient)
    waiting = store.read(open_review, moment=joan)
    hits = [row for row in waiting.hits if row.look is Look.HOURS]
    assert [(row.who, row.count) for row in hits] == [
        ("Joan Ellis, RN, OCN", 2),
        ("Joan Ellis, RN, OCN", 1),
    ]
    rows = store.read(rows_of_hit, hits[0].hit, rules=store.rules)
    assert [row.what for row in rows] == ["opened the chart"] * 2


def test_the_hours_and_what_is_many_are_settings(
    store: Store, joan: Moment, note: Note, patient: int
) -> None:
    draft = ReviewRulesDraft("00:00", "23:59", "1", "500")
    store.do(save_review_rules, draft, moment=joan, rules=store.rules)
    finish(store, joan)
    note(Event.OPENED, FRIDAY_NIGHT, patient)
    assert found(store, joan) == {Look.MANY_CHARTS: 1}
    with pytest.raises(Refused) as refused:
        store.do(
            save_review_rules,
            ReviewRulesDraft("20:00", "6", "0", "x"),
            moment=joan,
            rules=store.rules,
        )
    assert [one.field for one in refused.value.problems] == ["closes_at", "charts", "many"]
    assert ReviewRules.of({"review_charts": "many"}).charts == 60


def test_settings_that_a_person_changed_are_found_and_the_programs_own_are_not(
    store: Store, joan: Moment
) -> None:
    for key in ("clinic", "summary_paper", "rolled_to"):
        store.do(set_setting, key, "a4", moment=joan, rules=store.rules)
    assert found(store, joan) == {Look.SETTINGS: 1}


def test_a_chart_of_somebody_with_the_users_own_name_is_found(
    store: Store, joan: Moment, note: Note, patient: int
) -> None:
    new = PatientDraft("e1", "ELLIS", "Tom")
    made = store.do(register_patient, new, moment=joan, rules=store.rules).made
    for one in (patient, made):
        note(Event.OPENED, patient_id=one)
    waiting = store.read(open_review, moment=joan)
    assert [row.hit.patient_id for row in waiting.hits] == [made]
    assert waiting.counts[Look.SAME_NAME] == 1


def test_sixty_charts_in_a_day_are_many_and_the_same_chart_is_one(
    store: Store, joan: Moment, note: Note, patient: int
) -> None:
    draft = ReviewRulesDraft("06:00", "20:00", "2", "10")
    store.do(save_review_rules, draft, moment=joan, rules=store.rules)
    finish(store, joan)
    for _ in range(3):
        note(Event.OPENED, patient_id=patient)
    assert found(store, joan) == {}


def test_a_sign_off_begins_the_next_review_and_stands_in_the_trail(
    store: Store, joan: Moment, note: Note
) -> None:
    note(Event.WRONG)
    before = store.read(open_review, moment=joan)
    draft = ReviewDraft(before.from_seq, before.to_seq, "Joan mistyped.", {"wrong": 1})
    with pytest.raises(Refused, match="Write what you found"):
        store.do(sign_off, ReviewDraft(1, 2, " "), moment=joan, rules=store.rules)
    store.do(sign_off, draft, moment=joan, rules=store.rules)
    with pytest.raises(Stale):
        store.do(sign_off, draft, moment=joan, rules=store.rules)
    after = store.read(open_review, moment=joan)
    assert (after.from_seq, after.counts[Look.WRONG]) == (before.to_seq + 1, 0)
    newest, _older = store.read(reviews)
    assert (newest.note, newest.who, dict(newest.counts)) == (
        "Joan mistyped.",
        "Joan Ellis, RN, OCN",
        {"wrong": 1},
    )
    sql = "SELECT action, actor_id FROM audit WHERE entity = 'audit_review' ORDER BY seq DESC"
    row = store.read(lambda session: session.execute(text(sql)).first())
    assert row is not None
    assert tuple(row) == ("insert", joan.account)


def test_every_look_is_listed_and_reads_only_the_rows_since_the_last_review(
    store: Store, joan: Moment
) -> None:
    assert set(LOOKS) == set(Look)
    plans = plans_of(store, open_review, moment=joan)
    read = [plan for plan in plans if " audit" in plan and "audit_review" not in plan]
    head, *looks = read
    assert head == "SCAN audit", "the last row alone"
    assert looks == ["SEARCH audit USING INTEGER PRIMARY KEY (rowid>? AND rowid<?)"] * len(LOOKS)
