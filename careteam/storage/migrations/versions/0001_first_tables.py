"""The first tables: clinic, directory, patients, role board, contacts."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "draft",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("form", sa.String(), nullable=False),
        sa.Column("owner_id", sa.Integer(), nullable=False),
        sa.Column("patient_id", sa.Integer(), nullable=False),
        sa.Column("body", sa.JSON(), nullable=False),
        sa.Column("saved_at", sa.DateTime(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
        sqlite_strict=True,
    )
    op.create_index("draft_place", "draft", ["form", "owner_id", "patient_id"], unique=True)
    op.create_table(
        "holiday",
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.CheckConstraint("length(name) <= 200", name="name_length"),
        sa.PrimaryKeyConstraint("day"),
        sqlite_strict=True,
    )
    op.create_table(
        "macro",
        sa.Column("short", sa.String(), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        sa.CheckConstraint("length(short) <= 40", name="short_length"),
        sa.CheckConstraint("length(text) <= 2000", name="text_length"),
        sa.PrimaryKeyConstraint("short"),
        sqlite_strict=True,
    )
    op.create_table(
        "person",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("external_id", sa.String(), nullable=False),
        sa.Column("family", sa.String(), nullable=False),
        sa.Column("given", sa.String(), nullable=False),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("credentials", sa.String(), nullable=False),
        sa.Column("organisation", sa.String(), nullable=False),
        sa.Column("department", sa.String(), nullable=False),
        sa.Column("pager", sa.String(), nullable=False),
        sa.Column("email", sa.String(), nullable=False),
        sa.Column("npi", sa.String(), nullable=False),
        sa.Column("languages", sa.String(), nullable=False),
        sa.Column("note", sa.String(), nullable=False),
        sa.Column("leaves_on", sa.Date(), nullable=True),
        sa.Column("is_stub", sa.Boolean(), nullable=False),
        sa.Column("name_key", sa.String(), nullable=False),
        sa.Column("patient_count", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.CheckConstraint("family <> '' OR given <> ''", name="has_a_name"),
        sa.CheckConstraint("length(family) <= 200", name="family_length"),
        sa.CheckConstraint("length(given) <= 200", name="given_length"),
        sa.CheckConstraint("length(note) <= 500", name="note_length"),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("external_id"),
        sqlite_strict=True,
    )
    op.create_index("person_name", "person", ["name_key", "id"], unique=False)
    op.create_index(
        "person_npi", "person", ["npi"], unique=False, sqlite_where=sa.text("npi <> ''")
    )
    op.create_table(
        "phase",
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("label", sa.String(), nullable=False),
        sa.Column("alt", sa.String(), nullable=False),
        sa.Column("usual_days", sa.Integer(), nullable=True),
        sa.Column("milestone", sa.String(), nullable=False),
        sa.Column("milestone_day", sa.Integer(), nullable=True),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("is_active", sa.Boolean(), nullable=False),
        sa.CheckConstraint("length(label) <= 200", name="label_length"),
        sa.PrimaryKeyConstraint("key"),
        sqlite_strict=True,
    )
    op.create_table(
        "role",
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("label", sa.String(), nullable=False),
        sa.Column("short", sa.String(), nullable=False),
        sa.Column("group_key", sa.String(), nullable=False),
        sa.Column("snomed", sa.String(), nullable=False),
        sa.Column("nucc", sa.String(), nullable=False),
        sa.Column("condition", sa.String(), nullable=False),
        sa.Column("first_contact_days", sa.Integer(), nullable=False),
        sa.Column("contact_days", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("is_active", sa.Boolean(), nullable=False),
        sa.CheckConstraint("contact_days BETWEEN 0 AND 3650", name="contact_days_range"),
        sa.CheckConstraint("first_contact_days BETWEEN 0 AND 365", name="first_contact_days_range"),
        sa.CheckConstraint("length(label) <= 200", name="label_length"),
        sa.PrimaryKeyConstraint("key"),
        sqlite_strict=True,
    )
    op.create_table(
        "setting",
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("value", sa.String(), nullable=False),
        sa.CheckConstraint("length(value) <= 10000", name="value_length"),
        sa.PrimaryKeyConstraint("key"),
        sqlite_strict=True,
    )
    op.create_table(
        "term",
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("label", sa.String(), nullable=False),
        sa.Column("details", sa.JSON(), server_default="{}", nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("is_active", sa.Boolean(), nullable=False),
        sa.CheckConstraint("length(label) <= 200", name="label_length"),
        sa.PrimaryKeyConstraint("kind", "key"),
        sqlite_strict=True,
    )
    op.create_table(
        "absence",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("starts_on", sa.Date(), nullable=False),
        sa.Column("ends_on", sa.Date(), nullable=False),
        sa.Column("cover_id", sa.Integer(), nullable=True),
        sa.Column("note", sa.String(), nullable=False),
        sa.CheckConstraint(
            "ends_on IS NULL OR ends_on >= starts_on", name="ends_on_after_starts_on"
        ),
        sa.ForeignKeyConstraint(["cover_id"], ["person.id"], ondelete="RESTRICT"),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id"),
        sqlite_strict=True,
    )
    op.create_index("absence_of", "absence", ["person_id", "starts_on"], unique=False)
    op.create_table(
        "import_run",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.Column("by_id", sa.Integer(), nullable=True),
        sa.Column("files", sa.JSON(), nullable=False),
        sa.Column("counts", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(["by_id"], ["person.id"], ondelete="RESTRICT"),
        sa.PrimaryKeyConstraint("id"),
        sqlite_strict=True,
    )
    op.create_table(
        "patient",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("external_id", sa.String(), nullable=False),
        sa.Column("mrn", sa.String(), nullable=False),
        sa.Column("family", sa.String(), nullable=False),
        sa.Column("given", sa.String(), nullable=False),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("preferred", sa.String(), nullable=False),
        sa.Column("birth_date", sa.String(), nullable=False),
        sa.Column("sex", sa.String(), nullable=False),
        sa.Column("email", sa.String(), nullable=False),
        sa.Column("language", sa.String(), nullable=False),
        sa.Column("other_languages", sa.String(), nullable=False),
        sa.Column("needs_interpreter", sa.Boolean(), nullable=False),
        sa.Column("address_line", sa.String(), nullable=False),
        sa.Column("address_city", sa.String(), nullable=False),
        sa.Column("address_state", sa.String(), nullable=False),
        sa.Column("address_postal_code", sa.String(), nullable=False),
        sa.Column("address_country", sa.String(), nullable=False),
        sa.Column("payer", sa.String(), nullable=False),
        sa.Column("subtype", sa.String(), nullable=False),
        sa.Column("icd_state", sa.String(), nullable=False),
        sa.Column("diagnosed_on", sa.String(), nullable=False),
        sa.Column("referred_on", sa.Date(), nullable=True),
        sa.Column("phase", sa.String(), nullable=False),
        sa.Column("phase_since", sa.Date(), nullable=True),
        sa.Column("status", sa.String(), nullable=False),
        sa.Column("status_on", sa.Date(), nullable=True),
        sa.Column("status_reason", sa.String(), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("updated_at", sa.DateTime(), nullable=False),
        sa.Column("name_key", sa.String(), nullable=False),
        sa.Column("search_key", sa.String(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("navigator_id", sa.Integer(), nullable=True),
        sa.Column("next_due_on", sa.Date(), nullable=False),
        sa.Column("next_due_time", sa.String(), nullable=False),
        sa.Column("next_due_kind", sa.String(), nullable=False),
        sa.Column("next_due_ref", sa.Integer(), nullable=False),
        sa.Column("last_contact_at", sa.DateTime(), nullable=True),
        sa.Column("contact_count", sa.Integer(), nullable=False),
        sa.Column("required_count", sa.Integer(), nullable=False),
        sa.Column("filled_count", sa.Integer(), nullable=False),
        sa.Column("declined_count", sa.Integer(), nullable=False),
        sa.Column("gap_count", sa.Integer(), nullable=False),
        sa.CheckConstraint("family <> '' OR given <> ''", name="has_a_name"),
        sa.CheckConstraint("mrn <> ''", name="has_an_mrn"),
        sa.CheckConstraint(
            "status IN ('active', 'deceased', 'transferred', 'declined', 'closed')",
            name="status_known",
        ),
        sa.CheckConstraint("length(family) <= 200", name="family_length"),
        sa.CheckConstraint("length(given) <= 200", name="given_length"),
        sa.CheckConstraint("length(mrn) <= 60", name="mrn_length"),
        sa.ForeignKeyConstraint(["navigator_id"], ["person.id"], ondelete="RESTRICT"),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("external_id"),
        sa.UniqueConstraint("mrn"),
        sqlite_strict=True,
    )
    op.create_index("patient_all", "patient", ["status", "name_key", "id"], unique=False)
    op.create_index("patient_birth", "patient", ["birth_date", "name_key"], unique=False)
    op.create_index(
        "patient_due", "patient", ["status", "next_due_on", "id", "gap_count"], unique=False
    )
    op.create_index(
        "patient_language", "patient", ["language", "status", "name_key", "id"], unique=False
    )
    op.create_index(
        "patient_mine", "patient", ["navigator_id", "status", "name_key", "id"], unique=False
    )
    op.create_index("patient_name", "patient", ["name_key", "id"], unique=False)
    op.create_index("patient_phase", "patient", ["phase", "status", "name_key", "id"], unique=False)
    op.create_index(
        "patient_subtype", "patient", ["subtype", "status", "name_key", "id"], unique=False
    )
    op.create_index(
        "patient_worklist",
        "patient",
        ["navigator_id", "status", "next_due_on", "id", "gap_count"],
        unique=False,
    )
    op.create_table(
        "person_identifier",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("system", sa.String(), nullable=False),
        sa.Column("value", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id"),
        sqlite_strict=True,
    )
    op.create_index("person_identifier_of", "person_identifier", ["person_id"], unique=False)
    op.create_index(
        "person_identifier_value", "person_identifier", ["system", "value"], unique=True
    )
    op.create_table(
        "person_phone",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("number", sa.String(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id"),
        sqlite_strict=True,
    )
    op.create_index("person_phone_of", "person_phone", ["person_id", "position"], unique=False)
    op.create_table(
        "person_role",
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("role_key", sa.String(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], ondelete="CASCADE"),
        sa.ForeignKeyConstraint(
            ["role_key"],
            ["role.key"],
        ),
        sa.PrimaryKeyConstraint("person_id", "role_key"),
        sqlite_strict=True,
    )
    op.create_index("person_role_by_role", "person_role", ["role_key", "person_id"], unique=False)
    op.create_table(
        "person_source",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("external_key", sa.String(), nullable=False),
        sa.Column("body", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id"),
        sqlite_strict=True,
    )
    op.create_index("person_source_key", "person_source", ["external_key"], unique=True)
    op.create_index("person_source_of", "person_source", ["person_id"], unique=False)
    op.create_table(
        "phase_role",
        sa.Column("phase_key", sa.String(), nullable=False),
        sa.Column("role_key", sa.String(), nullable=False),
        sa.Column("contact_days", sa.Integer(), nullable=False),
        sa.CheckConstraint("contact_days BETWEEN 0 AND 3650", name="contact_days_range"),
        sa.ForeignKeyConstraint(["phase_key"], ["phase.key"], ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["role_key"], ["role.key"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("phase_key", "role_key"),
        sqlite_strict=True,
    )
    op.create_table(
        "alert",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("patient_id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("since", sa.Date(), nullable=True),
        sa.Column("ended_on", sa.Date(), nullable=True),
        sa.CheckConstraint("length(text) <= 200", name="text_length"),
        sa.ForeignKeyConstraint(["patient_id"], ["patient.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id"),
        sqlite_strict=True,
    )
    op.create_index("alert_of", "alert", ["patient_id", "ended_on"], unique=False)
    op.create_index(
        "alert_standing",
        "alert",
        ["kind", "patient_id"],
        unique=False,
        sqlite_where=sa.text("ended_on IS NULL"),
    )
    op.create_table(
        "assignment",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("external_id", sa.String(), nullable=False),
        sa.Column("external_key", sa.String(), nullable=False),
        sa.Column("patient_id", sa.Integer(), nullable=False),
        sa.Column("role", sa.String(), nullable=False),
        sa.Column("role_text", sa.String(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("rank", sa.String(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("starts_on", sa.Date(), nullable=False),
        sa.Column("known_since", sa.Date(), nullable=True),
        sa.Column("ends_on", sa.Date(), nullable=True),
        sa.Column("end_reason", sa.String(), nullable=False),
        sa.Column("end_note", sa.String(), nullable=False),
        sa.Column("note", sa.String(), nullable=False),
        sa.Column("held_since", sa.Date(), nullable=True),
        sa.Column("hold_reason", sa.String(), nullable=False),
        sa.Column("reached_on", sa.Date(), nullable=True),
        sa.Column("tried_on", sa.Date(), nullable=True),
        sa.Column("retry_days", sa.Integer(), nullable=True),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.Column("snoozed_until", sa.Date(), nullable=True),
        sa.Column("next_due_on", sa.Date(), nullable=False),
        sa.Column("due_kind", sa.String(), nullable=False),
        sa.Column("last_contact_id", sa.Integer(), nullable=True),
        sa.Column("made_at", sa.DateTime(), nullable=False),
        sa.Column("by_id", sa.Integer(), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.CheckConstraint(
            "due_kind IN ('none', 'first_contact', 'cadence', 'retry', 'stop_rule', 'phase_start', 'snoozed')",
            name="due_kind_known",
        ),
        sa.CheckConstraint("ends_on IS NULL OR end_reason <> ''", name="ends_with_a_reason"),
        sa.CheckConstraint("rank IN ('lead', 'primary', 'backup')", name="rank_known"),
        sa.CheckConstraint("state IN ('planned', 'active', 'held', 'ended')", name="state_known"),
        sa.CheckConstraint("attempts >= 0", name="attempts_counted"),
        sa.CheckConstraint(
            "ends_on IS NULL OR ends_on >= starts_on", name="ends_on_after_starts_on"
        ),
        sa.CheckConstraint("length(end_note) <= 500", name="end_note_length"),
        sa.ForeignKeyConstraint(["by_id"], ["person.id"], ondelete="RESTRICT"),
        sa.ForeignKeyConstraint(["patient_id"], ["patient.id"], ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], ondelete="RESTRICT"),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("external_id"),
        sqlite_strict=True,
    )
    op.create_index(
        "assignment_ends",
        "assignment",
        ["ends_on"],
        unique=False,
        sqlite_where=sa.text("ends_on IS NOT NULL AND state <> 'ended'"),
    )
    op.create_index(
        "assignment_external", "assignment", ["patient_id", "external_key"], unique=False
    )
    op.create_index(
        "assignment_one_holder",
        "assignment",
        ["patient_id", "role"],
        unique=True,
        sqlite_where=sa.text("rank IN ('lead', 'primary') AND ends_on IS NULL"),
    )
    op.create_index(
        "assignment_one_lead",
        "assignment",
        ["patient_id"],
        unique=True,
        sqlite_where=sa.text("rank = 'lead' AND ends_on IS NULL"),
    )
    op.create_index(
        "assignment_person", "assignment", ["person_id", "state", "patient_id"], unique=False
    )
    op.create_index(
        "assignment_starts",
        "assignment",
        ["starts_on"],
        unique=False,
        sqlite_where=sa.text("state = 'planned'"),
    )
    op.create_index(
        "assignment_team", "assignment", ["patient_id", "role", "starts_on"], unique=False
    )
    op.create_table(
        "condition",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("patient_id", sa.Integer(), nullable=False),
        sa.Column("external_key", sa.String(), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("code", sa.String(), nullable=False),
        sa.Column("system", sa.String(), nullable=False),
        sa.Column("clinical", sa.String(), nullable=False),
        sa.Column("onset", sa.String(), nullable=False),
        sa.Column("recorded_on", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["patient_id"], ["patient.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id"),
        sqlite_strict=True,
    )
    op.create_index("condition_of", "condition", ["patient_id", "external_key"], unique=True)
    op.create_table(
        "patient_identifier",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("patient_id", sa.Integer(), nullable=False),
        sa.Column("system", sa.String(), nullable=False),
        sa.Column("value", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["patient_id"], ["patient.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id"),
        sqlite_strict=True,
    )
    op.create_index("patient_identifier_of", "patient_identifier", ["patient_id"], unique=False)
    op.create_index(
        "patient_identifier_value", "patient_identifier", ["system", "value"], unique=True
    )
    op.create_table(
        "patient_phone",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("patient_id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("number", sa.String(), nullable=False),
        sa.Column("best_time", sa.String(), nullable=False),
        sa.Column("may_leave_message", sa.Boolean(), nullable=True),
        sa.Column("is_wrong", sa.Boolean(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["patient_id"], ["patient.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id"),
        sqlite_strict=True,
    )
    op.create_index("patient_phone_of", "patient_phone", ["patient_id", "position"], unique=False)
    op.create_table(
        "patient_source",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("patient_id", sa.Integer(), nullable=False),
        sa.Column("external_key", sa.String(), nullable=False),
        sa.Column("body", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(["patient_id"], ["patient.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id"),
        sqlite_strict=True,
    )
    op.create_index(
        "patient_source_key", "patient_source", ["external_key", "patient_id"], unique=True
    )
    op.create_index("patient_source_of", "patient_source", ["patient_id"], unique=False)
    op.create_table(
        "phase_period",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("patient_id", sa.Integer(), nullable=False),
        sa.Column("phase", sa.String(), nullable=False),
        sa.Column("started_on", sa.Date(), nullable=False),
        sa.Column("ended_on", sa.Date(), nullable=True),
        sa.Column("reason", sa.String(), nullable=False),
        sa.CheckConstraint(
            "ended_on IS NULL OR ended_on >= started_on", name="ended_on_after_started_on"
        ),
        sa.ForeignKeyConstraint(["patient_id"], ["patient.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id"),
        sqlite_strict=True,
    )
    op.create_index("phase_period_of", "phase_period", ["patient_id", "started_on"], unique=False)
    op.create_table(
        "related",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("patient_id", sa.Integer(), nullable=False),
        sa.Column("external_key", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("relationship", sa.String(), nullable=False),
        sa.Column("phone", sa.String(), nullable=False),
        sa.Column("email", sa.String(), nullable=False),
        sa.Column("is_caregiver", sa.Boolean(), nullable=False),
        sa.Column("is_emergency", sa.Boolean(), nullable=False),
        sa.Column("may_talk", sa.Boolean(), nullable=True),
        sa.Column("consent_on", sa.Date(), nullable=True),
        sa.Column("note", sa.String(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("is_removed", sa.Boolean(), nullable=False),
        sa.CheckConstraint("length(name) <= 200", name="name_length"),
        sa.CheckConstraint("length(note) <= 500", name="note_length"),
        sa.ForeignKeyConstraint(["patient_id"], ["patient.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id"),
        sqlite_strict=True,
    )
    op.create_index("related_of", "related", ["patient_id", "position"], unique=False)
    op.create_table(
        "status_period",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("patient_id", sa.Integer(), nullable=False),
        sa.Column("status", sa.String(), nullable=False),
        sa.Column("on_day", sa.Date(), nullable=False),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("recorded_at", sa.DateTime(), nullable=False),
        sa.Column("by_id", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(["by_id"], ["person.id"], ondelete="RESTRICT"),
        sa.ForeignKeyConstraint(["patient_id"], ["patient.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id"),
        sqlite_strict=True,
    )
    op.create_index("status_period_of", "status_period", ["patient_id", "on_day"], unique=False)
    op.create_table(
        "team_role",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("patient_id", sa.Integer(), nullable=False),
        sa.Column("role", sa.String(), nullable=False),
        sa.Column("is_required", sa.Boolean(), nullable=False),
        sa.Column("is_filled", sa.Boolean(), nullable=False),
        sa.Column("declined_on", sa.Date(), nullable=True),
        sa.Column("decline_reason", sa.String(), nullable=False),
        sa.Column("decline_note", sa.String(), nullable=False),
        sa.Column("ask_on", sa.Date(), nullable=True),
        sa.Column("ask_at_phase", sa.String(), nullable=False),
        sa.CheckConstraint("length(decline_note) <= 500", name="decline_note_length"),
        sa.ForeignKeyConstraint(["patient_id"], ["patient.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id"),
        sqlite_strict=True,
    )
    op.create_index("team_role_place", "team_role", ["patient_id", "role"], unique=True)
    op.create_table(
        "contact",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("external_id", sa.String(), nullable=False),
        sa.Column("external_key", sa.String(), nullable=False),
        sa.Column("patient_id", sa.Integer(), nullable=False),
        sa.Column("assignment_id", sa.Integer(), nullable=True),
        sa.Column("role", sa.String(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=True),
        sa.Column("with_kind", sa.String(), nullable=False),
        sa.Column("with_related_id", sa.Integer(), nullable=True),
        sa.Column("with_person_id", sa.Integer(), nullable=True),
        sa.Column("with_name", sa.String(), nullable=False),
        sa.Column("mode", sa.String(), nullable=False),
        sa.Column("direction", sa.String(), nullable=False),
        sa.Column("outcome", sa.String(), nullable=False),
        sa.Column("is_reached", sa.Boolean(), nullable=False),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("zone", sa.String(), nullable=False),
        sa.Column("minutes", sa.Integer(), nullable=False),
        sa.Column("reasons", sa.JSON(), nullable=False),
        sa.Column("topics", sa.JSON(), nullable=False),
        sa.Column("interventions", sa.JSON(), nullable=False),
        sa.Column("note", sa.String(), nullable=False),
        sa.Column("used_interpreter", sa.Boolean(), nullable=False),
        sa.Column("attempt", sa.Integer(), nullable=False),
        sa.Column("is_late_entry", sa.Boolean(), nullable=False),
        sa.Column("entered_at", sa.DateTime(), nullable=False),
        sa.Column("by_id", sa.Integer(), nullable=True),
        sa.Column("retracted_at", sa.DateTime(), nullable=True),
        sa.Column("retract_reason", sa.String(), nullable=False),
        sa.Column("source", sa.String(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.CheckConstraint(
            "direction IN ('outbound', 'inbound', 'internal')", name="direction_known"
        ),
        sa.CheckConstraint(
            "retracted_at IS NULL OR retract_reason <> ''", name="retracted_with_a_reason"
        ),
        sa.CheckConstraint(
            "with_kind IN ('patient', 'caregiver', 'team_member', 'outside')",
            name="with_kind_known",
        ),
        sa.CheckConstraint("length(note) <= 20000", name="note_length"),
        sa.CheckConstraint("minutes BETWEEN 0 AND 1440", name="minutes_range"),
        sa.ForeignKeyConstraint(["assignment_id"], ["assignment.id"], ondelete="RESTRICT"),
        sa.ForeignKeyConstraint(["by_id"], ["person.id"], ondelete="RESTRICT"),
        sa.ForeignKeyConstraint(["patient_id"], ["patient.id"], ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], ondelete="RESTRICT"),
        sa.ForeignKeyConstraint(["with_person_id"], ["person.id"], ondelete="RESTRICT"),
        sa.ForeignKeyConstraint(["with_related_id"], ["related.id"], ondelete="RESTRICT"),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("external_id"),
        sqlite_strict=True,
    )
    op.create_index("contact_external", "contact", ["patient_id", "external_key"], unique=False)
    op.create_index("contact_of", "contact", ["patient_id", "at", "id"], unique=False)
    op.create_index("contact_role", "contact", ["patient_id", "role", "at"], unique=False)
    op.create_table(
        "contact_version",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("contact_id", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("body", sa.JSON(), nullable=False),
        sa.Column("replaced_at", sa.DateTime(), nullable=False),
        sa.Column("by_id", sa.Integer(), nullable=True),
        sa.Column("reason", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["by_id"], ["person.id"], ondelete="RESTRICT"),
        sa.ForeignKeyConstraint(["contact_id"], ["contact.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id"),
        sqlite_strict=True,
    )
    op.create_index("contact_version_of", "contact_version", ["contact_id", "version"], unique=True)
    op.create_table(
        "follow_up",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("external_id", sa.String(), nullable=False),
        sa.Column("patient_id", sa.Integer(), nullable=False),
        sa.Column("contact_id", sa.Integer(), nullable=True),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("owner_role", sa.String(), nullable=False),
        sa.Column("owner_id", sa.Integer(), nullable=True),
        sa.Column("due_on", sa.Date(), nullable=False),
        sa.Column("due_time", sa.String(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("closed_at", sa.DateTime(), nullable=True),
        sa.Column("closed_by_contact_id", sa.Integer(), nullable=True),
        sa.Column("close_note", sa.String(), nullable=False),
        sa.Column("made_at", sa.DateTime(), nullable=False),
        sa.Column("by_id", sa.Integer(), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.CheckConstraint("state IN ('open', 'done', 'cancelled')", name="state_known"),
        sa.CheckConstraint("length(text) <= 500", name="text_length"),
        sa.ForeignKeyConstraint(["by_id"], ["person.id"], ondelete="RESTRICT"),
        sa.ForeignKeyConstraint(["closed_by_contact_id"], ["contact.id"], ondelete="RESTRICT"),
        sa.ForeignKeyConstraint(["contact_id"], ["contact.id"], ondelete="RESTRICT"),
        sa.ForeignKeyConstraint(["owner_id"], ["person.id"], ondelete="RESTRICT"),
        sa.ForeignKeyConstraint(["patient_id"], ["patient.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("external_id"),
        sqlite_strict=True,
    )
    op.create_index(
        "follow_up_due",
        "follow_up",
        ["due_on", "id"],
        unique=False,
        sqlite_where=sa.text("state = 'open'"),
    )
    op.create_index("follow_up_of", "follow_up", ["patient_id", "state", "due_on"], unique=False)
    op.create_table(
        "snooze",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("patient_id", sa.Integer(), nullable=False),
        sa.Column("assignment_id", sa.Integer(), nullable=True),
        sa.Column("follow_up_id", sa.Integer(), nullable=True),
        sa.Column("was_due_on", sa.Date(), nullable=False),
        sa.Column("until", sa.Date(), nullable=False),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("note", sa.String(), nullable=False),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.Column("by_id", sa.Integer(), nullable=True),
        sa.CheckConstraint("reason <> ''", name="has_a_reason"),
        sa.CheckConstraint(
            "(assignment_id IS NULL) <> (follow_up_id IS NULL)", name="one_thing_is_put_off"
        ),
        sa.ForeignKeyConstraint(["assignment_id"], ["assignment.id"], ondelete="RESTRICT"),
        sa.ForeignKeyConstraint(["by_id"], ["person.id"], ondelete="RESTRICT"),
        sa.ForeignKeyConstraint(["follow_up_id"], ["follow_up.id"], ondelete="RESTRICT"),
        sa.ForeignKeyConstraint(["patient_id"], ["patient.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id"),
        sqlite_strict=True,
    )
    op.create_index("snooze_of", "snooze", ["patient_id"], unique=False)
    op.create_index(
        "patient_gaps",
        "patient",
        ["status", sa.text("gap_count DESC"), "next_due_on", "id"],
        sqlite_where=sa.text("gap_count > 0"),
    )
    op.execute("CREATE VIEW patient_search_source AS SELECT id, search_key AS key FROM patient")
    op.execute(
        "CREATE VIRTUAL TABLE patient_search USING fts5("
        "key, content='patient_search_source', content_rowid='id', tokenize='trigram')"
    )
    op.execute(
        "CREATE VIRTUAL TABLE note_search USING fts5("
        "note, content='contact', content_rowid='id', "
        """tokenize="unicode61 remove_diacritics 2", prefix='2 3')"""
    )
    op.execute("CREATE VIRTUAL TABLE note_words USING fts5vocab(note_search, instance)")
    op.execute(
        "CREATE VIRTUAL TABLE person_search USING fts5("
        "name_key, content='person', content_rowid='id', tokenize='trigram')"
    )


def downgrade() -> None:
    op.execute("DROP TABLE person_search")
    op.execute("DROP TABLE note_words")
    op.execute("DROP TABLE note_search")
    op.execute("DROP TABLE patient_search")
    op.execute("DROP VIEW patient_search_source")
    op.drop_index("patient_gaps", table_name="patient")
    op.drop_index("snooze_of", table_name="snooze")
    op.drop_table("snooze")
    op.drop_index("follow_up_of", table_name="follow_up")
    op.drop_index("follow_up_due", table_name="follow_up", sqlite_where=sa.text("state = 'open'"))
    op.drop_table("follow_up")
    op.drop_index("contact_version_of", table_name="contact_version")
    op.drop_table("contact_version")
    op.drop_index("contact_role", table_name="contact")
    op.drop_index("contact_of", table_name="contact")
    op.drop_index("contact_external", table_name="contact")
    op.drop_table("contact")
    op.drop_index("team_role_place", table_name="team_role")
    op.drop_table("team_role")
    op.drop_index("status_period_of", table_name="status_period")
    op.drop_table("status_period")
    op.drop_index("related_of", table_name="related")
    op.drop_table("related")
    op.drop_index("phase_period_of", table_name="phase_period")
    op.drop_table("phase_period")
    op.drop_index("patient_source_of", table_name="patient_source")
    op.drop_index("patient_source_key", table_name="patient_source")
    op.drop_table("patient_source")
    op.drop_index("patient_phone_of", table_name="patient_phone")
    op.drop_table("patient_phone")
    op.drop_index("patient_identifier_value", table_name="patient_identifier")
    op.drop_index("patient_identifier_of", table_name="patient_identifier")
    op.drop_table("patient_identifier")
    op.drop_index("condition_of", table_name="condition")
    op.drop_table("condition")
    op.drop_index("assignment_team", table_name="assignment")
    op.drop_index(
        "assignment_starts", table_name="assignment", sqlite_where=sa.text("state = 'planned'")
    )
    op.drop_index("assignment_person", table_name="assignment")
    op.drop_index(
        "assignment_one_lead",
        table_name="assignment",
        sqlite_where=sa.text("rank = 'lead' AND ends_on IS NULL"),
    )
    op.drop_index(
        "assignment_one_holder",
        table_name="assignment",
        sqlite_where=sa.text("rank IN ('lead', 'primary') AND ends_on IS NULL"),
    )
    op.drop_index("assignment_external", table_name="assignment")
    op.drop_index(
        "assignment_ends",
        table_name="assignment",
        sqlite_where=sa.text("ends_on IS NOT NULL AND state <> 'ended'"),
    )
    op.drop_table("assignment")
    op.drop_index("alert_standing", table_name="alert", sqlite_where=sa.text("ended_on IS NULL"))
    op.drop_index("alert_of", table_name="alert")
    op.drop_table("alert")
    op.drop_table("phase_role")
    op.drop_index("person_source_of", table_name="person_source")
    op.drop_index("person_source_key", table_name="person_source")
    op.drop_table("person_source")
    op.drop_index("person_role_by_role", table_name="person_role")
    op.drop_table("person_role")
    op.drop_index("person_phone_of", table_name="person_phone")
    op.drop_table("person_phone")
    op.drop_index("person_identifier_value", table_name="person_identifier")
    op.drop_index("person_identifier_of", table_name="person_identifier")
    op.drop_table("person_identifier")
    op.drop_index("patient_worklist", table_name="patient")
    op.drop_index("patient_subtype", table_name="patient")
    op.drop_index("patient_phase", table_name="patient")
    op.drop_index("patient_name", table_name="patient")
    op.drop_index("patient_mine", table_name="patient")
    op.drop_index("patient_language", table_name="patient")
    op.drop_index("patient_due", table_name="patient")
    op.drop_index("patient_birth", table_name="patient")
    op.drop_index("patient_all", table_name="patient")
    op.drop_table("patient")
    op.drop_table("import_run")
    op.drop_index("absence_of", table_name="absence")
    op.drop_table("absence")
    op.drop_table("term")
    op.drop_table("setting")
    op.drop_table("role")
    op.drop_table("phase")
    op.drop_index("person_npi", table_name="person", sqlite_where=sa.text("npi <> ''"))
    op.drop_index("person_name", table_name="person")
    op.drop_table("person")
    op.drop_table("macro")
    op.drop_table("holiday")
    op.drop_index("draft_place", table_name="draft")
    op.drop_table("draft")
