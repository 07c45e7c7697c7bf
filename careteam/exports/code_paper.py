"""Codes on paper: the recovery code, or spare codes for a lost device, as a page to print."""

from dataclasses import dataclass, field
from typing import Literal

from careteam.exports import typesetting


@dataclass(frozen=True, slots=True)
class CodePaper:
    """What the page says around its codes, which no printed form shows; `lead` are paragraphs."""

    heading: str
    clinic: str
    lead: tuple[str, ...]
    foot: str
    codes: tuple[str, ...] = field(repr=False)


def code_pages(paper: CodePaper, size: Literal["us-letter", "a4"] = "us-letter") -> list[bytes]:
    """The pages as SVG, for the printer alone: no file of them is made."""
    data = {
        "paper": size,
        "heading": paper.heading,
        "clinic": paper.clinic,
        "lead": list(paper.lead),
        "foot": paper.foot,
        "codes": list(paper.codes),
    }
    return typesetting.pages("codes.typ", data, with_system=False)
