"""`careteam export everything`: the whole database as a folder of CSV that needs no program."""

from argparse import Namespace
from functools import partial

from careteam.cli.handing_out import handed_of, register
from careteam.cli.opening import open_clinic
from careteam.cli.telling_imports import progress
from careteam.outgoing.everything import write_everything


def everything(args: Namespace) -> int:
    """Write the folder; the whole of it or nothing."""
    with open_clinic(args) as clinic:
        written = write_everything(
            clinic.store,
            args.out,
            handed_of(args),
            partial(register, clinic),
            moment=clinic.moment,
            tick=progress("Writing rows") or _go_on,
        )
    if written is not None:
        print(f"Wrote {written.rows:,} rows into {args.out}")
    return 0


def _go_on(_done: int, _all: int) -> bool:
    return True
