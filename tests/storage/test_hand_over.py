"""The patients of one person go to another in one step, and come back in one."""

from datetime import date, timedelta
from typing import Any

import pytest
from sqlalchemy import event
from sqlmodel import Session, select

from careteam.domain.access import Action, needs
from careteam.domain.assignments import HandOverDraft, Rank
from careteam.domain.changes import Changes
from careteam.domain.errors import Refused, Stale
from careteam.domain.moment import Moment
from careteam.domain.patients import Status, StatusDraft
from careteam.storage.reads.hand_over import (
    Standing,
    hand_over_steps,
    held_from,
)
from careteam.storage.reads.people import DirectoryFilter, Presence, directory_rows
from careteam.storage.reads.person import person_detail
from careteam.storage.store import Store
from careteam.storage.tables import AssignmentRecord
from careteam.storage.writes.assignments import hold_assignment
from careteam.storage.writes.day import open_day
from careteam.storage.writes.hand_over import (
    hand_over,
)
from careteam.storage.writes.patients import set_status
from tests.storage.caseload import (
    FIRST_WITHOUT,
    LAST_DAY,
    TODAY,
    fifteen,
    give_over,
    given,
    holders,
    kept_columns,
    leave,
    novak,
    registered,
    reyes,
    take_back,
    whole_table,
)

# fixtures of this clinic
assert fifteen
assert novak
assert reyes


def test_who_leaves_is_listed_with_the_patients_that_will_need_somebody(
    store: Store, moment: Moment, novak: int, fifteen: list[int]
) -> None:
    leave(store, moment, novak, LAST_DAY)
    (row,) = store.read(directory_rows, DirectoryFilter(), TODAY)
    assert (row.presence, row.last, row.to_hand_over) == (Presence.LEAVES, LAST_DAY, 15)
    detail = store.read(person_detail, novak, TODAY)
    assert detail.needed_from == FIRST_WITHOUT
    assert [row.assignment_id for row in detail.leaving] == fifteen


def test_who_has_left_stays_in_the_list_while_patients_need_somebody(
    store: Store, moment: Moment, novak: int, reyes: int, fifteen: list[int]
) -> None:
    leave(store, moment, novak, date(2026, 11, 18))
    row = store.read(directory_rows, DirectoryFilter(), TODAY)[0]
    assert (row.id, row.presence, row.to_hand_over) == (novak, Presence.LEFT, 15)
    assert store.read(person_detail, novak, TODAY).needed_from == TODAY
    give_over(store, moment, HandOverDraft(novak, reyes, TODAY))
    assert [row.id for row in store.read(directory_rows, DirectoryFilter(), TODAY)] == [reyes]


def test_all_patients_go_over_on_a_day_and_the_history_keeps_who_held_the_role(
    store: Store, moment: Moment, novak: int, reyes: int, fifteen: list[int]
) -> None:
    _, said = give_over(store, moment, HandOverDraft(novak, reyes, FIRST_WITHOUT))
    assert said == "15 patients are handed over to Daniel Reyes, DPT on 1-Dec-2026."
    before, after = holders(store, LAST_DAY), holders(store, FIRST_WITHOUT)
    assert list(before.values()) == [{(novak, "primary")}] * 15
    assert list(after.values()) == [{(reyes, "primary")}] * 15


def test_on_the_day_itself_the_planned_hand_over_comes_into_force(
    store: Store, moment: Moment, novak: int, reyes: int, fifteen: list[int]
) -> None:
    give_over(store, moment, HandOverDraft(novak, reyes, FIRST_WITHOUT))
    later = Moment.at(moment.now + timedelta(days=11), moment.zone)
    store.do(open_day, moment=later, rules=store.rules)
    table = AssignmentRecord.__table__.c
    query = select(table.person_id, table.state, table.next_due_on < date(9999, 1, 1))
    states = store.read(lambda session: set(session.execute(query).all()))
    assert states == {(novak, "ended", False), (reyes, "active", True)}


def test_a_hand_over_today_counts_at_once_for_both(
    store: Store, moment: Moment, novak: int, reyes: int, fifteen: list[int]
) -> None:
    _, said = give_over(store, moment, HandOverDraft(novak, reyes, TODAY))
    assert said == "15 patients are with Daniel Reyes, DPT from now on."
    rows = store.read(directory_rows, DirectoryFilter(), TODAY)
    assert {row.id: row.patients for row in rows} == {novak: 0, reyes: 15}
    assert all(filled == 1 for _, _, filled, _ in kept_columns(store))


def test_a_hand_over_is_taken_back_in_one_step(
    store: Store, moment: Moment, novak: int, reyes: int, fifteen: list[int]
) -> None:
    for day in (TODAY, FIRST_WITHOUT):
        before, columns = whole_table(store), kept_columns(store)
        receipt, _ = give_over(store, moment, HandOverDraft(novak, reyes, day))
        assert whole_table(store) != before
        take_back(store, moment, receipt)
        assert whole_table(store) == before
        assert kept_columns(store) == columns


def test_what_was_changed_since_keeps_a_hand_over_from_being_taken_back(
    store: Store, moment: Moment, novak: int, reyes: int, fifteen: list[int]
) -> None:
    receipt, _ = give_over(store, moment, HandOverDraft(novak, reyes, FIRST_WITHOUT))
    store.do(hold_assignment, fifteen[3], "on the ward", moment=moment, rules=store.rules)
    before = whole_table(store)
    with pytest.raises(Stale):
        take_back(store, moment, receipt)
    assert whole_table(store) == before


def test_a_backup_moves_up_and_a_holder_keeps_the_role(
    store: Store, moment: Moment, novak: int, reyes: int, fifteen: list[int]
) -> None:
    patients = [row.patient_id for row in store.read(held_from, novak, TODAY)]
    given(store, moment, patients[0], reyes, Rank.BACKUP)
    other = registered(store, moment, 90)
    given(store, moment, other, reyes)
    given(store, moment, other, novak, Rank.BACKUP)
    draft = HandOverDraft(novak, reyes, FIRST_WITHOUT)
    standings = {step.held.patient_id: step.standing for step in store.read(hand_over_steps, draft)}
    assert standings[patients[0]] is Standing.BACKUP
    assert standings[other] is Standing.HOLDER
    before = whole_table(store)
    receipt, said = give_over(store, moment, draft)
    assert said == (
        "15 patients are handed over to Daniel Reyes, DPT on 1-Dec-2026. "
        "For 1 of them Daniel Reyes, DPT was the backup. 1 Daniel Reyes, DPT has already."
    )
    after = holders(store, FIRST_WITHOUT)
    assert after[patients[0]] == {(reyes, "primary")}
    assert after[other] == {(reyes, "primary")}
    take_back(store, moment, receipt)
    assert whole_table(store) == before


def test_lead_hold_and_planned_end_go_along(
    store: Store, moment: Moment, novak: int, reyes: int
) -> None:
    patient = registered(store, moment, 1)
    held = given(store, moment, patient, novak, Rank.LEAD)
    store.do(hold_assignment, held, "on the ward", moment=moment, rules=store.rules)
    give_over(store, moment, HandOverDraft(novak, reyes, TODAY))
    table = AssignmentRecord.__table__.c
    query = select(table.rank, table.state, table.hold_reason).where(table.person_id == reyes)
    assert store.read(lambda session: session.execute(query).all()) == [
        ("lead", "held", "on the ward")
    ]


def test_patients_who_are_no_longer_looked_after_stay_as_they_are(
    store: Store, moment: Moment, novak: int, reyes: int, fifteen: list[int]
) -> None:
    gone = store.read(held_from, novak, TODAY)[0].patient_id
    store.do(
        set_status,
        gone,
        StatusDraft(Status.DECEASED, TODAY, "at home"),
        moment=moment,
        rules=store.rules,
    )
    _, said = give_over(store, moment, HandOverDraft(novak, reyes, TODAY))
    assert said.startswith("14 patients")
    assert holders(store, FIRST_WITHOUT)[gone] == {(novak, "primary")}


def test_nobody_who_has_left_by_then_takes_patients(
    store: Store, moment: Moment, novak: int, reyes: int, fifteen: list[int]
) -> None:
    leave(store, moment, reyes, LAST_DAY)
    before = whole_table(store)
    with pytest.raises(Refused) as refused:
        give_over(store, moment, HandOverDraft(novak, reyes, FIRST_WITHOUT))
    assert [problem.field for problem in refused.value.problems] == ["to_id"]
    assert whole_table(store) == before
    give_over(store, moment, HandOverDraft(novak, reyes, LAST_DAY))


@pytest.mark.parametrize(("day", "field"), [(date(2026, 11, 19), "on"), (date(2028, 1, 1), "on")])
def test_a_day_that_is_past_or_far_away_is_refused(
    store: Store, moment: Moment, novak: int, reyes: int, day: date, field: str
) -> None:
    with pytest.raises(Refused) as refused:
        give_over(store, moment, HandOverDraft(novak, reyes, day))
    assert [problem.field for problem in refused.value.problems] == [field]


def test_with_nothing_to_give_a_hand_over_is_refused(
    store: Store, moment: Moment, novak: int, reyes: int
) -> None:
    with pytest.raises(Refused, match="holds none of these roles"):
        give_over(store, moment, HandOverDraft(novak, reyes, TODAY))


def test_the_number_of_statements_does_not_grow_with_the_patients(
    store: Store, moment: Moment, novak: int, reyes: int, fifteen: list[int]
) -> None:
    counts: list[int] = []
    for ids in (tuple(fifteen[:2]), tuple(fifteen[2:])):
        seen: list[str] = []

        @needs(Action.OWN)
        def counted(session: Session, draft: HandOverDraft, seen: list[str] = seen) -> Changes:
            engine = session.connection().engine

            def note(_connection: Any, _cursor: Any, said: str, *_: Any) -> None:
                seen.append(said)

            event.listen(engine, "before_cursor_execute", note)
            try:
                return hand_over(session, draft, moment=moment, rules=store.rules)
            finally:
                event.remove(engine, "before_cursor_execute", note)

        store.do(counted, HandOverDraft(novak, reyes, FIRST_WITHOUT, ids))
        counts.append(len(seen))
    assert counts[0] == counts[1]
