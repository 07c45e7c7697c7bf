"""Files that are no clinic, and places where a database does or does not lie well."""

import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from careteam.domain.backups import Why
from careteam.domain.errors import CareteamError, Unavailable
from careteam.domain.moment import Moment
from careteam.exports.file_names import write_atomically
from careteam.storage import doubts, places
from careteam.storage.copies import folder_of
from careteam.storage.doubts import doubts_of, room_words
from careteam.storage.engine import Key, connect
from careteam.storage.places import Mount, is_fat
from careteam.storage.restoring import put_back
from careteam.storage.signing_in import Credentials, sign_in
from careteam.storage.store import Store
from tests.cli.conftest import Typed
from tests.conftest import ADMIN, NOW, PASSPHRASE
from tests.test_main import BARE, MAIN
from tests.ui.window.conftest import Room
from tests.ui.window.test_rescue import DAMAGES, damage, restore_of, unlock_in_vain
from ui.look.labels import Label
from ui.shell import Shell

LEFT = Qt.MouseButton.LeftButton
NO_KEY = Qt.KeyboardModifier.NoModifier
DICOM = bytes(128) + b"DICM" + bytes(64)


def drop(room: Room, *urls: str) -> None:
    """Drop what lies at addresses onto the window."""
    data = QMimeData()
    data.setUrls([QUrl(url) for url in urls])
    copy = Qt.DropAction.CopyAction
    enter = QDragEnterEvent(QPoint(9, 9), copy, data, LEFT, NO_KEY)
    QApplication.sendEvent(room.window, enter)
    assert enter.isAccepted()
    QApplication.sendEvent(room.window, QDropEvent(QPointF(9, 9), copy, data, LEFT, NO_KEY))


@pytest.mark.parametrize(
    ("name", "content", "kind"),
    [
        ("scan.dcm", DICOM, "is a DICOM picture"),
        ("result.hl7", b"MSH|^~\\&|LAB", "is an HL7 version 2 message"),
        ("letter.pdf", b"%PDF-1.7\n", "is a PDF document"),
        ("bundle.xml", b"<Bundle xmlns='http://hl7.org/fhir'>", "is XML"),
        ("strange\u202egnp.<b>x</b>", b"\x01\x02", "is no file that Careteam takes in"),
    ],
)
def test_a_file_of_another_kind_dropped_on_the_window_is_named_and_refused(
    room: Room, tmp_path: Path, name: str, content: bytes, kind: str
) -> None:
    path = tmp_path / "dropped"
    path.mkdir()
    path /= name.replace("/", "_")
    path.write_bytes(content)
    drop(room, QUrl.fromLocalFile(str(path)).toString())
    assert kind in room.said()
    assert room.said().endswith("Nothing was taken in.")
    assert path.name.replace("\u202e", "") in room.said()
    assert room.window.pages.imports.preview_view is None


def test_of_several_dropped_files_all_are_taken_in_or_none(room: Room, tmp_path: Path) -> None:
    good, bad = tmp_path / "a.json", tmp_path / "b.pdf"
    good.write_text("{}")
    bad.write_bytes(b"%PDF-1.4")
    drop(room, good.as_uri(), bad.as_uri())
    assert room.said().startswith("b.pdf is a PDF document")
    assert not room.window.pages.imports._jobs.is_running


def test_what_lies_on_another_machine_is_not_fetched(room: Room) -> None:
    drop(room, "https://example.org/a.json")
    assert "Nothing was taken in." in room.said()
    assert not room.window.pages.imports._jobs.is_running


def test_a_drop_beside_an_open_sheet_starts_nothing(room: Room, tmp_path: Path) -> None:
    good = tmp_path / "a.json"
    good.write_text("{}")
    room.window._sheets.register()
    drop(room, good.as_uri())
    assert not room.window.pages.imports._jobs.is_running


def test_a_copy_of_another_clinic_with_our_keys_is_refused(
    store: Store, moment: Moment, empty_database: tuple[Path, Key], tmp_path: Path
) -> None:
    """Each file has a key of its own, so that of another never opens it, whatever the phrase."""
    other = tmp_path / "other" / "careteam.db"
    Store.create(other, PASSPHRASE, moment=moment).close()
    store.close()
    with pytest.raises(CareteamError, match="cannot be opened with this passphrase"):
        Store.open(other, empty_database[1], now=NOW, who=ADMIN)
    shutil.copyfile(other, store.path)
    with pytest.raises(CareteamError, match="cannot be opened with this passphrase"):
        Store.open(store.path, empty_database[1], now=NOW, who=ADMIN)


@pytest.mark.parametrize("version", [0, -1, 99])
def test_a_database_of_an_unknown_version_is_refused_and_left_alone(
    store: Store, empty_database: tuple[Path, Key], version: int
) -> None:
    store.close()
    connection = connect(store.path, empty_database[1])
    connection.execute(f"PRAGMA user_version = {version}")
    connection.close()
    before = store.path.read_bytes()
    with pytest.raises(Unavailable, match=r"newer Careteam|not made by Careteam"):
        Store.open(store.path, empty_database[1], now=NOW, who=ADMIN)
    assert store.path.read_bytes() == before


@pytest.mark.parametrize(
    "folder",
    ["with # and ? and % and é", "%41 100%", "a;b&c=d", "日本 ünï", "deep/" * 40 + "x" * 120],
    ids=["signs", "percent", "and", "letters", "over 260 characters"],
)
def test_a_database_works_in_a_folder_of_any_name(
    moment: Moment, tmp_path: Path, folder: str
) -> None:
    path = tmp_path / folder / "care#team?%20 é.db"
    if "deep" in folder:
        assert len(str(path)) > 260
    store = Store.create(path, PASSPHRASE, moment=moment)
    made = store.copier().copy(Why.ASKED, NOW)
    key = store.copier().key
    store.close()
    assert path.is_file()
    assert [each.name for each in path.parent.parent.iterdir()] == [path.parent.name]
    put_back(folder_of(path) / made.name, path, key, now=NOW)
    sign_in(path, Credentials("admin", PASSPHRASE), now=NOW).close()


def test_a_disk_of_the_fat_kind_is_told_and_works(
    store: Store, moment: Moment, empty_database: tuple[Path, Key], tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    folder = store.path.parent
    assert not is_fat(store.path, (Mount(str(folder), "ext4"),))
    table = tmp_path / "mounts"
    table.write_text(f"/dev/sdc1 {folder} vfat rw 0 0\n")
    monkeypatch.setattr(places, "MOUNTS", table)
    store.close()
    store.path.chmod(0o644)
    again = Store.open(store.path, empty_database[1], now=NOW, who=ADMIN)
    assert again.note == ""  # such a disk keeps no rights, so none are said to be mended
    said = doubts_of(again, moment)
    assert "on a disk of the FAT kind" in said
    assert said.endswith("Move the database to the disk of this machine.")
    again.close()


def test_a_disk_that_is_nearly_full_is_told_with_what_is_left(
    store: Store, moment: Moment, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert room_words(store.path) == ""
    left = shutil._ntuple_diskusage(10**9, 10**9, store.path.stat().st_size * 2 - 1)
    monkeypatch.setattr(doubts.shutil, "disk_usage", lambda _folder: left)
    assert doubts_of(store, moment).startswith("The disk has ")
    assert "nothing can be saved" in room_words(store.path)


@pytest.mark.skipif(sys.platform != "linux", reason="a device that is always full")
def test_a_pdf_and_a_list_that_do_not_fit_on_the_disk_are_told_and_leave_nothing(
    tmp_path: Path,
) -> None:
    target = tmp_path / "care-summary.pdf"
    target.write_bytes(b"before")
    limit = (
        "import resource, signal, sys; from pathlib import Path\n"
        "signal.signal(signal.SIGXFSZ, signal.SIG_IGN)\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (4096, 4096))\n"
        "from careteam.exports.file_names import write_atomically\n"
        "from careteam.domain.errors import Unavailable\n"
        "try: write_atomically(Path(sys.argv[1]), bytes(100_000))\n"
        "except Unavailable as error: print(error.sentence)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", limit, str(target)],
        cwd=Path(MAIN).parent, capture_output=True, text=True, check=True,
    )  # fmt: skip
    assert "not enough room" in done.stdout
    assert target.read_bytes() == b"before"
    assert [each.name for each in tmp_path.iterdir()] == ["care-summary.pdf"]
    write_atomically(target, b"after")


@pytest.fixture
def damaged(
    qtbot: QtBot, qapp: QApplication, home: Path, store: Store, patient: int
) -> Callable[[Callable[[Path], object]], Shell]:
    """A shell on a damaged database with two copies, of which something was done to the newest."""

    def make(done_to_newest: Callable[[Path], object]) -> Shell:
        copier = store.copier()
        copier.copy(Why.DAILY, NOW.replace(hour=8))
        newest = copier.copy(Why.ASKED, NOW)
        store.close()
        done_to_newest(copier.folder / newest.name)
        damage(store.path, DAMAGES["a flipped bit in the middle"])
        shell = Shell(qapp, store.path)
        qtbot.addWidget(shell)
        shell.show()
        return shell

    return make


def flipped(path: Path) -> None:
    content = bytearray(path.read_bytes())
    content[9000] ^= 1
    path.write_bytes(bytes(content))


@pytest.mark.parametrize("done", [flipped, lambda path: path.write_bytes(b"")])
def test_when_the_newest_copy_is_damaged_the_next_whole_one_is_offered(
    damaged: Callable[[Callable[[Path], object]], Shell],
    done: Callable[[Path], object], qtbot: QtBot, qapp: QApplication, store: Store,
) -> None:  # fmt: skip
    shell = damaged(done)
    sheet = unlock_in_vain(shell, qtbot, store.path)
    assert sheet.copies.count() == 1
    said = [label.text() for label in sheet.findChildren(Label)]
    assert any(words.startswith("1 newer copy") for words in said)
    sheet.then.password.setText(PASSPHRASE)
    [restore] = restore_of(sheet)
    restore.click()
    qtbot.waitUntil(lambda: "is in place" in shell._unlock._notice.text(), timeout=20_000)
    shell.close()
    qapp.setStyleSheet("")


FAKE = "import pathlib\npathlib.Path(__file__).with_name('taken').touch()\n"


def run_main(*words: str, cwd: Path, **env: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, MAIN, *words], cwd=cwd, env=BARE | env, text=True, capture_output=True,
        check=False,
    )  # fmt: skip


@pytest.mark.parametrize("name", ["sqlcipher3", "sqlmodel", "typst", "careteam"])
def test_a_module_that_only_has_the_name_of_one_of_ours_is_not_taken(
    tmp_path: Path, name: str
) -> None:
    (tmp_path / f"{name}.py").write_text(FAKE)
    database = str(tmp_path / "nowhere.db")
    env = {"PYTHONPATH": str(tmp_path), "CARETEAM_PASSPHRASE": PASSPHRASE}
    done = run_main("--database", database, "patients", cwd=tmp_path, **env)
    assert done.returncode == 2
    assert done.stderr.startswith("careteam: There is no database at ")
    assert not (tmp_path / "taken").exists()
    subprocess.run(
        [sys.executable, "-c", f"import {name}"], cwd=tmp_path, env=BARE | env, check=True
    )
    assert (tmp_path / "taken").exists()  # so it would have been taken


def test_folders_for_temporary_files_that_are_not_there_stop_nothing(tmp_path: Path) -> None:
    path = tmp_path / "clinic.db"
    odd = dict.fromkeys(("TMPDIR", "TMP", "TEMP", "SQLITE_TMPDIR"), "/nowhere/at all")
    env = {"CARETEAM_PASSPHRASE": PASSPHRASE, **odd}
    words = ("--database", str(path), "init", "--clinic", "Clinic", "--navigator", "Joan Ellis, RN")
    made = run_main(*words, cwd=tmp_path, **env)
    assert made.returncode == 0, made.stderr
    read = run_main("--database", str(path), "patients", cwd=tmp_path, **env)
    assert read.returncode == 0, read.stderr
    assert {each.name.partition(".")[0] for each in tmp_path.iterdir()} == {"clinic"}


@pytest.mark.parametrize(
    "words", [("history", "patient", "\udcff"), ("contacts", "\udcff"), ("team", "\udcff")]
)
def test_bytes_that_are_no_letters_are_refused_in_one_sentence(
    typed: Typed, clinic: Store, words: tuple[str, ...]
) -> None:
    said = typed(*words)
    assert said.code in (1, 2)
    assert said.err.count("\n") == 1
