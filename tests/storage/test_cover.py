"""For days away the patients of one person have somebody as backup, and no longer."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from careteam.domain.assignments import Rank
from careteam.domain.errors import Refused
from careteam.domain.moment import Moment
from careteam.domain.people import AbsenceDraft
from careteam.storage.reads.hand_over import (
    held_from,
)
from careteam.storage.reads.person import person_detail
from careteam.storage.store import Store
from careteam.storage.writes.cover import (
    CoverDraft,
    CoverReceipt,
    cover_absence,
    take_back_cover,
)
from careteam.storage.writes.people import amend_person
from tests.storage.caseload import (
    FIRST_WITHOUT,
    LAST_DAY,
    TODAY,
    fifteen,
    given,
    go_away,
    holders,
    leave,
    novak,
    reyes,
    whole_table,
)

# fixtures of this clinic
assert fifteen
assert novak
assert reyes


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
