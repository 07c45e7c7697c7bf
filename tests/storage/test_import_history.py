"""What hangs on a patient comes in once; what was changed here since stays."""

from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from careteam.domain.assignments import AssignmentDraft, Rank
from careteam.domain.contacts import ContactDraft
from careteam.domain.intake.report import Kind
from careteam.domain.moment import Moment
from careteam.domain.people import PersonDraft
from careteam.storage.reads.patient_form import draft_of
from careteam.storage.store import Store
from careteam.storage.tables import (
    AssignmentRecord,
    ConditionRecord,
    ContactRecord,
    ContactVersionRecord,
    PatientRecord,
    RelatedRecord,
)
from careteam.storage.writes.assignments import assign
from careteam.storage.writes.contacts import RetractDraft, amend_contact, retract_contact
from careteam.storage.writes.people import add_person
from tests.imports.resources import (
    about,
    coded,
    condition,
    visit,
    written,
)
from tests.storage.importing import (
    JOIN,
    amend,
    ana,
    bring_in,
    count,
    dump,
    one,
    phone,
    rows,
    told,
    with_npi,
)


def visits(folder: Path, **parts: Any) -> Path:
    return written(folder, ana(), visit(subject={"reference": "Patient/p7"}, **parts))


def contact_of(store: Store) -> tuple[int, ...]:
    return one(store, ContactRecord, "id", "minutes", "version")


def test_a_visit_told_otherwise_later_keeps_what_it_said_before(
    store: Store, moment: Moment, tmp_path: Path
) -> None:
    bring_in(store, moment, visits(tmp_path))
    longer = {"start": "2026-03-02T10:00:00-05:00", "end": "2026-03-02T10:40:00-05:00"}
    report = bring_in(store, moment, visits(tmp_path, period=longer))
    assert report.count_updated(Kind.CONTACT) == 1
    assert contact_of(store)[1:] == (40, 2)
    assert one(store, ContactVersionRecord, "version", "reason") == (
        1,
        "Changed in the file that it came from.",
    )
    before = dump(store)
    bring_in(store, moment, visits(tmp_path, period=longer))
    assert dump(store) == before


def test_a_visit_that_was_amended_or_retracted_here_stays_so(
    store: Store, moment: Moment, tmp_path: Path
) -> None:
    bring_in(store, moment, visits(tmp_path))
    contact, *_ = contact_of(store)
    at = datetime(2026, 3, 2, 15, tzinfo=UTC)
    patient = one(store, PatientRecord, "id")
    draft = ContactDraft(patient, "other", "clinic_visit", "reached_patient", at, minutes=25)
    store.do(amend_contact, contact, draft, moment=moment, rules=store.rules)
    before = dump(store)
    bring_in(store, moment, visits(tmp_path))
    assert dump(store) == before
    longer = {"start": "2026-03-02T10:00:00-05:00", "end": "2026-03-02T10:40:00-05:00"}
    said = told(store, moment, visits(tmp_path, period=longer))
    assert "Changed here, told otherwise in the file, and kept: 1 contact." in said
    assert contact_of(store)[1] == 25
    retract = RetractDraft(contact, "Wrong patient")
    store.do(retract_contact, retract, moment=moment, rules=store.rules)
    before = dump(store)
    bring_in(store, moment, visits(tmp_path, period=longer))
    assert dump(store) == before


def test_a_visit_in_the_future_is_left_out_and_told(
    store: Store, moment: Moment, tmp_path: Path
) -> None:
    path = visits(tmp_path, period={"start": "2027-03-02T10:00:00-05:00"})
    assert "A contact lies in the future: left out." in told(store, moment, path)
    assert count(store, ContactRecord) == 0


def test_history_of_a_role_moves_the_due_day_of_its_holder(
    store: Store, moment: Moment, tmp_path: Path, patient: int, navigator: int
) -> None:
    bell = PersonDraft("Bell", "Marcus", npi="1245319599")
    person = store.do(add_person, bell, moment=moment, rules=store.rules).made
    assert person is not None
    draft = AssignmentDraft(patient, "primary_care", person, Rank.PRIMARY, date(2026, 11, 9))
    store.do(assign, draft, moment=moment, rules=store.rules)
    role = about("PractitionerRole", practitioner={"reference": "Practitioner/bell"})
    role["code"] = [coded("207Q00000X", "http://nucc.org/provider-taxonomy")]
    path = written(
        tmp_path,
        ana("482913", name=[{"family": "Delacruz", "given": ["Maria"]}]),
        with_npi("1245319599"),
        role,
        visit(
            "2026-11-19T10:00:00-05:00",
            subject={"reference": "Patient/p482913"},
            participant=[{"individual": {"reference": "PractitionerRole/PractitionerRole"}}],
        ),
    )
    bring_in(store, moment, path, **{"482913": JOIN})
    reached = dict(rows(store, AssignmentRecord, "role", "reached_on"))
    assert reached == {"nurse_navigator": None, "primary_care": date(2026, 11, 19)}


def test_a_related_person_removed_here_does_not_come_back(
    store: Store, moment: Moment, tmp_path: Path
) -> None:
    rosa = {"name": {"family": "Reyes", "given": ["Rosa"]}, "telecom": [phone("212-555-0113")]}
    path = written(tmp_path, ana(contact=[rosa]))
    bring_in(store, moment, path)
    patient = one(store, PatientRecord, "id")
    (rosa_here,) = store.read(draft_of, patient).related
    noted = replace(rosa_here, may_talk=True, note="Works nights")
    amend(store, moment, patient, related=(noted,))
    moved = {**rosa, "telecom": [phone("212-555-0119")]}
    bring_in(store, moment, written(tmp_path, ana(contact=[moved])))
    assert one(store, RelatedRecord, "phone", "may_talk", "note") == (
        "212-555-0119",
        True,
        "Works nights",
    )
    amend(store, moment, patient, related=())
    bring_in(store, moment, path)
    assert one(store, RelatedRecord, "is_removed") is True


def test_a_condition_under_another_key_is_the_same_condition(
    store: Store, moment: Moment, tmp_path: Path
) -> None:
    code, subject = coded("91857003", display="ALL"), {"reference": "Patient/p7"}
    told_first = condition(code, onsetDateTime="2026-01-02", subject=subject)
    bring_in(store, moment, written(tmp_path, ana(), told_first))
    again = {**told_first, "id": "another", "clinicalStatus": coded("remission", "c")}
    bring_in(store, moment, written(tmp_path, ana(), again))
    assert one(store, ConditionRecord, "clinical") == "remission"
    before = dump(store)
    bring_in(store, moment, written(tmp_path, ana(), again))
    assert dump(store) == before
