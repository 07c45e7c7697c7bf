"""A damaged database is rescued from the command line, and the new one tells of it."""

import json
from pathlib import Path

import pytest

from careteam.domain.contacts import ContactDraft
from careteam.domain.moment import Moment
from careteam.storage.engine import Key
from careteam.storage.store import Store
from careteam.storage.writes.contacts import log_contact
from tests.cli.conftest import Typed
from tests.storage.damage import digest, flip, root_of


@pytest.fixture
def damaged(clinic: Store, patient: int, moment: Moment, empty_database: tuple[Path, Key]) -> Path:
    """The clinic with one contact, whose table has a bad page."""
    draft = ContactDraft(patient, "nurse_navigator", "phone", "no_answer", moment.now)
    clinic.do(log_contact, draft, moment=moment, rules=clinic.rules)
    clinic.close()
    flip(clinic.path, [root_of(clinic.path, empty_database[1], "contact")])
    return clinic.path


def test_what_is_left_is_read_into_a_new_database(
    typed: Typed, damaged: Path, tmp_path: Path
) -> None:
    before, new = digest(damaged), tmp_path / "new.db"
    said = typed("rescue", "--out", str(new))
    assert (said.code, said.err) == (0, "")
    [line] = [line for line in said.out.splitlines() if line.startswith("contact ")]
    assert line.split() == ["contact", "0", "1", "0", "1"]
    assert "482913  DELACRUZ, Maria" in said.out
    assert f"The new database is {new}." in said.out
    assert digest(damaged) == before
    told = json.loads(typed("contacts", "482913", "--json", "--database", str(new)).out)
    assert len(told["contacts"]) == 1
    said = typed("verify", "--database", str(new))
    assert said.code == 0
    assert "was rescued from the damaged file careteam.db" in said.out
    [rescue] = json.loads(typed("verify", "--json", "--database", str(new)).out)["rescues"]
    assert (rescue["lost"], rescue["carried"], rescue["file"]) == (0, 0, "careteam.db")


def test_what_is_lost_is_told_and_ends_with_1(
    typed: Typed, damaged: Path, tmp_path: Path, empty_database: tuple[Path, Key]
) -> None:
    flip(damaged, [root_of(damaged, empty_database[1], "audit")])
    said = typed("rescue", "--out", str(tmp_path / "new.db"), "--json")
    assert (said.code, said.err) == (1, "")
    told = json.loads(said.out)
    assert told["whole"] is False
    [contact] = [one for one in told["tables"] if one["table"] == "contact"]
    assert (contact["read"], contact["remade"], contact["lost"]) == (0, 0, 1)
    assert contact["unreadable"] == [[1, 1]]
    assert told["touched"] == [{"mrn": "482913", "name": "DELACRUZ, Maria", "lost": 1, "remade": 0}]
    said = typed("rescue", "--out", str(tmp_path / "other.db"))
    assert said.code == 1
    assert "or more are lost" in said.out
    assert typed("verify", "--database", str(tmp_path / "other.db")).code == 0


def test_what_cannot_be_opened_ends_with_2(typed: Typed, damaged: Path, tmp_path: Path) -> None:
    there = tmp_path / "there.db"
    there.write_text("mine")
    said = typed("rescue", "--out", str(there))
    assert said.code == 2
    assert "already. Choose another name." in said.err
    flip(damaged, [1])
    said = typed("rescue", "--out", str(tmp_path / "new.db"))
    assert said.code == 2
    assert said.err.count("\n") == 1
    assert "The first page of careteam.db is damaged" in said.err
    said = typed("rescue", "--out", str(tmp_path / "new.db"), "--database", str(tmp_path / "no.db"))
    assert said.code == 2
    assert "There is no database at" in said.err
