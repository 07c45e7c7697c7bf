"""Where entries wait and where they go: kept as drafts, saved as contacts or amendments."""

from careteam.storage.reads.composer import ComposerRow, kept_drafts
from careteam.storage.writes.contacts import (
    AMEND_FORM,
    NEW_FORM,
    amend_kept_contact,
    log_kept_contact,
    take_back_contact,
)
from careteam.storage.writes.drafts import drop_draft, keep_draft
from ui.contacts.entry import ROLE, Entry, draft_of, entered_again
from ui.desk import MADE, Desk, Undo


class EntryShelf:
    """Keeps one new and one amended entry for each patient and worker."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._logged: dict[int | None, tuple[int, Entry]] = {}

    def kept(self, patient_id: int) -> Entry | None:
        """What was kept for a patient; an amendment begun comes first."""
        forms = (AMEND_FORM, NEW_FORM)
        bodies = self._desk.read(kept_drafts, forms, patient_id, self._desk.worker_id)
        body = bodies.get(AMEND_FORM) or bodies.get(NEW_FORM)
        return Entry.from_body(body) if body else None

    def keep(self, patient_id: int, entry: Entry) -> bool:
        """Keep an entry, or let a blank one go; says whether it was done."""
        if entry.is_blank:
            return self.drop(patient_id, entry)
        return self._desk.keep(keep_draft, _form_of(entry), patient_id, entry.body)

    def drop(self, patient_id: int, entry: Entry) -> bool:
        """Let go of what was kept."""
        return self._desk.keep(drop_draft, _form_of(entry), patient_id)

    def save(self, patient_id: int, entry: Entry, timer_minutes: int) -> int | None:
        """Log or amend; gives the contact's id, None after trouble that was told.

        Raises Refused.
        """
        desk = self._desk
        draft = draft_of(entry, patient_id, desk.moment, timer_minutes)
        if entry.contact_id is None:
            changes = desk.do(log_kept_contact, draft, undo=Undo(take_back_contact, (MADE,)))
            if changes is not None:
                again = entered_again(entry, draft, desk.moment)
                self._logged = {changes.made: (patient_id, again)}
        else:
            changes = desk.do(amend_kept_contact, entry.contact_id, draft, entry.reason)
        return changes.made if changes else None

    def taken_back(self, undone: Undo) -> tuple[int, Entry] | None:
        """The entry of the contact logged last, with its patient, where that was just undone."""
        if undone.verb is not take_back_contact:
            return None
        return self._logged.pop(undone.args[0], None)


def fresh_entry(row: ComposerRow, worker_id: int | None, before: Entry | None) -> Entry:
    """An empty entry: for the role just logged, or else for the one who works here."""
    mine = [choice for choice in row.roles if choice.person_id and choice.person_id == worker_id]
    owner = f"{ROLE}:{mine[0].role}" if mine else ""
    if before is not None:
        return Entry(role=before.role, person_id=before.person_id, step_owner=owner)
    first = next(iter([*mine, *row.roles]), None)
    if first is None:
        return Entry(step_owner=owner)
    return Entry(role=first.role, person_id=first.person_id, step_owner=owner)


def _form_of(entry: Entry) -> str:
    return NEW_FORM if entry.contact_id is None else AMEND_FORM
