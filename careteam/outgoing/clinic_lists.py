"""The lists of many patients: Today, the patients, coverage, who was not offered a trial."""

from collections.abc import Sequence
from datetime import date

from careteam.domain.due import NEVER
from careteam.domain.handing import HuddleLine
from careteam.exports.list_file import ListColumn
from careteam.outgoing.listed import AT_ONCE, Listed, Told, all_at_once
from careteam.storage.reads.coverage import CoverageRow, coverage_rows
from careteam.storage.reads.coverage_query import Finding
from careteam.storage.reads.huddle import collect_huddle
from careteam.storage.reads.not_offered import NotOfferedRow, not_offered
from careteam.storage.reads.patient_filter import PatientFilter
from careteam.storage.reads.patient_page import patient_id_of
from careteam.storage.reads.patients import PatientRow, list_patients
from careteam.storage.reads.today import After, DueRow, due_rows, gap_rows
from careteam.storage.store import Store

GROUPS = {"overdue": "Overdue", "today": "Today", "this_week": "This week", "later": "Later"}
HuddleRow = tuple[int | None, str, HuddleLine]


def today_list(told: Told, *, navigator_id: int | None, is_gaps: bool = False) -> Listed[DueRow]:
    """Who is due, in the order of Today; or those with roles to fill, most of them first."""
    today, rules = told.moment.today, told.rules

    def page(store: Store, before: Sequence[DueRow]) -> Sequence[DueRow]:
        asked = {"today": today, "rules": rules, "navigator_id": navigator_id, "limit": AT_ONCE}
        if is_gaps:
            return store.read(gap_rows, offset=len(before), **asked)
        after = After(before[-1].due_on, before[-1].patient_id) if before else None
        return store.read(due_rows, after=after, **asked)

    columns: tuple[ListColumn[DueRow], ...] = (
        ListColumn("Group", _group),
        ListColumn("Name", lambda row: row.name),
        ListColumn("MRN", lambda row: row.mrn, is_code=True),
        ListColumn("Why", lambda row: row.reason),
        ListColumn("Role", lambda row: told.role(row.role)),
        ListColumn("Due", lambda row: _day(row.due_on)),
        ListColumn("Time", lambda row: row.due_time),
        ListColumn("Roles to fill", lambda row: row.gaps),
        ListColumn("Covered for a colleague", lambda row: row.is_covered),
    )
    name = "roles_to_fill" if is_gaps else "today"
    return Listed(name, columns, page, lambda row: row.patient_id)


def patients_list(told: Told, asked: PatientFilter) -> Listed[PatientRow]:
    """The patients that are asked for, in the order of the page."""
    moment, rules = told.moment, told.rules

    def page(store: Store, before: Sequence[PatientRow]) -> Sequence[PatientRow]:
        after = before[-1] if before else None
        return store.read(
            list_patients, asked, moment=moment, rules=rules, after=after, limit=AT_ONCE
        )

    columns: tuple[ListColumn[PatientRow], ...] = (
        ListColumn("Name", lambda row: row.name),
        ListColumn("MRN", lambda row: row.mrn, is_code=True),
        ListColumn("Born", lambda row: row.born),
        ListColumn("Diagnosis", lambda row: row.diagnosis),
        ListColumn("Phase", lambda row: row.phase),
        ListColumn("Roles filled", lambda row: row.filled),
        ListColumn("Roles declined", lambda row: row.declined),
        ListColumn("Roles to fill", lambda row: row.missing),
        ListColumn("Last contact", lambda row: row.last_on),
        ListColumn("Next due", lambda row: _day(row.due_on)),
        ListColumn("Status", lambda row: row.status.value.replace("_", " ")),
        ListColumn("Since", lambda row: row.status_on),
    )
    return Listed("patients", columns, page, lambda row: row.id)


def coverage_list(
    told: Told, finding: Finding, *, role: str = "", navigator_id: int | None = None
) -> Listed[CoverageRow]:
    """The list behind a figure of the coverage page."""
    moment, rules = told.moment, told.rules

    def page(store: Store, before: Sequence[CoverageRow]) -> Sequence[CoverageRow]:
        return store.read(
            coverage_rows,
            finding,
            today=moment.today,
            rules=rules,
            navigator_id=navigator_id,
            role=role,
            limit=AT_ONCE,
            offset=len(before),
        )

    def last(row: CoverageRow) -> date | None:
        return moment.local(row.last_at).date() if row.last_at else None

    phase = rules.catalogue.phase_label
    columns: tuple[ListColumn[CoverageRow], ...] = (
        ListColumn("Patient", lambda row: row.name),
        ListColumn("MRN", lambda row: row.mrn, is_code=True),
        ListColumn("Phase", lambda row: phase(row.phase) if row.phase else ""),
        ListColumn("Role", lambda row: row.role_label),
        ListColumn(_since_title(finding), lambda row: row.since),
        ListColumn("Days", lambda row: row.waited_days),
        ListColumn("Ask again", lambda row: row.ask_on),
        ListColumn("Ask at phase", lambda row: phase(row.ask_at_phase) if row.ask_at_phase else ""),
        ListColumn("Last contact", last),
        ListColumn("Navigator", lambda row: row.navigator),
    )
    return Listed("coverage", columns, page, lambda row: row.patient_id)


def not_offered_list(told: Told, *, navigator_id: int | None) -> Listed[NotOfferedRow]:
    """The active patients who were not offered a trial yet."""

    def page(store: Store, before: Sequence[NotOfferedRow]) -> Sequence[NotOfferedRow]:
        return store.read(
            not_offered,
            navigator_id=navigator_id,
            moment=told.moment,
            rules=told.rules,
            after=before[-1] if before else None,
            limit=AT_ONCE,
        )

    columns: tuple[ListColumn[NotOfferedRow], ...] = (
        ListColumn("Name", lambda row: row.name),
        ListColumn("MRN", lambda row: row.mrn, is_code=True),
        ListColumn("Diagnosis", lambda row: row.diagnosis),
        ListColumn("Phase", lambda row: row.phase),
        ListColumn("Trial", lambda row: "Considered" if row.is_considered else "Not offered"),
    )
    return Listed("not_offered", columns, page, lambda row: row.id)


def huddle_list(told: Told, *, navigator_id: int | None) -> Listed[HuddleRow]:
    """Everyone of today in the groups of the huddle, as far as these list them."""

    def read(store: Store) -> Sequence[HuddleRow]:
        huddle = store.read(
            collect_huddle, moment=told.moment, rules=told.rules, navigator_id=navigator_id
        )
        return [
            (store.read(patient_id_of, line.mrn), group.title, line)
            for group in huddle.groups
            for line in group.lines
        ]

    columns: tuple[ListColumn[HuddleRow], ...] = (
        ListColumn("Group", lambda row: row[1]),
        ListColumn("Name", lambda row: row[2].name),
        ListColumn("MRN", lambda row: row[2].mrn, is_code=True),
        ListColumn("Where", lambda row: row[2].where),
        ListColumn("Due", lambda row: row[2].due),
        ListColumn("Why", lambda row: row[2].why),
        ListColumn("Roles to fill", lambda row: row[2].gaps),
        ListColumn("Last contact", lambda row: row[2].last_contact),
        ListColumn("Next step", lambda row: row[2].next_step),
        ListColumn("Red flags", lambda row: "; ".join(row[2].red_flags)),
    )
    return Listed("huddle", columns, all_at_once(read), lambda row: row[0])


def _group(row: DueRow) -> str:
    return "Roles to fill" if row.kind == "gap" else GROUPS[row.urgency]


def _since_title(finding: Finding) -> str:
    titles = {Finding.SILENT: "Last reached", Finding.DECLINED: "Declined"}
    return titles.get(finding, "Waiting since")


def _day(day: date) -> date | None:
    return None if day == NEVER else day
