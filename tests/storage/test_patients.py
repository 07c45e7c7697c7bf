"""Patients are registered, edited, moved between phases and states; nothing before is lost."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from sqlalchemy import select

from careteam.domain.dates import PartialDate
from careteam.domain.errors import Missing, Refused, Stale
from careteam.domain.moment import Moment
from careteam.domain.patients import (
    Address,
    Alert,
    PatientDraft,
    RelatedDraft,
    phase_words,
)
from careteam.domain.phones import Phone
from careteam.storage.reads.drafts import kept_draft
from careteam.storage.reads.patient_form import draft_of, roles_asked, same_person
from careteam.storage.store import Store
from careteam.storage.tables import PhasePeriodRecord
from careteam.storage.writes.drafts import drop_draft, keep_draft
from careteam.storage.writes.patients import (
    amend_patient,
    register_patient,
)

WHOLE = PatientDraft(
    mrn="00-7731",
    family="Núñez",
    given="Ana Lucía",
    title="Ms",
    preferred="Lucy",
    birth_date=PartialDate(1990, 5),
    sex="female",
    phones=(
        Phone("(212) 555-0111", "mobile", "after 4 pm", True),
        Phone("(212) 555-0112", "home", "", False, is_wrong=True),
    ),
    email="lucy@example.org",
    language="es",
    other_languages=("en", "pt"),
    needs_interpreter=True,
    address=Address("12 Elm Street", "Albany", "NY", "12207", "US"),
    payer="Medicaid",
    related=(
        RelatedDraft(
            "Rosa Núñez",
            "mother",
            "(212) 555-0113",
            "rosa@example.org",
            is_caregiver=True,
            may_talk=True,
            consent_on=date(2026, 11, 10),
            note="Works nights",
        ),
    ),
    subtype="b_nos",
    icd_state="not_in_remission",
    diagnosed_on=PartialDate(2026, 11, 6),
    referred_on=date(2026, 11, 8),
    phase="induction",
    phase_since=date(2026, 11, 9),
    alerts=(Alert("neutropenic", "", date(2026, 11, 15)), Alert("other", "Latex allergy")),
)


def register(store: Store, moment: Moment, draft: PatientDraft) -> int:
    made = store.do(register_patient, draft, moment=moment, rules=store.rules).made
    assert made is not None
    return made


def amend(store: Store, moment: Moment, patient: int, draft: PatientDraft) -> None:
    store.do(amend_patient, patient, draft, moment=moment, rules=store.rules)


def without_ids(draft: PatientDraft) -> PatientDraft:
    related = tuple(replace(person, id=None) for person in draft.related)
    return replace(draft, related=related, version=None)


def phases_of(store: Store, patient: int) -> list[tuple[Any, ...]]:
    table = PhasePeriodRecord.__table__.c
    query = select(table.phase, table.started_on, table.ended_on).where(table.patient_id == patient)
    return store.read(lambda s: [tuple(row) for row in s.execute(query.order_by(table.id))])


def refused_at(store: Store, moment: Moment, draft: PatientDraft) -> list[str]:
    with pytest.raises(Refused) as refused:
        register(store, moment, draft)
    return [problem.field for problem in refused.value.problems]


def test_all_that_was_entered_is_read_again_as_entered(store: Store, moment: Moment) -> None:
    patient = register(store, moment, WHOLE)
    read = store.read(draft_of, patient)
    assert without_ids(read) == WHOLE
    assert read.version == 1


def test_saving_what_was_read_changes_nothing_but_the_version(store: Store, moment: Moment) -> None:
    patient = register(store, moment, WHOLE)
    read = store.read(draft_of, patient)
    amend(store, moment, patient, read)
    assert store.read(draft_of, patient) == replace(read, version=2)
    assert len(phases_of(store, patient)) == 1


def test_saving_the_draft_from_before_takes_an_edit_back(store: Store, moment: Moment) -> None:
    patient = register(store, moment, WHOLE)
    before = store.read(draft_of, patient)
    amend(
        store,
        moment,
        patient,
        replace(before, payer="", phones=(), related=(), alerts=(), given="Ana"),
    )
    amend(store, moment, patient, replace(before, version=None))
    assert store.read(draft_of, patient) == replace(before, version=3)


def test_an_edit_based_on_an_old_version_is_stale_and_overwrites_nothing(
    store: Store, moment: Moment, patient: int
) -> None:
    read = store.read(draft_of, patient)
    amend(store, moment, patient, replace(read, payer="Aetna"))
    with pytest.raises(Stale):
        amend(store, moment, patient, replace(read, payer="Cigna"))
    assert store.read(draft_of, patient).payer == "Aetna"


def test_a_patient_who_is_not_there_is_missing(store: Store) -> None:
    with pytest.raises(Missing):
        store.read(draft_of, 404)
    assert store.read(roles_asked, 404, "induction", today=date(2026, 11, 20),
                      rules=store.rules) == ()  # fmt: skip


@pytest.mark.parametrize(
    ("changes", "fields"),
    [
        ({"mrn": " "}, ["mrn"]),
        ({"mrn": "9" * 61}, ["mrn"]),
        ({"family": "", "given": "\u200b"}, ["family"]),
        ({"birth_date": PartialDate(2027)}, ["birth_date", "diagnosed_on", "phase_since"]),
        ({"birth_date": PartialDate(1890)}, ["birth_date"]),
        ({"diagnosed_on": PartialDate(1985)}, ["diagnosed_on"]),
        ({"diagnosed_on": PartialDate(2026, 12)}, ["diagnosed_on"]),
        ({"referred_on": date(2026, 11, 21)}, ["referred_on"]),
        ({"phase_since": date(2026, 11, 21)}, ["phase_since"]),
        ({"phase_since": None}, ["phase_since"]),
        ({"phase": "thirst"}, ["phase"]),
        ({"sex": "x"}, ["sex"]),
        ({"email": "lucy"}, ["email"]),
        ({"phones": (Phone("call me"),)}, ["phones.0"]),
        ({"related": (RelatedDraft(""), RelatedDraft("", phone="1"))}, ["related.1"]),
        ({"related": (RelatedDraft("Rosa", consent_on=date(2026, 11, 21)),)}, ["related.0"]),
        ({"alerts": (Alert("other"),)}, ["alerts.0"]),
        ({"alerts": (Alert("isolation", "", date(2027, 1, 1)),)}, ["alerts.0"]),
        ({"mrn": "", "family": "", "given": ""}, ["mrn", "family"]),
    ],
)
def test_what_cannot_be_is_refused_at_its_field(
    store: Store, moment: Moment, changes: dict[str, object], fields: list[str]
) -> None:
    assert refused_at(store, moment, replace(WHOLE, **changes)) == fields


def test_an_mrn_is_given_once(store: Store, moment: Moment, patient: int) -> None:
    assert refused_at(store, moment, replace(WHOLE, mrn="482913")) == ["mrn"]


@pytest.mark.parametrize(
    ("changes", "is_found"),
    [
        ({}, True),
        ({"family": "DELACRÚZ", "given": "maria"}, True),
        ({"family": "Maria", "given": "Delacruz"}, True),
        ({"birth_date": PartialDate(1981)}, True),
        ({"birth_date": PartialDate(1981, 3)}, True),
        ({"birth_date": None}, True),
        ({"birth_date": PartialDate(1981, 4)}, False),
        ({"birth_date": PartialDate(1981, 3, 15)}, False),
        ({"given": "Marta"}, False),
        ({"family": "Somebody", "given": "Else", "birth_date": None, "mrn": "482913"}, True),
    ],
)
def test_the_same_person_is_found_before_saving(
    store: Store, moment: Moment, patient: int, changes: dict[str, Any], is_found: bool
) -> None:
    entered = PatientDraft("1", "Delacruz", "Maria", birth_date=PartialDate(1981, 3, 14))
    found = store.read(
        same_person, replace(entered, **changes), today=moment.today, rules=store.rules
    )
    assert [row.id for row in found] == ([patient] if is_found else [])
    assert all(row.has_same_mrn == ("mrn" in changes) for row in found)


def test_what_differs_is_told_in_both_versions(store: Store, moment: Moment, patient: int) -> None:
    entered = PatientDraft(
        "77", "Délacruz", "Maria", birth_date=PartialDate(1981), phones=(Phone("212-555-0190"),)
    )
    [found] = store.read(same_person, entered, today=moment.today, rules=store.rules)
    assert (found.name, found.born) == ("DELACRUZ, Maria (Ms)", "14-Mar-1981 (45 y)")
    assert {(d.field, d.entered, d.kept) for d in found.differences} == {
        ("family", "DÉLACRUZ, Maria", "DELACRUZ, Maria"),
        ("mrn", "77", "482913"),
        ("birth_date", "1981", "14-Mar-1981"),
        ("sex", "Not known", "Female"),
        ("phones", "212-555-0190", "(212) 555-0148"),
    }


def test_nobody_is_their_own_double(store: Store, moment: Moment, patient: int) -> None:
    read = store.read(draft_of, patient)
    found = store.read(same_person, read, today=moment.today, rules=store.rules, but=patient)
    assert found == ()


@pytest.mark.parametrize(
    ("since", "words"),
    [
        (date(2026, 11, 20), "Induction · day 1"),
        (date(2026, 8, 14), "Induction · day 99"),
        (date(2026, 8, 13), "Induction · month 4"),
        (date(2024, 11, 21), "Induction · month 24"),
        (date(2024, 11, 20), "Induction · month 25"),
        (date(2026, 11, 21), "Induction"),
        (None, "Induction"),
    ],
)
def test_a_phase_is_counted_in_days_then_in_months(since: date | None, words: str) -> None:
    assert phase_words("Induction", since, date(2026, 11, 20)) == words


def test_a_kept_draft_belongs_to_its_worker_and_form(
    store: Store, moment: Moment, navigator: int
) -> None:
    mine = replace(moment, by=navigator)
    store.do(keep_draft, "patient", 0, {"mrn": "1"}, moment=mine, rules=store.rules)
    store.do(keep_draft, "patient", 0, {"mrn": "2"}, moment=mine, rules=store.rules)
    kept = store.read(kept_draft, "patient", 0, by=navigator)
    assert kept is not None
    assert (kept.body, kept.saved_at) == ({"mrn": "2"}, moment.now)
    assert store.read(kept_draft, "patient", 0, by=None) is None
    store.do(drop_draft, "patient", 0, moment=mine, rules=store.rules)
    assert store.read(kept_draft, "patient", 0, by=navigator) is None
