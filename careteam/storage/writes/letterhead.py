"""The letterhead of the clinic: its address and phones, and its logo, put there or taken away."""

import base64
import hashlib

from sqlalchemy import delete
from sqlmodel import Session

from careteam.domain.access import Action, needs
from careteam.domain.changes import Changes, Part
from careteam.domain.letterhead import (
    ADDRESS_SETTING,
    AFTER_HOURS_SETTING,
    BETWEEN,
    PHONE_SETTING,
    LetterheadDraft,
    check_letterhead,
    check_logo,
)
from careteam.domain.moment import Moment
from careteam.domain.rules import Rules
from careteam.storage.tables import LetterheadRecord, SettingRecord

_SETTING = frozenset({Part.SETTING})


@needs(Action.SETTINGS)
def save_letterhead(
    session: Session, draft: LetterheadDraft, *, moment: Moment, rules: Rules
) -> Changes:
    """Keep address and phones; Refused at each field."""
    draft = check_letterhead(draft)
    values = {
        ADDRESS_SETTING: BETWEEN.join(draft.address.split("\n")),
        PHONE_SETTING: draft.phone,
        AFTER_HOURS_SETTING: draft.after_hours,
    }
    for key, value in values.items():
        session.merge(SettingRecord(key=key, value=value))
    session.flush()
    return Changes(_SETTING, summary="The letterhead is saved.")


@needs(Action.SETTINGS)
def save_logo(session: Session, logo: str, *, moment: Moment, rules: Rules) -> Changes:
    """Keep a PNG in Base64 as the clinic's logo, or with an empty text have none.

    Refused for what is not a picture of a sane size.
    """
    if not logo:
        session.execute(delete(LetterheadRecord))
        return Changes(_SETTING, summary="The logo is removed.")
    png = base64.b64decode(logo)
    digest = hashlib.sha256(png).hexdigest()
    session.merge(LetterheadRecord(id=1, logo=check_logo(png), digest=digest))
    session.flush()
    return Changes(_SETTING, summary="The logo is saved.")
