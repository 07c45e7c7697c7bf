"""A caseload is shared out evenly, and the roles of a patient stay together."""

from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from careteam.domain.caseloads import share_out

BOTH = frozenset({"nurse", "social_worker"})


def test_patients_stay_whole_and_the_shares_are_even() -> None:
    roles = {n: (n // 2, "nurse" if n % 2 else "social_worker") for n in range(20)}
    shared = share_out(roles, [(1, BOTH), (2, BOTH), (3, frozenset({"nurse"}))])
    assert set(shared) == set(roles)
    assert all(shared[n] == shared[n + 1] for n in range(0, 20, 2))
    assert Counter(shared.values()) == {1: 10, 2: 10}


def test_where_nobody_can_fill_all_each_role_goes_to_who_can() -> None:
    roles = {1: (7, "nurse"), 2: (7, "social_worker"), 3: (7, "chaplain")}
    takers = [(1, frozenset({"nurse"})), (2, frozenset({"social_worker"}))]
    assert share_out(roles, takers) == {1: 1, 2: 2}


@given(st.integers(0, 40), st.integers(1, 5))
def test_no_share_is_larger_than_another_by_more_than_one(count: int, people: int) -> None:
    shared = share_out(
        {n: (n, "nurse") for n in range(count)}, [(each, BOTH) for each in range(people)]
    )
    loads = [list(shared.values()).count(each) for each in range(people)]
    assert sum(loads) == count
    assert max(loads) - min(loads) <= 1
