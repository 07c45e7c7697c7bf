"""The grammar of the command line, and its help."""

import argparse
import os
from collections.abc import Callable
from functools import partial
from importlib import import_module
from pathlib import Path

import careteam
from careteam.cli.clinical_grammar import add_clinical
from careteam.cli.disclosing_grammar import add_disclosing, with_recipient
from careteam.cli.exporting_grammar import add_exports
from careteam.cli.grammar import Commands, Words, command, number, with_json
from careteam.cli.importing_grammar import add_importing
from careteam.cli.messages import OPENING, OURS, WORK, Message
from careteam.cli.papers_grammar import add_papers, with_out
from careteam.cli.request import WindowRequest
from careteam.cli.timing_grammar import add_timing
from careteam.cli.users_grammar import add_users

Handler = Callable[[], int]

ABOUT = "The desk of the nurse navigator for people with acute lymphoblastic leukemia."
CODES = """\
exit codes:
  0  done
  1  something was refused or not found; a sentence says what
  2  bad use, or the database cannot be opened; nothing was done

environment:
  CARETEAM_DATABASE    the database, when --database is not given
  CARETEAM_USER        who works; without it admin, with whom a database begins
  CARETEAM_PASSPHRASE  the password; without it a terminal is asked, or the first line of
                       standard input is read
  CARETEAM_CODE        the code of a second factor, for an account that has one
  CARETEAM_NEW_PASSPHRASE
                        the new password of passwd, recover and user add; without it passwd and
                        recover ask a terminal, and a new user gets a one-time code
  CARETEAM_RECOVERY_CODE
                        the code of recover; without it a terminal is asked
  CARETEAM_FONTS       a folder with fonts for Chinese, Korean and other scripts that ours lack
"""


def asked_of(words: list[str]) -> Handler | WindowRequest | int:
    """What the words ask: a thing to do here, something for the window, or an exit code."""
    try:
        args = build_parser().parse_args(words)
    except SystemExit as said:  # after --help and --version
        return int(said.code or 0)
    known = os.environ.get("CARETEAM_DATABASE")
    args.database = args.database or (Path(known) if known else None)
    if args.room == "window":
        return WindowRequest(args.verb, args.database, getattr(args, "out", None))
    room = import_module(f"careteam.cli.{args.room}")
    return partial(getattr(room, args.verb), args)


def build_parser() -> argparse.ArgumentParser:
    """The whole grammar."""
    parser = Words(
        prog="careteam",
        description=ABOUT,
        epilog=CODES + _told("messages, exit code 2", (*OURS, *OPENING), 2)
        + _told("messages, exit code 1", (*OURS, *WORK), 1),
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )  # fmt: skip
    parser.add_argument("--version", action="version", version=f"careteam {careteam.__version__}")
    parser.add_argument("--database", type=Path, metavar="PATH", help="the database file")
    parser.set_defaults(room="window", verb="window")
    commands = parser.add_subparsers(title="commands", metavar="COMMAND")
    _add_opening(commands)
    _add_reading(commands)
    _add_writing(commands)
    add_clinical(commands)
    add_timing(commands)
    add_disclosing(commands)
    add_users(commands)
    _add_window(commands)
    return parser


def _told(title: str, messages: tuple[Message, ...], code: int) -> str:
    lines = "".join(f"  {message.text}\n" for message in messages if message.code == code)
    return f"\n{title}:\n{lines}"


def _add_opening(commands: Commands) -> None:
    init = command(commands, "init", "making", "init", "make a new, encrypted database")
    init.add_argument("--clinic", default="Leukemia Program", help="the name of the clinic")
    init.add_argument("--zone", help="its time zone, such as America/New_York; this machine's")
    init.add_argument(
        "--navigator", metavar="NAME", help='who works at the desk: "Joan Ellis, RN, OCN"'
    )
    add_importing(commands)
    backup = command(commands, "backup", "copying", "backup", "make a verified copy")
    backup.add_argument("--list", action="store_true", help="list the copies; make none")
    backup.add_argument("--to", type=Path, metavar="FOLDER", help="lay it there as well")
    restore = command(commands, "restore", "copying", "restore", "put a copy back, or rehearse it")
    restore.add_argument("copy", nargs="?", metavar="COPY", help="its name or path")
    restore.add_argument(
        "--rehearse", action="store_true",
        help="put it into a folder of its own, read it through, throw it away; default the newest",
    )  # fmt: skip
    rescue = command(
        commands, "rescue", "rescuing", "rescue", "read what is left of a damaged file"
    )
    rescue.add_argument(
        "--out", type=Path, required=True, metavar="NEW.db",
        help="the new database; a file that is there is never overwritten",
    )  # fmt: skip
    verify = command(commands, "verify", "auditing", "verify", "check the audit trail, row by row")
    verify.add_argument(
        "--accept", metavar="REASON",
        help="go on with a trail that is broken: who reviews it says why, and the trail keeps it",
    )  # fmt: skip
    for parser in (backup, restore, rescue, verify):
        with_json(parser)
    command(commands, "passwd", "keys", "passwd", "change the password of who works")
    lost = command(commands, "recover", "keys", "recover_one", "give a new password by the code")
    lost.add_argument("--user", required=True, metavar="NAME", help="an administrator")
    command(commands, "recovery-code", "keys", "recovery_code", "make a new recovery code")


def _add_reading(commands: Commands) -> None:
    patients = command(commands, "patients", "reading", "patients", "list the patients")
    patients.add_argument(
        "--standing", choices=("active", "closed", "all"), default="active", help="default active"
    )
    patients.add_argument("--mine", action="store_true", help="only those of this desk's navigator")
    team = command(commands, "team", "charts", "team", "show a patient's care team")
    team.add_argument("mrn", metavar="MRN")
    team.add_argument("--on", metavar="DATE", help="who held which role on that day")
    contacts = command(commands, "contacts", "charts", "contacts", "list a patient's contacts")
    contacts.add_argument("mrn", metavar="MRN")
    history = command(commands, "history", "auditing", "history", "tell a record's history")
    history.add_argument("mrn", metavar="MRN")
    due = command(commands, "due", "reading", "due", "list who is due, and why")
    due.add_argument("--on", metavar="DATE", help="as of that day; default today")
    due.add_argument("--mine", action="store_true", help="only patients of this desk's navigator")
    due.add_argument("--gaps", action="store_true", help="those with roles to fill instead")
    people = command(commands, "people", "reading", "people", "list the directory")
    people.add_argument("--role", metavar="ROLE", help="only who can fill this role")
    keys = command(commands, "keys", "reading", "keys", "list the keys of the clinic's catalogue")
    keys.add_argument("list", nargs="?", metavar="LIST", help="roles, phases, modes, outcomes, …")
    for parser in (patients, team, contacts, history, due, people, keys):
        with_json(parser)


def _add_writing(commands: Commands) -> None:
    assign = command(commands, "assign", "writing", "assign_role", "give a role to a person")
    assign.add_argument("mrn", metavar="MRN")
    assign.add_argument("role", metavar="ROLE", help="a key, see: careteam keys roles")
    assign.add_argument("person", metavar="PERSON", help="id, NPI, e-mail, or name")
    assign.add_argument(
        "--as", dest="rank", choices=("primary", "backup", "lead"), default="primary"
    )
    assign.add_argument("--from", dest="start", metavar="DATE", help="first day; default today")
    assign.add_argument(
        "--replace", action="store_true", help="whoever holds the role hands it over"
    )
    assign.add_argument(
        "--add-person",
        action="store_true",
        help='put an unknown person into the directory: "Marcus Bell, LCSW"',
    )
    with_json(assign)
    contact = command(commands, "contact", "writing", "contact", "log a contact")
    contact.add_argument("mrn", metavar="MRN")
    contact.add_argument("--role", required=True, help="a key, see: careteam keys roles")
    contact.add_argument("--mode", required=True, help="a key, see: careteam keys modes")
    contact.add_argument("--outcome", required=True, help="a key, see: careteam keys outcomes")
    contact.add_argument("--minutes", required=True, type=number, metavar="N")
    contact.add_argument("--note", required=True, metavar="TEXT", help="- reads standard input")
    contact.add_argument("--at", metavar="WHEN", help="22-Nov-2026 09:41, yesterday 16:20; now")
    contact.add_argument("--long-ago", action="store_true", help="--at may be over a year ago")
    contact.add_argument("--person", help="who made it; default whoever holds the role then")
    contact.add_argument(
        "--direction", choices=("outbound", "inbound", "internal"), default="outbound"
    )
    contact.add_argument("--topic", action="append", default=[], metavar="KEY")
    contact.add_argument("--program", default="", metavar="KEY", help="it counts as its time")
    contact.add_argument("--activity", default="", metavar="KEY", help="see: keys time_activity")
    contact.add_argument("--next", dest="step", metavar="TEXT", help="the next step, with --due")
    contact.add_argument("--due", metavar="DATE", help="when the next step is due")
    with_json(contact)


def _add_window(commands: Commands) -> None:
    export = commands.add_parser("export", help="write what leaves the program")
    kinds = export.add_subparsers(title="what", metavar="WHAT", required=True)
    add_papers(kinds)
    record = command(kinds, "record", "exporting", "record", "write whole records as FHIR R4")
    record.add_argument("mrn", nargs="?", metavar="MRN")
    record.add_argument(
        "--all", action="store_true",
        help="everybody, as NDJSON: a new folder with one file a resource type",
    )  # fmt: skip
    with_out(record)
    with_recipient(record)
    add_exports(kinds)
    names = command(kinds, "namespace", "exporting", "namespace", "say who gives record numbers")
    names.add_argument("uri", nargs="?", metavar="URI", help="urn:oid:… or https://…")
    command(commands, "window", "window", "window", "open the window; so does no command at all")
    command(commands, "demo", "window", "demo", "open an invented clinic, or tour it headless")
    tour = command(commands, "tour", "window", "tour", "drive the window through the main job")
    tour.add_argument("--out", type=Path, required=True, metavar="DIR", help="pictures and PDF")
