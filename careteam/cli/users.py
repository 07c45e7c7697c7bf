"""`careteam users`, `careteam user` and `careteam turn-key`: who may sign in, and the data key."""

import os
from argparse import Namespace
from datetime import timedelta

from careteam.cli.messages import NO_SUCH_USER
from careteam.cli.names import nearest, person_of
from careteam.cli.opening import Clinic, open_clinic
from careteam.cli.output import print_json, print_table, tell
from careteam.domain.access import read_roles
from careteam.domain.accounts import AccountDraft, name_key
from careteam.domain.changes import Changes
from careteam.domain.dates import moment_shown
from careteam.storage.key_acts import (
    CODE_HOURS,
    disable,
    make_account,
    make_account_with,
    reset_password,
)
from careteam.storage.key_turning import turn_key
from careteam.storage.reads.accounts import AccountRow, account_rows
from careteam.storage.writes.accounts import save_account

TURNED = (
    "The key of the database is changed. Passwords stay as they are; copies of before open with "
    "the keys beside them."
)


def users(args: Namespace) -> int:
    """List the accounts, those that may sign in first."""
    with open_clinic(args) as clinic:
        rows = clinic.store.read(account_rows)
    if args.json:
        print_json({"users": [_tree(row) for row in rows]})
        return 0
    lines = (
        (row.name, row.person, ", ".join(sorted(row.roles)), _yes(row.has_code), _state(row))
        for row in rows
    )
    print_table(("USER", "PERSON", "ROLES", "CODE", "STATE"), lines)
    return 0


def add(args: Namespace) -> int:
    """Make an account; its one-time code is printed, unless its password is given."""
    password = os.environ.get("CARETEAM_NEW_PASSPHRASE", "")
    with open_clinic(args, writes=True) as clinic:
        person_id = person_of(clinic, args.person) if args.person else None
        draft = AccountDraft(args.name, read_roles(args.role), person_id)
        if password:
            made = make_account_with(clinic.store, draft, password, clinic.moment)
            told = f"{draft.name} may sign in with the password that was given."
            return tell(Changes(frozenset(), made=made, summary=told), as_json=args.json)
        made, code = make_account(clinic.store, draft, clinic.moment)
    return _tell_code(clinic, made, draft.name, code, args)


def change_roles(args: Namespace) -> int:
    """Give an account exactly these roles."""
    with open_clinic(args, writes=True) as clinic:
        row = _named(clinic, args.name)
        draft = AccountDraft(row.name, read_roles(args.role), row.person_id)
        changes = clinic.store.do(
            save_account, row.id, draft, row.version, moment=clinic.moment, rules=clinic.rules
        )
    return tell(changes, as_json=args.json)


def disable_user(args: Namespace) -> int:
    """Let an account sign in no more."""
    with open_clinic(args, writes=True) as clinic:
        row = _named(clinic, args.name)
        told = disable(clinic.store, row.id, clinic.moment)
    return tell(Changes(frozenset(), made=row.id, summary=told), as_json=args.json)


def reset(args: Namespace) -> int:
    """Print a one-time code for somebody who lost their password."""
    with open_clinic(args, writes=True) as clinic:
        row = _named(clinic, args.name)
        code = reset_password(clinic.store, row.id, clinic.moment)
    return _tell_code(clinic, row.id, row.name, code, args)


def turn(args: Namespace) -> int:
    """Change the data key."""
    with open_clinic(args, writes=True) as clinic:
        turn_key(clinic.store, clinic.moment)
    return tell(Changes(frozenset(), summary=TURNED), as_json=args.json)


def _named(clinic: Clinic, typed: str) -> AccountRow:
    rows = clinic.store.read(account_rows)
    for row in rows:
        if name_key(row.name) == name_key(typed):
            return row
    raise NO_SUCH_USER.error(name=typed[:60], near=nearest(typed, [row.name for row in rows]))


def _tell_code(clinic: Clinic, made: int, name: str, code: str, args: Namespace) -> int:
    until = clinic.moment.local(clinic.moment.now + timedelta(hours=CODE_HOURS))
    if args.json:
        print_json({"id": made, "code": code, "until": until})
        return 0
    print(f"{name} may sign in once, by this code, and chooses a password then: {code}")
    print(f"It is shown this once and works until {moment_shown(until)}.")
    return 0


def _tree(row: AccountRow) -> dict[str, object]:
    return {
        "id": row.id,
        "name": row.name,
        "person_id": row.person_id,
        "person": row.person,
        "roles": sorted(row.roles),
        "second_factor": row.has_code,
        "state": _state(row),
    }


def _state(row: AccountRow) -> str:
    if row.disabled_at is not None:
        return "disabled"
    return "waits" if row.must_change else "active"


def _yes(is_so: bool) -> str:
    return "yes" if is_so else "no"
