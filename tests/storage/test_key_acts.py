"""What is done with keys: cut off anywhere, exactly one password of a user opens the database."""

import json
import shutil
from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from careteam.domain.access import Denied, Role, Who
from careteam.domain.accounts import AccountDraft
from careteam.domain.backups import Why
from careteam.domain.errors import CareteamError, Damaged, Locked, Refused, Unavailable
from careteam.domain.moment import Moment
from careteam.storage import key_acts, key_turning
from careteam.storage.copies import copies_in
from careteam.storage.engine import connect
from careteam.storage.key_ring import coming_ring_of, ring_of
from careteam.storage.key_slots import Kind, make_slot, to_tree
from careteam.storage.key_turning import turn_key
from careteam.storage.reads.accounts import account_rows
from careteam.storage.restoring import put_back
from careteam.storage.signing_in import Credentials, ask_again, sign_in
from careteam.storage.store import Store
from tests.conftest import ADMIN, NOW, PASSPHRASE, key_of

OLD, NEW = "harbor violet timber 63", "glacier pepper window 17"
JOAN = AccountDraft("joan", frozenset({Role.NAVIGATOR}))

Opens = Callable[[str, str], bool]


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


def fail_at(monkeypatch: pytest.MonkeyPatch, owner: Any, name: str, nth: int) -> list[int]:
    """Let the nth call fail before it does anything; the calls are counted in what it gives."""
    whole, calls = getattr(owner, name), [0]

    def failing(*args: Any, **kwargs: Any) -> Any:
        calls[0] += 1
        if calls[0] == nth:
            raise Unavailable("The disk is full.")
        return whole(*args, **kwargs)

    monkeypatch.setattr(owner, name, failing)
    return calls


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


@pytest.fixture
def turned(store: Store, joan: Who, moment: Moment, patient: int) -> Iterator[Store]:
    """A database with a patient whose key was changed."""
    assert joan
    assert patient
    turn_key(store, moment)
    yield store
    store.close()


def test_after_a_change_of_the_key_passwords_open_and_the_key_of_before_does_not(
    store: Store, moment: Moment, joan: Who, opens: Opens, patient: int
) -> None:
    before = store.key
    code = key_acts.renew_recovery(store, moment)
    turn_key(store, moment)
    assert store.key.raw != before.raw
    with pytest.raises(Locked):
        connect(store.path, before)
    assert opens("joan", OLD)
    assert opens("admin", PASSPHRASE)
    assert store.check_trail().broken is None
    assert not coming_ring_of(store.path).exists()
    store.close()
    key_acts.recover(store.path, code, "admin", NEW, now=NOW)
    assert opens("admin", NEW)


def test_a_copy_of_before_opens_with_its_own_keys_and_is_put_back(
    turned: Store, opens: Opens
) -> None:
    copier = turned.copier()
    copy = next(path for path in copier.folder.glob("*.db"))
    key = key_of(copy, OLD, "joan")
    assert key.raw != turned.key.raw
    turned.close()
    put_back(copy, turned.path, key, now=NOW)
    assert opens("joan", OLD)
    again = sign_in(turned.path, Credentials("admin", PASSPHRASE), now=NOW)
    assert again.key == key
    assert again.check_trail().broken is None
    again.close()


@pytest.mark.parametrize("step", ["keep_ring", "_rekey", "connect"])
def test_a_change_of_the_key_that_fails_leaves_the_old_key(
    store: Store,
    moment: Moment,
    joan: Who,
    opens: Opens,
    monkeypatch: pytest.MonkeyPatch,
    step: str,
) -> None:
    before = store.key
    with monkeypatch.context() as patch:
        fail_at(patch, key_turning, step, 1)
        with pytest.raises(Unavailable):
            turn_key(store, moment)
    assert store.key == before
    assert not coming_ring_of(store.path).exists()
    assert store.read(account_rows)
    assert opens("joan", OLD)


def test_a_failure_after_the_pages_are_encrypted_anew_keeps_the_new_key(
    store: Store, moment: Moment, joan: Who, opens: Opens, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = store.key
    with monkeypatch.context() as patch:
        fail_at(patch, key_turning, "verify", 1)
        with pytest.raises(Unavailable):
            turn_key(store, moment)
    assert store.key != before
    assert store.read(account_rows)
    assert opens("joan", OLD)
    assert opens("admin", PASSPHRASE)


def test_a_power_cut_before_the_new_ring_is_in_place_is_mended_at_the_door(
    store: Store, moment: Moment, joan: Who, opens: Opens
) -> None:
    old_ring = ring_of(store.path).read_bytes()
    turn_key(store, moment)
    store.close()
    ring_of(store.path).replace(coming_ring_of(store.path))
    ring_of(store.path).write_bytes(old_ring)
    assert opens("joan", OLD)
    assert not coming_ring_of(store.path).exists()
    assert opens("admin", PASSPHRASE)


def test_a_power_cut_before_the_pages_are_encrypted_anew_is_mended_at_the_door(
    store: Store, moment: Moment, joan: Who, opens: Opens, tmp_path: Path
) -> None:
    store.close()
    aside = tmp_path / "aside.db"
    shutil.copyfile(store.path, aside)
    ring = ring_of(store.path).read_bytes()
    again = sign_in(store.path, Credentials("admin", PASSPHRASE), now=NOW)
    turn_key(again, moment)
    again.close()
    shutil.copyfile(aside, store.path)
    ring_of(store.path).replace(coming_ring_of(store.path))
    ring_of(store.path).write_bytes(ring)
    assert opens("joan", OLD)
    assert not coming_ring_of(store.path).exists()
    assert opens("admin", PASSPHRASE)


def test_the_key_is_not_changed_while_somebody_else_has_the_database(
    store: Store, moment: Moment, joan: Who, opens: Opens
) -> None:
    before, ring = store.key, ring_of(store.path).read_bytes()
    other = store.again()
    other.read(account_rows)
    with pytest.raises(Locked):
        turn_key(store, moment)
    assert store.key == before
    assert ring_of(store.path).read_bytes() == ring
    assert other.read(account_rows)
    other.close()
    assert opens("joan", OLD)


def test_without_room_the_key_is_not_changed(
    store: Store, moment: Moment, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = store.key
    full = shutil._ntuple_diskusage(10, 9, 1)
    monkeypatch.setattr(shutil, "disk_usage", lambda _path: full)
    with pytest.raises(Unavailable, match="free space"):
        turn_key(store, moment)
    assert store.key == before


def test_a_disabled_user_with_an_older_ring_opens_nothing_after_a_change_of_the_key(
    store: Store, moment: Moment, joan: Who, opens: Opens
) -> None:
    ring = ring_of(store.path).read_bytes()
    key_acts.disable(store, joan.account_id, moment)
    ring_of(store.path).write_bytes(ring)
    turn_key(store, moment)
    assert store.ring().of("joan") == (), "the new key is sealed to nobody who may not sign in"
    assert not opens("joan", OLD)
    ring_now = ring_of(store.path).read_bytes()
    ring_of(store.path).write_bytes(ring)
    assert not opens("joan", OLD)
    ring_of(store.path).write_bytes(ring_now)
    assert opens("admin", PASSPHRASE)


def test_no_key_is_sealed_to_a_slot_that_a_stranger_laid_into_the_ring(
    store: Store, moment: Moment
) -> None:
    stranger = make_slot("admin", Kind.PASSWORD, NEW, bytes(32))
    tree = json.loads(ring_of(store.path).read_text("utf-8"))
    tree["slots"].append(to_tree(stranger))
    ring_of(store.path).write_text(json.dumps(tree), "utf-8")
    before = store.key
    for act in (
        lambda: turn_key(store, moment),
        lambda: key_acts.make_account(store, JOAN, moment),
        lambda: key_acts.renew_recovery(store, moment),
    ):
        with pytest.raises(CareteamError, match="changed by something else"):
            act()
    assert store.key == before


def test_a_change_of_the_key_lays_a_verified_copy_first(turned: Store) -> None:
    assert [copy.why for copy in copies_in(turned.copier().folder)] == [Why.KEY]
