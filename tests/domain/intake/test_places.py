"""Places in a care team keep their own days, and nothing that was ended here opens again."""

from datetime import date
from typing import Any

import pytest

from careteam.domain.incoming import IncomingMember
from careteam.domain.intake.known import OPEN, KnownAssignment, PersonMet
from careteam.domain.intake.places import PlacePlan, plan_places
from careteam.domain.intake.stands import place_key

TODAY = date(2026, 11, 20)
BELL = IncomingMember("bell", "primary_care", starts_on=date(2026, 3, 1), team_key="t")
PEOPLE = {"bell": PersonMet(5, "Marcus Bell"), "cole": PersonMet(6, "Ida Cole")}


def member(**parts: Any) -> IncomingMember:
    told = {"starts_on": date(2026, 3, 1), "team_key": "t", **parts}
    return IncomingMember(told.pop("person_key", "bell"), told.pop("role", "primary_care"), **told)


def known(**parts: Any) -> KnownAssignment:
    told = {"key": place_key(BELL), "is_ended": False, "ends_on": None, **parts}
    return KnownAssignment(
        1, role="primary_care", role_text="", person_id=5, is_backup=False, **told
    )


def plan(
    *members: IncomingMember,
    here: tuple[KnownAssignment, ...] = (),
    base: dict[str, str] | None = None,
) -> PlacePlan:
    return plan_places(members, here, PEOPLE, base or {}, today=TODAY)


@pytest.mark.parametrize(
    ("told", "starts_on", "ends_on"),
    [
        (member(), date(2026, 3, 1), None),
        (member(starts_on=None), TODAY, None),
        (member(ends_on=date(2026, 6, 30)), date(2026, 3, 1), date(2026, 7, 1)),
        (member(ends_on=TODAY), date(2026, 3, 1), date(2026, 11, 21)),
        (member(starts_on=None, ends_on=date(2026, 6, 30)), date(2026, 6, 30), date(2026, 7, 1)),
        (member(is_active=False), date(2026, 3, 1), TODAY),
        (member(is_active=False, ends_on=date(2027, 1, 1)), date(2026, 3, 1), TODAY),
        (member(starts_on=date(2027, 1, 1)), date(2027, 1, 1), None),
    ],
)
def test_a_place_stands_from_its_first_day_to_the_day_after_its_last(
    told: IncomingMember, starts_on: date, ends_on: date | None
) -> None:
    (place,) = plan(told).new
    assert (place.starts_on, place.ends_on) == (starts_on, ends_on)


def test_a_past_place_without_any_day_is_left_out_and_told() -> None:
    found = plan(member(starts_on=None, is_active=False))
    assert found.new == ()
    assert found.findings == ("A past place in the care team has no days: left out.",)


def test_the_same_place_in_two_teams_is_one_and_stands_as_long_as_either() -> None:
    found = plan(member(ends_on=date(2026, 4, 1)), member(team_key="other"))
    (place,) = found.new
    assert place.ends_on is None
    (place,) = plan(member(ends_on=date(2026, 4, 1)), member(ends_on=date(2026, 5, 1))).new
    assert place.ends_on == date(2026, 5, 2)


def test_a_second_holder_of_a_role_backs_the_first_up() -> None:
    found = plan(member(starts_on=date(2026, 5, 1), person_key="cole"), member())
    assert [(place.person_key, place.is_backup) for place in found.new] == [
        ("bell", False),
        ("cole", True),
    ]


def test_a_past_holder_never_takes_the_place_of_the_one_who_holds_it() -> None:
    found = plan(member(ends_on=date(2026, 4, 1)), member(person_key="cole"))
    assert [(place.person_key, place.is_backup) for place in found.new] == [
        ("bell", False),
        ("cole", False),
    ]


def test_the_file_ends_a_place_that_it_opened() -> None:
    key = place_key(BELL)
    found = plan(member(ends_on=date(2026, 6, 30)), here=(known(),), base={key: OPEN})
    assert found.ended == ((1, date(2026, 7, 1), "Ended in the file that it came from."),)
    assert found.base == {key: "2026-07-01"}


def test_what_was_ended_here_stays_ended_and_a_contradiction_is_told() -> None:
    key = place_key(BELL)
    ended = known(is_ended=True, ends_on=date(2026, 5, 1))
    assert plan(member(), here=(ended,), base={key: OPEN}) == PlacePlan(base={key: OPEN})
    found = plan(member(), here=(ended,), base={key: "2026-05-01"})
    assert (found.new, found.ended) == ((), ())
    assert found.findings == (
        "Marcus Bell holds a role in the file that was ended here: kept as ended.",
    )


def test_whoever_was_assigned_here_already_is_not_assigned_twice() -> None:
    assert plan(member(), here=(known(key=""),)).new == ()
    (place,) = plan(member(ends_on=date(2026, 4, 1)), here=(known(key=""),)).new
    assert place.ends_on == date(2026, 4, 2)
