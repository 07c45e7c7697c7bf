"""How a contact reads in the list: who, how, what followed; told once for eye, ear and copy."""

from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QCoreApplication

from careteam.domain.contacts import NO_CONTACT_MODE, Direction, With
from careteam.domain.dates import day_short, moment_shown
from careteam.domain.rules import Rules
from careteam.storage.reads.contact_rows import ContactRow, StepRow
from ui.look.chips import ChipText
from ui.look.tokens import Tone

FACE_MODES = ("clinic_visit", "inpatient_visit", "home_visit", "accompaniment", "group")
ARROWS = {Direction.OUTBOUND: "→", Direction.INBOUND: "←", Direction.INTERNAL: "↔"}
REACHED, TRIED, NEITHER = "reached", "tried", "neither"


@dataclass(frozen=True, slots=True)
class ContactLine:
    """One entry in words; `dot` says whether somebody was reached, `icon` what else it is."""

    day: str
    time: str
    role: str
    detail: str
    note: str
    chips: tuple[ChipText, ...]
    minutes: str
    dot: str
    is_retracted: bool
    icon: str = ""

    @property
    def spoken(self) -> str:
        """Everything in one line, for a screen reader."""
        when = f"{self.day} {self.time}".strip()
        head = f"{when}, {self.role} {self.detail}".strip()
        parts = [head, self.note, *(chip.text for chip in self.chips), self.minutes]
        return ". ".join(part for part in parts if part)


def line_of(row: ContactRow, rules: Rules, today: date) -> ContactLine:
    """The words of a contact on a day."""
    if row.is_retracted or row.mode == NO_CONTACT_MODE:
        dot = NEITHER
    else:
        dot = REACHED if row.is_reached else TRIED
    minutes = QCoreApplication.translate("ContactLine", "{minutes} min")
    return ContactLine(
        day=day_short(row.at.date(), today),
        time=f"{row.at:%H:%M}",
        role=rules.catalogue.role_short(row.role),
        detail=_detail(row, rules),
        note=row.note,
        chips=tuple(_chips(row, rules, today)),
        minutes=minutes.format(minutes=row.minutes) if row.minutes else "",
        dot=dot,
        is_retracted=row.is_retracted,
    )


def copied(row: ContactRow, rules: Rules, today: date) -> str:
    """A contact as text to paste elsewhere."""
    line = line_of(row, rules, today)
    head = f"{moment_shown(row.at)} · {line.role} {line.detail}"
    head = f"{head} · {line.minutes}" if line.minutes else head
    chips = " · ".join(chip.words for chip in line.chips)
    return "\n".join(part for part in (head, line.note, chips) if part)


def _detail(row: ContactRow, rules: Rules) -> str:
    catalogue = rules.catalogue
    mode = catalogue.modes[row.mode].short if row.mode in catalogue.modes else row.mode
    outcome = catalogue.outcomes.get(row.outcome)
    is_face = row.mode in FACE_MODES
    how = mode[:1].lower() + mode[1:]
    if row.mode != NO_CONTACT_MODE:
        whom = _whom(row, rules)
        if not is_face:
            how = f"{how} {ARROWS[Direction(row.direction)]} {whom}"
        elif row.with_kind != With.PATIENT:
            how = QCoreApplication.translate("ContactLine", "{mode} with {person}").format(
                mode=how, person=whom
            )
    parts = [row.person, how]
    is_plain = row.outcome.startswith("reached_")
    if is_plain and not is_face and row.mode != NO_CONTACT_MODE:
        parts.append(QCoreApplication.translate("ContactLine", "reached"))
    elif not is_plain and row.outcome != "declined":
        words = outcome.short if outcome else row.outcome
        parts.append(words[:1].lower() + words[1:])
    if row.used_interpreter:
        parts.append(QCoreApplication.translate("ContactLine", "interpreter used"))
    return "".join(f" · {part}" for part in parts if part).strip()


def _whom(row: ContactRow, rules: Rules) -> str:
    unnamed = {
        With.PATIENT: QCoreApplication.translate("ContactLine", "patient"),
        With.CAREGIVER: QCoreApplication.translate("ContactLine", "caregiver"),
        With.TEAM_MEMBER: QCoreApplication.translate("ContactLine", "team member"),
        With.OUTSIDE: QCoreApplication.translate("ContactLine", "outside body"),
    }
    kind = With(row.with_kind)
    if not row.with_name or kind is With.PATIENT:
        return unnamed[kind]
    if not row.relationship:
        return row.with_name
    relationship = rules.catalogue.label("relationship", row.relationship)
    return f"{row.with_name} ({relationship.lower()})"


def _chips(row: ContactRow, rules: Rules, today: date) -> list[ChipText]:
    chips: list[ChipText] = []
    if row.is_retracted:
        words = QCoreApplication.translate("ContactLine", "Retracted: {reason}")
        chips.append(ChipText(words.format(reason=row.retract_reason), Tone.BAD, "✕"))
    label = rules.catalogue.label
    chips += [ChipText(label("topic", key), Tone.INFO) for key in row.topics]
    chips += [ChipText(label("reason", key)) for key in row.reasons]
    chips += [ChipText(label("intervention", key)) for key in row.interventions]
    if row.outcome == "declined":
        chips.append(ChipText(QCoreApplication.translate("ContactLine", "Declined")))
    if row.retry_on is not None:
        again = QCoreApplication.translate("ContactLine", "Try again {day}")
        words = again.format(day=_due(row.retry_on, "", today))
        chips.append(ChipText(words, Tone.WARN, "↻"))
    chips += [_step_chip(step, rules, today) for step in row.steps]
    if row.is_late_entry:
        chips.append(ChipText(QCoreApplication.translate("ContactLine", "Late entry")))
    if row.amendments:
        chips.append(ChipText(QCoreApplication.translate("ContactLine", "Amended")))
    return chips


def _step_chip(step: StepRow, rules: Rules, today: date) -> ChipText:
    owner = step.owner or (rules.catalogue.role_short(step.owner_role) if step.owner_role else "")
    what = step.text or QCoreApplication.translate("ContactLine", "Next step")
    if step.state != "open":
        return ChipText(what, Tone.OK, "✓")
    is_late = step.due_on < today
    parts = [_due(step.due_on, step.due_time, today), what, owner]
    words = " · ".join(part for part in parts if part)
    return ChipText(words, Tone.WARN if is_late else Tone.MUTE, "→")


def _due(day: date, time: str, today: date) -> str:
    shown = f"{day_short(day, today)} {time}".strip()
    if day >= today:
        return shown
    return QCoreApplication.translate("ContactLine", "{day} — late").format(day=shown)
