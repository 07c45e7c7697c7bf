"""How the plan of a patient reads: chips for treatments, overlays, findings and tumour boards."""

from datetime import date

from PySide6.QtCore import QCoreApplication

from careteam.domain.checklists import TRANSPLANT
from careteam.domain.dates import day_bare, day_short
from careteam.domain.pathway import FindingList, ItemState, TreatmentState
from careteam.storage.reads.plan_rows import (
    ConferenceRow,
    FindingRow,
    OverlayRow,
    ProfileRow,
    TreatmentRow,
)
from ui.look.chips import ChipText
from ui.look.options import Option
from ui.look.tokens import Tone


def treatment_word(state: TreatmentState) -> str:
    """Where a treatment of the plan stands."""
    words = {
        TreatmentState.PLANNED: QCoreApplication.translate("Plan", "Planned"),
        TreatmentState.CONSULT: QCoreApplication.translate("Plan", "Consult"),
        TreatmentState.ACTIVE: QCoreApplication.translate("Plan", "Being given"),
        TreatmentState.COMPLETED: QCoreApplication.translate("Plan", "Completed"),
        TreatmentState.STOPPED: QCoreApplication.translate("Plan", "Stopped"),
        TreatmentState.NOT_PURSUED: QCoreApplication.translate("Plan", "Not pursued"),
    }
    return words[state]


def treatment_options() -> tuple[Option, ...]:
    """Every state of a treatment."""
    return tuple(Option(state, treatment_word(state)) for state in TreatmentState)


def treatment_chip(row: TreatmentRow, today: date) -> ChipText:
    """Chemotherapy; Transplant · consult; with what, and the day where it says something."""
    tone, sign = {
        TreatmentState.PLANNED: (Tone.MUTE, "○"),
        TreatmentState.CONSULT: (Tone.MUTE, "◆"),
        TreatmentState.ACTIVE: (Tone.INFO, "●"),
        TreatmentState.COMPLETED: (Tone.OK, "✓"),
        TreatmentState.STOPPED: (Tone.WARN, "■"),
        TreatmentState.NOT_PURSUED: (Tone.MUTE, "×"),
    }[row.state]
    said = [row.label]
    if row.detail:
        said.append(row.detail)
    if row.state is not TreatmentState.ACTIVE:
        said.append(treatment_word(row.state).casefold())
    day = row.ended_on or (row.started_on if row.state is TreatmentState.PLANNED else None)
    if day is not None:
        said.append(day_bare(day, today))
    return ChipText(" · ".join(said), tone, sign)


def overlay_chip(row: OverlayRow, today: date) -> ChipText:
    """What runs across phases, and since when; or until when it ran."""
    if row.ended_on is None:
        text = QCoreApplication.translate("Plan", "{what} since {day}")
        words = text.format(what=row.label, day=day_bare(row.started_on, today))
        return ChipText(words, Tone.INFO, "↻")
    text = QCoreApplication.translate("Plan", "{what} until {day}")
    words = text.format(what=row.label, day=day_bare(row.ended_on, today))
    return ChipText(words, Tone.MUTE, "✓")


def shaped_by(profile: ProfileRow) -> str:
    """Shaped by: age 45 · type 2 diabetes · the subtype · CNS-1."""
    parts = list(profile.shapes)
    if profile.age_years is not None:
        age = QCoreApplication.translate("Plan", "age {years}").format(years=profile.age_years)
        parts.insert(0, age)
    if not parts:
        return QCoreApplication.translate("Plan", "Nothing is known yet of what shapes the plan.")
    return QCoreApplication.translate("Plan", "Shaped by: {what}").format(what=" · ".join(parts))


def list_word(kind: FindingList) -> str:
    """One entry of a list of findings."""
    words = {
        FindingList.SYMPTOM: QCoreApplication.translate("Plan", "Symptom"),
        FindingList.RISK_FACTOR: QCoreApplication.translate("Plan", "Risk factor"),
        FindingList.CONCERN: QCoreApplication.translate("Plan", "Concern"),
    }
    return words[kind]


def lists_word(kind: FindingList) -> str:
    """The name of a list of findings."""
    words = {
        FindingList.SYMPTOM: QCoreApplication.translate("Plan", "Symptoms"),
        FindingList.RISK_FACTOR: QCoreApplication.translate("Plan", "Risk factors"),
        FindingList.CONCERN: QCoreApplication.translate("Plan", "Concerns"),
    }
    return words[kind]


def finding_chip(row: FindingRow, today: date) -> ChipText:
    """What was found, since when, or on which day it was gone."""
    if row.ended_on is not None:
        text = QCoreApplication.translate("Plan", "{what} · gone {day}")
        words = text.format(what=row.label, day=day_bare(row.ended_on, today))
        return ChipText(words, Tone.MUTE, "✓")
    tone, sign = {
        FindingList.SYMPTOM: (Tone.WARN, "▲"),
        FindingList.RISK_FACTOR: (Tone.INFO, "●"),
        FindingList.CONCERN: (Tone.IDEA, "◆"),
    }[row.list]
    if row.since is None:
        return ChipText(row.label, tone, sign)
    text = QCoreApplication.translate("Plan", "{what} · since {day}")
    return ChipText(text.format(what=row.label, day=day_bare(row.since, today)), tone, sign)


def conference_chip(row: ConferenceRow, today: date) -> ChipText:
    """The day of a tumour board, and whether its decision is there, awaited or missing."""
    day = day_short(row.on, today)
    if row.is_cancelled:
        text = QCoreApplication.translate("Plan", "{day} · cancelled")
        return ChipText(text.format(day=day), Tone.MUTE, "×")
    if row.decision:
        text = QCoreApplication.translate("Plan", "{day} · decided")
        return ChipText(text.format(day=day), Tone.OK, "✓")
    if row.on < today:
        text = QCoreApplication.translate("Plan", "{day} · decision missing")
        return ChipText(text.format(day=day), Tone.BAD, "!")
    return ChipText(day, Tone.WARN if row.on == today else Tone.INFO, "◆")


def checklist_word(kind: str) -> str:
    """The name of a checklist."""
    if kind == TRANSPLANT:
        return QCoreApplication.translate("Plan", "Transplant checklist")
    return QCoreApplication.translate("Plan", "CAR-T checklist")


def item_options() -> tuple[Option, ...]:
    """Every state of a point of a checklist."""
    return (
        Option(ItemState.OPEN, QCoreApplication.translate("Plan", "Open")),
        Option(ItemState.DONE, QCoreApplication.translate("Plan", "Done")),
        Option(ItemState.NOT_NEEDED, QCoreApplication.translate("Plan", "Not needed")),
    )
