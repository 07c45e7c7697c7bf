"""Handoff sheet and treatment summary as FHIR documents say what the papers say, and no more."""

import fhirkit
import pytest

from careteam.domain.handing import Leaving as Tree
from careteam.domain.kinds import KINDS, Kind, PaperWish
from careteam.domain.record import WholeRecord
from careteam.domain.treatment_summary import TreatmentSection
from careteam.exports.fhir.paper_document import paper_document
from careteam.exports.fhir.writing import as_bytes
from careteam.exports.papers import paper_told
from careteam.storage.reads.papers import collect_paper
from careteam.storage.reads.record import all_patient_ids
from tests.fhir.conftest import Leaving
from tests.fhir.trees import Node, codes, only, references, resources

TYPES = {Kind.CLINICIAN: "74156-1", Kind.HANDOFF: "18761-7", Kind.TREATMENT: "74156-1"}


def made(demo: Leaving, record: WholeRecord, id_: int, wish: PaperWish) -> tuple[Tree, Node]:
    tree = demo.store.read(collect_paper, id_, wish, moment=demo.moment, rules=demo.rules)
    return tree, paper_document(tree, record, demo.rules, wish, today=demo.moment.today)


def everybody(demo: Leaving, records: tuple[WholeRecord, ...]) -> list[tuple[int, WholeRecord]]:
    return list(zip(demo.store.read(all_patient_ids), records, strict=True))


@pytest.mark.parametrize("kind", [Kind.HANDOFF, Kind.TREATMENT])
def test_a_document_carries_every_section_of_its_paper_and_is_whole(
    kind: Kind, demo: Leaving, records: tuple[WholeRecord, ...]
) -> None:
    seen = set[str]()
    for id_, record in everybody(demo, records):
        tree, document = made(demo, record, id_, PaperWish(kind))
        head = only(document, "Composition")
        assert codes(head["type"]) == [TYPES[kind]]
        assert codes(head["category"][0]) == [kind]
        told = paper_told(tree)
        titles = [each["title"] for each in head.get("section", ())]
        assert titles == [part.title for part in told.parts]
        seen |= set(titles)
        for part, section in zip(told.parts, head.get("section", ()), strict=True):
            if part.rows:
                assert section["text"]["div"].count("<tr>") >= len(part.rows)
        urls = {entry["fullUrl"] for entry in document["entry"]}
        assert set(references(document)) <= urls, record.patient.mrn
        assert [str(issue) for issue in fhirkit.validate(as_bytes(document))] == []
    assert len(seen) > 5


def test_what_is_not_ticked_does_not_leave_with_a_treatment_summary(
    demo: Leaving, maria: WholeRecord
) -> None:
    wish = PaperWish(Kind.TREATMENT, (TreatmentSection.DIAGNOSIS,))
    _, document = made(demo, maria, 1, wish)
    kinds = {item["resourceType"] for item in resources(document)}
    assert "Condition" in kinds
    assert kinds.isdisjoint({"Task", "Encounter", "ResearchSubject", "Communication"})
    words = as_bytes(document).decode()
    assert not any(each.detail and each.detail in words for each in maria.parts.treatments)
    assert maria.parts.profiles[0].preferences
    assert maria.parts.profiles[0].preferences not in words


def test_a_handoff_sheet_tells_the_last_contacts_and_open_things_only(
    demo: Leaving, maria: WholeRecord
) -> None:
    _, document = made(demo, maria, 1, PaperWish(Kind.HANDOFF))
    talks = [*resources(document, "Encounter"), *resources(document, "Communication")]
    assert 0 < len(talks) <= 2
    closed = {each.uid for each in maria.parts.barriers if each.closed_on}
    assert closed.isdisjoint(item["id"] for item in resources(document))


def test_only_papers_for_colleagues_have_a_form_in_fhir() -> None:
    assert {kind for kind, takes in KINDS.items() if takes.has_fhir} == set(TYPES)
