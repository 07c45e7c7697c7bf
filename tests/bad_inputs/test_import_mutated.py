"""A sound export that was damaged on its way ends in sentences and never stops the program."""

import json
import re
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from careteam.domain.incoming import Incoming, Severity
from tests.imports.resources import read as read_all

SAMPLE = (Path(__file__).parents[2] / "resources" / "demo" / "sample-r4.json").read_text("utf-8")
DEEP = 20_000
RAW = (
    "[" * DEEP + "]" * DEEP,
    "[" * DEEP,
    '{"a":' * DEEP + "1" + "}" * DEEP,
    "9" * 5_000,
    "-" + "9" * 400,
    "1e999999",
    "1e-999999",
    "-0.0",
    "NaN",
    "-Infinity",
    "null",
    "true",
    "[]",
    "{}",
    '""',
    '"\\ud800"',
    '"\\u0000\\u202e"',
    '"' + "x" * 300_000 + '"',
    json.dumps('<img src="//host/share/x.png">'),
    '{"resourceType": "Bundle"}',
    "[[], {}, [null]]",
)
"""What stands in place of a value, as it is written in the file."""
VALUES = [found.span(1) for found in re.finditer(r':\s*("(?:[^"\\]|\\.)*"|\d+|true|false)', SAMPLE)]

cases = settings(
    deadline=None, max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


def read(folder: Path, content: bytes) -> Incoming:
    path = folder / "export.json"
    path.write_bytes(content)
    incoming = read_all(path)
    for finding in incoming.findings:
        assert finding.sentence.endswith("."), finding.sentence
        assert len(finding.sentence) < 400, finding.sentence
        assert "\u202e" not in finding.sentence
    return incoming


@pytest.mark.parametrize("raw", RAW, ids=[raw[:12] for raw in RAW])
def test_a_file_that_is_only_an_odd_value_is_refused(tmp_path: Path, raw: str) -> None:
    incoming = read(tmp_path, raw.encode("utf-8"))
    assert incoming.patients == ()


@cases
@given(place=st.sampled_from(VALUES), raw=st.sampled_from(RAW))
def test_a_sound_export_with_an_odd_value_anywhere_is_read_without_an_error(
    tmp_path: Path, place: tuple[int, int], raw: str
) -> None:
    read(tmp_path, f"{SAMPLE[: place[0]]}{raw}{SAMPLE[place[1] :]}".encode())


@cases
@given(keep=st.integers(0, len(SAMPLE) - 2))
def test_a_sound_export_cut_off_anywhere_is_refused(tmp_path: Path, keep: int) -> None:
    incoming = read(tmp_path, SAMPLE[:keep].encode())
    assert any(finding.severity is Severity.REFUSED for finding in incoming.findings)
    assert incoming.patients == ()


@cases
@given(
    places=st.lists(st.integers(0, len(SAMPLE) - 1), min_size=1, max_size=8),
    new=st.binary(min_size=1, max_size=8),
)
def test_a_sound_export_with_bytes_changed_anywhere_is_read_without_an_error(
    tmp_path: Path, places: list[int], new: bytes
) -> None:
    content = bytearray(SAMPLE.encode())
    for count, place in enumerate(places):
        content[place] = new[count % len(new)]
    read(tmp_path, bytes(content))
