"""A small clinic made once, and the yard in which processes are killed."""

import pytest

from tests.reliability.clinic import Clinic, make_clinic
from tests.reliability.yard import NO_PROCESSES, Yard


@pytest.fixture(scope="session")
def clinic(tmp_path_factory: pytest.TempPathFactory) -> Clinic:
    """A closed database with one patient and three contacts; lay it elsewhere, never open it."""
    return make_clinic(tmp_path_factory.mktemp("clinic") / "closed")


@pytest.fixture(scope="session")
def yard(tmp_path_factory: pytest.TempPathFactory) -> Yard:
    """Processes with everything loaded, whose disk is watched where that is possible."""
    if NO_PROCESSES:
        pytest.skip(NO_PROCESSES)
    return Yard(tmp_path_factory.mktemp("yard"))
