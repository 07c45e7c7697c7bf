"""One invented patient on the stage: each act calls a verb of the window at its own moment."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta

from sqlalchemy import select
from sqlmodel import Session

from careteam.demo.contacts import Planned
from careteam.domain.assignments import AssignmentDraft, DeclineDraft, Rank
from careteam.domain.contacts import ContactDraft, Direction, With
from careteam.domain.moment import Moment
from careteam.domain.patients import Alert, PatientDraft, StatusDraft
from careteam.domain.rules import Rules
from careteam.storage.tables import (
    AssignmentRecord,
    FollowUpRecord,
    PatientRecord,
    RelatedRecord,
)
from careteam.storage.tables.record import Record
from careteam.storage.writes.assignments import (
    assign,
    decline_role,
    hold_assignment,
    replace_holder,
)
from careteam.storage.writes.contacts import (
    RetractDraft,
    amend_contact,
    log_contact,
    retract_contact,
)
from careteam.storage.writes.patients import (
    PhaseDraft,
    amend_patient,
    change_phase,
    register_patient,
    set_status,
)

CORRECTED = "Figures corrected from the chart."
SECOND_LOOK = timedelta(hours=2)


@dataclass
class Scene:
    """What the acts of one patient need; `people` maps the keys of the cast to directory ids."""

    session: Session
    rules: Rules
    zone: str
    now: datetime
    by: int
    people: Mapping[str, int]
    draft: PatientDraft
    patient_id: int = 0
    leader: int | None = None
    holders: dict[str, tuple[int, int]] = field(default_factory=dict)
    relatives: list[int] = field(default_factory=list)
    open_steps: dict[str, int] = field(default_factory=dict)
    kept: list[Record] = field(default_factory=list)
    """Records that would be read again for every act if nobody held them."""

    def moment(self, at: datetime) -> Moment:
        """The moment of a wall-clock time, with the navigator of this patient at the desk."""
        return Moment.at(Moment(self.now, self.zone).to_utc(at), self.zone, self.by)

    def register(self, at: datetime) -> None:
        """Bring the patient in."""
        changes = register_patient(
            self.session, self.draft, moment=self.moment(at), rules=self.rules
        )
        self.patient_id = changes.made or 0
        table = RelatedRecord.__table__.c
        query = select(table.id).where(table.patient_id == self.patient_id).order_by(table.id)
        self.relatives = list(self.session.scalars(query))
        self.kept.append(self.session.get_one(PatientRecord, self.patient_id))

    def warn(self, at: datetime, alerts: tuple[Alert, ...]) -> None:
        """Put alerts into the banner."""
        related = tuple(
            replace(relative, id=known)
            for relative, known in zip(self.draft.related, self.relatives, strict=True)
        )
        draft = replace(self.draft, related=related, alerts=alerts, phase="", phase_since=None)
        moment = self.moment(at)
        amend_patient(self.session, self.patient_id, draft, moment=moment, rules=self.rules)

    def enter_phase(self, at: datetime, phase: str) -> None:
        """Move the patient to a phase."""
        draft = PhaseDraft(self.patient_id, phase, at.date())
        change_phase(self.session, draft, moment=self.moment(at), rules=self.rules)

    def assign(self, at: datetime, role: str, person: str, rank: Rank) -> None:
        """Give a role to somebody of the cast."""
        draft = AssignmentDraft(self.patient_id, role, self.people[person], rank, at.date())
        made = assign(self.session, draft, moment=self.moment(at), rules=self.rules).made or 0
        self.kept.append(self.session.get_one(AssignmentRecord, made))
        if rank is not Rank.BACKUP:
            self.holders[role] = (made, self.people[person])
        if rank is Rank.LEAD:
            self.leader = self.people[person]

    def replace(self, at: datetime, role: str, person: str, reason: str) -> None:
        """Give a role to somebody else."""
        held, _ = self.holders[role]
        changes = replace_holder(
            self.session, held, self.people[person], on=at.date(), moment=self.moment(at),
            rules=self.rules, reason=reason,
        )  # fmt: skip
        self.holders[role] = (changes.made or 0, self.people[person])

    def decline(self, at: datetime, role: str, reason: str, ask_on: date | None, ask: str) -> None:
        """Record that the patient does not want a role."""
        draft = DeclineDraft(self.patient_id, role, at.date(), reason, ask_on, ask)
        decline_role(self.session, draft, moment=self.moment(at), rules=self.rules)

    def hold(self, at: datetime, role: str, reason: str) -> None:
        """Let a role rest."""
        moment = self.moment(at)
        hold_assignment(
            self.session, self.holders[role][0], reason, moment=moment, rules=self.rules
        )

    def leave(self, at: datetime, draft: StatusDraft) -> None:
        """Say that the patient died, was transferred, or declined navigation."""
        set_status(self.session, self.patient_id, draft, moment=self.moment(at), rules=self.rules)

    def log(self, planned: Planned) -> None:
        """Log a contact; amend or retract it where the plan says so."""
        told = planned.told
        entered = planned.at + timedelta(minutes=told.minutes, hours=told.late_hours)
        moment = self.moment(min(entered, self.wall_now()))
        draft = self._contact(planned)
        first = replace(draft, note=told.before) if told.before else draft
        made = log_contact(self.session, first, moment=moment, rules=self.rules).made or 0
        later = self.moment(min(entered + SECOND_LOOK, self.wall_now()))
        if told.before:
            amend_contact(self.session, made, draft, CORRECTED, moment=later, rules=self.rules)
        if told.retracted:
            taken_back = RetractDraft(made, told.retracted)
            retract_contact(self.session, taken_back, moment=later, rules=self.rules)
        if planned.step is not None:
            table = FollowUpRecord.__table__.c
            query = select(table.id).where(table.contact_id == made)
            self.open_steps[told.role] = self.session.scalars(query).one()

    def _contact(self, planned: Planned) -> ContactDraft:
        told = planned.told
        with_kind = With(told.with_kind)
        person = self.people[told.person] if told.person else self.holders[told.role][1]
        closes = (self.open_steps.pop(told.role),) if planned.closes else ()
        return ContactDraft(
            self.patient_id,
            told.role,
            told.mode,
            told.outcome,
            self.moment(planned.at).now,
            person_id=person,
            with_kind=with_kind,
            with_ref=self._other_side(with_kind),
            direction=Direction(told.direction),
            minutes=told.minutes,
            reasons=told.reasons,
            topics=told.topics,
            interventions=told.interventions,
            note=told.text,
            used_interpreter=told.interpreter,
            next_step=planned.step,
            closes_follow_ups=closes,
            may_be_long_ago=True,
        )

    def _other_side(self, kind: With) -> int | None:
        if kind is With.CAREGIVER:
            allowed = [relative.may_talk is True for relative in self.draft.related]
            return self.relatives[allowed.index(True)]
        return self.leader if kind is With.TEAM_MEMBER else None

    def wall_now(self) -> datetime:
        """Now on the clock of the clinic's wall."""
        return Moment(self.now, self.zone).local(self.now).replace(tzinfo=None)
