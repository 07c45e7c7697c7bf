"""The libraries of workbooks are loaded when a workbook is opened or written, not before."""

import subprocess
import sys

import pytest

LATE = ("openpyxl", "xlsxwriter", "defusedxml", "lxml", "PIL")


@pytest.mark.parametrize(
    "module",
    ["ui.imports.page", "careteam.cli.importing", "careteam.cli.templates", "careteam.cli.parser"],
)
def test_no_library_of_workbooks_is_loaded_with_the_program(module: str) -> None:
    told = f"import sys, {module}; print([name for name in {LATE} if name in sys.modules])"
    said = subprocess.run([sys.executable, "-c", told], capture_output=True, text=True, check=True)
    assert said.stdout == "[]\n"
