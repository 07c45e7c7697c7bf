"""Whom a person stands in for is read from an index of its own."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None

STANDS_IN = sa.text("rank = 'backup' AND end_reason = 'cover_ended'")


def upgrade() -> None:
    op.create_index(
        "assignment_stands_in",
        "assignment",
        ["person_id", "state", "patient_id"],
        unique=False,
        sqlite_where=STANDS_IN,
    )


def downgrade() -> None:
    op.drop_index("assignment_stands_in", table_name="assignment", sqlite_where=STANDS_IN)
