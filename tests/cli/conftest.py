"""A clinic for the command line: Maria Delacruz with Joan Ellis, and the words typed at it."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from careteam.cli import opening, run
from careteam.cli.request import WindowRequest
from careteam.domain.access import all_roles
from careteam.domain.accounts import AccountDraft
from careteam.domain.moment import Moment
from careteam.storage.store import Store
from careteam.storage.tables.accounts import FIRST_ACCOUNT
from careteam.storage.writes.accounts import save_account
from careteam.storage.writes.settings import set_setting
from tests.conftest import NOW, PASSPHRASE
from tests.people import add_member


@dataclass(frozen=True)
class Said:
    """What a run left: its exit code and both streams."""

    code: int | WindowRequest
    out: str
    err: str


Typed = Callable[..., Said]


@pytest.fixture
def typed(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> Typed:
    """Types words at the command line on Friday 20-Nov-2026, 09:30 in New York."""
    monkeypatch.setattr(opening, "clock", lambda: NOW)
    monkeypatch.setenv("CARETEAM_PASSPHRASE", PASSPHRASE)
    monkeypatch.setenv("CARETEAM_DATABASE", str(tmp_path / "careteam.db"))

    def words(*line: str) -> Said:
        code = run(list(line))
        said = capsys.readouterr()
        return Said(code, said.out, said.err)

    return words


@pytest.fixture
def clinic(store: Store, patient: int, navigator: int, moment: Moment) -> Store:
    """Maria with her navigator, who works at the desk, and a social worker and two doctors."""
    store.do(set_setting, "worker", str(navigator), moment=moment, rules=store.rules)
    joan = AccountDraft("admin", all_roles(), navigator)
    store.do(save_account, FIRST_ACCOUNT, joan, 1, moment=moment, rules=store.rules)
    add_member(store, "Bell", "Marcus", "LCSW", "social_worker", "(212) 555-0139")
    add_member(store, "Raman", "Priya", "MD", "heme_onc_adult")
    add_member(store, "Raman", "Anil", "MD", "radiologist")
    return store
