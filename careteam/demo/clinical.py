"""The clinical acts of one invented patient: scores, barriers, referrals, the plan, trials."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from functools import partial

from careteam.demo.answers import NeedRun, Play
from careteam.demo.days import Days
from careteam.demo.depth import BarrierStory, Course, FlagStory, NeedStory, ReferralStory
from careteam.demo.scene import Scene
from careteam.demo.stories import BarrierRun, ReferralRun, answer_suggestions, stand_in, told_of
from careteam.demo.story import Act, Frame
from careteam.domain.care_profile import PlanProfileDraft, PreferencesDraft
from careteam.domain.conferences import ConferenceDraft
from careteam.domain.disease_status import DiseaseStatusDraft
from careteam.domain.escalations import RedFlagDraft
from careteam.domain.findings import FindingDraft
from careteam.domain.pathway import FindingList, TreatmentState
from careteam.domain.screenings import ScreeningDraft
from careteam.domain.stays import StayDraft
from careteam.domain.treatments import OverlayDraft, TreatmentDraft
from careteam.domain.trials import OfferState, TrialStepDraft
from careteam.storage.writes.care_profile import save_plan_profile, save_preferences
from careteam.storage.writes.conferences import plan_conference
from careteam.storage.writes.disease_status import record_status
from careteam.storage.writes.escalations import record_red_flag, record_told_red_flag
from careteam.storage.writes.findings import note_finding
from careteam.storage.writes.overlays import start_overlay
from careteam.storage.writes.screenings import record_score
from careteam.storage.writes.stays import admit
from careteam.storage.writes.treatments import add_treatment
from careteam.storage.writes.trials import note_step

FIRST, LAST = time(10, 5), time(16, 50)
WORKUP, FIRST_TREATED_WITHIN = "workup", 5
DIRECTIVE = {"yes": True, "no": False}


@dataclass
class Clinical:
    """Lays the course of a patient out as acts between the first day and the last one.

    What lies before the patient came in was told on the first day; `trials` are ids by their key.
    """

    course: Course
    frame: Frame
    days: Days
    trials: Mapping[str, int]
    acts: list[Act] = field(default_factory=list)

    def laid_out(self) -> list[Act]:
        """All acts; those of one day stand in the order in which they happened."""
        course = self.course
        for instrument, scores in course.scores:
            for ago, score in scores:
                if self._is_known(ago):
                    self._add(ago, partial(_score, instrument=instrument, score=score))
        for kind, key, ago, note in course.findings:
            self._add(ago, partial(_finding, kind=kind, key=key, note=note))
        for barrier in course.barrier:
            self._lay_barrier(barrier)
        for referral in course.referral:
            self._lay_referral(referral)
        for need in course.needs:
            self._lay_need(need)
        for flag in course.flags:
            self._add(flag.ago, partial(_red_flag, flag=flag))
        self._lay_trials()
        self._lay_disease()
        self._lay_plan()
        if course.backups:
            self._add(0, partial(stand_in, backups=course.backups), LAST)
        self._add(0, partial(answer_suggestions, course=course), LAST)
        return self.acts

    def _lay_barrier(self, story: BarrierStory) -> None:
        run = BarrierRun(story)
        self._add(story.ago, run.find)
        for place, (_, _, later, _) in enumerate(story.actions):
            self._add(story.ago - later, partial(run.act, place=place))
        if story.end:
            self._add(story.ago - story.end[1], run.close)

    def _lay_referral(self, story: ReferralStory) -> None:
        run = ReferralRun(story)
        self._add(story.ago, run.make)
        for place, (_, later, _, _) in enumerate(story.steps):
            self._add(story.ago - later, partial(run.step, place=place))

    def _lay_need(self, story: NeedStory) -> None:
        for ago, play, is_contact in NeedRun(story).acts():
            self._add(ago, play, is_contact=is_contact)

    def _lay_trials(self) -> None:
        for trial, steps in self.course.trials:
            for ago, state, reason, note in steps:
                step = (self.trials[trial], OfferState(state), reason, note)
                self._add(ago, partial(_trial, step=step))

    def _lay_disease(self) -> None:
        for ago, remission, mrd, note in self.course.statuses:
            self._add(ago, partial(_status, remission=remission, mrd=mrd, note=note))
        for admitted, left, reason in self.course.stays:
            if self._is_known(admitted):
                stay = (self.days.today - timedelta(days=admitted), admitted - left, reason)
                self._add(left, partial(_stay, stay=stay))

    def _lay_plan(self) -> None:
        course = self.course
        for ago, question, decision in course.boards:
            on = self.days.today - timedelta(days=ago)
            self._add(max(ago, 0), partial(_board, on=on, question=question, decision=decision))
        for kind, state, off, detail in course.treatments:
            on = self.days.today + timedelta(days=off)
            told = (kind, TreatmentState(state), on, detail)
            self._add(max(-off, 0), partial(_treatment, told=told))
        for kind, ago in course.overlays:
            self._add(ago, partial(_overlay, kind=kind))
        self._add(self._planned_ago(), partial(_profile, course=course, frame=self.frame))

    def _planned_ago(self) -> int:
        """The plan is kept two days after somebody came, or on the day treatment begins."""
        ago, treated = self._known_days() - 2, _treated_since(self.frame)
        if treated is not None:
            begun = self.days.calendar.on_or_after(treated)
            ago = min(ago, (self.days.today - begun).days)
        return max(1, ago)

    def _known_days(self) -> int:
        return (self.days.today - self.frame.registered).days

    def _is_known(self, ago: int) -> bool:
        """Whether the patient was with the clinic by then; what was not measured here is left."""
        return ago <= self._known_days()

    def _add(
        self, ago: int, play: Play, at: time | None = None, *, is_contact: bool = False
    ) -> None:
        first, last = self.frame.registered, self.frame.until
        day = max(self.days.on_or_before(self.days.today - timedelta(days=ago)), first)
        opened = datetime.combine(min(day, last), at or FIRST)
        told = opened if at else opened + timedelta(minutes=len(self.acts))
        self.acts.append(Act(told, lambda scene: play(scene, told), is_contact))


def _score(scene: Scene, at: datetime, *, instrument: str, score: int) -> None:
    birth = scene.draft.birth_date
    age = birth.age_years(at.date()) if birth is not None else None
    if not scene.rules.clinical.instruments[instrument].suits(age):
        return
    draft = ScreeningDraft(scene.patient_id, instrument, score, at.date())
    record_score(scene.session, draft, moment=scene.moment(at), rules=scene.rules)


def _finding(scene: Scene, at: datetime, *, kind: str, key: str, note: str) -> None:
    draft = FindingDraft(scene.patient_id, FindingList(kind), key, at.date(), note)
    note_finding(scene.session, draft, moment=scene.moment(at), rules=scene.rules)


def _red_flag(scene: Scene, at: datetime, *, flag: FlagStory) -> None:
    moment = scene.moment(at)
    temp = Decimal(flag.temp) if flag.temp else None
    draft = RedFlagDraft(scene.patient_id, flag.flag, moment.now, temp, note=flag.note)
    if not flag.who:
        record_red_flag(scene.session, draft, moment=moment, rules=scene.rules)
        return
    told = told_of(flag, moment.now)
    record_told_red_flag(scene.session, draft, told, moment=moment, rules=scene.rules)


def _trial(scene: Scene, at: datetime, *, step: tuple[int, OfferState, str, str]) -> None:
    trial, state, reason, note = step
    draft = TrialStepDraft(scene.patient_id, trial, state, at.date(), reason, note)
    note_step(scene.session, draft, moment=scene.moment(at), rules=scene.rules)


def _status(scene: Scene, at: datetime, *, remission: str, mrd: str, note: str) -> None:
    draft = DiseaseStatusDraft(scene.patient_id, at.date(), remission, mrd, note)
    record_status(scene.session, draft, moment=scene.moment(at), rules=scene.rules)


def _stay(scene: Scene, at: datetime, *, stay: tuple[date, int, str]) -> None:
    admitted, nights, reason = stay
    draft = StayDraft(
        scene.patient_id,
        admitted,
        discharged_on=min(admitted + timedelta(days=nights), at.date()),
        is_planned=reason.startswith("Planned"),
        place="Ward 6 East",
        reason=reason,
    )
    admit(scene.session, draft, moment=scene.moment(at), rules=scene.rules)


def _board(scene: Scene, at: datetime, *, on: date, question: str, decision: str) -> None:
    draft = ConferenceDraft(scene.patient_id, on, question, decision if on <= at.date() else "")
    plan_conference(scene.session, draft, moment=scene.moment(at), rules=scene.rules)


def _treatment(scene: Scene, at: datetime, *, told: tuple[str, TreatmentState, date, str]) -> None:
    kind, state, on, detail = told
    is_ahead = state in (TreatmentState.PLANNED, TreatmentState.CONSULT)
    begun = on if is_ahead else min(on, at.date())
    ended = at.date() if state is TreatmentState.COMPLETED else None
    draft = TreatmentDraft(scene.patient_id, kind, state, begun, ended, detail)
    add_treatment(scene.session, draft, moment=scene.moment(at), rules=scene.rules)


def _overlay(scene: Scene, at: datetime, *, kind: str) -> None:
    draft = OverlayDraft(scene.patient_id, kind, at.date())
    start_overlay(scene.session, draft, moment=scene.moment(at), rules=scene.rules)


def _first_treated(scene: Scene, frame: Frame, today: date) -> date | None:
    """The first day after the workup, or some days after the diagnosis where its day is known."""
    found, treated = scene.draft.diagnosed_on, _treated_since(frame)
    if found is None or not found.is_whole or treated is None:
        return None
    first = found.first_day + timedelta(days=2 + scene.patient_id % FIRST_TREATED_WITHIN)
    if scene.draft.phase == WORKUP:
        first = treated
    return first if first <= today else None


def _treated_since(frame: Frame) -> date | None:
    return next((since for phase, since in frame.phases if phase != WORKUP), None)


def _profile(scene: Scene, at: datetime, *, course: Course, frame: Frame) -> None:
    moment = scene.moment(at)
    intent, risk, cns = course.profile
    plan = PlanProfileDraft(
        scene.patient_id,
        intent=intent,
        risk_group=risk,
        cns_status=cns,
        shaped_by=course.shaped_by,
        first_treated_on=_first_treated(scene, frame, moment.today),
    )
    save_plan_profile(scene.session, plan, moment=moment, rules=scene.rules)
    learning, wishes, directive, place = course.preferences
    known = DIRECTIVE.get(directive)
    wanted = PreferencesDraft(scene.patient_id, learning, wishes, known, place)
    save_preferences(scene.session, wanted, moment=moment, rules=scene.rules)
