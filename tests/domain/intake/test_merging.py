"""The last import, what stands here and the file are put together without a guess."""

from hypothesis import given
from hypothesis import strategies as st

from careteam.domain.intake.merging import DAY_UNKNOWN, Value, merge, merge_phones
from careteam.domain.phones import Phone

NAMES = ("email", "address", "birth_date")
SAID = st.dictionaries(st.sampled_from(NAMES), st.sampled_from(["", "a", "b", "c"]))
NUMBERS = st.lists(st.sampled_from(["1", "2", "3", "4"]), unique=True)


def phones(numbers: list[str]) -> tuple[Phone, ...]:
    return tuple(Phone(number) for number in numbers)


@given(base=SAID, ours=SAID, theirs=SAID)
def test_only_what_stands_as_imported_or_nowhere_is_ever_replaced(
    base: dict[str, Value], ours: dict[str, Value], theirs: dict[str, Value]
) -> None:
    merged = merge(base, ours, theirs)
    for name, value in merged.taken.items():
        assert value == theirs[name] != ""
        here = ours.get(name, "")
        assert here == base[name] if name in base else here == ""
    assert not set(merged.kept) & merged.taken.keys()


@given(base=SAID, ours=SAID, theirs=SAID)
def test_the_same_file_a_second_time_changes_nothing(
    base: dict[str, Value], ours: dict[str, Value], theirs: dict[str, Value]
) -> None:
    first = merge(base, ours, theirs)
    second = merge(first.base, {**ours, **first.taken}, theirs)
    assert not second.taken
    assert second.base == first.base
    assert second.kept == first.kept


def test_a_day_known_better_here_is_no_difference() -> None:
    merged = merge({}, {"birth_date": "1981-03-14", "death": "2026-10-02"}, {"birth_date": "1981"})
    assert (merged.taken, merged.kept) == ({}, ())
    merged = merge({}, {"death": "2026-10-02"}, {"death": DAY_UNKNOWN})
    assert (merged.taken, merged.kept) == ({}, ())


@given(base=NUMBERS, ours=NUMBERS, theirs=NUMBERS)
def test_numbers_entered_here_stay_and_numbers_removed_here_stay_away(
    base: list[str], ours: list[str], theirs: list[str]
) -> None:
    measure = [(number, "mobile") for number in base]
    merged = merge_phones(measure, phones(ours), phones(theirs))
    numbers = [phone.number for phone in merged.phones]
    assert len(numbers) == len(set(numbers))
    assert set(ours) - set(base) <= set(numbers)
    assert not (set(base) - set(ours)) & set(numbers)
    assert set(theirs) - set(base) <= set(numbers)
    again = merge_phones(merged.base, merged.phones, phones(theirs))
    assert (again.phones, again.base) == (merged.phones, merged.base)


def test_one_number_written_in_two_ways_is_one_number() -> None:
    here = (Phone("(212) 555-0110", may_leave_message=True),)
    merged = merge_phones(None, here, (Phone("+1 212 555 0110"),))
    assert merged.phones == here
