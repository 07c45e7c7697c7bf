"""The rules of a new clinic without a database of its own: seeded in memory, read, let go."""

from datetime import date

from sqlalchemy import create_engine
from sqlmodel import Session

from careteam.domain.rules import Rules
from careteam.storage.reads.rules import read_rules
from careteam.storage.seeds import seed
from careteam.storage.tables import SettingRecord


def default_rules(today: date) -> Rules:
    """What `init` would lay down on a day."""
    engine = create_engine("sqlite://")
    try:
        with engine.connect() as connection, Session(bind=connection) as session:
            SettingRecord.metadata.create_all(connection)
            seed(session, today=today, zone="UTC", clinic="")
            session.flush()
            return read_rules(session)
    finally:
        engine.dispose()
