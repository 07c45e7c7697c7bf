"""What one person did at the same time is found by indexes; a yearly consent asks to be renewed."""

from alembic import op

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None

INDEXES = (
    (
        "contact_worked", "contact",
        "by_id, at, minutes, patient_id, program, is_reached, mode, entered_at",
        "program <> '' AND retracted_at IS NULL",
    ),
    (
        "time_entry_worked", "time_entry",
        "by_id, at, minutes, patient_id, program, entered_at", "retracted_at IS NULL",
    ),
)  # fmt: skip
RENEWAL = """
INSERT INTO cadence (key, event, label, phase, owner_role, business_days, days, every_days,
  for_days, source, position, is_active)
SELECT 'renew_consent', 'yearly_consent', 'Renew consent', '', '', 0, 335, 0, 0,
  'PIN: consent documented yearly (codingintel.com); 30 days ahead proposed',
  max(position) + 1, 1
FROM cadence HAVING count(*) > 0 AND NOT max(key = 'renew_consent')"""
"""A list that is empty is filled from the catalogue once the file is up to date."""


def upgrade() -> None:
    op.execute(RENEWAL)
    for name, table, columns, where in INDEXES:
        op.execute(f"CREATE INDEX {name} ON {table} ({columns}) WHERE {where}")


def downgrade() -> None:
    op.execute("DELETE FROM cadence WHERE event = 'yearly_consent'")
    for name, _table, _columns, _where in INDEXES:
        op.execute(f"DROP INDEX {name}")
