"""A clinician summary as a tagged PDF, and as pages for the preview and the printer."""

import dataclasses
from collections.abc import Callable, Mapping
from datetime import datetime
from functools import partial
from typing import Any, Literal

import typst

from careteam.domain.summary import Summary
from careteam.domain.text import clean
from careteam.exports import glyphs, typesetting
from careteam.exports.summary_parts import (
    CONFIDENTIAL,
    HEADING,
    facts,
    parts,
    running_identity,
)

Paper = Literal["us-letter", "a4"]

_TEMPLATE = "clinician.typ"


@dataclasses.dataclass(frozen=True, slots=True)
class _Ready:
    """The data of the template, and whether fonts of the machine are needed to draw them."""

    data: dict[str, Any]
    with_system: bool
    absent: tuple[str, ...]


def summary_pdf(summary: Summary, *, paper: Paper = "us-letter") -> bytes:
    """The summary as PDF/UA-1 and PDF/A-2a with embedded fonts; the same tree, the same bytes.

    Fonts of the machine are used only for letters that ours lack; a letter that no font has is
    spelled out, and `missing_glyphs` names it beforehand.
    """
    ready = _ready(summary, paper)
    made_on = datetime.fromisoformat(f"{summary.made_on_iso[:10]}T00:00:00+00:00")
    try:
        return typesetting.pdf(_TEMPLATE, ready.data, made_on, with_system=ready.with_system)
    except typst.TypstError:
        plain = _each_text(ready.data, glyphs.spelled)
        return typesetting.pdf(_TEMPLATE, plain, made_on, with_system=False)


def summary_pages(summary: Summary, *, paper: Paper = "us-letter") -> list[bytes]:
    """Each page as SVG, drawn exactly as the PDF draws it."""
    ready = _ready(summary, paper)
    return typesetting.pages(_TEMPLATE, ready.data, with_system=ready.with_system)


def summary_pictures(
    summary: Summary, *, paper: Paper = "us-letter", ppi: float = 144
) -> list[bytes]:
    """Each page as PNG with `ppi` dots to the inch."""
    ready = _ready(summary, paper)
    return typesetting.pages(
        _TEMPLATE, ready.data, with_system=ready.with_system, kind="png", ppi=ppi
    )


def missing_glyphs(summary: Summary) -> tuple[str, ...]:
    """The letters and signs that no font on this machine has, each once, as they are spelled out.

    Nothing is missing on most machines; the window names these before it exports.
    """
    return _ready(summary, "us-letter").absent


def _ready(summary: Summary, paper: Paper) -> _Ready:
    data = _each_text(_document(summary, paper), partial(clean, lines=True))
    texts: list[str] = []
    _each_text(data, lambda text: texts.append(text) or text)
    written = "\n".join(texts)
    ours = partial(typesetting.undrawable, with_system=False)
    absent = glyphs.missing(written, ours)
    with_system = bool(absent)
    if with_system:
        absent = glyphs.missing("".join(absent), partial(typesetting.undrawable, with_system=True))
    spelled = {cluster: glyphs.spelled(cluster) for cluster in absent}
    identity = [glyphs.replaced(entry, spelled) for entry in data.pop("identity")]
    data = _each_text(data, lambda text: _settable(text, spelled))
    data["footer"][0] = glyphs.side_by_side(identity, " · ")
    data["digest"] = f"Digest (SHA-256) {summary.digest}" if summary.digest else ""
    return _Ready(data, with_system, absent)


def _settable(text: str, spelled: Mapping[str, str]) -> str:
    return glyphs.in_order(glyphs.breakable(glyphs.replaced(text, spelled)))


def _document(summary: Summary, paper: Paper) -> dict[str, Any]:
    who = summary.identity
    made = f"Made {summary.made_at}"
    by = f"by {summary.author}" if summary.author else ""
    reach = " · ".join(entry for entry in (by, summary.author_phone) if entry)
    year, month, day = (int(number) for number in summary.made_on_iso[:10].split("-"))
    return {
        "paper": paper,
        "title": f"{HEADING}, made {summary.made_at}",
        "author": summary.author,
        "date": [year, month, day],
        "clinic": summary.clinic,
        "heading": HEADING,
        "made": [made, reach],
        "running": [HEADING, f"{made} {by}"],
        "identity": list(running_identity(summary)),
        "footer": ["", CONFIDENTIAL],
        "page": "Page {page} of {pages}",
        "name": who.name,
        "diagnosis": who.diagnosis,
        "facts": [dataclasses.asdict(fact) for fact in facts(summary)],
        "state": summary.state,
        "alerts": list(summary.alerts),
        "parts": [dataclasses.asdict(part) for part in parts(summary)],
    }


def _each_text(data: Any, change: Callable[[str], str]) -> Any:
    """The same tree with every text changed; numbers, truths and names of entries stay."""
    if isinstance(data, str):
        return change(data)
    if isinstance(data, dict):
        return {key: _each_text(entry, change) for key, entry in data.items()}
    if isinstance(data, (list, tuple)):
        return [_each_text(entry, change) for entry in data]
    return data
