"""`careteam disclosures`: what left of one patient, to whom and why."""

from argparse import Namespace
from dataclasses import asdict
from datetime import datetime, time

from careteam.cli.names import patient_of
from careteam.cli.opening import open_clinic
from careteam.cli.output import print_json, print_table
from careteam.domain.disclosures import first_told
from careteam.exports.accounting import COLUMNS, accounting_rows
from careteam.storage.reads.disclosures import accounting_of, disclosures_of

EVERYTHING = -1
"""No limit."""


def disclosures(args: Namespace) -> int:
    """The accounting of disclosures, the oldest first."""
    with open_clinic(args) as clinic:
        since = clinic.day(args.since, "--since") if args.since else None
        patient_id = patient_of(clinic, args.mrn)
        first = since or first_told(clinic.moment.today)
        start = clinic.moment.to_utc(datetime.combine(first, time()))
        rows = clinic.store.read(disclosures_of, patient_id, since=start, limit=EVERYTHING)
        told = clinic.store.read(accounting_of, patient_id, moment=clinic.moment, since=first)
    if args.json:
        at = clinic.moment.local
        listed = [
            {**asdict(row), "at": at(row.at), "entered_at": at(row.entered_at)}
            for row in reversed(rows)
        ]
        print_json({"mrn": args.mrn, "since": first, "disclosures": listed})
        return 0
    columns = (*(title.upper() for title in COLUMNS), "NOTE")
    print_table(columns, accounting_rows(told), empty="Nothing was disclosed in this time.")
    return 0
