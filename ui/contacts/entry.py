"""What the composer holds: every field as typed, so that a draft comes back as it was left."""

import re
from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass, fields, replace
from datetime import date, datetime
from typing import Any, Self, TypeVar

from PySide6.QtCore import QCoreApplication

from careteam.domain.contacts import (
    NO_CONTACT_MODE,
    ContactDraft,
    Direction,
    NextStep,
    With,
    try_again_text,
)
from careteam.domain.dates import DAYS, day_short, moment_shown, read_day, read_moment
from careteam.domain.errors import Problem, Refused
from careteam.domain.moment import Moment
from careteam.domain.rules import Rules
from careteam.storage.reads.contact_rows import ContactRow, StepRow

T = TypeVar("T")

ROLE, PERSON = "role", "person"
REACHED_OF = {
    With.PATIENT: "reached_patient",
    With.CAREGIVER: "reached_caregiver",
    With.TEAM_MEMBER: "reached_provider",
    With.OUTSIDE: "reached_provider",
}


@dataclass(frozen=True, slots=True)
class Entry:
    """One contact half entered; texts are as typed, an empty `when` means now.

    `minutes` None leaves them to the timer. `step_owner` is `role:key` or `person:id`. `number`
    counts which of the patient's numbers is called. `contact_id` names the contact amended.
    `when_meant` is the `when` that was asked about because it lies long ago. `program` is that
    under which its minutes count, or empty.
    """

    role: str = ""
    person_id: int | None = None
    with_kind: str = With.PATIENT
    with_ref: int | None = None
    with_name: str = ""
    mode: str = "phone"
    direction: str = Direction.OUTBOUND
    outcome: str = ""
    number: int = 0
    when: str = ""
    when_exact: str = ""
    when_meant: str = ""
    minutes: int | None = None
    timer_started: str = ""
    timer_seconds: int = 0
    topics: tuple[str, ...] = ()
    reasons: tuple[str, ...] = ()
    interventions: tuple[str, ...] = ()
    used_interpreter: bool = False
    note: str = ""
    program: str = ""
    activity: str = ""
    step: str = ""
    step_owner: str = ""
    step_due: str = ""
    closes: tuple[int, ...] = ()
    contact_id: int | None = None
    version: int | None = None
    reason: str = ""

    @classmethod
    def from_body(cls, body: Mapping[str, Any]) -> Self:
        """A kept draft; what this version does not know is left out."""
        known = {field.name for field in fields(cls)}
        values: dict[str, Any] = {
            name: tuple(value) if isinstance(value, list) else value
            for name, value in body.items()
            if name in known
        }
        return cls(**values)

    @property
    def body(self) -> dict[str, Any]:
        """The same as a draft keeps it."""
        return asdict(self)

    @property
    def is_blank(self) -> bool:
        """Whether nothing would be lost with it."""
        entered = (
            self.outcome, self.when, self.minutes, self.timer_started, self.timer_seconds,
            self.topics, self.reasons, self.interventions, self.note, self.step, self.step_due,
            self.with_name, self.contact_id,
        )  # fmt: skip
        return not any(entered)


@dataclass(frozen=True, slots=True)
class DueOn:
    """A day with, perhaps, a time of day."""

    day: date
    time: str = ""


def read_due(text: str, today: date) -> DueOn:
    """A due day as typed: tomorrow, fri, +3, Tue 24 Nov 14:00; Refused at the next step."""
    given = text.strip()
    clock = re.search(r"\s(\d{1,2}):(\d{2})$", given)
    time = f"{int(clock[1]):02d}:{clock[2]}" if clock else ""
    given = given[: clock.start()] if clock else given
    weekday = "|".join(DAYS)
    given = re.sub(rf"^({weekday})[a-z]*\.?,?\s+(?=\d)", "", given, flags=re.IGNORECASE)
    return DueOn(read_day(given, today, "next_step"), time)


def due_shown(due: DueOn, today: date) -> str:
    """Tue 24 Nov, with the time when there is one."""
    return f"{day_short(due.day, today)} {due.time}".strip()


def draft_of(entry: Entry, patient_id: int, moment: Moment, timer_minutes: int) -> ContactDraft:
    """The draft that is saved; Refused at the fields whose words cannot be read."""
    is_review = entry.mode == NO_CONTACT_MODE
    problems: list[Problem] = []
    at = _read(_at, entry, moment, problems)
    step = _read(_step, entry, moment, problems)
    if problems or at is None:
        missing = QCoreApplication.translate("Composer", "Choose one.")
        unchosen = {"role": entry.role, "outcome": entry.outcome or is_review}
        problems += [Problem(name, missing) for name, value in unchosen.items() if not value]
        raise Refused(problems)
    return ContactDraft(
        patient_id=patient_id,
        role=entry.role,
        person_id=entry.person_id,
        mode=entry.mode,
        outcome=REACHED_OF[With.TEAM_MEMBER] if is_review else entry.outcome,
        at=at,
        with_kind=With(entry.with_kind),
        with_ref=entry.with_ref,
        with_name=entry.with_name,
        direction=Direction(entry.direction),
        minutes=timer_minutes if entry.minutes is None else entry.minutes,
        reasons=entry.reasons,
        topics=entry.topics,
        interventions=entry.interventions,
        note=entry.note,
        used_interpreter=entry.used_interpreter,
        program=entry.program,
        activity=entry.activity,
        next_step=step,
        closes_follow_ups=entry.closes,
        version=entry.version,
        may_be_long_ago=bool(entry.when) and entry.when == entry.when_meant,
    )


def entry_of(row: ContactRow, rules: Rules) -> Entry:
    """A contact as it is loaded to be amended."""
    step = _own_step(row, rules)
    return Entry(
        role=row.role,
        person_id=row.person_id,
        with_kind=row.with_kind,
        with_ref=row.with_ref,
        with_name="" if row.with_ref else row.with_name,
        mode=row.mode,
        direction=row.direction,
        outcome=row.outcome,
        when=moment_shown(row.at),
        when_exact=row.at.isoformat(),
        when_meant=moment_shown(row.at),
        minutes=row.minutes,
        topics=row.topics,
        reasons=row.reasons,
        interventions=row.interventions,
        used_interpreter=row.used_interpreter,
        note=row.note,
        program=row.program,
        activity=row.activity,
        step=step.text if step else "",
        step_owner=_owner_key(step) if step else "",
        step_due=due_shown(DueOn(step.due_on, step.due_time), row.day) if step else "",
        contact_id=row.id,
        version=row.version,
    )


def entered_again(entry: Entry, draft: ContactDraft, moment: Moment) -> Entry:
    """The entry of a contact that was taken back, with the time and the minutes that it had."""
    at = moment.local(draft.at)
    return replace(
        entry,
        when=moment_shown(at),
        when_exact=at.isoformat(),
        minutes=draft.minutes,
        timer_started="",
        timer_seconds=0,
    )


def _read(
    reader: Callable[[Entry, Moment], T], entry: Entry, moment: Moment, problems: list[Problem]
) -> T | None:
    try:
        return reader(entry, moment)
    except Refused as refused:
        problems.extend(refused.problems)
        return None


def _at(entry: Entry, moment: Moment) -> datetime:
    if not entry.when.strip():
        return moment.now
    if entry.when_exact:
        exact = datetime.fromisoformat(entry.when_exact)
        if entry.when == moment_shown(exact):
            return exact
    return moment.to_utc(read_moment(entry.when, moment.today))


def _step(entry: Entry, moment: Moment) -> NextStep | None:
    if not entry.step.strip() and not entry.step_due.strip():
        return None
    if not entry.step_due.strip():
        sentence = QCoreApplication.translate(
            "Composer", "Say when the next step is due, such as tomorrow, fri, +3 or 24 Nov."
        )
        raise Refused.at("next_step", sentence)
    due = read_due(entry.step_due, moment.today)
    kind, _, key = entry.step_owner.partition(":")
    return NextStep(
        text=entry.step,
        due_on=due.day,
        due_time=due.time,
        owner_role=key if kind == ROLE else "",
        owner_id=int(key) if kind == PERSON else None,
    )


def _own_step(row: ContactRow, rules: Rules) -> StepRow | None:
    made_by_a_try = try_again_text(rules.catalogue.role_label(row.role))
    open_ones = [step for step in row.steps if step.state == "open"]
    return next((step for step in open_ones if step.text != made_by_a_try), None)


def _owner_key(step: StepRow) -> str:
    if step.owner_id is not None:
        return f"{PERSON}:{step.owner_id}"
    return f"{ROLE}:{step.owner_role}" if step.owner_role else ""
