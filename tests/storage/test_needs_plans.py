"""What the Needs tab and the banner read follows an index, however many patients there are."""

from typing import Any

import pytest

from careteam.domain.moment import Moment
from careteam.storage.reads.needs import barrier_rows, escalation_rows, open_needs
from careteam.storage.reads.screenings import screening_rows
from careteam.storage.store import Store
from tests.plans import plans_of
from tests.storage.needs import TODAY, flagged, hindered, scored


@pytest.mark.parametrize(
    ("query", "is_dated", "index"),
    [
        (open_needs, False, ("barrier_of", "escalation_open")),
        (barrier_rows, True, ("barrier_found", "barrier_action_patient")),
        (escalation_rows, False, ("escalation_of",)),
        (screening_rows, True, ("screening_of", "suggestion_of", "contact_role", "follow_up_of")),
    ],
)
def test_a_part_of_the_needs_is_found_by_its_index(
    store: Store, moment: Moment, patient: int, query: Any, is_dated: bool, index: tuple[str, ...]
) -> None:
    scored(store, moment, patient, "distress_thermometer", 6)
    hindered(store, moment, patient, "fear")
    flagged(store, moment, patient, "fever")
    asked: dict[str, Any] = {"rules": store.rules} | ({"today": TODAY} if is_dated else {})
    plans = plans_of(store, query, patient, **asked)
    assert [plan for plan in plans if plan.startswith("SCAN")] == []
    for name in index:
        assert any(name in plan for plan in plans), (name, plans)
