"""What was taken back stays on record and is told nowhere: red flags, stays and tests."""

from datetime import timedelta
from typing import Any

import pytest

from careteam.domain.milestones import MilestoneDraft
from careteam.domain.moment import Moment
from careteam.domain.pathway import StayKind
from careteam.domain.stays import StayDraft
from careteam.storage.reads.before_call import before_call
from careteam.storage.reads.handoff import collect_handoff
from careteam.storage.reads.huddle import RED_FLAGS, collect_huddle
from careteam.storage.reads.timeline import timeline_page
from careteam.storage.store import Store
from careteam.storage.writes.escalations import retract_red_flag
from careteam.storage.writes.milestones import plan_milestone, withdraw_milestone
from careteam.storage.writes.stays import admit, take_back_stay
from tests.storage.needs import TODAY, act, flagged

YESTERDAY = TODAY - timedelta(days=1)


def kinds(store: Store, moment: Moment, patient: int) -> list[str]:
    """The kinds of the entries of the timeline and of what is read before a call."""
    asked: dict[str, Any] = {"moment": moment, "rules": store.rules}
    page = store.read(timeline_page, patient, limit=200, **asked)
    call = store.read(before_call, patient, 30, **asked)
    assert [row.key for row in page] == [row.key for row in call.entries]
    return [row.kind.value for row in page]


def red_flags(store: Store, moment: Moment, patient: int) -> tuple[int, int, int]:
    """How many red flags the sheet, the huddle list and the view before a call tell."""
    asked: dict[str, Any] = {"moment": moment, "rules": store.rules}
    huddle = store.read(collect_huddle, **asked, navigator_id=None)
    lines = [line for group in huddle.groups if group.key == RED_FLAGS for line in group.lines]
    return (
        len(store.read(collect_handoff, patient, **asked).escalations),
        sum(len(line.red_flags) for line in lines),
        len(store.read(before_call, patient, 30, **asked).red_flags),
    )


def test_a_red_flag_taken_back_is_on_no_sheet_list_or_timeline(
    store: Store, moment: Moment, patient: int
) -> None:
    wrong = flagged(store, moment, patient, "self_harm")
    flagged(store, moment, patient, "fever", "38.4")
    assert red_flags(store, moment, patient) == (2, 2, 2)
    assert kinds(store, moment, patient).count("red_flag") == 2
    act(store, moment, retract_red_flag, wrong, "the other patient")
    assert red_flags(store, moment, patient) == (1, 1, 1)
    assert kinds(store, moment, patient).count("red_flag") == 1


@pytest.mark.parametrize(
    ("verb", "back", "draft", "kind", "entries"),
    [
        (admit, take_back_stay, (StayKind.INPATIENT, YESTERDAY, TODAY), "stay", 2),
        (admit, take_back_stay, (StayKind.EMERGENCY, YESTERDAY, YESTERDAY), "stay", 2),
        (plan_milestone, withdraw_milestone, ("cbc", YESTERDAY), "test", 1),
    ],
)
def test_a_stay_and_a_test_taken_back_are_told_nowhere(
    store: Store, moment: Moment, patient: int, verb: Any, back: Any, draft: Any, kind: str,
    entries: int,
) -> None:  # fmt: skip
    if kind == "stay":
        what: Any = StayDraft(patient, kind=draft[0], admitted_on=draft[1], discharged_on=draft[2])
    else:
        what = MilestoneDraft(patient, draft[0], planned_on=draft[1], done_on=draft[1])
    made = act(store, moment, verb, what)
    assert kinds(store, moment, patient).count(kind) == entries
    act(store, moment, back, made)
    assert kind not in kinds(store, moment, patient)
