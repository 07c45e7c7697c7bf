"""A file that is not as it was written is known at unlocking, wherever it was changed."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from careteam.domain.backups import Why
from careteam.domain.errors import CareteamError
from careteam.storage.anchors import anchor_of
from careteam.storage.signing_in import Credentials
from tests.conftest import NOW, PASSPHRASE
from tests.reliability.clinic import Clinic, log_one
from tests.reliability.damage import PAGE, flip_bits, flipped, is_known, known_keys, swapped
from ui.opening import open_database


@pytest.fixture
def copied(clinic: Clinic, tmp_path: Path) -> Iterator[Clinic]:
    """The clinic with one copy beside it, by which its passphrase is known to be right."""
    laid = clinic.laid(tmp_path / "copied")
    store = laid.open()
    store.copier().copy(Why.ASKED, NOW)
    store.close()
    with known_keys():
        yield laid


def test_a_bit_flipped_anywhere_is_known(copied: Clinic) -> None:
    found = flip_bits(copied, 200)
    assert found.unseen == ()
    assert (found.flips, found.pages) == (200, 200)


def test_the_whole_file_is_opened(copied: Clinic) -> None:
    assert not is_known(copied, copied.path.read_bytes())


@pytest.mark.parametrize("pages", [(1, 2), (0, 1), (40, 41), (17, -2)])
def test_swapped_pages_are_known(copied: Clinic, pages: tuple[int, int]) -> None:
    whole = copied.path.read_bytes()
    one, other = (page % (len(whole) // PAGE) for page in pages)
    assert is_known(copied, swapped(whole, one, other))


@pytest.mark.parametrize("tail", [1, 512, PAGE, 10 * PAGE, "half", "half a page more than half"])
def test_a_file_that_was_cut_off_is_known(copied: Clinic, tail: int | str) -> None:
    whole = copied.path.read_bytes()
    half = len(whole) // PAGE // 2 * PAGE
    kept = {"half": half, "half a page more than half": half + PAGE // 2}
    assert is_known(copied, whole[: kept[tail] if isinstance(tail, str) else -tail])


def test_an_older_page_put_back_is_known_where_the_audit_trail_goes_through_it(
    copied: Clinic,
) -> None:
    """Its signature is right, so the cipher does not see it; see docs/reliability.md."""
    older = copied.path.read_bytes()
    store = copied.open()
    for _ in range(5):
        log_one(store, copied.patient)
    store.close()
    newer, anchor = copied.path.read_bytes(), anchor_of(copied.path).read_bytes()
    changed = [
        page for page in range(1, len(older) // PAGE)
        if older[page * PAGE : (page + 1) * PAGE] != newer[page * PAGE : (page + 1) * PAGE]
    ]  # fmt: skip
    assert changed
    unseen = 0
    for page in changed:
        place = slice(page * PAGE, (page + 1) * PAGE)
        copied.path.write_bytes(newer[: place.start] + older[place] + newer[place.stop :])
        anchor_of(copied.path).write_bytes(anchor)
        try:
            opened = open_database(copied.path, Credentials("admin", PASSPHRASE))
        except CareteamError:
            continue
        unseen += opened.store.read_only is None
        opened.close()
    assert unseen < len(changed), "the pages of the audit trail are seen"


@pytest.mark.parametrize("part", range(8))
def test_a_bit_flipped_in_the_log_of_a_dead_window_is_known(
    copied: Clinic, tmp_path: Path, part: int
) -> None:
    store = copied.open()
    for _ in range(5):
        log_one(store, copied.patient)
    store.anchor()
    dead = copied.laid(tmp_path / "dead")
    store.close()
    shutil.copytree(copied.path.parent / "careteam-backups", dead.path.parent / "careteam-backups")
    log = dead.path.with_name(dead.path.name + "-wal")
    whole = log.read_bytes()
    log.write_bytes(flipped(whole, len(whole) * (2 * part + 1) // 16 * 8))
    try:
        opened = open_database(dead.path, Credentials("admin", PASSPHRASE))
    except CareteamError:
        return
    why = opened.store.read_only
    assert why is not None
    assert why.broken is not None
    assert "rows were cut off" in why.broken.sentence
    opened.close()
