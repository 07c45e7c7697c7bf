"""The grammar of what brings files in, and of the workbooks to fill in for that."""

from pathlib import Path

from careteam.cli.grammar import Commands, command, with_json
from careteam.domain.intake.tables import About

ABOUT = tuple(map(str, About))


def add_importing(commands: Commands) -> None:
    """`import`, `undo-import` and `template`."""
    bring = command(
        commands, "import", "importing", "bring_in", "bring in FHIR R4 files, or one table"
    )
    bring.add_argument("paths", nargs="+", type=Path, metavar="FILE|FOLDER")
    bring.add_argument("--dry-run", action="store_true", help="say what would be done; do nothing")
    bring.add_argument(
        "--same-person",
        choices=("ask", "join", "apart"),
        default="ask",
        help="who has the name and birth date of somebody here is left out (ask), joined, or new",
    )
    bring.add_argument(
        "--take", choices=("ours", "theirs"),
        help="what stands here and is told otherwise in a file; of a FHIR file it is else asked",
    )  # fmt: skip
    tables = bring.add_argument_group("a table, CSV or XLSX")
    tables.add_argument(
        "--as", dest="about", choices=ABOUT, help="what it is a list of; else its headings say so"
    )
    tables.add_argument("--mapping", metavar="NAME", help="columns that the window remembers so")
    tables.add_argument("--sheet", metavar="NAME", help="the sheet of a workbook; else the first")
    tables.add_argument("--encoding", choices=("cp1252",), help="of a CSV file that is not UTF-8")
    tables.add_argument(
        "--dates", choices=("mdy", "dmy"), help="whether 03/04/2026 is March (mdy) or April (dmy)"
    )
    tables.add_argument(
        "--refused", type=Path, metavar="FILE.csv", help="write the refused rows there, with why"
    )
    with_json(bring)
    undo = command(
        commands, "undo-import", "importing_tables", "undo", "take the last import of a table back"
    )
    with_json(undo)
    blank = command(
        commands, "template", "templates", "template", "write a workbook to fill in for import"
    )
    blank.add_argument("about", choices=ABOUT)
    blank.add_argument("--out", type=Path, required=True, metavar="FILE.xlsx")
