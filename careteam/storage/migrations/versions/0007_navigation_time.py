"""Navigation time: programs, enrolment, consent, initiating visits, work logged, months locked."""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None

COUNTED = sa.text("program <> '' AND retracted_at IS NULL")


def upgrade() -> None:
    op.create_table(
        "program",
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("valid_from", sa.Date(), nullable=False),
        sa.Column("valid_to", sa.Date(), nullable=True),
        sa.Column("label", sa.String(), nullable=False),
        sa.Column("first_code", sa.String(), nullable=False),
        sa.Column("first_minutes", sa.Integer(), nullable=False),
        sa.Column("more_code", sa.String(), nullable=False),
        sa.Column("more_minutes", sa.Integer(), nullable=False),
        sa.Column("most_more", sa.Integer(), nullable=True),
        sa.Column("consent", sa.String(), nullable=False),
        sa.Column("needs_visit", sa.Boolean(), nullable=False),
        sa.Column("source", sa.String(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("is_active", sa.Boolean(), nullable=False),
        sa.CheckConstraint(
            "consent IN ('', 'yearly', 'until_billing_changes', 'once')", name="consent_known"
        ),
        sa.CheckConstraint("first_minutes BETWEEN 0 AND 1440", name="first_minutes_range"),
        sa.CheckConstraint("length(label) <= 200", name="label_length"),
        sa.CheckConstraint("more_minutes BETWEEN 0 AND 1440", name="more_minutes_range"),
        sa.CheckConstraint("most_more IS NULL OR most_more >= 0", name="most_more_range"),
        sa.CheckConstraint("length(source) <= 300", name="source_length"),
        sa.CheckConstraint(
            "valid_to IS NULL OR valid_to >= valid_from", name="valid_to_after_valid_from"
        ),
        sa.PrimaryKeyConstraint("key", "valid_from"),
        sqlite_strict=True,
    )
    op.create_table(
        "enrolment",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("external_id", sa.String(), nullable=False),
        sa.Column("patient_id", sa.Integer(), nullable=False),
        sa.Column("program", sa.String(), nullable=False),
        sa.Column("starts_on", sa.Date(), nullable=False),
        sa.Column("ends_on", sa.Date(), nullable=True),
        sa.Column("end_reason", sa.String(), nullable=False),
        sa.Column("billing_id", sa.Integer(), nullable=True),
        sa.Column("supervising_id", sa.Integer(), nullable=True),
        sa.Column("made_at", sa.DateTime(), nullable=False),
        sa.Column("by_id", sa.Integer(), nullable=True),
        sa.CheckConstraint("length(end_reason) <= 500", name="end_reason_length"),
        sa.CheckConstraint(
            "ends_on IS NULL OR ends_on >= starts_on", name="ends_on_after_starts_on"
        ),
        sa.ForeignKeyConstraint(["supervising_id"], ["person.id"], ondelete="RESTRICT"),
        sa.ForeignKeyConstraint(["billing_id"], ["person.id"], ondelete="RESTRICT"),
        sa.ForeignKeyConstraint(["patient_id"], ["patient.id"], ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["by_id"], ["person.id"], ondelete="RESTRICT"),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("external_id"),
        sqlite_strict=True,
    )
    op.create_index(
        "enrolment_of", "enrolment", ["patient_id", "program", "starts_on"], unique=False
    )
    op.create_index(
        "enrolment_once",
        "enrolment",
        ["patient_id", "program"],
        unique=True,
        sqlite_where=sa.text("ends_on IS NULL"),
    )
    op.create_table(
        "time_consent",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("external_id", sa.String(), nullable=False),
        sa.Column("patient_id", sa.Integer(), nullable=False),
        sa.Column("program", sa.String(), nullable=False),
        sa.Column("on_day", sa.Date(), nullable=False),
        sa.Column("way", sa.String(), nullable=False),
        sa.Column("given_by", sa.String(), nullable=False),
        sa.Column("made_at", sa.DateTime(), nullable=False),
        sa.Column("by_id", sa.Integer(), nullable=True),
        sa.Column("retracted_at", sa.DateTime(), nullable=True),
        sa.Column("retract_reason", sa.String(), nullable=False),
        sa.CheckConstraint("length(given_by) <= 200", name="given_by_length"),
        sa.CheckConstraint(
            "retracted_at IS NULL OR retract_reason <> ''", name="retracted_with_a_reason"
        ),
        sa.CheckConstraint("way IN ('verbal', 'written')", name="way_known"),
        sa.ForeignKeyConstraint(["patient_id"], ["patient.id"], ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["by_id"], ["person.id"], ondelete="RESTRICT"),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("external_id"),
        sqlite_strict=True,
    )
    op.create_index(
        "time_consent_of", "time_consent", ["patient_id", "program", "on_day"], unique=False
    )
    op.create_table(
        "initiating_visit",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("external_id", sa.String(), nullable=False),
        sa.Column("patient_id", sa.Integer(), nullable=False),
        sa.Column("program", sa.String(), nullable=False),
        sa.Column("on_day", sa.Date(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("practitioner_id", sa.Integer(), nullable=True),
        sa.Column("made_at", sa.DateTime(), nullable=False),
        sa.Column("by_id", sa.Integer(), nullable=True),
        sa.Column("retracted_at", sa.DateTime(), nullable=True),
        sa.Column("retract_reason", sa.String(), nullable=False),
        sa.CheckConstraint(
            "retracted_at IS NULL OR retract_reason <> ''", name="retracted_with_a_reason"
        ),
        sa.ForeignKeyConstraint(["by_id"], ["person.id"], ondelete="RESTRICT"),
        sa.ForeignKeyConstraint(["patient_id"], ["patient.id"], ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["practitioner_id"], ["person.id"], ondelete="RESTRICT"),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("external_id"),
        sqlite_strict=True,
    )
    op.create_index(
        "initiating_visit_of", "initiating_visit", ["patient_id", "program", "on_day"], unique=False
    )
    op.create_table(
        "time_entry",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("external_id", sa.String(), nullable=False),
        sa.Column("patient_id", sa.Integer(), nullable=False),
        sa.Column("program", sa.String(), nullable=False),
        sa.Column("work", sa.String(), nullable=False),
        sa.Column("activity", sa.String(), nullable=False),
        sa.Column("minutes", sa.Integer(), nullable=False),
        sa.Column("minutes_over", sa.Integer(), nullable=False),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("zone", sa.String(), nullable=False),
        sa.Column("note", sa.String(), nullable=False),
        sa.Column("entered_at", sa.DateTime(), nullable=False),
        sa.Column("by_id", sa.Integer(), nullable=True),
        sa.Column("retracted_at", sa.DateTime(), nullable=True),
        sa.Column("retract_reason", sa.String(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.CheckConstraint("minutes_over BETWEEN 0 AND minutes", name="minutes_over_range"),
        sa.CheckConstraint("minutes BETWEEN 1 AND 1440", name="minutes_range"),
        sa.CheckConstraint("length(note) <= 20000", name="note_length"),
        sa.CheckConstraint(
            "retracted_at IS NULL OR retract_reason <> ''", name="retracted_with_a_reason"
        ),
        sa.ForeignKeyConstraint(["by_id"], ["person.id"], ondelete="RESTRICT"),
        sa.ForeignKeyConstraint(["patient_id"], ["patient.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("external_id"),
        sqlite_strict=True,
    )
    op.create_index(
        "time_entry_counted",
        "time_entry",
        ["day", "patient_id", "program", "minutes", "minutes_over"],
        unique=False,
        sqlite_where=sa.text("retracted_at IS NULL"),
    )
    op.create_index("time_entry_of", "time_entry", ["patient_id", "at", "id"], unique=False)
    op.create_table(
        "time_entry_version",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("time_entry_id", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("body", sa.JSON(), nullable=False),
        sa.Column("replaced_at", sa.DateTime(), nullable=False),
        sa.Column("by_id", sa.Integer(), nullable=True),
        sa.Column("reason", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["time_entry_id"], ["time_entry.id"], ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["by_id"], ["person.id"], ondelete="RESTRICT"),
        sa.PrimaryKeyConstraint("id"),
        sqlite_strict=True,
    )
    op.create_index(
        "time_entry_version_of", "time_entry_version", ["time_entry_id", "version"], unique=True
    )
    op.create_table(
        "month_lock",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("month", sa.Date(), nullable=False),
        sa.Column("locked_at", sa.DateTime(), nullable=False),
        sa.Column("by_id", sa.Integer(), nullable=True),
        sa.Column("reopened_at", sa.DateTime(), nullable=True),
        sa.Column("reopened_by_id", sa.Integer(), nullable=True),
        sa.Column("reopen_reason", sa.String(), nullable=False),
        sa.CheckConstraint("length(reopen_reason) <= 500", name="reopen_reason_length"),
        sa.CheckConstraint(
            "reopened_at IS NULL OR reopen_reason <> ''", name="reopened_with_a_reason"
        ),
        sa.ForeignKeyConstraint(["by_id"], ["person.id"], ondelete="RESTRICT"),
        sa.ForeignKeyConstraint(["reopened_by_id"], ["person.id"], ondelete="RESTRICT"),
        sa.PrimaryKeyConstraint("id"),
        sqlite_strict=True,
    )
    op.create_index("month_lock_of", "month_lock", ["month", "id"], unique=False)
    op.create_index(
        "month_lock_stands",
        "month_lock",
        ["month"],
        unique=True,
        sqlite_where=sa.text("reopened_at IS NULL"),
    )
    op.add_column("contact", sa.Column("program", sa.String(), server_default="", nullable=False))
    op.add_column("contact", sa.Column("activity", sa.String(), server_default="", nullable=False))
    op.add_column(
        "contact", sa.Column("minutes_over", sa.Integer(), server_default="0", nullable=False)
    )
    op.create_index(
        "contact_counted",
        "contact",
        ["day", "patient_id", "program", "minutes", "minutes_over", "is_reached", "mode"],
        unique=False,
        sqlite_where=COUNTED,
    )


def downgrade() -> None:
    op.drop_index("contact_counted", table_name="contact", sqlite_where=COUNTED)
    for column in ("minutes_over", "activity", "program"):
        op.drop_column("contact", column)
    op.drop_index("month_lock_of", table_name="month_lock")
    op.drop_index(
        "month_lock_stands", table_name="month_lock", sqlite_where=sa.text("reopened_at IS NULL")
    )
    op.drop_table("month_lock")
    op.drop_index("time_entry_version_of", table_name="time_entry_version")
    op.drop_table("time_entry_version")
    op.drop_index(
        "time_entry_counted", table_name="time_entry", sqlite_where=sa.text("retracted_at IS NULL")
    )
    op.drop_index("time_entry_of", table_name="time_entry")
    op.drop_table("time_entry")
    op.drop_index("initiating_visit_of", table_name="initiating_visit")
    op.drop_table("initiating_visit")
    op.drop_index("time_consent_of", table_name="time_consent")
    op.drop_table("time_consent")
    op.drop_index("enrolment_of", table_name="enrolment")
    op.drop_index("enrolment_once", table_name="enrolment", sqlite_where=sa.text("ends_on IS NULL"))
    op.drop_table("enrolment")
    op.drop_table("program")
