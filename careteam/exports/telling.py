"""Summary, handoff sheet, huddle list and accounting, told in parts for every form of file."""

from typing import Any

from careteam.domain.disclosures import Accounting
from careteam.domain.handing import Handoff, Huddle, Leaving
from careteam.domain.summary import Summary
from careteam.domain.treatment_summary import TreatmentSummary
from careteam.exports import accounting
from careteam.exports.handing_parts import (
    HANDOFF_HEADING,
    HUDDLE_HEADING,
    NOBODY,
    handoff_parts,
    huddle_parts,
)
from careteam.exports.summary_parts import HEADING, facts, parts, running_identity
from careteam.exports.told import Told


def framed_told(tree: Leaving, heading: str, **more: Any) -> Told:
    """What every paper says around its own parts, which come as fields of Told."""
    return Told(
        heading,
        tree.clinic,
        made_words(tree),
        tree.made_on_iso,
        tree.digest,
        address=tree.letterhead.lines(),
        logo=tree.letterhead.logo,
        **more,
    )


def person_told(tree: Summary | Handoff | TreatmentSummary, heading: str, **more: Any) -> Told:
    """The same of a paper about one patient, with the box that says who it is."""
    who = tree.identity
    return framed_told(
        tree,
        heading,
        name=who.name,
        diagnosis=who.diagnosis,
        facts=facts(who),
        state=tree.state,
        alerts=tree.alerts,
        running=running_identity(who),
        **more,
    )


def summary_told(tree: Summary) -> Told:
    """A care summary in parts."""
    return person_told(
        tree,
        HEADING,
        parts=parts(tree),
    )


def handoff_told(tree: Handoff) -> Told:
    """A handoff sheet in parts."""
    return person_told(
        tree,
        HANDOFF_HEADING,
        lead=tree.where_lead,
        text=tree.where_text,
        parts=handoff_parts(tree),
    )


def huddle_told(tree: Huddle) -> Told:
    """A huddle list in parts."""
    return framed_told(
        tree,
        HUDDLE_HEADING,
        name=tree.whose,
        parts=huddle_parts(tree),
        ends=() if tree.groups else (NOBODY,),
        running=tuple(entry for entry in (HUDDLE_HEADING, tree.whose) if entry),
    )


def accounting_told(tree: Accounting) -> Told:
    """An accounting of disclosures in parts."""
    who = accounting.who_words(tree)
    return framed_told(
        tree,
        accounting.HEADING,
        name=" · ".join(who),
        parts=(accounting.accounting_part(tree),) if tree.lines else (),
        ends=() if tree.lines else (accounting.NOTHING_LEFT,),
        running=tuple(who),
    )


def made_words(tree: Leaving) -> tuple[str, ...]:
    """When it was made, and by whom with the phone."""
    by = f"by {tree.author}" if tree.author else ""
    reach = " · ".join(entry for entry in (by, tree.author_phone) if entry)
    return tuple(entry for entry in (f"Made {tree.made_at}", reach) if entry)
