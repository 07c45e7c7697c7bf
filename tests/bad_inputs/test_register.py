"""The table of this room names only tests that there are, and leaves no row without one."""

import ast
import re
from functools import cache
from pathlib import Path

import pytest

import tests.bad_inputs as room

TESTS = Path(__file__).resolve().parents[1]
ROWS = {*range(26, 51), 56, *range(65, 72), 73, *range(75, 78), 80}
FAULTS = {
    "wrong key", "missing", "empty", "damaged", "busy", "read-only", "full", "newer", "older",
    "audit trail", "clock",
}  # fmt: skip


def register() -> dict[str, list[str]]:
    """The tests of each row, by its number or name."""
    found: dict[str, list[str]] = {}
    row = ""
    for line in (room.__doc__ or "").splitlines():
        if line.startswith("    "):
            found[row].append(line.strip())
        elif head := re.match(r"(\S[^.]*?)  (?=\S)", line):
            row = head[1]
            assert row not in found, row
            found[row] = []
    return found


REGISTER = register()


@cache
def names_in(path: str) -> frozenset[str]:
    tree = ast.parse((TESTS / path).read_text("utf-8"))
    return frozenset(node.name for node in ast.walk(tree) if isinstance(node, ast.FunctionDef))


def test_every_row_has_a_test() -> None:
    assert {*map(str, ROWS), *FAULTS} == set(REGISTER)
    assert all(REGISTER.values())


@pytest.mark.parametrize("row", REGISTER)
def test_every_test_that_is_named_is_there(row: str) -> None:
    for named in REGISTER[row]:
        path, _, name = named.partition("::")
        assert name in names_in(path), named
