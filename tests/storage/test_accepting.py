"""A broken trail stops the writing; accepted with a reason it goes on, and says so for good."""

import pytest
from sqlalchemy import text
from sqlmodel import Session

from careteam.domain.access import Denied, Role
from careteam.domain.audit import MOST_BREAKS, BreakDraft, Broken, Fault, RowBreak
from careteam.domain.errors import Refused, Unavailable
from careteam.domain.moment import Moment
from careteam.domain.people import PersonDraft
from careteam.domain.read_only import Cause, ReadOnly
from careteam.storage.accepting import accept, look_at_trail
from careteam.storage.anchors import anchor_of
from careteam.storage.audit_ddl import audit_trigger_ddl
from careteam.storage.engine import connect
from careteam.storage.reads.audit_rows import rows_around
from careteam.storage.store import Store
from careteam.storage.writes.accepting import accept_break
from careteam.storage.writes.people import add_person
from tests.conftest import NOW
from tests.people import add_member, work_as

MOMENT = Moment.at(NOW, "America/New_York")
REASON = "The disk was repaired by hand; the security officer knows."
ROW = 40
CHANGED = f"UPDATE audit SET workstation = 'elsewhere' WHERE seq = {ROW}"
SWAPPED = (
    f"UPDATE audit SET seq = -1 WHERE seq = {ROW}",
    f"UPDATE audit SET seq = {ROW} WHERE seq = {ROW} + 1",
    f"UPDATE audit SET seq = {ROW} + 1 WHERE seq = -1",
)


def tamper(store: Store, *statements: str, guards: bool = True) -> None:
    """Write below the program, with its key; the guards are put back unless told otherwise."""
    raw = connect(store.path, store.key)
    raw.execute("DROP TRIGGER audit_stays_update")
    raw.execute("DROP TRIGGER audit_stays_delete")
    for statement in statements:
        raw.execute(statement)
    for statement in audit_trigger_ddl() if guards else ():
        if "audit_stays_" in statement:
            raw.execute(statement)
    raw.close()


def add(store: Store) -> None:
    add_member(store, "Bell", "Marcus", "LCSW", "social_worker")


@pytest.fixture
def trail(store: Store) -> Store:
    """A database with some sixty rows in its trail."""
    for _ in range(20):
        add(store)
    store.anchor()
    return store


BREAKS = [
    pytest.param((CHANGED,), Broken(Fault.CHANGED, ROW), id="changed"),
    pytest.param((f"DELETE FROM audit WHERE seq = {ROW}",), Broken(Fault.MISSING, ROW), id="gone"),
    pytest.param(("DELETE FROM audit WHERE seq = 1",), Broken(Fault.MISSING, 1), id="first gone"),
    pytest.param(SWAPPED, Broken(Fault.CHANGED, ROW), id="swapped"),
]


@pytest.mark.parametrize(("statements", "broken"), BREAKS)
def test_a_break_is_told_stops_the_writing_and_goes_on_when_it_is_accepted(
    trail: Store, statements: tuple[str, ...], broken: Broken
) -> None:
    tamper(trail, *statements)
    assert look_at_trail(trail, MOMENT) == broken
    assert trail.read_only == ReadOnly(Cause.TRAIL, broken)
    with pytest.raises(Unavailable, match="audit trail is broken"):
        trail.do(add_person, PersonDraft("Bell", "Ada"), moment=MOMENT, rules=trail.rules)
    verdict = accept(trail, REASON, MOMENT)
    assert trail.read_only is None
    assert verdict.broken is None
    [accepted] = verdict.accepted
    assert broken.sentence in accepted.sentence
    assert REASON in accepted.sentence
    add(trail)
    trail.anchor()
    again = trail.check_trail()
    assert (again.broken, again.accepted, again.is_anchored) == (None, (accepted,), True)
    assert trail.check_trail(last=10).broken is None


@pytest.mark.parametrize(("statements", "broken"), BREAKS)
def test_what_is_changed_after_it_was_accepted_is_found_as_before(
    trail: Store, statements: tuple[str, ...], broken: Broken
) -> None:
    tamper(trail, *statements)
    accept(trail, REASON, MOMENT)
    tamper(trail, "UPDATE audit SET at = at + 1 WHERE seq = 44")
    assert trail.check_trail().broken == Broken(Fault.CHANGED, 44)
    accept(trail, REASON, MOMENT)
    assert trail.check_trail().broken is None
    assert len(trail.check_trail().accepted) == 2


def test_the_very_row_that_was_accepted_may_not_be_changed_once_more(trail: Store) -> None:
    tamper(trail, CHANGED)
    accept(trail, REASON, MOMENT)
    tamper(trail, f"UPDATE audit SET workstation = 'elsewhere again' WHERE seq = {ROW}")
    assert trail.check_trail().broken == Broken(Fault.CHANGED, ROW)


def test_the_entry_that_accepts_is_a_row_like_any_other(trail: Store) -> None:
    tamper(trail, CHANGED)
    head = accept(trail, REASON, MOMENT).head
    tamper(trail, f"UPDATE audit SET detail = replace(detail, 'disk', 'desk') WHERE seq = {head}")
    assert trail.check_trail().broken == Broken(Fault.CHANGED, ROW)
    assert trail.check_trail().accepted == ()


def test_rows_cut_off_are_accepted_and_the_trail_is_anchored_anew(trail: Store) -> None:
    head = trail.check_trail().head
    tamper(trail, f"DELETE FROM audit WHERE seq > {head} - 3")
    assert look_at_trail(trail, MOMENT) == Broken(Fault.CUT, head)
    assert accept(trail, REASON, MOMENT).broken is None
    for _ in range(3):
        add(trail)
    trail.anchor()
    before = trail.check_trail()
    assert (before.broken, before.is_anchored) == (None, True)
    tamper(trail, f"DELETE FROM audit WHERE seq > {before.head} - 2")
    assert trail.check_trail().broken == Broken(Fault.CUT, before.head)


def test_an_anchor_of_another_hand_is_replaced_when_it_is_accepted(trail: Store) -> None:
    anchor_of(trail.path).write_text('{"seq": 1, "hash": "", "mac": ""}')
    assert look_at_trail(trail, MOMENT) == Broken(Fault.ANCHOR)
    found = accept(trail, REASON, MOMENT)
    assert (found.broken, found.is_anchored) == (None, True)


def test_a_trigger_that_was_dropped_watches_again(trail: Store) -> None:
    raw = connect(trail.path, trail.key)
    raw.execute("DROP TRIGGER audit_patient_update")
    raw.close()
    tamper(trail, guards=False)
    broken = look_at_trail(trail, MOMENT)
    assert broken is not None
    assert broken.fault is Fault.UNWATCHED
    assert accept(trail, REASON, MOMENT).broken is None
    before = trail.check_trail().head
    add(trail)
    assert trail.check_trail().head > before


@pytest.mark.parametrize("role", [Role.NAVIGATOR, Role.READER, Role.ADMINISTRATOR])
def test_only_who_reviews_the_trail_accepts_a_break(trail: Store, role: Role) -> None:
    work_as(trail, "pat", None, role)
    tamper(trail, CHANGED)
    with pytest.raises(Denied):
        accept(trail, REASON, MOMENT)


def test_without_a_reason_nothing_is_accepted(trail: Store) -> None:
    tamper(trail, CHANGED)
    look_at_trail(trail, MOMENT)
    with pytest.raises(Refused, match="at least"):
        accept(trail, "because", MOMENT)
    assert trail.read_only is not None
    assert trail.check_trail().accepted == ()


def test_more_breaks_than_anybody_can_look_at_are_not_accepted(trail: Store) -> None:
    rows = tuple(RowBreak(Fault.CHANGED, seq, "") for seq in range(MOST_BREAKS + 1))
    with pytest.raises(Refused, match="1,001 rows"):
        trail.do(accept_break, BreakDraft(REASON, "", rows), moment=MOMENT, rules=trail.rules)


def test_the_rows_around_a_place_are_shown_and_at_the_end_the_last_ones(trail: Store) -> None:
    tamper(trail, f"DELETE FROM audit WHERE seq = {ROW}")
    around = trail.read(rows_around, ROW, rules=trail.rules)
    assert [row.seq for row in around] == [34, 35, 36, 37, 38, 39, 41, 42, 43, 44, 45]
    last = trail.check_trail().head
    assert trail.read(rows_around, last + 100, rules=trail.rules)[-1].seq == last


def test_what_was_accepted_is_found_by_an_index(trail: Store) -> None:
    def plan(session: Session) -> str:
        sql = "SELECT seq FROM audit WHERE action = 'trail_accepted' ORDER BY at, seq"
        return " ".join(row[3] for row in session.execute(text(f"EXPLAIN QUERY PLAN {sql}")))

    said = trail.look(plan)
    assert "USING" in said
    assert "SCAN" not in said
    assert "TEMP B-TREE" not in said
