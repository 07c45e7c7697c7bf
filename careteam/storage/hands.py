"""Whose hand writes: told to the audit trail for the length of one transaction."""

import contextlib
from collections.abc import Iterator
from typing import Any

from sqlmodel import Session

from careteam.domain.access import Who
from careteam.domain.moment import Moment
from careteam.storage.chain import Hand


@contextlib.contextmanager
def signed(session: Session, moment: Moment | None, who: Who | None = None) -> Iterator[None]:
    """Let the audit trail know whose hand writes, for the length of one transaction."""
    driver: Any = session.connection().connection.dbapi_connection
    hand: Hand = driver.hand
    if moment is not None:
        hand.actor, hand.at = moment.by, moment.now
    if who is not None:
        hand.actor = who.account_id
    try:
        yield
    finally:
        hand.actor = hand.at = None
