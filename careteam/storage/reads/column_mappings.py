"""What the columns of a clinic's tables were said to mean, by the name it is remembered under."""

import json

from sqlalchemy import select
from sqlmodel import Session

from careteam.domain.intake.tables import Columns
from careteam.storage.tables import SettingRecord

PREFIX = "columns:"
"""Before the name, among the keys of the settings."""

_setting = SettingRecord.__table__.c


def remembered_columns(session: Session) -> dict[str, Columns]:
    """Everything that is remembered, by name; what a newer program kept is passed over."""
    query = select(_setting.key, _setting.value).where(_setting.key.startswith(PREFIX))
    found: dict[str, Columns] = {}
    for row in session.execute(query.order_by(_setting.key)):
        try:
            found[row.key.removeprefix(PREFIX)] = Columns.of(json.loads(row.value))
        except (ValueError, KeyError, TypeError):
            continue
    return found
