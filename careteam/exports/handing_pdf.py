"""A handoff sheet and a huddle list as documents: tagged, numbered, with author and date."""

import dataclasses
from typing import Any

from careteam.domain.handing import Handoff, Huddle
from careteam.exports.documents import Document, Paper, frame
from careteam.exports.handing_parts import (
    HANDOFF_HEADING,
    HUDDLE_HEADING,
    NOBODY,
    handoff_parts,
    huddle_parts,
)
from careteam.exports.summary_parts import Part, facts, running_identity


def handoff_document(sheet: Handoff, paper: Paper) -> Document:
    """The template of the handoff sheet with all its texts."""
    who = sheet.identity
    data = frame(sheet, HANDOFF_HEADING, paper) | {
        "name": who.name,
        "diagnosis": who.diagnosis,
        "facts": [dataclasses.asdict(fact) for fact in facts(who)],
        "state": sheet.state,
        "alerts": list(sheet.alerts),
        "lead": sheet.where_lead,
        "text": sheet.where_text,
        "parts": _told(handoff_parts(sheet)),
    }
    return Document("handoff.typ", data, running_identity(who), sheet.made_on_iso, sheet.digest)


def huddle_document(huddle: Huddle, paper: Paper) -> Document:
    """The template of the huddle list with all its texts."""
    data = frame(huddle, HUDDLE_HEADING, paper) | {
        "whose": huddle.whose,
        "nobody": NOBODY,
        "parts": _told(huddle_parts(huddle)),
    }
    foot = tuple(entry for entry in (HUDDLE_HEADING, huddle.whose) if entry)
    return Document("huddle.typ", data, foot, huddle.made_on_iso, huddle.digest)


def _told(parts: tuple[Part, ...]) -> list[dict[str, Any]]:
    return [dataclasses.asdict(part) for part in parts]
