"""What the machine does to the window: its clock, its screens, its log-off, and its faults."""

import json
import os
import subprocess
import sys
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import SIGNAL
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from sqlalchemy import text

from careteam.cli import opening as cli_opening
from careteam.domain.audit import Event
from careteam.domain.backups import DAYS_KEPT, Copy, Why, to_drop
from careteam.storage.engine import Key
from careteam.storage.reads.composer import kept_drafts
from careteam.storage.reads.contacts import contacts_of
from careteam.storage.reads.drafts import kept_draft
from careteam.storage.store import Store
from careteam.storage.writes.contacts import RetractDraft, retract_contact
from tests.cli.conftest import Typed
from tests.cli.test_writing import LOG
from tests.conftest import ADMIN, NOW, PASSPHRASE
from tests.ui.contacts.conftest import Place
from tests.ui.window.conftest import Room
from tests.ui.window.test_shell import unlock
from ui import crash, opening
from ui.preferences import load_preferences
from ui.shell import Shell

ROOT = Path(__file__).resolve().parents[2]


def noted_back(store: Store) -> int:
    sql = text("SELECT count(*) FROM audit WHERE action = :action")
    asked = {"action": str(Event.CLOCK_BACK)}
    return store.read(lambda session: session.execute(sql, asked).scalar_one())


@pytest.mark.parametrize(("back", "is_told"), [(timedelta(days=1), 1), (timedelta(minutes=4), 0)])
def test_a_clock_that_went_back_is_told_at_unlocking_and_marked_in_the_trail(
    shell: Shell, qtbot: QtBot, store: Store, empty_database: tuple[Path, Key],
    monkeypatch: pytest.MonkeyPatch, back: timedelta, is_told: int,
) -> None:  # fmt: skip
    monkeypatch.setattr(opening, "clock", lambda: NOW - back)
    unlock(shell, qtbot, store.path)
    window = shell.desk_window
    assert window is not None
    said = "clock of this machine went back" in window.strip.message.text
    assert said == bool(is_told)
    window.idle.stop()
    shell.lock()
    again = Store.open(store.path, empty_database[1], now=NOW, who=ADMIN)
    assert noted_back(again) == is_told
    again.close()


def test_at_the_command_line_a_clock_that_went_back_is_told_and_the_work_is_done(
    typed: Typed, clinic: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(cli_opening, "clock", lambda: NOW - timedelta(days=1))
    said = typed(*LOG)
    assert (said.code, said.out) == (0, "Contact saved.\n")
    assert said.err == (
        "The clock of this machine went back: it says 19-Nov-2026 09:30, but something was entered "
        "at 20-Nov-2026 09:30. Set it right; until then what is entered carries the wrong time.\n"
    )
    assert noted_back(clinic) == 1


def test_a_clock_that_goes_back_while_the_desk_is_open_is_told_once(room: Room) -> None:
    for minutes, is_told in ((4, 0), (14, 1), (14, 1)):
        room.desk._clock = lambda minutes=minutes: NOW - timedelta(minutes=minutes)
        room.window._watch.listen()
        assert noted_back(room.store) == is_told
    assert "20-Nov-2026 09:16" in room.said()


def copies(first: datetime, count: int) -> list[Copy]:
    return [
        Copy(f"{day}", first - timedelta(days=day), Why.DAILY, 3, 1, "", 1, 1)
        for day in range(count)
    ]


def test_a_clock_that_is_a_year_ahead_or_behind_costs_no_recent_copy() -> None:
    made = copies(NOW, 40)
    newest = {copy.name for copy in made[:DAYS_KEPT]}
    for now in (NOW, NOW + timedelta(days=366), NOW - timedelta(days=366)):
        assert not newest & {copy.name for copy in to_drop(made, now)}
    assert to_drop(made, NOW - timedelta(days=366)) == ()


def test_logging_off_keeps_what_is_half_entered_and_closes_the_database(
    shell: Shell, qapp: QApplication, qtbot: QtBot, store: Store, patient: int,
    empty_database: tuple[Path, Key],
) -> None:  # fmt: skip
    unlock(shell, qtbot, store.path)
    window = shell.desk_window
    assert window is not None
    window.open_patient(patient)
    window.composer.write_note("half a sentence")
    window._sheets.register()
    typing = QApplication.focusWidget()
    assert typing is not None
    QTest.keyClicks(typing, "700300")
    # Only the system itself can make a session to end, so its word is given to whom it is told.
    assert qapp.receivers(SIGNAL("commitDataRequest(QSessionManager&)")) > 0
    shell._on_log_off(None)
    assert shell.desk_window is None
    assert not store.path.with_name("careteam.db-wal").exists()
    again = Store.open(store.path, empty_database[1], now=NOW, who=ADMIN)
    [kept] = again.read(kept_drafts, ("contact",), patient, None).values()
    assert kept["note"] == "half a sentence"
    assert again.read(kept_draft, "patient", 0, by=None) is not None
    again.close()


def test_logging_off_while_locked_changes_nothing(shell: Shell) -> None:
    shell._on_log_off(None)
    assert shell._unlock.isVisible()


def test_a_window_whose_screen_is_gone_comes_back_on_one_that_is_there(
    home: Path, qapp: QApplication, qtbot: QtBot, store: Store
) -> None:
    before = Shell(qapp, store.path)
    qtbot.addWidget(before)
    before.show()
    before.move(9000, 7000)
    before.close()
    assert load_preferences().geometry
    after = Shell(qapp, store.path)
    qtbot.addWidget(after)
    after.show()
    seen = after.screen().availableGeometry().intersected(after.frameGeometry())
    assert seen.width() > 200
    assert seen.height() > 200
    after.close()
    qapp.setStyleSheet("")


STARTED = """
import sys
from pathlib import Path
from ui.app import make_application
from ui.shell import Shell
app = make_application()
shell = Shell(app, Path(sys.argv[1]), is_remembered=False)
shell.show()
app.processEvents()
screen = shell.screen().availableGeometry()
print(shell.grab().isNull(), screen.width() >= shell.width(), screen.height() >= shell.height())
"""


@pytest.mark.parametrize(
    ("width", "height", "scale"), [(800, 600, 1), (1366, 768, 2), (640, 480, 1)]
)
def test_the_window_fits_a_small_or_a_fine_screen(
    tmp_path: Path, width: int, height: int, scale: int
) -> None:
    screens = {"screens": [{"name": "one", "x": 0, "y": 0, "width": width, "height": height,
                            "logicalDpi": 96, "logicalBaseDpi": 96, "dpr": 1}]}  # fmt: skip
    config = tmp_path / "screens.json"
    config.write_text(json.dumps(screens))
    env = {
        **os.environ,
        "QT_QPA_PLATFORM": f"offscreen:configfile={config}",
        "QT_SCALE_FACTOR": str(scale),
        "HOME": str(tmp_path),
    }
    done = subprocess.run(
        [sys.executable, "-c", STARTED, str(tmp_path / "a.db")],
        cwd=ROOT, env=env, text=True, capture_output=True, check=True,
    )  # fmt: skip
    assert done.stdout.split() == ["False", "True", "True"]


FAILING = """
import sys
from pathlib import Path
from ui.app import make_application
from ui.look.message_strip import Message
from ui.shell import Shell
from ui.unlock.page import UnlockRequest
app = make_application()
shell = Shell(app, Path(sys.argv[1]))
shell.show()
shell.load_the_rest()
shell._job.wait()
shell._unlock.unlock_asked.emit(UnlockRequest(Path(sys.argv[1]), "admin", sys.argv[2]))
while shell.desk_window is None:
    app.processEvents()
window = shell.desk_window
class Row:
    patient_name = "DELACRUZ, Maria"
    def __getattr__(self, name):
        marker = self.patient_name
        raise KeyError(f"{name} of {marker}")
class Gone:
    def __del__(self):
        raise ValueError("gone: DELACRUZ, Maria")
window.panel.why_asked.emit(Row())
print(window.strip.message.text)
Gone()
import threading
def fail(name="DELACRUZ, Maria"):
    raise RuntimeError(name)
thread = threading.Thread(target=fail)
thread.start()
thread.join()
print(shell.faults, flush=True)
shell.close()
"""


def test_a_fault_of_our_own_leaves_no_name_in_any_file_or_on_the_terminal(
    tmp_path: Path, store: Store, patient: int
) -> None:
    store.close()
    home = tmp_path / "home"
    home.mkdir()
    names = ("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME")
    env = {**os.environ, **{name: str(home) for name in names}}
    done = subprocess.run(
        [sys.executable, "-c", FAILING, str(store.path), PASSPHRASE],
        cwd=ROOT, env=env, text=True, capture_output=True, check=False, timeout=120,
    )  # fmt: skip
    told, faults = done.stdout.splitlines()
    assert told.startswith("Something went wrong in Careteam. Your work is kept")
    assert int(faults) >= 3
    written = {path: path.read_bytes() for path in home.rglob("*") if path.is_file()}
    report = next(path for path in written if path.name == crash.REPORTS)
    for kind in (b"KeyError", b"ValueError", b"RuntimeError"):
        assert kind in written[report]
    for content in (*written.values(), done.stdout.encode(), done.stderr.encode()):
        assert b"DELACRUZ" not in content.upper()
        assert b"Maria" not in content
    everything = [path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()]
    assert not [one for one in everything if b"DELACRUZ" in one.upper()]


def test_a_contact_retracted_elsewhere_while_it_is_amended_is_told_and_the_text_kept(
    place: Place, store: Store
) -> None:
    desk = place.desk
    form = place.composer.form
    place.composer.choose(outcome="reached_patient", minutes=5)
    place.composer.save()
    [kept] = place.contacts()
    place.composer.amend(kept.id)
    place.composer.write_note("What I wanted to add.")
    desk.do(retract_contact, RetractDraft(kept.id, "wrong patient"))
    place.composer.save()
    assert form.entry().note == "What I wanted to add."
    assert "retracted" in place.composer._problem.text()
    assert store.read(contacts_of, place.patient)[0].is_retracted
