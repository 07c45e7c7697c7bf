"""The grammar of the papers about one patient, as they leave."""

import argparse
from pathlib import Path

from careteam.cli.disclosing_grammar import with_password, with_recipient
from careteam.cli.grammar import Commands, command, with_json
from careteam.cli.paper import with_paper
from careteam.domain.kinds import KINDS, Kind
from careteam.domain.patient_words import LANGUAGES
from careteam.domain.team_card import PAGE, WALLET


def add_papers(kinds: Commands) -> None:
    """`export summary`."""
    summary = command(kinds, "summary", "exporting_papers", "summary", "write a care summary")
    summary.add_argument("mrn", nargs="?", metavar="MRN")
    summary.add_argument(
        "--all", action="store_true", help="of everybody in navigation, into the folder of --out"
    )
    summary.add_argument(
        "--filter", action="append", default=[], metavar="KEY=VALUE",
        help="of those whom a list shows, into a folder; repeatable",
    )  # fmt: skip
    summary.add_argument(
        "--kind",
        choices=[kind.value for kind in KINDS],
        default=Kind.CLINICIAN.value,
        help="which paper; default clinician",
    )
    summary.add_argument(
        "--format", choices=("pdf", "html", "docx", "csv", "text", "fhir"), default="pdf",
        help="fhir is a FHIR R4 document as JSON, of a care summary; default pdf",
    )  # fmt: skip
    summary.add_argument("--sections", metavar="A,B", help=_sections())
    summary.add_argument("--since", metavar="DATE", help="contacts from that day; default 90 days")
    summary.add_argument(
        "--language",
        choices=list(LANGUAGES),
        default="",
        metavar="CODE",
        help=f"of a paper for the patient: {', '.join(LANGUAGES)}; default the one they speak",
    )
    summary.add_argument(
        "--free-text",
        action="store_true",
        help="with what was written about treatments and own steps, marked by its language",
    )
    summary.add_argument(
        "--shape", choices=(PAGE, WALLET), default="", help="of a care-team card; default page"
    )
    with_paper(summary)
    with_out(summary)
    with_recipient(summary)
    with_password(summary)
    with_json(summary)


def with_out(parser: argparse.ArgumentParser) -> None:
    """The option of a file that is written."""
    parser.add_argument(
        "--out",
        type=Path,
        required=True,
        metavar="FILE",
        help="a folder gets a name that betrays no patient; - writes to standard output",
    )


def _sections() -> str:
    told = (f"{key}: {','.join(kind.sections)}" for key, kind in KINDS.items() if kind.sections)
    return "; ".join(told)
