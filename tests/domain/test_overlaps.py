"""A minute of which two entries tell counts once, for the entry that began first."""

from datetime import UTC, datetime, timedelta

from hypothesis import example, given
from hypothesis import strategies as st

from careteam.domain.overlaps import MINUTE, Span, counted_from, overlap_of

START = datetime(2026, 11, 12, 15, tzinfo=UTC)


def span(
    number: int, at: int, minutes: int, *, patient: int = 1, program: str = "PIN",
    by: int | None = 1, seconds: int = 0, source: str = "entry",
) -> Span:  # fmt: skip
    begun = START + timedelta(minutes=at, seconds=seconds)
    return Span(source, number, patient, program, by, begun, minutes, START)


def overlaps(*spans: Span) -> dict[int, int]:
    counts = counted_from(spans)
    return {one.id: overlap_of(one.begins, one.minutes, counts[one.key]) for one in spans}


SPANS = st.lists(
    st.builds(
        lambda at, minutes, patient, program, by, seconds: (
            at, minutes, patient, program, by, seconds
        ),
        at=st.integers(0, 90), minutes=st.integers(0, 40), patient=st.integers(1, 3),
        program=st.sampled_from(("PIN", "CHI", "PCM")), by=st.sampled_from((None, 1, 2)),
        seconds=st.integers(0, 59),
    ),
    max_size=12,
).map(
    lambda rows: [
        span(number, at, minutes, patient=patient, program=program, by=by, seconds=seconds)
        for number, (at, minutes, patient, program, by, seconds) in enumerate(rows)
    ]
)  # fmt: skip


def minutes_of(one: Span) -> set[datetime]:
    return {one.begins + number * MINUTE for number in range(one.minutes)}


def share(one: Span, other: Span) -> bool:
    is_same_person = one.by_id is not None and one.by_id == other.by_id
    return is_same_person or (one.patient_id == other.patient_id and one.program != other.program)


def plainly(spans: list[Span]) -> dict[int, set[datetime]]:
    """The minutes of each entry that an entry begun before has already, one by one."""
    return {
        one.id: {
            minute
            for minute in minutes_of(one)
            for other in spans
            if share(one, other) and other.order < one.order and minute in minutes_of(other)
        }
        for one in spans
    }


@given(SPANS)
@example([span(0, 0, 30), span(1, 10, 5), span(2, 20, 30)])
def test_the_minutes_told_twice_are_those_found_one_by_one(spans: list[Span]) -> None:
    assert overlaps(*spans) == {key: len(taken) for key, taken in plainly(spans).items()}


@given(SPANS)
def test_no_minute_counts_twice_for_a_person_nor_for_two_programs(spans: list[Span]) -> None:
    counts = counted_from(spans)
    for place, one in enumerate(spans):
        for other in spans[:place]:
            both = {minute for minute in minutes_of(one) if minute >= counts[one.key]}
            both &= {minute for minute in minutes_of(other) if minute >= counts[other.key]}
            assert not (share(one, other) and both)


@given(SPANS)
def test_the_order_in_which_entries_are_read_changes_nothing(spans: list[Span]) -> None:
    assert counted_from(spans) == counted_from(spans[::-1])


def test_the_entry_that_began_first_has_the_minutes() -> None:
    assert overlaps(span(1, 10, 30), span(2, 0, 20)) == {1: 10, 2: 0}


def test_of_two_that_begin_at_once_the_one_entered_first_has_the_minutes() -> None:
    late = Span("contact", 1, 1, "PIN", 1, START, 10, START + MINUTE)
    assert overlaps(late, span(2, 0, 10)) == {1: 10, 2: 0}


def test_two_people_in_one_program_of_a_patient_both_count() -> None:
    assert overlaps(span(1, 0, 20, by=1), span(2, 5, 20, by=2)) == {1: 0, 2: 0}


def test_two_programs_of_a_patient_share_no_minute_whoever_works() -> None:
    assert overlaps(span(1, 0, 20, by=1), span(2, 5, 20, by=2, program="CHI")) == {1: 0, 2: 15}


def test_what_nobody_is_known_to_have_done_is_nobodys_minute() -> None:
    assert overlaps(span(1, 0, 20, by=None), span(2, 5, 20, by=None, patient=2)) == {1: 0, 2: 0}


def test_entries_that_follow_each_other_within_a_minute_do_not_overlap() -> None:
    assert overlaps(span(1, 0, 5, seconds=30), span(2, 5, 5, seconds=10)) == {1: 0, 2: 0}
