"""What a resource says to somebody who reads it: a small table of escaped words."""

import re
from collections.abc import Iterable
from html import escape

from careteam.exports.fhir.shapes import Node

Row = tuple[str, ...]
_UNSEEN = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")
_XHTML = "http://www.w3.org/1999/xhtml"
NOTHING = "Nothing is recorded."


def narrative(rows: Iterable[Row], title: str = "") -> Node:
    """The rows as a table, those without words left out; a sentence when there is none."""
    lines = "".join(
        "<tr>" + "".join(f"<td>{_safe(cell)}</td>" for cell in row) + "</tr>"
        for row in rows
        if any(row)
    )
    head = f"<p><b>{_safe(title)}</b></p>" if title else ""
    body = f"<table><tbody>{lines}</tbody></table>" if lines else f"<p>{NOTHING}</p>"
    return {"status": "generated", "div": f'<div xmlns="{_XHTML}">{head}{body}</div>'}


def paragraph(words: str) -> Node:
    """One sentence."""
    return {"status": "generated", "div": f'<div xmlns="{_XHTML}"><p>{_safe(words)}</p></div>'}


def _safe(words: str) -> str:
    """Words that XHTML can hold: markup escaped, characters that XML forbids taken out."""
    return escape(_UNSEEN.sub("", words), quote=True).replace("\n", "<br/>")
