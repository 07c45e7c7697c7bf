"""No widget of the program is given a way to read markup: the source itself is looked through."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.test_house import PROGRAM, name

UI = [path for path in PROGRAM if name(path).startswith("ui/")]
HOMES = {"QLabel": "ui/look/labels.py", "QTextEdit": "ui/look/reading_text.py"}
"""The one module in which a widget that could read markup is tamed."""
NEVER = frozenset(
    {
        "AutoText", "MarkdownText", "QErrorMessage", "QInputDialog", "QMessageBox",
        "QProgressDialog", "QTextBrowser", "QTextDocument", "QWebEngineView", "QWhatsThis",
        "RichText", "appendHtml", "fromHtml", "insertHtml", "setHtml", "setMarkdown",
        "setStatusTip", "setWhatsThis",
    }
)  # fmt: skip
TIPS = frozenset({"setToolTip", "setTabToolTip"})


def names_in(path: Path) -> Iterator[tuple[str, int]]:
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Name):
            yield node.id, node.lineno
        elif isinstance(node, ast.Attribute):
            yield node.attr, node.lineno
        elif isinstance(node, ast.alias):
            yield node.name, node.lineno


def is_plain(tip: ast.expr) -> bool:
    """A tooltip that holds only our own words, or is escaped."""
    if isinstance(tip, ast.IfExp):
        return is_plain(tip.body) and is_plain(tip.orelse)
    if isinstance(tip, ast.Constant):
        return True
    if not isinstance(tip, ast.Call):
        return False
    called = ast.unparse(tip.func)
    is_ours = called == "self.tr" and isinstance(tip.args[0], ast.Constant)
    return is_ours or called == "plain_tooltip"


@pytest.mark.parametrize("path", UI, ids=name)
def test_what_reads_markup_is_named_only_where_it_is_tamed(path: Path) -> None:
    for used, line in names_in(path):
        assert used not in NEVER, f"{name(path)}:{line} {used}"
        assert HOMES.get(used, name(path)) == name(path), f"{name(path)}:{line} {used}"


@pytest.mark.parametrize("path", UI, ids=name)
def test_every_tooltip_is_escaped_or_our_own_words(path: Path) -> None:
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Call) and ast.unparse(node.func).rpartition(".")[2] in TIPS:
            assert is_plain(node.args[-1]), f"{name(path)}:{node.lineno}"
