"""Visits come in as contacts where and as long as they were, or not at all."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from careteam.domain.incoming import Severity
from tests.imports.resources import (
    Resource,
    about,
    coded,
    condition,
    only,
    patient,
    read,
    sentences,
    visit,
    written,
)


@pytest.mark.parametrize(
    ("parts", "mode"),
    [
        ({"class": {"code": "AMB"}}, "clinic_visit"),
        ({"class": {"code": "EMER"}}, "clinic_visit"),
        ({"class": {"code": "IMP"}}, "inpatient_visit"),
        ({"class": {"code": "HH"}}, "home_visit"),
        ({"class": {"code": "inpatient"}}, "inpatient_visit"),
        ({"class": {"extension": []}}, "clinic_visit"),
        ({"class": None}, "clinic_visit"),
        ({"class": {"code": "VR"}}, "phone"),
        ({"class": {"code": "VR"}, "type": [coded("448337001")]}, "video"),
        ({"class": {"code": "AMB"}, "type": [coded("185317003")]}, "phone"),
        ({"class": {"code": "AMB"}, "type": [coded("439708006")]}, "home_visit"),
    ],
)
def test_a_visit_has_the_clinics_way_of_contact(tmp_path: Path, parts: Resource, mode: str) -> None:
    incoming = read(written(tmp_path, patient(), visit(**parts)))
    assert [contact.mode for contact in only(incoming).contacts] == [mode]
    is_guess = mode == "phone" and "type" not in parts
    assert bool(incoming.findings) == is_guess


@pytest.mark.parametrize(
    ("period", "length", "minutes"),
    [
        ({"end": "2026-03-02T10:30:20-05:00"}, None, 30),
        ({"end": "2026-03-02T15:45:00Z"}, None, 45),
        ({"end": "2026-03-09T10:00:00-05:00"}, None, 1440),
        ({"end": "2026-03-01T10:00:00-05:00"}, None, 0),
        ({}, {"value": 1.5, "code": "h"}, 90),
        ({}, {"value": 20, "unit": "min"}, 20),
        ({}, {"value": "x"}, 0),
        ({}, None, 0),
        ({"end": "2026-03-02"}, None, 0),
    ],
)
def test_minutes_come_from_the_period_or_the_length(
    tmp_path: Path, period: Resource, length: Resource | None, minutes: int
) -> None:
    start = {"start": "2026-03-02T10:00:00-05:00", **period}
    incoming = read(written(tmp_path, patient(), visit(period=start, length=length)))
    assert [contact.minutes for contact in only(incoming).contacts] == [minutes]


def test_minutes_over_the_change_of_the_clock_are_real_minutes(tmp_path: Path) -> None:
    period = {"start": "2026-03-08T01:30:00-05:00", "end": "2026-03-08T03:30:00-04:00"}
    incoming = read(written(tmp_path, patient(), visit(period=period)))
    assert [contact.minutes for contact in only(incoming).contacts] == [60]


@pytest.mark.parametrize(
    ("start", "at"),
    [
        ("2026-03-02T10:00:00-05:00", datetime(2026, 3, 2, 15, tzinfo=UTC)),
        ("2026-03-02T10:00:00.123Z", datetime(2026, 3, 2, 10, tzinfo=UTC)),
        ("2026-03-02T10:00", datetime(2026, 3, 2, 15, tzinfo=UTC)),
        ("2016-12-31T23:59:60Z", datetime(2016, 12, 31, 23, 59, 59, tzinfo=UTC)),
        ("2026-03-02", datetime(2026, 3, 2, 5, tzinfo=UTC)),
        ("2026-03", None),
        ("2026", None),
        ("2026-02-30", None),
        ("0001-01-01T00:00:00Z", None),
        ("9999-12-31T23:59:59Z", None),
        ("", None),
    ],
)
def test_a_visit_stands_where_it_was_and_without_a_day_not_at_all(
    tmp_path: Path, start: str, at: datetime | None
) -> None:
    incoming = read(written(tmp_path, patient(), visit(start)))
    assert [contact.at for contact in only(incoming).contacts] == ([at] if at else [])
    assert bool(incoming.findings) == (at is None or start == "2026-03-02")


@pytest.mark.parametrize("status", ["planned", "cancelled", "entered-in-error"])
def test_a_visit_that_was_not_held_is_left_out(tmp_path: Path, status: str) -> None:
    incoming = read(written(tmp_path, patient(), visit(status=status)))
    assert not only(incoming).contacts
    assert len(sentences(incoming, Severity.LEFT_OUT)) == 1


def test_a_visit_before_the_birth_is_left_out(tmp_path: Path) -> None:
    incoming = read(written(tmp_path, patient(birthDate="2026-03-03"), visit()))
    assert not only(incoming).contacts
    assert sentences(incoming) == ["A visit lies before the patient was born: left out."]


def test_the_text_of_a_visit_is_its_type_and_reasons(tmp_path: Path) -> None:
    found = visit(
        type=[{"text": "Follow-up"}],
        reasonCode=[coded("1", display="Fever"), coded("2", display="Follow-up")],
    )
    told = visit(
        "2026-04-01T10:00:00Z",
        id="e2",
        reasonReference=[{"reference": "Condition/Condition"}, {"display": "Cough"}],
    )
    cause = condition({"text": "Anemia"})
    incoming = read(written(tmp_path, patient(), cause, found, told))
    assert [contact.text for contact in only(incoming).contacts] == [
        "Follow-up: Fever",
        "Anemia; Cough",
    ]


def test_two_visits_of_one_account_stay_two_and_a_later_version_stays_one(tmp_path: Path) -> None:
    account = [{"system": "http://x.example", "value": "A1"}]
    one = visit(id="1", identifier=account)
    two = visit("2026-04-02T10:00:00Z", id="2", identifier=account)
    assert len(only(read(written(tmp_path, patient(), one, two))).contacts) == 2
    later = visit("2026-03-02T11:00:00-05:00", id="1")
    first = written(tmp_path, patient(), visit(id="1"), name="1.json")
    (contact,) = only(read(first, written(tmp_path, patient(), later, name="2.json"))).contacts
    assert contact.at == datetime(2026, 3, 2, 16, tzinfo=UTC)


def test_a_resource_of_a_group_belongs_to_nobody(tmp_path: Path) -> None:
    stray = about("Encounter", **{**visit(), "subject": {"reference": "Group/g"}})
    assert not only(read(written(tmp_path, patient(), stray))).contacts
