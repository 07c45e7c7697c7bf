"""One-time codes: each once, a clock a little wrong is taken, one far wrong is told."""

from dataclasses import replace
from datetime import timedelta

import pytest
from pyotp.totp import TOTP

from careteam.domain.access import all_roles
from careteam.storage.codes import (
    SPARES,
    STEP,
    Code,
    address_of,
    digests,
    match,
    new_seed,
    new_spares,
    step_of,
)
from careteam.storage.reads.accounts import Doorkeeper
from tests.conftest import NOW

SEED = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"
SPARE_CODES = new_spares()
KEEPER = Doorkeeper(
    1, "joan", all_roles(), None, "slot", False, SEED, 0, digests(SPARE_CODES), False
)


def shown(seconds: int = 0) -> str:
    """What a device shows whose clock is that much ahead."""
    return TOTP(SEED).at(NOW + timedelta(seconds=seconds))


@pytest.mark.parametrize("seconds", [-STEP, 0, STEP])
def test_a_clock_that_is_half_a_minute_wrong_is_taken(seconds: int) -> None:
    assert match(KEEPER, shown(seconds), NOW).verdict is Code.RIGHT
    assert step_of(SEED, shown(seconds), NOW) == int(NOW.timestamp() + seconds) // STEP


@pytest.mark.parametrize("seconds", [-300, -2 * STEP, 2 * STEP, 300])
def test_a_clock_that_is_minutes_wrong_is_told_and_not_taken(seconds: int) -> None:
    assert match(KEEPER, shown(seconds), NOW).verdict is Code.SKEWED
    assert step_of(SEED, shown(seconds), NOW) is None


def test_a_code_is_taken_once_and_so_is_none_from_before_it() -> None:
    first = match(KEEPER, shown(), NOW)
    used = replace(KEEPER, code_step=first.step)
    assert match(used, shown(), NOW).verdict is Code.WRONG
    assert match(used, shown(-STEP), NOW).verdict is Code.WRONG
    assert match(used, shown(STEP), NOW).verdict is Code.RIGHT


@pytest.mark.parametrize("typed", ["", "12345", shown() + "0", shown()[:5], "abcdef", "\u0663" * 6])
def test_what_is_no_code_of_six_digits_is_wrong(typed: str) -> None:
    assert match(KEEPER, typed, NOW).verdict is Code.WRONG


def test_a_code_may_be_typed_with_blanks() -> None:
    code = shown()
    assert match(KEEPER, f" {code[:3]} {code[3:]} ", NOW).verdict is Code.RIGHT


def test_each_spare_code_works_once_however_it_is_typed() -> None:
    assert len(set(SPARE_CODES)) == SPARES
    keeper = KEEPER
    for left, spare in enumerate(SPARE_CODES, 1):
        found = match(keeper, spare.lower().replace("-", " "), NOW)
        assert found.verdict is Code.RIGHT
        assert found.step == KEEPER.code_step
        assert len(found.spare_codes) == SPARES - left
        keeper = replace(keeper, spare_codes=found.spare_codes)
        assert match(keeper, spare, NOW).verdict is Code.WRONG


def test_a_spare_code_of_somebody_else_is_wrong() -> None:
    assert match(KEEPER, new_spares()[0], NOW).verdict is Code.WRONG


def test_what_is_kept_of_spare_codes_tells_none_of_them() -> None:
    assert not any(spare.replace("-", "") in KEEPER.spare_codes for spare in SPARE_CODES)
    assert len(set(KEEPER.spare_codes)) == SPARES


def test_a_device_is_told_whose_seed_it_is() -> None:
    seed = new_seed()
    assert len(seed) == 32
    address = address_of(seed, "joan.ellis")
    assert address.startswith("otpauth://totp/Careteam:joan.ellis?")
    assert f"secret={seed}" in address
