"""A time sheet as a document and as plain text: the lines of a month, then every entry."""

import dataclasses

from careteam.domain.time_sheet import DISCLAIMER, NO_NOTES, SheetLine, TimeSheet
from careteam.exports.documents import Document, Paper, frame
from careteam.exports.summary_parts import NOTHING, Cell, Part
from careteam.exports.summary_text import wrapped
from careteam.exports.telling import framed_told
from careteam.exports.told import Told

HEADING = "Time sheet"
NOTHING_LOGGED = "Nothing was logged as navigation time in this month."
COLUMNS = ("Patient", "MRN", "Program", "Bills", "Minutes", "Units", "Missing")
ENTRY_COLUMNS = ("Day", "Work", "Activity", "Minutes", "By whom")


def time_sheet_document(sheet: TimeSheet, paper: Paper) -> Document:
    """The template of the time sheet with all its texts."""
    heading = f"{HEADING}, {sheet.month}"
    data = frame(sheet, heading, paper) | {
        "lead": _lead(sheet),
        "nothing": NOTHING_LOGGED,
        "parts": [dataclasses.asdict(part) for part in time_sheet_parts(sheet)],
        "ends": [*_rest(sheet), NO_NOTES, DISCLAIMER],
    }
    foot = tuple(entry for entry in (heading, sheet.whose) if entry)
    return Document("time_sheet.typ", data, foot, sheet.made_on_iso, sheet.digest)


def time_sheet_text(sheet: TimeSheet) -> str:
    """The same in lines of at most 72 characters."""
    lines = [*wrapped(f"{HEADING.upper()}, {sheet.month}: {sheet.clinic}".rstrip(": "))]
    lines += wrapped(f"Made {sheet.made_at} by {sheet.author}")
    lines += wrapped(_lead(sheet))
    if not sheet.lines:
        lines += ["", *wrapped(NOTHING_LOGGED)]
    for line in sheet.lines:
        lines += ["", *wrapped(f"{_title(line)} ({_result(line)})"), *wrapped(_activities(line))]
        for entry in line.entries:
            told = (entry.day, entry.what, entry.activity or NOTHING, f"{entry.minutes} min")
            words = ", ".join((*told, *filter(None, (entry.who, entry.missing))))
            lines += wrapped(words, first="- ", rest="  ")
    for sentence in (*_rest(sheet), NO_NOTES, DISCLAIMER):
        lines += ["", *wrapped(sentence)]
    if sheet.digest:
        lines.append(f"SHA-256 {sheet.digest}")
    return "\n".join(lines) + "\n"


def time_sheet_told(sheet: TimeSheet) -> Told:
    """The same in parts, for every form but the PDF."""
    heading = f"{HEADING}, {sheet.month}"
    return framed_told(
        sheet,
        heading,
        name=sheet.whose,
        lead=_lead(sheet),
        parts=time_sheet_parts(sheet),
        ends=(*(() if sheet.lines else (NOTHING_LOGGED,)), *_rest(sheet), NO_NOTES, DISCLAIMER),
        running=tuple(entry for entry in (heading, sheet.whose) if entry),
    )


def time_sheet_parts(sheet: TimeSheet) -> tuple[Part, ...]:
    """The month's lines together, then one part for each with its entries."""
    if not sheet.lines:
        return ()
    rows = tuple(_cells(line) for line in sheet.lines)
    aside = f"{sheet.minutes:,} min"
    together = Part("lines", "Minutes and units", aside=aside, columns=COLUMNS, rows=rows)
    return together, *(_entries(line) for line in sheet.lines)


def _cells(line: SheetLine) -> tuple[Cell, ...]:
    return (
        Cell(line.name, is_strong=True),
        Cell(line.mrn),
        Cell(line.program),
        Cell(line.billing or NOTHING),
        Cell(str(line.minutes), is_strong=True),
        Cell(line.units or NOTHING),
        Cell(line.missing or NOTHING, is_bad=bool(line.missing)),
    )


def _entries(line: SheetLine) -> Part:
    rows = tuple(
        (
            Cell(entry.day),
            Cell(entry.what),
            Cell(entry.activity or NOTHING, entry.missing, is_below=True),
            Cell(str(entry.minutes)),
            Cell(entry.who or NOTHING),
        )
        for entry in line.entries
    )
    return Part("entries", _title(line), _result(line), "", _activities(line), ENTRY_COLUMNS, rows)


def _title(line: SheetLine) -> str:
    return f"{line.name} · MRN {line.mrn} · {line.program}"


def _result(line: SheetLine) -> str:
    ready = "" if line.ready == line.minutes else f"{line.ready} of them ready"
    units = line.units or "no unit"
    return " · ".join(part for part in (f"{line.minutes} min", ready, units) if part)


def _activities(line: SheetLine) -> str:
    told = [f"{label} {minutes}" for label, minutes in line.by_activity]
    people = [f"Bills: {line.billing}"] if line.billing else []
    people += [f"Supervises: {line.supervising}"] if line.supervising else []
    return " · ".join((*told, *people))


def _lead(sheet: TimeSheet) -> str:
    return " · ".join(part for part in (sheet.whose, sheet.lock) if part)


def _rest(sheet: TimeSheet) -> tuple[str, ...]:
    shown = len({(line.mrn, line.program) for line in sheet.lines})
    if sheet.total <= shown:
        return ()
    return (f"{shown:,} of {sheet.total:,}, those with most minutes; the table has all.",)
