"""`python -m tests.reliability` runs the long proofs and writes their figures; see docs."""

import argparse
import dataclasses
import json
import os
import platform
import shutil
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

import sqlcipher3.dbapi2 as sqlcipher

from tests.reliability.clinic import Clinic, make_clinic
from tests.reliability.proofs import Proof, proofs
from tests.reliability.yard import NO_PROCESSES, NO_SHIM, Yard

LAST = Path(__file__).with_name("last.json")


def main() -> int:
    """Run every proof that was asked for; exit 1 when one does not hold."""
    words = _words()
    if NO_PROCESSES:
        sys.exit(f"This cannot be proved here: {NO_PROCESSES}.")
    if NO_SHIM:
        _say(f"Without power cuts: {NO_SHIM}.")
    told: dict[str, dict[str, Any]] = {}
    with tempfile.TemporaryDirectory(prefix="careteam-reliability-", dir=words.folder) as place:
        folder = Path(place)
        yard, clinic = Yard(folder), make_clinic(folder / "clinic")
        for proof in proofs(words.share):
            if words.only in proof.title:
                told[proof.title] = _attempt(proof, yard, clinic, folder / "proof")
    failed = [title for title, figures in told.items() if not figures["holds"]]
    if not words.only:
        LAST.write_text(json.dumps({"machine": _machine(), "proofs": told}, indent=1) + "\n")
    _say("Everything holds." if not failed else "These do not hold: " + ", ".join(failed) + ".")
    return bool(failed)


def _attempt(proof: Proof, yard: Yard, clinic: Clinic, folder: Path) -> dict[str, Any]:
    began = time.monotonic()
    folder.mkdir()
    try:
        found = proof.attempt(yard, clinic, folder)
    except AssertionError as error:
        figures = {"said": [str(error), *getattr(error, "__notes__", [])], "holds": False}
    else:
        figures = {**dataclasses.asdict(found), "holds": proof.holds(found)}
    figures["seconds"] = round(time.monotonic() - began)
    shutil.rmtree(folder)
    _say(f"{proof.title}: {json.dumps(figures)}")
    return figures


def _machine() -> dict[str, Any]:
    return {
        "system": platform.system(),
        "cores": os.cpu_count(),
        "python": platform.python_version(),
        "sqlite": ".".join(str(part) for part in sqlcipher.sqlite_version_info),
    }


def _words() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.reliability", description=__doc__)
    parser.add_argument("--share", type=float, default=1.0, help="of the usual number of rounds")
    parser.add_argument("--only", default="", metavar="WORDS", help="proofs with these words")
    parser.add_argument("--folder", type=Path, help="on which disk; this machine's temporary one")
    return parser.parse_args()


def _say(words: str) -> None:
    sys.stdout.write(words + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main())
