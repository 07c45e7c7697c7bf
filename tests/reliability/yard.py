"""Processes that are there to be killed: forked from one that has loaded everything already."""

import multiprocessing
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from multiprocessing import forkserver
from multiprocessing.process import BaseProcess
from pathlib import Path
from typing import Any

SOURCE = Path(__file__).with_name("disk_shim.c")
LOADED = [
    "tests.reliability.operations",
    "tests.reliability.together",
    "tests.reliability.writing",
]
PATIENCE_SECONDS = 100.0

NO_PROCESSES = "" if os.name == "posix" else "processes are forked and killed as POSIX does"


def compiler() -> str | None:
    """The C compiler of this machine, if there is one."""
    return shutil.which("gcc") or shutil.which("cc")


NO_SHIM = (
    ""
    if sys.platform == "linux" and compiler()
    else "what is written to a disk is recorded on Linux, and takes a C compiler (gcc)"
)


class Yard:
    """Runs work in a process of its own, with its disk watched where that is possible."""

    def __init__(self, folder: Path) -> None:
        self._context = multiprocessing.get_context("forkserver")
        self._context.set_forkserver_preload(LOADED)
        self.shim: Path | None = None
        if not NO_SHIM:
            self.shim = shim = folder / "disk_shim.so"
            line = [str(compiler()), "-shared", "-fPIC", "-O1", "-Wall", "-Werror"]
            subprocess.run([*line, "-o", str(shim), str(SOURCE), "-ldl"], check=True)
            os.environ["LD_PRELOAD"] = str(shim)
        try:
            forkserver.ensure_running()
        finally:
            os.environ.pop("LD_PRELOAD", None)

    def begin(
        self, work: Callable[..., None], *args: Any, folder: Path | None = None,
        log: Path | None = None, stop: int | None = None,
    ) -> BaseProcess:  # fmt: skip
        """Begin a piece of work; what it does to the folder is logged, or stopped at an act."""
        told = {"FOLDER": folder, "LOG": log, "STOP": stop}
        environment = {
            f"CARETEAM_DISK_{name}": str(value) for name, value in told.items() if value is not None
        }
        process = self._context.Process(target=_do, args=(environment, work, *args))
        process.start()
        return process

    def pipe(self) -> tuple[Any, Any]:
        """A pipe from such a process: its end for reading, and its end for writing."""
        return self._context.Pipe(duplex=False)

    def whole(self, work: Callable[..., None], *args: Any, **watched: Any) -> None:
        """Let a piece of work come to its end."""
        assert ended(self.begin(work, *args, **watched)) == 0


def ended(process: BaseProcess, seconds: float = PATIENCE_SECONDS) -> int:
    """The exit code of a process that ends by itself in time, else is killed; -9 when it was."""
    process.join(seconds)
    if process.is_alive():
        process.kill()
        process.join()
    code = process.exitcode
    process.close()
    assert code is not None
    return code


def _do(environment: dict[str, str], work: Callable[..., None], *args: Any) -> None:
    os.environ.update(environment)
    work(*args)
