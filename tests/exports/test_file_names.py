"""Names of exported files, and files that are whole or absent."""

import stat
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from careteam.domain.errors import Unavailable
from careteam.exports.file_names import summary_file_name, write_atomically
from tests.exports.summaries import MARIA


def test_a_file_name_tells_the_day_and_the_digest_and_nobody() -> None:
    assert summary_file_name(MARIA) == "care-summary-2026-11-22-0944-7f3a.pdf"
    assert summary_file_name(replace(MARIA, digest=""), suffix="txt").endswith("-0944.txt")


def test_a_file_is_written_whole_for_its_owner_only(tmp_path: Path) -> None:
    path = tmp_path / "out.pdf"
    path.write_bytes(b"old")
    write_atomically(path, b"new")
    assert path.read_bytes() == b"new"
    assert [entry.name for entry in tmp_path.iterdir()] == ["out.pdf"]
    if sys.platform != "win32":
        assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_a_folder_that_vanished_is_named(tmp_path: Path) -> None:
    with pytest.raises(Unavailable, match="is not there"):
        write_atomically(tmp_path / "gone" / "out.pdf", b"x")


def test_a_file_in_place_of_the_folder_is_refused(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    with pytest.raises(Unavailable):
        write_atomically(tmp_path / "file" / "out.pdf", b"x")


def test_the_name_of_a_folder_is_refused_and_nothing_is_left(tmp_path: Path) -> None:
    (tmp_path / "out.pdf").mkdir()
    with pytest.raises(Unavailable, match="name of a folder"):
        write_atomically(tmp_path / "out.pdf", b"x")
    assert [entry.name for entry in tmp_path.iterdir()] == ["out.pdf"]


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux has a folder nobody can write")
def test_a_folder_that_may_not_be_written_is_refused() -> None:
    with pytest.raises(Unavailable):
        write_atomically(Path("/proc/self/out.pdf"), b"x")


@pytest.mark.skipif(sys.platform == "win32", reason="a limit on file size stands for a full disk")
def test_a_disk_without_room_leaves_the_old_file_and_no_part(tmp_path: Path) -> None:
    path = tmp_path / "out.pdf"
    path.write_bytes(b"old")
    program = (
        "import resource, sys\n"
        "from pathlib import Path\n"
        "from careteam.domain.errors import Unavailable\n"
        "from careteam.exports.file_names import write_atomically\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000))\n"
        "try:\n"
        "    write_atomically(Path(sys.argv[1]), b'x' * 100_000)\n"
        "except Unavailable as refused:\n"
        "    print(refused.sentence)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", program, str(path)],
        capture_output=True,
        text=True,
        check=True,
        cwd=Path(__file__).resolve().parents[2],
    )
    assert done.stdout.startswith("There is not enough room on the disk for out.pdf.")
    assert [entry.name for entry in tmp_path.iterdir()] == ["out.pdf"]
    assert path.read_bytes() == b"old"
