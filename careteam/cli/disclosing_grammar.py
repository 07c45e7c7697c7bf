"""The grammar of what leaves and of the reports about it: to whom, why, and who did what."""

import argparse
from pathlib import Path

from careteam.cli.grammar import Commands, command, with_json
from careteam.cli.paper import with_paper
from careteam.domain.audit_reports import ACTIONS, Sort
from careteam.domain.disclosures import NOT_SAID, Purpose


def with_recipient(parser: argparse.ArgumentParser) -> None:
    """The options of what leaves: who gets it and why."""
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


def with_password(parser: argparse.ArgumentParser) -> None:
    """The option of a file that can be protected."""
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
    audit = command(commands, "audit", "reporting", "audit", "report what the audit trail holds")
    audit.add_argument("--user", metavar="NAME", help="who did it: an id, or part of a name")
    audit.add_argument("--patient", metavar="MRN", help="in whose record")
    audit.add_argument(
        "--action", choices=ACTIONS, metavar="KEY", help=f"what was done: {', '.join(ACTIONS)}"
    )
    audit.add_argument("--since", metavar="DAY", help="from that day")
    audit.add_argument("--until", metavar="DAY", help="to that day, which is included")
    audit.add_argument(
        "--sort", choices=[sort.value for sort in Sort], default=Sort.AT.value, help="default at"
    )
    audit.add_argument(
        "--format", choices=("table", "csv", "json", "pdf"), default="table", help="default table"
    )
    with_paper(audit)
    audit.add_argument("--out", type=Path, metavar="FILE", help="a file; pdf needs one")
