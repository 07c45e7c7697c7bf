"""A database of each earlier version is brought up to date, and its copies are put back."""

from pathlib import Path

import pytest

from careteam.domain.backups import Why
from careteam.storage.copies import check_copy, copies_in, folder_of, make_copy
from careteam.storage.restoring import put_back, rehearse
from careteam.storage.schema import SCHEMA
from tests.conftest import NOW
from tests.reliability.clinic import Clinic, content
from tests.reliability.old_schemas import PAST, make_old, rows_of, schema_of

TRAIL = "0003"
"""The first revision with an audit trail."""


@pytest.fixture(params=PAST)
def old(request: pytest.FixtureRequest, clinic: Clinic, tmp_path: Path) -> Clinic:
    return make_old(clinic, request.param, tmp_path / "old" / clinic.path.name)


def kept(before: dict[str, int], after: dict[str, int]) -> bool:
    """Whether every table has at least the rows that it had."""
    return all(after[table] >= rows for table, rows in before.items())


def test_it_is_brought_up_to_date_with_all_that_it_held(old: Clinic) -> None:
    before, revision = rows_of(old.path, old.key), schema_of(old.path, old.key)
    assert (before["patient"], before["contact"]) == (1, 3)
    old.open().close()
    found = content(old.path, old.key, untold=3 if revision < int(TRAIL) else 0)
    assert found.schema == SCHEMA
    assert kept(before, found.rows)
    [copy] = copies_in(folder_of(old.path))
    assert (copy.why, copy.schema, copy.contacts) == (Why.UPDATE, revision, 3)
    assert schema_of(folder_of(old.path) / copy.name, old.key) == revision


def test_a_copy_of_it_is_rehearsed_and_put_back_over_the_present_one(
    old: Clinic, clinic: Clinic, tmp_path: Path
) -> None:
    revision = schema_of(old.path, old.key)
    folder = tmp_path / "copies"
    made = make_copy(old.path, old.key, why=Why.ASKED, now=NOW, folder=folder)
    assert check_copy(folder / made.name, old.key) == made
    assert rehearse(folder / made.name, old.key, now=NOW).contacts == 3
    present = clinic.laid(tmp_path / "present")
    kept_as = put_back(folder / made.name, present.path, present.key, now=NOW)
    found = content(present.path, present.key, untold=3 if revision < int(TRAIL) else 0)
    assert (found.schema, found.counted) == (SCHEMA, 3)
    assert kept_as is not None
    assert content(kept_as, present.key).counted == 3
    assert schema_of(folder / made.name, old.key) == revision, "the copy itself stays as it was"
