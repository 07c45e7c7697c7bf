"""`careteam export everything` leaves a folder that another program reads."""

import hashlib
import json
from pathlib import Path

from careteam.storage.reads.disclosures import disclosures_of
from careteam.storage.store import Store
from tests.cli.conftest import Typed


def test_everything_is_written_into_a_new_folder_and_registered(
    typed: Typed, clinic: Store, tmp_path: Path
) -> None:
    folder = tmp_path / "all"
    said = typed("export", "everything", "--out", str(folder), "--recipient", "Archive")
    assert (said.code, said.err) == (0, "")
    assert said.out.endswith(f"rows into {folder}\n")
    data = (folder / "schema.json").read_bytes()
    told = {one["name"]: one["rows"] for one in json.loads(data)["resources"]}
    assert told["patient"] == 1
    (row, *_) = clinic.read(disclosures_of, 1)
    assert (row.kind, row.recipient) == ("everything", "Archive")
    assert row.digest == hashlib.sha256(data).hexdigest()
    again = typed("export", "everything", "--out", str(folder))
    assert (again.code, again.out) == (2, "")
    assert "all is there and not empty. Choose a new folder." in again.err


def test_what_cannot_be_registered_is_not_written(
    typed: Typed, clinic: Store, tmp_path: Path
) -> None:
    folder = tmp_path / "all"
    said = typed("export", "everything", "--out", str(folder), "--purpose", "other")
    assert (said.code, folder.exists()) == (1, False)
    assert "Say in your own words why." in said.err
