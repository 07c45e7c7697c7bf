"""Typst sets our templates in this process; fonts are found once and templates reach no network."""

import json
import os
import re
from collections.abc import Iterable, Mapping
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import Any, Literal

import typst

RESOURCES = Path(__file__).resolve().parents[2] / "resources"
TEMPLATES = RESOURCES / "documents"
STANDARDS: "typst.PDFStandards" = ["ua-1", "a-2a"]

FONTS_VARIABLE = "CARETEAM_FONTS"
"""In the environment: a folder with fonts for scripts that ours and the machine's lack."""

_NO_FONT_HAS = "\U0010fffe"
_GLYPH = re.compile(rb'href="#(\w+)"')


@cache
def fonts(*, with_system: bool) -> typst.Fonts:
    """Our own fonts, or with them those of the machine, of CARETEAM_FONTS and of typst."""
    added = os.environ.get(FONTS_VARIABLE, "") if with_system else ""
    return typst.Fonts(
        include_system_fonts=with_system,
        include_embedded_fonts=with_system,
        font_paths=[RESOURCES / "fonts", *([Path(added)] if added else [])],
    )


def pdf(template: str, data: Mapping[str, Any], made_on: datetime, *, with_system: bool) -> bytes:
    """A tagged PDF/UA-1 and PDF/A-2a; the same data give the same bytes.

    Raises typst.TypstError when a standard cannot be kept.
    """
    return typst.compile(
        TEMPLATES / template,
        root=TEMPLATES,
        font_paths=fonts(with_system=with_system),
        ignore_system_fonts=True,
        sys_inputs={"data": json.dumps(data, default=list)},
        pdf_standards=STANDARDS,
        timestamp=made_on,
    )


def pages(
    template: str,
    data: Mapping[str, Any] | list[str],
    *,
    with_system: bool,
    kind: Literal["svg", "png"] = "svg",
    ppi: float = 144,
) -> list[bytes]:
    """Each page as one picture."""
    made: bytes | list[bytes] = typst.compile(
        TEMPLATES / template,
        root=TEMPLATES,
        font_paths=fonts(with_system=with_system),
        ignore_system_fonts=True,
        sys_inputs={"data": json.dumps(data, default=list)},
        format=kind,
        ppi=ppi,
    )
    return made if isinstance(made, list) else [made]


def undrawable(texts: Iterable[str], *, with_system: bool) -> set[str]:
    """Those texts that hold a letter which none of the fonts can draw."""
    wanted = list(texts)
    drawn = pages("probe.typ", [_NO_FONT_HAS, *wanted], with_system=with_system)
    glyphs = [set(_GLYPH.findall(page)) for page in drawn]
    return {text for text, used in zip(wanted, glyphs[1:], strict=True) if used & glyphs[0]}
