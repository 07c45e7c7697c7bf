"""What is done with keys: cut off anywhere, exactly one password of a user opens the database."""

from collections.abc import Callable
from datetime import timedelta

import pytest

from careteam.domain.access import Denied, Role, Who
from careteam.domain.errors import Locked, Refused, Unavailable
from careteam.domain.moment import Moment
from careteam.storage import key_acts
from careteam.storage.key_ring import ring_of
from careteam.storage.key_turning import turn_key
from careteam.storage.reads.accounts import account_rows
from careteam.storage.signing_in import Credentials, ask_again, sign_in
from careteam.storage.store import Store
from tests.conftest import ADMIN, NOW, PASSPHRASE
from tests.storage.passwords import JOAN, NEW, OLD, Opens, fail_at

STEPS = [("keep_ring", 1), ("do", 1), ("keep_ring", 2)]


def test_a_new_user_signs_in_with_the_code_until_it_expires(
    store: Store, moment: Moment, opens: Opens
) -> None:
    _, code = key_acts.make_account(store, JOAN, moment)
    store_of_joan = sign_in(store.path, Credentials("Joan", code.lower()), now=NOW)
    assert store_of_joan.who is not None
    assert store_of_joan.who.roles == JOAN.roles
    store_of_joan.close()
    late = NOW + timedelta(hours=key_acts.CODE_HOURS, seconds=1)
    with pytest.raises(Locked, match="expired"):
        sign_in(store.path, Credentials("joan", code), now=late)
    assert opens("admin", PASSPHRASE)


def test_the_code_opens_nothing_once_a_password_is_chosen(
    store: Store, moment: Moment, opens: Opens
) -> None:
    made, code = key_acts.make_account(store, JOAN, moment)
    key_acts.set_password(store, made, "joan", NEW, moment)
    assert opens("joan", NEW)
    assert not opens("joan", code)


@pytest.mark.parametrize(("step", "nth"), STEPS[:2])
def test_an_account_that_is_not_made_leaves_no_key(
    store: Store, moment: Moment, monkeypatch: pytest.MonkeyPatch, step: str, nth: int
) -> None:
    fail_at(monkeypatch, store, step, nth)
    with pytest.raises(Unavailable):
        key_acts.make_account(store, JOAN, moment)
    assert store.ring().of("joan") == ()
    assert [row.name for row in store.read(account_rows)] == ["admin"]


def test_a_name_that_is_taken_leaves_the_keys_of_who_has_it(
    store: Store, moment: Moment, joan: Who, opens: Opens
) -> None:
    with pytest.raises(Refused):
        key_acts.make_account(store, JOAN, moment)
    assert len(store.ring().of("joan")) == 1
    assert opens("joan", OLD)


@pytest.mark.parametrize(("step", "nth"), [*STEPS, ("none", 0)])
def test_whenever_a_change_of_the_password_fails_exactly_one_opens(
    store: Store,
    moment: Moment,
    joan: Who,
    opens: Opens,
    monkeypatch: pytest.MonkeyPatch,
    step: str,
    nth: int,
) -> None:
    store.who = joan
    with monkeypatch.context() as patch:
        if nth:
            fail_at(patch, store, step, nth)
            with pytest.raises(Unavailable):
                key_acts.change_password(store, OLD, NEW, moment)
        else:
            key_acts.change_password(store, OLD, NEW, moment)
    is_through = (step, nth) in ((("keep_ring", 2)), ("none", 0))
    right, wrong = (NEW, OLD) if is_through else (OLD, NEW)
    with pytest.raises(Locked):
        ask_again(store, wrong, now=NOW)
    ask_again(store, right, now=NOW)
    assert opens("joan", right)
    assert not opens("joan", wrong)
    assert len(store.ring().of("joan")) == 1, "what was left behind is dropped at the door"


def test_a_password_is_changed_by_whoever_knows_it_and_to_another_one(
    store: Store, moment: Moment, joan: Who
) -> None:
    store.who = joan
    for old, new, field in ((NEW, NEW, "old"), (OLD, OLD, "new"), (OLD, "short", "new")):
        with pytest.raises(Refused) as refused:
            key_acts.change_password(store, old, new, moment)
        assert [problem.field for problem in refused.value.problems] == [field]


@pytest.mark.parametrize(("step", "nth"), [*STEPS, ("none", 0)])
def test_whenever_a_reset_fails_the_user_is_not_left_with_two_passwords(
    store: Store,
    moment: Moment,
    joan: Who,
    opens: Opens,
    monkeypatch: pytest.MonkeyPatch,
    step: str,
    nth: int,
) -> None:
    code = ""
    with monkeypatch.context() as patch:
        if nth:
            fail_at(patch, store, step, nth)
            with pytest.raises(Unavailable):
                key_acts.reset_password(store, joan.account_id, moment)
        else:
            code = key_acts.reset_password(store, joan.account_id, moment)
    is_through = (step, nth) in ((("keep_ring", 2)), ("none", 0))
    assert opens("joan", OLD) is not is_through
    assert not code or opens("joan", code)


@pytest.mark.parametrize(("step", "nth"), [("do", 1), ("keep_ring", 1), ("none", 0)])
def test_a_disabled_user_opens_nothing_even_when_the_ring_could_not_be_written(
    store: Store,
    moment: Moment,
    joan: Who,
    opens: Opens,
    monkeypatch: pytest.MonkeyPatch,
    step: str,
    nth: int,
) -> None:
    with monkeypatch.context() as patch:
        if nth:
            fail_at(patch, store, step, nth)
            with pytest.raises(Unavailable):
                key_acts.disable(store, joan.account_id, moment)
        else:
            key_acts.disable(store, joan.account_id, moment)
    assert opens("joan", OLD) is (step == "do")
    assert opens("admin", PASSPHRASE)


def test_the_last_administrator_is_not_disabled(store: Store, moment: Moment, opens: Opens) -> None:
    with pytest.raises(Refused, match="last administrator"):
        key_acts.disable(store, ADMIN.account_id, moment)
    assert opens("admin", PASSPHRASE)


def test_an_older_recovery_code_opens_nothing_even_with_its_ring_put_back(
    store: Store, moment: Moment, opens: Opens
) -> None:
    first = key_acts.renew_recovery(store, moment)
    ring = ring_of(store.path).read_bytes()
    second = key_acts.renew_recovery(store, moment)
    store.close()
    ring_now = ring_of(store.path).read_bytes()
    ring_of(store.path).write_bytes(ring)
    with pytest.raises(Refused, match="replaced"):
        key_acts.recover(store.path, first, "admin", NEW, now=NOW)
    ring_of(store.path).write_bytes(ring_now)
    third = key_acts.recover(store.path, second, "admin", NEW, now=NOW)
    assert opens("admin", NEW)
    assert not opens("admin", PASSPHRASE)
    with pytest.raises(Refused):
        key_acts.recover(store.path, second, "admin", OLD, now=NOW)
    key_acts.recover(store.path, third, "admin", OLD, now=NOW)


def test_a_recovery_code_helps_nobody_but_an_administrator(
    store: Store, moment: Moment, joan: Who, opens: Opens
) -> None:
    code = key_acts.renew_recovery(store, moment)
    for user in ("joan", "nobody"):
        with pytest.raises(Refused, match="no administrator"):
            key_acts.recover(store.path, code, user, NEW, now=NOW)
    assert opens("joan", OLD)


@pytest.mark.parametrize("role", [Role.NAVIGATOR, Role.SUPERVISOR, Role.READER])
def test_only_an_administrator_keeps_users_and_keys(
    store: Store, moment: Moment, role: Role
) -> None:
    ring = ring_of(store.path).read_bytes()
    store.who = Who(1_000_000_009, "other", frozenset({role}))
    acts: tuple[Callable[[], object], ...] = (
        lambda: key_acts.make_account(store, JOAN, moment),
        lambda: key_acts.make_account_with(store, JOAN, NEW, moment),
        lambda: key_acts.reset_password(store, ADMIN.account_id, moment),
        lambda: key_acts.disable(store, ADMIN.account_id, moment),
        lambda: key_acts.renew_recovery(store, moment),
        lambda: turn_key(store, moment),
    )
    for act in acts:
        with pytest.raises(Denied):
            act()
    assert ring_of(store.path).read_bytes() == ring
