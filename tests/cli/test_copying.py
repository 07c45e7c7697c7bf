"""Copies are made, listed, rehearsed and put back from the command line."""

import json
import os
from pathlib import Path

from careteam.storage.copies import copies_in, folder_of
from careteam.storage.holding import Hold
from careteam.storage.store import Store
from tests.cli.conftest import Said, Typed
from tests.conftest import NOW


def test_a_copy_is_made_listed_rehearsed_and_put_back(
    typed: Typed, clinic: Store, tmp_path: Path
) -> None:
    clinic.close()
    made = json.loads(typed("backup", "--json").out)
    assert (made["patients"], made["why"]) == (1, "asked")
    [listed] = json.loads(typed("backup", "--list", "--json").out)["copies"]
    assert listed["name"] == made["name"]
    assert made["name"] in typed("backup", "--list").out
    rehearsed = typed("restore", "--rehearse")
    assert rehearsed.code == 0
    assert "can be restored: 1 patients, 0 contacts" in rehearsed.out
    assert json.loads(typed("restore", "--rehearse", made["name"], "--json").out)["patients"] == 1
    restored = typed("restore", made["name"])
    assert restored.code == 0
    assert "is as it was in" in restored.out
    assert typed("patients").out.count("482913") == 1


def test_a_copy_can_be_laid_into_another_folder(
    typed: Typed, clinic: Store, tmp_path: Path
) -> None:
    other = tmp_path / "usb"
    assert typed("backup", "--to", str(other)).code == 0
    assert len(list(other.glob("*.db"))) == 1
    clinic.close()
    [copy] = other.glob("*.db")
    assert typed("restore", str(copy), "--json").code == 0


def test_what_is_missing_is_said(typed: Typed, clinic: Store) -> None:
    assert typed("restore") == Said(
        2, "", "careteam: Name the copy to restore; careteam backup --list shows them.\n"
    )
    said = typed("restore", "--rehearse")
    assert said.code == 2
    assert "There is no copy in" in said.err
    assert typed("restore", "nothing.db").code == 2
    assert "There is no copy yet" in typed("backup", "--list").out


def test_a_database_that_a_window_has_open_is_not_replaced(typed: Typed, clinic: Store) -> None:
    name = json.loads(typed("backup", "--json").out)["name"]
    said = typed("restore", name)
    assert said.code == 2
    assert "open in another window" in said.err


def test_a_restore_names_the_window_that_has_the_database_open(typed: Typed, clinic: Store) -> None:
    typed("backup")
    [copy] = copies_in(folder_of(clinic.path))
    clinic.close()
    with Hold.take(clinic.path, NOW):
        said = typed("restore", copy.name)
        assert typed("patients").code == 0
    assert said.code == 2
    assert f"by process {os.getpid()}. Close it there" in said.err
