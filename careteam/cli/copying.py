"""`careteam backup` and `careteam restore`: verified copies, and putting one back."""

from argparse import Namespace
from dataclasses import asdict
from pathlib import Path

from careteam.cli import opening
from careteam.cli.messages import NO_COPY, NO_SUCH_COPY, RESTORE_WHICH
from careteam.cli.opening import ask_credentials, database_of, open_clinic
from careteam.cli.output import print_json, print_table
from careteam.domain.backups import Copy, Why
from careteam.domain.dates import moment_shown
from careteam.storage.copies import copies_in, copy_also, folder_of
from careteam.storage.copy_keys import open_as_keeper, open_copy
from careteam.storage.restoring import Checked, put_back, rehearse

KIB = 1024


def backup(args: Namespace) -> int:
    """Make a verified copy, or list those that there are."""
    if args.list:
        return _list(copies_in(folder_of(database_of(args))), args)
    with open_clinic(args) as clinic:
        copier = clinic.store.copier()
        made = copier.copy(Why.ASKED, clinic.moment.now)
        copier.copy_also(made)
        if args.to is not None:
            copy_also(copier.folder, made, args.to)
    if args.json:
        print_json({**asdict(made), "folder": copier.folder})
        return 0
    print(
        f"Made and verified {copier.folder / made.name}: {made.patients} patients, "
        f"{made.contacts} contacts, {made.size // KIB:,} KiB."
    )
    return 0


def restore(args: Namespace) -> int:
    """Put a copy back, or rehearse it without touching the database."""
    database = database_of(args)
    copy = _chosen(args, database)
    typed, now = ask_credentials(copy), opening.clock()
    if args.rehearse:
        key = open_copy(copy, typed, database, now=now).key
        return _tell_rehearsal(copy, rehearse(copy, key, now=now), args)
    key = open_as_keeper(copy, typed, database, now=now)
    before = put_back(copy, database, key, now=now)
    kept = f" What was there before is kept as {before}." if before else ""
    if args.json:
        print_json({"restored": copy, "before": before})
    else:
        print(f"{database} is as it was in {copy.name}.{kept}")
    return 0


def _chosen(args: Namespace, database: Path) -> Path:
    """The copy that was named, by path or by name; to rehearse, the newest without a name."""
    folder = folder_of(database)
    if args.copy is None:
        if not args.rehearse:
            raise RESTORE_WHICH.error()
        newest = next(iter(copies_in(folder)), None)
        if newest is None:
            raise NO_COPY.error(folder=folder)
        return folder / newest.name
    named = Path(args.copy)
    found = named if named.exists() else folder / named.name
    if not found.is_file():
        raise NO_SUCH_COPY.error(name=named.name, folder=folder)
    return found


def _tell_rehearsal(copy: Path, found: Checked, args: Namespace) -> int:
    if args.json:
        print_json({"copy": copy, **asdict(found)})
        return 0
    print(
        f"{copy.name} can be restored: {found.patients} patients, {found.contacts} contacts, "
        f"in {found.seconds:.1f} s. Nothing was changed."
    )
    return 0


def _list(copies: tuple[Copy, ...], args: Namespace) -> int:
    if args.json:
        print_json({"copies": [asdict(copy) for copy in copies]})
        return 0
    lines = (
        (copy.name, f"{moment_shown(copy.made_at)} UTC", copy.why, copy.patients, copy.contacts,
         f"{copy.size // KIB:,}")
        for copy in copies
    )  # fmt: skip
    heads = ("COPY", "MADE", "WHY", "PATIENTS", "CONTACTS", "KIB")
    print_table(heads, lines, empty="There is no copy yet. Make one: careteam backup.")
    return 0
