"""A paper becomes a tagged PDF, pages for the preview and the printer, or pictures of them."""

import base64
import dataclasses
from collections.abc import Callable, Mapping
from datetime import datetime
from functools import partial
from typing import Any, Literal

import typst

from careteam.domain.audit_reports import AuditReport
from careteam.domain.handing import Leaving
from careteam.domain.letterhead import NO_LETTERHEAD
from careteam.domain.paper_sizes import PaperSize
from careteam.domain.text import clean
from careteam.exports import glyphs, typesetting
from careteam.exports.summary_parts import CONFIDENTIAL

Paper = PaperSize


_IN_HEAD, _IN_FOOT = 60, (40, 28)
"""Letters for which there is room at the head of a page, and at its foot for the first entry and
for the others; the page itself tells them whole."""


@dataclasses.dataclass(frozen=True, slots=True)
class Document:
    """The template and the texts that it prints; `foot` stands side by side at each page's foot."""

    template: str
    data: Mapping[str, Any]
    foot: tuple[str, ...]
    made_on_iso: str
    digest: str = ""


@dataclasses.dataclass(frozen=True, slots=True)
class _Ready:
    """The data of the template, and whether fonts of the machine are needed to draw them."""

    data: dict[str, Any]
    with_system: bool
    absent: tuple[str, ...]


def frame(made_of: Leaving | AuditReport, heading: str, paper: Paper) -> dict[str, Any]:
    """What every page of a paper says around its own texts: clinic, author, day, page."""
    head = NO_LETTERHEAD if isinstance(made_of, AuditReport) else made_of.letterhead
    made = f"Made {made_of.made_at}"
    by = f"by {made_of.author}" if made_of.author else ""
    reach = " · ".join(entry for entry in (by, made_of.author_phone) if entry)
    year, month, day = (int(number) for number in made_of.made_on_iso[:10].split("-"))
    return {
        "paper": paper,
        "title": f"{heading}, made {made_of.made_at}",
        "author": made_of.author,
        "date": [year, month, day],
        "clinic": made_of.clinic,
        "address": list(head.lines()),
        "logo": base64.b64decode(head.logo),
        "heading": heading,
        "made": [made, reach],
        "running": [
            glyphs.shortened(heading, _IN_HEAD),
            glyphs.shortened(f"{made} {by}", _IN_HEAD),
        ],
        "confidential": CONFIDENTIAL,
        "page": "Page {page} of {pages}",
    }


def document_pdf(document: Document) -> bytes:
    """PDF/UA-1 and PDF/A-2a with embedded fonts; the same texts, the same bytes."""
    return document_made(document)[0]


def document_made(document: Document) -> tuple[bytes, tuple[str, ...]]:
    """The PDF, and the letters in it that are spelled out.

    Fonts of the machine are used only for letters that ours lack; a letter that no font has is
    spelled out, and `missing_letters` names it beforehand.
    """
    ready = _ready(document)
    made_on = datetime.fromisoformat(f"{document.made_on_iso[:10]}T00:00:00+00:00")
    try:
        data = typesetting.pdf(
            document.template, ready.data, made_on, with_system=ready.with_system
        )
    except typst.TypstError:
        plain = _each_text(ready.data, glyphs.spelled)
        data = typesetting.pdf(document.template, plain, made_on, with_system=False)
    return data, ready.absent


def document_pages(
    document: Document, *, kind: Literal["svg", "png"] = "svg", ppi: float = 144
) -> list[bytes]:
    """Each page as SVG, drawn as the PDF draws it, or as PNG with `ppi` dots to the inch."""
    ready = _ready(document)
    return typesetting.pages(
        document.template, ready.data, with_system=ready.with_system, kind=kind, ppi=ppi
    )


def missing_letters(document: Document) -> tuple[str, ...]:
    """The letters and signs that no font on this machine has, each once, as they were typed."""
    return _ready(document).absent


def _ready(document: Document) -> _Ready:
    data = _each_text(dict(document.data), partial(clean, lines=True))
    foot = [
        glyphs.shortened(clean(entry), _IN_FOOT[place > 0])
        for place, entry in enumerate(document.foot)
    ]
    texts: list[str] = []
    _each_text((data, foot), lambda text: texts.append(text) or text)
    written = "\n".join(texts)
    ours = partial(typesetting.undrawable, with_system=False)
    absent = glyphs.missing(written, ours)
    with_system = bool(absent)
    if with_system:
        absent = glyphs.missing("".join(absent), partial(typesetting.undrawable, with_system=True))
    spelled = {cluster: glyphs.spelled(cluster) for cluster in absent}
    data = _each_text(data, lambda text: _settable(text, spelled))
    entries = [glyphs.replaced(entry, spelled) for entry in foot]
    data["footer"] = [glyphs.side_by_side(entries, " · "), data["confidential"]]
    data["digest"] = f"Digest (SHA-256) {document.digest}" if document.digest else ""
    return _Ready(data, with_system, absent)


def _settable(text: str, spelled: Mapping[str, str]) -> str:
    return glyphs.in_order(glyphs.breakable(glyphs.replaced(text, spelled)))


def _each_text(data: Any, change: Callable[[str], str]) -> Any:
    """The same tree with every text changed; numbers, truths and names of entries stay."""
    if isinstance(data, str):
        return change(data)
    if isinstance(data, dict):
        return {key: _each_text(entry, change) for key, entry in data.items()}
    if isinstance(data, (list, tuple)):
        return [_each_text(entry, change) for entry in data]
    return data
