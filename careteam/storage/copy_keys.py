"""The key of a copy: that of the database now, or what a password of the copy's own ring opens."""

import contextlib
import time
from datetime import datetime
from pathlib import Path

from careteam.domain.errors import Locked, Unavailable
from careteam.domain.recovery import read_code
from careteam.storage.engine import Key, connect
from careteam.storage.faults import told_plainly
from careteam.storage.key_slots import Kind
from careteam.storage.manifests import signed_manifest
from careteam.storage.restoring import refuse_unless_keeper
from careteam.storage.signing_in import (
    WRONG,
    Credentials,
    Opening,
    Steady,
    WrongPassword,
    counted,
    counting,
    open_key,
)

NO_SUCH_CODE = "This recovery code opens nothing in the copy: it is wrong, or another one's."


def opens_with(copy: Path, key: Key) -> bool:
    """Whether a copy is of this key; True for one that is damaged or gone, which is told later."""
    with contextlib.suppress(Locked, Unavailable):
        signed_manifest(copy, key)
        return True
    return _opens(copy, key)


def open_copy(
    copy: Path,
    typed: Credentials,
    database: Path,
    *,
    now: datetime,
    steady: Steady = time.monotonic,
) -> Opening:
    """The key of a copy for whoever has a password of it; no user and a code for who has that.

    WrongPassword when it is not the right one; wrong tries count beside the database and wait as
    at the door.
    """
    if not typed.user and typed.password:
        try:
            read_code(typed.password)
        except ValueError as error:
            raise WrongPassword(str(error)) from error
    with counting(database, counted(database, typed.user), now, steady):
        return _open(copy, typed)


def open_as_keeper(
    copy: Path,
    typed: Credentials,
    database: Path,
    *,
    now: datetime,
    steady: Steady = time.monotonic,
) -> Key:
    """The key of a copy for whoever may put it back, as the copy has it; Denied for others.

    For when nobody is signed in. Whoever has the recovery code may.
    """
    opening = open_copy(copy, typed, database, now=now, steady=steady)
    if opening.slot is None or opening.slot.kind is not Kind.RECOVERY:
        refuse_unless_keeper(copy, opening.key, typed.user)
    return opening.key


def _open(copy: Path, typed: Credentials) -> Opening:
    try:
        opening = open_key(copy, typed)
    except WrongPassword as error:
        if typed.user:
            raise
        raise WrongPassword(NO_SUCH_CODE) from error
    if opening.slot is None and not opens_with(copy, opening.key):
        raise WrongPassword(WRONG)
    return opening


def _opens(copy: Path, key: Key) -> bool:
    try:
        with told_plainly():
            connect(copy, key, is_copy=True).close()
    except Locked:
        return False
    except Unavailable:
        return True
    return True
