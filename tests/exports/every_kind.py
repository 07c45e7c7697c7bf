"""One tree of every paper that leaves, as it is and with more than any page holds."""

from collections.abc import Mapping
from dataclasses import fields, is_dataclass, replace
from typing import Any

from careteam.domain.audit_reports import AuditLine, AuditReport
from careteam.domain.insight_reports import InsightReport, ReportLine, ReportPart
from careteam.domain.patient_words import LANGUAGES
from careteam.domain.time_sheet import SheetEntry, SheetLine, TimeSheet
from careteam.exports.audit_report import audit_pdf
from careteam.exports.papers import paper_pdf
from tests.exports.patients import MARIA as PATIENT
from tests.exports.test_forms import HEAD, LOGO, TREES

MADE = ("Clinic", "Joan Ellis, RN, OCN", "(212) 555-0101", "22-Nov-2026 09:44", "2026-11-22")
ENTRY = SheetEntry("20-Nov", "Phone, reached", "Barrier work", 12, "Joan Ellis, RN", "note missing")
TIME = TimeSheet(
    *MADE,
    "November 2026",
    "2026-11",
    "Joan Ellis, RN, OCN",
    "not locked",
    12,
    1,
    (
        SheetLine(
            "DELACRUZ, Maria", "482913", "PIN", "Dr Raman", "Dr Weiss", 12, 0, "", "no consent yet",
            (("Barrier work", 12),), (ENTRY,),
        ),
    ),
    letterhead=HEAD,
)  # fmt: skip
INSIGHT = InsightReport(
    "insights",
    "Insights",
    *MADE,
    "November 2026",
    "Everybody",
    (ReportPart("Reached", (ReportLine("First contact", "4", "5", "80 %", "2", "70 %", 0.8),)),),
    ("Figures of work that was recorded.",),
    letterhead=HEAD,
)
AUDIT = AuditReport(
    *MADE,
    "everything",
    2,
    "ab" * 32,
    (AuditLine(1, "20-Nov-2026 09:30:00", "admin", "desk", "Opened", "DELACRUZ, Maria", "chart"),),
)
KINDS: Mapping[str, Any] = {
    **TREES,
    "time sheet": TIME,
    "insights": INSIGHT,
    "audit": AUDIT,
    **{f"patient {code}": replace(PATIENT, language=code) for code in LANGUAGES},
}
"""Every paper under its name; of those for patients one a language."""
HEADED = {
    name: tree if name == "audit" else replace(tree, letterhead=replace(HEAD, logo=LOGO))
    for name, tree in KINDS.items()
}
"""The same under a letterhead with a logo."""

LONG = "Wolfeschlegelsteinhausenbergerdorff" * 6
KEPT = frozenset(
    {
        "letterhead", "digest", "kind", "language", "shape", "made_on_iso", "month_iso", "key",
        "on_iso", "phone", "uri", "head_hash", "section", "referral", "made_at", "author_phone",
        "review", "born", "sex",
    }
)  # fmt: skip
"""Fields that hold no text of somebody's own."""


def pdf_of(tree: Any, paper: Any = "us-letter") -> bytes:
    """The PDF of any of them."""
    return audit_pdf(tree, paper) if isinstance(tree, AuditReport) else paper_pdf(tree, paper)


def swollen(tree: Any) -> Any:
    """The same tree with every text of somebody's own 200 letters long."""
    if isinstance(tree, str):
        return LONG[:200] if tree else tree
    if isinstance(tree, tuple):
        return tuple(swollen(entry) for entry in tree)
    if is_dataclass(tree) and not isinstance(tree, type):
        named = {
            field.name: swollen(getattr(tree, field.name))
            for field in fields(tree)
            if field.name not in KEPT
        }
        return replace(tree, **named)
    return tree


def filled(tree: Any, count: int) -> Any:
    """The same tree with so many lines in each of its lists of lines."""
    if isinstance(tree, tuple) and tree and is_dataclass(tree[0]) and not _has_lists(tree[0]):
        return tuple(tree[place % len(tree)] for place in range(count))
    if isinstance(tree, tuple) and tree and is_dataclass(tree[0]):
        return tuple(filled(entry, count) for entry in tree)
    if is_dataclass(tree) and not isinstance(tree, type):
        named = {
            field.name: filled(getattr(tree, field.name), count)
            for field in fields(tree)
            if field.name not in KEPT
        }
        return replace(tree, **named)
    return tree


def _has_lists(line: Any) -> bool:
    return any(
        isinstance(entry := getattr(line, field.name), tuple) and entry and is_dataclass(entry[0])
        for field in fields(line)
    )
