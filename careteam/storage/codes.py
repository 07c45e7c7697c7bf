"""One-time codes of a device (RFC 6238), each taken once, and spare codes for a lost device."""

import hashlib
import hmac
import secrets
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from careteam.domain.recovery import ALPHABET, CONFUSED, grouped
from careteam.storage.reads.accounts import Doorkeeper

STEP, DIGITS = 30, 6
WINDOW = 1
"""Steps before and after: a clock may be wrong by half a minute."""
FAR = 20
"""A code that is right within ten minutes tells that a clock is wrong."""
SEED = 32
"""Base-32 letters: 160 bits, as RFC 4226 section 4 asks for."""
SPARES, SPARE_LETTERS = 10, 24
"""120 bits each."""
ISSUER = "Careteam"


class Code(StrEnum):
    """What a code that was typed is."""

    RIGHT = "right"
    WRONG = "wrong"
    SKEWED = "skewed"


@dataclass(frozen=True, slots=True)
class Matched:
    """The verdict, the step that is used now, and the digests of the spare codes that are left."""

    verdict: Code
    step: int
    spare_codes: tuple[str, ...]


def new_seed() -> str:
    """The seed of a new device, in base 32."""
    from pyotp import random_base32

    return random_base32(SEED)


def address_of(seed: str, user: str) -> str:
    """The address that a device reads as a picture (otpauth)."""
    from pyotp.totp import TOTP

    return TOTP(seed).provisioning_uri(name=user, issuer_name=ISSUER)


def new_spares() -> tuple[str, ...]:
    """Codes for a lost device, to be printed once."""
    return tuple(
        grouped("".join(secrets.choice(ALPHABET) for _ in range(SPARE_LETTERS)))
        for _ in range(SPARES)
    )


def digests(spares: Iterable[str]) -> tuple[str, ...]:
    """What is kept of spare codes."""
    return tuple(hashlib.sha256(_bare(one).encode()).hexdigest() for one in spares)


def step_of(seed: str, code: str, now: datetime) -> int | None:
    """The step of a code that is right now, None for another."""
    return _found(seed, _bare(code), now, WINDOW)


def match(found: Doorkeeper, typed: str, now: datetime) -> Matched:
    """Whether a code is right, not used yet, and which step or spare code it uses up."""
    bare = _bare(typed)
    kept = Matched(Code.WRONG, found.code_step, found.spare_codes)
    if len(bare) == SPARE_LETTERS:
        digest = digests([bare])[0]
        left = tuple(one for one in found.spare_codes if not hmac.compare_digest(one, digest))
        is_right = len(left) < len(found.spare_codes)
        return Matched(Code.RIGHT, found.code_step, left) if is_right else kept
    step = _found(found.code_seed, bare, now, WINDOW)
    if step is not None and step > found.code_step:
        return Matched(Code.RIGHT, step, found.spare_codes)
    if step is None and _found(found.code_seed, bare, now, FAR) is not None:
        return Matched(Code.SKEWED, found.code_step, found.spare_codes)
    return kept


def _found(seed: str, bare: str, now: datetime, window: int) -> int | None:
    """The newest step within the window whose code it is."""
    if len(bare) != DIGITS or not (bare.isascii() and bare.isdecimal()):
        return None
    from pyotp.totp import TOTP

    device, middle = TOTP(seed), int(now.timestamp()) // STEP
    for step in range(middle + window, middle - window - 1, -1):
        if hmac.compare_digest(device.generate_otp(step), bare):
            return step
    return None


def _bare(typed: str) -> str:
    return "".join(letter for letter in typed.upper() if letter.isalnum()).translate(CONFUSED)
