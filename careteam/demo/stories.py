"""Barriers, referrals and suggestions of an invented patient, step by step through the verbs."""

from collections.abc import Mapping
from datetime import datetime, timedelta

from sqlalchemy import select

from careteam.demo.depth import BarrierStory, Course, FlagStory, ReferralStory
from careteam.demo.scene import Scene
from careteam.domain.assignments import Rank
from careteam.domain.barriers import (
    ActionDraft,
    BarrierDraft,
    CloseActionDraft,
    CloseBarrierDraft,
)
from careteam.domain.escalations import ToldDraft
from careteam.domain.needs import ActionState
from careteam.domain.referrals import ReferralDraft, ReferralState, ReferralStepDraft
from careteam.domain.suggestions import DismissDraft, SuggestionKind, SuggestionState
from careteam.storage.tables import SuggestionRecord
from careteam.storage.writes.barriers import (
    add_action,
    add_barrier,
    close_action,
    close_barrier,
)
from careteam.storage.writes.deciding import dismiss_suggestion
from careteam.storage.writes.referrals import make_referral, step_referral

TOLD_BY = "phone"
VISIT_DAYS = 12
KEEPS_OPEN = 3
"""Every so many patients keep what the rules suggest, for somebody to decide."""
SEEN = {SuggestionKind.TASK: "already_seen", SuggestionKind.ROLE: "other_plan"}


class BarrierRun:
    """One barrier: found, acted on, and closed where its story ends."""

    def __init__(self, story: BarrierStory) -> None:
        self._story = story
        self._id = 0

    def find(self, scene: Scene, at: datetime) -> None:
        """Add the barrier."""
        story = self._story
        draft = BarrierDraft(scene.patient_id, story.category, at.date(), story.detail)
        made = add_barrier(scene.session, draft, moment=scene.moment(at), rules=scene.rules)
        self._id = made.made or 0

    def act(self, scene: Scene, at: datetime, *, place: int) -> None:
        """Do something about it; with a result it is done."""
        text, role, _, result = self._story.actions[place]
        moment = scene.moment(at)
        draft = ActionDraft(self._id, text, at.date(), role)
        made = add_action(scene.session, draft, moment=moment, rules=scene.rules).made or 0
        if result:
            done = CloseActionDraft(made, ActionState.DONE, at.date(), result)
            close_action(scene.session, done, moment=moment, rules=scene.rules)

    def close(self, scene: Scene, at: datetime) -> None:
        """Close it with what came of it."""
        state, _, result = self._story.end
        draft = CloseBarrierDraft(self._id, state, at.date(), result)
        close_barrier(scene.session, draft, moment=scene.moment(at), rules=scene.rules)


class ReferralRun:
    """One referral: asked for, then each state of its story."""

    def __init__(self, story: ReferralStory) -> None:
        self._story = story
        self._id = 0

    def make(self, scene: Scene, at: datetime) -> None:
        """Ask for it."""
        story = self._story
        kind, who = story.to
        draft = ReferralDraft(
            scene.patient_id,
            at.date(),
            kind,
            to_role=who if kind == "role" else "",
            to_name="" if kind == "role" else who,
            priority=story.priority,
            method=story.method,
            reason_text=story.why,
        )
        made = make_referral(scene.session, draft, moment=scene.moment(at), rules=scene.rules)
        self._id = made.made or 0

    def step(self, scene: Scene, at: datetime, *, place: int) -> None:
        """Note the next state."""
        state, _, note, result = self._story.steps[place]
        visit = None
        if state == ReferralState.SCHEDULED:
            visit = scene.wall_now().date() + timedelta(days=VISIT_DAYS)
        draft = ReferralStepDraft(self._id, state, at.date(), note, result, visit)
        step_referral(scene.session, draft, moment=scene.moment(at), rules=scene.rules)


def told_of(flag: FlagStory, at: datetime) -> ToldDraft:
    """Who was told of a red flag at once, by telephone."""
    return ToldDraft(0, flag.who, TOLD_BY, at, flag.advice)


def answer_suggestions(scene: Scene, at: datetime, *, course: Course) -> None:
    """Decide on what the rules suggested, as its patient's course or the navigator's habit says."""
    if course.answers is None and scene.patient_id % KEEPS_OPEN == 0:
        return
    table = SuggestionRecord.__table__.c
    query = select(table.id, table.rule, table.kind).where(
        table.patient_id == scene.patient_id,
        table.state == SuggestionState.OPEN,
        table.kind != SuggestionKind.MILESTONE,
    )
    for row in scene.session.execute(query).all():
        reason = SEEN[row.kind] if course.answers is None else course.answers.get(row.rule, "")
        if reason:
            draft = DismissDraft(row.id, reason)
            dismiss_suggestion(scene.session, draft, moment=scene.moment(at), rules=scene.rules)


def stand_in(scene: Scene, at: datetime, *, backups: Mapping[str, str]) -> None:
    """Give the roles of those who have somebody to stand in for them a backup."""
    keys = {person: key for key, person in scene.people.items()}
    for role, (_, person) in tuple(scene.holders.items()):
        other = backups.get(keys[person])
        if other:
            scene.assign(at, role, other, Rank.BACKUP)
