"""Nobody of the staff is doubled, whichever file names them and in whichever order files come."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from careteam.domain.moment import Moment
from careteam.storage.store import Store
from careteam.storage.tables import PersonRecord
from tests.fhir.conftest import NewStore, new_store
from tests.imports.resources import NPI, coded, practitioner, team, written
from tests.storage.importing import ana, bring_in, count, phone

__all__ = ["new_store"]
BELL, OTHER = "1245319599", "1234567893"
SEVERAL = settings(
    max_examples=8,
    deadline=None,
    phases=(Phase.explicit, Phase.generate),
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
_SQL = (
    (
        "SELECT family, given, npi, credentials, email, organisation, is_stub,"
        " (SELECT group_concat(role_key) FROM (SELECT role_key FROM person_role"
        "  WHERE person_id = person.id ORDER BY role_key)),"
        " (SELECT group_concat(number) FROM (SELECT number FROM person_phone"
        "  WHERE person_id = person.id ORDER BY number))"
        " FROM person ORDER BY 3, 1, 2"
    ),
    (
        "SELECT mrn, role, rank, state, starts_on, ends_on, npi, person.family FROM assignment"
        " JOIN patient ON patient.id = patient_id JOIN person ON person.id = person_id"
        " ORDER BY mrn, role, starts_on, npi, person.family"
    ),
    "SELECT mrn, family, given, birth_date FROM patient ORDER BY mrn",
)


def number(value: str) -> list[dict[str, str]]:
    return [{"system": NPI, "value": value}]


def of(mrn: str, *participants: dict[str, Any], **parts: Any) -> dict[str, Any]:
    return team(*participants, id=f"t{mrn}", subject={"reference": f"Patient/p{mrn}"}, **parts)


def named(value: str, display: str, code: str, start: str) -> dict[str, Any]:
    """A place of somebody who is named by number and display alone."""
    member = {"type": "Practitioner", "identifier": number(value)[0], "display": display}
    return {"member": member, "role": [coded(code)], "period": {"start": start}}


def described(value: str, family: str, given: str, **parts: Any) -> dict[str, Any]:
    told = {"id": f"staff-{value}", "identifier": number(value), **parts}
    return practitioner(family, given, **told)


def role(value: str) -> dict[str, Any]:
    return {
        "resourceType": "PractitionerRole",
        "id": f"role-{value}",
        "practitioner": {"identifier": number(value)[0], "type": "Practitioner"},
        "organization": {"display": "Westside Clinic"},
        "code": [coded("106328005")],
        "telecom": [phone("212-555-0142", "work")],
    }


@pytest.fixture
def files(tmp_path: Path) -> list[Path]:
    """Six files: patients, their teams that name staff, the staff, their roles, and a namesake."""
    bell = described(BELL, "Bell", "Marcus", telecom=[phone("212-555-0101", "work")])
    first = named(BELL, "Marcus Bell", "106328005", "2026-01-05")
    second = named(OTHER, "Marcus Bell", "768836001", "2026-02-05")
    return [
        written(tmp_path, ana("7"), ana("8", name=[{"family": "Ito"}]), name="patients.json"),
        written(tmp_path, of("7", first), ana("7"), name="team-7.json"),
        written(tmp_path, of("8", first, second), ana("8", name=[{"family": "Ito"}]),
                name="team-8.json"),
        written(tmp_path, bell, name="staff.json"),
        written(tmp_path, role(BELL), bell, name="roles.json"),
        written(tmp_path, described(OTHER, "Bell", "Marcus"), name="namesake.json"),
    ]  # fmt: skip


def whole(store: Store) -> list[list[tuple[Any, ...]]]:
    """People, places and patients without what only tells in which order they came."""

    def read(session: Any) -> list[list[tuple[Any, ...]]]:
        connection = session.connection()
        return [[tuple(row) for row in connection.exec_driver_sql(sql)] for sql in _SQL]

    return store.read(read)


def together(store: Store, moment: Moment, paths: Sequence[Path]) -> None:
    bring_in(store, moment, *paths)


def one_by_one(store: Store, moment: Moment, paths: Sequence[Path]) -> None:
    for path in paths:
        bring_in(store, moment, path)


@SEVERAL
@given(data=st.data())
def test_files_of_one_run_give_one_database_in_every_order(
    files: list[Path], new_store: NewStore, moment: Moment, data: st.DataObject
) -> None:
    first, other = new_store(), new_store()
    together(first, moment, files)
    expected = whole(first)
    assert [row[2] for row in expected[0]] == [OTHER, BELL]
    assert [row[6] for row in expected[0]] == [0, 0]
    assert len(expected[1]) == 3
    for _ in range(2):
        together(other, moment, data.draw(st.permutations(files)))
        assert whole(other) == expected
    first.close()
    other.close()


@SEVERAL
@given(data=st.data())
def test_files_that_come_one_by_one_double_nobody_in_any_order(
    files: list[Path], new_store: NewStore, moment: Moment, data: st.DataObject
) -> None:
    """But for phones: what a later file of a sender no longer tells was taken away there."""
    first, other = new_store(), new_store()
    together(first, moment, files)
    expected = whole(first)
    one_by_one(other, moment, data.draw(st.permutations(files)))
    found = whole(other)
    assert [row[:-1] for row in found[0]] == [row[:-1] for row in expected[0]]
    assert found[1:] == expected[1:]
    first.close()
    other.close()


def test_somebody_here_is_found_by_number_and_a_namesake_of_another_number_is_not(
    store: Store, moment: Moment, tmp_path: Path
) -> None:
    bring_in(store, moment, written(tmp_path, described(BELL, "Bell", "Marcus")))
    for _ in range(2):
        bring_in(store, moment, written(tmp_path, described(BELL, "Bell", "M.", id="x")))
        assert count(store, PersonRecord) == 1
    for _ in range(2):
        bring_in(store, moment, written(tmp_path, described(OTHER, "Bell", "Marcus", id="y")))
        assert count(store, PersonRecord) == 2


def test_two_of_one_name_who_are_named_by_their_numbers_alone_are_two(
    store: Store, moment: Moment, tmp_path: Path
) -> None:
    first = named(BELL, "Marcus Bell", "106328005", "2026-01-05")
    second = named(OTHER, "Marcus Bell", "768836001", "2026-02-05")
    bring_in(store, moment, written(tmp_path, ana(), of("7", first, second)))
    assert count(store, PersonRecord) == 2
