"""What called for a role of an invented patient, and what came of it, step by step."""

from collections.abc import Callable, Iterator
from datetime import datetime

from sqlalchemy import select

from careteam.demo.contacts import Planned
from careteam.demo.data import Told
from careteam.demo.depth import BarrierStory, NeedStory
from careteam.demo.scene import Scene
from careteam.demo.stories import BarrierRun
from careteam.domain.assignments import EndDraft
from careteam.domain.referrals import ReferralState, ReferralStepDraft
from careteam.domain.screenings import ScreeningDraft
from careteam.domain.suggestions import (
    AcceptDraft,
    DismissDraft,
    SuggestionKind,
    SuggestionState,
    WishDraft,
)
from careteam.storage.tables import AssignmentRecord, SuggestionRecord
from careteam.storage.writes.assignments import end_assignment
from careteam.storage.writes.deciding import accept_suggestion, add_wish, dismiss_suggestion
from careteam.storage.writes.referrals import step_referral
from careteam.storage.writes.screenings import record_score

Play = Callable[[Scene, datetime], None]


class NeedRun:
    """One role that was called for: taken up and met, or set aside."""

    def __init__(self, story: NeedStory) -> None:
        self._story = story
        self._barrier: BarrierRun | None = None
        self._referral = 0
        if story.barrier:
            category, detail, *end = story.barrier
            told = BarrierStory(category, story.ago, detail, end=("resolved", *end))
            self._barrier = BarrierRun(told)

    def acts(self) -> Iterator[tuple[int, Play, bool]]:
        """Each act with how many days ago it was, and whether it is a contact."""
        story, ago = self._story, self._story.ago
        yield ago, self.call_for, False
        if story.left:
            yield ago - story.left[0], self.leave, False
            return
        if story.refer:
            yield ago, self.refer, False
        yield ago - story.taken, self.take, False
        if story.met:
            yield ago - story.met[0], self.meet, True
        if story.done:
            yield ago - story.done[0], self.complete, False
        if story.ended:
            yield ago - story.ended[0], self.end, False
        if self._barrier is not None:
            yield ago - story.barrier[2], self._barrier.close, False

    def call_for(self, scene: Scene, at: datetime) -> None:
        """What makes the rules or the family ask for the role."""
        story, moment = self._story, scene.moment(at)
        if self._barrier is not None:
            self._barrier.find(scene, at)
        elif story.score:
            instrument, score = story.score
            draft = ScreeningDraft(scene.patient_id, instrument, score, at.date())
            record_score(scene.session, draft, moment=moment, rules=scene.rules)
        elif story.wish:
            wish = WishDraft(scene.patient_id, story.role, *story.wish)
            add_wish(scene.session, wish, moment=moment, rules=scene.rules)

    def leave(self, scene: Scene, at: datetime) -> None:
        """Set the suggestion aside."""
        _, reason, note = self._story.left
        draft = DismissDraft(self._suggestion(scene), reason, note)
        dismiss_suggestion(scene.session, draft, moment=scene.moment(at), rules=scene.rules)

    def refer(self, scene: Scene, at: datetime) -> None:
        """Refer to the person who is to take the role."""
        who = scene.people[self._story.who]
        draft = AcceptDraft(self._suggestion(scene), who, as_referral=True)
        made = accept_suggestion(scene.session, draft, moment=scene.moment(at), rules=scene.rules)
        self._referral = made.made or 0

    def take(self, scene: Scene, at: datetime) -> None:
        """The person takes the role."""
        story = self._story
        if story.refer:
            self._step(scene, at, ReferralState.ACCEPTED)
            return
        draft = AcceptDraft(self._suggestion(scene), scene.people[story.who])
        accept_suggestion(scene.session, draft, moment=scene.moment(at), rules=scene.rules)

    def meet(self, scene: Scene, at: datetime) -> None:
        """The first contact."""
        story = self._story
        _, mode, minutes, text = story.met
        told = Told(story.role, text, person=story.who, mode=mode, minutes=minutes)
        scene.log(Planned(at, told))

    def complete(self, scene: Scene, at: datetime) -> None:
        """The referral has its result."""
        self._step(scene, at, ReferralState.COMPLETED, self._story.done[1])

    def end(self, scene: Scene, at: datetime) -> None:
        """The role is no longer needed."""
        table = AssignmentRecord.__table__.c
        held = select(table.id).where(
            table.patient_id == scene.patient_id,
            table.role == self._story.role,
            table.person_id == scene.people[self._story.who],
        )
        assignment = scene.session.scalars(held).one()
        draft = EndDraft(assignment, at.date(), self._story.ended[1])
        end_assignment(scene.session, draft, moment=scene.moment(at), rules=scene.rules)

    def _step(self, scene: Scene, at: datetime, state: ReferralState, result: str = "") -> None:
        draft = ReferralStepDraft(self._referral, state, at.date(), result=result)
        step_referral(scene.session, draft, moment=scene.moment(at), rules=scene.rules)

    def _suggestion(self, scene: Scene) -> int:
        """The open suggestion of the role; there is one, or the story is wrong."""
        table = SuggestionRecord.__table__.c
        query = select(table.id).where(
            table.patient_id == scene.patient_id,
            table.role == self._story.role,
            table.kind == SuggestionKind.ROLE,
            table.state == SuggestionState.OPEN,
        )
        return scene.session.scalars(query.order_by(table.id.desc())).first() or 0
