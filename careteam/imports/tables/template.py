"""A workbook to fill in: the headings that an import knows, with lists to choose from."""

import io
from typing import Any

from careteam.domain.catalogue import Catalogue
from careteam.domain.intake.tables import About
from careteam.imports.tables.fields import Field, fields_of
from careteam.imports.tables.rows import EXAMPLE
from careteam.imports.tables.values import options
from careteam.imports.tables.workbook import LISTS

ROWS = 2_000
"""So many rows below the headings are formatted and offer their lists."""
_WIDTHS = {"name": 26, "note": 44, "address_line": 28, "email": 28, "person": 26}
_LEFT_OUT = frozenset({"name", "patient"})
"""Columns that an import knows, but that a new table does not need."""
_TEAM = ("nurse_navigator", "social_worker")
"""The roles for which a table of patients has a column; an import knows one for every role."""
_EXAMPLES = {
    About.PATIENTS: {
        "family": "Rivera", "given": "Ana", "birth_date": "1981-03-14", "sex": "Female",
        "phone_mobile": "(212) 555-0148", "language": "Spanish", "needs_interpreter": "yes",
        "phase": "Induction", "phase_since": "2026-11-09", "caregiver_name": "Luis Rivera",
        "caregiver_phone": "(212) 555-0149",
    },
    About.DIRECTORY: {
        "given": "Marcus", "credentials": "LCSW", "phone": "(212) 555-0139",
        "email": "marcus.bell@clinic.example",
    },
    About.ASSIGNMENTS: {
        "person": "Bell, Marcus", "rank": "primary", "starts_on": "2026-11-09",
    },
    About.CONTACTS: {
        "at": "2026-11-19", "time": "14:30", "mode": "Phone call", "outcome": "Reached patient",
        "direction": "outbound", "minutes": "15", "person": "Ellis, Joan",
        "note": "Talked about the plan for the next cycle.",
    },
}  # fmt: skip
_ABOUT_WORDS = {
    About.PATIENTS: "One row for each patient.",
    About.DIRECTORY: "One row for each member of the care team.",
    About.ASSIGNMENTS: "One row for each role that somebody holds or held.",
    About.CONTACTS: "One row for each contact or try.",
}


def template_fields(about: About, catalogue: Catalogue) -> tuple[Field, ...]:
    """The columns of a template, in order."""
    team = {f"role:{key}" for key in _TEAM}
    return tuple(
        each
        for each in fields_of(about, catalogue)
        if each.key not in _LEFT_OUT and (not each.key.startswith("role:") or each.key in team)
    )


def template_bytes(about: About, catalogue: Catalogue) -> bytes:
    """The workbook: the sheet to fill in, and the sheet of its lists. Nothing in it is a formula.

    The row below the headings is an example; an import passes over it.
    """
    import xlsxwriter

    out = io.BytesIO()
    book = xlsxwriter.Workbook(
        out,
        {
            "in_memory": True,
            "strings_to_formulas": False,
            "strings_to_urls": False,
            "strings_to_numbers": False,
        },
    )
    with book:
        sheet = book.add_worksheet(str(about).capitalize())
        lists = book.add_worksheet(LISTS)
        _fill(book, sheet, lists, about, catalogue)
    return out.getvalue()


def _fill(book: Any, sheet: Any, lists: Any, about: About, catalogue: Catalogue) -> None:
    head = {"bold": True, "bg_color": "#E6F0EF", "bottom": 1, "text_wrap": True, "valign": "top"}
    plain, needed = book.add_format(head), book.add_format({**head, "font_color": "#9B1C1C"})
    text, example = (
        book.add_format({"num_format": "@"}),
        book.add_format({"italic": True, "font_color": "#6B7280", "num_format": "@"}),
    )
    fields = template_fields(about, catalogue)
    sheet.freeze_panes(1, 1)
    shown = _EXAMPLES[about]
    for place, each in enumerate(fields):
        sheet.set_column(place, place, _WIDTHS.get(each.key, 18), text)
        sheet.write_string(0, place, each.label, needed if each.is_needed else plain)
        note = _note(each, about if place == 0 else None)
        if note:
            sheet.write_comment(0, place, note, {"x_scale": 1.8})
        value = EXAMPLE if place == 0 else shown.get(each.key, "")
        sheet.write_string(1, place, value, example)
    _offer(sheet, lists, fields, catalogue)


def _note(each: Field, about: About | None) -> str:
    parts = [_ABOUT_WORDS[about]] if about else []
    parts += [each.note] if each.note else []
    parts += ["Needed."] if each.is_needed else []
    parts += [f"The row with {EXAMPLE} shows how; it is not read."] if about else []
    return " ".join(parts)


def _offer(sheet: Any, lists: Any, fields: tuple[Field, ...], catalogue: Catalogue) -> None:
    """Lists to choose from; what is typed beside them is told, not forbidden."""
    column = 0
    for place, each in enumerate(fields):
        if not each.kind:
            continue
        labels = [label for _, label in options(each.kind, catalogue)]
        lists.write_string(0, column, each.label)
        for row, label in enumerate(labels, start=1):
            lists.write_string(row, column, label)
        letter = _letter(column)
        sheet.data_validation(
            1, place, ROWS, place,
            {
                "validate": "list",
                "source": f"={LISTS}!${letter}$2:${letter}${len(labels) + 1}",
                "error_type": "warning",
                "error_title": each.label,
                "error_message": "This is not in the clinic's list.",
            },
        )  # fmt: skip
        column += 1


def _letter(column: int) -> str:
    """The letters of a column, A for the first."""
    letters = ""
    while column >= 0:
        letters = chr(ord("A") + column % 26) + letters
        column = column // 26 - 1
    return letters
