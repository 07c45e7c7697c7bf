"""Reading an open database: its sessions, and the one that several reads share."""

import threading
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, ExitStack, contextmanager, nullcontext
from typing import Any, Concatenate, ParamSpec, TypeVar

from sqlalchemy import Connection, Engine
from sqlalchemy.orm import Session as OrmSession
from sqlalchemy.orm import SessionTransaction
from sqlmodel import Session
from typing_extensions import override

from careteam.domain.access import Action, Who
from careteam.domain.errors import Locked
from careteam.storage.faults import told_plainly
from careteam.storage.gate import Gate

P = ParamSpec("P")
T = TypeVar("T")

ORM = "compile_state_plugin"
"""What a statement carries that is to give records; one over columns carries nothing."""


class StraightSession(Session):
    """A session whose statements over columns go straight to its connection.

    Nothing is flushed before a statement and there is no other bind to look for: what a session
    does about that is a third of the price of a small statement. The connection is in the session's
    transaction before the first of them, so that it is committed and rolled back with it.
    """

    def __init__(self, connection: Connection) -> None:
        super().__init__(bind=connection, autoflush=False)
        self._connection = connection
        self._joined: SessionTransaction | None = None

    @override
    def execute(self, statement: Any, params: Any = None, **options: Any) -> Any:
        if options or ORM in getattr(statement, "_propagate_attrs", (ORM,)):
            return OrmSession.execute(self, statement, params, **options)
        if self._joined is None or self._joined is not self.get_transaction():
            self.connection()
            self._joined = self.get_transaction()
        return self._connection.execute(statement, params)

    @override
    def scalar(self, statement: Any, params: Any = None, **options: Any) -> Any:
        return self.execute(statement, params, **options).scalar()


class Shared(threading.local):
    """The session that the reads of this thread share, from the first of them until it is let go.

    The stack holds what is open; None where every read has a session of its own.
    """

    stack: ExitStack | None = None
    session: Session | None = None

    def enter(self, opened: AbstractContextManager[Session]) -> Session:
        """The shared session, opened with this where none is open yet."""
        if self.stack is None:
            raise RuntimeError("no reads are shared here")
        if self.session is None:
            self.session = self.stack.enter_context(opened)
        return self.session

    def let_go(self) -> None:
        """Have the next read see what has been written by then."""
        self.session = None
        if self.stack is not None:
            self.stack.close()


class Reader(Gate):
    """What can be asked of an open database; once closed nothing can."""

    def __init__(self, engine: Engine, who: Who | None = None) -> None:
        super().__init__(who)
        self._engine = engine
        self._is_closed = False
        self._shared = Shared()

    @property
    def is_open(self) -> bool:
        """Whether it can be asked; once closed it never is again."""
        return not self._is_closed

    def read(
        self, query: Callable[Concatenate[Session, P], T], *args: P.args, **kwargs: P.kwargs
    ) -> T:
        """Answer a query in a read transaction; Denied when the account may not see it.

        A query that names nothing shows patients.
        """
        self.authorize(getattr(query, "needs", Action.SEE_PATIENTS))
        with told_plainly(), self._reads() as session:
            return query(session, *args, **kwargs)

    def look(
        self, query: Callable[Concatenate[Session, P], T], *args: P.args, **kwargs: P.kwargs
    ) -> T:
        """Answer a query of the door, before anybody is signed in; no page may use it."""
        with told_plainly(), self._session(writes=False) as session:
            return query(session, *args, **kwargs)

    @contextmanager
    def reading(self) -> Iterator[None]:
        """Answer what is asked inside, in this thread, from one moment of the database.

        One session is opened for it instead of one for each question; after a verb another one.
        """
        shared = self._shared
        if shared.stack is not None:
            yield
            return
        shared.stack = ExitStack()
        try:
            yield
        finally:
            shared.let_go()
            shared.stack = None

    def _reads(self) -> AbstractContextManager[Session]:
        opened = self._session(writes=False)
        is_shared = self._shared.stack is not None
        return nullcontext(self._shared.enter(opened)) if is_shared else opened

    @contextmanager
    def _session(self, *, writes: bool) -> Iterator[Session]:
        self._check_open()
        with (
            self._engine.connect().execution_options(write=writes) as connection,
            StraightSession(connection) as session,
        ):
            yield session

    def _check_open(self) -> None:
        """A closed database is never opened again by who still holds this."""
        if self._is_closed:
            raise Locked("The desk is locked. Unlock it, then try again.")
