"""What somebody types, pastes or brings in is text: cleaned, found again, and never a formula."""

import csv
import io
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from careteam.domain.contacts import ContactDraft
from careteam.domain.errors import Problem, Refused
from careteam.domain.moment import Moment
from careteam.domain.patients import PatientDraft
from careteam.domain.text import clean, fold
from careteam.exports.list_csv import csv_bytes, neutral
from careteam.storage.reads.contacts import contacts_of
from careteam.storage.reads.patient_filter import PatientFilter
from careteam.storage.reads.search import search
from careteam.storage.store import Store
from careteam.storage.writes.contacts import log_contact
from careteam.storage.writes.patients import register_patient
from tests.storage.test_patient_reads import names_of
from tests.ui.contacts.conftest import Place
from ui.look.labels import isolate

FORMULA_SIGNS = ("=", "+", "-", "@", "|", "%", "\t", "\r", "\n", "\x00", "＝", "＋", "－", "＠")
"""Everything that a spreadsheet starts to reckon at, by the list of the project's threats."""
BEFORE = ("", " ", "   ", *"\u00a0\u2009\u3000\ufeff\u200b\u2066\u202e\u00ad")


@pytest.mark.parametrize("sign", FORMULA_SIGNS)
@pytest.mark.parametrize("before", BEFORE)
def test_a_cell_never_becomes_a_formula_whatever_stands_before_its_sign(
    sign: str, before: str
) -> None:
    text = f"{before}{sign}cmd|'/C calc'!A0"
    assert neutral(text) == f"'{text}"
    made = csv_bytes(["Note", text], [[text, 1]]).decode("utf-8-sig")
    heads, row = list(csv.reader(io.StringIO(made, newline="")))
    assert heads[1] == row[0] == f"'{text}"


@given(st.text(st.sampled_from([*"=+-@|% \t\u200b\u3000\ufeffab", "＝", "＠"]), max_size=8))
def test_the_first_sign_that_is_seen_of_a_cell_is_no_sign_of_a_formula(text: str) -> None:
    seen = clean(neutral(text)).lstrip()
    assert not seen or seen[0] == "'" or seen[0] not in FORMULA_SIGNS


def test_a_sentence_quotes_what_was_typed_without_overrides_and_not_endlessly() -> None:
    problem = Problem("on", "{text} is not a date.", {"text": "\u202e30 beF\x07" + "x" * 9000})
    assert problem.sentence.startswith("30 beFxxx")
    assert problem.sentence.endswith("…  is not a date.".replace("  ", " "))
    assert len(problem.sentence) < 160
    assert "\u202e" not in Refused([problem]).sentence


def test_names_of_any_length_that_fits_are_kept_and_a_longer_one_is_refused(
    store: Store, moment: Moment
) -> None:
    def register(mrn: str, family: str) -> int | None:
        draft = PatientDraft(mrn, family)
        return store.do(register_patient, draft, moment=moment, rules=store.rules).made

    assert register("1", "X")
    assert register("2", "N" * 200)
    assert register("3", "e\u0301" * 200)  # letters with a mark count as the letters they are
    with pytest.raises(Refused) as refused:
        register("4", "N" * 10_000)
    [problem] = refused.value.problems
    assert (problem.field, "at most 200 characters" in problem.sentence) == ("family", True)


NAMES = ("Ó'Brien-Núñez", "Nguyễn Thị", "李小龍", "محمد", "Søren", "😀 Smile", "Zimmer")


def test_names_of_every_script_are_kept_sorted_and_found_without_their_marks(
    store: Store, moment: Moment
) -> None:
    for place, name in enumerate(NAMES):
        draft = PatientDraft(f"A{place}", name)
        store.do(register_patient, draft, moment=moment, rules=store.rules)
    for typed, name in (
        ("o'brien", "Ó'Brien-Núñez"), ("nguyen thi", "Nguyễn Thị"),
        ("李小龍", "李小龍"), ("محمد", "محمد"), ("soren", "Søren"), ("😀", "😀 Smile"),
    ):  # fmt: skip
        found = names_of(store, moment, PatientFilter(typed=typed))
        assert name.upper() in " ".join(found), typed
    everybody = names_of(store, moment, PatientFilter())
    assert [fold(name) for name in everybody] == sorted(fold(name) for name in everybody)


SIGNS = (
    "'; DROP TABLE patient; --", "%", "_", "*", '"', '""', "AND (", "NEAR", "NEAR(a b)", "mrn:1",
    "col:", 'unbalanced "quote', "(", ")", "^a", "-a", "{a b}", "a OR b", "NOT", "\\", "\x00",
    "\ud800", "\u202e", "a" * 9000,
)  # fmt: skip


@pytest.mark.parametrize("typed", SIGNS)
def test_signs_of_a_query_are_looked_for_as_they_stand(
    store: Store, moment: Moment, patient: int, typed: str
) -> None:
    marked = f"{clean(typed)[:150]} marked".strip()
    draft = PatientDraft("Z9", marked)
    made = store.do(register_patient, draft, moment=moment, rules=store.rules).made
    contact = ContactDraft(
        patient, "nurse_navigator", "phone", "reached_patient", moment.now, note=marked
    )
    store.do(log_contact, contact, moment=moment, rules=store.rules)
    for asked in (typed, f"{typed} marked", f"marked {typed}"):
        hits = store.read(search, asked, today=moment.today, rules=store.rules)
        assert {hit.id for hit in hits.patients} <= {made}, "nobody else is found"
        names_of(store, moment, PatientFilter(typed=asked))
    hits = store.read(search, "marked", today=moment.today, rules=store.rules)
    assert [hit.id for hit in hits.patients] == [made]


NOTES = ("=cmd|'/C calc'!A0", "@SUM(A1:A9)", "＝1+1", "+1 212 555 0101", "-2", "|x", "%0A")


@pytest.mark.parametrize("note", NOTES)
def test_a_note_like_a_formula_is_kept_as_it_was_written(
    store: Store, moment: Moment, patient: int, note: str
) -> None:
    draft = ContactDraft(
        patient, "nurse_navigator", "phone", "reached_patient", moment.now, note=note
    )
    store.do(log_contact, draft, moment=moment, rules=store.rules)
    assert [row.note for row in store.read(contacts_of, patient)] == [note]


HIDDEN = "Ann\u202eeoJ\u202c \u200b\u2066x\u2069\x00\x07\x85\u00adLee"


def test_what_hides_in_a_note_or_a_name_is_taken_out_before_it_is_kept(
    place: Place, store: Store, moment: Moment
) -> None:
    form = place.composer.form
    form.show_entry(replace(form.entry(), outcome="reached_patient", note=HIDDEN))
    place.composer.save()
    assert [row.note for row in place.contacts()] == ["AnneoJ xLee"]
    draft = PatientDraft("77", HIDDEN, HIDDEN + "\ud800")
    store.do(register_patient, draft, moment=moment, rules=store.rules)
    [name] = names_of(store, moment, PatientFilter(typed="anneoj"))
    assert name == "ANNEOJ XLEE, AnneoJ xLee\ufffd"


def test_a_neighbour_in_another_direction_does_not_turn_a_number_round() -> None:
    assert isolate("(212) 555-0148") == "\u2068(212) 555-0148\u2069"
    assert isolate("") == ""
