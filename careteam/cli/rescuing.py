"""`careteam rescue`: what can be read of a damaged database goes into a new one."""

from argparse import Namespace
from dataclasses import asdict

from careteam.cli import opening
from careteam.cli.messages import BadUse, Code
from careteam.cli.opening import ask_credentials, database_of
from careteam.cli.output import print_json, print_table
from careteam.domain.errors import Missing
from careteam.domain.salvage import Salvage, TableSaved
from careteam.storage.engine import read_salt
from careteam.storage.salvaging import salvage
from careteam.storage.signing_in import open_key


def rescue(args: Namespace) -> int:
    """Read what is left into a new file; the damaged one is not touched."""
    database = database_of(args)
    try:
        read_salt(database)
    except Missing as missing:
        raise BadUse(missing.sentence) from missing
    key = open_key(database, ask_credentials(database)).key
    found = salvage(database, key, args.out, now=opening.clock())
    if args.json:
        print_json({**asdict(found), "whole": found.is_whole})
    else:
        _tell(found)
    return Code.DONE if found.is_whole else Code.REFUSED


def _tell(found: Salvage) -> None:
    lines = (
        (one.table, one.read, one.remade, _lost(one), _unreadable(one))
        for one in found.tables
        if one.kept or not one.is_whole
    )
    print_table(("TABLE", "READ", "MADE AGAIN", "LOST", "ROWS NOT READ"), lines)
    if found.touched:
        print()
        print_table(
            ("MRN", "PATIENT", "LOST", "MADE AGAIN"),
            ((one.mrn, one.name, one.lost, one.remade) for one in found.touched),
        )
    print()
    if found.is_whole:
        print(f"Every row is there: {found.read:,}. The new database is {found.rescued}.")
        return
    print(f"{found.read:,} rows are saved, {found.lost:,} or more are lost.")
    if found.detached:
        print(f"{found.detached:,} rows stand without what they named, because that was lost.")
    if found.from_index:
        print(
            f"Of {found.from_index:,} patients only what an index holds could be read: check name "
            "and registration."
        )
    print(f"The new database is {found.rescued}; {found.source} is as it was.")


def _lost(saved: TableSaved) -> str:
    return f"{saved.lost:,}" if saved.is_exact else f"{saved.lost:,} or more"


def _unreadable(saved: TableSaved) -> str:
    return ", ".join(
        f"from {first}" if last is None else f"{first}" if first == last else f"{first}-{last}"
        for first, last in saved.unreadable
    )
