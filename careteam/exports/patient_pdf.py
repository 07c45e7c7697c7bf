"""A paper for a patient as a document: large type, its language and its direction."""

import base64
import dataclasses
from collections.abc import Iterable
from datetime import date
from typing import Any

from careteam.domain.patient_summary import PatientSummary
from careteam.exports.documents import Document, Paper
from careteam.exports.glyphs import shortened
from careteam.exports.patient_parts import (
    RULED_LINES,
    again,
    draft_band,
    heading,
    letterhead_lines,
    patient_parts,
)
from careteam.exports.patient_words import words_of

FAMILIES = {
    "zh_Hans": ("Noto Sans CJK SC", "Noto Sans SC", "Source Han Sans SC", "PingFang SC",
                "Microsoft YaHei", "SimHei", "WenQuanYi Zen Hei"),
    "ko": ("Noto Sans CJK KR", "Noto Sans KR", "Source Han Sans K", "Apple SD Gothic Neo",
           "Malgun Gothic", "NanumGothic"),
}  # fmt: skip
"""Fonts of the machine for scripts that ours lack, the first that is there."""

FOOT_LENGTH = 40
_REGIONS = {"zh_Hans": "CN"}


def patient_document(paper: PatientSummary, size: Paper) -> Document:
    """The template of the paper with all its texts."""
    words = words_of(paper)
    made_on = date.fromisoformat(paper.made_on_iso)
    day = words.long_day(made_on)
    title = words.say("heading", "unnamed")
    data: dict[str, Any] = {
        "paper": size,
        "title": f"{title}, {day}",
        "author": paper.author,
        "date": [made_on.year, made_on.month, made_on.day],
        "confidential": "",
        "lang": words.tag.partition("-")[0],
        "region": _REGIONS.get(words.code, ""),
        "dir": "rtl" if words.is_right_to_left else "ltr",
        "families": list(FAMILIES.get(words.code, ())),
        "top": list(told(paper.clinic, day, "" if paper.author == paper.clinic else paper.author)),
        "clinic": paper.clinic,
        "address": list(letterhead_lines(paper, words)),
        "logo": base64.b64decode(paper.letterhead.logo),
        "heading": heading(paper, words),
        "again": [(shortened(who, FOOT_LENGTH), number) for who, number in again(paper, words)],
        "draft": list(draft_band(words)),
        "has_phone": bool(paper.phone),
        "ruled": RULED_LINES,
        "parts": [dataclasses.asdict(part) for part in patient_parts(paper, words)],
        "page": "{page} / {pages}",
    }
    foot = told(paper.name, f"MRN {paper.mrn}" if paper.mrn else "")
    return Document("patient.typ", data, foot, paper.made_on_iso, paper.digest)


def told(*entries: str) -> tuple[str, ...]:
    """Those that say something."""
    return tuple(_filled(entries))


def _filled(entries: Iterable[str]) -> Iterable[str]:
    return (entry for entry in entries if entry)
