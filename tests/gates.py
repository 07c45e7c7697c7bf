"""Every check a change must pass, in one run: all are run, and one that fails fails the whole."""

import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
BIN = Path(sys.executable).parent
PYTHON = [sys.executable]
TOUR_SECONDS = 600

QUICK = {
    "format": [*PYTHON, "-m", "ruff", "format", "--check", "--quiet", "."],
    "lint": [*PYTHON, "-m", "ruff", "check", "--quiet", "."],
    "types": [*PYTHON, "-m", "basedpyright", "--warnings"],
    "floors": [str(BIN / "lint-imports")],
}
PYTEST = [*PYTHON, "-m", "pytest", "-n", "2", "--cov", "--cov-report=term"]


def say(words: str) -> None:
    sys.stdout.write(words + "\n")
    sys.stdout.flush()


def passes(name: str, command: list[str], env: dict[str, str]) -> bool:
    """Runs one gate and prints its own words only when it fails."""
    began = time.monotonic()
    done = subprocess.run(command, cwd=ROOT, env=env, capture_output=True, text=True, check=False)
    is_good = done.returncode == 0
    say(f"{'ok    ' if is_good else 'FAILED'} {name} ({time.monotonic() - began:.0f} s)")
    if not is_good:
        say(done.stdout + done.stderr)
    return is_good


def tour_passes(env: dict[str, str]) -> bool:
    """Drives the real window through the main job; it must leave pictures and the summary."""
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder) / "tour"
        tour = [*PYTHON, "main.py", "tour", "--out", str(out)]
        began = time.monotonic()
        try:
            done = subprocess.run(
                tour,
                cwd=ROOT,
                env=env,
                capture_output=True,
                text=True,
                timeout=TOUR_SECONDS,
                check=False,
            )
        except subprocess.TimeoutExpired:
            say(f"FAILED tour: not finished after {TOUR_SECONDS} s")
            return False
        left = {path.suffix for path in out.rglob("*")} if out.exists() else set[str]()
    is_good = done.returncode == 0 and {".png", ".pdf"} <= left
    say(f"{'ok    ' if is_good else 'FAILED'} tour ({time.monotonic() - began:.0f} s)")
    if not is_good:
        say(f"exit code {done.returncode}, kinds of files left: {sorted(left)}")
        say(done.stdout + done.stderr)
    return is_good


def main(words: list[str]) -> int:
    """Runs every gate, or, given words, only pytest with those words."""
    env = {**os.environ, "PYTHONUTF8": "1"}
    if sys.platform == "linux":
        env["QT_QPA_PLATFORM"] = "offscreen"
    if words:
        return subprocess.call([*PYTHON, "-m", "pytest", *words], cwd=ROOT, env=env)
    failed = [name for name, command in QUICK.items() if not passes(name, command, env)]
    if not tour_passes(env):
        failed.append("tour")
    say("pytest")
    if subprocess.call(PYTEST, cwd=ROOT, env=env) != 0:
        failed.append("pytest")
    if failed:
        say("Failed: " + ", ".join(failed))
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
