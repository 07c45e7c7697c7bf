"""The clinical record: pathway, needs, suggestions, referrals, trials, and their rules."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "cadence",
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("event", sa.String(), nullable=False),
        sa.Column("label", sa.String(), nullable=False),
        sa.Column("phase", sa.String(), nullable=False),
        sa.Column("owner_role", sa.String(), nullable=False),
        sa.Column("business_days", sa.Integer(), nullable=False),
        sa.Column("days", sa.Integer(), nullable=False),
        sa.Column("every_days", sa.Integer(), nullable=False),
        sa.Column("for_days", sa.Integer(), nullable=False),
        sa.Column("source", sa.String(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("is_active", sa.Boolean(), nullable=False),
        sa.CheckConstraint("business_days BETWEEN 0 AND 365", name="business_days_range"),
        sa.CheckConstraint("days BETWEEN 0 AND 3650", name="days_range"),
        sa.CheckConstraint("every_days BETWEEN 0 AND 365", name="every_days_range"),
        sa.CheckConstraint("for_days BETWEEN 0 AND 366", name="for_days_range"),
        sa.CheckConstraint("length(label) <= 200", name="label_length"),
        sa.CheckConstraint("length(source) <= 300", name="source_length"),
        sa.PrimaryKeyConstraint("key"),
        sqlite_strict=True,
    )
    op.create_table(
        "instrument",
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("label", sa.String(), nullable=False),
        sa.Column("short", sa.String(), nullable=False),
        sa.Column("lowest", sa.Integer(), nullable=False),
        sa.Column("highest", sa.Integer(), nullable=False),
        sa.Column("step", sa.Integer(), nullable=False),
        sa.Column("cutoff", sa.Integer(), nullable=True),
        sa.Column("is_low_bad", sa.Boolean(), nullable=False),
        sa.Column("age_from", sa.Integer(), nullable=True),
        sa.Column("age_below", sa.Integer(), nullable=True),
        sa.Column("repeat_days", sa.Integer(), nullable=False),
        sa.Column("codes", sa.JSON(), server_default="{}", nullable=False),
        sa.Column("source", sa.String(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("is_active", sa.Boolean(), nullable=False),
        sa.CheckConstraint("length(label) <= 200", name="label_length"),
        sa.CheckConstraint("length(source) <= 300", name="source_length"),
        sa.CheckConstraint("lowest < highest", name="range_has_a_width"),
        sa.PrimaryKeyConstraint("key"),
        sqlite_strict=True,
    )
    op.create_table(
        "pathway",
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("label", sa.String(), nullable=False),
        sa.Column("phases", sa.JSON(), nullable=False),
        sa.Column("source", sa.String(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("is_active", sa.Boolean(), nullable=False),
        sa.CheckConstraint("length(label) <= 200", name="label_length"),
        sa.CheckConstraint("length(source) <= 300", name="source_length"),
        sa.PrimaryKeyConstraint("key"),
        sqlite_strict=True,
    )
    op.create_table(
        "saved_filter",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("page", sa.String(), nullable=False),
        sa.Column("owner_id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("body", sa.JSON(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.CheckConstraint("length(name) <= 80", name="name_length"),
        sa.PrimaryKeyConstraint("id"),
        sqlite_strict=True,
    )
    op.create_index("saved_filter_name", "saved_filter", ["page", "owner_id", "name"], unique=True)
    op.create_table(
        "trial",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("external_id", sa.String(), nullable=False),
        sa.Column("nct", sa.String(), nullable=False),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("phase", sa.String(), nullable=False),
        sa.Column("site", sa.String(), nullable=False),
        sa.Column("contact", sa.String(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("opens_on", sa.Date(), nullable=True),
        sa.Column("closes_on", sa.Date(), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.CheckConstraint(
            "kind IN ('new_drug', 'new_combination', 'immunotherapy', 'other')", name="kind_known"
        ),
        sa.CheckConstraint("state IN ('planned', 'open', 'paused', 'closed')", name="state_known"),
        sa.CheckConstraint(
            "closes_on IS NULL OR closes_on >= opens_on", name="closes_on_after_opens_on"
        ),
        sa.CheckConstraint("length(contact) <= 500", name="contact_length"),
        sa.CheckConstraint("length(site) <= 200", name="site_length"),
        sa.CheckConstraint("length(title) <= 500", name="title_length"),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("external_id"),
        sqlite_strict=True,
    )
    op.create_index("trial_nct", "trial", ["nct"], unique=True, sqlite_where=sa.text("nct <> ''"))
    op.create_index("trial_state", "trial", ["state", "title"], unique=False)
    op.create_table(
        "trigger",
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("label", sa.String(), nullable=False),
        sa.Column("condition", sa.String(), nullable=False),
        sa.Column("role", sa.String(), nullable=False),
        sa.Column("escalates", sa.String(), nullable=False),
        sa.Column("within_days", sa.Integer(), nullable=False),
        sa.Column("source", sa.String(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("is_active", sa.Boolean(), nullable=False),
        sa.CheckConstraint("role <> '' OR escalates <> ''", name="proposes_something"),
        sa.CheckConstraint("length(condition) <= 500", name="condition_length"),
        sa.CheckConstraint("length(label) <= 200", name="label_length"),
        sa.CheckConstraint("length(source) <= 300", name="source_length"),
        sa.CheckConstraint("within_days BETWEEN 0 AND 365", name="within_days_range"),
        sa.PrimaryKeyConstraint("key"),
        sqlite_strict=True,
    )
    op.create_table(
        "milestone_template",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("phase_key", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("label", sa.String(), nullable=False),
        sa.Column("day", sa.Integer(), nullable=False),
        sa.Column("late_days", sa.Integer(), nullable=False),
        sa.Column("source", sa.String(), nullable=False),
        sa.Column("is_active", sa.Boolean(), nullable=False),
        sa.CheckConstraint("day BETWEEN -365 AND 3650", name="day_range"),
        sa.CheckConstraint("late_days BETWEEN 0 AND 365", name="late_days_range"),
        sa.CheckConstraint("length(label) <= 200", name="label_length"),
        sa.CheckConstraint("length(source) <= 300", name="source_length"),
        sa.ForeignKeyConstraint(["phase_key"], ["phase.key"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id"),
        sqlite_strict=True,
    )
    op.create_index(
        "milestone_template_of", "milestone_template", ["phase_key", "day"], unique=False
    )
    op.create_table(
        "barrier",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("external_id", sa.String(), nullable=False),
        sa.Column("patient_id", sa.Integer(), nullable=False),
        sa.Column("category", sa.String(), nullable=False),
        sa.Column("detail", sa.String(), nullable=False),
        sa.Column("found_on", sa.Date(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("closed_on", sa.Date(), nullable=True),
        sa.Column("result", sa.String(), nullable=False),
        sa.Column("made_at", sa.DateTime(), nullable=False),
        sa.Column("by_id", sa.Integer(), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.CheckConstraint(
            "state IN ('open', 'in_progress') OR closed_on IS NOT NULL", name="closed_on_a_day"
        ),
        sa.CheckConstraint(
            "state IN ('open', 'in_progress', 'resolved', 'unresolvable', 'no_longer_relevant')",
            name="state_known",
        ),
        sa.CheckConstraint(
            "closed_on IS NULL OR closed_on >= found_on", name="closed_on_after_found_on"
        ),
        sa.CheckConstraint("length(detail) <= 500", name="detail_length"),
        sa.CheckConstraint("length(result) <= 500", name="result_length"),
        sa.ForeignKeyConstraint(["by_id"], ["person.id"], ondelete="RESTRICT"),
        sa.ForeignKeyConstraint(["patient_id"], ["patient.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("external_id"),
        sqlite_strict=True,
    )
    op.create_index(
        "barrier_category", "barrier", ["category", "found_on", "patient_id"], unique=False
    )
    op.create_index(
        "barrier_closed",
        "barrier",
        ["patient_id", "closed_on"],
        unique=False,
        sqlite_where=sa.text("closed_on IS NOT NULL"),
    )
    op.create_index("barrier_found", "barrier", ["patient_id", "found_on"], unique=False)
    op.create_index("barrier_of", "barrier", ["patient_id", "state", "found_on"], unique=False)
    op.create_table(
        "care_profile",
        sa.Column("patient_id", sa.Integer(), nullable=False),
        sa.Column("pathway", sa.String(), nullable=False),
        sa.Column("intent", sa.String(), nullable=False),
        sa.Column("risk_group", sa.String(), nullable=False),
        sa.Column("cns_status", sa.String(), nullable=False),
        sa.Column("shaped_by", sa.String(), nullable=False),
        sa.Column("learning_preference", sa.String(), nullable=False),
        sa.Column("preferences", sa.String(), nullable=False),
        sa.Column("has_directive", sa.Boolean(), nullable=True),
        sa.Column("directive_place", sa.String(), nullable=False),
        sa.Column("first_treated_on", sa.Date(), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.CheckConstraint("length(directive_place) <= 500", name="directive_place_length"),
        sa.CheckConstraint("length(preferences) <= 2000", name="preferences_length"),
        sa.CheckConstraint("length(shaped_by) <= 500", name="shaped_by_length"),
        sa.ForeignKeyConstraint(["patient_id"], ["patient.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("patient_id"),
        sqlite_strict=True,
    )
    op.create_table(
        "checklist_item",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("patient_id", sa.Integer(), nullable=False),
        sa.Column("list", sa.String(), nullable=False),
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("detail", sa.String(), nullable=False),
        sa.Column("changed_at", sa.DateTime(), nullable=False),
        sa.Column("by_id", sa.Integer(), nullable=True),
        sa.CheckConstraint("state IN ('open', 'done', 'not_needed')", name="state_known"),
        sa.CheckConstraint("length(detail) <= 500", name="detail_length"),
        sa.ForeignKeyConstraint(["by_id"], ["person.id"], ondelete="RESTRICT"),
        sa.ForeignKeyConstraint(["patient_id"], ["patient.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id"),
        sqlite_strict=True,
    )
    op.create_index(
        "checklist_item_place", "checklist_item", ["patient_id", "list", "key"], unique=True
    )
    op.create_table(
        "conference",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("patient_id", sa.Integer(), nullable=False),
        sa.Column("on_day", sa.Date(), nullable=False),
        sa.Column("question", sa.String(), nullable=False),
        sa.Column("decision", sa.String(), nullable=False),
        sa.Column("is_cancelled", sa.Boolean(), nullable=False),
        sa.Column("made_at", sa.DateTime(), nullable=False),
        sa.Column("by_id", sa.Integer(), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.CheckConstraint("length(decision) <= 2000", name="decision_length"),
        sa.CheckConstraint("length(question) <= 500", name="question_length"),
        sa.ForeignKeyConstraint(["by_id"], ["person.id"], ondelete="RESTRICT"),
        sa.ForeignKeyConstraint(["patient_id"], ["patient.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id"),
        sqlite_strict=True,
    )
    op.create_index("conference_of", "conference", ["patient_id", "on_day"], unique=False)
    op.create_table(
        "disease_status",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("patient_id", sa.Integer(), nullable=False),
        sa.Column("on_day", sa.Date(), nullable=False),
        sa.Column("remission", sa.String(), nullable=False),
        sa.Column("mrd", sa.String(), nullable=False),
        sa.Column("note", sa.String(), nullable=False),
        sa.Column("retracted_at", sa.DateTime(), nullable=True),
        sa.Column("made_at", sa.DateTime(), nullable=False),
        sa.Column("by_id", sa.Integer(), nullable=True),
        sa.CheckConstraint("length(note) <= 500", name="note_length"),
        sa.ForeignKeyConstraint(["by_id"], ["person.id"], ondelete="RESTRICT"),
        sa.ForeignKeyConstraint(["patient_id"], ["patient.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id"),
        sqlite_strict=True,
    )
    op.create_index("disease_status_of", "disease_status", ["patient_id", "on_day"], unique=False)
    op.create_table(
        "escalation",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("external_id", sa.String(), nullable=False),
        sa.Column("patient_id", sa.Integer(), nullable=False),
        sa.Column("flag", sa.String(), nullable=False),
        sa.Column("temp_tenths", sa.Integer(), nullable=True),
        sa.Column("is_for_an_hour", sa.Boolean(), nullable=False),
        sa.Column("note", sa.String(), nullable=False),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.Column("rule", sa.String(), nullable=False),
        sa.Column("line", sa.String(), nullable=False),
        sa.Column("told_who", sa.String(), nullable=False),
        sa.Column("told_how", sa.String(), nullable=False),
        sa.Column("told_at", sa.DateTime(), nullable=True),
        sa.Column("advice", sa.String(), nullable=False),
        sa.Column("made_at", sa.DateTime(), nullable=False),
        sa.Column("by_id", sa.Integer(), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("retracted_at", sa.DateTime(), nullable=True),
        sa.Column("retract_reason", sa.String(), nullable=False),
        sa.CheckConstraint(
            "retracted_at IS NULL OR retract_reason <> ''", name="retracted_with_a_reason"
        ),
        sa.CheckConstraint("told_at IS NULL OR told_who <> ''", name="told_somebody"),
        sa.CheckConstraint("length(advice) <= 2000", name="advice_length"),
        sa.CheckConstraint("length(note) <= 2000", name="note_length"),
        sa.CheckConstraint("length(told_who) <= 200", name="told_who_length"),
        sa.ForeignKeyConstraint(["by_id"], ["person.id"], ondelete="RESTRICT"),
        sa.ForeignKeyConstraint(["patient_id"], ["patient.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("external_id"),
        sqlite_strict=True,
    )
    op.create_index("escalation_of", "escalation", ["patient_id", "at"], unique=False)
    op.create_index(
        "escalation_open",
        "escalation",
        ["patient_id"],
        unique=False,
        sqlite_where=sa.text("told_at IS NULL AND retracted_at IS NULL"),
    )
    op.create_table(
        "finding",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("patient_id", sa.Integer(), nullable=False),
        sa.Column("list", sa.String(), nullable=False),
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("since", sa.Date(), nullable=True),
        sa.Column("ended_on", sa.Date(), nullable=True),
        sa.Column("note", sa.String(), nullable=False),
        sa.Column("made_at", sa.DateTime(), nullable=False),
        sa.Column("by_id", sa.Integer(), nullable=True),
        sa.CheckConstraint("list IN ('symptom', 'risk_factor', 'concern')", name="list_known"),
        sa.CheckConstraint("ended_on IS NULL OR ended_on >= since", name="ended_on_after_since"),
        sa.CheckConstraint("length(note) <= 500", name="note_length"),
        sa.ForeignKeyConstraint(["by_id"], ["person.id"], ondelete="RESTRICT"),
        sa.ForeignKeyConstraint(["patient_id"], ["patient.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id"),
        sqlite_strict=True,
    )
    op.create_index(
        "finding_gone",
        "finding",
        ["patient_id", "ended_on"],
        unique=False,
        sqlite_where=sa.text("ended_on IS NOT NULL"),
    )
    op.create_index("finding_of", "finding", ["patient_id", "list", "since"], unique=False)
    op.create_index("finding_since", "finding", ["patient_id", "since"], unique=False)
    op.create_table(
        "followed",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("patient_id", sa.Integer(), nullable=False),
        sa.Column("since", sa.DateTime(), nullable=False),
        sa.ForeignKeyConstraint(["patient_id"], ["patient.id"], ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], ondelete="RESTRICT"),
        sa.PrimaryKeyConstraint("id"),
        sqlite_strict=True,
    )
    op.create_index("followed_patient", "followed", ["patient_id"], unique=False)
    op.create_index("followed_place", "followed", ["person_id", "patient_id"], unique=True)
    op.create_table(
        "overlay",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("patient_id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("started_on", sa.Date(), nullable=False),
        sa.Column("ended_on", sa.Date(), nullable=True),
        sa.Column("note", sa.String(), nullable=False),
        sa.Column("by_id", sa.Integer(), nullable=True),
        sa.CheckConstraint(
            "ended_on IS NULL OR ended_on >= started_on", name="ended_on_after_started_on"
        ),
        sa.CheckConstraint("length(note) <= 500", name="note_length"),
        sa.ForeignKeyConstraint(["by_id"], ["person.id"], ondelete="RESTRICT"),
        sa.ForeignKeyConstraint(["patient_id"], ["patient.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id"),
        sqlite_strict=True,
    )
    op.create_index(
        "overlay_ended",
        "overlay",
        ["patient_id", "ended_on"],
        unique=False,
        sqlite_where=sa.text("ended_on IS NOT NULL"),
    )
    op.create_index("overlay_of", "overlay", ["patient_id", "started_on"], unique=False)
    op.create_index(
        "overlay_standing",
        "overlay",
        ["patient_id", "kind"],
        unique=True,
        sqlite_where=sa.text("ended_on IS NULL"),
    )
    op.create_table(
        "screening",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("external_id", sa.String(), nullable=False),
        sa.Column("patient_id", sa.Integer(), nullable=False),
        sa.Column("instrument", sa.String(), nullable=False),
        sa.Column("score", sa.Integer(), nullable=False),
        sa.Column("on_day", sa.Date(), nullable=False),
        sa.Column("recorded_at", sa.DateTime(), nullable=False),
        sa.Column("by_id", sa.Integer(), nullable=True),
        sa.Column("retracted_at", sa.DateTime(), nullable=True),
        sa.Column("retract_reason", sa.String(), nullable=False),
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
        "screening_day", "screening", ["instrument", "on_day", "patient_id"], unique=False
    )
    op.create_index(
        "screening_of", "screening", ["patient_id", "instrument", "on_day"], unique=False
    )
    op.create_index("screening_on", "screening", ["patient_id", "on_day"], unique=False)
    op.create_table(
        "stay",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("external_id", sa.String(), nullable=False),
        sa.Column("patient_id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("admitted_on", sa.Date(), nullable=False),
        sa.Column("discharged_on", sa.Date(), nullable=True),
        sa.Column("is_planned", sa.Boolean(), nullable=False),
        sa.Column("place", sa.String(), nullable=False),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("made_at", sa.DateTime(), nullable=False),
        sa.Column("by_id", sa.Integer(), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("retracted_at", sa.DateTime(), nullable=True),
        sa.CheckConstraint("kind IN ('inpatient', 'emergency')", name="kind_known"),
        sa.CheckConstraint(
            "discharged_on IS NULL OR discharged_on >= admitted_on",
            name="discharged_on_after_admitted_on",
        ),
        sa.CheckConstraint("length(place) <= 200", name="place_length"),
        sa.CheckConstraint("length(reason) <= 500", name="reason_length"),
        sa.ForeignKeyConstraint(["by_id"], ["person.id"], ondelete="RESTRICT"),
        sa.ForeignKeyConstraint(["patient_id"], ["patient.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("external_id"),
        sqlite_strict=True,
    )
    op.create_index(
        "stay_left",
        "stay",
        ["patient_id", "discharged_on"],
        unique=False,
        sqlite_where=sa.text("discharged_on IS NOT NULL"),
    )
    op.create_index("stay_of", "stay", ["patient_id", "admitted_on"], unique=False)
    op.create_index(
        "stay_open",
        "stay",
        ["patient_id"],
        unique=False,
        sqlite_where=sa.text("discharged_on IS NULL AND retracted_at IS NULL"),
    )
    op.create_table(
        "suggestion",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("external_id", sa.String(), nullable=False),
        sa.Column("patient_id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("rule", sa.String(), nullable=False),
        sa.Column("role", sa.String(), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("because", sa.String(), nullable=False),
        sa.Column("source_kind", sa.String(), nullable=False),
        sa.Column("source_id", sa.Integer(), nullable=False),
        sa.Column("due_on", sa.Date(), nullable=True),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("made_at", sa.DateTime(), nullable=False),
        sa.Column("made_by_id", sa.Integer(), nullable=True),
        sa.Column("decided_at", sa.DateTime(), nullable=True),
        sa.Column("decided_by_id", sa.Integer(), nullable=True),
        sa.Column("dismiss_reason", sa.String(), nullable=False),
        sa.Column("decision_note", sa.String(), nullable=False),
        sa.Column("details", sa.JSON(), server_default="{}", nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.CheckConstraint("kind IN ('role', 'task', 'milestone')", name="kind_known"),
        sa.CheckConstraint(
            "state <> 'dismissed' OR dismiss_reason <> ''", name="dismissed_with_a_reason"
        ),
        sa.CheckConstraint("state IN ('open', 'accepted', 'dismissed')", name="state_known"),
        sa.CheckConstraint("length(because) <= 500", name="because_length"),
        sa.CheckConstraint("length(decision_note) <= 500", name="decision_note_length"),
        sa.CheckConstraint("length(text) <= 500", name="text_length"),
        sa.ForeignKeyConstraint(["decided_by_id"], ["person.id"], ondelete="RESTRICT"),
        sa.ForeignKeyConstraint(["made_by_id"], ["person.id"], ondelete="RESTRICT"),
        sa.ForeignKeyConstraint(["patient_id"], ["patient.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("external_id"),
        sqlite_strict=True,
    )
    op.create_index("suggestion_of", "suggestion", ["patient_id", "state", "made_at"], unique=False)
    op.create_index(
        "suggestion_once",
        "suggestion",
        ["patient_id", "rule", "source_kind", "source_id"],
        unique=True,
        sqlite_where=sa.text("rule <> ''"),
    )
    op.create_index(
        "suggestion_open", "suggestion", ["state", "due_on", "patient_id"], unique=False
    )
    op.create_table(
        "treatment",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("external_id", sa.String(), nullable=False),
        sa.Column("patient_id", sa.Integer(), nullable=False),
        sa.Column("modality", sa.String(), nullable=False),
        sa.Column("detail", sa.String(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("started_on", sa.Date(), nullable=True),
        sa.Column("ended_on", sa.Date(), nullable=True),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("made_at", sa.DateTime(), nullable=False),
        sa.Column("by_id", sa.Integer(), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.CheckConstraint(
            "state IN ('planned', 'consult', 'active', 'completed', 'stopped', 'not_pursued')",
            name="state_known",
        ),
        sa.CheckConstraint(
            "ended_on IS NULL OR ended_on >= started_on", name="ended_on_after_started_on"
        ),
        sa.CheckConstraint("length(detail) <= 500", name="detail_length"),
        sa.CheckConstraint("length(reason) <= 500", name="reason_length"),
        sa.ForeignKeyConstraint(["by_id"], ["person.id"], ondelete="RESTRICT"),
        sa.ForeignKeyConstraint(["patient_id"], ["patient.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("external_id"),
        sqlite_strict=True,
    )
    op.create_index(
        "treatment_began",
        "treatment",
        ["patient_id", "started_on"],
        unique=False,
        sqlite_where=sa.text("started_on IS NOT NULL"),
    )
    op.create_index(
        "treatment_ended",
        "treatment",
        ["patient_id", "ended_on"],
        unique=False,
        sqlite_where=sa.text("ended_on IS NOT NULL"),
    )
    op.create_index("treatment_of", "treatment", ["patient_id", "id"], unique=False)
    op.create_table(
        "trial_offer",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("patient_id", sa.Integer(), nullable=False),
        sa.Column("trial_id", sa.Integer(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("on_day", sa.Date(), nullable=False),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("note", sa.String(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.CheckConstraint(
            "state IN ('considered', 'offered', 'screening', 'eligible', 'enrolled', 'declined', 'not_eligible', 'off_study')",
            name="state_known",
        ),
        sa.ForeignKeyConstraint(["patient_id"], ["patient.id"], ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["trial_id"], ["trial.id"], ondelete="RESTRICT"),
        sa.PrimaryKeyConstraint("id"),
        sqlite_strict=True,
    )
    op.create_index("trial_offer_place", "trial_offer", ["patient_id", "trial_id"], unique=True)
    op.create_index(
        "trial_offer_trial", "trial_offer", ["trial_id", "state", "patient_id"], unique=False
    )
    op.create_table(
        "barrier_action",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("barrier_id", sa.Integer(), nullable=False),
        sa.Column("patient_id", sa.Integer(), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("owner_role", sa.String(), nullable=False),
        sa.Column("owner_id", sa.Integer(), nullable=True),
        sa.Column("on_day", sa.Date(), nullable=False),
        sa.Column("due_on", sa.Date(), nullable=True),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("done_on", sa.Date(), nullable=True),
        sa.Column("result", sa.String(), nullable=False),
        sa.Column("made_at", sa.DateTime(), nullable=False),
        sa.Column("by_id", sa.Integer(), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.CheckConstraint("state IN ('open', 'done', 'cancelled')", name="state_known"),
        sa.CheckConstraint("length(result) <= 500", name="result_length"),
        sa.CheckConstraint("length(text) <= 500", name="text_length"),
        sa.ForeignKeyConstraint(["barrier_id"], ["barrier.id"], ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["by_id"], ["person.id"], ondelete="RESTRICT"),
        sa.ForeignKeyConstraint(["owner_id"], ["person.id"], ondelete="RESTRICT"),
        sa.ForeignKeyConstraint(["patient_id"], ["patient.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id"),
        sqlite_strict=True,
    )
    op.create_index("barrier_action_of", "barrier_action", ["barrier_id", "id"], unique=False)
    op.create_index(
        "barrier_action_patient", "barrier_action", ["patient_id", "on_day"], unique=False
    )
    op.create_table(
        "milestone",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("external_id", sa.String(), nullable=False),
        sa.Column("patient_id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("label", sa.String(), nullable=False),
        sa.Column("planned_on", sa.Date(), nullable=True),
        sa.Column("done_on", sa.Date(), nullable=True),
        sa.Column("result", sa.String(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("template_id", sa.Integer(), nullable=True),
        sa.Column("phase_id", sa.Integer(), nullable=True),
        sa.Column("made_at", sa.DateTime(), nullable=False),
        sa.Column("by_id", sa.Integer(), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.CheckConstraint("state <> 'done' OR done_on IS NOT NULL", name="done_on_a_day"),
        sa.CheckConstraint("state IN ('planned', 'done', 'left_out')", name="state_known"),
        sa.CheckConstraint("length(label) <= 200", name="label_length"),
        sa.CheckConstraint("length(result) <= 500", name="result_length"),
        sa.ForeignKeyConstraint(["by_id"], ["person.id"], ondelete="RESTRICT"),
        sa.ForeignKeyConstraint(["patient_id"], ["patient.id"], ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["phase_id"], ["phase_period.id"], ondelete="RESTRICT"),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("external_id"),
        sqlite_strict=True,
    )
    op.create_index(
        "milestone_done",
        "milestone",
        ["patient_id", "done_on"],
        unique=False,
        sqlite_where=sa.text("done_on IS NOT NULL"),
    )
    op.create_index(
        "milestone_late",
        "milestone",
        ["planned_on", "patient_id"],
        unique=False,
        sqlite_where=sa.text("state = 'planned'"),
    )
    op.create_index("milestone_of", "milestone", ["patient_id", "planned_on"], unique=False)
    op.create_index("milestone_of_phase", "milestone", ["phase_id"], unique=False)
    op.create_index(
        "milestone_proposed",
        "milestone",
        ["phase_id", "template_id"],
        unique=True,
        sqlite_where=sa.text("template_id IS NOT NULL"),
    )
    op.create_table(
        "referral",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("external_id", sa.String(), nullable=False),
        sa.Column("patient_id", sa.Integer(), nullable=False),
        sa.Column("to_kind", sa.String(), nullable=False),
        sa.Column("to_role", sa.String(), nullable=False),
        sa.Column("to_person_id", sa.Integer(), nullable=True),
        sa.Column("to_name", sa.String(), nullable=False),
        sa.Column("priority", sa.String(), nullable=False),
        sa.Column("method", sa.String(), nullable=False),
        sa.Column("reason_kind", sa.String(), nullable=False),
        sa.Column("reason_id", sa.Integer(), nullable=True),
        sa.Column("reason_text", sa.String(), nullable=False),
        sa.Column("suggestion_id", sa.Integer(), nullable=True),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("requested_on", sa.Date(), nullable=False),
        sa.Column("state_on", sa.Date(), nullable=False),
        sa.Column("scheduled_on", sa.Date(), nullable=True),
        sa.Column("result", sa.String(), nullable=False),
        sa.Column("assignment_id", sa.Integer(), nullable=True),
        sa.Column("made_at", sa.DateTime(), nullable=False),
        sa.Column("by_id", sa.Integer(), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.CheckConstraint("priority IN ('routine', 'urgent')", name="priority_known"),
        sa.CheckConstraint("state <> 'completed' OR result <> ''", name="completed_with_a_result"),
        sa.CheckConstraint(
            "state IN ('requested', 'accepted', 'declined', 'scheduled', 'in_progress', 'completed', 'cancelled', 'revoked', 'failed')",
            name="state_known",
        ),
        sa.CheckConstraint("to_kind IN ('role', 'person', 'outside')", name="to_kind_known"),
        sa.CheckConstraint("length(reason_text) <= 500", name="reason_text_length"),
        sa.CheckConstraint("length(result) <= 500", name="result_length"),
        sa.CheckConstraint("length(to_name) <= 200", name="to_name_length"),
        sa.ForeignKeyConstraint(["assignment_id"], ["assignment.id"], ondelete="RESTRICT"),
        sa.ForeignKeyConstraint(["by_id"], ["person.id"], ondelete="RESTRICT"),
        sa.ForeignKeyConstraint(["patient_id"], ["patient.id"], ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["suggestion_id"], ["suggestion.id"], ondelete="RESTRICT"),
        sa.ForeignKeyConstraint(["to_person_id"], ["person.id"], ondelete="RESTRICT"),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("external_id"),
        sqlite_strict=True,
    )
    op.create_index("referral_of", "referral", ["patient_id", "requested_on"], unique=False)
    op.create_index(
        "referral_open",
        "referral",
        ["state", "state_on", "patient_id"],
        unique=False,
        sqlite_where=sa.text("state IN ('requested', 'accepted', 'scheduled', 'in_progress')"),
    )
    op.create_table(
        "trial_step",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("offer_id", sa.Integer(), nullable=False),
        sa.Column("patient_id", sa.Integer(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("on_day", sa.Date(), nullable=False),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("note", sa.String(), nullable=False),
        sa.Column("made_at", sa.DateTime(), nullable=False),
        sa.Column("by_id", sa.Integer(), nullable=True),
        sa.CheckConstraint(
            "state IN ('considered', 'offered', 'screening', 'eligible', 'enrolled', 'declined', 'not_eligible', 'off_study')",
            name="state_known",
        ),
        sa.CheckConstraint("length(note) <= 500", name="note_length"),
        sa.ForeignKeyConstraint(["by_id"], ["person.id"], ondelete="RESTRICT"),
        sa.ForeignKeyConstraint(["offer_id"], ["trial_offer.id"], ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["patient_id"], ["patient.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id"),
        sqlite_strict=True,
    )
    op.create_index("trial_step_of", "trial_step", ["offer_id", "id"], unique=False)
    op.create_index("trial_step_patient", "trial_step", ["patient_id", "on_day"], unique=False)
    op.create_table(
        "referral_step",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("referral_id", sa.Integer(), nullable=False),
        sa.Column("patient_id", sa.Integer(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("on_day", sa.Date(), nullable=False),
        sa.Column("note", sa.String(), nullable=False),
        sa.Column("made_at", sa.DateTime(), nullable=False),
        sa.Column("by_id", sa.Integer(), nullable=True),
        sa.CheckConstraint(
            "state IN ('requested', 'accepted', 'declined', 'scheduled', 'in_progress', 'completed', 'cancelled', 'revoked', 'failed')",
            name="state_known",
        ),
        sa.CheckConstraint("length(note) <= 500", name="note_length"),
        sa.ForeignKeyConstraint(["by_id"], ["person.id"], ondelete="RESTRICT"),
        sa.ForeignKeyConstraint(["patient_id"], ["patient.id"], ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["referral_id"], ["referral.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id"),
        sqlite_strict=True,
    )
    op.create_index("referral_step_of", "referral_step", ["referral_id", "id"], unique=False)
    op.create_index(
        "referral_step_patient", "referral_step", ["patient_id", "on_day"], unique=False
    )
    op.create_index("alert_since", "alert", ["patient_id", "since"], unique=False)
    op.create_index("assignment_began", "assignment", ["patient_id", "starts_on"], unique=False)
    op.create_index(
        "assignment_ended",
        "assignment",
        ["patient_id", "ends_on"],
        unique=False,
        sqlite_where=sa.text("ends_on IS NOT NULL"),
    )
    op.create_index("assignment_made", "assignment", ["person_id", "made_at"], unique=False)
    op.create_index(
        "assignment_rests",
        "assignment",
        ["patient_id", "held_since"],
        unique=False,
        sqlite_where=sa.text("held_since IS NOT NULL"),
    )
    op.add_column("follow_up", sa.Column("rule", sa.String(), server_default="", nullable=False))
    op.add_column(
        "follow_up", sa.Column("source_kind", sa.String(), server_default="", nullable=False)
    )
    op.add_column(
        "follow_up", sa.Column("source_id", sa.Integer(), server_default="0", nullable=False)
    )
    op.create_index(
        "follow_up_source",
        "follow_up",
        ["source_kind", "source_id", "rule"],
        unique=False,
        sqlite_where=sa.text("source_kind <> ''"),
    )
    op.create_index("patient_silent", "patient", ["status", "last_contact_at", "id"], unique=False)
    op.add_column(
        "role", sa.Column("wants_backup", sa.Boolean(), server_default="0", nullable=False)
    )
    op.add_column(
        "team_role", sa.Column("has_backup", sa.Boolean(), server_default="0", nullable=False)
    )
    op.add_column("team_role", sa.Column("open_since", sa.Date(), nullable=True))
    op.create_index(
        "team_role_alone",
        "team_role",
        ["role", "patient_id"],
        unique=False,
        sqlite_where=sa.text("is_filled AND NOT has_backup"),
    )
    op.create_index(
        "team_role_declined",
        "team_role",
        ["ask_on", "patient_id", "role"],
        unique=False,
        sqlite_where=sa.text("declined_on IS NOT NULL"),
    )
    op.create_index(
        "team_role_declined_on",
        "team_role",
        ["patient_id", "declined_on"],
        unique=False,
        sqlite_where=sa.text("declined_on IS NOT NULL"),
    )
    op.create_index(
        "team_role_gap",
        "team_role",
        ["role", "open_since", "patient_id"],
        unique=False,
        sqlite_where=sa.text("open_since IS NOT NULL"),
    )
    op.create_index(
        "team_role_waiting",
        "team_role",
        ["open_since", "patient_id", "role"],
        unique=False,
        sqlite_where=sa.text("open_since IS NOT NULL"),
    )


def downgrade() -> None:
    op.drop_index(
        "team_role_waiting", table_name="team_role", sqlite_where=sa.text("open_since IS NOT NULL")
    )
    op.drop_index(
        "team_role_gap", table_name="team_role", sqlite_where=sa.text("open_since IS NOT NULL")
    )
    op.drop_index(
        "team_role_declined_on",
        table_name="team_role",
        sqlite_where=sa.text("declined_on IS NOT NULL"),
    )
    op.drop_index(
        "team_role_declined",
        table_name="team_role",
        sqlite_where=sa.text("declined_on IS NOT NULL"),
    )
    op.drop_index(
        "team_role_alone",
        table_name="team_role",
        sqlite_where=sa.text("is_filled AND NOT has_backup"),
    )
    op.drop_column("team_role", "open_since")
    op.drop_column("team_role", "has_backup")
    op.drop_column("role", "wants_backup")
    op.drop_index("patient_silent", table_name="patient")
    op.drop_index(
        "follow_up_source", table_name="follow_up", sqlite_where=sa.text("source_kind <> ''")
    )
    op.drop_column("follow_up", "source_id")
    op.drop_column("follow_up", "source_kind")
    op.drop_column("follow_up", "rule")
    op.drop_index(
        "assignment_rests", table_name="assignment", sqlite_where=sa.text("held_since IS NOT NULL")
    )
    op.drop_index("assignment_made", table_name="assignment")
    op.drop_index(
        "assignment_ended", table_name="assignment", sqlite_where=sa.text("ends_on IS NOT NULL")
    )
    op.drop_index("assignment_began", table_name="assignment")
    op.drop_index("alert_since", table_name="alert")
    op.drop_index("referral_step_patient", table_name="referral_step")
    op.drop_index("referral_step_of", table_name="referral_step")
    op.drop_table("referral_step")
    op.drop_index("trial_step_patient", table_name="trial_step")
    op.drop_index("trial_step_of", table_name="trial_step")
    op.drop_table("trial_step")
    op.drop_index(
        "referral_open",
        table_name="referral",
        sqlite_where=sa.text("state IN ('requested', 'accepted', 'scheduled', 'in_progress')"),
    )
    op.drop_index("referral_of", table_name="referral")
    op.drop_table("referral")
    op.drop_index(
        "milestone_proposed",
        table_name="milestone",
        sqlite_where=sa.text("template_id IS NOT NULL"),
    )
    op.drop_index("milestone_of_phase", table_name="milestone")
    op.drop_index("milestone_of", table_name="milestone")
    op.drop_index(
        "milestone_late", table_name="milestone", sqlite_where=sa.text("state = 'planned'")
    )
    op.drop_index(
        "milestone_done", table_name="milestone", sqlite_where=sa.text("done_on IS NOT NULL")
    )
    op.drop_table("milestone")
    op.drop_index("barrier_action_patient", table_name="barrier_action")
    op.drop_index("barrier_action_of", table_name="barrier_action")
    op.drop_table("barrier_action")
    op.drop_index("trial_offer_trial", table_name="trial_offer")
    op.drop_index("trial_offer_place", table_name="trial_offer")
    op.drop_table("trial_offer")
    op.drop_index("treatment_of", table_name="treatment")
    op.drop_index(
        "treatment_ended", table_name="treatment", sqlite_where=sa.text("ended_on IS NOT NULL")
    )
    op.drop_index(
        "treatment_began", table_name="treatment", sqlite_where=sa.text("started_on IS NOT NULL")
    )
    op.drop_table("treatment")
    op.drop_index("suggestion_open", table_name="suggestion")
    op.drop_index("suggestion_once", table_name="suggestion", sqlite_where=sa.text("rule <> ''"))
    op.drop_index("suggestion_of", table_name="suggestion")
    op.drop_table("suggestion")
    op.drop_index(
        "stay_open",
        table_name="stay",
        sqlite_where=sa.text("discharged_on IS NULL AND retracted_at IS NULL"),
    )
    op.drop_index("stay_of", table_name="stay")
    op.drop_index("stay_left", table_name="stay", sqlite_where=sa.text("discharged_on IS NOT NULL"))
    op.drop_table("stay")
    op.drop_index("screening_on", table_name="screening")
    op.drop_index("screening_of", table_name="screening")
    op.drop_index("screening_day", table_name="screening")
    op.drop_table("screening")
    op.drop_index(
        "overlay_standing", table_name="overlay", sqlite_where=sa.text("ended_on IS NULL")
    )
    op.drop_index("overlay_of", table_name="overlay")
    op.drop_index(
        "overlay_ended", table_name="overlay", sqlite_where=sa.text("ended_on IS NOT NULL")
    )
    op.drop_table("overlay")
    op.drop_index("followed_place", table_name="followed")
    op.drop_index("followed_patient", table_name="followed")
    op.drop_table("followed")
    op.drop_index("finding_since", table_name="finding")
    op.drop_index("finding_of", table_name="finding")
    op.drop_index(
        "finding_gone", table_name="finding", sqlite_where=sa.text("ended_on IS NOT NULL")
    )
    op.drop_table("finding")
    op.drop_index(
        "escalation_open",
        table_name="escalation",
        sqlite_where=sa.text("told_at IS NULL AND retracted_at IS NULL"),
    )
    op.drop_index("escalation_of", table_name="escalation")
    op.drop_table("escalation")
    op.drop_index("disease_status_of", table_name="disease_status")
    op.drop_table("disease_status")
    op.drop_index("conference_of", table_name="conference")
    op.drop_table("conference")
    op.drop_index("checklist_item_place", table_name="checklist_item")
    op.drop_table("checklist_item")
    op.drop_table("care_profile")
    op.drop_index("barrier_of", table_name="barrier")
    op.drop_index("barrier_found", table_name="barrier")
    op.drop_index(
        "barrier_closed", table_name="barrier", sqlite_where=sa.text("closed_on IS NOT NULL")
    )
    op.drop_index("barrier_category", table_name="barrier")
    op.drop_table("barrier")
    op.drop_index("milestone_template_of", table_name="milestone_template")
    op.drop_table("milestone_template")
    op.drop_table("trigger")
    op.drop_index("trial_state", table_name="trial")
    op.drop_index("trial_nct", table_name="trial", sqlite_where=sa.text("nct <> ''"))
    op.drop_table("trial")
    op.drop_index("saved_filter_name", table_name="saved_filter")
    op.drop_table("saved_filter")
    op.drop_table("pathway")
    op.drop_table("instrument")
    op.drop_table("cadence")
