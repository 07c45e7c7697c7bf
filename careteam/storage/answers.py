"""What answered the suggestion of a role, kept by triggers: an assignment and a contact since.

The first day on which somebody was assigned the role after it was suggested, and the first on which
somebody was reached in that role. SQLite wording; PostgreSQL gets its own in this same room.
"""

_ASSIGNED_ON = """
  assigned_on = (
    SELECT min(starts_on) FROM assignment
    WHERE patient_id = suggestion.patient_id AND role = suggestion.role
      AND made_at >= suggestion.made_at AND end_reason <> 'entered_in_error'
  )"""
_REACHED_ON = """
  reached_on = (
    SELECT min(day) FROM contact
    WHERE patient_id = suggestion.patient_id AND role = suggestion.role
      AND at >= suggestion.made_at AND is_reached AND retracted_at IS NULL
  )"""
_OF_THE_ROLE = "WHERE patient_id = {row}.patient_id AND role = {row}.role AND +kind = 'role';"
"""The sign before `kind` keeps SQLite to the few suggestions of the patient."""
_ASSIGNED = f"UPDATE suggestion SET {_ASSIGNED_ON} {_OF_THE_ROLE}"
_REACHED = f"UPDATE suggestion SET {_REACHED_ON} {_OF_THE_ROLE}"
_ANSWERED = f"UPDATE suggestion SET {_ASSIGNED_ON}, {_REACHED_ON} WHERE id = NEW.id;"
_ONE_MORE_REACHED = """
UPDATE suggestion SET reached_on = NEW.day
WHERE patient_id = NEW.patient_id AND role = NEW.role AND +kind = 'role'
  AND +made_at <= NEW.at AND (reached_on IS NULL OR reached_on > NEW.day);"""
_BOTH = (_ASSIGNED.format(row="OLD") + _ASSIGNED.format(row="NEW")).strip()

ANSWER_TRIGGERS = (
    f"""CREATE TRIGGER assignment_answers AFTER INSERT ON assignment
BEGIN {_ASSIGNED.format(row="NEW")} END""",
    f"""CREATE TRIGGER assignment_answers_again
AFTER UPDATE OF role, starts_on, made_at, end_reason ON assignment
WHEN OLD.role <> NEW.role OR OLD.starts_on <> NEW.starts_on OR OLD.made_at <> NEW.made_at
  OR OLD.end_reason <> NEW.end_reason
BEGIN {_BOTH} END""",
    f"""CREATE TRIGGER assignment_answers_not AFTER DELETE ON assignment
BEGIN {_ASSIGNED.format(row="OLD")} END""",
    f"""CREATE TRIGGER suggestion_answered AFTER INSERT ON suggestion WHEN NEW.kind = 'role'
BEGIN {_ANSWERED} END""",
    f"""CREATE TRIGGER suggestion_answered_again AFTER UPDATE OF role, kind, made_at ON suggestion
WHEN NEW.kind = 'role' BEGIN {_ANSWERED} END""",
    f"""CREATE TRIGGER contact_answers AFTER INSERT ON contact
WHEN NEW.is_reached AND NEW.retracted_at IS NULL BEGIN {_ONE_MORE_REACHED} END""",
    f"""CREATE TRIGGER contact_answers_again
AFTER UPDATE OF at, day, role, is_reached, retracted_at ON contact
BEGIN {_REACHED.format(row="OLD")} {_REACHED.format(row="NEW")} END""",
)

FIRST_CONTACT_SQL = """
UPDATE patient SET first_contact_on = (
  SELECT min(day) FROM contact
  WHERE patient_id = patient.id AND is_reached AND retracted_at IS NULL
)"""
"""The day on which somebody was first reached, anew for every patient."""

ANSWERS_SQL = f"UPDATE suggestion SET {_ASSIGNED_ON}, {_REACHED_ON} WHERE kind = 'role'"
"""Every answer anew from the rows."""
