"""What is entered at the desk can be read in no file that the program writes, not for a moment."""

import os
import subprocess
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest

from tests.reliability.disk import acts_of
from tests.reliability.session import LETTER
from tests.reliability.yard import NO_SHIM, Yard

ROOT = Path(__file__).parents[2]
NAME = "Quillfeather"
PASSPHRASE = "zanzibar meadow copper 41"
PARTS = (NAME, NAME[:10], PASSPHRASE, "zanzibar", "slept well")
ENCODINGS = ("utf-8", "utf-16-le", "utf-16-be", "utf-32-le")
FOLDERS = {
    "HOME": "home",
    "TMPDIR": "temporary",
    "XDG_CACHE_HOME": "cache",
    "XDG_CONFIG_HOME": "config",
    "XDG_DATA_HOME": "data",
    "XDG_STATE_HOME": "state",
    "XDG_RUNTIME_DIR": "runtime",
}


def readable(contents: Iterable[tuple[str, bytes]]) -> set[str]:
    """Where something of what was entered can be read, in small letters or large."""
    signs = [part.casefold().encode(encoding) for part in PARTS for encoding in ENCODINGS]
    return {where for where, content in contents if any(sign in content.lower() for sign in signs)}


def files(folder: Path) -> Iterator[tuple[str, bytes]]:
    for path in folder.rglob("*"):
        if path.is_file():
            yield path.name, path.read_bytes()


def begin(folder: Path, log: Path | None, shim: Path | None) -> "subprocess.Popen[str]":
    """A day at the desk, in an account of its own; what it writes anywhere goes into the log."""
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONDONTWRITEBYTECODE": "1"}
    for variable, name in FOLDERS.items():
        (folder / name).mkdir(mode=0o700)
        environment[variable] = str(folder / name)
    if log is not None and shim is not None:
        environment |= {"LD_PRELOAD": str(shim), "CARETEAM_DISK_LOG": str(log)}
        environment["CARETEAM_DISK_FOLDER"] = "/"
    words = [sys.executable, "-m", "tests.reliability.session", str(folder), NAME, PASSPHRASE]
    return subprocess.Popen(
        words, cwd=ROOT, env=environment, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )


@pytest.mark.skipif(os.name == "nt", reason="an account of its own is made as POSIX does")
def test_no_file_that_the_program_touched_can_be_read(yard: Yard, tmp_path: Path) -> None:
    desk = tmp_path / "desk"
    desk.mkdir()
    log = None if NO_SHIM else tmp_path / "log"
    with begin(desk, log, yard.shim) as session:
        assert session.stdout is not None
        assert session.stdout.readline() == "ready\n"
        open_files = dict(files(desk))
        found = readable(open_files.items())
        session.communicate("\n")
    assert session.returncode == 0
    assert found == set()
    names = set(open_files)
    assert {"careteam.db", "careteam.db-wal", "careteam.db-shm", "careteam.db.anchor"} <= names
    assert {"careteam.db.open", "crash-reports.log", "preferences.json"} <= names
    assert any(name.endswith("-asked.db") for name in names)
    assert readable(files(desk)) == {LETTER}, "the letter was written in order to be found"
    if log is not None:
        written = [act for act in acts_of(log) if act.kind == "W"]
        assert readable((act.path, act.data) for act in written) == {str(desk / LETTER)}
        touched = {Path(act.path).name for act in written}
        assert {"careteam.db.tries.part", "careteam.db-wal"} <= touched, "and what is gone by now"
