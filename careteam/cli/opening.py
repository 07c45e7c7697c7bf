"""Opening the database: where it is, its passphrase, and the moment of what is done."""

import contextlib
import getpass
import os
import sys
from argparse import Namespace
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path

from careteam.cli.messages import (
    DIFFERENT_PASSPHRASES,
    NO_DATABASE,
    NO_PASSPHRASE,
    SHORT_PASSPHRASE,
    BadUse,
)
from careteam.domain.dates import read_day
from careteam.domain.errors import Locked, Missing, Refused, Unavailable
from careteam.domain.moment import Moment
from careteam.domain.passphrases import LEAST_CHARACTERS
from careteam.domain.rules import Rules
from careteam.storage.doubts import doubts_of
from careteam.storage.engine import WRONG_KEY
from careteam.storage.reads.rules import read_settings
from careteam.storage.reads.worker import worker_of
from careteam.storage.store import Store
from careteam.storage.writes.day import open_day
from careteam.storage.wrong_tries import note_wrong_try

"""A passphrase that stands alone: NIST SP 800-63B-4, section 3.1.1.2; no rules of composition."""


def clock() -> datetime:
    """Now; where the command line reads the clock."""
    return datetime.now(UTC)


@dataclass(frozen=True, slots=True)
class Clinic:
    """An open database with the moment and the rules that every verb is given."""

    store: Store
    moment: Moment
    rules: Rules

    def day(self, typed: str | None, option: str) -> date:
        """A day as typed, today when nothing was; BadUse when it cannot be read."""
        if not typed:
            return self.moment.today
        try:
            return read_day(typed, self.moment.today)
        except Refused as refused:
            raise BadUse(f"{option}: {refused.sentence}") from refused


@contextlib.contextmanager
def open_clinic(args: Namespace, *, writes: bool = False) -> Iterator[Clinic]:
    """The database that the words name, open and brought up to the day, closed at the end.

    Reading goes on where the file may not be written; then the day has not turned in it.
    """
    path = database_of(args)
    now = clock()
    try:
        store = Store.open_with_passphrase(path, ask_passphrase(path), now=now)
    except Locked as locked:
        if locked.sentence == WRONG_KEY:
            note_wrong_try(path, now)
        raise
    except Missing as missing:
        raise BadUse(missing.sentence) from missing
    if store.note:
        print(store.note, file=sys.stderr)
    try:
        zone = store.read(read_settings).get("zone", "UTC")
        moment = Moment.at(now, zone, store.read(worker_of))
        with contextlib.suppress(*(() if writes else (Locked, Unavailable))):
            if doubts := doubts_of(store, moment):
                print(doubts, file=sys.stderr)
            store.do(open_day, moment=moment, rules=store.rules)
        yield Clinic(store, moment, store.rules)
    finally:
        store.close()


def database_of(args: Namespace) -> Path:
    """The database file that was named."""
    if args.database is None:
        raise NO_DATABASE.error()
    return args.database


def ask_passphrase(path: Path, *, is_new: bool = False) -> str:
    """The passphrase from the environment or the terminal; a new one twice and long enough."""
    given = os.environ.get("CARETEAM_PASSPHRASE", "")
    if not given:
        if not sys.stdin or not sys.stdin.isatty():
            raise NO_PASSPHRASE.error()
        given = getpass.getpass(f"Passphrase of {path.name}: ")
        if is_new and given != getpass.getpass("The same again: "):
            raise DIFFERENT_PASSPHRASES.error()
    if is_new and len(given) < LEAST_CHARACTERS:
        raise SHORT_PASSPHRASE.error(least=LEAST_CHARACTERS)
    return given
