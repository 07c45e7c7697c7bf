"""Who works at this desk, by name."""

from sqlalchemy import select
from sqlmodel import Session

from careteam.domain.access import Action, needs
from careteam.domain.text import person_name
from careteam.storage.reads.rules import read_settings
from careteam.storage.tables import PersonRecord

WORKER_SETTING = "worker"


@needs(Action.OWN)
def read_worker(session: Session, worker_id: int | None) -> str:
    """The name of the person who works here, or nothing."""
    if worker_id is None:
        return ""
    table = PersonRecord.__table__.c
    row = session.execute(
        select(table.family, table.given, table.title, table.credentials).where(
            table.id == worker_id
        )
    ).one_or_none()
    return person_name(row.family, row.given, row.title, row.credentials) if row else ""


@needs(Action.OWN)
def worker_of(session: Session) -> int | None:
    """The directory id of the person who works here, as the clinic's settings say."""
    said = read_settings(session).get(WORKER_SETTING, "")
    return int(said) if said.isdigit() else None
