"""A folder of everything loses nothing, holds no secret, and is whole or not there."""

import csv
import hashlib
import json
import os
import stat
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as some

from careteam.domain.access import Denied, Role, Who
from careteam.domain.disclosures import DisclosureDraft, Handed
from careteam.domain.errors import Refused, Unavailable
from careteam.domain.moment import Moment
from careteam.exports.list_csv import neutral
from careteam.exports.tables_folder import NULL, cell_of, value_of
from careteam.outgoing.everything import Written, write_everything
from careteam.storage.engine import connect
from careteam.storage.everything import SECRETS, kept_tables
from careteam.storage.key_ring import ring_of
from careteam.storage.store import Store
from tests.conftest import NOW

HANDED = Handed("The clinic's archive")
MOMENT = Moment.at(NOW, "America/New_York")


def write(store: Store, folder: Path, **more: Any) -> Written | None:
    kept: list[DisclosureDraft] = []
    return write_everything(store, folder, HANDED, kept.append, moment=MOMENT, **more)


def stored(store: Store, sql: str) -> list[tuple[Any, ...]]:
    raw = connect(store.path, store._key)
    try:
        return list(raw.execute(sql))
    finally:
        raw.close()


def read_back(folder: Path, name: str) -> tuple[list[str], list[tuple[Any, ...]]]:
    """A table as the README says it is read: by `schema.json` alone."""
    schema = json.loads((folder / "schema.json").read_text("utf-8"))
    (told,) = [one for one in schema["resources"] if one["name"] == name]
    fields = told["schema"]["fields"]
    with (folder / told["path"]).open(encoding="utf-8", newline="") as file:
        head, *rows = csv.reader(file)
    assert head == [field["name"] for field in fields]
    kinds = [field["type"] for field in fields]
    return head, [tuple(map(value_of, row, kinds)) for row in rows]


@given(some.text() | some.just(NULL) | some.text().map(lambda text: f"'{text}"))
def test_any_text_comes_back_and_no_spreadsheet_runs_it(text: str) -> None:
    cell = cell_of(text, "string")
    assert value_of(cell, "string") == text
    assert neutral(cell) == cell or cell == text == ""
    assert cell != NULL


@given(some.integers())
def test_any_number_and_nothing_come_back(number: int) -> None:
    assert value_of(cell_of(number, "integer"), "integer") == number
    for kind in ("integer", "string", "date", "datetime", "json"):
        assert value_of(cell_of(None, kind), kind) is None


def test_every_row_of_every_table_is_read_back_as_it_was(demo: Store, tmp_path: Path) -> None:
    folder = tmp_path / "all"
    written = write(demo, folder)
    assert written is not None
    count = 0
    for table in kept_tables():
        names = ", ".join(f'"{column.name}"' for column in table.columns)
        order = ", ".join(f'"{name}"' for name in table.key)
        rows = stored(demo, f'SELECT {names} FROM "{table.name}" ORDER BY {order}')
        head, found = read_back(folder, table.name)
        assert head == [column.name for column in table.columns]
        assert found == rows, table.name
        count += len(rows)
    assert written.rows == count
    assert len(written.draft.patient_ids) == stored(demo, "SELECT count(*) FROM patient")[0][0]


def test_the_description_tells_every_column_and_every_file(demo: Store, tmp_path: Path) -> None:
    folder = tmp_path / "all"
    written = write(demo, folder)
    assert written is not None
    data = (folder / "schema.json").read_bytes()
    schema = json.loads(data)
    assert written.draft.digest == hashlib.sha256(data).hexdigest()
    assert {path.name for path in folder.glob("*.csv")} == {
        told["path"] for told in schema["resources"]
    }
    for told in schema["resources"]:
        file = (folder / told["path"]).read_bytes()
        assert told["hash"] == f"sha256:{hashlib.sha256(file).hexdigest()}"
        assert told["bytes"] == len(file)
        assert told["description"]
        assert all(field["description"] for field in told["schema"]["fields"])
        named = {field["name"] for field in told["schema"]["fields"]}
        assert set(told["schema"]["primaryKey"]) <= named
        assert {key["fields"] for key in told["schema"]["foreignKeys"]} <= named
    readme = (folder / "README.md").read_text("utf-8")
    assert all(f"`{told['path']}`" in readme for told in schema["resources"])
    assert "{" not in readme.replace('`{"a": 1}`', "")
    if os.name == "posix":
        assert stat.S_IMODE(folder.stat().st_mode) == 0o700
        assert {stat.S_IMODE(path.stat().st_mode) for path in folder.iterdir()} == {0o600}


def test_days_and_moments_are_iso(demo: Store, tmp_path: Path) -> None:
    write(demo, tmp_path / "all")
    with (tmp_path / "all" / "contact.csv").open(encoding="utf-8", newline="") as file:
        row = next(csv.DictReader(file))
    assert date.fromisoformat(row["day"])
    assert row["at"].endswith("Z")
    assert row["at"][10] == "T"


def test_no_secret_is_ever_in_it(demo: Store, tmp_path: Path) -> None:
    raw = connect(demo.path, demo._key)
    raw.execute("UPDATE account SET code_seed = 'JBSWY3DPEHPK3PXP', spare_codes = '[\"cafe5eed\"]'")
    secrets = [raw.execute("SELECT key FROM trail_key").fetchone()[0], "JBSWY3DPEHPK3PXP"]
    secrets += ["cafe5eed", demo._key.raw.hex(), demo._key.salt.hex()]
    raw.close()
    ring = json.loads(ring_of(demo.path).read_text("utf-8"))
    secrets += [text for text in _texts(ring) if len(text) >= 20]
    folder = tmp_path / "all"
    write(demo, folder)
    for path in folder.iterdir():
        text = path.read_text("utf-8")
        assert [secret for secret in secrets if secret in text] == [], path.name
    head, _ = read_back(folder, "account")
    assert not SECRETS["account"] & set(head)
    assert not (folder / "trail_key.csv").exists()


def _texts(tree: Any) -> list[str]:
    if isinstance(tree, dict):
        return [text for value in tree.values() for text in _texts(value)]
    if isinstance(tree, list):
        return [text for value in tree for text in _texts(value)]
    return [tree] if isinstance(tree, str) else []


def test_what_is_stopped_leaves_nothing(demo: Store, tmp_path: Path) -> None:
    assert write(demo, tmp_path / "all", tick=lambda done, _all: done < 2_000) is None
    assert list(tmp_path.iterdir()) == []


def test_what_cannot_be_registered_leaves_nothing(demo: Store, tmp_path: Path) -> None:
    def refuse(_draft: DisclosureDraft) -> None:
        raise Unavailable("The disk is full.")

    with pytest.raises(Unavailable, match="The disk is full"):
        write_everything(demo, tmp_path / "all", HANDED, refuse, moment=MOMENT)
    with pytest.raises(Refused):
        write_everything(demo, tmp_path / "all", Handed(""), refuse, moment=MOMENT)
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_is_filled_is_left_alone_and_an_empty_one_is_taken(
    demo: Store, tmp_path: Path
) -> None:
    (tmp_path / "full").mkdir()
    (tmp_path / "full" / "mine.txt").write_text("mine", "utf-8")
    with pytest.raises(Unavailable, match="full is there and not empty"):
        write(demo, tmp_path / "full")
    assert [path.name for path in (tmp_path / "full").iterdir()] == ["mine.txt"]
    (tmp_path / "empty").mkdir()
    assert write(demo, tmp_path / "empty") is not None
    assert (tmp_path / "empty" / "schema.json").exists()
    with pytest.raises(Unavailable, match=r"The folder .* is not there"):
        write(demo, tmp_path / "gone" / "all")


@pytest.mark.parametrize("role", [Role.NAVIGATOR, Role.READER, Role.ADMINISTRATOR])
def test_only_who_may_let_data_out_and_review_the_trail_gets_everything(
    role: Role, demo: Store, tmp_path: Path
) -> None:
    other = demo.again()
    other.who = Who(7, "other", frozenset({role}))
    try:
        with pytest.raises(Denied):
            write(other, tmp_path / "all")
    finally:
        other.close()
    assert list(tmp_path.iterdir()) == []
