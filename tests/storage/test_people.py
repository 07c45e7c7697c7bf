"""People are put into the directory, changed, leave and come back."""

from dataclasses import replace
from datetime import date

import pytest
from sqlmodel import Session

from careteam.domain.access import Action, Denied, Role, Who, needs
from careteam.domain.changes import Changes
from careteam.domain.errors import Refused, Stale
from careteam.domain.moment import Moment
from careteam.domain.people import AbsenceDraft, PersonDraft
from careteam.domain.phones import Phone
from careteam.storage.reads.people import (
    DirectoryFilter,
    Presence,
    count_directory,
    count_people_alone,
    directory_rows,
    people_alone,
)
from careteam.storage.reads.person import PersonDetail, person_detail, person_matches
from careteam.storage.store import Store
from careteam.storage.tables import PersonRecord
from careteam.storage.writes.people import add_person, amend_person
from tests.conftest import ADMIN

TODAY = date(2026, 11, 20)
NOVAK = PersonDraft(
    family="Novak",
    given="Petra",
    title="",
    credentials="DPT",
    roles=("physical_therapist", "occupational_therapist"),
    organisation="Leukemia Program",
    department="Rehabilitation",
    phones=(Phone("(212) 555-0158", "work"), Phone("(212) 555-0159", "mobile")),
    pager="2290",
    email="p.novak@clinic.example",
    npi="1234567893",
    languages=("en", "cs"),
    note="Mornings only.",
)


def add(store: Store, moment: Moment, draft: PersonDraft = NOVAK) -> int:
    made = store.do(add_person, draft, moment=moment, rules=store.rules).made
    assert made is not None
    return made


def amend(store: Store, moment: Moment, person: int, draft: PersonDraft) -> str:
    return store.do(amend_person, person, draft, moment=moment, rules=store.rules).summary


def detail(store: Store, person: int) -> PersonDetail:
    return store.read(person_detail, person, TODAY)


def test_everything_that_was_entered_about_a_person_is_kept(store: Store, moment: Moment) -> None:
    person = add(store, moment)
    assert detail(store, person).draft == replace(NOVAK, version=1)
    assert detail(store, person).name == "Novak, Petra, DPT"


def test_a_person_stands_in_the_list_with_role_phone_and_place(
    store: Store, moment: Moment
) -> None:
    add(store, moment)
    (row,) = store.read(directory_rows, DirectoryFilter(), TODAY)
    assert (row.name, row.place) == ("Novak, Petra, DPT", "Rehabilitation · Leukemia Program")
    assert row.roles == ("physical_therapist", "occupational_therapist")
    assert (row.phone, row.patients, row.presence) == ("(212) 555-0158", 0, Presence.HERE)


def test_an_npi_with_a_wrong_check_digit_is_refused_at_its_field(
    store: Store, moment: Moment
) -> None:
    with pytest.raises(Refused) as refused:
        add(store, moment, replace(NOVAK, npi="1234567890"))
    assert [problem.field for problem in refused.value.problems] == ["npi"]
    assert store.read(count_directory, DirectoryFilter(), TODAY) == 0


def test_the_npi_of_somebody_else_is_refused_with_their_name(store: Store, moment: Moment) -> None:
    add(store, moment)
    with pytest.raises(Refused, match="Petra Novak, DPT has this NPI already"):
        add(store, moment, PersonDraft(family="Nowak", given="Piotr", npi="1234567893"))


def test_the_same_name_or_npi_is_found_before_saving_whatever_its_accents(
    store: Store, moment: Moment
) -> None:
    person = add(store, moment, replace(NOVAK, family="Nováková"))
    twin = PersonDraft(family="NOVAKOVA", given="petra")
    assert [match.id for match in store.read(person_matches, twin)] == [person]
    same_npi = PersonDraft(family="Other", npi="1234567893")
    (match,) = store.read(person_matches, same_npi)
    assert match.is_same_npi
    assert store.read(person_matches, twin, person) == ()


def test_a_change_made_on_an_older_version_is_stale_and_changes_nothing(
    store: Store, moment: Moment
) -> None:
    person = add(store, moment)
    opened = detail(store, person).draft
    amend(store, moment, person, replace(opened, pager="1111"))
    with pytest.raises(Stale):
        amend(store, moment, person, replace(opened, pager="2222"))
    assert detail(store, person).draft.pager == "1111"


def test_who_left_is_listed_only_behind_the_switch(store: Store, moment: Moment) -> None:
    person = add(store, moment)
    opened = detail(store, person).draft
    said = amend(store, moment, person, replace(opened, leaves_on=date(2026, 11, 18)))
    assert said == "Petra Novak, DPT left on 18-Nov-2026."
    assert store.read(directory_rows, DirectoryFilter(), TODAY) == ()
    (row,) = store.read(directory_rows, DirectoryFilter(with_left=True), TODAY)
    assert (row.presence, row.last) == (Presence.LEFT, date(2026, 11, 18))


def test_who_sees_no_patients_reads_the_list_without_a_word_of_them(
    store: Store, moment: Moment, patient: int, navigator: int
) -> None:
    leaver = detail(store, navigator).draft
    amend(store, moment, navigator, replace(leaver, leaves_on=date(2026, 11, 18)))
    (row,) = store.read(directory_rows, DirectoryFilter(), TODAY)
    assert (row.patients, row.to_hand_over) == (1, 1)
    store.who = Who(ADMIN.account_id, "alex", frozenset({Role.ADMINISTRATOR}))
    for read in (directory_rows, count_directory):
        with pytest.raises(Denied, match="sees no patients"):
            store.read(read, DirectoryFilter(), TODAY)
    assert store.read(people_alone, DirectoryFilter(), TODAY) == ()
    assert store.read(count_people_alone, DirectoryFilter(), TODAY) == 0
    everybody = DirectoryFilter(with_left=True)
    assert store.read(count_people_alone, everybody, TODAY) == 1
    (row,) = store.read(people_alone, everybody, TODAY)
    assert (row.id, row.patients, row.to_hand_over) == (navigator, None, None)


def test_who_left_comes_back_when_the_old_entry_is_saved_again(
    store: Store, moment: Moment
) -> None:
    person = add(store, moment)
    before = detail(store, person).draft
    amend(store, moment, person, replace(before, leaves_on=date(2026, 11, 18)))
    said = amend(store, moment, person, replace(before, version=2))
    assert said == "Petra Novak, DPT stays."
    assert store.read(count_directory, DirectoryFilter(), TODAY) == 1


def test_days_away_show_from_a_week_before_with_their_cover(store: Store, moment: Moment) -> None:
    cover = add(store, moment, PersonDraft(family="Ito", given="Tomo", roles=("dietitian",)))
    away = AbsenceDraft(date(2026, 11, 23), date(2026, 11, 30), cover)
    person = add(store, moment, replace(NOVAK, absences=(away,)))
    rows = store.read(directory_rows, DirectoryFilter(), TODAY)
    row = next(row for row in rows if row.id == person)
    assert (row.presence, row.first, row.last, row.cover) == (
        Presence.AWAY,
        date(2026, 11, 23),
        date(2026, 11, 30),
        "T. Ito",
    )
    earlier = store.read(directory_rows, DirectoryFilter(), date(2026, 11, 15))
    assert {row.presence for row in earlier} == {Presence.HERE}


def test_absences_that_overlap_or_run_backwards_are_refused(store: Store, moment: Moment) -> None:
    two = (
        AbsenceDraft(date(2026, 12, 1), date(2026, 12, 9)),
        AbsenceDraft(date(2026, 12, 9), date(2026, 12, 12)),
    )
    with pytest.raises(Refused, match="overlap"):
        add(store, moment, replace(NOVAK, absences=two))
    backwards = (AbsenceDraft(date(2026, 12, 9), date(2026, 12, 1)),)
    with pytest.raises(Refused) as refused:
        add(store, moment, replace(NOVAK, absences=backwards))
    assert refused.value.problems[0].field == "absences.0"


def test_who_has_left_by_then_cannot_cover(store: Store, moment: Moment) -> None:
    gone = add(store, moment, PersonDraft(family="Ito", leaves_on=date(2026, 11, 21)))
    away = AbsenceDraft(date(2026, 11, 23), date(2026, 11, 30), gone)
    with pytest.raises(Refused, match="Ito has left by then"):
        add(store, moment, replace(NOVAK, absences=(away,)))


@pytest.mark.parametrize(
    ("typed", "found"),
    [("nov", 1), ("petra nov", 1), ("rehab", 1), ("DPT", 1), ("1234567893", 1), ("bell", 0)],
)
def test_the_list_is_narrowed_by_what_is_typed(
    store: Store, moment: Moment, typed: str, found: int
) -> None:
    add(store, moment)
    assert len(store.read(directory_rows, DirectoryFilter(typed=typed), TODAY)) == found


def test_the_list_is_narrowed_by_role_and_comes_in_pages(store: Store, moment: Moment) -> None:
    for number in range(70):
        role = "chaplain" if number % 2 else "social_worker"
        add(store, moment, PersonDraft(family=f"Person{number:02d}", roles=(role,)))
    everyone = DirectoryFilter()
    first = store.read(directory_rows, everyone, TODAY, 0, 64)
    second = store.read(directory_rows, everyone, TODAY, 64, 64)
    assert [row.name for row in (*first, *second)] == [f"Person{n:02d}" for n in range(70)]
    chaplains = DirectoryFilter(roles=("chaplain", "spiritual_advisor"))
    assert store.read(count_directory, chaplains, TODAY) == 35


def test_a_word_of_wildcards_finds_only_itself(store: Store, moment: Moment) -> None:
    add(store, moment)
    assert store.read(directory_rows, DirectoryFilter(typed="%"), TODAY) == ()


def test_one_that_a_file_only_named_counts_as_known_once_saved(
    store: Store, moment: Moment
) -> None:
    person = add(store, moment, PersonDraft(family="Weiss"))
    store.do(_mark_as_stub, person)
    assert detail(store, person).is_stub
    amend(store, moment, person, replace(detail(store, person).draft, given="Alan"))
    assert not detail(store, person).is_stub


@needs(Action.OWN)
def _mark_as_stub(session: Session, person: int) -> Changes:
    session.get_one(PersonRecord, person).is_stub = True
    session.flush()
    return Changes(frozenset())
