"""Invented clinics of several days, each built once for all tests."""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from careteam.demo.clinic import DemoClinic, build_clinic
from careteam.storage.engine import Key
from careteam.storage.store import Store
from tests.conftest import ADMIN, copy_database

SUNDAY = datetime(2026, 11, 22, 14, 41, tzinfo=UTC)
"""09:41 in New York."""

Built = tuple[Store, DemoClinic]
Build = Callable[[datetime], Built]


@pytest.fixture(scope="session")
def build(
    empty_database: tuple[Path, Key], tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Build]:
    """Gives the clinic as it stands at a moment; the same moment gives the same database."""
    known: dict[datetime, Built] = {}
    template, key = empty_database

    def clinic_at(now: datetime) -> Built:
        if now not in known:
            path = tmp_path_factory.mktemp("demo") / "demo.db"
            copy_database(template, path)
            store = Store.open(path, key, now=now, who=ADMIN)
            known[now] = (store, build_clinic(store, now=now))
        return known[now]

    yield clinic_at
    for store, _ in known.values():
        store.close()


@pytest.fixture
def sunday(build: Build) -> Built:
    """The clinic of the pictures: Sunday 22-Nov-2026."""
    return build(SUNDAY)
