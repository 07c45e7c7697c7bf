"""The measures: each equals a plain reading of all rows, and opens exactly the list it counts."""

from datetime import UTC, date, datetime

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import text

from careteam.domain.measures import MEASURES
from careteam.domain.measuring import Form
from careteam.domain.moment import Moment
from careteam.domain.periods import By, Period
from careteam.storage.reads.insights import insight_results
from careteam.storage.reads.insights_rows import InsightRow, Wanted, insight_rows
from careteam.storage.reads.insights_scope import Scope
from careteam.storage.store import Store
from careteam.storage.tallies import CONTACT_DAY, tally_sql
from tests.invented import fill_clinic
from tests.measured import Rows
from tests.measured_lines import Line, middle
from tests.people import add_member

LATER = Moment.at(datetime(2026, 12, 4, 15, 0, tzinfo=UTC), "America/New_York")
PERIODS = (
    Period.holding(date(2026, 11, 15), By.MONTH),
    Period.holding(date(2026, 10, 31), By.WEEK),
    Period.holding(date(2026, 12, 4), By.QUARTER),
    Period.holding(date(2026, 12, 4), By.YEAR),
    Period(date(2026, 11, 1), date(2026, 11, 1)),
)
QUIETLY = settings(
    max_examples=12,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)


@pytest.fixture
def navigators(store: Store) -> tuple[int, ...]:
    return tuple(
        add_member(store, family, "", "RN", "nurse_navigator") for family in ("Ellis", "Ng")
    )


def listed(store: Store, wanted: Wanted, scope: Scope) -> tuple[InsightRow, ...]:
    return store.read(insight_rows, wanted, scope, moment=LATER, rules=store.rules, limit=None)


@pytest.mark.parametrize("period", PERIODS, ids=lambda period: period.shown)
@QUIETLY
@given(seed=st.integers(0, 10**6), is_mine=st.booleans())
def test_every_number_equals_a_plain_reading_of_the_rows_and_opens_exactly_its_list(
    store: Store, navigators: tuple[int, ...], period: Period, seed: int, is_mine: bool
) -> None:
    fill_clinic(store, seed, LATER, navigators)
    mine = navigators[seed % 2] if is_mine else None
    scope = Scope(period, mine)
    plain = Rows(store, period, LATER.today, LATER.zone, mine)
    results = store.read(
        insight_results, MEASURES, scope, moment=LATER, rules=store.rules, in_parts=set(MEASURES)
    )
    bare = store.read(insight_results, MEASURES, scope, moment=LATER, rules=store.rules)
    for key, measure in MEASURES.items():
        lines, result = plain.lines(key), results[key]
        assert bare[key].whole == result.whole, key
        hits = [line for line in lines if line.is_hit]
        assert (result.whole.of, result.whole.hits) == (len(lines), len(hits)), key
        if measure.form is Form.MEDIAN:
            assert result.whole.median == middle(lines), key
        for only_hits, expected in ((False, lines), (True, hits)):
            rows = listed(store, Wanted(key, only_hits), scope)
            assert _told(rows) == _expected(expected), key
        for by in measure.by:
            _check_parts(store, scope, key, by, lines, dict(result.parts[by]))


def _check_parts(
    store: Store, scope: Scope, key: str, by: str, lines: list[Line], parts: dict[str, object]
) -> None:
    told = {dict(line.parts)[by] for line in lines}
    assert set(parts) == told, (key, by)
    for part in told:
        of_it = [line for line in lines if dict(line.parts)[by] == part]
        figure = parts[part]
        hits = sum(line.is_hit for line in of_it)
        assert (figure.of, figure.hits) == (len(of_it), hits), (key, part)  # type: ignore[attr-defined]
        if MEASURES[key].form is Form.MEDIAN:
            assert figure.median == middle(of_it), (key, part)  # type: ignore[attr-defined]
        rows = listed(store, Wanted(key, by=by, part=part), scope)
        assert _told(rows) == _expected(of_it), (key, part)


def _told(rows: tuple[InsightRow, ...]) -> list[tuple[int, int, bool, int | None]]:
    return sorted(
        (row.ref, row.patient_id, row.is_hit, row.days if row.is_hit else None) for row in rows
    )


def _expected(lines: list[Line]) -> list[tuple[int, int, bool, int | None]]:
    return sorted((line.ref, line.patient, line.is_hit, line.days) for line in lines)


@QUIETLY
@given(seed=st.integers(0, 10**6))
def test_the_tally_of_contacts_equals_the_contacts_after_any_acts(
    store: Store, navigators: tuple[int, ...], seed: int
) -> None:
    fill_clinic(store, seed, LATER, navigators)
    _change_contacts(store, seed)
    query = f"SELECT * FROM {CONTACT_DAY} WHERE contacts <> 0 ORDER BY day, about, key"
    kept = store.read(lambda session: session.execute(text(query)).all())

    def anew(session: object) -> object:
        for statement in tally_sql():
            session.execute(text(statement))  # type: ignore[attr-defined]
        return session.execute(text(query)).all()  # type: ignore[attr-defined]

    assert kept == store.read(anew)
    assert kept


@QUIETLY
@given(seed=st.integers(0, 10**6))
def test_what_answered_a_suggestion_and_the_first_contact_are_kept_as_the_rows_say(
    store: Store, navigators: tuple[int, ...], seed: int
) -> None:
    fill_clinic(store, seed, LATER, navigators)
    _change_contacts(store, seed)
    plain = Rows(store, PERIODS[3], LATER.today, LATER.zone, None)
    for row in plain.all("suggestion"):
        if row["kind"] == "role":
            told = row["assigned_on"], row["reached_on"]
            assert told == (plain._assigned(row), plain._reached(row))
    for row in plain.patients.values():
        first = min(plain._reached_days(row["id"], None, None), default=None)
        assert row["first_contact_on"] == first


def _change_contacts(store: Store, seed: int) -> None:
    """Retract some contacts and change others, below the verbs."""
    from careteam.domain.access import Action, needs
    from careteam.domain.changes import Changes

    changed = (
        "retracted_at = '2026-12-01 00:00:00.000000', retract_reason = 'wrong'",
        "role = 'chaplain', day = '2026-11-03', at = '2026-11-03 12:00:00.000000'",
        "is_reached = 1 - is_reached, outcome = 'left_message'",
        "retracted_at = NULL, mode = 'video', direction = 'inbound'",
    )

    @needs(Action.OWN)
    def change(session: object, *, moment: Moment) -> Changes:
        for place, values in enumerate(changed):
            session.execute(  # type: ignore[attr-defined]
                text(f"UPDATE contact SET {values} WHERE id % 7 = {(seed + place) % 7}")
            )
        for role, condition in (("chaplain", 0), ("social_worker", 1)):
            session.execute(  # type: ignore[attr-defined]
                text(
                    f"UPDATE suggestion SET role = '{role}' WHERE id % 5 = {condition} "
                    "AND kind = 'role'"
                )
            )
        return Changes(frozenset())

    store.do(change, moment=LATER)
