"""The patients of one person go to another in one step, are covered, and come back."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from sqlalchemy import event, text
from sqlmodel import Session, select

from careteam.domain.access import Action, needs
from careteam.domain.assignments import AssignmentDraft, HandOverDraft, Rank
from careteam.domain.changes import Changes
from careteam.domain.errors import Refused, Stale
from careteam.domain.moment import Moment
from careteam.domain.patients import PatientDraft, Status, StatusDraft
from careteam.domain.people import AbsenceDraft
from careteam.storage.reads.cover import CoverNeed
from careteam.storage.reads.hand_over import (
    HandOverReceipt,
    Standing,
    hand_over_receipt,
    hand_over_steps,
    held_from,
    holders_of,
)
from careteam.storage.reads.people import DirectoryFilter, Presence, directory_rows
from careteam.storage.reads.person import person_detail
from careteam.storage.store import Store
from careteam.storage.tables import AssignmentRecord
from careteam.storage.writes.assignments import assign, hold_assignment
from careteam.storage.writes.cover import (
    CoverDraft,
    CoverReceipt,
    cover_absence,
    take_back_cover,
)
from careteam.storage.writes.day import open_day
from careteam.storage.writes.hand_over import (
    hand_over,
    share_out_caseload,
    take_back_caseload,
    take_back_hand_over,
)
from careteam.storage.writes.patients import register_patient, set_status
from careteam.storage.writes.people import amend_person
from tests.people import add_member
from tests.plans import plans_of

TODAY = date(2026, 11, 20)
LAST_DAY = date(2026, 11, 30)
FIRST_WITHOUT = date(2026, 12, 1)
ROLE = "physical_therapist"


@pytest.fixture
def novak(store: Store) -> int:
    """Petra Novak, DPT, physical therapist."""
    return add_member(store, "Novak", "Petra", "DPT", ROLE, "(212) 555-0158")


@pytest.fixture
def reyes(store: Store) -> int:
    """Daniel Reyes, DPT, physical therapist."""
    return add_member(store, "Reyes", "Daniel", "DPT", ROLE, "(212) 555-0157")


@pytest.fixture
def fifteen(store: Store, moment: Moment, novak: int) -> list[int]:
    """The assignments of Petra Novak for fifteen patients in induction."""
    return [given(store, moment, registered(store, moment, n), novak) for n in range(15)]


def registered(store: Store, moment: Moment, number: int) -> int:
    draft = PatientDraft(
        mrn=f"7{number:05d}",
        family=f"Patient{number:03d}",
        given="Ada",
        phase="induction",
        phase_since=date(2026, 11, 9),
    )
    made = store.do(register_patient, draft, moment=moment, rules=store.rules).made
    assert made is not None
    return made


def given(
    store: Store, moment: Moment, patient: int, person: int, rank: Rank = Rank.PRIMARY
) -> int:
    draft = AssignmentDraft(patient, ROLE, person, rank, date(2026, 11, 10))
    made = store.do(assign, draft, moment=moment, rules=store.rules).made
    assert made is not None
    return made


def give_over(store: Store, moment: Moment, draft: HandOverDraft) -> tuple[HandOverReceipt, str]:
    receipt = store.read(hand_over_receipt, draft)
    said = store.do(hand_over, draft, moment=moment, rules=store.rules).summary
    return receipt, said


def take_back(store: Store, moment: Moment, receipt: HandOverReceipt) -> None:
    store.do(take_back_hand_over, receipt, moment=moment, rules=store.rules)


def holders(store: Store, day: date) -> dict[int, set[tuple[int, str]]]:
    """Who holds the role of each patient on a day, with the rank."""
    table = AssignmentRecord.__table__.c
    query = select(AssignmentRecord).where(
        table.role == ROLE,
        table.starts_on <= day,
        (table.ends_on.is_(None)) | (table.ends_on > day),
    )
    found: dict[int, set[tuple[int, str]]] = {}
    for row in store.read(lambda session: session.exec(query).all()):
        found.setdefault(row.patient_id, set()).add((row.person_id, row.rank))
    return found


def whole_table(store: Store) -> list[tuple[object, ...]]:
    """Every assignment that stands on some day, without the count of its changes."""
    query = text(
        "SELECT patient_id, role, person_id, rank, state, starts_on, ends_on, end_reason,"
        " next_due_on, due_kind, held_since FROM assignment"
        " WHERE end_reason <> 'entered_in_error' ORDER BY id"
    )
    return store.read(lambda session: [tuple(row) for row in session.execute(query)])


def kept_columns(store: Store) -> list[tuple[object, ...]]:
    query = text("SELECT id, next_due_on, filled_count, gap_count FROM patient ORDER BY id")
    return store.read(lambda session: [tuple(row) for row in session.execute(query)])


def leave(store: Store, moment: Moment, person: int, day: date | None) -> None:
    draft = replace(store.read(person_detail, person, TODAY).draft, leaves_on=day)
    store.do(amend_person, person, draft, moment=moment, rules=store.rules)


def go_away(store: Store, moment: Moment, person: int, *absences: AbsenceDraft) -> CoverNeed:
    draft = replace(store.read(person_detail, person, TODAY).draft, absences=absences)
    store.do(amend_person, person, draft, moment=moment, rules=store.rules)
    return store.read(person_detail, person, TODAY).uncovered[0]


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


def test_only_the_chosen_patients_go_over(
    store: Store, moment: Moment, novak: int, reyes: int, fifteen: list[int]
) -> None:
    draft = HandOverDraft(novak, reyes, FIRST_WITHOUT, tuple(fifteen[:4]))
    give_over(store, moment, draft)
    assert [r.assignment_id for r in store.read(held_from, novak, FIRST_WITHOUT)] == fifteen[4:]


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


def test_the_cover_is_backup_for_the_days_away_and_no_longer(
    store: Store, moment: Moment, novak: int, reyes: int, fifteen: list[int]
) -> None:
    need = go_away(store, moment, novak, AbsenceDraft(date(2026, 11, 23), LAST_DAY, cover_id=reyes))
    assert (need.cover_id, len(need.rows)) == (reyes, 15)
    said = store.do(
        cover_absence, CoverDraft(need.absence_id, reyes), moment=moment, rules=store.rules
    ).summary
    assert said == "Daniel Reyes, DPT covers 15 patients from 23-Nov-2026 to 30-Nov-2026."
    both = {(novak, "primary"), (reyes, "backup")}
    assert list(holders(store, date(2026, 11, 22)).values()) == [{(novak, "primary")}] * 15
    assert list(holders(store, date(2026, 11, 23)).values()) == [both] * 15
    assert list(holders(store, LAST_DAY).values()) == [both] * 15
    assert list(holders(store, FIRST_WITHOUT).values()) == [{(novak, "primary")}] * 15
    assert store.read(person_detail, novak, TODAY).uncovered == ()


def test_a_patient_with_a_backup_needs_no_cover(
    store: Store, moment: Moment, novak: int, reyes: int, fifteen: list[int]
) -> None:
    first = store.read(held_from, novak, TODAY)[0].patient_id
    given(store, moment, first, reyes, Rank.BACKUP)
    need = go_away(store, moment, novak, AbsenceDraft(date(2026, 11, 23), LAST_DAY))
    assert first not in {row.patient_id for row in need.rows}
    assert len(need.rows) == 14


def test_cover_is_taken_back_in_one_step(
    store: Store, moment: Moment, novak: int, reyes: int, fifteen: list[int]
) -> None:
    need = go_away(store, moment, novak, AbsenceDraft(date(2026, 11, 23), LAST_DAY))
    before = whole_table(store)
    store.do(cover_absence, CoverDraft(need.absence_id, reyes), moment=moment, rules=store.rules)
    store.do(take_back_cover, CoverReceipt(need, reyes), moment=moment, rules=store.rules)
    assert whole_table(store) == before
    detail = store.read(person_detail, novak, TODAY)
    assert detail.uncovered == (need,)
    assert detail.draft.absences[0].cover_id is None


def test_cover_ends_when_the_days_away_are_dropped(
    store: Store, moment: Moment, novak: int, reyes: int, fifteen: list[int]
) -> None:
    need = go_away(store, moment, novak, AbsenceDraft(date(2026, 11, 16), LAST_DAY))
    assert need.first == TODAY
    store.do(cover_absence, CoverDraft(need.absence_id, reyes), moment=moment, rules=store.rules)
    tomorrow = Moment.at(moment.now + timedelta(days=1), moment.zone)
    draft = replace(store.read(person_detail, novak, TODAY).draft, absences=())
    store.do(amend_person, novak, draft, moment=tomorrow, rules=store.rules)
    both = {(novak, "primary"), (reyes, "backup")}
    assert list(holders(store, TODAY).values()) == [both] * 15
    assert list(holders(store, tomorrow.today).values()) == [{(novak, "primary")}] * 15


def test_who_is_away_too_or_leaves_before_cannot_cover(
    store: Store, moment: Moment, novak: int, reyes: int, fifteen: list[int]
) -> None:
    need = go_away(store, moment, novak, AbsenceDraft(date(2026, 11, 23), LAST_DAY))
    draft = CoverDraft(need.absence_id, reyes)
    leave(store, moment, reyes, date(2026, 11, 28))
    with pytest.raises(Refused, match="leaves on 28-Nov-2026"):
        store.do(cover_absence, draft, moment=moment, rules=store.rules)
    leave(store, moment, reyes, None)
    person = replace(
        store.read(person_detail, reyes, TODAY).draft,
        absences=(AbsenceDraft(LAST_DAY, LAST_DAY),),
    )
    store.do(amend_person, reyes, person, moment=moment, rules=store.rules)
    with pytest.raises(Refused, match="away too, from 30-Nov-2026"):
        store.do(cover_absence, draft, moment=moment, rules=store.rules)


def test_a_caseload_is_shared_out_among_several_and_taken_back_in_one_step(
    store: Store, moment: Moment, novak: int, reyes: int, fifteen: list[int]
) -> None:
    ito = add_member(store, "Ito", "Ken", "DPT", ROLE)
    drafts = (
        HandOverDraft(novak, reyes, FIRST_WITHOUT, tuple(fifteen[:8])),
        HandOverDraft(novak, ito, FIRST_WITHOUT, tuple(fifteen[8:])),
    )
    before = whole_table(store)
    receipts = tuple(store.read(hand_over_receipt, draft) for draft in drafts)
    said = store.do(share_out_caseload, drafts, moment=moment, rules=store.rules).summary
    assert said.startswith("8 patients are handed over to Daniel Reyes, DPT on 1-Dec-2026. 7 ")
    after = [person for held in holders(store, FIRST_WITHOUT).values() for person, _ in held]
    assert (after.count(reyes), after.count(ito), after.count(novak)) == (8, 7, 0)
    store.do(take_back_caseload, receipts, moment=moment, rules=store.rules)
    assert whole_table(store) == before


def test_when_one_share_is_refused_nothing_is_handed_over(
    store: Store, moment: Moment, novak: int, reyes: int, fifteen: list[int]
) -> None:
    before = whole_table(store)
    drafts = (
        HandOverDraft(novak, reyes, FIRST_WITHOUT, tuple(fifteen[:8])),
        HandOverDraft(novak, novak, FIRST_WITHOUT, tuple(fifteen[8:])),
    )
    with pytest.raises(Refused):
        store.do(share_out_caseload, drafts, moment=moment, rules=store.rules)
    assert whole_table(store) == before


def test_who_holds_roles_of_some_patients_is_told_with_their_number(
    store: Store, moment: Moment, novak: int, reyes: int, fifteen: list[int]
) -> None:
    patients = [row.patient_id for row in store.read(held_from, novak, TODAY)]
    given(store, moment, patients[0], reyes, Rank.BACKUP)
    rows = store.read(holders_of, patients[:3])
    assert [(row.person_id, row.roles, row.patients) for row in rows] == [
        (novak, 3, 3),
        (reyes, 1, 1),
    ]
    plans = plans_of(store, holders_of, patients[:3])
    assert not [plan for plan in plans if plan.startswith("SCAN assignment")], plans
