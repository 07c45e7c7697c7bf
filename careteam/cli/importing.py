"""`careteam import`: FHIR R4 files are read, then compared or taken in, and all of it is told."""

from argparse import Namespace
from collections.abc import Iterable
from itertools import islice

from careteam.cli.importing_tables import bring_in_table, choice_of, people_over
from careteam.cli.messages import CONFLICTS, NO_FILES, NO_SUCH_FILE, ONE_TABLE
from careteam.cli.opening import Clinic, open_clinic
from careteam.cli.telling_imports import progress, tell_preview, tell_report
from careteam.domain.incoming import Incoming
from careteam.domain.intake.conflicts import told
from careteam.domain.intake.preview import ImportPreview
from careteam.imports.fhir.bulk import Bulk, bulk_files
from careteam.imports.fhir.files import Found
from careteam.imports.fhir.reader import read_files
from careteam.imports.tables.files import is_table
from careteam.storage.importing import run_groups, run_import
from careteam.storage.reads.imports import Comparing, compare
from careteam.storage.reads.patient_page import has_patients


def bring_in(args: Namespace) -> int:
    """Take the files in, or say what would be done."""
    for path in args.paths:
        if not path.exists():
            raise NO_SUCH_FILE.error(path=path)
    tables = [path for path in args.paths if is_table(path)]
    if tables or args.about:
        if len(args.paths) > 1:
            raise ONE_TABLE.error(path=(tables or args.paths)[0])
        return bring_in_table(args)
    files = bulk_files(args.paths)
    with open_clinic(args, writes=not args.dry_run) as clinic:
        bulk = _bulk(clinic, files) if files else None
        if bulk is not None:
            return (_tell_bulk if args.dry_run else _bring_in_bulk)(clinic, args, bulk)
        incoming = read_files(
            args.paths,
            catalogue=clinic.rules.catalogue,
            zone=clinic.moment.zone,
            clinical=clinic.rules.clinical,
            progress=progress("Reading files"),
        )
        if not incoming.files:
            raise NO_FILES.error(path=", ".join(str(path) for path in args.paths))
        if args.dry_run:
            return tell_preview(_preview(clinic, incoming), as_json=args.json)
        if args.take is None:
            _ask_nothing(clinic, (incoming,))
        choices = {patient.key: choice_of(args) for patient in incoming.patients}
        report = run_import(
            clinic.store,
            incoming,
            choices,
            moment=clinic.moment,
            progress=progress("Taking in patients"),
            people=people_over(args),
        )
    return tell_report(report, as_json=args.json)


def _bulk(clinic: Clinic, files: list[Found]) -> Bulk | None:
    """The run as NDJSON; None when something of it has to be read as a whole."""
    rules = clinic.rules
    bulk = Bulk(files, catalogue=rules.catalogue, zone=clinic.moment.zone, clinical=rules.clinical)
    return bulk if bulk.scan(progress("Reading files")) else None


def _tell_bulk(clinic: Clinic, args: Namespace, bulk: Bulk) -> int:
    """What would be done, patient by patient: no more than a group of them is in memory."""
    comparing, done = Comparing(clinic.rules, clinic.moment.today), 0
    tell = progress("Comparing patients")
    for incoming in bulk.groups():
        done += len(clinic.store.read(comparing.take, incoming))
        if tell is not None:
            tell(done, bulk.patients)
    return tell_preview(comparing.preview(), as_json=args.json)


def _bring_in_bulk(clinic: Clinic, args: Namespace, bulk: Bulk) -> int:
    if args.take is None:
        only_staff = None if clinic.store.read(has_patients) else 1
        _ask_nothing(clinic, islice(bulk.groups(), only_staff))
    report = run_groups(
        clinic.store,
        bulk.groups(),
        choice_of(args),
        patients=bulk.patients,
        moment=clinic.moment,
        progress=progress("Taking in patients"),
        people=people_over(args),
    )
    return tell_report(report, as_json=args.json)


def _ask_nothing(clinic: Clinic, groups: Iterable[Incoming]) -> None:
    """A script cannot be asked: it is refused with the list of what has to be decided."""
    comparing = Comparing(clinic.rules, clinic.moment.today)
    for incoming in groups:
        clinic.store.read(comparing.take, incoming)
    preview = comparing.preview()
    open_ones = [(f"{row.name}, MRN {row.mrn}", row.conflicts) for row in preview.rows]
    open_ones += [(f"{each.name}, directory", each.conflicts) for each in preview.people_asked]
    if any(conflicts for _, conflicts in open_ones):
        raise CONFLICTS.error(what=told(pair for pair in open_ones if pair[1]))


def _preview(clinic: Clinic, incoming: Incoming) -> ImportPreview:
    return clinic.store.read(compare, incoming, rules=clinic.rules, today=clinic.moment.today)
