"""When days away are changed, the cover goes along."""

from dataclasses import replace
from datetime import date

from careteam.domain.people import AbsenceDraft
from careteam.storage.store import Store
from careteam.storage.writes.cover import CoverDraft, CoverReceipt, cover_absence, take_back_cover
from tests.storage.days_away import (
    TODAY,
    at,
    away,
    bell,
    covering,
    ito,
    kept,
    needs,
    nov,
    okoye,
    standing,
    states,
    three,
)

# fixtures of this clinic
assert bell
assert ito
assert okoye
assert three


def test_longer_days_away_take_the_cover_along(
    store: Store, bell: int, okoye: int, three: list[int]
) -> None:
    away(store, bell, AbsenceDraft(nov(19), nov(25), okoye))
    [kept_one] = kept(store, bell)
    away(store, bell, replace(kept_one, ends_on=nov(30)), on=nov(23))
    assert covering(store, nov(30)) == {okoye}
    assert covering(store, date(2026, 12, 1)) == set()
    assert len(standing(store)) == 6


def test_shorter_days_away_end_the_cover_sooner(
    store: Store, bell: int, okoye: int, three: list[int]
) -> None:
    away(store, bell, AbsenceDraft(nov(19), nov(30), okoye))
    [kept_one] = kept(store, bell)
    away(store, bell, replace(kept_one, ends_on=nov(24)), on=nov(23))
    assert covering(store, nov(24)) == {okoye}
    assert covering(store, nov(25)) == set()
    away(store, bell, replace(kept_one, ends_on=nov(22)), on=nov(23))
    assert covering(store, nov(22)) == {okoye}
    assert covering(store, nov(23)) == set()
    assert states(store, okoye) == {("ended", False)}


def test_days_away_that_move_take_arranged_cover_along(
    store: Store, bell: int, okoye: int, three: list[int]
) -> None:
    away(store, bell, AbsenceDraft(nov(23), nov(25), okoye))
    [need] = needs(store, bell)
    store.do(cover_absence, CoverDraft(need.absence_id, okoye), moment=at(TODAY), rules=store.rules)
    [kept_one] = kept(store, bell)
    away(store, bell, replace(kept_one, starts_on=nov(28), ends_on=nov(30)))
    assert covering(store, nov(24)) == set()
    assert covering(store, nov(28)) == {okoye}
    assert covering(store, nov(30)) == {okoye}
    assert needs(store, bell) == ()


def test_dropped_days_away_end_the_cover_of_everybody_who_covers_them(
    store: Store, bell: int, okoye: int, ito: int, three: list[int]
) -> None:
    away(store, bell, AbsenceDraft(nov(23), nov(25)))
    [need] = needs(store, bell)
    first, *rest = (row.assignment_id for row in need.rows)
    for cover, ids in ((okoye, (first,)), (ito, tuple(rest))):
        draft = CoverDraft(need.absence_id, cover, ids)
        store.do(cover_absence, draft, moment=at(TODAY), rules=store.rules)
    assert covering(store, nov(24)) == {okoye, ito}
    away(store, bell)
    assert covering(store, nov(24)) == set()


def test_another_cover_takes_over_where_the_absence_names_another(
    store: Store, bell: int, okoye: int, ito: int, three: list[int]
) -> None:
    away(store, bell, AbsenceDraft(nov(19), nov(30), okoye))
    [kept_one] = kept(store, bell)
    away(store, bell, replace(kept_one, cover_id=ito), on=nov(23))
    assert covering(store, nov(22)) == {okoye}
    assert covering(store, nov(23)) == {ito}


def test_a_run_of_days_is_covered_and_taken_back_alone(
    store: Store, bell: int, okoye: int, ito: int, three: list[int]
) -> None:
    away(store, bell, AbsenceDraft(nov(23), nov(30)))
    [need] = needs(store, bell)
    store.do(cover_absence, CoverDraft(need.absence_id, okoye), moment=at(TODAY), rules=store.rules)
    away(store, okoye, AbsenceDraft(nov(25), nov(26)))
    [gap] = needs(store, bell)
    before = standing(store)
    draft = CoverDraft(gap.absence_id, ito, first=gap.first)
    store.do(cover_absence, draft, moment=at(TODAY), rules=store.rules)
    assert covering(store, nov(26)) == {okoye, ito}
    assert covering(store, nov(27)) == {okoye}
    store.do(take_back_cover, CoverReceipt(gap, ito), moment=at(TODAY), rules=store.rules)
    assert standing(store) == before
