"""Words for patients: the clinic's own of when to call, and that somebody reviewed a language."""

from sqlalchemy import delete
from sqlmodel import Session

from careteam.domain.access import Action, needs
from careteam.domain.changes import Changes, Part
from careteam.domain.moment import Moment
from careteam.domain.patient_reviews import (
    CallDraft,
    ReviewDraft,
    call_setting,
    check_call,
    check_review,
    english_setting,
    review_setting,
    review_words,
)
from careteam.domain.rules import Rules
from careteam.storage.tables import SettingRecord

_SETTING = frozenset({Part.SETTING})


@needs(Action.SETTINGS)
def save_patient_call(
    session: Session, draft: CallDraft, *, moment: Moment, rules: Rules
) -> Changes:
    """Keep the clinic's own words of when to call in one language; without any ours stand again.

    Refused at each field.
    """
    draft = check_call(draft)
    values = {call_setting(draft.code): draft.text, english_setting(draft.code): draft.english}
    _keep(session, values)
    said = "The words are saved." if draft.text else "The words that came with Careteam stand."
    return Changes(_SETTING, summary=said)


@needs(Action.SETTINGS)
def save_words_review(
    session: Session, draft: ReviewDraft, *, moment: Moment, rules: Rules
) -> Changes:
    """Note that somebody qualified reviewed the words of a language; papers lose their band.

    Refused at each field.
    """
    draft = check_review(draft, moment.today)
    _keep(session, {review_setting(draft.code): review_words(draft)})
    return Changes(_SETTING, summary="The review is noted.")


@needs(Action.SETTINGS)
def remove_words_review(session: Session, code: str, *, moment: Moment, rules: Rules) -> Changes:
    """Take a review back; papers in that language are drafts again."""
    _keep(session, {review_setting(code): ""})
    return Changes(_SETTING, summary="The review is taken back.")


def _keep(session: Session, values: dict[str, str]) -> None:
    """Keep settings; one without a value is not kept at all."""
    for key, value in values.items():
        if value:
            session.merge(SettingRecord(key=key, value=value))
        else:
            table = SettingRecord.__table__
            session.execute(delete(SettingRecord).where(table.c.key == key))
    session.flush()
