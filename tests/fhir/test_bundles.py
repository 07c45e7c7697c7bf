"""A whole record as a collection, a summary as a document, everybody as lines."""

import json
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from careteam.domain.errors import Unavailable
from careteam.domain.record import WholeRecord
from careteam.domain.summary import Section
from careteam.exports.fhir.document import summary_document
from careteam.exports.fhir.record import record_bundle
from careteam.exports.fhir.writing import LinesFolder, as_bytes, as_line, resources_of_all
from tests.fhir.conftest import Leaving
from tests.fhir.trees import Node, codes, only, references, resources, without_passing


def test_every_reference_of_a_record_is_in_it(
    demo: Leaving, records: tuple[WholeRecord, ...]
) -> None:
    for record in records:
        bundle = record_bundle(record, demo.rules)
        urls = {entry["fullUrl"] for entry in bundle["entry"]}
        assert len(urls) == len(bundle["entry"])
        assert set(references(bundle)) <= urls
        assert all(
            entry["fullUrl"] == f"urn:uuid:{entry['resource']['id']}" for entry in bundle["entry"]
        )


def test_two_exports_of_one_state_differ_in_their_time_only(
    demo: Leaving, maria: WholeRecord
) -> None:
    (again,) = (each for each in demo.records() if each.patient.mrn == maria.patient.mrn)
    first, second = (as_bytes(record_bundle(each, demo.rules)) for each in (maria, again))
    assert first == second
    later = replace(maria, made_at=maria.made_at + timedelta(hours=1))
    third = record_bundle(later, demo.rules)
    assert as_bytes(third) != first
    assert without_passing(third) == without_passing(json.loads(first))


def test_the_provenance_names_all_that_left_and_who_let_it(
    demo: Leaving, maria: WholeRecord
) -> None:
    bundle = record_bundle(maria, demo.rules)
    told = only(bundle, "Provenance")
    others = {entry["fullUrl"] for entry in bundle["entry"][:-1]}
    assert {target["reference"] for target in told["target"]} == others
    assert told["agent"][0]["who"]["display"] == "Joan Ellis, RN, OCN"
    assert told["agent"][0]["onBehalfOf"]["display"] == maria.site.clinic
    assert told["recorded"] == "2026-11-22T09:41:00-05:00"


def test_nobody_at_the_desk_leaves_the_clinic_as_the_author(
    demo: Leaving, maria: WholeRecord
) -> None:
    document = summary_document(replace(maria, author=""), demo.rules)
    assert only(document, "Composition")["author"][0]["display"] == maria.site.clinic


def test_a_document_begins_with_its_composition_and_holds_only_what_that_reaches(
    demo: Leaving, records: tuple[WholeRecord, ...]
) -> None:
    for record in records:
        document = summary_document(record, demo.rules)
        first = document["entry"][0]["resource"]
        assert (document["type"], first["resourceType"]) == ("document", "Composition")
        by_url = {entry["fullUrl"]: entry["resource"] for entry in document["entry"]}
        reached, waiting = set[str](), [document["entry"][0]["fullUrl"]]
        while waiting:
            url = waiting.pop()
            if url not in reached:
                reached.add(url)
                waiting += list(references(by_url[url]))
        told = {url for url, item in by_url.items() if item["resourceType"] != "Provenance"}
        assert reached == told


def test_a_document_has_the_sections_that_have_something_to_say(
    demo: Leaving, maria: WholeRecord
) -> None:
    composition = only(summary_document(maria, demo.rules), "Composition")
    assert codes(composition["type"]) == ["74156-1"]
    sections = {section["title"]: codes(section["code"])[0] for section in composition["section"]}
    assert sections == {
        "Care team": "85847-2",
        "Problems": "11450-4",
        "Barriers and concerns": "75310-3",
        "Contacts": "46240-8",
        "Goals": "61146-7",
        "Plan": "18776-5",
        "Screening and response": "47420-5",
        "What matters to the patient": "81338-6",
    }
    for section in composition["section"]:
        assert section["text"]["div"].startswith('<div xmlns="http://www.w3.org/1999/xhtml">')


def test_what_is_left_out_of_a_summary_is_nowhere_in_the_document(
    demo: Leaving, maria: WholeRecord
) -> None:
    wanted = set(Section) - {Section.CONTACTS, Section.CAREGIVERS}
    document = summary_document(maria, demo.rules, sections=wanted)
    assert not resources(document, "Encounter")
    assert not resources(document, "RelatedPerson")
    first = date(2026, 11, 18)
    some = summary_document(maria, demo.rules, since=first)
    days = [item["period"]["start"] for item in resources(some, "Encounter")]
    days += [item["sent"] for item in resources(some, "Communication")]
    assert days
    assert min(days) >= "2026-11-18"


def test_what_was_taken_back_leaves_with_the_record_and_not_with_the_summary(
    demo: Leaving, records: tuple[WholeRecord, ...]
) -> None:
    record = next(
        each for each in records if any(contact.is_retracted for contact in each.contacts)
    )

    def withdrawn(bundle: Node) -> list[Node]:
        return [item for item in resources(bundle) if item.get("status") == "entered-in-error"]

    assert withdrawn(record_bundle(record, demo.rules))
    assert not withdrawn(summary_document(record, demo.rules))


def test_everybody_leaves_as_lines_and_shared_people_once(
    demo: Leaving, records: tuple[WholeRecord, ...]
) -> None:
    told: set[str] = set()
    lines = [as_line(item) for item in resources_of_all(records, demo.rules, told)]
    items = [json.loads(line) for line in lines]
    names = [f"{item['resourceType']}/{item['id']}" for item in items]
    assert len(names) == len(set(names))
    assert {name for item in items for name in references(item)} <= set(names)
    assert not any(b"\n" in line[:-1] for line in lines)


def test_a_folder_has_one_file_a_type_or_nothing(tmp_path: Path, maria: WholeRecord) -> None:
    with LinesFolder(tmp_path / "out") as folder:
        for number in range(3):
            folder.write({"resourceType": "Goal", "id": str(number)})
        folder.write({"resourceType": "Patient", "id": "p"})
    made = {path.name: path.read_text().count("\n") for path in (tmp_path / "out").iterdir()}
    assert made == {"Goal.ndjson": 3, "Patient.ndjson": 1}
    with pytest.raises(KeyError), LinesFolder(tmp_path / "broken") as folder:
        _write_badly(folder)
    assert not (tmp_path / "broken").exists()
    (tmp_path / "file").write_text("x")
    with pytest.raises(Unavailable), LinesFolder(tmp_path / "file" / "inside"):
        pass


def _write_badly(folder: LinesFolder) -> None:
    folder.write({"resourceType": "Goal", "id": "1"})
    folder.write({"id": "of no type"})
