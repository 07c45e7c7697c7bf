"""The clinic that the tests of rescues damage."""

from pathlib import Path

import pytest

from careteam.storage.engine import Key
from tests.storage.damage import copied, make_clinic


@pytest.fixture(scope="session")
def whole(
    empty_database: tuple[Path, Key], tmp_path_factory: pytest.TempPathFactory
) -> tuple[Path, Key]:
    """A clinic of 40 patients and 3,000 contacts; copy it, never open it."""
    path = tmp_path_factory.mktemp("whole") / "clinic.db"
    make_clinic(*empty_database, path)
    return path, empty_database[1]


@pytest.fixture
def key(whole: tuple[Path, Key]) -> Key:
    return whole[1]


@pytest.fixture
def damaged(whole: tuple[Path, Key], tmp_path: Path) -> Path:
    """A copy of the clinic, to be damaged."""
    return copied(whole[0], tmp_path / "clinic.db")
