"""`careteam time`: a month of navigation time, and the verbs that log, enroll and lock."""

import sys
from argparse import Namespace
from collections.abc import Mapping
from datetime import date

from careteam.cli.messages import NO_PROGRAM, NO_WORKER, WAS_LONG_AGO, BadUse
from careteam.cli.names import key_of, patient_of, person_of
from careteam.cli.opening import Clinic, open_clinic
from careteam.cli.output import print_json, print_table, tell
from careteam.cli.writing import moment_of
from careteam.domain.contacts import LONG_AGO
from careteam.domain.dates import month_shown, read_month
from careteam.domain.errors import Refused
from careteam.domain.navigation_time import ACTIVITY, VISIT_KIND, WORK, ConsentWay, first_of
from careteam.domain.time_drafts import ConsentDraft, EnrolDraft, TimeDraft, VisitDraft
from careteam.domain.time_sheet import DISCLAIMER, missing_shown
from careteam.storage.reads.month_time import MonthPage, MonthRow, month_page
from careteam.storage.reads.patient_time import offered_programs
from careteam.storage.reads.time_sheet import sheet_line
from careteam.storage.writes.enrolments import enrol
from careteam.storage.writes.month_locks import lock_month, reopen_month
from careteam.storage.writes.time_entries import log_time
from careteam.storage.writes.time_evidence import record_consent, record_visit

HEADS = ("PATIENT", "MRN", "PROGRAM", "BILLS", "CONSENT", "MINUTES", "UNITS", "MISSING")


def month(args: Namespace) -> int:
    """The sums of a month, with what is missing before they count."""
    with open_clinic(args) as clinic:
        navigator = clinic.store.worker_id() if args.mine else None
        if args.mine and navigator is None:
            raise NO_WORKER.error()
        program = _program(clinic, args.program) if args.program else ""
        page = clinic.store.read(
            month_page,
            _month(args.month) if args.month else first_of(clinic.moment.today),
            rules=clinic.rules,
            navigator_id=navigator,
            program=program,
            limit=None,
        )
        if args.json:
            print_json(_tree(page))
            return 0
        lines = [_line(row, clinic) for row in page.rows]
    empty = f"Nothing was logged as navigation time in {month_shown(page.month)}."
    print_table(HEADS, lines, empty=empty)
    if lines:
        locked = "locked" if page.lock else "not locked"
        print(f"\n{month_shown(page.month)} is {locked}. {DISCLAIMER}")
    return 0


def log(args: Namespace) -> int:
    """Log work for a patient that was no contact."""
    with open_clinic(args, writes=True) as clinic:
        terms = clinic.rules.catalogue.terms
        patient_id = patient_of(clinic, args.mrn)
        at = moment_of(clinic, args.at)
        if not args.long_ago and at < clinic.moment.now - LONG_AGO:
            raise WAS_LONG_AGO.error()
        draft = TimeDraft(
            patient_id=patient_id,
            program=_own_program(clinic, patient_id, args.program),
            work=key_of(args.work, terms.get(WORK, {}), WORK),
            activity=key_of(args.activity, terms.get(ACTIVITY, {}), ACTIVITY),
            minutes=args.minutes,
            at=at,
            note=sys.stdin.read() if args.note == "-" else args.note,
            may_be_long_ago=args.long_ago,
        )
        changes = clinic.store.do(log_time, draft, moment=clinic.moment, rules=clinic.rules)
    return tell(changes, as_json=args.json)


def enroll(args: Namespace) -> int:
    """Enroll a patient in a program, or say who bills and supervises from a day on."""
    with open_clinic(args, writes=True) as clinic:
        people = (args.billing, args.supervising)
        billing, supervising = (person_of(clinic, one) if one else None for one in people)
        draft = EnrolDraft(
            patient_of(clinic, args.mrn),
            _program(clinic, args.program),
            clinic.day(args.start, "--from"),
            billing,
            supervising,
        )
        changes = clinic.store.do(enrol, draft, moment=clinic.moment, rules=clinic.rules)
    return tell(changes, as_json=args.json)


def consent(args: Namespace) -> int:
    """Record a consent to a program."""
    with open_clinic(args, writes=True) as clinic:
        draft = ConsentDraft(
            patient_of(clinic, args.mrn),
            _program(clinic, args.program),
            clinic.day(args.on, "--on"),
            ConsentWay(args.way),
            args.by,
        )
        changes = clinic.store.do(record_consent, draft, moment=clinic.moment, rules=clinic.rules)
    return tell(changes, as_json=args.json)


def visit(args: Namespace) -> int:
    """Record the visit that begins a program."""
    with open_clinic(args, writes=True) as clinic:
        kinds = clinic.rules.catalogue.terms.get(VISIT_KIND, {})
        draft = VisitDraft(
            patient_of(clinic, args.mrn),
            _program(clinic, args.program),
            clinic.day(args.on, "--on"),
            key_of(args.kind, kinds, VISIT_KIND),
            person_of(clinic, args.person) if args.person else None,
        )
        changes = clinic.store.do(record_visit, draft, moment=clinic.moment, rules=clinic.rules)
    return tell(changes, as_json=args.json)


def lock(args: Namespace) -> int:
    """Lock a month."""
    with open_clinic(args, writes=True) as clinic:
        which = _month(args.month)
        changes = clinic.store.do(lock_month, which, moment=clinic.moment, rules=clinic.rules)
    return tell(changes, as_json=args.json)


def reopen(args: Namespace) -> int:
    """Reopen a locked month with a reason."""
    with open_clinic(args, writes=True) as clinic:
        which = _month(args.month)
        changes = clinic.store.do(
            reopen_month, which, args.reason, moment=clinic.moment, rules=clinic.rules
        )
    return tell(changes, as_json=args.json)


def _month(typed: str) -> date:
    try:
        return read_month(typed)
    except Refused as refused:
        raise BadUse(refused.sentence) from refused


def _program(clinic: Clinic, typed: str) -> str:
    known: Mapping[str, object] = {one.key: one for one in clinic.rules.time.programs}
    return key_of(typed, known, "programs")


def _own_program(clinic: Clinic, patient_id: int, typed: str) -> str:
    if typed:
        return _program(clinic, typed)
    today = clinic.moment.today
    offered = clinic.store.read(offered_programs, patient_id, today=today, rules=clinic.rules)
    if not offered:
        raise NO_PROGRAM.error()
    return offered[0].key


def _line(row: MonthRow, clinic: Clinic) -> tuple[object, ...]:
    told = sheet_line(row, clinic.rules)
    consented = row.sum.consent_on.isoformat() if row.sum.consent_on else ""
    return (
        told.name, told.mrn, told.program, told.billing, consented, told.minutes, told.units,
        told.missing,
    )  # fmt: skip


def _tree(page: MonthPage) -> dict[str, object]:
    return {
        "month": page.month.isoformat()[:7],
        "locked": page.lock is not None,
        "minutes": page.minutes,
        "time": [_row(row) for row in page.rows],
    }


def _row(row: MonthRow) -> dict[str, object]:
    found = row.sum
    return {
        "patient": row.name,
        "mrn": row.mrn,
        "program": row.program,
        "billing": row.billing,
        "supervising": row.supervising,
        "consent_on": found.consent_on,
        "minutes": found.minutes,
        "ready": found.ready,
        "units": {row.first_code: found.units.first, row.more_code: found.units.more},
        "missing": list(found.missing),
        "overlap": found.overlap,
        "by_activity": dict(found.by_activity),
        "entries": [
            {
                "day": line.day,
                "source": line.source,
                "what": line.what,
                "activity": line.activity,
                "minutes": line.minutes,
                "by": line.by,
                "missing": missing_shown(line.missing),
                "overlap": line.overlap,
            }
            for line in row.lines
        ],
    }
