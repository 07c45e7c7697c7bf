"""A report of the audit trail as a document, as rows for a spreadsheet, and as plain values."""

import dataclasses
from datetime import datetime
from operator import attrgetter
from typing import Any

from careteam.domain.audit_reports import AuditLine, AuditReport
from careteam.exports.documents import Document, Paper, document_pdf, frame
from careteam.exports.list_csv import csv_bytes
from careteam.exports.list_file import Format, ListColumn, list_bytes
from careteam.exports.summary_parts import Cell, Part

HEADING = "Report of the audit trail"
COLUMNS = ("Row", "When", "Who", "Where", "Action", "Patient", "What")
WIDTHS = [0.6, 1.3, 1.4, 0.9, 0.8, 1.6, 2.8]
NOTHING = "Nothing of this kind was done."
CUT = "Only the first {count:,} rows are printed; save a table for all of them."


def audit_pdf(report: AuditReport, paper: Paper) -> bytes:
    """The report as a tagged PDF; its last line is the signed end of the trail."""
    part = Part(
        "audit",
        report.asked,
        aside=f"{len(report.lines):,} rows",
        columns=COLUMNS,
        rows=tuple(tuple(Cell(text) for text in _values(line)) for line in report.lines),
    )
    cut = [CUT.format(count=len(report.lines))] if report.is_cut else []
    data = frame(report, HEADING, paper) | {
        "lead": "",
        "nothing": NOTHING,
        "widths": WIDTHS,
        "parts": [dataclasses.asdict(part)] if report.lines else [],
        "ends": [*cut, report.end],
    }
    foot = (HEADING, report.asked)
    return document_pdf(Document("listing.typ", data, foot, report.made_on_iso, report.digest))


def audit_csv(report: AuditReport) -> bytes:
    """The rows, and the signed end of the trail as the last one."""
    end = (str(report.head_seq), "", "", "", "end", "", report.end)
    rows = [*(_values(line) for line in report.lines), end]
    return csv_bytes(COLUMNS, rows)


def audit_xlsx(report: AuditReport, made_at: datetime) -> bytes:
    """The same rows as a workbook."""
    end = AuditLine(report.head_seq, "", "", "", "end", "", report.end)
    fields = ("seq", "at", "who", "where", "action", "patient", "what")
    columns: tuple[ListColumn[AuditLine], ...] = tuple(
        ListColumn(title, attrgetter(field)) for title, field in zip(COLUMNS, fields, strict=True)
    )
    return list_bytes("Audit trail", columns, (*report.lines, end), Format.XLSX, made_at=made_at)


def audit_tree(report: AuditReport) -> dict[str, Any]:
    """The report for JSON; `head` comes last."""
    return {
        "asked": report.asked,
        "made_at": report.made_at,
        "rows": [dataclasses.asdict(line) for line in report.lines],
        "head": {"row": report.head_seq, "hash": report.head_hash},
    }


def audit_lines(report: AuditReport) -> list[tuple[str, ...]]:
    """The rows under COLUMNS."""
    return [_values(line) for line in report.lines]


def _values(line: AuditLine) -> tuple[str, ...]:
    return str(line.seq), line.at, line.who, line.where, line.action, line.patient, line.what
