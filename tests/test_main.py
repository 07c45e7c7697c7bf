"""The way in is light and says in one sentence what is missing."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
MAIN = str(ROOT / "main.py")
BARE = {
    key: value
    for key, value in os.environ.items()
    if key not in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM", "CARETEAM_DATABASE")
}


def start(*line: str, **env: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, *line], env=BARE | env, capture_output=True, text=True, check=False
    )


@pytest.mark.skipif(sys.platform != "linux", reason="other systems always have a display")
def test_a_window_without_a_display_is_refused_in_one_sentence() -> None:
    done = start(MAIN)
    assert done.returncode == 1
    assert done.stderr.startswith("There is no display here.")
    assert "Traceback" not in done.stderr


def test_a_missing_package_is_named_with_the_line_that_installs_it() -> None:
    done = start("-S", MAIN, QT_QPA_PLATFORM="offscreen")
    assert done.returncode == 1
    assert "PySide6 is not installed here. Run: python3 run.py" in done.stderr
    assert "Traceback" not in done.stderr


def test_the_way_in_loads_neither_qt_nor_sql_nor_the_command_line() -> None:
    code = "import sys, main; print(*sys.modules)"
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, env=BARE, capture_output=True, text=True, check=True
    )
    loaded = {module.partition(".")[0] for module in done.stdout.split()}
    assert loaded.isdisjoint({"PySide6", "sqlmodel", "sqlalchemy", "argparse", "careteam", "ui"})


def test_no_source_is_read_because_qt_is_loaded() -> None:
    code = "import linecache; from ui import shell; print(shell.__name__, *linecache.cache)"
    done = start("-c", code, QT_QPA_PLATFORM="offscreen", PYTHONPATH=str(ROOT))
    name, *read = done.stdout.split()
    assert name == "ui.shell"
    assert not [one for one in read if Path(one).is_relative_to(ROOT / "ui")]
