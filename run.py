"""Sets Careteam up beside this file and runs it: `run.py demo`, `run.py test`, `run.py ARGS...`."""

from __future__ import annotations

import ctypes
import hashlib
import importlib.util
import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
PYTHON = VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
LOCK = ROOT / "requirements-dev.lock"
SCRIPTS = {"test": "tests/gates.py", "translate": "tests/translations.py"}
WINDOWED = {"demo", "tour", "test", "translate"}
LIBRARIES = {
    "libglib-2.0.so.0": "libglib2.0-0",
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libfontconfig.so.1": "libfontconfig1",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libdbus-1.so.3": "libdbus-1-3",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-shape.so.0": "libxcb-shape0",
}


def install_packages(packages: list[str]) -> None:
    """Installs Debian packages as root; anyone else gets the one line that does it."""
    line = ["apt-get", "install", "-y", "--no-install-recommends", *packages]
    if not shutil.which("apt-get"):
        sys.exit("Install what this system lacks (Debian's names): " + " ".join(packages))
    if os.geteuid() != 0:
        sys.exit("Missing from this system. Run this, then try again:\n  sudo " + " ".join(line))
    env = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    if subprocess.call(["apt-get", "update", "-qq"], env=env) or subprocess.call(line, env=env):
        sys.exit("Could not install " + " ".join(packages))


def is_missing(library: str) -> bool:
    try:
        ctypes.CDLL(library)
    except OSError:
        return True
    return False


def make_environment() -> None:
    """Builds .venv from the hashed lock, again only when the lock or the interpreter changed."""
    stamp = VENV / ".made-from"
    wanted = hashlib.sha256(LOCK.read_bytes()).hexdigest() + sys.version
    if PYTHON.exists() and stamp.exists() and stamp.read_text() == wanted:
        return
    print("Setting up .venv (once, a minute or two) ...", file=sys.stderr, flush=True)
    uv = shutil.which("uv")
    if not (uv and fill_with_uv(uv)):
        if sys.platform == "linux" and not importlib.util.find_spec("ensurepip"):
            install_packages([f"python3.{sys.version_info[1]}-venv"])
        # The lock is whole; pip, asked to resolve, may reach for a newer release that has no hash.
        pip = [str(PYTHON), "-m", "pip", "install", "-q", "--disable-pip-version-check"]
        if subprocess.call([sys.executable, "-m", "venv", "--clear", str(VENV)]) or subprocess.call(
            [*pip, "--require-hashes", "--no-deps", "-r", str(LOCK)]
        ):
            sys.exit("Set-up failed: see the lines above, then run the same command again.")
    stamp.write_text(wanted)


def fill_with_uv(uv: str) -> bool:
    make = [uv, "venv", "-q", "--clear", "--python", sys.executable, str(VENV)]
    sync = [uv, "pip", "sync", "-q", "--compile-bytecode", "--require-hashes"]
    return not (subprocess.call(make) or subprocess.call([*sync, "-p", str(PYTHON), str(LOCK)]))


def main(words: list[str]) -> None:
    if sys.hexversion < 0x030B0000:
        sys.exit("Careteam needs Python 3.11 or newer; this is " + sys.version.split()[0])
    make_environment()
    shows_window = not words or words[0] in WINDOWED or words[:-1] == ["--database"]
    if sys.platform == "linux" and shows_window:
        missing = [package for library, package in LIBRARIES.items() if is_missing(library)]
        if missing:
            install_packages(missing)
    script = SCRIPTS.get(words[0]) if words else None
    rest = words[1:] if script else words
    try:
        sys.exit(subprocess.call([str(PYTHON), str(ROOT / (script or "main.py")), *rest]))
    except KeyboardInterrupt:
        sys.exit(130)


if __name__ == "__main__":
    main(sys.argv[1:])
