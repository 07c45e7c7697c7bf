"""The one way in: no words open the window, words go to the command line, no more is loaded."""

import gc
import os
import sys
from pathlib import Path

DEMO_FOLDER = "careteam-demo"


def run() -> None:
    """Starts Careteam with the words of the command line and ends with its exit code."""
    leave_strangers_out()
    try:
        code = start(sys.argv[1:])
        for stream in (sys.stdout, sys.stderr):
            if stream is not None:  # a windowed build on Windows has neither
                stream.flush()
    except ModuleNotFoundError as missing:
        package = (missing.name or "").partition(".")[0]
        if package in ("careteam", "ui"):
            raise
        sys.exit(f"The package {package} is not installed here. Run: python3 run.py")
    except BrokenPipeError:  # the reader, such as `head`, has seen enough
        code = 0
    except KeyboardInterrupt:
        code = 130
    # Python would destroy Qt's models and views in its own order, slowly and sometimes fatally.
    os._exit(code)


def leave_strangers_out() -> None:
    """Take modules only from what is installed: never from PYTHONPATH or a folder one is just in.

    A file there that has the name of one of our packages would see the passphrase.
    """
    told = os.environ.get("PYTHONPATH", "").split(os.pathsep)
    strange = {os.path.abspath(path) for path in told}  # noqa: PTH100 - without loading more
    own = os.path.dirname(os.path.abspath(__file__))  # noqa: PTH100, PTH120

    def is_ours(path: str) -> bool:
        whole = os.path.abspath(path)  # noqa: PTH100
        is_installed = whole.startswith((sys.prefix + os.sep, sys.base_prefix + os.sep + "lib"))
        return bool(path) and (whole == own or whole not in strange or is_installed)

    sys.path[:] = [path for path in sys.path if is_ours(path)]


def start(words: list[str]) -> int:
    """Does what the words ask and returns the exit code; a window returns when it is closed."""
    if not words:
        known = os.environ.get("CARETEAM_DATABASE")
        return open_window(Path(known) if known else None)
    from careteam.cli import run as run_words

    asked = run_words(words)
    if isinstance(asked, int):
        return asked
    if asked.kind == "window":
        return open_window(asked.database)
    if asked.kind == "demo" and has_display():
        from ui.app import open_demo

        return open_demo()
    if not has_display():
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from ui.tour import take_tour

    return take_tour(asked.out or Path(DEMO_FOLDER))


def open_window(database: Path | None) -> int:
    """Opens the window on a database file, or on its unlock page when none is named."""
    if not has_display() and "QT_QPA_PLATFORM" not in os.environ:
        sys.exit("There is no display here. `careteam demo` and `careteam --help` need none.")
    gc.disable()  # until the desk is loaded: collecting half-made modules only costs time
    from ui import app

    return app.open_window(database)


def has_display() -> bool:
    """Whether a person can see a window here."""
    if sys.platform != "linux":
        return os.environ.get("QT_QPA_PLATFORM") not in ("offscreen", "minimal")
    if os.environ.get("QT_QPA_PLATFORM") in ("offscreen", "minimal"):
        return False
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


if __name__ == "__main__":
    run()
