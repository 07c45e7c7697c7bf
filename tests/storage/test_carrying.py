"""The audit trail of a rescued database tells honestly what of it is proved and what is not."""

import itertools
import json
from pathlib import Path

from sqlalchemy import text

from careteam.domain.audit import Event, Rescue
from careteam.domain.salvage import Salvage
from careteam.storage.audit_ddl import AUDIT
from careteam.storage.carrying import rescues_of
from careteam.storage.engine import Key, connect
from careteam.storage.reads.history import history_of
from careteam.storage.store import Store
from tests.conftest import ADMIN, NOW
from tests.storage.damage import flip, pages_under, rescue, rows_of, tampered

TRAIL = f"SELECT sum(length(detail)) FROM {AUDIT} NOT INDEXED"
NOTES = "SELECT sum(length(note)) FROM contact NOT INDEXED"


def rescue_told(found: Salvage, key: Key) -> Rescue:
    assert found.rescued is not None
    store = Store.open(found.rescued, key, now=NOW, who=ADMIN)
    [told] = store.read(lambda session: rescues_of(session.connection()))
    store.close()
    return told


def test_a_trail_that_can_be_read_goes_on_hash_by_hash(damaged: Path, key: Key) -> None:
    before = rows_of(damaged, key, AUDIT)
    flip(damaged, [next(itertools.islice(pages_under(damaged, key, NOTES), 3, None))])
    found = rescue(damaged, key)
    assert found.rescued is not None
    after = rows_of(found.rescued, key, AUDIT)
    event = after.pop(len(before) + 1)
    assert after == before
    detail = json.loads(event[8])
    assert detail["file"] == "clinic.db"
    assert detail["head"] == {"seq": len(before), "hash": before[len(before)][-1]}
    assert detail["tables"]["contact"]["remade"] == found.of("contact").remade
    told = rescue_told(found, key)
    assert (told.lost, told.carried, told.broken) == (0, 0, "")
    assert told.sentence.endswith("rescued from the damaged file clinic.db.")


def test_rows_behind_a_lost_page_are_carried_over_and_said_to_be(damaged: Path, key: Key) -> None:
    before = rows_of(damaged, key, AUDIT)
    flip(damaged, [next(itertools.islice(pages_under(damaged, key, TRAIL), 40, None))])
    found = rescue(damaged, key)
    told = rescue_told(found, key)
    [(first, last)] = found.of(AUDIT).unreadable
    assert last is not None
    assert told.lost == found.of(AUDIT).lost == last - first + 1
    assert told.seq == first
    assert told.carried == len(before) - last
    assert f"{told.lost:,} rows of its trail were lost" in told.sentence
    assert found.rescued is not None
    after = rows_of(found.rescued, key, AUDIT)
    assert [after[seq] for seq in range(1, first)] == [before[seq] for seq in range(1, first)]
    carried = [after[first + 1 + at][1:-1] for at in range(told.carried)]
    assert carried == [before[last + 1 + at][1:-1] for at in range(told.carried)]


def test_the_history_of_a_record_is_still_told(damaged: Path, key: Key) -> None:
    store = Store.open(damaged, key, now=NOW, who=ADMIN)
    rules = store.rules
    before = [row.sentence for row in store.read(history_of, 8, rules=rules, limit=1000)]
    store.close()
    flip(damaged, [next(itertools.islice(pages_under(damaged, key, NOTES), 3, None))])
    found = rescue(damaged, key)
    assert found.rescued is not None
    store = Store.open(found.rescued, key, now=NOW, who=ADMIN)
    assert [row.sentence for row in store.read(history_of, 8, rules=rules, limit=1000)] == before
    store.close()


def test_what_was_done_to_the_trail_before_is_not_washed_off(damaged: Path, key: Key) -> None:
    store = Store.open(damaged, key, now=NOW, who=ADMIN)
    verdict = tampered(store, key, "UPDATE audit SET actor_id = 99 WHERE seq = 50")
    assert verdict.broken is not None
    raw = connect(damaged, key)
    raw.execute("PRAGMA journal_mode=DELETE")
    raw.close()
    told = rescue_told(rescue(damaged, key), key)
    assert told.broken == verdict.broken.sentence
    assert told.seq == 50
    assert told.broken in told.sentence


def test_what_is_done_to_the_trail_afterwards_is_found(damaged: Path, key: Key) -> None:
    flip(damaged, [next(itertools.islice(pages_under(damaged, key, TRAIL), 40, None))])
    found = rescue(damaged, key)
    assert found.rescued is not None
    store = Store.open(found.rescued, key, now=NOW, who=ADMIN)
    query = text(f"SELECT seq FROM audit WHERE action = '{Event.RESCUED}'")
    seq = store.read(lambda session: session.execute(query).scalar_one())
    verdict = tampered(store, key, f"UPDATE audit SET detail = '{{}}' WHERE seq = {seq}")
    assert verdict.broken is not None
    assert verdict.broken.seq == seq
