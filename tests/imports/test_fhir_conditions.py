"""Conditions come in as coded, and leukemia is recognised by its codes alone."""

from pathlib import Path

import pytest

from careteam.domain.dates import PartialDate
from tests.imports.resources import (
    Resource,
    coded,
    condition,
    only,
    patient,
    read,
    sentences,
    written,
)

ICD = "http://hl7.org/fhir/sid/icd-10-cm"


@pytest.mark.parametrize(
    ("code", "subtype", "state"),
    [
        (coded("277571004"), "b_nos", ""),
        (coded("277572006"), "b_nos", ""),
        (coded("277575008"), "t_all", ""),
        (coded("91857003"), "all_unspecified", ""),
        (coded("C91.00", ICD), "all_unspecified", "not_in_remission"),
        (coded("C91.01", ICD), "all_unspecified", "in_remission"),
        (coded("C9102", ICD), "all_unspecified", "in_relapse"),
        (coded("C91.0", "http://hl7.org/fhir/sid/icd-10"), "all_unspecified", ""),
        (coded("C91.00", ""), "all_unspecified", "not_in_remission"),
        (coded("C91.10", ICD), "", ""),
        (coded("277571004", "http://other.example"), "", ""),
        (coded("9812/3", "http://terminology.hl7.org/CodeSystem/icd-o-3"), "b_bcr_abl1", ""),
    ],
)
def test_acute_lymphoblastic_leukemia_is_recognised_by_its_codes(
    tmp_path: Path, code: Resource, subtype: str, state: str
) -> None:
    found = only(read(written(tmp_path, patient(), condition(code))))
    assert (found.subtype, found.icd_state) == (subtype, state)
    assert len(found.conditions) == 1


def test_several_diagnoses_give_the_narrowest_the_latest_and_the_first_day(tmp_path: Path) -> None:
    given = [
        condition(coded("C91.00", ICD), id="1", onsetDateTime="2024-03", recordedDate="2024-03-02"),
        condition(coded("277575008"), id="2", onsetDateTime="2024-02-20"),
        condition(coded("C91.01", ICD), id="3", recordedDate="2025-01-05"),
    ]
    found = only(read(written(tmp_path, patient(), *given)))
    assert (found.subtype, found.icd_state) == ("t_all", "in_remission")
    assert found.diagnosed_on == PartialDate(2024, 2, 20)


def test_conditions_that_are_not_true_or_not_named_are_left_out(tmp_path: Path) -> None:
    given = [
        condition(coded("277571004"), id="1", verificationStatus=coded("refuted")),
        condition(coded("277571004"), id="2", verificationStatus=coded("entered-in-error")),
        condition({"text": "Null"}, id="3"),
        condition({"text": "Null", "coding": [{"code": "X1"}]}, id="4"),
        condition({"text": "Fatigue"}, id="5", onsetDateTime="soon"),
    ]
    incoming = read(written(tmp_path, patient(), *given))
    assert [item.text for item in only(incoming).conditions] == ["X1", "Fatigue"]
    assert sentences(incoming) == [
        "2 conditions were refuted or entered in error: left out.",
        "A condition has neither a code nor a text: left out.",
        "A date could not be read: left out.",
    ]
