"""What tests of the storage share: a clinic to damage, keys, a referral, a summary, contacts."""

from dataclasses import replace
from pathlib import Path

import pytest

from careteam.domain.access import Who
from careteam.domain.contacts import ContactDraft
from careteam.domain.errors import (
    Damaged,
    Locked,
)
from careteam.domain.moment import Moment
from careteam.domain.summary import Summary
from careteam.storage import key_acts
from careteam.storage.engine import Key
from careteam.storage.reads.summary import collect_summary
from careteam.storage.signing_in import Credentials, sign_in
from careteam.storage.store import Store
from careteam.storage.writes.contacts import log_contact
from tests.conftest import NOW
from tests.storage.damage import copied, make_clinic
from tests.storage.loops import Loop
from tests.storage.passwords import JOAN, OLD, Opens
from tests.storage.summarising import Collect, Log


@pytest.fixture(scope="session")
def whole(
    empty_database: tuple[Path, Key], tmp_path_factory: pytest.TempPathFactory
) -> tuple[Path, Key]:
    """A clinic of 40 patients and 3,000 contacts; copy it, never open it."""
    path = tmp_path_factory.mktemp("whole") / "clinic.db"
    make_clinic(*empty_database, path)
    return path, empty_database[1]


@pytest.fixture
def key(whole: tuple[Path, Key]) -> Key:
    return whole[1]


@pytest.fixture
def damaged(whole: tuple[Path, Key], tmp_path: Path) -> Path:
    """A copy of the clinic, to be damaged."""
    return copied(whole[0], tmp_path / "clinic.db")


@pytest.fixture
def opens(store: Store) -> Opens:
    """Whether a user signs in with a password now."""

    def opens(user: str, password: str) -> bool:
        try:
            sign_in(store.path, Credentials(user, password), now=NOW, steady=lambda: 1e12).close()
        except (Locked, Damaged):
            return False
        finally:
            store.path.with_name(store.path.name + ".tries").unlink(missing_ok=True)
        return True

    return opens


@pytest.fixture
def joan(store: Store, moment: Moment) -> Who:
    """Joan, a navigator with a password of her own."""
    made = key_acts.make_account_with(store, JOAN, OLD, moment)
    return Who(made, "joan", JOAN.roles)


@pytest.fixture
def loop(store: Store) -> Loop:
    return Loop(store)


@pytest.fixture
def collect(store: Store, moment: Moment, patient: int) -> Collect:
    """Collects the summary of DELACRUZ, Maria at the moment of the test."""

    def _collect(**options: object) -> Summary:
        return store.read(
            collect_summary, patient, **{"moment": moment, "rules": store.rules, **options}
        )

    return _collect


@pytest.fixture
def log(store: Store, moment: Moment, patient: int) -> Log:
    """Logs a contact of Maria, by default a call of twelve minutes just now; gives its id."""

    def _log(**changes: object) -> int:
        draft = ContactDraft(
            patient, "nurse_navigator", "phone", "reached_patient", moment.now, minutes=12
        )
        made = store.do(log_contact, replace(draft, **changes), moment=moment, rules=store.rules)
        assert made.made is not None
        return made.made

    return _log
