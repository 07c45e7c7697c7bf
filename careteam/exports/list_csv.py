"""Lists leave as CSV that a spreadsheet reads as text, never as a formula."""

import csv
import io
import unicodedata
from collections.abc import Iterable, Sequence
from datetime import date, datetime

Value = str | int | float | bool | date | datetime | None

_STARTS = tuple("=+-@|%\t\r\n\x00＝＋－＠")
_UNSEEN = frozenset({"Cc", "Cf", "Mn", "Zl", "Zp", "Zs"})


def neutral(text: str) -> str:
    """The text with a leading apostrophe when a spreadsheet could take it for a formula.

    The signs are those of OWASP ASVS 1.2.10 with their full-width forms, also where blanks,
    controls or marks that nobody sees stand before them.
    """
    if text.startswith(_STARTS):
        return f"'{text}"
    for char in text:
        if char in _STARTS or unicodedata.category(char) not in _UNSEEN:
            return f"'{text}" if char in _STARTS else text
    return text


def csv_bytes(
    headers: Sequence[str],
    rows: Iterable[Sequence[Value]],
    *,
    text_columns: frozenset[str] = frozenset(),
) -> bytes:
    """RFC 4180 in UTF-8 with a byte order mark and CRLF; the same rows give the same bytes.

    Numbers stay numbers, days are 2026-11-24 and moments 2026-11-24 09:41. In `text_columns`
    (phones, MRNs) digits alone get an apostrophe as well, so that leading zeros and long numbers
    survive.
    """
    kept = [header in text_columns for header in headers]
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow([neutral(header) for header in headers])
    for row in rows:
        writer.writerow([_cell(value, is_text) for value, is_text in zip(row, kept, strict=True)])
    return out.getvalue().encode("utf-8-sig", "replace")


def _cell(value: Value, is_text: bool) -> Value:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, datetime):
        return f"{value:%Y-%m-%d %H:%M}"
    if isinstance(value, date):
        return value.isoformat()
    if not isinstance(value, str):
        return f"'{value}" if is_text else value
    if is_text and value.strip().isdigit():
        return f"'{value}"
    return neutral(value)
