"""Papers leave as web pages, Word documents and text files too; a clinic has a letterhead."""

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None

BEFORE = ("pdf", "print", "clipboard", "csv", "fhir")
NOW = (*BEFORE, "html", "docx", "text")


def upgrade() -> None:
    _rebuild(NOW)
    op.create_table(
        "letterhead",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("logo", sa.String(), nullable=False),
        sa.Column("digest", sa.String(), nullable=False),
        sa.CheckConstraint("id = 1", name="one_row"),
        sa.CheckConstraint("length(logo) <= 280000", name="logo_length"),
        sa.PrimaryKeyConstraint("id"),
        sqlite_strict=True,
    )


def downgrade() -> None:
    op.drop_table("letterhead")
    op.execute("UPDATE disclosure SET form = 'csv' WHERE form IN ('html', 'docx', 'text')")
    _rebuild(BEFORE)


def _rebuild(forms: tuple[str, ...]) -> None:
    """The same table with another list of forms: SQLite cannot change a check in place."""
    listed = ", ".join(f"'{form}'" for form in forms)
    op.create_table(
        "disclosure_new",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("patient_id", sa.Integer(), nullable=False),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.Column("entered_at", sa.DateTime(), nullable=False),
        sa.Column("by_id", sa.Integer(), nullable=True),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("form", sa.String(), nullable=False),
        sa.Column("recipient", sa.String(), nullable=False),
        sa.Column("purpose", sa.String(), nullable=False),
        sa.Column("purpose_note", sa.String(), nullable=False),
        sa.Column("what", sa.String(), nullable=False),
        sa.Column("digest", sa.String(), nullable=False),
        sa.Column("is_encrypted", sa.Boolean(), nullable=False),
        sa.Column("patients_count", sa.Integer(), nullable=False),
        sa.Column("corrects_id", sa.Integer(), nullable=True),
        sa.Column("reason", sa.String(), nullable=False),
        sa.CheckConstraint(f"form IN ({listed})", name="form_known"),
        sa.CheckConstraint(
            "purpose IN ('treatment', 'care_coordination', 'own_request', 'payment', 'operations', 'public_health', 'required_by_law', 'authorisation', 'other')",
            name="purpose_known",
        ),
        sa.CheckConstraint("length(recipient) <= 200", name="recipient_length"),
        sa.CheckConstraint("length(purpose_note) <= 500", name="purpose_note_length"),
        sa.CheckConstraint("length(what) <= 500", name="what_length"),
        sa.CheckConstraint("length(reason) <= 500", name="reason_length"),
        sa.CheckConstraint("recipient <> ''", name="has_a_recipient"),
        sa.CheckConstraint("(corrects_id IS NULL) = (reason = '')", name="corrected_with_a_reason"),
        sa.CheckConstraint("patients_count >= 1", name="patients_count_range"),
        sa.ForeignKeyConstraint(["patient_id"], ["patient.id"], ondelete="RESTRICT"),
        sa.ForeignKeyConstraint(["corrects_id"], ["disclosure_new.id"], ondelete="RESTRICT"),
        sa.PrimaryKeyConstraint("id"),
        sqlite_strict=True,
    )
    op.execute("INSERT INTO disclosure_new SELECT * FROM disclosure ORDER BY id")
    op.drop_table("disclosure")
    op.rename_table("disclosure_new", "disclosure")
    op.create_index("disclosure_of", "disclosure", ["patient_id", "at"])
    op.create_index(
        "disclosure_corrects",
        "disclosure",
        ["corrects_id"],
        unique=True,
        sqlite_where=sa.text("corrects_id IS NOT NULL"),
    )
