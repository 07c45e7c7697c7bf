"""`careteam verify` and `careteam history`: whether the audit trail is whole, and what it tells."""

from argparse import Namespace

from careteam.cli.messages import Code
from careteam.cli.names import patient_of
from careteam.cli.opening import open_clinic
from careteam.cli.output import print_json, print_table
from careteam.domain.dates import moment_shown
from careteam.storage.accepting import accept
from careteam.storage.reads.history import history_of
from careteam.storage.reads.trail import read_rescues

EVERYTHING = 1_000_000


def verify(args: Namespace) -> int:
    """Check every row of the audit trail, its anchor and its triggers; tell its rescues.

    With a reason what is broken is accepted first.
    """
    with open_clinic(args) as clinic:
        if args.accept is not None:
            found = accept(clinic.store, args.accept, clinic.moment)
        else:
            found = clinic.store.check_trail()
        rescues = clinic.store.read(read_rescues)
    broken = found.broken
    if args.json:
        print_json(
            {
                "sound": broken is None,
                "rows": found.rows,
                "anchored": found.is_anchored,
                "broken": {
                    "fault": broken.fault,
                    "row": broken.seq or None,
                    "said": broken.sentence,
                }
                if broken
                else None,
                "accepted": [
                    {"row": one.seq, "at": one.at, "said": one.sentence} for one in found.accepted
                ],
                "rescues": [
                    {
                        "row": one.seq,
                        "at": one.at,
                        "file": one.file,
                        "lost": one.lost,
                        "carried": one.carried,
                        "said": one.sentence,
                    }
                    for one in rescues
                ],
            }
        )
    elif broken:
        print(broken.sentence)
    else:
        anchor = "" if found.is_anchored else " There is no anchor beside the database."
        print(f"The audit trail is whole: {found.rows:,} rows.{anchor}")
        for one in (*found.accepted, *rescues):
            print(one.sentence)
    return Code.REFUSED if broken else Code.DONE


def history(args: Namespace) -> int:
    """Who did what in a patient's record, newest first."""
    with open_clinic(args) as clinic:
        patient_id = patient_of(clinic, args.mrn)
        rows = clinic.store.read(history_of, patient_id, rules=clinic.rules, limit=EVERYTHING)
    at = clinic.moment.local
    if args.json:
        told = [
            {
                "seq": row.seq,
                "at": at(row.at),
                "who": row.who,
                "what": row.what,
                "kind": row.kind,
                "workstation": row.workstation,
            }
            for row in rows
        ]
        print_json({"mrn": args.mrn, "history": told})
        return 0
    lines = ((moment_shown(at(row.at)), row.who, row.what) for row in rows)
    print_table(("WHEN", "WHO", "WHAT"), lines, empty="Nothing was done yet.")
    return 0
