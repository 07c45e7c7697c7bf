"""The contacts of one invented patient, laid so that the wanted due days follow from them."""

import random
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta

from careteam.demo.casting import INTERPRETER, NAVIGATOR
from careteam.demo.data import Cast, NextThing, Note, Patient, Scripted, Told
from careteam.demo.days import SLOTS, Days
from careteam.domain.catalogue import ADULT_FROM_YEARS
from careteam.domain.contacts import NextStep
from careteam.domain.due import Course, due_of
from careteam.domain.rules import Rules

TOLD = timedelta(days=45)
SEARCHED = timedelta(days=95)
NAVIGATOR_CONTACTS = (1, 2, 2)
OTHERS_CONTACTS = (1, 1, 1, 1, 1, 1, 1, 1, 1, 2)
INTERPRETER_CHANCE = 0.3
STEP_CHANCE, OTHER_STEP_CHANCE = 0.4, 0.12
TRY_CHANCE = 0.1
WELCOMED_WITHIN = 3
"""Business days."""
CAREGIVER_CHANCE = 0.12
INBOUND_CHANCE = 0.15
BY_VOICE = ("phone", "video")


@dataclass(frozen=True, slots=True)
class Planned:
    """A contact at its wall-clock time; `closes` says that it does what the one before planned."""

    at: datetime
    told: Told
    step: NextStep | None = None
    closes: bool = False


class ContactPlan:
    """Plans the contacts of one patient for the phase of today."""

    def __init__(
        self, patient: Patient, cast: Cast, days: Days, rules: Rules, rng: random.Random
    ) -> None:
        self._patient = patient
        self._cast = cast
        self._days = days
        self._rules = rules
        self._rng = rng
        self._told: set[str] = set()
        self._phase, spent = patient.phases[-1]
        self._phase_since = days.today - timedelta(days=spent - 1)
        self._scripted = {contact.role for contact in patient.contact}

    def of_roles(self, roles: dict[str, date], until: date) -> list[Planned]:
        """The contacts of roles, each held since a day, up to a last day, in their order."""
        planned = [self._as_scripted(contact) for contact in self._patient.contact]
        for role, since in roles.items():
            if role not in self._scripted:
                told = self._of_role(role, since, until)
                if role == NAVIGATOR:
                    told = [*self._welcome(since, told), *told]
                planned += told
        return self._with_weekend(sorted(planned, key=lambda contact: contact.at))

    def _as_scripted(self, contact: Scripted) -> Planned:
        at = datetime.combine(self._days.off(-contact.ago), time.fromisoformat(contact.at))
        return Planned(at, contact, self._next_step(contact.step) if contact.step else None)

    def _next_step(self, step: NextThing) -> NextStep:
        due_on = self._days.off(step.due) if step.due else self._days.today
        return NextStep(step.text, due_on, step.time, step.owner)

    def _of_role(self, role: str, since: date, until: date) -> list[Planned]:
        first = max(since + timedelta(days=1), until - SEARCHED)
        open_days = self._days.between(first, until)
        if not open_days or (role == INTERPRETER and self._rng.random() > INTERPRETER_CHANCE):
            return []
        rhythm = self._rules.catalogue.contact_days(role, self._phase)
        last = self._last_day(role, since, open_days) if rhythm else open_days[-1]
        most = self._rng.choice(NAVIGATOR_CONTACTS if role == NAVIGATOR else OTHERS_CONTACTS)
        earlier = [
            self._days.on_or_before(last - timedelta(days=rhythm * times))
            for times in range(1, most)
        ]
        kept = [day for day in earlier if rhythm and day >= max(first, until - TOLD)]
        return self._told_on(role, since, sorted({last, *kept}))

    def _welcome(self, since: date, later: list[Planned]) -> list[Planned]:
        """Whoever comes is called by the navigator within days, before anything else is told."""
        number = int(self._patient.mrn)
        day = self._days.calendar.add(since, 1 + number % WELCOMED_WITHIN)
        if not later or later[0].at.date() <= day:
            return []
        is_child = self._patient.age < ADULT_FROM_YEARS
        by_kin = is_child and self._is_with_caregiver(NAVIGATOR)
        told = Told(
            NAVIGATOR,
            self._cast.welcome[number % len(self._cast.welcome)],
            with_kind="caregiver" if by_kin else "patient",
            outcome="reached_caregiver" if by_kin else "reached_patient",
            minutes=14 + number % 9,
            reasons=("intake",),
            interpreter=self._patient.interpreter,
        )
        return [Planned(self._days.slot(day, number), told)]

    def _last_day(self, role: str, since: date, open_days: list[date]) -> date:
        """The day of the last contact from which the wanted due day follows, or the nearest."""
        dues = {day: self._due_on(role, since, day) for day in open_days}
        wanted = self._days.off(self._patient.due)
        if role == self._patient.due_role:
            return min(dues, key=lambda day: (dues[day] < wanted, abs(dues[day] - wanted)))
        later = [day for day, due in dues.items() if due > max(wanted, self._days.today)]
        return self._rng.choice(later) if later else open_days[-1]

    def _due_on(self, role: str, since: date, reached_on: date) -> date:
        course = Course(role, self._phase, since, self._phase_since, reached_on)
        return due_of(course, self._rules).on

    def _told_on(self, role: str, since: date, on: list[date]) -> list[Planned]:
        planned: list[Planned] = []
        closes = False
        for day, following in zip(on, [*on[1:], None], strict=True):
            before = self._days.back(day, 1)
            if self._rng.random() < TRY_CHANCE and before > since:
                planned.append(Planned(self._slot(before), self._tried(role)))
            step = self._step(role, following)
            planned.append(Planned(self._slot(day), self._reached(role), step, closes))
            closes = step is not None
        return planned

    def _slot(self, day: date) -> datetime:
        return self._days.slot(day, self._rng.randrange(SLOTS))

    def _tried(self, role: str) -> Told:
        tried = self._rng.choice(self._cast.tried)
        return Told(role, tried.text, mode=tried.mode, outcome=tried.outcome, minutes=2)

    def _reached(self, role: str) -> Told:
        note = self._note(role)
        told = Told(
            role,
            note.text,
            with_kind=note.with_kind,
            mode=note.mode,
            minutes=max(note.minutes + self._rng.randrange(-3, 6), 3),
            topics=note.topics,
            reasons=note.reasons,
            interventions=note.interventions,
            interpreter=self._patient.interpreter and note.mode != "portal",
        )
        if note.with_kind == "team_member":
            return replace(told, outcome="reached_provider", direction="internal")
        if note.mode in BY_VOICE and self._is_with_caregiver(role):
            return replace(told, with_kind="caregiver", outcome="reached_caregiver")
        if note.mode == "phone" and self._rng.random() < INBOUND_CHANCE:
            return replace(told, direction="inbound")
        return told

    def _is_with_caregiver(self, role: str) -> bool:
        if not any(relative[2] == "yes" for relative in self._patient.kin):
            return False
        if self._patient.age < ADULT_FROM_YEARS:
            return True
        return role == NAVIGATOR and self._rng.random() < CAREGIVER_CHANCE

    def _note(self, role: str) -> Note:
        whom = "children" if self._patient.age < ADULT_FROM_YEARS else "adults"
        fitting = [
            note
            for note in self._cast.notes
            if role in note.roles
            and note.whom in ("", whom)
            and (not note.phases or self._phase in note.phases)
        ]
        fitting = [note for note in fitting if note.only] or fitting
        fresh = [note for note in fitting if note.text not in self._told] or fitting
        note = self._rng.choice(fresh)
        self._told.add(note.text)
        return note

    def _step(self, role: str, following: date | None) -> NextStep | None:
        texts = self._cast.steps.get(role, ())
        chance = STEP_CHANCE if role == NAVIGATOR else OTHER_STEP_CHANCE
        if not texts or self._rng.random() > chance:
            return None
        text = self._rng.choice(texts)
        if following is not None:
            return NextStep(text, following, owner_role=role)
        due = self._days.off(max(self._patient.due, 1) + self._rng.randrange(8))
        return NextStep(text, due, self._rng.choice(("", "", "10:00", "15:30")), role)

    def _with_weekend(self, planned: list[Planned]) -> list[Planned]:
        """On a day off, what is wanted for today is a next step instead of a rhythm."""
        weekend = self._patient.weekend
        if weekend is None or self._days.calendar.is_business_day(self._days.today):
            return planned
        owner = weekend["owner"]
        mine = [contact for contact in planned if contact.told.role == owner] or planned[-1:]
        step = NextStep(weekend["text"], self._days.today, owner_role=owner)
        return [
            replace(contact, step=step) if contact is mine[-1] else contact for contact in planned
        ]
