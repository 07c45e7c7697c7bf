"""What every test may ask for: a moment, an encrypted database, and a small clinic in it."""

import gc
import itertools
import os
import shutil
from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from PySide6.QtGui import QCursor, QGuiApplication

from careteam.domain.access import Who, all_roles
from careteam.domain.assignments import AssignmentDraft, Rank
from careteam.domain.dates import PartialDate
from careteam.domain.moment import Moment
from careteam.domain.patients import PatientDraft
from careteam.domain.phones import Phone
from careteam.storage.engine import Key
from careteam.storage.key_ring import ring_of
from careteam.storage.signing_in import Credentials, open_key
from careteam.storage.store import Store
from careteam.storage.tables.accounts import FIRST_ACCOUNT
from careteam.storage.writes.assignments import assign
from careteam.storage.writes.patients import register_patient
from tests.people import add_member

gc.disable()  # as in the program's window: a widget must never be collected beside its own thread
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

settings.register_profile("searching", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("steady", settings.get_profile("searching"), derandomize=True)
settings.load_profile("steady")
"""The same examples at each run, however slow the machine is; `searching` tries others."""

PASSPHRASE = "lantern meadow copper 41"
NOW = datetime(2026, 11, 20, 14, 30, tzinfo=UTC)
"""Friday 20 November 2026, 09:30 in New York."""
ADMIN = Who(FIRST_ACCOUNT, "admin", all_roles())
"""The account with which a database begins."""
_WHOLE_EVERY = 100
"""Tests after which all garbage is collected, and not only the new."""
_ENDED = itertools.count(1)


@pytest.hookimpl(trylast=True)
def pytest_runtest_teardown() -> None:
    """Leave nothing of a test to the next one: no pointer over a window, no garbage.

    Garbage is collected in the thread of all tests. What is left of many is not looked through
    again: the mappers keep the statements of each of thousands of databases.
    """
    if isinstance(QGuiApplication.instance(), QGuiApplication):
        QCursor.setPos(0, 0)
    if next(_ENDED) % _WHOLE_EVERY:
        gc.collect(1)
    else:
        gc.collect()
        gc.freeze()


def key_of(path: Path, password: str = PASSPHRASE, user: str = "admin") -> Key:
    """The key that a password opens."""
    return open_key(path, Credentials(user, password)).key


def copy_database(source: Path, target: Path) -> None:
    """Lay a closed database elsewhere, with its keys."""
    shutil.copyfile(source, target)
    shutil.copyfile(ring_of(source), ring_of(target))


@pytest.fixture
def moment() -> Moment:
    """Friday 20-Nov-2026 09:30 in New York, with nobody at the desk."""
    return Moment.at(NOW, "America/New_York")


@pytest.fixture(scope="session")
def empty_database(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Key]:
    """A new database with the default rules, made once; copy it, never open it."""
    path = tmp_path_factory.mktemp("database") / "clinic.db"
    Store.create(path, PASSPHRASE, moment=Moment.at(NOW, "America/New_York")).close()
    return path, key_of(path)


@pytest.fixture
def store(empty_database: tuple[Path, Key], tmp_path: Path) -> Iterator[Store]:
    """An encrypted database of this test's own, with the default rules and nobody in it."""
    template, key = empty_database
    path = tmp_path / "careteam.db"
    copy_database(template, path)
    store = Store.open(path, key, now=NOW, who=ADMIN)
    yield store
    store.close()


@pytest.fixture
def navigator(store: Store) -> int:
    """Joan Ellis, RN, OCN: the nurse navigator who works at the desk."""
    return add_member(store, "Ellis", "Joan", "RN, OCN", "nurse_navigator", "(212) 555-0101")


@pytest.fixture
def patient(store: Store, moment: Moment, navigator: int) -> int:
    """DELACRUZ, Maria: in induction since 9-Nov-2026, with Joan Ellis as her navigator."""
    draft = PatientDraft(
        mrn="482913",
        family="Delacruz",
        given="Maria",
        title="Ms",
        birth_date=PartialDate(1981, 3, 14),
        sex="female",
        phones=(Phone("(212) 555-0148", may_leave_message=True),),
        language="es",
        needs_interpreter=True,
        subtype="b_bcr_abl1",
        icd_state="not_in_remission",
        diagnosed_on=PartialDate(2026, 11, 6),
        phase="induction",
        phase_since=date(2026, 11, 9),
    )
    made = store.do(register_patient, draft, moment=moment, rules=store.rules).made
    assert made is not None
    store.do(
        assign,
        AssignmentDraft(made, "nurse_navigator", navigator, Rank.PRIMARY, date(2026, 11, 9)),
        moment=moment,
        rules=store.rules,
    )
    return made
