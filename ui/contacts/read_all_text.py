"""What is read before a call, as headings and plain lines in order."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import Enum

from PySide6.QtCore import QCoreApplication

from careteam.domain.dates import day_short
from careteam.domain.phones import shown
from careteam.domain.rules import Rules
from careteam.storage.reads.before_call import BeforeCallRow, OpenRow
from careteam.storage.reads.patient_page import PatientPageRow
from careteam.storage.reads.timeline_rows import EntryRow
from ui.contacts.entry_words import entry_line, referral_words


class Voice(Enum):
    """How a piece of text stands on the page."""

    HEADING = "heading"
    STRONG = "strong"
    PLAIN = "plain"
    QUIET = "quiet"


@dataclass(frozen=True, slots=True)
class Piece:
    """One paragraph; a struck one was retracted."""

    voice: Voice
    text: str
    is_struck: bool = False


def pieces_of(row: BeforeCallRow, rules: Rules, today: date) -> tuple[Piece, ...]:
    """The whole page: the patient, what stands open, then every entry in full."""
    translate = QCoreApplication.translate
    steps = [
        _joined(step.due_text, step.text or translate("ReadAll", "Next step"), step.owner)
        for step in row.steps
    ]
    barriers = [_open(barrier, today) for barrier in row.barriers]
    referrals = [_referral(referral, today) for referral in row.referrals]
    alerts = [
        _joined(alert.text, _since(alert.since, today) if alert.since else "")
        for alert in row.page.alerts
    ]
    flags = [_open(flag, today) for flag in row.red_flags]
    return (
        *_banner(row.page, today),
        *_listed(translate("ReadAll", "Open next steps"), steps),
        *_listed(translate("ReadAll", "Open barriers"), barriers),
        *_listed(translate("ReadAll", "Open referrals"), referrals),
        *_listed(translate("ReadAll", "Red flags of which nobody was told yet"), flags),
        *_listed(translate("ReadAll", "Alerts"), alerts),
        *_entries(row, rules, today),
    )


def plain_text(pieces: Iterable[Piece]) -> str:
    """The page as text to paste elsewhere, with a blank line before each heading and entry."""
    parts: list[str] = []
    for piece in pieces:
        if parts and piece.voice in (Voice.HEADING, Voice.STRONG):
            parts.append("")
        parts.append(piece.text)
    return "\n".join(parts)


def _banner(page: PatientPageRow, today: date) -> Iterator[Piece]:
    translate = QCoreApplication.translate
    yield Piece(Voice.HEADING, page.name)
    speaks = page.language
    if page.needs_interpreter:
        speaks = _joined(speaks, translate("ReadAll", "interpreter"))
    phone = shown(page.phone) if page.phone else ""
    if phone and page.may_leave_message is False:
        phone = _joined(phone, translate("ReadAll", "leave no message"))
    facts = (
        (translate("ReadAll", "Born"), page.birth.shown_with_age(today) if page.birth else ""),
        (translate("ReadAll", "MRN"), page.mrn),
        (translate("ReadAll", "Phone"), phone),
        (translate("ReadAll", "Speaks"), speaks),
    )
    yield Piece(Voice.PLAIN, _joined(*(f"{name} {fact}" for name, fact in facts if fact)))
    phase = page.phase_label
    if phase and page.phase_day is not None:
        day = translate("ReadAll", "{phase}, day {day}")
        phase = day.format(phase=phase, day=page.phase_day)
    if about := _joined(page.diagnosis, phase):
        yield Piece(Voice.PLAIN, about)


def _listed(heading: str, lines: list[str]) -> Iterator[Piece]:
    if lines:
        yield Piece(Voice.HEADING, heading)
        for line in lines:
            yield Piece(Voice.PLAIN, f"• {line}")


def _open(row: OpenRow, today: date) -> str:
    return _joined(row.title, row.text, _since(row.since, today))


def _referral(row: OpenRow, today: date) -> str:
    planned = ""
    if row.on is not None:
        words = QCoreApplication.translate("ReadAll", "for {day}")
        planned = words.format(day=day_short(row.on, today))
    state = _joined(referral_words(row.state), planned)
    return _joined(row.title, state, row.text, _since(row.since, today))


def _since(day: date, today: date) -> str:
    words = QCoreApplication.translate("ReadAll", "since {day}")
    return words.format(day=day_short(day, today))


def _entries(row: BeforeCallRow, rules: Rules, today: date) -> Iterator[Piece]:
    translate = QCoreApplication.translate
    heading = translate("ReadAll", "Everything so far, newest first")
    if row.since is not None:
        words = translate("ReadAll", "Since {day}, newest first")
        heading = words.format(day=day_short(row.since, today))
    yield Piece(Voice.HEADING, heading)
    if not row.entries:
        yield Piece(Voice.QUIET, translate("ReadAll", "Nothing was noted in this time."))
    for entry in row.entries:
        yield from _entry(entry, rules, today)


def _entry(entry: EntryRow, rules: Rules, today: date) -> Iterator[Piece]:
    line = entry_line(entry, rules, today)
    head = f"{line.day} {line.time}".strip()
    said = f"{line.role} {line.detail}".strip()
    yield Piece(Voice.STRONG, _joined(head, said, line.minutes), line.is_retracted)
    if line.note:
        yield Piece(Voice.PLAIN, line.note, line.is_retracted)
    if line.chips:
        yield Piece(Voice.QUIET, _joined(*(chip.words for chip in line.chips)))


def _joined(*parts: str) -> str:
    return " · ".join(part for part in parts if part)
