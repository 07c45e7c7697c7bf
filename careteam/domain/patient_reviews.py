"""The clinic's own words of when to call, and who reviewed the words for patients of a language."""

from dataclasses import dataclass, replace
from datetime import date

from careteam.domain.errors import Problem, Refused
from careteam.domain.patient_words import ENGLISH, LANGUAGES
from careteam.domain.text import LINE_LENGTH, clean

NAME_LENGTH = 120
_BETWEEN = " | "


@dataclass(frozen=True, slots=True)
class WordsReview:
    """Who compared the words of a language with the English ones, and when.

    `of` is the fingerprint of the words that were reviewed: for others it says nothing.
    """

    name: str
    qualification: str
    on_iso: str
    of: str

    @property
    def on(self) -> date:
        """The day of the review."""
        return date.fromisoformat(self.on_iso)


@dataclass(frozen=True, slots=True)
class CallDraft:
    """The clinic's own words of when to call in one of LANGUAGES; without `text` ours stand.

    `english` says the same in English, for who cannot read the language.
    """

    code: str
    text: str = ""
    english: str = ""


@dataclass(frozen=True, slots=True)
class ReviewDraft:
    """That somebody qualified reviewed the words of a language with the fingerprint `of`."""

    code: str
    name: str
    qualification: str
    on: date
    of: str


@dataclass(frozen=True, slots=True)
class OwnWords:
    """What a clinic keeps for one language."""

    code: str
    call: str = ""
    english: str = ""
    review: WordsReview | None = None


def call_setting(code: str) -> str:
    """The setting that holds the clinic's own words of when to call, in one language."""
    return f"patient_call_{code}"


def english_setting(code: str) -> str:
    """The setting that says in English what the clinic's own words of a language say."""
    return f"patient_call_english_{code}"


def review_setting(code: str) -> str:
    """The setting that holds who reviewed the words of a language."""
    return f"patient_review_{code}"


def kept_review(said: str) -> WordsReview | None:
    """The review that a setting holds; nothing where it holds none."""
    parts = said.split(_BETWEEN)
    if len(parts) != 4:
        return None
    review = WordsReview(*parts)
    try:
        return review if review.on else None
    except ValueError:
        return None


def review_words(draft: ReviewDraft) -> str:
    """The review as a setting holds it."""
    return _BETWEEN.join((draft.name, draft.qualification, draft.on.isoformat(), draft.of))


def draft_again(code: str, review: WordsReview) -> ReviewDraft:
    """A review as it was noted, to note it again."""
    return ReviewDraft(code, review.name, review.qualification, review.on, review.of)


def check_call(draft: CallDraft) -> CallDraft:
    """The draft cleaned; Refused at each field that does not fit.

    Words that nobody here can read are not printed: in another language they need their English.
    """
    draft = replace(draft, text=clean(draft.text), english=clean(draft.english))
    problems = [_unknown(draft.code)] if draft.code not in LANGUAGES else []
    for field, value in (("text", draft.text), ("english", draft.english)):
        if len(value) > LINE_LENGTH:
            problems.append(Problem(field, "At most 500 characters fit."))
    if draft.text and draft.code != ENGLISH and not draft.english:
        problems.append(Problem("english", "Say in English what these words say."))
    if problems:
        raise Refused(problems)
    return draft if draft.text else CallDraft(draft.code)


def check_review(draft: ReviewDraft, today: date) -> ReviewDraft:
    """The draft cleaned; Refused at each field that does not fit."""
    draft = replace(draft, name=_entry(draft.name), qualification=_entry(draft.qualification))
    problems = [_unknown(draft.code)] if draft.code not in LANGUAGES else []
    if draft.code == ENGLISH:
        problems.append(Problem("name", "The English words are not a translation."))
    if not draft.name:
        problems.append(Problem("name", "Give the name of who reviewed the words."))
    if not draft.qualification:
        problems.append(
            Problem("qualification", "Give what makes them a qualified translator or reader.")
        )
    for field, value in (("name", draft.name), ("qualification", draft.qualification)):
        if len(value) > NAME_LENGTH:
            problems.append(Problem(field, "At most 120 characters fit."))
    if draft.on > today:
        problems.append(Problem("on", "This day has not come yet."))
    if problems:
        raise Refused(problems)
    return draft


def _entry(said: str) -> str:
    return clean(said).replace("|", "/")


def _unknown(code: str) -> Problem:
    return Problem("code", "There are no words for patients in {code}.", {"code": code})
