"""The register of disclosures: a row for each patient, corrected by another, never changed."""

from datetime import UTC, date, datetime, timedelta

import pytest
from sqlalchemy import text

from careteam.domain.access import Action, needs
from careteam.domain.audit import Event
from careteam.domain.disclosures import (
    NOT_SAID,
    CorrectionDraft,
    DisclosureDraft,
    Form,
    Handed,
    Purpose,
    first_told,
)
from careteam.domain.errors import Refused, Stale
from careteam.domain.history import Kind
from careteam.domain.moment import Moment
from careteam.domain.patients import PatientDraft, RelatedDraft
from careteam.storage.reads.disclosures import accounting_of, disclosures_of
from careteam.storage.reads.history import history_of
from careteam.storage.reads.recipients import recipients_of
from careteam.storage.store import Store
from careteam.storage.writes.disclosures import correct_disclosure, register_disclosure
from careteam.storage.writes.patients import register_patient
from tests.conftest import NOW
from tests.plans import plans_of

DIGEST = "ab" * 32


@pytest.fixture
def joan(navigator: int) -> Moment:
    return Moment.at(NOW, "America/New_York", navigator)


def draft(*patients: int, form: Form = Form.PDF, recipient: str = "Westside") -> DisclosureDraft:
    return DisclosureDraft("summary", form, Handed(recipient), patients, "phase, care team", DIGEST)


def count(store: Store, table: str) -> int:
    return store.read(lambda s: s.execute(text(f"SELECT count(*) FROM {table}")).scalar_one())


def test_an_act_is_one_row_of_the_patient_with_everything_that_is_asked(
    store: Store, patient: int, joan: Moment
) -> None:
    store.do(register_disclosure, draft(patient), moment=joan, rules=store.rules)
    (row,) = store.read(disclosures_of, patient)
    assert (row.at, row.who, row.recipient) == (NOW, "Joan Ellis, RN, OCN", "Westside")
    assert (row.why, row.what_words) == ("care coordination", "care summary, PDF; phase, care team")
    assert (row.digest, row.patients_count, row.is_encrypted) == (DIGEST, 1, False)


def test_a_list_is_one_row_for_each_patient_and_one_event(
    store: Store, patient: int, joan: Moment
) -> None:
    ids = [patient]
    for number in range(1_000):
        new = PatientDraft(f"m{number}", f"Family{number}")
        made = store.do(register_patient, new, moment=joan, rules=store.rules).made
        assert made is not None
        ids.append(made)
    whole = draft(*ids, ids[0], form=Form.CSV)
    store.do(register_disclosure, whole, moment=joan, rules=store.rules)
    assert count(store, "disclosure") == 1_001
    assert count(store, "audit WHERE action = 'exported'") == 1
    for one in (ids[0], ids[-1]):
        (row,) = store.read(disclosures_of, one)
        assert row.patients_count == 1_001
    assert store.check_trail().broken is None


@pytest.mark.parametrize(
    ("handed", "field"),
    [
        (Handed(" "), "recipient"),
        (Handed("x" * 201), "recipient"),
        (Handed("Westside", Purpose.OTHER), "note"),
        (Handed("Westside", note="n" * 501), "note"),
    ],
)
def test_without_who_and_why_nothing_is_registered(
    store: Store, patient: int, joan: Moment, handed: Handed, field: str
) -> None:
    wrong = DisclosureDraft("summary", Form.PDF, handed, (patient,))
    with pytest.raises(Refused) as refused:
        store.do(register_disclosure, wrong, moment=joan, rules=store.rules)
    assert [problem.field for problem in refused.value.problems] == [field]
    assert count(store, "disclosure") == 0


def test_an_entry_is_corrected_by_another_once_and_both_stay(
    store: Store, patient: int, joan: Moment
) -> None:
    store.do(register_disclosure, draft(patient), moment=joan, rules=store.rules)
    (first,) = store.read(disclosures_of, patient)
    later = Moment.at(NOW + timedelta(days=2), joan.zone, joan.by)
    right = CorrectionDraft(first.id, "Heard wrong.", Handed("Eastside", Purpose.PAYMENT))
    store.do(correct_disclosure, right, moment=later, rules=store.rules)
    newer, older = store.read(disclosures_of, patient)
    assert (older.is_corrected, older.recipient) == (True, "Westside")
    assert (newer.corrects_id, newer.reason, newer.recipient) == (
        first.id,
        "Heard wrong.",
        "Eastside",
    )
    assert (newer.at, newer.entered_at) == (NOW, later.now)
    assert (newer.digest, newer.what) == (older.digest, older.what)
    with pytest.raises(Stale):
        store.do(correct_disclosure, right, moment=later, rules=store.rules)
    without = CorrectionDraft(newer.id, " ", Handed("Eastside"))
    with pytest.raises(Refused, match="Write why"):
        store.do(correct_disclosure, without, moment=later, rules=store.rules)
    told = store.read(accounting_of, patient, moment=later)
    assert [line.is_corrected for line in told.lines] == [True, False]
    assert "Corrects the entry before, 22-Nov-2026 09:30: Heard wrong." in told.lines[1].note


@pytest.mark.parametrize("sql", ["UPDATE disclosure SET recipient = 'x'", "DELETE FROM disclosure"])
def test_an_entry_is_never_changed_or_deleted(
    store: Store, patient: int, joan: Moment, sql: str
) -> None:
    store.do(register_disclosure, draft(patient), moment=joan, rules=store.rules)
    with pytest.raises(Refused, match="only added to"):
        store.do(needs(Action.OWN)(lambda session: session.execute(text(sql))))
    assert len(store.read(disclosures_of, patient)) == 1


def test_an_accounting_reaches_six_years_back_and_says_so(
    store: Store, patient: int, joan: Moment
) -> None:
    for years in (0, 5, 7):
        at = Moment.at(NOW.replace(year=NOW.year - years), joan.zone, joan.by)
        told = draft(patient, recipient=f"years {years}")
        store.do(register_disclosure, told, moment=at, rules=store.rules)
    accounting = store.read(accounting_of, patient, moment=joan)
    assert [line.recipient for line in accounting.lines] == ["years 5", "years 0"]
    assert accounting.period == "20-Nov-2020 to 20-Nov-2026"
    assert (accounting.name, accounting.mrn) == ("DELACRUZ, Maria (Ms)", "482913")
    assert first_told(date(2028, 2, 29)) == date(2022, 2, 28)


def test_the_history_tells_who_got_it_and_why_once(
    store: Store, patient: int, joan: Moment
) -> None:
    done = (
        draft(patient, form=Form.PRINT, recipient="Westside"),
        draft(patient, form=Form.CLIPBOARD, recipient=NOT_SAID),
    )
    for one in done:
        store.do(register_disclosure, one, moment=joan, rules=store.rules)
    rows = store.read(history_of, patient, rules=store.rules, kind=Kind.SEEN)
    assert [row.what for row in rows] == [
        "copied the care summary as text without saying for whom (care coordination)",
        "printed the care summary for Westside (care coordination)",
    ]
    assert {Event.PRINTED, Event.COPIED} <= {
        row.action
        for row in store.read(lambda s: s.execute(text("SELECT action FROM audit")).all())
    }


def test_who_may_get_something_is_offered_with_consent_only(store: Store, joan: Moment) -> None:
    related = (
        RelatedDraft(name="Rosa Delacruz", relationship="child", may_talk=True),
        RelatedDraft(name="Pablo Delacruz", relationship="sibling", may_talk=False),
        RelatedDraft(name="Ana Ruiz", relationship="friend"),
    )
    new = PatientDraft("77", "Delacruz", related=related)
    made = store.do(register_patient, new, moment=joan, rules=store.rules).made
    offered = store.read(recipients_of, made, rules=store.rules)
    assert offered[0].name == "the patient"
    assert [row.name.split(" (")[0] for row in offered if row.is_own] == ["Rosa Delacruz"]
    (team,) = store.read(recipients_of, None, rules=store.rules)
    assert team.name == "the team of Leukemia Program"


def test_the_register_of_a_patient_is_read_by_its_index(store: Store, patient: int) -> None:
    since = datetime(2020, 1, 1, tzinfo=UTC)
    plans = plans_of(store, disclosures_of, patient, since=since)
    assert plans[:1] == ["SEARCH entry USING INDEX disclosure_of (patient_id=? AND at>?)"]
    assert not [plan for plan in plans if "SCAN" in plan or "TEMP B-TREE" in plan]
