"""`careteam passwd`, `recover` and `recovery-code`: passwords, and the code in the envelope."""

import getpass
import os
import sys
from argparse import Namespace
from pathlib import Path

from careteam.cli import opening
from careteam.cli.messages import DIFFERENT_PASSWORDS, NO_NEW_PASSWORD, NO_RECOVERY_CODE
from careteam.cli.opening import ask_credentials, database_of, user_named
from careteam.domain.accounts import name_key
from careteam.domain.moment import Moment
from careteam.storage.holding import Hold
from careteam.storage.key_acts import change_password, recover, renew_recovery
from careteam.storage.own_account import choose_password, must_change
from careteam.storage.signing_in import sign_in
from careteam.storage.store import Store

PRINT_IT = "Print it and keep it in a sealed envelope: it opens the database if passwords are lost."


def passwd(args: Namespace) -> int:
    """Change the password of who works; after a one-time code, choose the first one."""
    path = database_of(args)
    typed = ask_credentials(path)
    store = sign_in(path, typed, now=opening.clock())
    try:
        new = _new_password(user_named())
        if must_change(store):
            choose_password(store, new, _moment(store))
        else:
            change_password(store, typed.password, new, _moment(store))
    finally:
        store.close()
    print(f"The password of {user_named()} is changed; the one before opens nothing any more.")
    return 0


def recover_one(args: Namespace) -> int:
    """Give an administrator another password by the recovery code."""
    path = database_of(args)
    with Hold.take(path, opening.clock()):
        new_code = recover(
            path, _code(path), args.user, _new_password(args.user), now=opening.clock()
        )
    print(f"{name_key(args.user)} signs in with the new password; no other code is asked for.")
    _tell(new_code)
    return 0


def recovery_code(args: Namespace) -> int:
    """Make a new recovery code; the one before opens nothing from then on."""
    path = database_of(args)
    store = sign_in(path, ask_credentials(path), now=opening.clock())
    try:
        code = renew_recovery(store, _moment(store))
    finally:
        store.close()
    _tell(code)
    return 0


def _moment(store: Store) -> Moment:
    return Moment.at(opening.clock(), by=store.who.person_id if store.who else None)


def _tell(code: str) -> None:
    print(f"Recovery code, shown this once: {code}")
    print(PRINT_IT)


def _code(path: Path) -> str:
    given = os.environ.get("CARETEAM_RECOVERY_CODE", "")
    if not given and _is_terminal():
        given = getpass.getpass(f"Recovery code of {path.name}: ")
    if not given:
        raise NO_RECOVERY_CODE.error()
    return given


def _new_password(user: str) -> str:
    given = os.environ.get("CARETEAM_NEW_PASSPHRASE", "")
    if not given and _is_terminal():
        given = getpass.getpass(f"New password of {user}: ")
        if given != getpass.getpass("The same again: "):
            raise DIFFERENT_PASSWORDS.error()
    if not given:
        raise NO_NEW_PASSWORD.error()
    return given


def _is_terminal() -> bool:
    return sys.stdin is not None and sys.stdin.isatty()
