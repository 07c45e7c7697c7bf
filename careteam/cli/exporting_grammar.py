"""The grammar of what leaves as a whole: lists for a spreadsheet, and everything that is kept."""

from argparse import ArgumentParser
from pathlib import Path

from careteam.cli.disclosing_grammar import with_recipient
from careteam.cli.grammar import Commands, command


def add_exports(kinds: Commands) -> None:
    """Add `export list` and `export everything`."""
    about = "write a list as the window shows it, for a spreadsheet"
    listed = command(kinds, "list", "exporting_lists", "list_", about)
    listed.add_argument("name", metavar="NAME", help="today, patients, contacts, …; see the manual")
    listed.add_argument("mrn", nargs="?", metavar="MRN", help="of a list that is about one patient")
    listed.add_argument(
        "--format", choices=("csv", "xlsx"), help="default by the name of the file, else csv"
    )
    listed.add_argument(
        "--filter", action="append", default=[], metavar="KEY=VALUE", help="narrow it; repeatable"
    )
    _with_out(listed, "FILE", "a file, a folder, or - for standard output")
    with_recipient(listed)
    about = "write the whole database as a folder of CSV with its own description"
    everything = command(kinds, "everything", "exporting_everything", "everything", about)
    _with_out(everything, "FOLDER", "a new or an empty folder")
    with_recipient(everything)

    _add_days(kinds)


def _add_days(kinds: Commands) -> None:
    about = "write what is due, for a calendar (iCalendar)"
    calendar = command(kinds, "calendar", "exporting_days", "calendar", about)
    calendar.add_argument("mrn", nargs="?", metavar="MRN")
    calendar.add_argument("--mine", action="store_true", help="of this desk's navigator")
    calendar.add_argument("--names", action="store_true", help="names and MRNs, not initials alone")
    about = "write people of the team as address cards (vCard)"
    cards = command(kinds, "cards", "exporting_days", "cards", about)
    cards.add_argument("mrn", nargs="?", metavar="MRN", help="whose care team; default everybody")
    cards.add_argument(
        "--person", action="append", default=[], metavar="PERSON",
        help="id, NPI, e-mail, or name; repeatable",
    )  # fmt: skip
    for parser in (calendar, cards):
        _with_out(parser, "FILE", "a file, a folder, or - for standard output")
        with_recipient(parser)


def _with_out(parser: ArgumentParser, metavar: str, about: str) -> None:
    parser.add_argument("--out", type=Path, required=True, metavar=metavar, help=about)
