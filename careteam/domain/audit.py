"""The audit trail: what is noted beside the changes of tables, and how it is found broken."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class Event(StrEnum):
    """What is noted although it changes no table; the word stands in the trail."""

    OPENED = "opened"
    FOUND = "found"
    EXPORTED = "exported"
    PRINTED = "printed"
    COPIED = "copied"
    UNLOCKED = "unlocked"
    LOCKED = "locked"
    WRONG = "wrong_passphrase"
    RESTORED = "restored"
    KEY_TURNED = "key_turned"
    RECOVERED = "recovered"
    RESCUED = "rescued"
    CLOCK_BACK = "clock_back"
    CODE_ON = "code_on"
    CODE_OFF = "code_off"
    BROKEN = "trail_broken"
    ACCEPTED = "trail_accepted"


class Fault(StrEnum):
    """How a trail is broken."""

    MISSING = "missing"
    CHANGED = "changed"
    CUT = "cut"
    OTHER = "other"
    ANCHOR = "anchor"
    UNWATCHED = "unwatched"

    def told(self, seq: int = 0, name: str = "") -> str:
        """What is wrong with this row or trigger, in one sentence."""
        return _SENTENCES[self].format(seq=seq, name=name)


_SENTENCES = {
    Fault.MISSING: "Row {seq} of the audit trail is missing.",
    Fault.CHANGED: "Row {seq} of the audit trail was changed.",
    Fault.CUT: "The audit trail ends before row {seq}, which was there: rows were cut off, or an "
    "older file was put in place.",
    Fault.OTHER: "Row {seq} of the audit trail is not the one that was there: another file was put "
    "in place.",
    Fault.ANCHOR: "The anchor of the audit trail was changed or belongs to another database.",
    Fault.UNWATCHED: "The audit trail does not watch everything: the trigger {name} is gone or "
    "was changed.",
}


@dataclass(frozen=True, slots=True)
class Broken:
    """The first thing that is wrong: the row (0 for none) or the trigger."""

    fault: Fault
    seq: int = 0
    name: str = ""

    @property
    def sentence(self) -> str:
        """What is wrong, in one sentence."""
        return self.fault.told(self.seq, self.name)


MOST_BREAKS = 1_000
"""So many rows at most that are not as they were written are accepted with one reason."""


@dataclass(frozen=True, slots=True)
class End:
    """A row that was the last one when it was anchored."""

    seq: int
    hash: str


@dataclass(frozen=True, slots=True)
class RowBreak:
    """A place where the rows are not as they were written; `seal` is over the row that stands
    there.
    """

    fault: Fault
    seq: int
    seal: str

    @property
    def broken(self) -> Broken:
        """The same in words for somebody."""
        return Broken(self.fault, self.seq)


@dataclass(frozen=True, slots=True)
class BreakDraft:
    """Why a break is accepted, what was found in words, and what of it is known by a seal.

    `before` is the anchor that is not on the trail, None when it is.
    """

    reason: str
    said: str
    rows: tuple[RowBreak, ...] = ()
    before: End | None = None


@dataclass(frozen=True, slots=True)
class Accepted:
    """A row that says that a break was accepted (moment in UTC); `said` is what was found."""

    seq: int
    at: datetime
    reason: str
    said: str

    @property
    def sentence(self) -> str:
        """What the trail says of it, in words."""
        return f"Row {self.seq}: accepted by a supervisor: {self.said}"


@dataclass(frozen=True, slots=True)
class Rescue:
    """A row that says that the database was read out of a damaged file (moment in UTC).

    `lost` rows of the trail before could not be read; `carried` ones after the first of those are
    chained anew behind this row, which holds their old end.
    """

    seq: int
    at: datetime
    file: str
    lost: int
    carried: int
    broken: str = ""

    @property
    def sentence(self) -> str:
        """What the trail says of it, in words."""
        said = f"Row {self.seq}: the database was rescued from the damaged file {self.file}."
        if self.lost:
            said += f" {self.lost:,} rows of its trail were lost."
        if self.carried:
            said += f" The next {self.carried:,} rows are older; they were chained anew."
        return f"{said} Before the rescue: {self.broken}" if self.broken else said


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a check found: how many rows were read, the last row's number, and what is broken.

    `accepted` are breaks of before that somebody has looked at; they are told and not broken.
    """

    rows: int
    head: int
    is_anchored: bool
    broken: Broken | None = None
    accepted: tuple[Accepted, ...] = ()
