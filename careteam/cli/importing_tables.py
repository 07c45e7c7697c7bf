"""`careteam import` of one table: its columns recognised or remembered, its rows taken in whole."""

from argparse import Namespace
from dataclasses import replace
from pathlib import Path

from careteam.cli.messages import ABOUT_WHAT, NO_COLUMN, NO_IMPORT, NO_SUCH_MAPPING
from careteam.cli.opening import Clinic, open_clinic
from careteam.cli.output import tell
from careteam.cli.telling_imports import progress, tell_preview, tell_report
from careteam.domain.intake.merging import EVERY_FIELD
from careteam.domain.intake.report import Choice, Take
from careteam.domain.intake.tables import About, Columns, DayOrder, RefusedRow, Table
from careteam.exports.file_names import write_atomically
from careteam.exports.refused_rows import refused_csv
from careteam.imports.tables.headings import guess_about, guess_columns, missing
from careteam.imports.tables.reading import read_table
from careteam.imports.tables.staging import stage
from careteam.storage.importing_tables import run_table
from careteam.storage.reads.column_mappings import remembered_columns
from careteam.storage.reads.import_tables import compare_table, last_run
from careteam.storage.writes.import_people import EVERYBODY
from careteam.storage.writes.undo_import import undo_import

ANSWERS = {"ask": Take.TAKE, "join": Take.JOIN, "apart": Take.APART}


def bring_in_table(args: Namespace) -> int:
    """Take the table in, or say what would be done."""
    table = read_table(args.paths[0], encoding=args.encoding or "", sheet=args.sheet or "")
    with open_clinic(args, writes=not args.dry_run) as clinic:
        staged = stage(
            table,
            _columns(table, args, clinic),
            catalogue=clinic.rules.catalogue,
            moment=clinic.moment,
            progress=progress("Reading rows"),
        )
        if args.dry_run:
            preview = clinic.store.read(
                compare_table, staged, rules=clinic.rules, moment=clinic.moment
            )
            _write_refused(args.refused, table, preview.refused_rows, as_json=args.json)
            return tell_preview(preview, as_json=args.json)
        answer = choice_of(args)
        report = run_table(
            clinic.store,
            staged,
            {patient.key: answer for patient in staged.incoming.patients},
            moment=clinic.moment,
            progress=progress("Taking in"),
            people=people_over(args),
        )
    _write_refused(args.refused, table, report.refused_rows, as_json=args.json)
    return tell_report(report, as_json=args.json)


def choice_of(args: Namespace) -> Choice:
    """The one answer of a script for every patient."""
    over = EVERY_FIELD if args.take == "theirs" else frozenset[str]()
    return Choice(ANSWERS[args.same_person], taken_over=over)


def people_over(args: Namespace) -> dict[str, frozenset[str]]:
    """The same for every colleague."""
    return {EVERYBODY: EVERY_FIELD} if args.take == "theirs" else {}


def undo(args: Namespace) -> int:
    """Take back the last import of a table that still stands."""
    with open_clinic(args, writes=True) as clinic:
        run = clinic.store.read(last_run, clinic.moment.zone)
        if run is None:
            raise NO_IMPORT.error()
        changes = clinic.store.do(undo_import, run.id, moment=clinic.moment, rules=clinic.rules)
    return tell(changes, as_json=args.json)


def _columns(table: Table, args: Namespace, clinic: Clinic) -> Columns:
    """What was remembered under the name that was given, else what the headings say."""
    order = DayOrder(args.dates or "")
    if args.mapping:
        remembered = clinic.store.read(remembered_columns)
        if args.mapping not in remembered:
            near = ", ".join(remembered) or "none yet"
            raise NO_SUCH_MAPPING.error(name=args.mapping[:60], near=near)
        columns = remembered[args.mapping]
    else:
        about = About(args.about) if args.about else guess_about(table.headings)
        if about is None:
            raise ABOUT_WHAT.error(file=table.file)
        columns = guess_columns(table.headings, about, clinic.rules.catalogue)
    held = {heading: key for heading, key in columns.fields.items() if heading in table.headings}
    columns = replace(columns, fields=held, day_order=order or columns.day_order)
    absent = missing(columns)
    if absent:
        headings = ", ".join(table.headings)
        raise NO_COLUMN.error(file=table.file, missing=", ".join(absent), headings=headings[:300])
    return columns


def _write_refused(
    path: Path | None, table: Table, rows: tuple[RefusedRow, ...], *, as_json: bool
) -> None:
    """The refused rows with their reasons, to be corrected and brought in again."""
    if path is None:
        return
    if rows:
        write_atomically(path, refused_csv(table.headings, rows))
    if not as_json:
        print(f"Wrote {path}" if rows else "No row was refused; no file was written.")
