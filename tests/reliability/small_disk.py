"""A disk that is soon full: a small file system in memory, or a limit on the size of files."""

import contextlib
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

MOST_BYTES = 5 * 1024 * 1024
BALLAST = "ballast"


class SmallDisk:
    """A folder of 3 MiB that can be full for a while."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    @contextlib.contextmanager
    def full(self, spare: int, _growing: Path) -> Iterator[None]:
        """Leave only so many bytes."""
        disk = os.statvfs(self.folder)
        ballast = self.folder / BALLAST
        ballast.write_bytes(bytes(max(disk.f_bavail * disk.f_frsize - spare, 0)))
        try:
            yield
        finally:
            ballast.unlink()


class LimitedDisk(SmallDisk):
    """A folder in which no file may grow beyond a limit for a while."""

    @contextlib.contextmanager
    def full(self, spare: int, _growing: Path) -> Iterator[None]:
        """Let no file become longer than one that grows is, and so many bytes."""
        import resource
        import signal

        size = _growing.stat().st_size if _growing.exists() else 0
        limits = resource.getrlimit(resource.RLIMIT_FSIZE)
        was = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (size + spare, limits[1]))
        try:
            yield
        finally:
            resource.setrlimit(resource.RLIMIT_FSIZE, limits)
            signal.signal(signal.SIGXFSZ, was)


@contextlib.contextmanager
def mounted(folder: Path) -> Iterator[SmallDisk]:
    """A file system of its own; the test is skipped with the reason where none can be made."""
    if sys.platform != "linux" or os.geteuid() != 0:
        pytest.skip("a file system of 3 MiB is made by root on Linux; the other limit is tried")
    folder.mkdir(mode=0o700)
    line = ["mount", "-t", "tmpfs", "-o", f"size={MOST_BYTES},mode=700", "tmpfs", str(folder)]
    done = subprocess.run(line, capture_output=True, text=True, check=False)
    if done.returncode:
        pytest.skip(f"no file system can be made here: {done.stderr.strip()}")
    try:
        yield SmallDisk(folder)
    finally:
        subprocess.run(["umount", "--lazy", str(folder)], check=True)
