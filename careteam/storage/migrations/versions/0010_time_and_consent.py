"""What one person did at the same time is found by indexes; a yearly consent asks to be renewed."""

from alembic import op

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None

CONTACT, ENTRY = "program <> '' AND retracted_at IS NULL", "retracted_at IS NULL"
COUNTED = (
    ("contact_counted", "contact", "day, patient_id, program, minutes, minutes_over, is_reached, mode", CONTACT),
    ("time_entry_counted", "time_entry", "day, patient_id, program, minutes, minutes_over", ENTRY),
)  # fmt: skip
WORKED = (
    ("contact_worked", "contact", "by_id, at, minutes, patient_id, program, is_reached, mode, entered_at", CONTACT),
    ("time_entry_worked", "time_entry", "by_id, at, minutes, patient_id, program, entered_at", ENTRY),
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
    for name, *_ in COUNTED:
        op.execute(f"DROP INDEX {name}")
    for name, table, columns, where in (*COUNTED, *WORKED):
        op.execute(f"CREATE INDEX {name} ON {table} ({columns}, retracted_at) WHERE {where}")


def downgrade() -> None:
    op.execute("DELETE FROM cadence WHERE event = 'yearly_consent'")
    for name, *_ in (*COUNTED, *WORKED):
        op.execute(f"DROP INDEX {name}")
    for name, table, columns, where in COUNTED:
        op.execute(f"CREATE INDEX {name} ON {table} ({columns}) WHERE {where}")
