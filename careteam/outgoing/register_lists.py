"""The lists of no patient, or of what was done: directory, trials, disclosures, audit trail."""

from collections.abc import Sequence
from datetime import datetime

from careteam.domain.audit_reports import AuditAsked, Sort
from careteam.domain.moment import Moment
from careteam.exports.list_file import ListColumn
from careteam.outgoing.listed import AT_ONCE, Listed, Told, all_at_once
from careteam.storage.reads.audit_rows import AuditRow, audit_rows
from careteam.storage.reads.disclosures import DisclosureRow, disclosures_of
from careteam.storage.reads.people import DirectoryFilter, DirectoryRow, directory_rows
from careteam.storage.reads.trials import TrialRow, trial_register
from careteam.storage.store import Store


def directory_list(told: Told, wanted: DirectoryFilter) -> Listed[DirectoryRow]:
    """The people of the directory, by name."""

    def page(store: Store, before: Sequence[DirectoryRow]) -> Sequence[DirectoryRow]:
        return store.read(directory_rows, wanted, told.moment.today, len(before), AT_ONCE)

    columns: tuple[ListColumn[DirectoryRow], ...] = (
        ListColumn("Name", lambda row: row.name),
        ListColumn("Place", lambda row: row.place),
        ListColumn("Roles", lambda row: "; ".join(map(told.role, row.roles))),
        ListColumn("Phone", lambda row: row.phone, is_code=True),
        ListColumn("Patients", lambda row: row.patients),
        ListColumn("Now", lambda row: row.presence.value),
        ListColumn("From", lambda row: row.first),
        ListColumn("Until", lambda row: row.last),
        ListColumn("Cover", lambda row: row.cover),
        ListColumn("To hand over", lambda row: row.to_hand_over),
    )
    return Listed("directory", columns, page, lambda _row: None)


def trials_list() -> Listed[TrialRow]:
    """The register of trials, open ones first."""

    def read(store: Store) -> Sequence[TrialRow]:
        return store.read(trial_register)

    columns: tuple[ListColumn[TrialRow], ...] = (
        ListColumn("Number", lambda row: row.nct),
        ListColumn("Title", lambda row: row.title),
        ListColumn("Kind", lambda row: row.kind.value.replace("_", " ")),
        ListColumn("Phase", lambda row: row.phase),
        ListColumn("Site", lambda row: row.site),
        ListColumn("Contact", lambda row: row.contact),
        ListColumn("New patients", lambda row: row.state.value),
        ListColumn("From", lambda row: row.opens_on),
        ListColumn("Until", lambda row: row.closes_on),
        ListColumn("On it", lambda row: row.on_it),
        ListColumn("In all", lambda row: row.asked),
    )
    return Listed("trials", columns, all_at_once(read), lambda _row: None)


def disclosures_list(told: Told, patient_id: int) -> Listed[DisclosureRow]:
    """What left of a patient, the newest first, corrected entries too."""

    def page(store: Store, before: Sequence[DisclosureRow]) -> Sequence[DisclosureRow]:
        return store.read(disclosures_of, patient_id, offset=len(before), limit=AT_ONCE)

    columns: tuple[ListColumn[DisclosureRow], ...] = (
        ListColumn("When", lambda row: _local(told.moment, row.at)),
        ListColumn("To whom", lambda row: row.recipient),
        ListColumn("Why", lambda row: row.why),
        ListColumn("What", lambda row: row.what_words),
        ListColumn("By whom", lambda row: row.who),
        ListColumn("Correction", _correction),
        ListColumn("SHA-256", lambda row: row.digest, is_code=True),
    )
    return Listed("accounting", columns, page, lambda _row: patient_id)


def audit_list(
    told: Told, asked: AuditAsked, sort: Sort = Sort.AT, *, is_rising: bool = False
) -> Listed[AuditRow]:
    """The rows of the trail that are asked for, in the order of the page."""

    def page(store: Store, before: Sequence[AuditRow]) -> Sequence[AuditRow]:
        return store.read(
            audit_rows,
            asked,
            sort,
            moment=told.moment,
            rules=told.rules,
            is_rising=is_rising,
            after=before[-1] if before else None,
            limit=AT_ONCE,
        )

    columns: tuple[ListColumn[AuditRow], ...] = (
        ListColumn("Row", lambda row: row.seq),
        ListColumn("When", lambda row: _local(told.moment, row.at)),
        ListColumn("Who", lambda row: row.who),
        ListColumn("Where", lambda row: row.workstation),
        ListColumn("Action", lambda row: row.action),
        ListColumn("Patient", lambda row: row.patient),
        ListColumn("MRN", lambda row: row.mrn, is_code=True),
        ListColumn("What", lambda row: row.what),
    )
    return Listed("audit", columns, page, lambda _row: None)


def _local(moment: Moment, at: datetime) -> datetime:
    return moment.local(at).replace(tzinfo=None)


def _correction(row: DisclosureRow) -> str:
    return "corrected by a newer entry" if row.is_corrected else row.reason
