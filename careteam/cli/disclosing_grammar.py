"""The grammar of what leaves and of the reports about it: to whom, why, and who did what."""

import argparse

from careteam.cli.grammar import Commands, command, with_json
from careteam.domain.disclosures import NOT_SAID, Purpose


def with_recipient(parser: argparse.ArgumentParser) -> None:
    """The options of what leaves: who gets it, why, and a password."""
    parser.add_argument(
        "--recipient", default=NOT_SAID, metavar="TEXT", help=f'who gets it; default "{NOT_SAID}"'
    )
    parser.add_argument(
        "--purpose",
        choices=[purpose.value for purpose in Purpose],
        default=Purpose.CARE_COORDINATION.value,
        metavar="KEY",
        help=f"why: {', '.join(Purpose)}; default {Purpose.CARE_COORDINATION}",
    )
    parser.add_argument("--why", default="", metavar="TEXT", help="why, in your own words")
    parser.add_argument(
        "--password-stdin",
        action="store_true",
        help="protect it with the password on the first line of standard input (AES-256)",
    )


def add_disclosing(commands: Commands) -> None:
    """`disclosures` and `audit`."""
    told = command(commands, "disclosures", "disclosing", "disclosures", "tell what left, to whom")
    told.add_argument("mrn", metavar="MRN")
    told.add_argument("--since", metavar="DATE", help="from that day; default six years back")
    with_json(told)
