"""A record that comes in leaves what counts in a locked month as it is, and all else comes in."""

from datetime import date, timedelta
from pathlib import Path

import pytest

from careteam.domain.incoming import Severity
from careteam.domain.intake.report import Did, ImportReport, Kind
from careteam.domain.moment import Moment
from careteam.exports.fhir.record import record_bundle
from careteam.exports.fhir.writing import as_bytes
from careteam.storage.reads.month_time import month_page
from careteam.storage.store import Store
from careteam.storage.writes.month_locks import lock_month, reopen_month
from careteam.storage.writes.settings import name_site
from tests.fhir.conftest import Leaving, NewStore
from tests.fhir.returning import take
from tests.storage.navigating import NOVEMBER, at, called, worked
from tests.storage.needs import act

DAY, BEFORE = date(2026, 11, 12), date(2026, 10, 20)
SENTENCE = (
    "2 entries stay out: November 2026 is locked, and what counts as navigation time in it stands; "
    "import the file again once a supervisor has reopened it."
)


@pytest.fixture
def file(store: Store, moment: Moment, patient: int, tmp_path: Path) -> Path:
    """The record of somebody with time of November and October, and a call that counts nowhere."""
    store.do(name_site, moment=moment, rules=store.rules)
    called(store, moment, patient, 40, at(DAY))
    worked(store, moment, patient, 25, at(DAY, 12))
    worked(store, moment, patient, 15, at(BEFORE))
    called(store, moment, patient, 5, at(DAY + timedelta(days=1)), program="", activity="")
    [record] = Leaving(store, moment).records()
    path = tmp_path / "record.json"
    path.write_bytes(as_bytes(record_bundle(record, store.rules)))
    return path


@pytest.fixture
def other(new_store: NewStore, moment: Moment) -> Store:
    """A clinic that has locked November."""
    other = new_store()
    act(other, moment, lock_month, NOVEMBER)
    return other


def left_out(report: ImportReport) -> list[str]:
    return [one.sentence for one in report.findings if one.severity is Severity.LEFT_OUT]


def minutes(store: Store, month: date) -> list[int]:
    return [row.sum.minutes for row in store.read(month_page, month, rules=store.rules).rows]


def test_what_would_count_in_a_locked_month_stays_out_with_the_reason(
    other: Store, moment: Moment, file: Path
) -> None:
    report = take(other, moment, file)
    assert report.count(Did.ADDED) == 1
    assert left_out(report) == [SENTENCE]
    made = dict(report.made)
    assert (made[Kind.PATIENT], made[Kind.CONTACT]) == (1, 1)
    assert (minutes(other, NOVEMBER), minutes(other, date(2026, 10, 1))) == ([], [15])


def test_once_the_month_is_reopened_the_same_file_brings_the_rest(
    other: Store, moment: Moment, file: Path
) -> None:
    take(other, moment, file)
    act(other, moment, reopen_month, NOVEMBER, "a record was missing")
    again = take(other, moment, file)
    assert (left_out(again), dict(again.made)[Kind.CONTACT]) == ([], 1)
    assert minutes(other, NOVEMBER) == [65]


def test_a_second_import_into_a_locked_month_tells_it_again_and_writes_nothing(
    other: Store, moment: Moment, file: Path
) -> None:
    take(other, moment, file)
    again = take(other, moment, file)
    assert (left_out(again), again.made, again.updated) == ([SENTENCE], (), ())
