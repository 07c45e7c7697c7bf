"""`careteam users`, `careteam user` and `careteam turn-key`, and what an account may not do."""

import json
import re
from pathlib import Path

import pytest

from careteam.domain.access import Role
from careteam.domain.accounts import AccountDraft
from careteam.domain.moment import Moment
from careteam.storage.copies import copies_in, folder_of
from careteam.storage.key_acts import make_account_with
from careteam.storage.store import Store
from tests.cli.conftest import Typed
from tests.conftest import PASSPHRASE, key_of

OTHER = "harbor violet timber 63"

EVERY_ROLE = ["administrator", "navigator", "read_only", "supervisor"]


def code_in(said: str) -> str:
    found = re.search(r"(?:[0-9A-Z]{4}-){7}[0-9A-Z]{4}", said)
    assert found is not None
    return found.group()


@pytest.fixture
def as_user(clinic: Store, moment: Moment, monkeypatch: pytest.MonkeyPatch) -> None:
    """A navigator, Joan, who has a password."""
    make_account_with(clinic, AccountDraft("joan", frozenset({Role.NAVIGATOR})), OTHER, moment)
    assert monkeypatch


def sign_in_as(patch: pytest.MonkeyPatch, user: str, password: str) -> None:
    patch.setenv("CARETEAM_USER", user)
    patch.setenv("CARETEAM_PASSPHRASE", password)


def test_a_new_user_is_let_in_by_the_code_that_is_printed(
    typed: Typed, clinic: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert clinic
    said = typed("user", "add", "marcus", "--role", "navigator", "--person", "Bell")
    assert said.code == 0
    assert "works until 23-Nov-2026 09:30" in said.out
    rows = json.loads(typed("users", "--json").out)["users"]
    assert [(row["name"], row["person"], row["roles"], row["state"]) for row in rows] == [
        (
            "admin",
            "Joan Ellis, RN, OCN",
            ["administrator", "navigator", "read_only", "supervisor"],
            "active",
        ),
        ("marcus", "Marcus Bell, LCSW", ["navigator"], "waits"),
    ]
    sign_in_as(monkeypatch, "marcus", code_in(said.out))
    assert "482913" in typed("patients").out


def test_a_script_gives_the_password_of_a_new_user(
    typed: Typed, clinic: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert clinic
    monkeypatch.setenv("CARETEAM_NEW_PASSPHRASE", "short")
    assert typed("user", "add", "pat", "--role", "read_only").code == 1
    monkeypatch.setenv("CARETEAM_NEW_PASSPHRASE", OTHER)
    said = typed("user", "add", "pat", "--role", "read_only")
    assert (said.code, said.out) == (0, "pat may sign in with the password that was given.\n")
    sign_in_as(monkeypatch, "pat", OTHER)
    assert typed("patients").code == 0


def test_what_an_account_may_not_do_is_said_in_a_sentence_with_exit_code_1(
    typed: Typed, clinic: Store, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    assert clinic
    monkeypatch.setenv("CARETEAM_NEW_PASSPHRASE", OTHER)
    typed("user", "add", "keeper", "--role", "administrator")
    typed("user", "add", "reader", "--role", "read_only")
    sign_in_as(monkeypatch, "reader", OTHER)
    out = str(tmp_path / "summary.pdf")
    for words, sentence in (
        (("users",), "Users are kept by administrators."),
        (("user", "disable", "keeper"), "Users are kept by administrators."),
        (("turn-key",), "Keys are kept by administrators."),
        (("export", "summary", "482913", "--out", out), "may not let patient data out."),
        (("phase", "482913", "consolidation"), "may look, but not change"),
    ):
        said = typed(*words)
        assert said.code == 1, words
        assert sentence in said.err
        assert said.out == ""
    assert not Path(out).exists()
    sign_in_as(monkeypatch, "keeper", OTHER)
    for words in (("patients",), ("team", "482913"), ("history", "482913"), ("due",)):
        said = typed(*words)
        assert (said.code, said.out) == (1, ""), words
        assert "This account sees no patients." in said.err
    people = json.loads(typed("people", "--json").out)["people"]
    assert {(each["patients"], each["to_hand_over"]) for each in people} == {(None, None)}
    assert typed("user", "roles", "reader", "--role", "navigator").code == 0


@pytest.mark.usefixtures("as_user")
def test_roles_are_changed_and_the_last_administrator_stays(
    typed: Typed, monkeypatch: pytest.MonkeyPatch
) -> None:
    said = typed("user", "roles", "Joan", "--role", "supervisor", "--role", "read_only")
    assert (said.code, said.out) == (0, "The account of joan is changed.\n")
    said = typed("user", "roles", "admin", "--role", "navigator")
    assert said.code == 1
    assert "last administrator" in said.err
    said = typed("user", "roles", "jean", "--role", "navigator")
    assert (said.code, "near it: joan" in said.err) == (1, True)
    assert monkeypatch


@pytest.mark.usefixtures("as_user")
def test_a_disabled_user_signs_in_no_more_and_a_reset_lets_in_by_a_code(
    typed: Typed, monkeypatch: pytest.MonkeyPatch
) -> None:
    said = typed("user", "reset", "joan", "--json")
    code = json.loads(said.out)["code"]
    with monkeypatch.context() as patch:
        sign_in_as(patch, "joan", OTHER)
        assert typed("patients").code == 2
        sign_in_as(patch, "joan", code)
        assert typed("patients").code == 0
    assert typed("user", "disable", "joan").code == 0
    sign_in_as(monkeypatch, "joan", code)
    assert typed("patients").code == 2


@pytest.mark.usefixtures("as_user")
def test_the_key_is_changed_and_passwords_stay(
    typed: Typed, clinic: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    path, before = clinic.path, clinic.key
    clinic.close()
    said = typed("turn-key")
    assert said.code == 0
    assert "Passwords stay as they are" in said.out
    assert key_of(path) != before
    assert typed("verify").code == 0
    copy = copies_in(folder_of(path))[0].name
    sign_in_as(monkeypatch, "joan", OTHER)
    assert typed("patients").code == 0
    said = typed("restore", copy)
    assert (said.code, "Copies are put back by administrators." in said.err) == (1, True)
    sign_in_as(monkeypatch, "admin", PASSPHRASE)
    assert typed("restore", copy).code == 0
    assert key_of(path) == before
    assert typed("patients").code == 0
