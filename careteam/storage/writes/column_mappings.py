"""What the columns of a clinic's tables mean, remembered by name among its settings."""

import json

from sqlalchemy import delete
from sqlmodel import Session

from careteam.domain.access import Action, needs
from careteam.domain.changes import Changes, Part
from careteam.domain.errors import Refused
from careteam.domain.intake.tables import Columns
from careteam.domain.moment import Moment
from careteam.domain.rules import Rules
from careteam.domain.text import clean
from careteam.storage.reads.column_mappings import PREFIX
from careteam.storage.tables import SettingRecord

MOST_LETTERS = 60
MOST_BODY = 10_000

_setting = SettingRecord.__table__.c


@needs(Action.IMPORT)
def remember_columns(
    session: Session, name: str, columns: Columns, *, moment: Moment, rules: Rules
) -> Changes:
    """Keep the meaning of columns under a name; the same name again is replaced.

    Refused without a name, or when it is too much to be kept.
    """
    name = clean(name)
    if not name:
        raise Refused.at("name", "Give it a name.")
    if len(name) > MOST_LETTERS:
        raise Refused.at("name", "This is too long; at most {limit} characters fit.",
                         limit=MOST_LETTERS)  # fmt: skip
    body = json.dumps(columns.body(), ensure_ascii=False)
    if len(body) > MOST_BODY:
        raise Refused.at("name", "The headings are too long to be remembered.")
    record = session.get(SettingRecord, PREFIX + name) or SettingRecord(key=PREFIX + name)
    record.value = body
    session.add(record)
    session.flush()
    return Changes(frozenset({Part.SETTING}), summary=f"The columns are remembered as {name}.")


@needs(Action.IMPORT)
def forget_columns(session: Session, name: str, *, moment: Moment, rules: Rules) -> Changes:
    """Let go of what was remembered under a name."""
    session.execute(delete(SettingRecord).where(_setting.key == PREFIX + clean(name)))
    return Changes(frozenset({Part.SETTING}), summary=f"The columns {clean(name)} are forgotten.")
