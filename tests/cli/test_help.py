"""The help and the documentation tell every command, option, message and exit code."""

import argparse
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from careteam.cli import run
from careteam.cli.messages import OPENING, OURS, WORK
from careteam.cli.parser import build_parser
from careteam.cli.request import WindowRequest

ROOT = Path(__file__).resolve().parents[2]
DOCUMENT = (ROOT / "docs" / "command-line.md").read_text("utf-8")


def parsers(parser: argparse.ArgumentParser) -> Iterator[argparse.ArgumentParser]:
    yield parser
    for action in parser._actions:
        if isinstance(action, argparse._SubParsersAction):
            for inner in action.choices.values():
                yield from parsers(inner)


EVERY = list(parsers(build_parser()))


@pytest.mark.parametrize("parser", EVERY, ids=lambda parser: parser.prog)
def test_every_command_and_option_is_documented(parser: argparse.ArgumentParser) -> None:
    assert parser.prog in DOCUMENT
    options = [name for action in parser._actions for name in action.option_strings]
    missing = [name for name in options if name not in ("-h", "--help") and name not in DOCUMENT]
    assert missing == []


@pytest.mark.parametrize("parser", EVERY, ids=lambda parser: parser.prog)
def test_every_command_has_help(
    parser: argparse.ArgumentParser, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run([*parser.prog.split()[1:], "--help"]) == 0
    assert parser.prog in capsys.readouterr().out


def test_the_help_tells_every_message_and_exit_code(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["--help"]) == 0
    told = capsys.readouterr().out
    for message in (*OURS, *OPENING, *WORK):
        assert message.text in told
    for code in ("0  done", "1  something was refused", "2  bad use"):
        assert code in told


def test_the_documentation_tells_every_message() -> None:
    flat = re.sub(r"\s+", " ", DOCUMENT)
    for message in (*OURS, *OPENING, *WORK):
        assert message.text in flat


def test_the_version_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["--version"]) == 0
    assert re.fullmatch(r"careteam \d+\.\d+\.\d+\n", capsys.readouterr().out)


@pytest.mark.parametrize(
    "words", [["fly"], ["--fly"], ["patients", "--fly"], ["export"], ["import"]]
)
def test_words_that_make_no_sense_are_refused_in_one_sentence(
    words: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(words) == 2
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err.count("\n") == 1
    assert "--help." in said.err


def test_what_only_the_window_can_do_is_asked_of_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("CARETEAM_DATABASE", raising=False)
    path, out = Path("clinic.db"), Path("pictures")
    assert run(["--database", "clinic.db"]) == WindowRequest("window", path)
    assert run(["window"]) == WindowRequest("window")
    assert run(["demo"]) == WindowRequest("demo")
    assert run(["tour", "--out", "pictures"]) == WindowRequest("tour", out=out)
    monkeypatch.setenv("CARETEAM_DATABASE", "clinic.db")
    assert run(["window"]) == WindowRequest("window", path)
