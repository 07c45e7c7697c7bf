"""The words and signs of everything on the timeline that is no contact."""

from datetime import date
from typing import Any

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from careteam.domain.dates import day_short, day_shown, moment_shown
from careteam.domain.rules import Rules
from careteam.domain.timeline import EntryKind, EntryStep
from careteam.storage.reads.timeline_rows import EntryRow, Mark, MarkKind
from ui.contacts.lines import NEITHER, ContactLine, copied, line_of
from ui.look.chips import ChipText
from ui.look.tokens import Tone

Marked = Any
"""Words marked for translation; Qt's marker is typed as giving any object."""

KINDS: dict[str, tuple[Marked, str, str]] = {
    EntryKind.CONTACT: (QT_TRANSLATE_NOOP("EntryLine", "Contacts"), "message-square", ""),
    EntryKind.TIME: (QT_TRANSLATE_NOOP("EntryLine", "Work logged"), "clock", ""),
    EntryKind.TEAM: (QT_TRANSLATE_NOOP("EntryLine", "Care team"), "users", "team"),
    EntryKind.PHASE: (QT_TRANSLATE_NOOP("EntryLine", "Phases"), "route", "pathway"),
    EntryKind.TREATMENT: (QT_TRANSLATE_NOOP("EntryLine", "Treatments"), "pill", "pathway"),
    EntryKind.TEST: (
        QT_TRANSLATE_NOOP("EntryLine", "Tests and milestones"),
        "flask-conical",
        "pathway",
    ),
    EntryKind.DISEASE: (QT_TRANSLATE_NOOP("EntryLine", "Disease status"), "droplet", "pathway"),
    EntryKind.STAY: (
        QT_TRANSLATE_NOOP("EntryLine", "Admissions and discharges"),
        "bed",
        "pathway",
    ),
    EntryKind.SCORE: (QT_TRANSLATE_NOOP("EntryLine", "Scores"), "gauge", "needs"),
    EntryKind.BARRIER: (QT_TRANSLATE_NOOP("EntryLine", "Barriers"), "construction", "needs"),
    EntryKind.REFERRAL: (QT_TRANSLATE_NOOP("EntryLine", "Referrals"), "send", "needs"),
    EntryKind.RED_FLAG: (QT_TRANSLATE_NOOP("EntryLine", "Red flags"), "flag", "needs"),
    EntryKind.FINDING: (
        QT_TRANSLATE_NOOP("EntryLine", "Symptoms, risks, concerns"),
        "thermometer",
        "pathway",
    ),
    EntryKind.ALERT: (QT_TRANSLATE_NOOP("EntryLine", "Alerts"), "triangle-alert", ""),
    EntryKind.TRIAL: (QT_TRANSLATE_NOOP("EntryLine", "Clinical trials"), "microscope", "pathway"),
    EntryKind.BOARD: (QT_TRANSLATE_NOOP("EntryLine", "Tumor boards"), "presentation", "pathway"),
    EntryKind.STATE: (QT_TRANSLATE_NOOP("EntryLine", "Navigation"), "info", ""),
}
"""By kind: the word of the filter, the icon, and the tab where such a thing is dealt with."""

_STEPS: dict[tuple[str, str], Marked] = {
    (EntryKind.TIME, EntryStep.LOGGED): QT_TRANSLATE_NOOP("EntryLine", "work logged"),
    (EntryKind.TEAM, EntryStep.BEGAN): QT_TRANSLATE_NOOP("EntryLine", "assigned"),
    (EntryKind.TEAM, EntryStep.ENDED): QT_TRANSLATE_NOOP("EntryLine", "ended"),
    (EntryKind.TEAM, EntryStep.REPLACED): QT_TRANSLATE_NOOP("EntryLine", "replaced"),
    (EntryKind.TEAM, EntryStep.HELD): QT_TRANSLATE_NOOP("EntryLine", "on hold"),
    (EntryKind.TEAM, EntryStep.DECLINED): QT_TRANSLATE_NOOP("EntryLine", "declined by the patient"),
    (EntryKind.PHASE, EntryStep.BEGAN): QT_TRANSLATE_NOOP("EntryLine", "phase began"),
    (EntryKind.TREATMENT, EntryStep.BEGAN): QT_TRANSLATE_NOOP("EntryLine", "treatment began"),
    (EntryKind.TREATMENT, EntryStep.ENDED): QT_TRANSLATE_NOOP("EntryLine", "treatment ended"),
    (EntryKind.TEST, EntryStep.DONE): QT_TRANSLATE_NOOP("EntryLine", "done"),
    (EntryKind.TEST, EntryStep.LEFT_OUT): QT_TRANSLATE_NOOP("EntryLine", "left out"),
    (EntryKind.DISEASE, EntryStep.NOTED): QT_TRANSLATE_NOOP("EntryLine", "disease status"),
    (EntryKind.STAY, EntryStep.ADMITTED): QT_TRANSLATE_NOOP("EntryLine", "Admitted"),
    (EntryKind.STAY, EntryStep.DISCHARGED): QT_TRANSLATE_NOOP("EntryLine", "Discharged"),
    (EntryKind.STAY, EntryStep.EMERGENCY): QT_TRANSLATE_NOOP(
        "EntryLine", "Emergency department visit"
    ),
    (EntryKind.SCORE, EntryStep.NOTED): QT_TRANSLATE_NOOP("EntryLine", "score"),
    (EntryKind.BARRIER, EntryStep.BEGAN): QT_TRANSLATE_NOOP("EntryLine", "barrier found"),
    (EntryKind.BARRIER, EntryStep.ACTED): QT_TRANSLATE_NOOP("EntryLine", "barrier, action"),
    (EntryKind.BARRIER, EntryStep.ENDED): QT_TRANSLATE_NOOP("EntryLine", "barrier closed"),
    (EntryKind.REFERRAL, "requested"): QT_TRANSLATE_NOOP("EntryLine", "referral requested"),
    (EntryKind.REFERRAL, "accepted"): QT_TRANSLATE_NOOP("EntryLine", "referral accepted"),
    (EntryKind.REFERRAL, "declined"): QT_TRANSLATE_NOOP("EntryLine", "referral declined"),
    (EntryKind.REFERRAL, "scheduled"): QT_TRANSLATE_NOOP("EntryLine", "referral scheduled"),
    (EntryKind.REFERRAL, "in_progress"): QT_TRANSLATE_NOOP("EntryLine", "referral in progress"),
    (EntryKind.REFERRAL, "completed"): QT_TRANSLATE_NOOP("EntryLine", "referral completed"),
    (EntryKind.REFERRAL, "cancelled"): QT_TRANSLATE_NOOP("EntryLine", "referral cancelled"),
    (EntryKind.REFERRAL, "revoked"): QT_TRANSLATE_NOOP("EntryLine", "referral revoked"),
    (EntryKind.REFERRAL, "failed"): QT_TRANSLATE_NOOP("EntryLine", "referral failed"),
    (EntryKind.RED_FLAG, EntryStep.NOTED): QT_TRANSLATE_NOOP("EntryLine", "red flag"),
    (EntryKind.FINDING, EntryStep.BEGAN): QT_TRANSLATE_NOOP("EntryLine", "noted"),
    (EntryKind.FINDING, EntryStep.ENDED): QT_TRANSLATE_NOOP("EntryLine", "gone"),
    (EntryKind.ALERT, EntryStep.BEGAN): QT_TRANSLATE_NOOP("EntryLine", "alert began"),
    (EntryKind.ALERT, EntryStep.ENDED): QT_TRANSLATE_NOOP("EntryLine", "alert ended"),
    (EntryKind.TRIAL, "considered"): QT_TRANSLATE_NOOP("EntryLine", "trial considered"),
    (EntryKind.TRIAL, "offered"): QT_TRANSLATE_NOOP("EntryLine", "trial offered"),
    (EntryKind.TRIAL, "screening"): QT_TRANSLATE_NOOP("EntryLine", "trial, in screening"),
    (EntryKind.TRIAL, "eligible"): QT_TRANSLATE_NOOP("EntryLine", "trial, eligible"),
    (EntryKind.TRIAL, "enrolled"): QT_TRANSLATE_NOOP("EntryLine", "trial, enrolled"),
    (EntryKind.TRIAL, "declined"): QT_TRANSLATE_NOOP("EntryLine", "trial declined"),
    (EntryKind.TRIAL, "not_eligible"): QT_TRANSLATE_NOOP("EntryLine", "trial, not eligible"),
    (EntryKind.TRIAL, "off_study"): QT_TRANSLATE_NOOP("EntryLine", "trial, off study"),
    (EntryKind.BOARD, EntryStep.NOTED): QT_TRANSLATE_NOOP("EntryLine", "Tumor board"),
    (EntryKind.STATE, "active"): QT_TRANSLATE_NOOP("EntryLine", "In navigation"),
    (EntryKind.STATE, "deceased"): QT_TRANSLATE_NOOP("EntryLine", "Died"),
    (EntryKind.STATE, "transferred"): QT_TRANSLATE_NOOP("EntryLine", "Transferred"),
    (EntryKind.STATE, "declined"): QT_TRANSLATE_NOOP("EntryLine", "Navigation declined"),
    (EntryKind.STATE, "closed"): QT_TRANSLATE_NOOP("EntryLine", "Navigation closed"),
}
_MARKS: dict[tuple[str, str], tuple[Marked, Tone, str]] = {
    (MarkKind.RANK, "backup"): (QT_TRANSLATE_NOOP("EntryLine", "Backup"), Tone.MUTE, ""),
    (MarkKind.RANK, "lead"): (QT_TRANSLATE_NOOP("EntryLine", "Leads the team"), Tone.MUTE, ""),
    (MarkKind.STATE, "open"): (QT_TRANSLATE_NOOP("EntryLine", "Open"), Tone.MUTE, "→"),
    (MarkKind.STATE, "in_progress"): (QT_TRANSLATE_NOOP("EntryLine", "In work"), Tone.MUTE, "→"),
    (MarkKind.STATE, "done"): (QT_TRANSLATE_NOOP("EntryLine", "Done"), Tone.OK, "✓"),
    (MarkKind.STATE, "cancelled"): (QT_TRANSLATE_NOOP("EntryLine", "Cancelled"), Tone.MUTE, "✕"),
    (MarkKind.STATE, "resolved"): (QT_TRANSLATE_NOOP("EntryLine", "Resolved"), Tone.OK, "✓"),
    (MarkKind.STATE, "unresolvable"): (
        QT_TRANSLATE_NOOP("EntryLine", "Cannot be resolved"),
        Tone.WARN,
        "!",
    ),
    (MarkKind.STATE, "no_longer_relevant"): (
        QT_TRANSLATE_NOOP("EntryLine", "No longer relevant"),
        Tone.MUTE,
        "",
    ),
    (MarkKind.STATE, "stopped"): (QT_TRANSLATE_NOOP("EntryLine", "Stopped early"), Tone.WARN, "!"),
    (MarkKind.REASON, ""): ("{words}", Tone.MUTE, ""),
    (MarkKind.PAST_CUTOFF, ""): (
        QT_TRANSLATE_NOOP("EntryLine", "Past the cut-off of {words}"),
        Tone.WARN,
        "!",
    ),
    (MarkKind.URGENT, ""): (QT_TRANSLATE_NOOP("EntryLine", "Urgent"), Tone.BAD, "!"),
    (MarkKind.TOLD, ""): (QT_TRANSLATE_NOOP("EntryLine", "Told: {words}"), Tone.OK, "✓"),
    (MarkKind.NOT_TOLD, ""): (
        QT_TRANSLATE_NOOP("EntryLine", "Nobody was told yet"),
        Tone.BAD,
        "▲",
    ),
    (MarkKind.RETRACTED, ""): (
        QT_TRANSLATE_NOOP("EntryLine", "Retracted: {words}"),
        Tone.BAD,
        "✕",
    ),
    (MarkKind.CANCELLED, ""): (QT_TRANSLATE_NOOP("EntryLine", "Cancelled"), Tone.MUTE, "✕"),
}


def kind_words(kind: str) -> str:
    """The word of a kind in the filter."""
    return QCoreApplication.translate("EntryLine", KINDS[kind][0])


def tab_of(kind: str) -> str:
    """The key of the tab where such a thing is dealt with, or nothing."""
    return KINDS[kind][2]


def entry_line(row: EntryRow, rules: Rules, today: date) -> ContactLine:
    """The words of an entry on a day; those of a contact as `line_of` gives them."""
    if row.contact is not None:
        return line_of(row.contact, rules, today)
    step = step_words(row)
    parts = [step if row.title else "", row.who]
    return ContactLine(
        day=day_short(row.day, today),
        time=f"{row.at:%H:%M}" if row.has_time else "",
        role=row.title or step,
        detail="".join(f" · {part}" for part in parts if part).strip(),
        note=row.text,
        chips=tuple(_chip(mark) for mark in row.marks),
        minutes="",
        dot=NEITHER,
        is_retracted=row.is_struck,
        icon=KINDS[row.kind][1],
    )


def entry_text(row: EntryRow, rules: Rules, today: date) -> str:
    """An entry as text to paste elsewhere."""
    if row.contact is not None:
        return copied(row.contact, rules, today)
    line = entry_line(row, rules, today)
    when = moment_shown(row.at) if row.has_time else day_shown(row.day)
    chips = " · ".join(chip.words for chip in line.chips)
    head = f"{when} · {line.role} {line.detail}".strip()
    return "\n".join(part for part in (head, line.note, chips) if part)


def step_words(row: EntryRow) -> str:
    """What happened, in words; what no list knows stands as it is kept."""
    words = _STEPS.get((row.kind, row.step))
    return QCoreApplication.translate("EntryLine", words) if words else row.step


def referral_words(state: str) -> str:
    """Where a referral stands, in words."""
    words = _STEPS.get((EntryKind.REFERRAL, state))
    return QCoreApplication.translate("EntryLine", words) if words else state


def _chip(mark: Mark) -> ChipText:
    known = _MARKS.get((mark.kind, mark.words)) or _MARKS.get((mark.kind, ""))
    if known is None:
        return ChipText(mark.words)
    words, tone, sign = known
    if mark.kind is MarkKind.RETRACTED and not mark.words:
        return ChipText(QCoreApplication.translate("EntryLine", "Retracted"), tone, sign)
    return ChipText(
        QCoreApplication.translate("EntryLine", words).format(words=mark.words), tone, sign
    )
