"""What stands in the resources of a record: one thing of each kind, as others will read it."""

from dataclasses import replace

import pytest

from careteam.domain.exchange import BASE, NPI_AS_GIVEN, UUIDS
from careteam.domain.incoming import Identifier
from careteam.domain.record import RecordCondition, RecordContact, WholeRecord
from careteam.domain.text import NAME_LENGTH
from careteam.exports.fhir import contacts, patients, problems, teams
from careteam.exports.fhir.narrative import NOTHING, narrative
from careteam.exports.fhir.pen import Pen
from careteam.exports.fhir.record import record_bundle
from tests.fhir.conftest import Leaving
from tests.fhir.trees import Node, codes, only, resources, said

SNOMED = "http://snomed.info/sct"


@pytest.fixture
def pen(demo: Leaving, maria: WholeRecord) -> Pen:
    return Pen(maria, demo.rules)


@pytest.fixture(scope="module")
def bundle(demo: Leaving, maria: WholeRecord) -> Node:
    return record_bundle(maria, demo.rules)


def test_a_patient_has_the_record_number_of_the_clinic_first(pen: Pen) -> None:
    made = patients.patient(pen)
    first, own = made["identifier"]
    assert (first["value"], first["system"]) == ("482913", pen.record.site.namespace)
    assert codes(first["type"]) == ["MR"]
    assert (own["system"], own["value"]) == (UUIDS, f"urn:uuid:{made['id']}")
    assert made["name"][0] == {
        "use": "official", "family": "Delacruz", "given": ["Maria"], "prefix": ["Ms"],
    }  # fmt: skip
    assert (made["gender"], made["birthDate"]) == ("female", "1981-03-14")
    assert codes(made["communication"][0]["language"]) == ["es"]
    assert made["extension"][0]["valueBoolean"] is True


def test_a_number_that_another_clinic_gave_keeps_its_name(pen: Pen) -> None:
    given = Identifier("urn:oid:2.999.7", "482913", "MR")
    about = replace(pen.record.patient, identifiers=(given, Identifier("", "loose")))
    made = patients.patient(Pen(replace(pen.record, patient=about), pen.rules))
    assert [item["system"] for item in made["identifier"]] == ["urn:oid:2.999.7", UUIDS]


def test_what_nobody_knows_is_left_out_and_never_empty(pen: Pen) -> None:
    about = replace(
        pen.record.patient, given="", title="", birth_date=None, language="", phones=(), email=""
    )
    made = patients.patient(Pen(replace(pen.record, patient=about), pen.rules))
    assert made["name"] == [{"use": "official", "family": "Delacruz"}]
    assert not {"birthDate", "telecom", "communication"} & made.keys()


def test_a_name_that_nobody_knows_says_so(pen: Pen) -> None:
    about = replace(pen.record.patient, family="(no name)", given="", preferred="")
    made = patients.patient(Pen(replace(pen.record, patient=about), pen.rules))
    assert made["name"][0]["extension"][0]["valueCode"] == "unknown"


def test_a_false_npi_does_not_stand_among_the_true_ones(pen: Pen) -> None:
    person = replace(pen.record.people[0], npi="1234")
    systems = [item["system"] for item in patients.practitioner(person)["identifier"]]
    assert systems == [NPI_AS_GIVEN, UUIDS]
    true = patients.practitioner(replace(person, npi="1234567893"))
    assert true["identifier"][0]["system"] == "http://hl7.org/fhir/sid/us-npi"


def test_a_team_tells_who_held_which_role_until_which_last_day(pen: Pen) -> None:
    made = teams.care_team(pen)
    roles = {item["role"][0]["text"]: item for item in made["participant"]}
    navigator = roles["Oncology nurse navigator"]
    assert codes(navigator["role"][0]) == ["768836001", "163WC0400X", "nurse_navigator"]
    assert navigator["period"] == {"start": "2026-11-05"}
    assert codes(roles["Patient"]["role"][0]) == ["116154003"]
    place = replace(pen.record.team[0], ends_on=pen.record.team[0].starts_on)
    ended = teams.care_team(Pen(replace(pen.record, team=(place,)), pen.rules))
    days = ended["participant"][0]["period"]
    assert days["start"] == days["end"]


def test_a_patient_without_a_team_still_has_one_participant(pen: Pen) -> None:
    made = teams.care_team(Pen(replace(pen.record, team=(), related=()), pen.rules))
    assert len(made["participant"]) == 1
    assert NOTHING in made["text"]["div"]


def test_the_diagnosis_is_coded_twice_and_a_social_barrier_has_its_domain(bundle: Node) -> None:
    conditions = {item["code"]["text"]: item for item in resources(bundle, "Condition")}
    diagnosis = conditions["B-ALL, BCR::ABL1 (Ph+)"]
    assert codes(diagnosis["code"])[:3] == ["277571004", "9812/3", "C91.00"]
    assert diagnosis["onsetDateTime"] == "2026-11-04"
    barriers = [item for item in resources(bundle, "Condition") if "category" in said(item)]
    language = next(item for item in barriers if said(item)["category"] == "language_interpreter")
    categories = [code for concept in language["category"] for code in codes(concept)]
    assert categories == ["health-concern", "sdoh", "language-access"]
    assert codes(language["clinicalStatus"]) == ["resolved"]
    assert language["abatementDateTime"] == "2026-11-13"


@pytest.mark.parametrize(
    ("mode", "outcome", "reached", "kind", "status"),
    [
        ("phone", "reached_patient", True, "Encounter", "finished"),
        ("clinic_visit", "reached_patient", True, "Encounter", "finished"),
        ("phone", "no_answer", False, "Communication", "not-done"),
        ("phone", "left_message", False, "Communication", "not-done"),
        ("email", "message_sent", False, "Communication", "completed"),
        ("portal", "reached_patient", True, "Communication", "completed"),
        ("chart_review", "reached_provider", False, "Communication", "completed"),
    ],
)
def test_a_talk_is_an_encounter_and_all_else_a_message(
    mode: str, outcome: str, reached: bool, kind: str, status: str, pen: Pen
) -> None:
    given = replace(_contact(pen), mode=mode, outcome=outcome, is_reached=reached, note="")
    (made,) = contacts.contact(pen, given)
    assert (made["resourceType"], made["status"]) == (kind, status)


def test_a_try_that_reached_nobody_says_why(pen: Pen) -> None:
    given = replace(_contact(pen), mode="phone", outcome="wrong_number", is_reached=False)
    (made,) = contacts.contact(pen, given)
    assert codes(made["statusReason"]) == ["invalid-phone-number"]
    assert made["payload"] == [{"contentString": given.note}]


def test_a_talk_has_its_minutes_and_its_note_as_a_document(pen: Pen) -> None:
    given = replace(_contact(pen), mode="phone", is_reached=True, minutes=14, note="Zażółć\n2")
    talk, note = contacts.contact(pen, given)
    assert talk["length"]["value"] == 14
    assert talk["period"]["end"] > talk["period"]["start"]
    assert note["content"][0]["attachment"]["data"] == "WmHFvMOzxYLEhwoy"
    assert note["context"]["encounter"][0]["reference"] == f"urn:uuid:{talk['id']}"


def test_what_was_taken_back_is_marked_and_what_was_amended_is_counted(pen: Pen) -> None:
    given = replace(_contact(pen), mode="phone", is_reached=True, is_retracted=True, amendments=2)
    talk, note = contacts.contact(pen, given)
    assert {talk["status"], note["status"]} == {"entered-in-error"}
    assert said(talk)["amendments"] == 2


def test_a_referral_is_an_order_with_a_task_that_tells_each_step(bundle: Node) -> None:
    order = next(
        item for item in resources(bundle, "ServiceRequest") if item["status"] == "completed"
    )
    (task,) = (
        item
        for item in resources(bundle, "Task")
        if item.get("focus", {}).get("reference") == f"urn:uuid:{order['id']}"
    )
    assert order["performer"] == [{"display": "Transplant Center lodging office"}]
    assert (task["status"], codes(task["code"])) == ("completed", ["fulfill"])
    assert [step["time"] for step in task["note"]] == ["2026-11-13", "2026-11-13", "2026-11-17"]
    assert task["note"][1]["text"] == "Room held from January."


def test_a_trial_has_its_number_and_the_patient_a_status_in_it(bundle: Node) -> None:
    study, subject = only(bundle, "ResearchStudy"), only(bundle, "ResearchSubject")
    assert subject["study"]["reference"] == f"urn:uuid:{study['id']}"
    assert (subject["status"], study["status"]) == ("screening", "active")


def test_a_score_keeps_its_instrument_and_never_a_question(bundle: Node) -> None:
    scores = [item for item in resources(bundle, "Observation") if "valueInteger" in item]
    assert scores
    for score in scores:
        assert codes(score["category"][0]) == ["survey"]
        assert codes(score["code"])[-1] == said(score)["instrument"]
    assert not resources(bundle, "QuestionnaireResponse")


def test_a_condition_whose_system_is_no_uri_keeps_it_in_words(pen: Pen) -> None:
    made = problems.condition(pen, RecordCondition(pen.own("x"), "Asthma", "J45", "icd", "odd"))
    assert made["code"] == {"text": "Asthma"}
    assert said(made) == {"code": "J45", "system": "icd", "clinical": "odd"}
    assert "clinicalStatus" not in made


def test_a_narrative_is_escaped_and_holds_nothing_that_xml_forbids() -> None:
    made = narrative([("<script>alert('x')</script> & \x0b\ud800", "a\nb")])["div"]
    assert "<script" not in made
    assert "&lt;script&gt;alert(&#x27;x&#x27;)&lt;/script&gt; &amp; " in made
    assert "a<br/>b" in made
    made.encode()


def test_every_resource_of_ours_is_named_in_one_namespace(bundle: Node) -> None:
    urls = {
        extension["url"]
        for item in resources(bundle)
        for extension in item.get("extension", ())
        if "careteam" in extension["url"]
    }
    assert urls
    assert all(url.startswith(f"{BASE}/StructureDefinition/") for url in urls)
    assert all(len(url) < NAME_LENGTH for url in urls)


def _contact(pen: Pen) -> RecordContact:
    return next(each for each in pen.record.contacts if each.told.with_kind == "patient")
