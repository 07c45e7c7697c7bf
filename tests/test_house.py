"""The rules of the house that no other tool checks."""

import ast
import re
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from PySide6.QtWidgets import QApplication, QLabel

ROOT = Path(__file__).resolve().parent.parent
RESOURCES = ROOT / "resources"
PROGRAM = [
    ROOT / "main.py",
    *sorted(ROOT.glob("careteam/**/*.py")),
    *sorted(ROOT.glob("ui/**/*.py")),
]
ALL_CODE = [
    ROOT / "run.py",
    *PROGRAM,
    *sorted(ROOT.glob("bench/**/*.py")),
    *sorted(ROOT.glob("tests/**/*.py")),
]
QT_MODULES = {"QtCore", "QtDBus", "QtGui", "QtPrintSupport", "QtSvg", "QtTest", "QtWidgets"}
LAST_DOORS = {
    ROOT / "ui" / "background.py",
    ROOT / "ui" / "crash.py",
    ROOT / "careteam" / "outgoing" / "papers_batch.py",
}
"""Where a fault is told and the rest goes on: of a batch one paper, which the report names."""
LOCKS = [path for path in sorted(ROOT.glob("*.lock")) if path.name != "uv.lock"]
MOST_LINES = 350
LICENCES = {"Inter": "Inter-OFL.txt", "NotoSans": "Noto-OFL.txt"}
MOST_FONT_BYTES = 3_000_000


def name(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text("utf-8"), filename=str(path))


@pytest.mark.parametrize("lock", LOCKS, ids=name)
def test_a_lock_holds_no_address_and_every_package_its_hash(lock: Path) -> None:
    text = lock.read_text("utf-8")
    assert "://" not in text
    packages = re.findall(r"^[a-z0-9][\w.-]*==.*$", text, re.MULTILINE)
    assert packages
    assert all(line.endswith("\\") for line in packages), "a package without a hash"


def test_the_lock_that_uv_writes_for_itself_stays_out_of_the_tree() -> None:
    assert "uv.lock" in (ROOT / ".gitignore").read_text("utf-8").splitlines()


def test_both_locks_name_the_same_versions() -> None:
    def versions(lock: str) -> set[str]:
        return set(re.findall(r"^[\w.-]+==[\w.]+", (ROOT / lock).read_text("utf-8"), re.MULTILINE))

    assert versions("requirements.lock") <= versions("requirements-dev.lock")


def packages(requirements: list[str]) -> set[str]:
    found = (re.match(r"[\w.-]+", requirement) for requirement in requirements)
    return {match[0].lower() for match in found if match}


def wanted_packages() -> tuple[set[str], set[str]]:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    return packages(project["project"]["dependencies"]), packages(
        project["dependency-groups"]["dev"]
    )


def test_what_the_project_asks_for_is_in_its_lock() -> None:
    used, developed = wanted_packages()
    for lock, wanted in (("requirements.lock", used), ("requirements-dev.lock", used | developed)):
        text = (ROOT / lock).read_text("utf-8")
        assert wanted == {package for package in wanted if f"\n{package}==" in "\n" + text}


def test_every_dependency_is_explained() -> None:
    used, developed = wanted_packages()
    told = (ROOT / "docs" / "dependencies.md").read_text("utf-8")
    assert [package for package in sorted(used | developed) if f"`{package}`" not in told] == []


def test_qt_gives_back_every_reference_to_none(qapp: QApplication) -> None:
    """PySide6 6.12.0 on Python 3.11 loses one for each call and aborts after some thousands."""
    label = QLabel()
    before = sys.getrefcount(None)
    for count in range(200):
        label.setText(str(count))
    assert sys.getrefcount(None) - before > -20


def qt_modules(path: Path) -> Iterator[str]:
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Import):
            yield from (
                a.name.partition(".")[2] for a in node.names if a.name.startswith("PySide6")
            )
        elif isinstance(node, ast.ImportFrom) and (node.module or "").startswith("PySide6"):
            inner = (node.module or "").partition(".")[2]
            yield from ([inner] if inner else [alias.name for alias in node.names])


@pytest.mark.parametrize("path", ALL_CODE, ids=name)
def test_only_the_qt_modules_we_ship_are_imported(path: Path) -> None:
    assert set(qt_modules(path)) <= QT_MODULES


@pytest.mark.parametrize("path", PROGRAM, ids=name)
def test_nothing_imports_the_way_in(path: Path) -> None:
    for node in ast.walk(tree(path)):
        assert not (isinstance(node, ast.ImportFrom) and node.module == "main")
        assert not (isinstance(node, ast.Import) and any(a.name == "main" for a in node.names))


@pytest.mark.parametrize("path", PROGRAM, ids=name)
def test_a_module_is_short_and_opens_with_what_it_is(path: Path) -> None:
    if path.parent.name == "versions":
        pytest.skip("a migration is one step, as long as its tables are")
    assert len(path.read_text("utf-8").splitlines()) <= MOST_LINES
    assert ast.get_docstring(tree(path))


@pytest.mark.parametrize("path", PROGRAM, ids=name)
def test_no_words_are_put_together_before_they_are_translated(path: Path) -> None:
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Call) and re.search(r"(\.tr|\.translate)$", ast.unparse(node.func)):
            inside = [part for arg in node.args for part in ast.walk(arg)]
            assert not any(isinstance(part, ast.JoinedStr) for part in inside), node.lineno


@pytest.mark.parametrize("path", [path for path in PROGRAM if path not in LAST_DOORS], ids=name)
def test_only_the_last_doors_keep_what_they_catch_of_everything(path: Path) -> None:
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.ExceptHandler) and ast.unparse(node.body[-1]) != "raise":
            kinds = ast.unparse(node.type) if node.type else "BaseException"
            assert not re.search(r"\b(Base)?Exception\b", kinds), node.lineno


@pytest.mark.parametrize("template", sorted(RESOURCES.glob("**/*.typ")), ids=name)
def test_a_document_template_takes_nothing_from_the_network(template: Path) -> None:
    assert not re.search(r"(import|include)\s*\(?\s*\"@", template.read_text("utf-8"))


@pytest.mark.parametrize("font", sorted((RESOURCES / "fonts").iterdir()), ids=name)
def test_every_font_has_its_licence(font: Path) -> None:
    licences = [file for family, file in LICENCES.items() if font.name.startswith(family)]
    assert licences
    assert (RESOURCES / "licences" / licences[0]).exists()


def test_the_fonts_stay_small() -> None:
    sizes = [font.stat().st_size for font in (RESOURCES / "fonts").iterdir()]
    assert max(sizes) <= 500_000
    assert sum(sizes) <= MOST_FONT_BYTES


def test_the_icons_have_their_licence_and_take_the_colour_of_the_theme() -> None:
    assert (RESOURCES / "licences" / "Lucide-ISC.txt").exists()
    for icon in (RESOURCES / "icons").iterdir():
        drawing = ET.parse(icon).getroot()  # noqa: S314 - our own file
        assert drawing.get("stroke") == "currentColor", icon.name


def test_every_icon_is_used() -> None:
    code = "".join(path.read_text("utf-8") for path in PROGRAM)
    unused = [
        icon.name for icon in (RESOURCES / "icons").glob("*.svg") if f'"{icon.stem}"' not in code
    ]
    assert unused == []
