"""Handoff sheet and treatment summary as FHIR documents: the words of the paper, with its rows."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from careteam.domain.handing import STEPS_AHEAD_DAYS, Handoff, Leaving
from careteam.domain.kept import KeptParts, KeptProfile, KeptReferral
from careteam.domain.kinds import PaperWish
from careteam.domain.needs import OPEN_BARRIERS
from careteam.domain.pathway import MilestoneState
from careteam.domain.record import WholeRecord
from careteam.domain.referrals import OPEN_STATES
from careteam.domain.rules import Rules
from careteam.domain.summary import Section
from careteam.domain.treatment_summary import TreatmentSection, TreatmentSummary
from careteam.exports.fhir import contacts, flags, observations, patients, plans, problems, trials
from careteam.exports.fhir.document import (
    PLAN_AND_SUMMARY,
    Heading,
    assembled,
    summary_document,
)
from careteam.exports.fhir.pen import Pen
from careteam.exports.fhir.record import named
from careteam.exports.fhir.referrals import referral_task, service_request
from careteam.exports.fhir.sections import Part
from careteam.exports.fhir.shapes import Node, listed
from careteam.exports.fhir.teams import care_team
from careteam.exports.papers import paper_told

CONTACTS = 2
"""So many contacts stand on a handoff sheet."""

_HANDOFF = Heading("Handoff sheet", ("18761-7", "Provider-unspecified transfer summary"), "handoff")
_TREATMENT = Heading("Treatment summary", PLAN_AND_SUMMARY, "treatment")

_TEAM = ("85847-2", "Patient Care team information")
_PROBLEMS = ("11450-4", "Problem list - Reported")
_CONCERNS = ("75310-3", "Health concerns Document")
_VISITS = ("46240-8", "History of encounters")
_PLAN = ("18776-5", "Plan of care note")
_RESPONSE = ("47420-5", "Functional status assessment note")
_Entries = Callable[[Pen], list[Node]]


def paper_document(
    tree: Leaving, record: WholeRecord, rules: Rules, wish: PaperWish, *, today: date
) -> Node:
    """A paper as a document; its words are those of the paper, its entries those of the record."""
    if isinstance(tree, Handoff):
        pen = Pen(_handed_over(record, today), rules)
        return _document(tree, pen, _HANDOFF, _IN_HANDOFF)
    if isinstance(tree, TreatmentSummary):
        pen = Pen(_of_treatment(record, frozenset(tree.sections)), rules)
        return _document(tree, pen, _TREATMENT, _IN_TREATMENT)
    sections = tuple(Section(key) for key in wish.chosen_sections())
    return summary_document(record, rules, sections=sections, since=wish.since)


def _document(
    tree: Leaving,
    pen: Pen,
    heading: Heading,
    sections: Mapping[str, tuple[tuple[str, str], _Entries]],
) -> Node:
    parts: list[Part] = []
    for part in paper_told(tree).parts:
        code, entries = sections[part.key]
        rows = [
            tuple(", ".join(filter(None, (cell.text, cell.aside))) for cell in row)
            for row in part.rows
        ]
        said = [(each,) for each in (part.lead, part.text, part.aside) if each]
        parts.append(Part(part.title, code, [*said, *rows], entries(pen)))
    return assembled(pen, heading, parts, _around(pen))


def _around(pen: Pen) -> list[Node]:
    """What entries may name without standing in a section themselves."""
    parts = pen.record.parts
    return [
        care_team(pen),
        *listed([problems.diagnosis(pen)]),
        *(patients.related(pen, each) for each in pen.record.related),
        *(problems.barrier(pen, each) for each in parts.barriers),
        *(observations.screening(pen, each) for each in parts.screenings),
        *listed([plans.goal(pen)]),
        *_plan(pen),
        *(item for each in pen.record.contacts for item in contacts.contact(pen, each)[:1]),
    ]


def _handed_over(record: WholeRecord, today: date) -> WholeRecord:
    """The record as far as the sheet of one page tells it."""
    parts = record.parts
    last = today + timedelta(days=STEPS_AHEAD_DAYS)
    standing = sorted((each for each in record.contacts if not each.is_retracted), key=_when)
    barriers = tuple(each for each in parts.barriers if each.state in OPEN_BARRIERS)
    scores = tuple(each for each in parts.screenings if not each.is_retracted)
    causes = {each.uid for each in (*barriers, *scores)}
    chosen = tuple(standing[-CONTACTS:])
    kept = {each.uid for each in chosen}
    return replace(
        record,
        conditions=(),
        contacts=chosen,
        parts=KeptParts(
            escalations=tuple(
                each for each in parts.escalations if each.told_at is None and not each.is_retracted
            ),
            barriers=barriers,
            screenings=scores,
            referrals=tuple(
                _with_cause(each, causes) for each in parts.referrals if each.state in OPEN_STATES
            ),
            follow_ups=tuple(
                replace(each, contact=each.contact if each.contact in kept else "")
                for each in parts.follow_ups
                if each.state == "open" and each.due_on <= last
            ),
        ),
    )


def _with_cause(given: KeptReferral, causes: set[str]) -> KeptReferral:
    return given if given.reason in causes else replace(given, reason="")


def _of_treatment(record: WholeRecord, chosen: frozenset[TreatmentSection]) -> WholeRecord:
    """The record as far as the sections tell it that were chosen."""
    parts = record.parts

    def kept(section: TreatmentSection, rows: Any) -> tuple[Any, ...]:
        return tuple(rows) if section in chosen else ()

    done = [each for each in parts.milestones if each.state == MilestoneState.DONE]
    planned = [each for each in parts.milestones if each.state == MilestoneState.PLANNED]
    steps = [replace(each, contact="") for each in parts.follow_ups if each.state == "open"]
    status = [each for each in parts.disease if not each.is_retracted]
    return replace(
        record,
        conditions=(),
        contacts=(),
        team=record.team if TreatmentSection.PROVIDERS in chosen else (),
        parts=KeptParts(
            phases=kept(TreatmentSection.PHASES, parts.phases),
            treatments=kept(TreatmentSection.TREATMENTS, parts.treatments),
            overlays=kept(TreatmentSection.TREATMENTS, parts.overlays),
            profiles=kept(TreatmentSection.DIAGNOSIS, map(_risk, parts.profiles)),
            disease=kept(TreatmentSection.RESULTS, status),
            milestones=(
                *kept(TreatmentSection.RESULTS, done),
                *kept(TreatmentSection.FOLLOW_UP, planned),
            ),
            follow_ups=kept(TreatmentSection.FOLLOW_UP, steps),
            checklist=kept(TreatmentSection.CELLS, parts.checklist),
            offers=kept(TreatmentSection.TRIALS, parts.offers),
            stays=kept(
                TreatmentSection.STAYS, (each for each in parts.stays if not each.is_retracted)
            ),
            findings=kept(
                TreatmentSection.CONCERNS, (each for each in parts.findings if not each.ended_on)
            ),
        ),
    )


def _risk(given: KeptProfile) -> KeptProfile:
    """The profile without what a patient wishes, of which a treatment summary says nothing."""
    return replace(
        given, learning_preference="", preferences="", has_directive=None, directive_place=""
    )


def _team(pen: Pen) -> list[Node]:
    people = [pen.people[each.person] for each in pen.record.team if each.person in pen.people]
    roles = listed(patients.practitioner_role(pen, person) for person in people)
    return [care_team(pen), *roles]


def _plan(pen: Pen) -> list[Node]:
    phases = [plans.phase(pen, each, uid) for each, uid in named(pen, "phase")]
    return [plans.plan(pen), *phases] if plans.has_plan(pen) else []


def _referrals(pen: Pen) -> list[Node]:
    given = pen.record.parts.referrals
    return [make(pen, each) for each in given for make in (service_request, referral_task)]


def _results(pen: Pen) -> list[Node]:
    done = [each for each in pen.record.parts.milestones if each.state == MilestoneState.DONE]
    return [
        *(observations.disease_status(pen, each, uid) for each, uid in named(pen, "disease")),
        *(plans.milestone(pen, each) for each in done),
    ]


def _follow_up(pen: Pen) -> list[Node]:
    parts = pen.record.parts
    planned = [each for each in parts.milestones if each.state == MilestoneState.PLANNED]
    return [
        *(plans.follow_up(pen, each) for each in parts.follow_ups),
        *(plans.milestone(pen, each) for each in planned),
    ]


_IN_HANDOFF: Mapping[str, tuple[tuple[str, str], _Entries]] = {
    "escalations": (
        _CONCERNS,
        lambda pen: [flags.escalation(pen, each) for each in pen.record.parts.escalations],
    ),
    Section.NEXT_STEPS: (_PLAN, _follow_up),
    "barriers": (
        _CONCERNS,
        lambda pen: [problems.barrier(pen, each) for each in pen.record.parts.barriers],
    ),
    "referrals": (_PLAN, _referrals),
    "contacts": (
        _VISITS,
        lambda pen: [contacts.contact(pen, each)[0] for each in pen.record.contacts],
    ),
    "caregivers": (_TEAM, lambda pen: [patients.related(pen, each) for each in _near(pen)]),
    "team": (_TEAM, _team),
}
_IN_TREATMENT: Mapping[str, tuple[tuple[str, str], _Entries]] = {
    TreatmentSection.DIAGNOSIS: (
        _PROBLEMS,
        lambda pen: [*listed([problems.diagnosis(pen)]), *observations.profile(pen)],
    ),
    TreatmentSection.PHASES: (_PLAN, _plan),
    TreatmentSection.TREATMENTS: (_PLAN, lambda pen: _plan(pen)[:1]),
    TreatmentSection.RESULTS: (_RESPONSE, _results),
    TreatmentSection.CELLS: (
        _PLAN,
        lambda pen: [flags.item(pen, each, uid) for each, uid in named(pen, "item")],
    ),
    TreatmentSection.TRIALS: (
        _PLAN,
        lambda pen: [trials.subject(pen, each) for each in pen.record.parts.offers],
    ),
    TreatmentSection.STAYS: (
        _VISITS,
        lambda pen: [contacts.stay(pen, each) for each in pen.record.parts.stays],
    ),
    TreatmentSection.CONCERNS: (
        _CONCERNS,
        lambda pen: [problems.finding(pen, each, uid) for each, uid in named(pen, "finding")],
    ),
    TreatmentSection.FOLLOW_UP: (_PLAN, _follow_up),
    TreatmentSection.PROVIDERS: (_TEAM, _team),
}


def _near(pen: Pen) -> list[Any]:
    return [each for each in pen.record.related if not each.is_removed]


def _when(contact: Any) -> tuple[object, ...]:
    return contact.at, contact.uid
