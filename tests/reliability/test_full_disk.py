"""On a full disk one sentence says so, nothing is lost, and nothing half made is left."""

import os
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from careteam.domain.access import Action, needs
from careteam.domain.backups import Why
from careteam.domain.errors import Unavailable
from careteam.exports.file_names import write_atomically
from careteam.exports.summary_pdf import summary_pdf
from careteam.storage.anchors import anchor_of
from careteam.storage.copies import copies_in, folder_of
from careteam.storage.holding import holder_of
from careteam.storage.reads.summary import collect_summary
from careteam.storage.restoring import put_back
from careteam.storage.schema import SCHEMA
from careteam.storage.signing_in import Credentials
from careteam.storage.store import Store
from tests.conftest import NOW, PASSPHRASE
from tests.reliability.clinic import MOMENT, Clinic, content, log_one
from tests.reliability.killing import leftovers
from tests.reliability.old_schemas import PAST, make_old, schema_of
from tests.reliability.operations import OPERATIONS
from tests.reliability.small_disk import LimitedDisk, SmallDisk, mounted
from ui import crash
from ui.opening import open_database

pytestmark = pytest.mark.skipif(os.name == "nt", reason="disks are made small as POSIX does")
FOUND = ("is full", "did not answer", "did not take", "not enough room", "cannot be written")


@pytest.fixture(params=["file system", "limit"])
def disk(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[SmallDisk]:
    if request.param == "limit":
        (tmp_path / "limited").mkdir()
        yield LimitedDisk(tmp_path / "limited")
    else:
        with mounted(tmp_path / "small") as small:
            yield small


@needs(Action.OWN)
@pytest.fixture
def here(clinic: Clinic, disk: SmallDisk) -> Clinic:
    return clinic.laid(disk.folder)


def wal(clinic: Clinic) -> Path:
    return clinic.path.with_name(clinic.path.name + "-wal")


def is_told(caught: pytest.ExceptionInfo[Unavailable]) -> bool:
    said = caught.value.sentence
    return any(words in said for words in FOUND) and said.endswith(".") and "Errno" not in said


def test_saving_is_refused_and_what_was_saved_is_there(here: Clinic, disk: SmallDisk) -> None:
    store = here.open()
    saved = [log_one(store, here.patient)]
    with disk.full(200_000, wal(here)):
        refused = None
        while refused is None:
            try:
                saved.append(log_one(store, here.patient))
            except Unavailable as error:
                refused = error
    assert "Nothing was saved" in refused.sentence
    assert len(saved) > 1
    saved.append(log_one(store, here.patient))
    store.close()
    assert content(here.path, here.key).contacts[3:] == tuple(saved)


def test_a_copy_is_refused_and_leaves_nothing(here: Clinic, disk: SmallDisk) -> None:
    store = here.open()
    log_one(store, here.patient)
    with disk.full(400_000, wal(here)), pytest.raises(Unavailable) as no:
        store.copier().copy(Why.ASKED, NOW)
    assert is_told(no)
    assert list(folder_of(here.path).iterdir()) == []
    store.close()
    assert content(here.path, here.key).counted == 4


def test_an_export_is_refused_and_the_paper_before_stands(here: Clinic, disk: SmallDisk) -> None:
    store = here.open()
    told = store.read(collect_summary, here.patient, moment=MOMENT, rules=store.rules)
    store.close()
    paper, other = disk.folder / "summary.pdf", disk.folder / "other.pdf"
    paper.write_bytes(b"before")
    for target in (paper, other):
        with disk.full(4096, disk.folder / "none"), pytest.raises(Unavailable) as no:
            write_atomically(target, summary_pdf(told))
        assert is_told(no)
    assert paper.read_bytes() == b"before"
    assert not other.exists()
    assert leftovers(disk.folder) == []


def test_a_crash_is_told_without_its_report(disk: SmallDisk) -> None:
    said: list[str] = []
    before = sys.excepthook
    crash.install(disk.folder / "state", said.append)
    report = disk.folder / "state" / crash.REPORTS
    try:
        with disk.full(0, report):
            sys.excepthook(KeyError, KeyError("Delacruz"), None)
        assert said == [
            "Something went wrong in Careteam. Your work is kept; the disk did not take a report."
        ]
        assert not report.exists()
        sys.excepthook(KeyError, KeyError("Delacruz"), None)
        whole = report.read_bytes()
        with disk.full(0, report):
            sys.excepthook(ValueError, ValueError("Delacruz"), None)
        assert report.read_bytes()[: len(whole)] == whole
    finally:
        sys.excepthook = before


def test_an_anchor_is_refused_and_the_one_before_stands(here: Clinic, disk: SmallDisk) -> None:
    store = here.open()
    anchor = anchor_of(here.path).read_bytes()
    log_one(store, here.patient)
    with disk.full(0, disk.folder / "none"):
        with pytest.raises(Unavailable) as no:
            store.anchor()
        store._engine.dispose()
    assert is_told(no)
    assert anchor_of(here.path).read_bytes() == anchor
    assert content(here.path, here.key).counted == 4
    assert leftovers(disk.folder) == []


def test_unlocking_is_refused_and_works_once_there_is_room(here: Clinic, disk: SmallDisk) -> None:
    with disk.full(0, disk.folder / "none"), pytest.raises(Unavailable) as no:
        open_database(here.path, Credentials("admin", PASSPHRASE))
    assert is_told(no)
    assert holder_of(here.path) is None
    open_database(here.path, Credentials("admin", PASSPHRASE)).close()
    assert content(here.path, here.key).counted == 3


def test_a_restore_is_refused_and_the_database_stands(here: Clinic, disk: SmallDisk) -> None:
    store = here.open()
    made = store.copier().copy(Why.ASKED, NOW)
    if isinstance(disk, LimitedDisk):
        log_one(store, here.patient)
    store.close()
    before = content(here.path, here.key)
    with disk.full(30_000, disk.folder / "none"), pytest.raises(Unavailable) as no:
        put_back(folder_of(here.path) / made.name, here.path, here.key, now=NOW)
    assert is_told(no)
    assert leftovers(disk.folder) == []
    assert content(here.path, here.key) == before


def test_an_update_is_refused_and_the_old_database_stands(
    clinic: Clinic, disk: SmallDisk, tmp_path: Path
) -> None:
    old = make_old(clinic, PAST[0], tmp_path / "old" / clinic.path.name).laid(disk.folder)
    with disk.full(400_000, disk.folder / "none"), pytest.raises(Unavailable) as no:
        old.open()
    assert is_told(no)
    assert schema_of(old.path, old.key) == int(PAST[0]) < SCHEMA
    assert leftovers(disk.folder) == []


def test_an_import_stops_with_a_sentence_and_goes_on_later(clinic: Clinic, disk: SmallDisk) -> None:
    [bring_in] = [each for each in OPERATIONS if each.name == "import"]
    here = bring_in.lay(clinic, disk.folder)
    with disk.full(100_000, disk.folder / "none"), pytest.raises(AssertionError) as no:
        bring_in.do(here, NOW)
    assert any(words in str(no.value) for words in FOUND)
    assert bring_in.state(here) == "old"
    assert copies_in(folder_of(here.path)) == ()
    if isinstance(disk, LimitedDisk):
        bring_in.do(here, NOW)
        assert bring_in.state(here) == "new"
    Store.open(here.path, here.key, now=NOW).close()
