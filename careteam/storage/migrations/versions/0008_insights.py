"""Measures are read from indexes of their own, a tally of contacts by day, and kept answers."""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None

TALLY = """
CREATE TABLE contact_day (
  day TEXT NOT NULL,
  about TEXT NOT NULL,
  key TEXT NOT NULL,
  contacts INTEGER NOT NULL,
  tries INTEGER NOT NULL,
  reached INTEGER NOT NULL,
  PRIMARY KEY (day, about, key)
) STRICT, WITHOUT ROWID"""
ADDED = (
    ("patient", "first_contact_on"),
    ("suggestion", "assigned_on"),
    ("suggestion", "reached_on"),
)
UNTIL = "coalesce(closed_on, '9999-12-31')"
SCREENS = "rule IN ('phase_screening', 'repeat_distress')"
INDEXES = (
    (
        "patient_in_care", "patient",
        "status, status_on, referred_on, created_at, navigator_id, filled_count, gap_count", "",
    ),
    ("patient_referred", "patient", "referred_on, first_contact_on, created_at, navigator_id", ""),
    ("contact_on", "contact", "day, role, mode, outcome, id", ""),
    ("barrier_on", "barrier", "found_on, category, patient_id", ""),
    ("barrier_until", "barrier", f"{UNTIL}, found_on, closed_on, category, state, patient_id", ""),
    (
        "suggestion_asked", "suggestion",
        "kind, made_at, role, assigned_on, reached_on, patient_id", "",
    ),
    (
        "screening_on_day", "screening",
        "instrument, on_day, patient_id, score, retracted_at", "",
    ),
    ("referral_on", "referral", "requested_on, to_role, state, patient_id", ""),
    (
        "referral_done", "referral", "state_on, to_role, requested_on, patient_id",
        "state = 'completed'",
    ),
    (
        "care_profile_treated", "care_profile", "first_treated_on, patient_id",
        "first_treated_on IS NOT NULL",
    ),
    ("care_profile_learning", "care_profile", "patient_id", "learning_preference <> ''"),
    ("stay_out", "stay", "discharged_on, patient_id", "discharged_on IS NOT NULL"),
    ("follow_up_screens", "follow_up", "due_on, state, closed_at, patient_id", SCREENS),
    ("trial_step_on", "trial_step", "state, on_day, offer_id", ""),
)  # fmt: skip


def upgrade() -> None:
    op.drop_index("screening_day", table_name="screening")
    op.execute(TALLY)
    op.create_table(
        "barrier_report",
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("category", sa.String(), nullable=False),
        sa.Column("why", sa.String(), nullable=False),
        sa.Column("actions", sa.String(), nullable=False),
        sa.Column("result", sa.String(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.CheckConstraint("length(why) <= 4000", name="why_length"),
        sa.CheckConstraint("length(actions) <= 4000", name="actions_length"),
        sa.CheckConstraint("length(result) <= 4000", name="result_length"),
        sa.PrimaryKeyConstraint("year"),
        sqlite_strict=True,
    )
    for table, column in ADDED:
        op.add_column(table, sa.Column(column, sa.Date(), nullable=True))
    for name, table, columns, where in INDEXES:
        condition = f" WHERE {where}" if where else ""
        op.execute(f"CREATE INDEX {name} ON {table} ({columns}){condition}")


def downgrade() -> None:
    for name, _table, _columns, _where in INDEXES:
        op.execute(f"DROP INDEX {name}")
    for table, column in ADDED:
        op.execute(f"ALTER TABLE {table} DROP COLUMN {column}")
    op.drop_table("barrier_report")
    op.execute("DROP TABLE contact_day")
    op.create_index("screening_day", "screening", ["instrument", "on_day", "patient_id"])
