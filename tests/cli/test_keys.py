"""Passwords at the command line: changed, chosen after a one-time code, recovered by the code."""

import pytest

from careteam.domain.access import Role
from careteam.domain.accounts import AccountDraft
from careteam.domain.moment import Moment
from careteam.storage.key_acts import make_account, make_account_with, renew_recovery
from careteam.storage.store import Store
from tests.cli.conftest import Said, Typed
from tests.conftest import NOW, PASSPHRASE

NEW = "walnut harbor sixteen violins"
MOMENT = Moment.at(NOW)


@pytest.fixture
def new(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CARETEAM_NEW_PASSPHRASE", NEW)


def refused(said: Said, code: int, sentence: str) -> None:
    assert (said.code, said.out) == (code, "")
    assert sentence in said.err
    assert said.err.count("\n") == 1


def code_in(said: Said) -> str:
    assert said.code == 0, said.err
    line = next(line for line in said.out.splitlines() if "shown this once" in line)
    return line.rpartition(" ")[2]


def test_a_password_is_changed_and_the_one_before_opens_nothing(
    typed: Typed, clinic: Store, new: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    clinic.close()
    said = typed("passwd")
    assert (said.code, said.err) == (0, "")
    assert NEW not in said.out
    refused(typed("patients"), 2, "User name or password is wrong.")
    monkeypatch.setenv("CARETEAM_PASSPHRASE", NEW)
    assert typed("patients").code == 0


@pytest.mark.parametrize(
    ("password", "sentence"),
    [
        ("short", "at least 15 characters"),
        ("passwordpassword", "would be guessed"),
        (PASSPHRASE, "choose another"),
    ],
)
def test_a_new_password_that_will_not_do_is_refused(
    typed: Typed, clinic: Store, monkeypatch: pytest.MonkeyPatch, password: str, sentence: str
) -> None:
    clinic.close()
    monkeypatch.setenv("CARETEAM_NEW_PASSPHRASE", password)
    refused(typed("passwd"), 1, sentence)
    assert typed("patients").code == 0


def test_without_a_terminal_what_is_missing_is_named(typed: Typed, clinic: Store) -> None:
    clinic.close()
    refused(typed("passwd"), 2, "CARETEAM_NEW_PASSPHRASE")
    refused(typed("recover", "--user", "admin"), 2, "CARETEAM_RECOVERY_CODE")


def test_a_one_time_code_is_the_password_with_which_one_s_own_is_chosen(
    typed: Typed, clinic: Store, new: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    draft = AccountDraft("marcus", frozenset({Role.NAVIGATOR}))
    _, code = make_account(clinic, draft, MOMENT)
    clinic.close()
    monkeypatch.setenv("CARETEAM_USER", "marcus")
    monkeypatch.setenv("CARETEAM_PASSPHRASE", code)
    assert typed("passwd").code == 0
    refused(typed("patients"), 2, "User name or password is wrong.")
    monkeypatch.setenv("CARETEAM_PASSPHRASE", NEW)
    assert typed("patients").code == 0


def test_the_recovery_code_gives_an_administrator_a_password_and_a_new_code(
    typed: Typed, clinic: Store, new: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    code = renew_recovery(clinic, MOMENT)
    clinic.close()
    monkeypatch.setenv("CARETEAM_RECOVERY_CODE", code.lower().replace("-", " "))
    assert code_in(typed("recover", "--user", "Admin")) != code
    refused(typed("recover", "--user", "admin"), 1, "replaced by a newer one")
    monkeypatch.setenv("CARETEAM_PASSPHRASE", NEW)
    assert typed("patients").code == 0


def test_a_code_with_a_typing_mistake_and_a_user_who_keeps_no_keys_are_told_apart(
    typed: Typed, clinic: Store, new: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    code = renew_recovery(clinic, MOMENT)
    make_account_with(clinic, AccountDraft("marcus", frozenset({Role.NAVIGATOR})), NEW, MOMENT)
    clinic.close()
    monkeypatch.setenv("CARETEAM_RECOVERY_CODE", code[:-1])
    refused(typed("recover", "--user", "admin"), 1, "this has 31")
    monkeypatch.setenv("CARETEAM_RECOVERY_CODE", code)
    refused(typed("recover", "--user", "marcus"), 1, "asks an administrator for a one-time code")
    assert code_in(typed("recover", "--user", "admin"))


def test_a_new_recovery_code_replaces_the_one_before_and_is_for_administrators(
    typed: Typed, clinic: Store, new: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = renew_recovery(clinic, MOMENT)
    make_account_with(clinic, AccountDraft("marcus", frozenset({Role.NAVIGATOR})), NEW, MOMENT)
    clinic.close()
    code = code_in(typed("recovery-code"))
    monkeypatch.setenv("CARETEAM_RECOVERY_CODE", before)
    refused(typed("recover", "--user", "admin"), 1, "replaced by a newer one")
    monkeypatch.setenv("CARETEAM_USER", "marcus")
    monkeypatch.setenv("CARETEAM_PASSPHRASE", NEW)
    refused(typed("recovery-code"), 1, "Keys are kept by administrators.")
    monkeypatch.setenv("CARETEAM_RECOVERY_CODE", code)
    assert code_in(typed("recover", "--user", "admin"))
