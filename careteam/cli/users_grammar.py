"""The grammar of the commands that keep users and the data key."""

import argparse

from careteam.cli.grammar import Commands, command, with_json
from careteam.domain.access import Role


def add_users(commands: Commands) -> None:
    """Add users, user and turn-key."""
    users = command(commands, "users", "users", "users", "list who may sign in")
    user = commands.add_parser("user", help="make, change, reset and disable users")
    kinds = user.add_subparsers(title="what", metavar="WHAT", required=True)
    add = command(kinds, "add", "users", "add", "make a user and print the code that lets them in")
    _add_name(add)
    _add_roles(add)
    add.add_argument("--person", metavar="PERSON", help="who it is in the directory")
    roles = command(kinds, "roles", "users", "change_roles", "change what a user may do")
    _add_name(roles)
    _add_roles(roles)
    disable = command(kinds, "disable", "users", "disable_user", "let a user sign in no more")
    _add_name(disable)
    reset = command(kinds, "reset", "users", "reset", "print a code for who lost the password")
    _add_name(reset)
    turn = command(commands, "turn-key", "users", "turn", "change the key of the database")
    for parser in (users, add, roles, disable, reset, turn):
        with_json(parser)


def _add_name(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("name", metavar="NAME", help="the user")


def _add_roles(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--role", action="append", required=True, choices=[str(role) for role in Role],
        help="once for each role",
    )  # fmt: skip
