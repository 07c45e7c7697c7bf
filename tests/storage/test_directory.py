"""The directory is read as a list, and tells who can fill a role."""

from datetime import date

from careteam.domain.moment import Moment
from careteam.storage.reads.directory import CandidateRow, candidates
from careteam.storage.store import Store
from tests.people import add_member

TODAY = date(2026, 11, 20)


def test_those_who_can_fill_a_role_are_told_with_their_patients(
    store: Store, moment: Moment, navigator: int, patient: int
) -> None:
    bell = add_member(store, "Bell", "Marcus", "LCSW", "social_worker")
    other = add_member(store, "Ames", "Lee", "RN", "nurse_navigator")
    assert store.read(candidates, "social_worker", TODAY) == (
        CandidateRow(bell, "Marcus Bell, LCSW", 0, False),
    )
    assert store.read(candidates, "nurse_navigator", TODAY) == (
        CandidateRow(other, "Lee Ames, RN", 0, False),
        CandidateRow(navigator, "Joan Ellis, RN, OCN", 1, False),
    )
