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

from careteam.cli.messages import DIFFERENT_PASSWORDS, NO_DATABASE, NO_PASSWORD, BadUse
from careteam.domain.accounts import FIRST_USER
from careteam.domain.dates import read_day
from careteam.domain.errors import Locked, Missing, Refused, Unavailable
from careteam.domain.moment import Moment
from careteam.domain.passphrases import wrong_with
from careteam.domain.rules import Rules
from careteam.storage.accepting import look_at_trail
from careteam.storage.doubts import doubts_of
from careteam.storage.reads.rules import read_settings
from careteam.storage.signing_in import Credentials, sign_in
from careteam.storage.store import Store
from careteam.storage.writes.day import open_day

ONLY_READ = "The database is only read until a supervisor has looked at it: careteam verify."


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

    Reading goes on where the file may not be written or its trail is broken; then the day has not
    turned in it.
    """
    path = database_of(args)
    now = clock()
    try:
        store = sign_in(path, ask_credentials(path), now=now)
    except Missing as missing:
        raise BadUse(missing.sentence) from missing
    if store.note:
        print(store.note, file=sys.stderr)
    try:
        zone = store.read(read_settings).get("zone", "UTC")
        account = store.who.account_id if store.who is not None else None
        moment = Moment.at(now, zone, store.worker_id(), account)
        store.clock = clock
        with contextlib.suppress(*(() if writes else (Locked, Unavailable))):
            if broken := look_at_trail(store, moment if writes else None):
                print(f"{broken.sentence} {ONLY_READ}", file=sys.stderr)
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


def user_named() -> str:
    """The user whom the environment names, or the one with whom a database begins."""
    return os.environ.get("CARETEAM_USER", "").strip() or FIRST_USER


def ask_credentials(path: Path) -> Credentials:
    """Who works, by user and password, and the code of a second factor where one is given."""
    code = os.environ.get("CARETEAM_CODE", "")
    return Credentials(user_named(), ask_password(path), code)


def ask_password(path: Path) -> str:
    """The password from the environment, the terminal, or the first line of standard input."""
    given = os.environ.get("CARETEAM_PASSPHRASE", "")
    if given:
        return given
    if sys.stdin is not None and sys.stdin.isatty():
        return getpass.getpass(f"Password of {user_named()} for {path.name}: ")
    return _first_line() or _missing()


def ask_new_password(path: Path) -> str:
    """A new password, typed twice on a terminal; BadUse for one that is short or guessed."""
    given = ask_password(path)
    is_typed = not os.environ.get("CARETEAM_PASSPHRASE") and sys.stdin and sys.stdin.isatty()
    if is_typed and given != getpass.getpass("The same again: "):
        raise DIFFERENT_PASSWORDS.error()
    wrong = wrong_with(given, names=(user_named(),))
    if wrong:
        raise BadUse(wrong)
    return given


def _first_line() -> str:
    try:
        return sys.stdin.readline().rstrip("\r\n") if sys.stdin is not None else ""
    except (OSError, ValueError):
        return ""


def _missing() -> str:
    raise NO_PASSWORD.error()
