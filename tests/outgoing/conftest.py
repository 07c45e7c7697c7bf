"""The invented clinic, built once for what leaves of it as a whole."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from careteam.demo.clinic import build_clinic
from careteam.storage.engine import Key
from careteam.storage.store import Store
from tests.conftest import ADMIN, NOW, copy_database


@pytest.fixture(scope="package")
def demo(
    empty_database: tuple[Path, Key], tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Store]:
    """The clinic of Friday 20-Nov-2026; nobody changes what a patient has."""
    template, key = empty_database
    path = tmp_path_factory.mktemp("outgoing") / "demo.db"
    copy_database(template, path)
    store = Store.open(path, key, now=NOW, who=ADMIN)
    build_clinic(store, now=NOW)
    yield store
    store.close()
