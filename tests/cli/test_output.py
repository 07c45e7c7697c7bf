"""Tables are aligned by what a terminal shows, and output is UTF-8 whatever the locale."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from careteam.cli.output import complain, print_json, print_table, width

ROOT = Path(__file__).resolve().parents[2]
PASSPHRASE = "lantern meadow copper 41"


def test_columns_stand_under_each_other_for_wide_letters_and_marks(
    capsys: pytest.CaptureFixture[str],
) -> None:
    print_table(("NAME", "MRN"), [("王秀英", 1), ("Le\u0302 Đức", 2), ("Ann", 3)])
    lines = capsys.readouterr().out.splitlines()
    assert {width(line[: line.rindex(line.split()[-1])]) for line in lines} == {8}


def test_a_long_cell_is_cut_and_a_line_end_never_breaks_the_table(
    capsys: pytest.CaptureFixture[str],
) -> None:
    print_table(("NOTE",), [("word " * 500,), ("two\nlines",), ("turn\u202eed",)])
    lines = capsys.readouterr().out.splitlines()
    assert len(lines) == 4
    assert lines[1].endswith("…")
    assert lines[2:] == ["two lines", "turned"]


def test_a_sentence_is_one_line(capsys: pytest.CaptureFixture[str]) -> None:
    complain("Two\nlines \x1b[31mred")
    assert capsys.readouterr().err == "careteam: Two lines [31mred\n"


def test_json_holds_letters_as_they_are(capsys: pytest.CaptureFixture[str]) -> None:
    print_json({"name": "Łukasz"})
    assert capsys.readouterr().out == '{\n  "name": "Łukasz"\n}\n'


def main(*words: str, **env: str) -> subprocess.CompletedProcess[bytes]:
    bare = {key: value for key, value in os.environ.items() if key not in ("LANG", "LC_ALL")}
    return subprocess.run(
        [sys.executable, str(ROOT / "main.py"), *words],
        env=bare | {"CARETEAM_PASSPHRASE": PASSPHRASE, "LC_ALL": "C", "PYTHONUTF8": "0"} | env,
        capture_output=True,
        check=False,
    )


def test_the_real_program_makes_a_database_and_reads_it_in_a_plain_locale(tmp_path: Path) -> None:
    path = str(tmp_path / "clinic.db")
    made = main("--database", path, "init", "--navigator", "Łucja Żak, RN")
    assert (made.returncode, made.stderr) == (0, b"")
    read = main("people", "--json", CARETEAM_DATABASE=path)
    assert read.returncode == 0
    (person,) = json.loads(read.stdout.decode("utf-8"))["people"]
    assert person["name"] == "Żak, Łucja, RN"


def test_the_real_program_ends_with_two_for_bad_use() -> None:
    done = main("patients", CARETEAM_DATABASE="")
    assert done.returncode == 2
    assert done.stdout == b""
    assert done.stderr.decode().startswith("careteam: Name the database:")


@pytest.mark.skipif(os.name == "nt", reason="no head there")
def test_a_reader_that_leaves_early_is_no_error(tmp_path: Path) -> None:
    path = str(tmp_path / "clinic.db")
    main("--database", path, "init")
    line = f'"{sys.executable}" "{ROOT / "main.py"}" --database "{path}" keys --json | head -1'
    env = os.environ | {"CARETEAM_PASSPHRASE": PASSPHRASE}
    done = subprocess.run(["bash", "-c", line], env=env, capture_output=True, check=False)
    assert done.stdout == b"{\n"
    assert done.stderr == b""
