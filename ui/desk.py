"""The one door between widgets and data: read, do, undo, and the word that something changed."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Concatenate, ParamSpec, TypeVar

from PySide6.QtCore import QObject, Signal

from careteam.domain.access import Action, Denied
from careteam.domain.audit import Broken, Event
from careteam.domain.changes import Changes, Part
from careteam.domain.disclosures import DisclosureDraft, Handed
from careteam.domain.errors import CareteamError, Refused
from careteam.domain.moment import Moment
from careteam.domain.read_only import Cause, ReadOnly
from careteam.domain.rules import Rules
from careteam.storage.accepting import stop_writing
from careteam.storage.store import Store
from careteam.storage.writes.audit_events import note_event
from careteam.storage.writes.disclosures import register_disclosure

PROVED_FOR = timedelta(minutes=5)
"""A password that was typed again holds so long."""
LEAVING = frozenset({Event.EXPORTED, Event.PRINTED, Event.COPIED})

MADE = object()
"""Among the arguments of an Undo: the row that the verb made."""

P = ParamSpec("P")
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Undo:
    """The inverse of what was done: a verb with its arguments; MADE stands for the new row."""

    verb: Callable[..., Changes]
    args: tuple[Any, ...] = ()


@dataclass(frozen=True, slots=True)
class Done:
    """What was done, in one sentence, with its inverse where there is one."""

    sentence: str
    undo: Undo | None = None


class Desk(QObject):
    """Runs reads and verbs on the open store; verbs get the moment and the rules from here.

    `changed` carries Changes, `done` a Done for the message strip, `failed` a sentence,
    `again_asked` what is to be done once who works here has typed their password again, `denied`
    that a page asked for what this account may not see, or may not any more, `list_asked` the
    ListAsked or FileAsked that is to be saved. `handed` remembers for the session who got what last
    and why, by kind and whether it was copied.
    `read_only_changed` tells that the database may only be read from now on, or be written again,
    `undone` the Undo that was carried out.
    """

    changed = Signal(object)
    done = Signal(object)
    undone = Signal(object)
    failed = Signal(str)
    again_asked = Signal(object)
    list_asked = Signal(object)
    read_only_changed = Signal()
    denied = Signal()

    def __init__(
        self,
        store: Store,
        clock: Callable[[], datetime],
        *,
        zone: str,
        worker_id: int | None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.store = store
        self.worker_id = worker_id
        self._clock = clock
        self._zone = zone
        self._undo: Undo | None = None
        self.saved_at: datetime | None = None
        self.handed: dict[tuple[str, bool], Handed] = {}
        self.asks_again = False
        self._proved_at: datetime | None = None
        self._told_why = store.read_only

    @property
    def moment(self) -> Moment:
        """Now, in the clinic's zone, with the person who works here."""
        who = self.store.who
        account = who.account_id if who is not None else None
        return Moment.at(self._clock(), self._zone, self.worker_id, account)

    @property
    def rules(self) -> Rules:
        """The clinic's catalogue and calendar."""
        return self.store.rules

    def may(self, action: Action) -> bool:
        """Whether who works here may do something now; see it, where it may only be read."""
        who, why = self.store.who, self.read_only
        is_open = why is None or why.shows(action)
        return is_open and who is not None and action in who.actions(self._clock())

    def allows(self, action: Action) -> bool:
        """Whether who works here may do something now; `failed` tells why not."""
        try:
            self.store.allow(action, self._clock())
        except CareteamError as error:
            self.failed.emit(error.sentence)
            return False
        return True

    @property
    def read_only(self) -> ReadOnly | None:
        """Why the database is read and not written; None as long as it is both."""
        return self.store.read_only

    @property
    def is_unheard(self) -> bool:
        """Whether nothing at all can be written, so that the audit trail hears of nothing."""
        return self.read_only is not None and self.read_only.cause is Cause.FILE

    def turn_read_only(self, why: ReadOnly | None) -> None:
        """Only read the database from now on, or write it again; pages and forms hear of it."""
        self.store.read_only = why
        self._look_whether_read_only()

    def stop_at_break(self, broken: Broken) -> None:
        """The trail was found broken while the desk is open: from now on it is only read."""
        if self.read_only is None:
            try:
                stop_writing(self.store, broken, self.moment)
            except CareteamError as error:
                self.failed.emit(error.sentence)
        self._look_whether_read_only()

    def _look_whether_read_only(self) -> None:
        before, self._told_why = self._told_why, self.read_only
        if before != self.read_only:
            self.read_only_changed.emit()

    def _fail(self, error: CareteamError) -> None:
        self.failed.emit(error.sentence)
        self._look_whether_read_only()

    def prove(self) -> None:
        """Who works here has just typed the right password; it holds for five minutes."""
        self._proved_at = self._clock()

    def after_password(self, act: Callable[[], None]) -> None:
        """Do something once who works here has shown that it is still them.

        A window that `asks_again` hears `again_asked`; without one there is nobody to ask.
        """
        proved, now = self._proved_at, self._clock()
        is_proved = proved is not None and proved <= now < proved + PROVED_FOR
        if is_proved or not self.asks_again:
            act()
        else:
            self.again_asked.emit(act)

    def read(self, query: Callable[Concatenate[Any, P], T], *args: P.args, **kwargs: P.kwargs) -> T:
        """Answer a query of `careteam.storage.reads`; raises the program's own errors."""
        try:
            return self.store.read(query, *args, **kwargs)
        except Denied:
            self.denied.emit()
            raise

    def reading(self) -> AbstractContextManager[None]:
        """Answer what is read inside from one moment of the database, in one session."""
        return self.store.reading()

    def do(
        self, verb: Callable[..., Changes], *args: Any, undo: Undo | None = None, **kwargs: Any
    ) -> Changes | None:
        """Run a verb and tell everybody.

        Refused is raised, so that a form can show it at its fields. Any other trouble is told by
        `failed` and gives None: the caller keeps what was entered.
        """
        try:
            changes = self.store.do(verb, *args, moment=self.moment, rules=self.rules, **kwargs)
        except Refused:
            raise
        except CareteamError as error:
            self._fail(error)
            return None
        if undo is not None:
            undo = Undo(undo.verb, tuple(changes.made if arg is MADE else arg for arg in undo.args))
        self._undo = undo
        self.saved_at = self._clock()
        if changes.parts:
            self._tell(changes)
        if changes.summary:
            self.done.emit(Done(changes.summary, undo))
        return changes

    def keep(self, verb: Callable[..., Changes], *args: Any) -> bool:
        """Run a verb that nobody has to hear of: keeping or dropping a draft.

        Says whether it was done; trouble is told by `failed`.
        """
        try:
            self.store.do(verb, *args, moment=self.moment, rules=self.rules)
        except CareteamError as error:
            self._fail(error)
            return False
        return True

    def note(
        self, event: Event, entity: str, *, patient_id: int | None = None, **detail: Any
    ) -> None:
        """Note in the audit trail what changes no table, and anchor it when something left.

        Trouble is told by `failed`, save where nothing at all can be written: that is told in a
        band for as long as it lasts.
        """
        if self.is_unheard:
            return
        try:
            self.store.do(
                note_event,
                event,
                entity,
                patient_id=patient_id,
                detail=detail,
                moment=self.moment,
                rules=self.rules,
            )
            if event in LEAVING:
                self.store.anchor()
        except CareteamError as error:
            self._fail(error)

    def register(self, draft: DisclosureDraft) -> bool:
        """Register that something leaves, and anchor the trail; trouble is told by `failed`."""
        try:
            changes = self.store.do(
                register_disclosure, draft, moment=self.moment, rules=self.rules
            )
            self.store.anchor()
        except CareteamError as error:
            self._fail(error)
            return False
        self._tell(changes)
        return True

    def undo(self) -> bool:
        """Take back the last thing that can be taken back; says whether there was one."""
        step, self._undo = self._undo, None
        if step is None:
            return False
        try:
            changes = self.store.do(step.verb, *step.args, moment=self.moment, rules=self.rules)
        except CareteamError as error:
            self._fail(error)
            return False
        self._tell(changes)
        self.undone.emit(step)
        self.done.emit(Done(changes.summary))
        return True

    def heard_from_outside(self) -> None:
        """Another window or program changed the database: every page reads again."""
        self.store.forget_rules()
        self._tell(Changes(frozenset(Part), many=True))

    def _tell(self, changes: Changes) -> None:
        """Have every page that shows it read again, all of them in one session."""
        with self.reading():
            self.changed.emit(changes)
