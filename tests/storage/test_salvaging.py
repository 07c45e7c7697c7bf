"""What can be read of a damaged file is rescued into a new one, counted to the row."""

import itertools
import os
import shutil
from pathlib import Path

import pytest
from alembic import command
from alembic.config import Config
from sqlmodel import SQLModel

from careteam.domain.audit import Event
from careteam.domain.contacts import ContactDraft
from careteam.domain.errors import Damaged, Locked, Unavailable
from careteam.domain.moment import Moment
from careteam.storage.audit_ddl import AUDIT
from careteam.storage.engine import Key, connect, open_engine
from careteam.storage.holding import Hold
from careteam.storage.salvaging import rescued_name, salvage
from careteam.storage.schema import MIGRATIONS, _drop_triggers, migrating
from careteam.storage.search import find_patients
from careteam.storage.store import Store
from careteam.storage.writes.contacts import log_contact
from tests.conftest import ADMIN, NOW
from tests.storage.damage import (
    CONTACTS,
    PAGE,
    PATIENTS,
    flip,
    pages_under,
    rescue,
    root_of,
    rows_of,
    without_trail,
)

TABLES = "SELECT sum(length(sql)) FROM sqlite_master"
NOTES = "SELECT sum(length(note)) FROM contact NOT INDEXED"
TRAIL = f"SELECT sum(length(detail)) FROM {AUDIT} NOT INDEXED"

BEFORE_THE_TRAIL = 2
"""The schema that had no audit trail yet."""


def one_of_pages(path: Path, key: Key, query: str, number: int = 3) -> int:
    return next(itertools.islice(pages_under(path, key, query), number, None))


def test_of_a_whole_file_every_row_is_there_as_it_was(damaged: Path, key: Key) -> None:
    tables = [table.name for table in SQLModel.metadata.sorted_tables]
    before = {table: rows_of(damaged, key, table) for table in tables}
    found = rescue(damaged, key)
    assert found.is_whole
    assert (found.lost, found.remade, found.detached, found.touched) == (0, 0, 0, ())
    assert found.rescued is not None
    for table in tables:
        after = rows_of(found.rescued, key, table)
        if table == AUDIT:
            event = after.pop(max(after))
            assert event[4] == Event.RESCUED
        assert sorted(after.values(), key=repr) == sorted(before[table].values(), key=repr), table
        assert found.of(table).read == len(before[table])


def test_rows_of_a_bad_page_are_made_again_from_the_trail(damaged: Path, key: Key) -> None:
    before = rows_of(damaged, key, "contact")
    flip(damaged, [one_of_pages(damaged, key, NOTES)])
    found = rescue(damaged, key)
    saved = found.of("contact")
    [(first, last)] = saved.unreadable
    assert last is not None
    assert 5 < saved.remade == last - first + 1 < PAGE // 100
    assert (saved.read, saved.lost) == (CONTACTS - saved.remade, 0)
    assert found.is_whole
    assert found.rescued is not None
    assert rows_of(found.rescued, key, "contact") == before
    assert {one.lost for one in found.touched} == {0}
    assert sum(one.remade for one in found.touched) == saved.remade


def test_without_a_trail_one_bad_page_costs_the_rows_of_that_page_alone(
    damaged: Path, key: Key
) -> None:
    without_trail(damaged, key)
    before = rows_of(damaged, key, "contact")
    flip(damaged, [one_of_pages(damaged, key, NOTES)])
    found = rescue(damaged, key)
    saved = found.of("contact")
    [(first, last)] = saved.unreadable
    assert last is not None
    assert saved.lost == last - first + 1 < PAGE // 100
    assert saved.read == CONTACTS - saved.lost
    assert saved.is_exact
    assert not found.is_whole
    assert found.rescued is not None
    after = rows_of(found.rescued, key, "contact")
    assert after == {one: row for one, row in before.items() if not first <= one <= last}
    assert sum(one.lost for one in found.touched) == saved.lost
    assert all(one.mrn.startswith("40") and "MARIA" in one.name.upper() for one in found.touched)


def test_between_two_bad_pages_the_good_one_is_read(damaged: Path, key: Key) -> None:
    without_trail(damaged, key)
    pages = list(itertools.islice(pages_under(damaged, key, NOTES), 9))
    flip(damaged, pages[::2])
    saved = rescue(damaged, key).of("contact")
    assert len(saved.unreadable) == 5
    assert saved.read + saved.lost == CONTACTS
    assert saved.lost < 5 * PAGE // 100


@pytest.mark.parametrize("index", ["contact_of", "sqlite_autoindex_contact_1", "patient_name"])
def test_a_bad_index_costs_nothing(damaged: Path, key: Key, index: str) -> None:
    flip(damaged, [root_of(damaged, key, index)])
    found = rescue(damaged, key)
    assert found.is_whole
    assert (found.of("contact").read, found.of("patient").read) == (CONTACTS, PATIENTS)


def test_a_table_whose_first_page_is_bad_is_made_again_whole(damaged: Path, key: Key) -> None:
    before = rows_of(damaged, key, "contact")
    flip(damaged, [root_of(damaged, key, "contact")])
    found = rescue(damaged, key)
    assert (found.of("contact").read, found.of("contact").remade) == (0, CONTACTS)
    assert found.rescued is not None
    assert rows_of(found.rescued, key, "contact") == before


def test_patients_made_again_are_found_and_have_their_contacts(damaged: Path, key: Key) -> None:
    before = rows_of(damaged, key, "patient")
    flip(damaged, [root_of(damaged, key, "patient")])
    found = rescue(damaged, key)
    assert found.is_whole
    assert found.of("patient").remade == PATIENTS
    assert found.of("contact").read == CONTACTS
    assert found.rescued is not None
    assert rows_of(found.rescued, key, "patient") == before
    store = Store.open(found.rescued, key, now=NOW, who=ADMIN)
    assert store.read(lambda s: find_patients(s.connection(), "delacruz maria 7"))[0] == 8
    assert store.read(lambda s: find_patients(s.connection(), "555-1007")) == [8]
    store.close()


def test_patients_that_no_trail_holds_are_named_as_an_index_does(damaged: Path, key: Key) -> None:
    without_trail(damaged, key)
    flip(damaged, [root_of(damaged, key, "patient")])
    found = rescue(damaged, key)
    assert (found.from_index, found.of("patient").remade) == (PATIENTS, PATIENTS)
    assert found.of("contact").read == CONTACTS
    assert not found.is_whole
    assert found.rescued is not None
    rows = rows_of(found.rescued, key, "patient")
    assert {"4007", "Delacruz Maria 7"} <= set(rows[8])
    assert [one.remade for one in found.touched] == [1] * PATIENTS


def test_a_contact_stays_when_the_person_it_names_is_lost(damaged: Path, key: Key) -> None:
    raw = connect(damaged, key)
    raw.execute("UPDATE contact SET person_id = 1")
    raw.execute("PRAGMA journal_mode=DELETE")
    raw.close()
    without_trail(damaged, key)
    flip(damaged, [root_of(damaged, key, "person")])
    found = rescue(damaged, key)
    assert found.of("contact").read == CONTACTS
    assert found.detached >= CONTACTS
    assert found.of("person").lost == 1
    assert found.of("assignment").lost == PATIENTS, "nobody is known who holds them"


def test_half_a_file_gives_what_is_in_that_half(damaged: Path, key: Key) -> None:
    pages = damaged.stat().st_size // PAGE
    os.truncate(damaged, (pages - 200) * PAGE)
    found = rescue(damaged, key)
    saved, trail = found.of("contact"), found.of(AUDIT)
    assert 500 < saved.read < CONTACTS
    assert saved.kept + saved.lost == CONTACTS
    assert trail.lost > 0
    assert found.of("patient").read == PATIENTS
    assert len(found.touched) == PATIENTS


def test_what_only_the_log_holds_is_read_too(damaged: Path, key: Key, tmp_path: Path) -> None:
    store = Store.open(damaged, key, now=NOW, who=ADMIN)
    draft = ContactDraft(1, "nurse_navigator", "phone", "no_answer", NOW, note="Only in the log")
    store.do(log_contact, draft, moment=Moment.at(NOW), rules=store.rules)
    left = tmp_path / "left"
    left.mkdir()
    for tail in ("", "-wal", ".anchor"):
        shutil.copyfile(f"{damaged}{tail}", left / f"clinic.db{tail}")
    store.close()
    assert (left / "clinic.db-wal").stat().st_size > 0
    flip(left / "clinic.db", [one_of_pages(damaged, key, TRAIL, 40)])
    found = rescue(left / "clinic.db", key)
    assert found.of("contact").read == CONTACTS + 1
    assert found.of(AUDIT).lost > 0


def test_an_older_file_is_rescued_as_it_was_and_brought_up_to_date(damaged: Path, key: Key) -> None:
    as_before_the_trail(damaged, key)
    before = rows_of(damaged, key, "contact")
    flip(damaged, [one_of_pages(damaged, key, NOTES)])
    found = rescue(damaged, key)
    assert found.schema == BEFORE_THE_TRAIL
    assert found.rescued is not None
    after = rows_of(found.rescued, key, "contact")
    width = len(next(iter(before.values())))
    assert {number: row[:width] for number, row in after.items()}.items() <= before.items()
    assert {row[width:] for row in after.values()} == {("", "", 0)}, "what came later is empty"
    assert 0 < found.of("contact").lost == CONTACTS - len(after) < PAGE // 100
    assert rows_of(found.rescued, key, AUDIT)


def as_before_the_trail(path: Path, key: Key) -> None:
    engine = open_engine(path, key)
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    with migrating(engine) as connection:
        config.attributes["connection"] = connection
        _drop_triggers(connection)
        command.downgrade(config, f"{BEFORE_THE_TRAIL:04}")
        connection.exec_driver_sql(f"PRAGMA user_version = {BEFORE_THE_TRAIL}")
    engine.dispose()
    raw = connect(path, key)
    raw.execute("PRAGMA journal_mode=DELETE")
    raw.close()


def test_pages_that_say_what_the_tables_are_are_taken_from_a_new_file(
    damaged: Path, key: Key
) -> None:
    before = rows_of(damaged, key, "contact")
    pages = list(itertools.islice(pages_under(damaged, key, TABLES, 300), 0, 7, 3))
    flip(damaged, [*pages, one_of_pages(damaged, key, NOTES)])
    found = rescue(damaged, key)
    assert found.is_whole
    assert found.of("contact").remade > 0
    assert found.rescued is not None
    assert rows_of(found.rescued, key, "contact") == before


def test_where_the_tables_of_a_file_lie_otherwise_its_page_is_not_guessed(
    damaged: Path, key: Key
) -> None:
    raw = connect(damaged, key)
    raw.execute("CREATE TABLE another (id INTEGER PRIMARY KEY)")
    raw.execute("PRAGMA journal_mode=DELETE")
    raw.close()
    flip(damaged, [next(pages_under(damaged, key, TABLES, 200))])
    with pytest.raises(Damaged, match="says where everything lies"):
        salvage(damaged, key, damaged.with_name("new.db"), now=NOW)
    assert not list(damaged.parent.glob("new.db*"))
    assert not list(damaged.parent.glob(".rescue-*"))


def test_nothing_can_be_read_behind_a_bad_first_page(damaged: Path, key: Key) -> None:
    flip(damaged, [1])
    with pytest.raises(Damaged, match=r"first page of clinic\.db is damaged"):
        salvage(damaged, key, damaged.with_name("new.db"), now=NOW)
    assert not damaged.with_name("new.db").exists()


def test_another_key_is_told_apart_from_a_bad_first_page(damaged: Path, key: Key) -> None:
    other = Key(bytes(32), key.salt)
    with pytest.raises(Locked, match="cannot be opened with this passphrase"):
        salvage(damaged, other, damaged.with_name("new.db"), now=NOW)


def test_a_file_that_is_there_is_never_overwritten(damaged: Path, key: Key) -> None:
    there = damaged.with_name("there.db")
    there.write_text("mine")
    with pytest.raises(Unavailable, match="already"):
        salvage(damaged, key, there, now=NOW)
    assert there.read_text() == "mine"
    name = rescued_name(damaged, NOW)
    assert name.name == "clinic-rescued-20261120.db"
    name.touch()
    assert rescued_name(damaged, NOW).name == "clinic-rescued-20261120-2.db"


def test_a_database_that_is_open_is_not_rescued(damaged: Path, key: Key) -> None:
    with Hold.take(damaged, NOW), pytest.raises(Locked, match="is open since"):
        salvage(damaged, key, damaged.with_name("new.db"), now=NOW)


def test_a_rescue_that_is_stopped_leaves_nothing(damaged: Path, key: Key) -> None:
    told: list[tuple[int, int]] = []

    def until_half(done: int, total: int) -> bool:
        told.append((done, total))
        return done < total // 2

    flip(damaged, [one_of_pages(damaged, key, NOTES)])
    found = salvage(damaged, key, damaged.with_name("new.db"), now=NOW, progress=until_half)
    assert found.is_cancelled
    assert 0 == told[0][0] < told[-1][0] <= told[-1][1]
    assert not list(damaged.parent.glob("new.db*"))
