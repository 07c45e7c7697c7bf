"""Asks before something leaves, remembers the answer for the session, and registers what left."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from careteam.domain.changes import Changes, Part
from careteam.domain.disclosures import DisclosureDraft, Form, Handed, Purpose
from careteam.domain.moment import Moment
from careteam.domain.rules import Rules
from careteam.storage.reads.recipients import RecipientRow, recipients_of
from careteam.storage.store import Store
from careteam.storage.writes.disclosures import register_disclosure
from ui.desk import Desk
from ui.leaving.questions import Asked, Leaves, Said
from ui.look.theme import Theme
from ui.paper import Paper


@dataclass(frozen=True, slots=True)
class Registrar:
    """What registers an act from another thread: plain values, and a store that is opened there."""

    store: Store
    moment: Moment
    rules: Rules

    def register(self, draft: DisclosureDraft) -> None:
        """Register it on connections of its own, and anchor the trail; raises what went wrong."""
        own = self.store.again()
        try:
            own.do(register_disclosure, draft, moment=self.moment, rules=self.rules)
        finally:
            own.close()


class Asking(QObject):
    """Asks over the window of `host`; the last answer of each kind is the first of the next."""

    def __init__(self, theme: Theme, desk: Desk, paper: Paper, host: QWidget) -> None:
        super().__init__(host)
        self._theme, self._desk, self._paper, self._host = theme, desk, paper, host

    def ask(self, leaves: Leaves, then: Callable[[Said], None]) -> None:
        """Ask who gets it and why; `then` is called when that was said, never when it was left."""
        asked = self._asked(leaves)

        def answered(said: Said) -> None:
            self._remember(asked, said.handed)
            then(said)

        self._paper.ask_who_gets_it(self._theme, asked, self._host.window(), answered)

    def ask_once(self, leaves: Leaves, then: Callable[[Said], None]) -> None:
        """As `ask`, but what was said once in this session stands for the kind."""
        known = self._desk.handed.get(_key(leaves))
        if known is None or not known.recipient:
            self.ask(leaves, then)
        else:
            then(Said(known))

    def registrar(self) -> Registrar:
        """What registers from a thread."""
        desk = self._desk
        return Registrar(desk.store, desk.moment, desk.rules)

    def register(self, draft: DisclosureDraft) -> bool:
        """Register here and now; trouble is told, and then it must not leave."""
        return self._desk.register(draft)

    def told(self, changes: Changes) -> None:
        """Something was registered from a thread: pages read again."""
        self._desk.changed.emit(changes)

    def _asked(self, leaves: Leaves) -> Asked:
        desk = self._desk
        offered = desk.read(recipients_of, leaves.patient_id, rules=desk.rules)
        if leaves.form is Form.CLIPBOARD:
            offered = (RecipientRow(self.tr("the medical record"), Purpose.TREATMENT), *offered)
        first = Handed(offered[0].name, offered[0].purpose)
        known = desk.handed.get(_key(leaves))
        if known is not None:
            first = known if known.recipient else replace(known, recipient=first.recipient)
        return Asked(leaves, first, offered)

    def _remember(self, asked: Asked, handed: Handed) -> None:
        """A caregiver of this patient is nobody's to whom the next paper goes."""
        own = {row.name for row in asked.offered if row.is_own}
        kept = replace(handed, recipient="") if handed.recipient in own else handed
        self._desk.handed[_key(asked.leaves)] = kept


def _key(leaves: Leaves) -> tuple[str, bool]:
    return leaves.kind, leaves.form is Form.CLIPBOARD


def changes_of(draft: DisclosureDraft) -> Changes:
    """What registering it changed."""
    return Changes(frozenset({Part.DISCLOSURE}), frozenset(draft.patient_ids))
