"""What `clinical.toml` and `answers.toml` say: the courses, and the stories that are dealt out."""

from dataclasses import dataclass
from functools import cache
from typing import Any

from careteam.demo.data import frozen, made, read_file

Scores = tuple[tuple[str, tuple[tuple[int, int], ...]], ...]
"""For each instrument its scores: how many days ago, and the score."""
Steps = tuple[tuple[int, str, str, str], ...]
"""The steps with a trial: how many days ago, the state, the reason, and a note."""


@dataclass(frozen=True, slots=True)
class BarrierStory:
    """A barrier found so many days ago; an action is its text, whose, days later, and a result.

    An action without a result is still being done; `end` is the state, days later, and a result.
    """

    category: str
    ago: int
    detail: str = ""
    actions: tuple[tuple[str, str, int, str], ...] = ()
    end: tuple[Any, ...] = ()


@dataclass(frozen=True, slots=True)
class ReferralStory:
    """A referral; `to` is the kind and the role or name, a step its state, days later, two notes.

    The second note of a step is the result of the referral.
    """

    to: tuple[str, str]
    ago: int
    why: str
    steps: tuple[tuple[str, int, str, str], ...] = ()
    method: str = "phone"
    priority: str = "routine"


@dataclass(frozen=True, slots=True)
class NeedStory:
    """What calls for a role so many days ago, and what came of it, in days later.

    The cause is a `score`, a `barrier` (with the days and the result of its end) or a `wish`, or
    that of the story before. `taken` is when `who` took the role, by referral where `refer`, `met`
    the first contact, `left` why nobody took it, `done` the end of the referral, `ended` of the
    role.
    """

    mrn: str
    ago: int
    role: str
    who: str = ""
    score: tuple[Any, ...] = ()
    barrier: tuple[Any, ...] = ()
    wish: tuple[str, ...] = ()
    refer: bool = False
    taken: int = 0
    met: tuple[Any, ...] = ()
    left: tuple[Any, ...] = ()
    done: tuple[Any, ...] = ()
    ended: tuple[Any, ...] = ()


@dataclass(frozen=True, slots=True)
class FlagStory:
    """A red flag so many days ago; `who` is empty while nobody was told."""

    mrn: str
    flag: str
    ago: int
    note: str = ""
    temp: str = ""
    who: str = ""
    advice: str = ""


@dataclass(frozen=True, slots=True)
class Offer:
    """The way of one patient with a trial of the register."""

    mrn: str
    trial: str
    steps: Steps


@dataclass(frozen=True, slots=True)
class TrialStory:
    """A trial of the register under a key."""

    key: str
    nct: str
    title: str
    kind: str
    phase: str
    site: str
    contact: str


@dataclass(frozen=True, slots=True)
class Course:
    """The clinical side of one patient; days count back from today, in `treatments` forward.

    `profile` is intent, risk group and CNS status; `preferences` how they learn, what they wish,
    whether there is a directive, and where. `moved` gives planned tests another business day,
    `backups` says who stands in for whom.
    """

    mrn: str
    scores: Scores = ()
    findings: tuple[tuple[str, str, int, str], ...] = ()
    treatments: tuple[tuple[str, str, int, str], ...] = ()
    overlays: tuple[tuple[str, int], ...] = ()
    statuses: tuple[tuple[int, str, str, str], ...] = ()
    boards: tuple[tuple[int, str, str], ...] = ()
    stays: tuple[tuple[int, int, str], ...] = ()
    trials: tuple[tuple[str, Steps], ...] = ()
    barrier: tuple[BarrierStory, ...] = ()
    referral: tuple[ReferralStory, ...] = ()
    flags: tuple[FlagStory, ...] = ()
    needs: tuple[NeedStory, ...] = ()
    moved: dict[str, int] | None = None
    results: dict[str, str] | None = None
    left_out: dict[str, str] | None = None
    backups: dict[str, str] | None = None
    answers: dict[str, str] | None = None
    shaped_by: str = ""
    profile: tuple[str, str, str] = ("", "", "")
    preferences: tuple[str, str, str, str] = ("", "", "", "")


@dataclass(frozen=True, slots=True)
class Depth:
    """All of the file."""

    escalation_line: str
    filters: tuple[dict[str, Any], ...]
    trials: tuple[TrialStory, ...]
    courses: dict[str, Course]
    scores: dict[str, tuple[Scores, ...]]
    barriers: tuple[BarrierStory, ...]
    referrals: tuple[ReferralStory, ...]
    waiting: tuple[ReferralStory, ...]
    backups: dict[str, str]
    treatments: dict[str, tuple[tuple[str, str, str], ...]]
    lists: dict[str, tuple[str, ...]]
    flags: tuple[FlagStory, ...]
    offers: tuple[Offer, ...]
    needs: tuple[NeedStory, ...]
    stays: dict[str, tuple[tuple[int, int, str], ...]]


@cache
def read_depth() -> Depth:
    """The clinical side of the invented clinic, read once."""
    told, answered = read_file("clinical"), read_file("answers")
    scores: dict[str, tuple[Scores, ...]] = {}
    for row in told["scores"]:
        scores[row["whom"]] = (*scores.get(row["whom"], ()), frozen(row["of"]))
    return Depth(
        escalation_line=told["escalation_line"],
        filters=tuple(told["filter"]),
        trials=tuple(made(TrialStory, row) for row in told["trial"]),
        courses={row["mrn"]: _course(row) for row in told["course"]},
        scores=scores,
        barriers=tuple(made(BarrierStory, row) for row in told["barrier"]),
        referrals=tuple(made(ReferralStory, row) for row in told["referral"]),
        waiting=tuple(made(ReferralStory, row) for row in told["waiting"]),
        backups=told["backups"],
        treatments={phase: frozen(rows) for phase, rows in told["treatments"].items()},
        lists={name: tuple(words) for name, words in told["lists"].items()},
        flags=tuple(made(FlagStory, row) for row in told["flag"]),
        offers=tuple(made(Offer, row) for row in told["offer"]),
        needs=tuple(made(NeedStory, row) for row in answered["need"]),
        stays={row["mrn"]: frozen(row["of"]) for row in answered["stays"]},
    )


def _course(row: dict[str, Any]) -> Course:
    stories = {
        "barrier": [made(BarrierStory, story) for story in row.get("barrier", [])],
        "referral": [made(ReferralStory, story) for story in row.get("referral", [])],
    }
    return made(Course, row | stories)
