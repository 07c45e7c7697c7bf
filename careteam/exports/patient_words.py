"""The catalogue of papers for patients, read from `resources/patient_words`, a file a language."""

import tomllib
from dataclasses import replace
from functools import cache
from pathlib import Path

from careteam.domain.patient_reviews import WordsReview
from careteam.domain.patient_summary import PatientSummary
from careteam.domain.patient_words import ENGLISH, PatientWords

FOLDER = Path(__file__).resolve().parents[2] / "resources" / "patient_words"


@cache
def words_in(code: str) -> PatientWords:
    """The words of one of LANGUAGES as they came with the program."""
    tables = tomllib.loads((FOLDER / f"{code}.toml").read_text("utf-8"))
    about = tables.pop("about")
    past = tables["where"].pop("past")
    return PatientWords(
        code=code,
        is_right_to_left=about.pop("direction") == "rtl",
        back=tables.pop("back", {}),
        tables={**tables, "past": past},
        **about,
    )


def words_of(paper: PatientSummary) -> PatientWords:
    """The words of a paper, as reviewed as they are."""
    return reviewed(words_in(paper.language), paper.call, paper.review)


def reviewed(words: PatientWords, call: str, review: WordsReview | None) -> PatientWords:
    """The words with who reviewed exactly these, the clinic's own of when to call among them.

    A review of other words says nothing; nor does that of the program about the clinic's own.
    """
    if words.code == ENGLISH:
        return words
    if review is not None and review.of == words.fingerprint(call):
        by = f"{review.name}, {review.qualification}"
        return replace(words, reviewed_by=by, reviewed_on=review.on_iso)
    return replace(words, reviewed_by="", reviewed_on="") if call else words
