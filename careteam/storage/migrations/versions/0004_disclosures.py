"""What left the program, reviews of the audit trail, and the indexes of its reports."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "disclosure",
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
        sa.CheckConstraint(
            "form IN ('pdf', 'print', 'clipboard', 'csv', 'fhir')", name="form_known"
        ),
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
        sa.ForeignKeyConstraint(["corrects_id"], ["disclosure.id"], ondelete="RESTRICT"),
        sa.PrimaryKeyConstraint("id"),
        sqlite_strict=True,
    )
    op.create_index("disclosure_of", "disclosure", ["patient_id", "at"])
    op.create_index(
        "disclosure_corrects",
        "disclosure",
        ["corrects_id"],
        unique=True,
        sqlite_where=sa.text("corrects_id IS NOT NULL"),
    )
    op.create_table(
        "audit_review",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("from_seq", sa.Integer(), nullable=False),
        sa.Column("to_seq", sa.Integer(), nullable=False),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.Column("by_id", sa.Integer(), nullable=True),
        sa.Column("note", sa.String(), nullable=False),
        sa.Column("counts", sa.JSON(), nullable=False),
        sa.CheckConstraint("length(note) <= 500", name="note_length"),
        sa.CheckConstraint("to_seq >= from_seq", name="to_seq_after_from_seq"),
        sa.PrimaryKeyConstraint("id"),
        sqlite_strict=True,
    )
    op.create_index("audit_review_to", "audit_review", ["to_seq"])
    op.create_index("audit_at", "audit", ["at", "seq"])
    op.create_index("audit_of_actor", "audit", ["actor_id", "at", "seq"])
    op.create_index("audit_of_action", "audit", ["action", "at", "seq"])


def downgrade() -> None:
    for name in ("audit_of_action", "audit_of_actor", "audit_at"):
        op.drop_index(name, table_name="audit")
    op.drop_index("audit_review_to", table_name="audit_review")
    op.drop_table("audit_review")
    op.drop_index("disclosure_corrects", table_name="disclosure")
    op.drop_index("disclosure_of", table_name="disclosure")
    op.drop_table("disclosure")
