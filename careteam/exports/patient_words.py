"""The catalogue of papers for patients, read from `resources/patient_words`, a file a language."""

import tomllib
from functools import cache

from careteam.domain.patient_words import PatientWords
from careteam.exports.typesetting import RESOURCES

FOLDER = RESOURCES / "patient_words"


@cache
def words_in(code: str) -> PatientWords:
    """The words of one of LANGUAGES."""
    tables = tomllib.loads((FOLDER / f"{code}.toml").read_text("utf-8"))
    about = tables.pop("about")
    past = tables["where"].pop("past")
    return PatientWords(
        code=code,
        is_right_to_left=about.pop("direction") == "rtl",
        tables={**tables, "past": past},
        **about,
    )
