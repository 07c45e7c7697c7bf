"""A day at the desk in a process of its own, with a name and words in it that can be looked for.

`python -m tests.reliability.session FOLDER NAME PASSPHRASE` prints `ready` while the desk is still
open and goes on at a line of input; at the end a letter that can be read lies in the folder.
"""

import sys
import time
from collections.abc import Callable
from pathlib import Path

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from careteam.domain.backups import Why
from careteam.domain.contacts import ContactDraft
from careteam.domain.patients import PatientDraft
from careteam.storage.copies import folder_of
from careteam.storage.restoring import rehearse
from careteam.storage.writes.contacts import log_contact
from careteam.storage.writes.patients import register_patient
from ui.app import make_application
from ui.opening import clock
from ui.shell import Shell
from ui.unlock.page import UnlockRequest
from ui.unlock.recovery_page import RecoveryPage
from ui.unlock.set_up import SetUpPage, SetUpRequest
from ui.window import DeskWindow

LETTER = "letter.txt"
PATIENCE_SECONDS = 60.0


def main(folder: Path, name: str, passphrase: str) -> None:
    """Make a clinic, register, write, lock, mistype, unlock, fail, copy, rehearse, leave."""
    app = make_application()
    path = folder / "clinic" / "careteam.db"
    shell = Shell(app, path)
    shell.load_the_rest()
    shell.show()
    shell._ways.set_up()
    page = shell._ways.asking
    assert isinstance(page, SetUpPage)
    page.create_asked.emit(
        SetUpRequest(path, "Program", "America/New_York", "Ellis", name, "RN", "joan", passphrase)
    )
    _until(lambda: bool(shell.findChildren(RecoveryPage)))
    [recovery] = shell.findChildren(RecoveryPage)
    recovery.confirmed.emit()
    window = _desk(shell)
    patient = _fill(window, name)
    window.open_patient(patient)
    window.composer.write_note(f"half of what {name} said")
    QTest.keySequence(window, "Ctrl+K")
    QTest.keyClicks(QApplication.focusWidget() or window, name)
    QTest.qWait(1)
    shell.lock()
    shell._unlock.unlock_asked.emit(UnlockRequest(path, "joan", f"{passphrase} mistyped"))
    _until(lambda: bool(shell._unlock._passphrase_field.problem()))
    shell._unlock.unlock_asked.emit(UnlockRequest(path, "joan", passphrase))
    window = _desk(shell)
    window.open_patient(patient)
    fault = KeyError(name)
    sys.excepthook(KeyError, fault, None)
    store = window._desk.store
    made = store.copier().copy(Why.ASKED, clock())
    rehearse(folder_of(path) / made.name, store.copier().key, now=clock())
    print("ready", flush=True)  # noqa: T201 - told to who started this
    sys.stdin.readline()
    shell.close()
    shell.finish()
    (folder / LETTER).write_text(f"Dear {name}", "utf-8")


def _fill(window: DeskWindow, name: str) -> int:
    desk = window._desk
    moment = desk.moment
    made = desk.store.do(
        register_patient,
        PatientDraft(
            f"MRN-{name}",
            name,
            name,
            email=f"{name}@example.org",
            phase="induction",
            phase_since=moment.today,
        ),
        moment=moment,
        rules=desk.store.rules,
    ).made
    assert made is not None
    contact = ContactDraft(
        made, "nurse_navigator", "phone", "reached_patient", moment.now, minutes=5,
        note=f"{name} slept well. " * 200,
    )  # fmt: skip
    for _ in range(40):
        desk.store.do(log_contact, contact, moment=moment, rules=desk.store.rules)
    return made


def _desk(shell: Shell) -> DeskWindow:
    _until(lambda: shell.desk_window is not None)
    assert shell.desk_window is not None
    return shell.desk_window


def _until(holds: Callable[[], bool]) -> None:
    end = time.monotonic() + PATIENCE_SECONDS
    while not holds():
        assert time.monotonic() < end, "the desk never came so far"
        QTest.qWait(5)


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2], sys.argv[3])
