"""Accounts, emergency access, and the key of the audit trail in the file itself."""

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "account",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("name_key", sa.String(), nullable=False),
        sa.Column("roles", sa.JSON(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=True),
        sa.Column("slot_id", sa.String(), nullable=False),
        sa.Column("must_change", sa.Boolean(), nullable=False),
        sa.Column("code_seed", sa.String(), nullable=False),
        sa.Column("code_step", sa.Integer(), nullable=False),
        sa.Column("spare_codes", sa.JSON(), nullable=False),
        sa.Column("made_at", sa.DateTime(), nullable=False),
        sa.Column("disabled_at", sa.DateTime(), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.CheckConstraint("length(name) <= 40", name="name_length"),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], ondelete="RESTRICT"),
        sa.PrimaryKeyConstraint("id"),
        sqlite_strict=True,
    )
    op.create_index("account_name", "account", ["name_key"], unique=True)
    op.create_table(
        "emergency",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("account_id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("begun_at", sa.DateTime(), nullable=False),
        sa.Column("ends_at", sa.DateTime(), nullable=False),
        sa.Column("reviewed_at", sa.DateTime(), nullable=True),
        sa.Column("reviewed_by", sa.Integer(), nullable=True),
        sa.Column("review", sa.String(), nullable=False),
        sa.CheckConstraint("ends_at IS NULL OR ends_at >= begun_at", name="ends_at_after_begun_at"),
        sa.CheckConstraint("length(reason) <= 500", name="reason_length"),
        sa.CheckConstraint("length(review) <= 500", name="review_length"),
        sa.ForeignKeyConstraint(["account_id"], ["account.id"], ondelete="RESTRICT"),
        sa.ForeignKeyConstraint(["reviewed_by"], ["account.id"], ondelete="RESTRICT"),
        sa.PrimaryKeyConstraint("id"),
        sqlite_strict=True,
    )
    op.create_index("emergency_of_account", "emergency", ["account_id", "ends_at"])
    op.create_index("emergency_to_review", "emergency", ["reviewed_at", "begun_at"])
    connection = op.get_bind()
    connection.exec_driver_sql("CREATE TABLE trail_key (key TEXT NOT NULL) STRICT")
    driver: Any = connection.connection.dbapi_connection
    connection.exec_driver_sql("INSERT INTO trail_key VALUES (?)", (driver.trail_key.hex(),))


def downgrade() -> None:
    op.drop_table("trail_key")
    op.drop_index("emergency_to_review", table_name="emergency")
    op.drop_index("emergency_of_account", table_name="emergency")
    op.drop_table("emergency")
    op.drop_index("account_name", table_name="account")
    op.drop_table("account")
