"""What the clinic keeps of the words for patients: its own words of when to call, and reviews."""

from sqlmodel import Session

from careteam.domain.access import Action, needs
from careteam.domain.patient_reviews import (
    OwnWords,
    call_setting,
    english_setting,
    kept_review,
    review_setting,
)
from careteam.domain.patient_words import LANGUAGES
from careteam.storage.reads.rules import read_settings


@needs(Action.SEE_SETTINGS)
def own_words(session: Session) -> tuple[OwnWords, ...]:
    """One for each language, in the order of LANGUAGES."""
    settings = read_settings(session)
    return tuple(
        OwnWords(
            code,
            settings.get(call_setting(code), ""),
            settings.get(english_setting(code), ""),
            kept_review(settings.get(review_setting(code), "")),
        )
        for code in LANGUAGES
    )
