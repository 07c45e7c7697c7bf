"""How the command line lets something out: to whom, registered first, whole or not at all."""

import sys
from argparse import Namespace
from pathlib import Path

from careteam.cli.opening import Clinic
from careteam.domain.disclosures import DisclosureDraft, Handed, Purpose
from careteam.exports.file_names import write_atomically
from careteam.storage.writes.disclosures import register_disclosure

STREAM = Path("-")
"""As --out: standard output."""


def handed_of(args: Namespace) -> Handed:
    """Who gets it and why, as the options say."""
    return Handed(args.recipient, Purpose(args.purpose), args.why)


def register(clinic: Clinic, draft: DisclosureDraft) -> None:
    """Register it; what cannot be registered is not written."""
    clinic.store.do(register_disclosure, draft, moment=clinic.moment, rules=clinic.rules)


def hand_out(clinic: Clinic, out: Path, name: str, data: bytes, draft: DisclosureDraft) -> None:
    """Write a file, or to standard output; `name` is that of the file in a folder."""
    if out == STREAM:
        register(clinic, draft)
        sys.stdout.flush()
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()
        return
    path = out / name if out.is_dir() else out
    write_atomically(path, data, lambda: register(clinic, draft))
    print(f"Wrote {path}")
