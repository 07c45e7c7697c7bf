"""What a file is that cannot be taken in, in one sentence that names it and says what to do."""

from pathlib import Path

from careteam.domain.text import clean
from careteam.imports.fhir.files import kind_of

BEGINNING = 4096
NO_FILE = "Only files and folders of this machine can be dropped here. Nothing was taken in."
OF_A_KIND = "{file} is {kind}. Nothing was taken in."
OF_NO_KIND = (
    "{file} is no file that Careteam takes in: drop FHIR R4 files (.json or "
    ".ndjson), a table (.csv or .xlsx), or a folder. "
    "Nothing was taken in."
)


def why_not(path: Path) -> str:
    """Why a file is not taken in; only its beginning is read."""
    name = clean(path.name) or str(path)
    try:
        with path.open("rb") as file:
            kind = kind_of(file.read(BEGINNING))
    except (OSError, ValueError):
        return f"{name} could not be read. Nothing was taken in."
    return OF_A_KIND.format(file=name, kind=kind) if kind else OF_NO_KIND.format(file=name)
