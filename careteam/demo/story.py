"""The story of one invented patient: what happened when, told in acts that are played in order."""

import random
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import partial

from careteam.demo.casting import LEADERS, NAVIGATOR, Casting
from careteam.demo.contacts import ContactPlan
from careteam.demo.data import Cast, Patient
from careteam.demo.days import Days
from careteam.demo.scene import Scene
from careteam.domain.assignments import Rank
from careteam.domain.patients import Alert, Status, StatusDraft
from careteam.domain.rules import Rules

LONGEST_KNOWN_DAYS = 120
ROLES_A_DAY = 4
WEEK, QUIET_DAYS = 5, 5
"""Who is not due for a week has not been heard of for some days."""
CLOSED = "closed"


@dataclass(frozen=True, slots=True)
class Act:
    """Something that happens to the patient at a wall-clock time."""

    at: datetime
    play: Callable[[Scene], None]
    is_contact: bool = False


@dataclass(frozen=True, slots=True)
class Frame:
    """The days between which the story runs, and the phases with their first days."""

    registered: date
    until: date
    phases: tuple[tuple[str, date], ...]

    @property
    def first_phase(self) -> tuple[str, date]:
        """The phase in which the patient came in."""
        return [phase for phase in self.phases if phase[1] <= self.registered][-1]


def frame_of(patient: Patient, days: Days) -> Frame:
    """When the patient came in, and the last day on which anything happened."""
    spent = sum(length for _, length in patient.phases)
    known = days.today - timedelta(days=min(spent - 1, LONGEST_KNOWN_DAYS))
    scripted = [days.off(-contact.ago) for contact in patient.contact]
    registered = min([days.on_or_before(known), *scripted])
    quiet = int(patient.mrn) % QUIET_DAYS if patient.due > WEEK else 0
    until = days.off(-1 - quiet)
    if patient.status:
        until = days.off(-patient.status["ago"] - 1)
    start = days.today - timedelta(days=spent - 1)
    phases: list[tuple[str, date]] = []
    for phase, length in patient.phases:
        phases.append((phase, start if phases else min(start, registered)))
        start += timedelta(days=length)
    return Frame(registered, until, tuple(phases))


class Story:
    """Puts the acts of a patient in their order."""

    def __init__(self, patient: Patient, days: Days, rules: Rules) -> None:
        self._patient = patient
        self._days = days
        self._rules = rules
        self.frame = frame_of(patient, days)

    def acts(self, cast: Cast, casting: Casting, rng: random.Random) -> list[Act]:
        """Everything that happens, in time order."""
        team = casting.team_of(self._patient, self._roles())
        since = self._since(team)
        plan = ContactPlan(self._patient, cast, self._days, self._rules, rng)
        late = {role for role, _ in self._patient.first}
        told = {role: day for role, day in since.items() if role not in late}
        contacts = [
            Act(planned.at, partial(Scene.log, planned=planned), is_contact=True)
            for planned in plan.of_roles(told, self.frame.until)
        ]
        acts = [*self._course(), *self._team(team, since), *self._turns(), *contacts]
        return sorted(acts, key=lambda act: act.at)

    def _roles(self) -> tuple[str, ...]:
        patient = self._patient
        phase = [name for name, _ in patient.phases if name != CLOSED][-1]
        asked = self._rules.catalogue.required_roles(
            phase, patient.age, needs_interpreter=patient.interpreter
        )
        left = {*patient.gaps, *(decline["role"] for decline in patient.declines)}
        left |= {role for role, _ in patient.first}
        return tuple(role for role in asked if role not in left)

    def _since(self, team: dict[str, str]) -> dict[str, date]:
        """The first day of each role, never after its first scripted contact."""
        days, patient = self._days, self._patient
        since: dict[str, date] = {}
        for place, role in enumerate(team):
            day = days.calendar.add(self.frame.registered, place // ROLES_A_DAY)
            told = [days.off(-contact.ago) for contact in patient.contact if contact.role == role]
            since[role] = min([day, self.frame.until, *told])
        since[NAVIGATOR] = self.frame.registered
        for role, ago in (patient.joins or {}).items():
            since[role] = days.off(-ago)
        for role, due in patient.first:
            business_days = self._rules.catalogue.roles[role].first_contact_days
            since[role] = days.back(days.off(due), business_days)
        return since

    def _course(self) -> list[Act]:
        """Coming in and moving from phase to phase."""
        came = self._days.clock(self.frame.registered, time(9, 0))
        acts = [Act(came, partial(Scene.register, at=came))]
        for phase, start in self.frame.phases:
            if start > self.frame.registered:
                at = self._days.clock(start, time(8, 0))
                acts.append(Act(at, partial(Scene.enter_phase, at=at, phase=phase)))
        if self._patient.alerts:
            alerts = alerts_of(self._patient, self._days)
            day = max(alert.since or came.date() for alert in alerts)
            at = max(self._days.clock(day, time(12, 0)), came + timedelta(minutes=5))
            acts.append(Act(at, partial(Scene.warn, at=at, alerts=alerts)))
        return acts

    def _team(self, team: dict[str, str], since: dict[str, date]) -> list[Act]:
        acts: list[Act] = []
        before = {change["role"]: change["was"] for change in self._patient.replaced}
        for place, (role, person) in enumerate(team.items()):
            minute = 10 + min(place, 18)
            at = self._days.clock(
                since[role], time(8 if since[role] > self.frame.registered else 9, minute)
            )
            rank = Rank.LEAD if role in LEADERS else Rank.PRIMARY
            given = before.get(role, person)
            acts.append(Act(at, partial(Scene.assign, at=at, role=role, person=given, rank=rank)))
        if self._patient.backup:
            at = self._days.clock(self.frame.until, time(16, 45))
            backup = partial(
                Scene.assign, at=at, role=NAVIGATOR, person=self._patient.backup, rank=Rank.BACKUP
            )
            acts.append(Act(at, backup))
        return acts

    def _turns(self) -> list[Act]:
        """Roles replaced, declined and held, and the end of the story."""
        acts: list[Act] = []
        for change in self._patient.replaced:
            at = self._ago(change, time(8, 0))
            acts.append(
                Act(
                    at,
                    partial(
                        Scene.replace,
                        at=at,
                        role=change["role"],
                        person=change["now"],
                        reason=change["reason"],
                    ),
                )
            )
        for decline in self._patient.declines:
            at = self._ago(decline, time(16, 30))
            ask_on = self._days.off(decline["ask"]) if "ask" in decline else None
            acts.append(
                Act(
                    at,
                    partial(
                        Scene.decline,
                        at=at,
                        role=decline["role"],
                        reason=decline["reason"],
                        ask_on=ask_on,
                        ask=decline.get("phase", ""),
                    ),
                )
            )
        for hold in self._patient.holds:
            at = self._ago(hold, time(16, 40))
            acts.append(
                Act(at, partial(Scene.hold, at=at, role=hold["role"], reason=hold["reason"]))
            )
        if status := self._patient.status:
            at = self._ago(status, time(11, 0))
            draft = StatusDraft(Status(status["to"]), at.date(), status["reason"])
            acts.append(Act(at, partial(Scene.leave, at=at, draft=draft)))
        return acts

    def _ago(self, turn: dict[str, object], at: time) -> datetime:
        ago = turn["ago"]
        assert isinstance(ago, int)  # noqa: S101 - a number in the data
        return self._days.clock(self._days.off(-ago), at)


def alerts_of(patient: Patient, days: Days) -> tuple[Alert, ...]:
    """The alerts with their first days; an own text follows the kind and the days."""
    return tuple(
        Alert(kind, text[0] if text else "", days.today - timedelta(days=ago))
        for kind, ago, *text in patient.alerts
    )
