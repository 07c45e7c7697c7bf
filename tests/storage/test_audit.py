"""Every change is in the audit trail, and whatever is done to the trail is found."""

import contextlib
import json
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
import sqlcipher3.dbapi2 as sqlcipher
from hypothesis import HealthCheck, given, settings
from sqlalchemy import Table, text
from sqlmodel import SQLModel

from careteam.domain.audit import Broken, Event, Fault, Verdict
from careteam.domain.backups import Why
from careteam.domain.contacts import ContactDraft
from careteam.domain.errors import CareteamError
from careteam.domain.moment import Moment
from careteam.storage.anchors import anchor_of
from careteam.storage.audit_ddl import AUDIT
from careteam.storage.copies import folder_of
from careteam.storage.engine import Key, connect
from careteam.storage.restoring import put_back
from careteam.storage.store import Store
from careteam.storage.tables.accounts import FIRST_ACCOUNT
from careteam.storage.writes.audit_events import note_event
from careteam.storage.writes.contacts import log_contact
from careteam.storage.writes.drafts import keep_draft
from careteam.storage.writes.patients import PhaseDraft, change_phase
from careteam.storage.writes.settings import set_setting
from tests.conftest import ADMIN, NOW
from tests.storage.test_kept_columns import ACTS, perform


@pytest.fixture
def key(empty_database: tuple[Path, Key]) -> Key:
    return empty_database[1]


def trail(store: Store, where: str = "1") -> list[Any]:
    sql = f"SELECT * FROM audit WHERE {where} ORDER BY seq"
    return store.read(lambda session: list(session.execute(text(sql)).mappings()))


def last_seq(store: Store) -> int:
    return trail(store)[-1]["seq"]


@pytest.mark.parametrize(
    "table", SQLModel.metadata.sorted_tables, ids=lambda table: str(table.name)
)
def test_every_table_is_watched(store: Store, table: Table) -> None:
    if table.name == AUDIT:
        return
    sql = f"SELECT name FROM sqlite_master WHERE type = 'trigger' AND tbl_name = '{table.name}'"
    standing = store.read(lambda session: set(session.execute(text(sql)).scalars()))
    wanted = {f"audit_{table.name}_{action}" for action in ("insert", "update", "delete")}
    assert wanted <= standing


def test_a_change_says_who_changed_what_when_and_what_stood_before(
    store: Store, patient: int, navigator: int
) -> None:
    at = Moment.at(NOW + timedelta(minutes=5, milliseconds=7), "America/New_York", navigator)
    before = last_seq(store)
    store.do(
        change_phase, PhaseDraft(patient, "consolidation", NOW.date()), moment=at, rules=store.rules
    )
    rows = trail(store, f"seq > {before} AND entity = 'patient'")
    [row] = [row for row in rows if "phase" in json.loads(row["detail"])]
    assert (row["actor_id"], row["patient_id"], row["action"]) == (FIRST_ACCOUNT, patient, "update")
    assert row["at"] == round(at.now.timestamp() * 1000)
    assert json.loads(row["detail"])["phase"] == ["induction", "consolidation"]
    assert row["workstation"] != ""


def test_columns_that_are_kept_and_half_entered_text_are_not_in_the_trail(
    store: Store, patient: int, moment: Moment
) -> None:
    before = last_seq(store)
    contact = ContactDraft(
        patient, "nurse_navigator", "phone", "reached_patient", moment.now, minutes=5, note="Ride"
    )
    store.do(log_contact, contact, moment=moment, rules=store.rules)
    rows = trail(store, f"seq > {before}")
    assert "contact" in {row["entity"] for row in rows}
    assert "patient" not in {row["entity"] for row in rows}, "only kept columns changed in it"
    body = {"note": "half a secret"}
    for _ in range(2):
        store.do(keep_draft, "contact", patient, body, moment=moment, rules=store.rules)
    [draft] = trail(store, "entity = 'draft'")
    assert "secret" not in draft["detail"]


def test_whoever_writes_without_the_program_is_seen_or_refused(
    store: Store, patient: int, key: Key
) -> None:
    raw = connect(store.path, key)
    raw.execute("UPDATE patient SET family = 'Other' WHERE id = ?", (patient,))
    raw.close()
    assert json.loads(trail(store)[-1]["detail"])["family"] == ["Delacruz", "Other"]
    assert trail(store)[-1]["actor_id"] is None
    assert store.check_trail().broken is None


@pytest.mark.parametrize("statement", ["UPDATE audit SET actor_id = 9", "DELETE FROM audit"])
def test_the_trail_is_only_added_to(store: Store, key: Key, statement: str) -> None:
    before = trail(store)
    raw = connect(store.path, key)
    refusal = sqlcipher.IntegrityError  # pyright: ignore[reportAttributeAccessIssue]
    with pytest.raises(refusal, match="only added to"):
        raw.execute(statement)
    raw.close()
    assert trail(store) == before


def test_a_trail_that_nobody_touched_is_whole(store: Store, patient: int) -> None:
    store.anchor()
    found = store.check_trail()
    assert found == Verdict(found.head, found.head, True)
    assert store.check_trail(last=10) == Verdict(10, found.head, True)


def test_an_anchor_that_lags_behind_is_an_ancestor(
    store: Store, patient: int, moment: Moment
) -> None:
    store.anchor()
    store.do(set_setting, "clinic", "Later", moment=moment, rules=store.rules)
    assert store.check_trail().broken is None


def test_an_anchor_that_cannot_be_read_is_found(store: Store, patient: int) -> None:
    store.anchor()
    path = anchor_of(store.path)
    told = json.loads(path.read_text("utf-8"))
    assert path.stat().st_mode & 0o777 == 0o600
    path.write_text(json.dumps({**told, "seq": told["seq"] - 1}), "utf-8")
    assert store.check_trail().broken == Broken(Fault.ANCHOR)
    path.write_text("{", "utf-8")
    assert store.check_trail().broken == Broken(Fault.ANCHOR)


def test_a_copy_put_back_is_a_row_that_names_both_ends(
    store: Store, key: Key, moment: Moment
) -> None:
    made = store.copier().copy(Why.ASKED, NOW)
    head = last_seq(store)
    store.do(set_setting, "clinic", "Later", moment=moment, rules=store.rules)
    store.close()
    put_back(folder_of(store.path) / made.name, store.path, key, now=NOW)
    again = Store.open(store.path, key, now=NOW, who=ADMIN)
    row = trail(again)[-1]
    detail = json.loads(row["detail"])
    assert row["action"] == Event.RESTORED
    assert (detail["before"]["seq"], detail["from"]["seq"]) == (head + 1, head)
    assert again.check_trail().broken is None
    again.close()


def test_a_restore_cut_off_before_its_anchor_is_proved_by_the_trail_itself(
    store: Store, key: Key, moment: Moment
) -> None:
    made = store.copier().copy(Why.ASKED, NOW)
    store.do(set_setting, "clinic", "Later", moment=moment, rules=store.rules)
    store.close()
    anchor = anchor_of(store.path)
    before = anchor.read_bytes()
    put_back(folder_of(store.path) / made.name, store.path, key, now=NOW)
    anchor.write_bytes(before)
    again = Store.open(store.path, key, now=NOW, who=ADMIN)
    assert again.check_trail() == Verdict(last_seq(again), last_seq(again), True)
    again.close()
    assert anchor.read_bytes() != before
    latest = anchor.read_bytes()
    put_back(folder_of(store.path) / made.name, store.path, key, now=NOW)
    again = Store.open(store.path, key, now=NOW, who=ADMIN)
    again.do(set_setting, "clinic", "Latest", moment=moment, rules=store.rules)
    anchor.write_bytes(before)
    broken = again.check_trail().broken
    assert broken is not None, "the anchor of another restore proves nothing"
    anchor.write_bytes(latest)
    assert again.check_trail().broken is None
    again.close()


def test_an_event_stands_in_the_same_chain(store: Store, patient: int, navigator: int) -> None:
    moment = Moment.at(NOW, "America/New_York", navigator)
    store.do(
        note_event, Event.OPENED, "chart", patient_id=patient, moment=moment, rules=store.rules
    )
    row = trail(store)[-1]
    assert (row["action"], row["patient_id"], row["actor_id"]) == ("opened", patient, FIRST_ACCOUNT)
    assert store.check_trail().broken is None


@settings(
    max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(acts=ACTS)
def test_whatever_is_done_the_chain_is_sound(
    store: Store, patient: int, moment: Moment, acts: list[tuple[str, str, int]]
) -> None:
    for act in acts:
        with contextlib.suppress(CareteamError):
            perform(store, moment, patient, act)
    found = store.check_trail()
    assert found.broken is None
    assert found.rows == found.head
