"""The tests that a phase proposes by the clinic's templates, and what a person decides on them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlmodel import Session

from careteam.domain.access import Action, needs
from careteam.domain.changes import Changes, Part
from careteam.domain.clinical_rules import MilestoneTemplate
from careteam.domain.dates import day_bare
from careteam.domain.errors import Missing, Refused
from careteam.domain.milestones import planned_day
from careteam.domain.moment import Moment
from careteam.domain.pathway import MilestoneState
from careteam.domain.patients import Status
from careteam.domain.rules import Rules
from careteam.domain.suggestions import SuggestionKind, SuggestionState
from careteam.domain.text import LINE_LENGTH, clean
from careteam.storage.identifiers import new_external_id
from careteam.storage.tables import MilestoneRecord, PhasePeriodRecord, SuggestionRecord
from careteam.storage.writes.follow_ups import DUE
from careteam.storage.writes.history import standing_of
from careteam.storage.writes.milestone_course import follow_milestone
from careteam.storage.writes.milestones import withdraw_milestone

PARTS = frozenset({Part.PATHWAY, Part.SUGGESTION}) | DUE
DECIDED = "These proposals were decided on meanwhile."
SOURCE = "phase_period"


@dataclass(frozen=True, slots=True)
class DismissMilestonesDraft:
    """Proposed tests that are not wanted, with the coded reason for all of them."""

    suggestion_ids: tuple[int, ...]
    reason: str
    note: str = ""


@needs(Action.CARE)
def propose_milestones(
    session: Session, patient_id: int, phase_id: int, *, moment: Moment, rules: Rules
) -> Changes:
    """Propose every test of a phase that is neither planned nor proposed yet, past ones too."""
    period = session.get(PhasePeriodRecord, phase_id)
    if period is None or period.patient_id != patient_id:
        raise Missing("This phase is no longer in the database.")
    count = keep_proposals(session, period, since=None, moment=moment, rules=rules)
    label = rules.catalogue.phase_label(period.phase)
    told = f"{label} proposes {_tests(count)}." if count else f"{label} proposes nothing more."
    return Changes(PARTS, frozenset({patient_id}), summary=told)


def keep_proposals(
    session: Session,
    period: PhasePeriodRecord,
    *,
    since: date | None,
    moment: Moment,
    rules: Rules,
) -> int:
    """Keep a suggestion for each template of a phase whose day is not before `since`.

    The days of those that are open follow the phase's first day. Nothing is proposed for patients
    who are not active.
    """
    if standing_of(session, period.patient_id).status != Status.ACTIVE:
        return 0
    table = SuggestionRecord.__table__.c
    known = {
        one.rule: one
        for one in session.scalars(
            select(SuggestionRecord).where(
                table.patient_id == period.patient_id,
                table.source_kind == SOURCE,
                table.source_id == period.id,
                table.kind == SuggestionKind.MILESTONE,
            )
        )
    }
    milestone = MilestoneRecord.__table__.c
    query = select(milestone.template_id).where(
        milestone.patient_id == period.patient_id, milestone.phase_id == period.id
    )
    planned = set(session.scalars(query))
    count = 0
    for template in rules.clinical.templates_of(period.phase):
        day = planned_day(template, period.started_on)
        proposed = known.get(_rule(template))
        if proposed is not None:
            _move(session, proposed, day)
        elif template.id not in planned and (since is None or day >= since):
            session.add(_suggestion(period, template, day, moment, rules))
            count += 1
    session.flush()
    return count


@needs(Action.CARE)
def accept_milestones(
    session: Session, suggestion_ids: Sequence[int], *, moment: Moment, rules: Rules
) -> Changes:
    """Plan the proposed tests on their days; those decided on meanwhile stay as they are.

    Refused when there is none left to plan.
    """
    found = _open(session, suggestion_ids)
    for suggestion in found:
        details = suggestion.details
        record = MilestoneRecord(
            external_id=new_external_id(),
            patient_id=suggestion.patient_id,
            kind=details["kind"],
            label=details["label"],
            planned_on=date.fromisoformat(details["planned_on"]),
            template_id=details["template_id"],
            phase_id=suggestion.source_id,
            made_at=moment.now,
            by_id=moment.by,
        )
        session.add(record)
        session.flush()
        follow_milestone(session, record, moment=moment, rules=rules)
        _decide(session, suggestion, SuggestionState.ACCEPTED, moment)
    session.flush()
    verb = "is" if len(found) == 1 else "are"
    return _changes(found, f"{_tests(len(found))} {verb} planned.")


@needs(Action.CARE)
def dismiss_milestones(
    session: Session, draft: DismissMilestonesDraft, *, moment: Moment, rules: Rules
) -> Changes:
    """Say that proposed tests are not wanted; the reason is asked for and kept."""
    if draft.reason not in rules.catalogue.terms.get("dismiss_reason", {}):
        raise Refused.at("reason", "Choose why they are not wanted.")
    found = _open(session, draft.suggestion_ids)
    for suggestion in found:
        suggestion.dismiss_reason = draft.reason
        suggestion.decision_note = clean(draft.note)[:LINE_LENGTH]
        _decide(session, suggestion, SuggestionState.DISMISSED, moment)
    session.flush()
    verb = "is" if len(found) == 1 else "are"
    return _changes(found, f"{_tests(len(found))} {verb} dismissed.")


@needs(Action.CARE)
def reopen_proposals(
    session: Session, suggestion_ids: Sequence[int], *, moment: Moment, rules: Rules
) -> Changes:
    """Take a decision back: the tests are proposed again, and what was planned is not."""
    table, milestone = SuggestionRecord.__table__.c, MilestoneRecord.__table__.c
    query = select(SuggestionRecord).where(
        table.id.in_(list(suggestion_ids)), table.state != SuggestionState.OPEN
    )
    found = list(session.scalars(query))
    for suggestion in found:
        planned = session.scalars(
            select(milestone.id).where(
                milestone.patient_id == suggestion.patient_id,
                milestone.phase_id == suggestion.source_id,
                milestone.template_id == suggestion.details["template_id"],
                milestone.state == MilestoneState.PLANNED,
            )
        )
        for milestone_id in list(planned):
            withdraw_milestone(session, milestone_id, moment=moment, rules=rules)
        suggestion.state = SuggestionState.OPEN
        suggestion.decided_at, suggestion.decided_by_id = None, None
        suggestion.dismiss_reason, suggestion.decision_note = "", ""
        suggestion.version += 1
        session.add(suggestion)
    session.flush()
    verb = "is" if len(found) == 1 else "are"
    return _changes(found, f"{_tests(len(found))} {verb} proposed again.")


def _suggestion(
    period: PhasePeriodRecord,
    template: MilestoneTemplate,
    day: date,
    moment: Moment,
    rules: Rules,
) -> SuggestionRecord:
    label = template.label or rules.catalogue.label("test", template.kind)
    phase = rules.catalogue.phase_label(period.phase)
    because = f"{phase} since {day_bare(period.started_on, moment.today)}, day {template.day}"
    return SuggestionRecord(
        external_id=new_external_id(),
        patient_id=period.patient_id,
        kind=SuggestionKind.MILESTONE,
        rule=_rule(template),
        text=label,
        because=because[:LINE_LENGTH],
        source_kind=SOURCE,
        source_id=period.id or 0,
        due_on=day,
        made_at=moment.now,
        details={
            "template_id": template.id,
            "planned_on": day.isoformat(),
            "kind": template.kind,
            "label": template.label,
        },
    )


def _rule(template: MilestoneTemplate) -> str:
    return f"milestone_template:{template.id}"


def _move(session: Session, suggestion: SuggestionRecord, day: date) -> None:
    if suggestion.state == SuggestionState.OPEN and suggestion.due_on != day:
        suggestion.due_on = day
        suggestion.details = {**suggestion.details, "planned_on": day.isoformat()}
        suggestion.version += 1
        session.add(suggestion)


def _open(session: Session, suggestion_ids: Sequence[int]) -> list[SuggestionRecord]:
    table = SuggestionRecord.__table__.c
    query = select(SuggestionRecord).where(
        table.id.in_(list(suggestion_ids)),
        table.state == SuggestionState.OPEN,
        table.kind == SuggestionKind.MILESTONE,
    )
    found = list(session.scalars(query.order_by(table.due_on, table.id)))
    if not found:
        raise Refused.at("suggestion_ids", DECIDED)
    return found


def _decide(
    session: Session, suggestion: SuggestionRecord, state: SuggestionState, moment: Moment
) -> None:
    suggestion.state = state
    suggestion.decided_at, suggestion.decided_by_id = moment.now, moment.by
    suggestion.version += 1
    session.add(suggestion)


def _changes(found: Sequence[SuggestionRecord], summary: str) -> Changes:
    return Changes(PARTS, frozenset(one.patient_id for one in found), summary=summary)


def _tests(count: int) -> str:
    return "1 test" if count == 1 else f"{count} tests"
