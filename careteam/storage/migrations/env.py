"""Runs migrations on the connection that the program hands over; there is no other way in."""

from alembic import context
from sqlmodel import SQLModel

from careteam.storage import tables

assert tables.__all__  # noqa: S101 - the tables are registered by their import

connection = context.config.attributes["connection"]
context.configure(
    connection=connection,
    target_metadata=SQLModel.metadata,
    render_as_batch=True,
    transactional_ddl=True,
)
context.run_migrations()
