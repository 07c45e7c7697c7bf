"""What is typed is looked for in an index of what patients are found by, not in their rows."""

from alembic import op

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.execute("CREATE INDEX patient_words ON patient (id, search_key)")


def downgrade() -> None:
    op.execute("DROP INDEX patient_words")
