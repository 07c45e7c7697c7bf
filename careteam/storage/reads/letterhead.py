"""The letterhead of the clinic, as every paper prints it."""

from sqlalchemy import select
from sqlmodel import Session

from careteam.domain.access import Action, needs
from careteam.domain.letterhead import (
    ADDRESS_SETTING,
    AFTER_HOURS_SETTING,
    BETWEEN,
    PHONE_SETTING,
    Letterhead,
)
from careteam.storage.reads.rules import read_settings
from careteam.storage.tables import LetterheadRecord


@needs(Action.SEE_SETTINGS)
def letterhead_of(session: Session) -> Letterhead:
    """Address, phones and logo; all of it empty where nothing was entered."""
    settings = read_settings(session)
    address = settings.get(ADDRESS_SETTING, "")
    logo = session.execute(select(LetterheadRecord.__table__.c.logo)).scalar_one_or_none()
    return Letterhead(
        tuple(address.split(BETWEEN)) if address else (),
        settings.get(PHONE_SETTING, ""),
        settings.get(AFTER_HOURS_SETTING, ""),
        logo or "",
    )
