"""The lists of one patient: the team, the timeline, needs, referrals, tests, steps, treatments."""

from collections.abc import Sequence
from datetime import datetime

from careteam.domain.due import NEVER
from careteam.domain.timeline import EntryKind
from careteam.exports.list_file import ListColumn
from careteam.outgoing.listed import AT_ONCE, Listed, Told, all_at_once
from careteam.storage.reads.board import BoardRow, team_board
from careteam.storage.reads.contact_rows import ContactRow
from careteam.storage.reads.needs import ActionRow, BarrierRow, barrier_rows
from careteam.storage.reads.next_steps import NextStepRow, next_steps
from careteam.storage.reads.pathway import MilestoneRow, pathway_page
from careteam.storage.reads.plan import care_plan
from careteam.storage.reads.plan_rows import TreatmentRow
from careteam.storage.reads.referrals import ReferralRow, referral_rows
from careteam.storage.reads.screenings import InstrumentRow, ScoreRow, screening_rows
from careteam.storage.reads.timeline import EVERYTHING, TimelineFilter, timeline_page
from careteam.storage.reads.timeline_rows import EntryRow
from careteam.storage.store import Store

Doing = tuple[BarrierRow, ActionRow | None]
Scored = tuple[InstrumentRow, ScoreRow]


def team_list(told: Told, patient_id: int) -> Listed[BoardRow]:
    """The board: every role that is asked for or held, in the clinic's order."""
    today, rules = told.moment.today, told.rules

    def read(store: Store) -> Sequence[BoardRow]:
        return store.read(team_board, patient_id, today=today, rules=rules)

    def last(row: BoardRow) -> datetime | None:
        return told.moment.local(row.last_at).replace(tzinfo=None) if row.last_at else None

    columns: tuple[ListColumn[BoardRow], ...] = (
        ListColumn("Role", lambda row: row.role_label),
        ListColumn("State", lambda row: row.state),
        ListColumn("Who", lambda row: row.person),
        ListColumn("As", lambda row: row.rank),
        ListColumn("Phone", lambda row: row.phone, is_code=True),
        ListColumn("From", lambda row: row.starts_on),
        ListColumn("Until", lambda row: row.ends_on),
        ListColumn("Declined", lambda row: row.declined_on),
        ListColumn("Last contact", last),
        ListColumn("Next due", lambda row: None if row.due_on == NEVER else row.due_on),
    )
    return Listed("team", columns, all_at_once(read), lambda _row: patient_id)


def timeline_list(
    told: Told, patient_id: int, asked: TimelineFilter = EVERYTHING
) -> Listed[EntryRow]:
    """The timeline as it is filtered, newest first; contacts with all that was logged."""

    def page(store: Store, before: Sequence[EntryRow]) -> Sequence[EntryRow]:
        return store.read(
            timeline_page,
            patient_id,
            asked,
            limit=AT_ONCE,
            moment=told.moment,
            rules=told.rules,
            before=before[-1].place if before else None,
        )

    known = told.rules.catalogue

    def label(kind: str, key: str) -> str:
        return known.label(kind, key) if key else ""

    def topics(row: EntryRow) -> str:
        return "; ".join(label("topic", key) for key in row.contact.topics) if row.contact else ""

    def mode(contact: ContactRow) -> str:
        return known.modes[contact.mode].label if contact.mode in known.modes else contact.mode

    def outcome(contact: ContactRow) -> str:
        return (
            known.outcomes[contact.outcome].label
            if contact.outcome in known.outcomes
            else contact.outcome
        )

    columns: tuple[ListColumn[EntryRow], ...] = (
        ListColumn("Day", lambda row: row.day),
        ListColumn("Time", lambda row: f"{row.at:%H:%M}" if row.has_time else ""),
        ListColumn("Kind", lambda row: row.kind.replace("_", " ")),
        ListColumn("Step", lambda row: row.step.replace("_", " ")),
        ListColumn("Role", lambda row: told.role(row.role)),
        ListColumn("What", lambda row: row.title),
        ListColumn("Who", lambda row: row.contact.person if row.contact else row.who),
        ListColumn("With", lambda row: _with(row.contact)),
        ListColumn("How", lambda row: mode(row.contact) if row.contact else ""),
        ListColumn("Outcome", lambda row: outcome(row.contact) if row.contact else ""),
        ListColumn("Minutes", lambda row: row.contact.minutes if row.contact else None),
        ListColumn("Topics", topics),
        ListColumn("Note", lambda row: row.contact.note if row.contact else row.text),
        ListColumn("Next steps", lambda row: _steps(row.contact)),
        ListColumn("Noted", lambda row: "; ".join(_marks(row))),
    )
    return Listed("contacts", columns, page, lambda _row: patient_id)


CONTACTS_ONLY = TimelineFilter(kinds=frozenset({EntryKind.CONTACT}))


def barriers_list(told: Told, patient_id: int) -> Listed[Doing]:
    """Every barrier with each thing that is done about it on a line of its own."""
    today, rules = told.moment.today, told.rules

    def read(store: Store) -> Sequence[Doing]:
        rows = store.read(barrier_rows, patient_id, today=today, rules=rules)
        return [(row, action) for row in rows for action in row.actions or (None,)]

    columns: tuple[ListColumn[Doing], ...] = (
        ListColumn("Barrier", lambda row: row[0].label),
        ListColumn("Detail", lambda row: row[0].detail),
        ListColumn("Since", lambda row: row[0].found_on),
        ListColumn("Status", lambda row: row[0].state.replace("_", " ")),
        ListColumn("Closed", lambda row: row[0].closed_on),
        ListColumn("Result", lambda row: row[0].result),
        ListColumn("Days", lambda row: row[0].open_days),
        ListColumn("What is being done", lambda row: row[1].text if row[1] else ""),
        ListColumn("Who", lambda row: row[1].who if row[1] else ""),
        ListColumn("Due", lambda row: row[1].due_on if row[1] else None),
        ListColumn("State", lambda row: row[1].state if row[1] else ""),
        ListColumn("What came of it", lambda row: row[1].result if row[1] else ""),
    )
    return Listed("barriers", columns, all_at_once(read), lambda _row: patient_id)


def referrals_list(told: Told, patient_id: int) -> Listed[ReferralRow]:
    """Every referral: the open ones first, those that wait longest before all."""
    today, rules = told.moment.today, told.rules

    def read(store: Store) -> Sequence[ReferralRow]:
        return store.read(referral_rows, patient_id, today=today, rules=rules)

    columns: tuple[ListColumn[ReferralRow], ...] = (
        ListColumn("To", lambda row: row.to),
        ListColumn("Role", lambda row: told.role(row.to_role)),
        ListColumn("Priority", lambda row: row.priority),
        ListColumn("How", lambda row: row.method),
        ListColumn("Reason", lambda row: row.reason),
        ListColumn("State", lambda row: row.state.value.replace("_", " ")),
        ListColumn("Since", lambda row: row.since),
        ListColumn("Requested", lambda row: row.requested_on),
        ListColumn("Visit", lambda row: row.scheduled_on),
        ListColumn("Days", lambda row: row.open_days),
        ListColumn("Ask", lambda row: row.due_on),
        ListColumn("Result", lambda row: row.result),
    )
    return Listed("referrals", columns, all_at_once(read), lambda _row: patient_id)


def screenings_list(told: Told, patient_id: int) -> Listed[Scored]:
    """Every score of every instrument, the newest first."""
    today, rules = told.moment.today, told.rules

    def read(store: Store) -> Sequence[Scored]:
        found = store.read(screening_rows, patient_id, today=today, rules=rules)
        return [(one, score) for one in found.instruments for score in reversed(one.scores)]

    columns: tuple[ListColumn[Scored], ...] = (
        ListColumn("Instrument", lambda row: row[0].instrument.label),
        ListColumn("Day", lambda row: row[1].on),
        ListColumn("Score", lambda row: row[1].score),
        ListColumn("Past the cut-off", lambda row: row[0].instrument.is_past_cutoff(row[1].score)),
    )
    return Listed("screenings", columns, all_at_once(read), lambda _row: patient_id)


def milestones_list(told: Told, patient_id: int) -> Listed[MilestoneRow]:
    """Tests and milestones by their days."""
    today, rules = told.moment.today, told.rules

    def read(store: Store) -> Sequence[MilestoneRow]:
        return store.read(pathway_page, patient_id, today=today, rules=rules).milestones

    columns: tuple[ListColumn[MilestoneRow], ...] = (
        ListColumn("Milestone", lambda row: row.label),
        ListColumn("Planned", lambda row: row.planned_on),
        ListColumn("Done", lambda row: row.done_on),
        ListColumn("State", lambda row: row.state.value.replace("_", " ")),
        ListColumn("Result", lambda row: row.result),
        ListColumn("Reason", lambda row: row.reason),
    )
    return Listed("milestones", columns, all_at_once(read), lambda _row: patient_id)


def treatments_list(told: Told, patient_id: int) -> Listed[TreatmentRow]:
    """The treatments of the plan in the order in which they were entered."""

    def read(store: Store) -> Sequence[TreatmentRow]:
        today, rules = told.moment.today, told.rules
        return store.read(care_plan, patient_id, today=today, rules=rules).treatments

    columns: tuple[ListColumn[TreatmentRow], ...] = (
        ListColumn("Treatment", lambda row: row.label),
        ListColumn("State", lambda row: row.state.value.replace("_", " ")),
        ListColumn("From", lambda row: row.started_on),
        ListColumn("Until", lambda row: row.ended_on),
        ListColumn("Detail", lambda row: row.detail),
        ListColumn("Reason", lambda row: row.reason),
    )
    return Listed("treatments", columns, all_at_once(read), lambda _row: patient_id)


def next_steps_list(told: Told, patient_id: int) -> Listed[NextStepRow]:
    """What is still to be done, earliest first."""

    def read(store: Store) -> Sequence[NextStepRow]:
        return store.read(next_steps, patient_id, today=told.moment.today, rules=told.rules)

    columns: tuple[ListColumn[NextStepRow], ...] = (
        ListColumn("Due", lambda row: row.due_on),
        ListColumn("Next step", lambda row: row.text),
        ListColumn("Who", lambda row: row.owner),
        ListColumn("Role", lambda row: told.role(row.owner_role)),
    )
    return Listed("next_steps", columns, all_at_once(read), lambda _row: patient_id)


def _with(contact: ContactRow | None) -> str:
    if contact is None:
        return ""
    return contact.with_name or contact.with_kind.replace("_", " ")


def _steps(contact: ContactRow | None) -> str:
    steps = contact.steps if contact else ()
    return "; ".join(f"{step.due_on.isoformat()} {step.text} ({step.state})" for step in steps)


def _marks(row: EntryRow) -> list[str]:
    return [f"{mark.kind.replace('_', ' ')} {mark.words}".strip() for mark in row.marks]
