"""One slot of the ring of keys: the data key, which only the right password or code takes out.

Each slot has a pair of keys of its own. The password (argon2id, then AES-256-GCM) opens the
private one; the data key is sealed to the public one. So the data key can be changed without
anybody's password (docs/decisions/066-users-and-keys.md).
"""

import base64
import os
from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace
from enum import StrEnum
from typing import Any

from argon2.low_level import Type, hash_secret_raw
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    NoEncryption,
    PrivateFormat,
    PublicFormat,
    load_der_private_key,
)

from careteam.domain.passphrases import plain

ALGORITHM = "argon2id"
TIME_COST, MEMORY_KIB, LANES = 3, 64 * 1024, 1
"""OWASP asks for at least 46 MiB with one pass, or 19 MiB with two; this takes 0.3 s."""
MOST_TIME, LEAST_KIB, MOST_KIB, MOST_LANES = 20, 19 * 1024, 1024 * 1024, 8
"""Bounds on what is read from a file: a made-up one must not eat time or memory."""
SALT, NONCE, WRAPPING_KEY, POINT = 16, 12, 32, 65
CURVE = ec.SECP256R1()


class Kind(StrEnum):
    """What takes the key out of a slot."""

    PASSWORD = "password"  # noqa: S105 - a kind, no password
    ONCE = "once"
    RECOVERY = "recovery"


@dataclass(frozen=True, slots=True)
class Slot:
    """The data key for one user; `until` (ISO, UTC) is when a one-time code stops working.

    `private` is the sealed private key, `sealed` the data key sealed to `public`, both with the
    nonce in front.
    """

    id: str
    user: str
    kind: Kind
    public: bytes
    salt: bytes
    private: bytes
    sealed: bytes
    until: str = ""
    alg: str = ALGORITHM
    t: int = TIME_COST
    m: int = MEMORY_KIB
    p: int = LANES

    def __post_init__(self) -> None:
        is_known = self.alg == ALGORITHM and bool(self.id)
        is_bounded = (
            1 <= self.t <= MOST_TIME
            and LEAST_KIB <= self.m <= MOST_KIB
            and 1 <= self.p <= MOST_LANES
        )
        if not is_known or not is_bounded or len(self.salt) != SALT:
            raise ValueError("a slot of the ring of keys is not one that can be used")


def make_slot(user: str, kind: Kind, password: str, key: bytes, *, until: str = "") -> Slot:
    """A slot from which this password takes this key; takes tenths of a second."""
    own = ec.generate_private_key(CURVE)
    public = own.public_key().public_bytes(Encoding.X962, PublicFormat.UncompressedPoint)
    told = own.private_bytes(Encoding.DER, PrivateFormat.PKCS8, NoEncryption())
    slot = Slot(os.urandom(8).hex(), user, kind, public, os.urandom(SALT), b"", b"", until)
    slot = replace(slot, private=_lock(_derive(slot, password), told, _bound(slot)))
    return seal(slot, key)


def seal(slot: Slot, key: bytes) -> Slot:
    """The slot with another key in it, for which nobody's password is needed."""
    once = ec.generate_private_key(CURVE)
    theirs = ec.EllipticCurvePublicKey.from_encoded_point(CURVE, slot.public)
    point = once.public_key().public_bytes(Encoding.X962, PublicFormat.UncompressedPoint)
    shared = _shared(once.exchange(ec.ECDH(), theirs), slot)
    return replace(slot, sealed=point + _lock(shared, key, _bound(slot)))


def take_out(slot: Slot, password: str) -> bytes | None:
    """The key, None when the password is another one or the slot was changed."""
    try:
        told = _unlock(_derive(slot, password), slot.private, _bound(slot))
        own = load_der_private_key(told, None)
        if not isinstance(own, ec.EllipticCurvePrivateKey):
            return None
        point = ec.EllipticCurvePublicKey.from_encoded_point(CURVE, slot.sealed[:POINT])
        shared = _shared(own.exchange(ec.ECDH(), point), slot)
        return _unlock(shared, slot.sealed[POINT:], _bound(slot))
    except (InvalidTag, ValueError):
        return None


def spend_the_time(password: str) -> None:
    """Do the work of a slot for a user whom nobody knows: the wait tells nothing."""
    hash_secret_raw(plain(password), bytes(SALT), TIME_COST, MEMORY_KIB, LANES, 32, Type.ID)


def to_tree(slot: Slot) -> dict[str, Any]:
    """As it stands in the file: bytes in base 64."""
    return {
        name: base64.b64encode(value).decode() if isinstance(value, bytes) else value
        for name, value in asdict(slot).items()
    }


def from_tree(tree: Mapping[str, Any]) -> Slot:
    """A slot as it was read; ValueError for one that cannot be used."""
    try:
        return Slot(
            str(tree["id"]), str(tree["user"]), Kind(tree["kind"]), _bytes(tree["public"]),
            _bytes(tree["salt"]), _bytes(tree["private"]), _bytes(tree["sealed"]),
            str(tree["until"]), str(tree["alg"]), int(tree["t"]), int(tree["m"]), int(tree["p"]),
        )  # fmt: skip
    except (KeyError, TypeError, AttributeError) as error:
        raise ValueError("a slot of the ring of keys is not whole") from error


def _bytes(told: str) -> bytes:
    return base64.b64decode(told, validate=True)


def _derive(slot: Slot, password: str) -> bytes:
    return hash_secret_raw(
        plain(password), slot.salt, slot.t, slot.m, slot.p, WRAPPING_KEY, Type.ID
    )


def _shared(secret: bytes, slot: Slot) -> bytes:
    return HKDF(SHA256(), WRAPPING_KEY, None, b"slot/v1 " + slot.id.encode()).derive(secret)


def _bound(slot: Slot) -> bytes:
    """What a slot is bound to: moved to another user or with other parameters it opens nothing."""
    parts = (slot.id, slot.user, slot.kind, slot.until, slot.alg, slot.t, slot.m, slot.p)
    return "\x1f".join(str(part) for part in parts).encode() + slot.salt + slot.public


def _lock(key: bytes, told: bytes, bound: bytes) -> bytes:
    nonce = os.urandom(NONCE)
    return nonce + AESGCM(key).encrypt(nonce, told, bound)


def _unlock(key: bytes, told: bytes, bound: bytes) -> bytes:
    return AESGCM(key).decrypt(told[:NONCE], told[NONCE:], bound)
