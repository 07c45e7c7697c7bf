"""Files that are not as they were written: bits flipped, pages swapped, ends cut off."""

import contextlib
import functools
import random
from collections.abc import Iterator
from dataclasses import dataclass

import pytest

from careteam.domain.errors import Damaged
from careteam.storage import signing_in
from careteam.storage.key_ring import unlock
from careteam.storage.signing_in import Credentials
from tests.conftest import PASSPHRASE
from tests.reliability.clinic import Clinic
from ui.opening import open_database

PAGE = 4096
SALT = 16


@dataclass(frozen=True, slots=True)
class Flips:
    """What was found: flipped bits, in how many different pages, and those taken for whole."""

    flips: int
    pages: int
    unseen: tuple[int, ...]


def flip_bits(clinic: Clinic, count: int, seed: int = 1) -> Flips:
    """Flip one bit at a time, in every page before any page has a second one."""
    whole = clinic.path.read_bytes()
    places = tuple(_places(len(whole), count, random.Random(seed)))
    unseen = tuple(place for place in places if not is_known(clinic, flipped(whole, place)))
    clinic.path.write_bytes(whole)
    return Flips(len(places), len({place // 8 // PAGE for place in places}), unseen)


@contextlib.contextmanager
def known_keys() -> Iterator[None]:
    """Take each key out of its slot once: it takes tenths of a second by design."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(signing_in, "unlock", functools.cache(unlock))
        yield


def _places(size: int, count: int, chance: random.Random) -> Iterator[int]:
    pages = list(range(size // PAGE))
    while True:
        chance.shuffle(pages)
        for page in pages:
            if not count:
                return
            count -= 1
            yield page * PAGE * 8 + chance.randrange(SALT * 8 if page == 0 else 0, PAGE * 8)


def flipped(whole: bytes, bit: int) -> bytes:
    """The same with one bit another."""
    changed = bytearray(whole)
    changed[bit // 8] ^= 1 << bit % 8
    return bytes(changed)


def swapped(whole: bytes, one: int, other: int) -> bytes:
    """The same with two pages, from 0, in each other's place."""
    changed = bytearray(whole)
    changed[one * PAGE : (one + 1) * PAGE] = whole[other * PAGE : (other + 1) * PAGE]
    changed[other * PAGE : (other + 1) * PAGE] = whole[one * PAGE : (one + 1) * PAGE]
    return bytes(changed)


def is_known(clinic: Clinic, content: bytes) -> bool:
    """Whether unlocking tells that this is not whole, and writes nothing to it."""
    clinic.path.write_bytes(content)
    try:
        open_database(clinic.path, Credentials("admin", PASSPHRASE)).close()
    except Damaged:
        assert clinic.path.read_bytes() == content, "a damaged file is left as it is"
        return True
    return False
