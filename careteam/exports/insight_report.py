"""A report of measures as a document, as plain text, and as rows for a spreadsheet."""

import dataclasses
from collections.abc import Iterator

from careteam.domain.insight_reports import InsightReport, ReportLine, ReportPart
from careteam.exports.documents import Document, Paper, frame
from careteam.exports.list_csv import csv_bytes
from careteam.exports.summary_parts import Cell, Part
from careteam.exports.summary_text import wrapped
from careteam.exports.telling import framed_told
from careteam.exports.told import Told

FIELDS = ("count", "of", "share", "days", "before")
TITLES = {
    "count": "Count", "of": "Of", "share": "Share", "days": "Median days", "before": "Before",
}  # fmt: skip
NAMES_NOBODY = "Names no patient"
CSV_TITLES = ("Part", "What", *TITLES.values())


def insight_document(report: InsightReport, paper: Paper) -> Document:
    """The template of a report with all its texts."""
    data = frame(report, report.heading, paper) | {
        "confidential": NAMES_NOBODY,
        "lead": f"{report.period} · {report.whose}",
        "parts": [_told(part) for part in report.parts],
        "ends": list(report.ends),
    }
    foot = (report.heading, report.period)
    return Document("insights.typ", data, foot, report.made_on_iso, report.digest)


def insight_text(report: InsightReport) -> str:
    """The same in lines of at most 72 characters."""
    lines = [*wrapped(f"{report.heading.upper()}: {report.clinic}".rstrip(": "))]
    lines += wrapped(f"{report.period}, {report.whose}")
    lines += wrapped(f"Made {report.made_at} by {report.author}")
    for part in report.parts:
        lines += ["", *wrapped(part.title.upper())]
        lines += wrapped(part.text) if part.text else []
        for line in part.lines:
            figures = [f"{TITLES[name]} {told}" for name in FIELDS if (told := getattr(line, name))]
            lines += wrapped(f"{line.what}: {', '.join(figures)}", first="- ", rest="  ")
    for sentence in report.ends:
        lines += ["", *wrapped(sentence)]
    return "\n".join(lines) + "\n"


def insight_told(report: InsightReport) -> Told:
    """The same in parts, for every form but the PDF."""
    return framed_told(
        report,
        report.heading,
        lead=f"{report.period} · {report.whose}",
        parts=tuple(_part(at, part) for at, part in enumerate(report.parts)),
        ends=tuple(report.ends),
        running=(report.heading, report.period),
        confidential=NAMES_NOBODY,
    )


def _part(at: int, part: ReportPart) -> Part:
    fields = [name for name in FIELDS if any(getattr(line, name) for line in part.lines)]
    rows = tuple(
        (Cell(line.what, is_strong=True), *(Cell(getattr(line, name)) for name in fields))
        for line in part.lines
    )
    columns = ("What", *(TITLES[name] for name in fields)) if rows else ()
    return Part(f"part{at}", part.title, text=part.text, columns=columns, rows=rows)


def insight_rows_of(report: InsightReport) -> Iterator[tuple[str, ...]]:
    """The rows under CSV_TITLES; a text stands beside the heading of its part."""
    for part in report.parts:
        if part.text:
            yield (part.title, part.text, *[""] * len(FIELDS))
        for line in part.lines:
            yield (part.title, line.what, *(getattr(line, name) for name in FIELDS))
    for sentence in report.ends:
        yield ("", sentence, *[""] * len(FIELDS))


def insight_csv(report: InsightReport) -> bytes:
    """The report for a spreadsheet."""
    return csv_bytes(CSV_TITLES, insight_rows_of(report))


def _told(part: ReportPart) -> dict[str, object]:
    """The columns that a part has anything in, each with its cells; bars where all are shown."""
    fields = [name for name in FIELDS if any(getattr(line, name) for line in part.lines)]
    return {
        "title": part.title,
        "text": part.text,
        "columns": ["", *(TITLES[name] for name in fields)],
        "rows": [[line.what, *(getattr(line, name) for name in fields)] for line in part.lines],
        "bars": _bars(part.lines),
    }


def _bars(lines: tuple[ReportLine, ...]) -> list[float]:
    return [line.bar for line in lines] if any(line.bar for line in lines) else []


def report_tree(report: InsightReport) -> dict[str, object]:
    """The report for JSON."""
    return dataclasses.asdict(report)
