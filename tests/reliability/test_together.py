"""Two windows that write at once lose nothing of each other's."""

from pathlib import Path

import pytest

from tests.reliability.clinic import Clinic
from tests.reliability.together import write_together
from tests.reliability.yard import NO_PROCESSES, Yard


@pytest.mark.skipif(bool(NO_PROCESSES), reason=NO_PROCESSES)
def test_two_windows_lose_nothing_of_each_others(
    yard: Yard, clinic: Clinic, tmp_path: Path
) -> None:
    found = write_together(yard, clinic, tmp_path)
    assert (found.changes, found.lost) == (400, 0)
    assert (found.contacts, found.lost_contacts) == (40, 0)
