"""Words are found while they are typed, whatever their length, and at the cost of a few seeks."""

from datetime import timedelta

import pytest
from sqlalchemy import text

from careteam.domain.access import Action, needs
from careteam.domain.changes import Changes
from careteam.domain.contacts import ContactDraft
from careteam.domain.moment import Moment
from careteam.domain.patients import PatientDraft, Status, StatusDraft
from careteam.domain.text import fold
from careteam.storage import note_search
from careteam.storage.note_search import find_notes
from careteam.storage.reads.patient_filter import PatientFilter
from careteam.storage.reads.patients import list_patients
from careteam.storage.reads.search import MOST_OF_A_KIND, MOST_RANKED, search
from careteam.storage.search import find_patients, find_people
from careteam.storage.store import Store
from careteam.storage.trigrams import FEW, rarest
from careteam.storage.writes.contacts import log_contact
from careteam.storage.writes.patients import register_patient, set_status
from tests.people import add_member
from tests.plans import plans_of

NOTES = ("Transfusion went well", "Transport is booked", "Transfer to rehab, ride confirmed")


@pytest.fixture
def notes(store: Store, moment: Moment, patient: int) -> list[int]:
    """Three contacts, oldest first."""
    made: list[int] = []
    for hours, note in enumerate(NOTES):
        at = moment.now - timedelta(hours=3 - hours)
        draft = ContactDraft(patient, "chaplain", "phone", "reached_patient", at, note=note)
        contact = store.do(log_contact, draft, moment=moment, rules=store.rules).made
        assert contact is not None
        made.append(contact)
    return made


def found(store: Store, typed: str) -> list[int]:
    return store.read(lambda session: find_notes(session.connection(), typed))


@pytest.mark.parametrize(
    ("typed", "which"),
    [
        ("tr", (2, 1, 0)),
        ("tran", (2, 1, 0)),
        ("transf", (2, 0)),
        ("transfu", (0,)),
        ("transfuz", ()),
        ("TRANSPORT", (1,)),
        ("ride conf", (2,)),
        ("ride trans", (2,)),
        ("well transp", ()),
        ("confirmed r", (2,)),
    ],
)
def test_the_last_word_is_found_by_its_beginning_newest_notes_first(
    store: Store, notes: list[int], typed: str, which: tuple[int, ...]
) -> None:
    assert found(store, typed) == [notes[at] for at in which]


def test_one_letter_finds_no_notes_until_the_second_is_typed(
    store: Store, notes: list[int]
) -> None:
    assert found(store, "t") == []
    assert found(store, "te") == []
    assert found(store, "ride x") == [notes[2]]
    assert found(store, "ride xy") == []


def test_a_beginning_that_many_words_share_finds_them_all(
    store: Store, notes: list[int], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(note_search, "MOST_ENDINGS", 2)
    assert found(store, "trans") == notes[::-1]


@pytest.mark.parametrize("typed", ["went transf", "ride transf", "transp", "transfer"])
def test_what_is_found_does_not_hang_on_how_many_words_are_asked_for_at_once(
    store: Store, notes: list[int], monkeypatch: pytest.MonkeyPatch, typed: str
) -> None:
    whole = found(store, typed)
    assert whole
    monkeypatch.setattr(note_search, "MOST_ENDINGS", 1)
    for lots in ((1,), (1, 2), (1, 4)):
        monkeypatch.setattr(note_search, "MOST_CANDIDATES", lots)
        assert found(store, typed) == whole, lots


def test_a_word_that_enough_notes_have_stands_for_those_after_it(
    store: Store, notes: list[int], monkeypatch: pytest.MonkeyPatch
) -> None:
    def first(limit: int) -> list[int]:
        return store.read(lambda session: find_notes(session.connection(), "trans", limit))

    assert first(3) == notes[::-1]
    assert first(1) == [notes[2]]
    monkeypatch.setattr(note_search, "MOST_ENDINGS", 1)
    assert first(1) == [notes[2]]
    monkeypatch.setattr(note_search, "MOST_ENDINGS", 2)
    assert first(2) == [notes[2], notes[0]]


@pytest.mark.parametrize(
    ("typed", "names"),
    [
        ("okoy", ["Okoye"]),
        ("ada", ["Okoye"]),
        ("koye ada", ["Okoye"]),
        ("Okoye, Ada", ["Okoye"]),
        ("o a", ["Novak", "Okoye"]),
        ("ovak p", ["Novak"]),
        ("nobody", []),
    ],
)
def test_people_are_found_by_any_part_of_their_name(
    store: Store, typed: str, names: list[str]
) -> None:
    people = {
        add_member(store, "Okoye", "Ada", "LCSW", "social_worker"): "Okoye",
        add_member(store, "Novak", "Petra", "DPT", "physical_therapist"): "Novak",
    }
    ids = store.read(lambda session: find_people(session.connection(), typed))
    assert sorted(people[person_id] for person_id in ids) == names


def test_a_person_is_found_by_the_new_name_only(store: Store, navigator: int) -> None:
    @needs(Action.OWN)
    def rename(session: object) -> Changes:
        sql = f"UPDATE person SET name_key = 'vandermeer joan' WHERE id = {navigator}"
        session.execute(text(sql))  # pyright: ignore[reportAttributeAccessIssue]
        return Changes(frozenset())

    store.do(rename)

    def ids(typed: str) -> list[int]:
        return store.read(lambda session: find_people(session.connection(), typed))

    assert (ids("dermeer"), ids("ellis")) == ([navigator], [])


@pytest.mark.parametrize(
    "typed", ["delac", "delacroix", "ride conf", "482913", "joan ellis", "bo", "bo a", "x"]
)
def test_no_word_that_is_typed_makes_a_table_be_read_through(
    store: Store, moment: Moment, notes: list[int], typed: str
) -> None:
    """Of the few people of a directory the names are gone through for words of two letters."""
    tables = {"patient", "contact", "p"} | ({"person"} if len(typed.split()[0]) > 2 else set())
    plans = plans_of(store, search, typed, today=moment.today, rules=store.rules)
    scanned = {plan.split()[1] for plan in plans if plan.startswith("SCAN")}
    assert not tables & scanned, plans


@pytest.fixture
def namesakes(store: Store, moment: Moment) -> list[int]:
    """More patients than are ranked whose names begin alike, in the order of their names."""
    made: list[int] = []
    for number in range(MOST_RANKED + 2):
        draft = PatientDraft(f"7{number:03}", f"Sorensen {number:02}", "Ann")
        patient = store.do(register_patient, draft, moment=moment, rules=store.rules).made
        assert patient is not None
        made.append(patient)
    return made


def named(store: Store, moment: Moment, family: str, given: str) -> int:
    draft = PatientDraft(f"8{family[-3:]}{given[-3:]}", family, given)
    patient = store.do(register_patient, draft, moment=moment, rules=store.rules).made
    assert patient is not None
    return patient


@pytest.mark.parametrize("typed", ["bo", "BO", "bo le", "le bo", "ö", "王", "小明", "li"])
def test_two_letters_find_whoever_has_a_name_that_begins_so(
    store: Store, moment: Moment, typed: str
) -> None:
    words = {
        "bo": ["Lee Bo", "Boyd Ann", "Kim Jae-Bo", "Ng Ann Bo", "O'Boyle Pat"],
        "bo le": ["Lee Bo", "O'Boyle Pat"],
        "le bo": ["Lee Bo", "O'Boyle Pat"],
        "ö": ["Öberg Ann", "O'Boyle Pat"],
        "王": ["王 小明"],
        "小明": ["王 小明"],
        "li": ["Chen Li", "Lindqvist Eva"],
    }[typed.casefold()]
    names = {
        name: named(store, moment, *name.split(" ", 1))
        for name in ("Lee Bo", "Boyd Ann", "Kim Jae-Bo", "Ng Ann Bo", "O'Boyle Pat", "Abo Ann",
                     "Öberg Ann", "王 小明", "Chen Li", "Lindqvist Eva", "Ali Jon")
    }  # fmt: skip
    ids = store.read(lambda session: find_patients(session.connection(), typed))
    assert {name for name, one in names.items() if one in ids} == set(words)
    asked = PatientFilter(typed=typed)
    listed = store.read(list_patients, asked, moment=moment, rules=store.rules)
    assert [row.id for row in listed] == [names[name] for name in sorted(words, key=fold)]


def test_two_digits_find_numbers_that_begin_so_and_no_birth_dates(
    store: Store, moment: Moment, patient: int
) -> None:
    def ids(typed: str) -> list[int]:
        return store.read(lambda session: find_patients(session.connection(), typed))

    assert (ids("48"), ids("19"), ids("21")) == ([patient], [], [])


def test_of_many_whose_name_begins_so_a_few_are_looked_at(
    store: Store, moment: Moment, monkeypatch: pytest.MonkeyPatch
) -> None:
    found = [named(store, moment, f"Chen {number:02}", "Li") for number in range(5)]
    monkeypatch.setattr("careteam.storage.search.MOST_BEGUN", 3)
    assert store.read(lambda session: find_patients(session.connection(), "li")) == found[:3]


def test_of_a_long_word_the_parts_that_few_patients_have_are_looked_for(
    store: Store, moment: Moment, namesakes: list[int]
) -> None:
    named(store, moment, "Sorensenquis", "Liv")
    parts = store.read(lambda session: rarest(session.connection(), ["sorensenquis"]))
    assert len(parts) == FEW
    assert set(parts) <= {f'"{part}"' for part in ("enq", "nqu", "qui", "uis")}
    assert not store.read(lambda session: rarest(session.connection(), ["soren"]))


@pytest.mark.parametrize(
    ("typed", "is_found"),
    [
        ("sorensenquist", True),
        ("ORENSENQUIST", True),
        ("sorensenquist abcde cdefg", True),
        ("cdefg sorensenqu b", True),
        ("sorensenquist-abc", True),
        ("abcdefg", False),
        ("sorensenquist ivabc", False),
        ("sorensenqu%st", False),
        ("sorensenqu_st", False),
        ('sorensenqu"st', False),
        ("sorensenquist" * 9, False),
    ],
)
def test_a_long_word_is_found_wherever_it_stands_and_only_as_it_stands(
    store: Store, moment: Moment, namesakes: list[int], typed: str, is_found: bool
) -> None:
    patient = named(store, moment, "Sorensenquist-Abcde", "Cdefg")
    ids = store.read(lambda session: find_patients(session.connection(), typed))
    assert ids == [patient] * is_found


def close(store: Store, moment: Moment, patient: int) -> None:
    draft = StatusDraft(Status.TRANSFERRED, moment.today, "to another clinic")
    store.do(set_status, patient, draft, moment=moment, rules=store.rules)


def test_those_in_care_stand_before_those_who_left_in_the_order_of_their_names(
    store: Store, moment: Moment, namesakes: list[int]
) -> None:
    def shown() -> list[int]:
        hits = store.read(search, "Soren", today=moment.today, rules=store.rules)
        return [hit.id for hit in hits.patients]

    assert shown() == namesakes[:MOST_OF_A_KIND]
    close(store, moment, namesakes[0])
    assert shown() == namesakes[1 : MOST_OF_A_KIND + 1]
    for patient in namesakes[MOST_OF_A_KIND - 1 :]:
        close(store, moment, patient)
    assert shown() == [*namesakes[1 : MOST_OF_A_KIND - 1], namesakes[0], namesakes[7]]


def test_a_frequent_beginning_is_answered_by_the_order_of_names_alone(
    store: Store, moment: Moment, namesakes: list[int]
) -> None:
    plans = plans_of(store, search, "so", today=moment.today, rules=store.rules)
    assert any("USING COVERING INDEX patient_all" in plan for plan in plans), plans
    assert not any("patient_name" in plan or "patient_search" in plan for plan in plans), plans
