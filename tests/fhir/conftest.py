"""The invented clinic, its records, and what leaves of them; built once for all tests here."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import pytest

from careteam.demo.clinic import build_clinic
from careteam.domain.moment import Moment
from careteam.domain.record import WholeRecord
from careteam.domain.rules import Rules
from careteam.storage.engine import Key
from careteam.storage.reads.record import all_patient_ids, collect_records
from careteam.storage.store import Store
from careteam.storage.writes.settings import name_site
from tests.conftest import ADMIN, NOW, copy_database

NewStore = Callable[[], Store]
SUNDAY = datetime(2026, 11, 22, 14, 41, tzinfo=UTC)


@dataclass(frozen=True)
class Leaving:
    """A clinic from which records leave."""

    store: Store
    moment: Moment

    @property
    def rules(self) -> Rules:
        return self.store.rules

    def records(self) -> tuple[WholeRecord, ...]:
        """Everybody's, in the order of registration."""
        ids = self.store.read(all_patient_ids)
        return self.store.read(collect_records, ids, moment=self.moment)


@pytest.fixture(scope="session")
def demo(
    empty_database: tuple[Path, Key], tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Leaving]:
    """The invented clinic of Sunday 22-Nov-2026; nobody changes it."""
    template, key = empty_database
    path = tmp_path_factory.mktemp("fhir") / "demo.db"
    copy_database(template, path)
    store = Store.open(path, key, now=SUNDAY, who=ADMIN)
    made = build_clinic(store, now=SUNDAY)
    moment = Moment.at(SUNDAY, "America/New_York", made.worker_id)
    store.do(name_site, moment=moment, rules=store.rules)
    yield Leaving(store, moment)
    store.close()


@pytest.fixture(scope="session")
def records(demo: Leaving) -> tuple[WholeRecord, ...]:
    """The records of the invented clinic."""
    return demo.records()


@pytest.fixture(scope="session")
def maria(records: tuple[WholeRecord, ...]) -> WholeRecord:
    """DELACRUZ, Maria: the fullest record of them."""
    return next(each for each in records if each.patient.mrn == "482913")


@pytest.fixture
def new_store(empty_database: tuple[Path, Key], tmp_path: Path) -> Iterator[NewStore]:
    """Makes empty databases, with nobody in them."""
    template, key = empty_database
    made: list[Store] = []

    def make() -> Store:
        path = tmp_path / f"empty-{len(made)}.db"
        copy_database(template, path)
        made.append(Store.open(path, key, now=NOW, who=ADMIN))
        return made[-1]

    yield make
    for store in made:
        store.close()
