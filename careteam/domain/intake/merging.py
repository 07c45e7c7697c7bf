"""Three states of one thing put together: as last imported, as it stands here, as the file says."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace

from careteam.domain.phones import Phone
from careteam.domain.text import digits

Value = str | tuple[str, ...]
Values = Mapping[str, Value]
Number = tuple[str, str]
"""A telephone number with its kind."""

EVERY_FIELD = frozenset({"*"})
"""As the fields of which the file's value is taken: all of them."""

DAY_UNKNOWN = "day not known"
"""What a file says of something that happened, when it does not say on which day."""

_DAYS = frozenset({"birth_date", "diagnosed_on", "death", "onset", "recorded_on"})
_LONG_US_NUMBER = 11


@dataclass(frozen=True, slots=True)
class Merged:
    """What is to be written, what was kept although the file differs, and the next measure."""

    taken: Values = field(default_factory=dict)
    kept: tuple[str, ...] = ()
    base: Values = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class MergedPhones:
    """The phones as they are to stand, how many come and go, and the numbers that were kept."""

    phones: tuple[Phone, ...]
    added: int = 0
    removed: int = 0
    kept: tuple[str, ...] = ()
    base: tuple[Number, ...] = ()

    @property
    def changes(self) -> int:
        """How many numbers come or go."""
        return self.added + self.removed


def is_said(value: Value) -> bool:
    """Whether a value says anything; what a file leaves empty never erases what stands here."""
    return bool(value) if isinstance(value, str) else any(value)


def merge(base: Values, ours: Values, theirs: Values, taken_over: Collection[str] = ()) -> Merged:
    """The file's values taken where nobody changed ours since the last import; kept elsewhere.

    A value that was never imported is taken only where nothing stands. Of the fields
    `taken_over` somebody has decided that the file is right.
    """
    decided = set(theirs) if set(taken_over) >= EVERY_FIELD else set(taken_over)
    taken: dict[str, Value] = {}
    kept: list[str] = []
    measure = dict(base)
    for name, new in theirs.items():
        old, here = base.get(name), ours.get(name, "")
        if not is_said(new) or new == old:
            continue
        if new == here or (name in _DAYS and _is_vaguer(new, here)):
            measure[name] = new
        elif here == old or name in decided or (old is None and not is_said(here)):
            taken[name] = measure[name] = new
        else:
            kept.append(name)
    return Merged(taken, tuple(kept), measure)


def merge_phones(
    base: Sequence[Number] | None, ours: Sequence[Phone], theirs: Sequence[Phone]
) -> MergedPhones:
    """New numbers come in, those that the file dropped go, unless something was noted at them.

    A number that was removed here stays removed while the file says nothing new.
    """
    if not theirs:
        return MergedPhones(tuple(ours), base=tuple(base or ()))
    before = {bare(number): kind for number, kind in base or ()}
    said = {bare(phone.number): phone for phone in theirs}
    standing = {bare(phone.number) for phone in ours}
    result: list[Phone] = []
    kept: list[Phone] = []
    for phone in ours:
        number = bare(phone.number)
        new = said.get(number)
        if new is not None:
            follows = before.get(number) == phone.kind
            result.append(replace(phone, kind=new.kind) if follows else phone)
        elif number not in before:
            result.append(phone)
        elif _is_annotated(phone):
            result.append(phone)
            kept.append(phone)
    gone = len(ours) - len(result)
    come = [
        phone for number, phone in said.items() if number not in standing and number not in before
    ]
    measure = [(phone.number, phone.kind) for phone in theirs]
    measure += [(phone.number, phone.kind) for phone in kept]
    return MergedPhones(
        (*result, *come),
        len(come),
        gone,
        tuple(phone.number for phone in kept),
        tuple(measure),
    )


def _is_vaguer(new: Value, here: Value) -> bool:
    if not isinstance(new, str) or not isinstance(here, str) or not here[:1].isdigit():
        return False
    return new == DAY_UNKNOWN or here.startswith(new)


def _is_annotated(phone: Phone) -> bool:
    return bool(phone.best_time) or phone.may_leave_message is not None or phone.is_wrong


def bare(number: str) -> str:
    """A number as it is compared: its digits, without the US prefix."""
    found = digits(number)
    is_long = len(found) == _LONG_US_NUMBER and found.startswith("1")
    return found[1:] if is_long else found or number
