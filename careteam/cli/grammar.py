"""What every command of the grammar is made of."""

import argparse
from pathlib import Path
from typing import NoReturn

from typing_extensions import override

from careteam.cli.messages import BAD_WORDS
from careteam.domain.numbers import whole_number


class Words(argparse.ArgumentParser):
    """A parser that says in one sentence what it does not understand."""

    @override
    def error(self, message: str) -> NoReturn:
        raise BAD_WORDS.error(what=message[:1].upper() + message[1:], prog=self.prog)


Commands = argparse._SubParsersAction  # noqa: SLF001 - the type has no other name


def command(commands: Commands, name: str, room: str, verb: str, about: str) -> Words:
    """A command with its handler: a function `verb` of the module `room`."""
    parser = commands.add_parser(
        name, help=about, description=f"{about[:1].upper()}{about[1:]}.", allow_abbrev=False
    )
    parser.set_defaults(room=room, verb=verb)
    parser.add_argument("--database", type=Path, metavar="PATH", default=argparse.SUPPRESS)
    return parser


def number(typed: str) -> int:
    """A whole number as typed."""
    try:
        return whole_number(typed)
    except ValueError as error:
        raise argparse.ArgumentTypeError(f"{typed} is no whole number, such as 12") from error


def with_json(parser: argparse.ArgumentParser) -> None:
    """Let a command answer in JSON."""
    parser.add_argument("--json", action="store_true", help="JSON instead of a table")
