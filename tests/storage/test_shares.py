"""A caseload is handed over in part, or shared out among several."""

import pytest

from careteam.domain.assignments import HandOverDraft, Rank
from careteam.domain.errors import Refused
from careteam.domain.moment import Moment
from careteam.storage.reads.hand_over import (
    hand_over_receipt,
    held_from,
    holders_of,
)
from careteam.storage.store import Store
from careteam.storage.writes.hand_over import (
    share_out_caseload,
    take_back_caseload,
)
from tests.people import add_member
from tests.plans import plans_of
from tests.storage.caseload import (
    FIRST_WITHOUT,
    ROLE,
    TODAY,
    fifteen,
    give_over,
    given,
    holders,
    novak,
    reyes,
    whole_table,
)

# fixtures of this clinic
assert fifteen
assert novak
assert reyes


def test_only_the_chosen_patients_go_over(
    store: Store, moment: Moment, novak: int, reyes: int, fifteen: list[int]
) -> None:
    draft = HandOverDraft(novak, reyes, FIRST_WITHOUT, tuple(fifteen[:4]))
    give_over(store, moment, draft)
    assert [r.assignment_id for r in store.read(held_from, novak, FIRST_WITHOUT)] == fifteen[4:]


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
