"""What is on file of a patient for each program, in rows: what stands, what is missing."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from PySide6.QtCore import QCoreApplication

from careteam.domain.dates import day_shown
from careteam.domain.navigation_time import VISIT_KIND, ConsentRule, ConsentWay, Program
from careteam.domain.renewals import renewal_on
from careteam.domain.rules import Rules
from careteam.domain.time_sheet import units_shown
from careteam.domain.time_sums import MonthSum
from careteam.storage.reads.patient_time import (
    ConsentRow,
    EnrolmentRow,
    PatientTime,
    VisitRow,
)
from ui.insights.time_words import bar_of, missing_words, overlap_words
from ui.look.columns import Bar


class Item(StrEnum):
    """What a program asks for."""

    MINUTES = "minutes"
    ENROLMENT = "enrolment"
    CONSENT = "consent"
    VISIT = "visit"


@dataclass(frozen=True, slots=True)
class FileRow:
    """One item of a program: `text` says what stands, `sub` more of it.

    `row` is the enrolment, consent or visit that stands, if one does; `is_due` says that it is to
    be renewed.
    """

    program: str
    item: Item
    title: str
    text: str
    sub: str = ""
    is_missing: bool = False
    bar: Bar | None = None
    is_due: bool = False
    row: EnrolmentRow | ConsentRow | VisitRow | None = None

    @property
    def key(self) -> tuple[str, str]:
        """What no other row of the patient has."""
        return self.program, self.item


def file_rows(told: PatientTime, rules: Rules, today: date) -> tuple[FileRow, ...]:
    """The rows of every program that the patient is, or was, in."""
    return tuple(row for key in told.programs for row in _program_rows(key, told, rules, today))


def _program_rows(key: str, told: PatientTime, rules: Rules, today: date) -> Iterator[FileRow]:
    program = rules.time.program(key, today)
    yield _minutes(key, told.sum_of(key), program)
    yield _enrolment(key, told, today)
    if program is None:
        return
    if program.consent is not ConsentRule.NONE:
        yield _consent(program, told, rules, today)
    if program.needs_visit:
        yield _visit(program, told, rules)


def _minutes(key: str, found: MonthSum | None, program: Program | None) -> FileRow:
    title = QCoreApplication.translate("TimeFile", "This month")
    if found is None:
        return FileRow(
            key, Item.MINUTES, title, QCoreApplication.translate("TimeFile", "No minutes yet")
        )
    text = QCoreApplication.translate("TimeFile", "{minutes} min").format(minutes=found.minutes)
    units = units_shown(found.units, program.first_code, program.more_code) if program else ""
    if found.threshold is not None:
        short = QCoreApplication.translate("TimeFile", "{minutes} min short of the next unit")
        sub = short.format(minutes=found.short)
    else:
        sub = QCoreApplication.translate("TimeFile", "no units of minutes")
    if found.missing:
        sub = ", ".join(missing_words(one) for one in found.missing)
    if found.overlap:
        told = overlap_words(found.overlap)
        sub = f"{told} · {sub}" if found.missing else told
    text = f"{text} · {units}" if units else text
    return FileRow(key, Item.MINUTES, title, text, sub, bool(found.missing), bar_of(found, text))


def _enrolment(key: str, told: PatientTime, today: date) -> FileRow:
    title = QCoreApplication.translate("TimeFile", "Enrollment")
    found = next((row for row in told.enrolments if row.program == key), None)
    if found is None:
        return FileRow(
            key,
            Item.ENROLMENT,
            title,
            QCoreApplication.translate("TimeFile", "Not enrolled"),
            "",
            True,
        )
    if found.ends_on is not None and found.ends_on <= today:
        ended = QCoreApplication.translate("TimeFile", "Ended {day}").format(
            day=day_shown(found.ends_on)
        )
        return FileRow(key, Item.ENROLMENT, title, ended, found.end_reason, True)
    since = QCoreApplication.translate("TimeFile", "Since {day}").format(
        day=day_shown(found.starts_on)
    )
    nobody = QCoreApplication.translate("TimeFile", "nobody yet")
    people = QCoreApplication.translate(
        "TimeFile", "Bills: {billing} · supervises: {supervising}"
    ).format(billing=found.billing or nobody, supervising=found.supervising or nobody)
    is_missing = not (found.billing and found.supervising)
    return FileRow(key, Item.ENROLMENT, title, since, people, is_missing, row=found)


def _consent(program: Program, told: PatientTime, rules: Rules, today: date) -> FileRow:
    title = QCoreApplication.translate("TimeFile", "Consent")
    given = [row for row in told.consents if row.program == program.key and not row.is_retracted]
    if not given:
        return FileRow(
            program.key,
            Item.CONSENT,
            title,
            QCoreApplication.translate("TimeFile", "Missing"),
            "",
            True,
        )
    last = given[0]
    stands = told.standing.consent(program, today) is not None
    way = {
        ConsentWay.VERBAL: QCoreApplication.translate("TimeFile", "verbal"),
        ConsentWay.WRITTEN: QCoreApplication.translate("TimeFile", "written"),
    }[ConsentWay(last.way)]
    by = (
        QCoreApplication.translate("TimeFile", "given by {who}").format(who=last.given_by)
        if last.given_by
        else ""
    )
    text = " · ".join(part for part in (day_shown(last.on), way, by) if part)
    sub = _until(last, is_standing=stands)
    renew_on = renewal_on(rules.time.program(program.key, last.on), last.on, rules)
    is_due = not stands or (renew_on is not None and renew_on <= today)
    return FileRow(program.key, Item.CONSENT, title, text, sub, not stands, None, is_due, last)


def _until(row: ConsentRow, *, is_standing: bool) -> str:
    if not is_standing:
        if row.until is not None:
            return QCoreApplication.translate("TimeFile", "Over since {day}; ask again").format(
                day=day_shown(row.until)
            )
        return QCoreApplication.translate("TimeFile", "Somebody else bills now; ask again")
    if row.until is None:
        return ""
    return QCoreApplication.translate("TimeFile", "To be renewed by {day}").format(
        day=day_shown(row.until)
    )


def _visit(program: Program, told: PatientTime, rules: Rules) -> FileRow:
    title = QCoreApplication.translate("TimeFile", "Initiating visit")
    seen = [row for row in told.visits if row.program == program.key and not row.is_retracted]
    if not seen:
        return FileRow(
            program.key,
            Item.VISIT,
            title,
            QCoreApplication.translate("TimeFile", "None yet"),
            "",
            True,
        )
    last = seen[0]
    kind = rules.catalogue.label(VISIT_KIND, last.kind)
    text = " · ".join(part for part in (day_shown(last.on), last.practitioner) if part)
    return FileRow(program.key, Item.VISIT, title, text, kind, row=last)
