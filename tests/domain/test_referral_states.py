"""Whatever is tried with a referral, it moves only as the states allow and never ends silently."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from careteam.domain.catalogue import Catalogue, Role, Term
from careteam.domain.errors import Refused
from careteam.domain.referrals import (
    NEXT_STATES,
    OPEN_STATES,
    ReferralDraft,
    ReferralState,
    ReferralStepDraft,
    ReopenDraft,
    Standing,
    check,
    check_reopen,
    check_step,
    step_words,
)

TODAY = date(2026, 11, 20)
CATALOGUE = Catalogue(
    roles={"chaplain": Role("chaplain", "Chaplain", "chaplaincy")},
    phases={},
    modes={},
    outcomes={},
    terms={"referral_method": {"fax": Term("fax", "Fax")}},
)
WORDS = st.sampled_from(("", " ", "Seen once"))
STEPS = st.builds(
    ReferralStepDraft,
    st.just(1),
    st.sampled_from((*ReferralState, "lost")),
    st.dates(TODAY - timedelta(days=9), TODAY + timedelta(days=2)),
    WORDS,
    WORDS,
    st.none() | st.dates(TODAY, TODAY + timedelta(days=90)),
)


@given(st.lists(STEPS, max_size=12))
def test_only_what_may_follow_follows_and_no_loop_closes_without_a_word(
    steps: list[ReferralStepDraft],
) -> None:
    at = Standing(1, ReferralState.REQUESTED, TODAY - timedelta(days=5))
    for asked in steps:
        try:
            step = check_step(asked, at, today=TODAY)
        except Refused:
            continue
        state = ReferralState(step.state)
        assert state in NEXT_STATES[at.state]
        assert at.since <= step.on <= TODAY
        if state is ReferralState.COMPLETED:
            assert step.result
        if state not in OPEN_STATES:
            assert step_words(step)
        if state is ReferralState.SCHEDULED:
            assert step.scheduled_on is not None
        at = Standing(1, state, step.on, step.scheduled_on, step.result)


def test_every_state_is_open_or_closed_and_every_open_one_can_be_closed() -> None:
    assert set(NEXT_STATES) == set(OPEN_STATES)
    reached = {state for states in NEXT_STATES.values() for state in states}
    assert reached | {ReferralState.REQUESTED} == set(ReferralState)
    for state in OPEN_STATES:
        assert set(NEXT_STATES[state]) - set(OPEN_STATES)


@given(st.sampled_from(tuple(ReferralState)), WORDS)
def test_only_a_closed_referral_is_reopened_and_only_with_a_note(
    state: ReferralState, note: str
) -> None:
    draft, at = ReopenDraft(1, TODAY, note), Standing(1, state, TODAY)
    if state in OPEN_STATES or not note.strip():
        with pytest.raises(Refused):
            check_reopen(draft, at, today=TODAY)
    else:
        assert check_reopen(draft, at, today=TODAY).note == note


@pytest.mark.parametrize(
    ("draft", "field"),
    [
        (ReferralDraft(1, TODAY, "role"), "to_role"),
        (ReferralDraft(1, TODAY, "role", "wizard"), "to_role"),
        (ReferralDraft(1, TODAY, "person"), "to_person_id"),
        (ReferralDraft(1, TODAY, "outside", to_name=" "), "to_name"),
        (ReferralDraft(1, TODAY, "outside", to_name="x" * 201), "to_name"),
        (ReferralDraft(1, TODAY, "moon"), "to_kind"),
        (ReferralDraft(1, TODAY + timedelta(days=1), "role", "chaplain"), "requested_on"),
        (ReferralDraft(1, TODAY, "role", "chaplain", priority="soon"), "priority"),
        (ReferralDraft(1, TODAY, "role", "chaplain", method="pigeon"), "method"),
        (ReferralDraft(1, TODAY, "role", "chaplain", reason_kind="whim"), "reason_kind"),
        (ReferralDraft(1, TODAY, "role", "chaplain", reason_kind="barrier"), "reason_id"),
        (ReferralDraft(1, TODAY, "role", "chaplain", reason_kind="score"), "reason_id"),
        (ReferralDraft(1, TODAY, "role", "chaplain", reason_kind="suggestion"), "reason_id"),
        (ReferralDraft(1, TODAY, "role", "chaplain", reason_text="x" * 501), "reason_text"),
    ],
)
def test_what_a_referral_lacks_is_refused_at_its_field(draft: ReferralDraft, field: str) -> None:
    with pytest.raises(Refused) as refused:
        check(draft, catalogue=CATALOGUE, today=TODAY)
    assert [problem.field for problem in refused.value.problems] == [field]


def test_a_referral_to_each_kind_stands_with_what_it_needs() -> None:
    for draft in (
        ReferralDraft(1, TODAY, "role", "chaplain", method="fax"),
        ReferralDraft(1, TODAY, "person", to_person_id=4),
        ReferralDraft(1, TODAY, "outside", to_name="River Hospice", priority="urgent"),
    ):
        assert check(draft, catalogue=CATALOGUE, today=TODAY) == draft
