"""The columns that triggers keep, so that no path can forget them: due days, counts, names.

A patient's next due day is the earliest of the open assignments' and follow-ups'; the board's
counts follow the roles asked for; the last contact is the last one that reached somebody. A role
waits from the day its holder ended, and no longer once it is filled, declined or not asked for.
SQLite wording; PostgreSQL gets its own in this same room.
"""

from careteam.domain.due import NAVIGATOR_ROLE, NEVER
from careteam.storage.answers import ANSWER_TRIGGERS, ANSWERS_SQL, FIRST_CONTACT_SQL
from careteam.storage.tallies import TALLY_TRIGGERS, tally_sql

_NEVER = NEVER.isoformat()

_DUE = f"""
UPDATE patient SET (next_due_on, next_due_time, next_due_kind, next_due_ref) = (
  SELECT due_on, due_time, kind, ref FROM (
    SELECT next_due_on AS due_on, '' AS due_time, 'assignment' AS kind, id AS ref
      FROM assignment
      WHERE patient_id = {{row}}.patient_id AND state = 'active' AND next_due_on < '{_NEVER}'
    UNION ALL
    SELECT due_on, due_time, 'follow_up', id
      FROM follow_up WHERE patient_id = {{row}}.patient_id AND state = 'open'
    UNION ALL
    SELECT '{_NEVER}', '', '', 0
  ) ORDER BY due_on, due_time = '', due_time, kind DESC, ref LIMIT 1
) WHERE id = {{row}}.patient_id;
"""

_NAVIGATOR = f"""
UPDATE patient SET navigator_id = (
  SELECT person_id FROM assignment
  WHERE patient_id = {{row}}.patient_id AND role = '{NAVIGATOR_ROLE}'
    AND state IN ('active', 'held') AND rank <> 'backup'
  ORDER BY starts_on DESC, id DESC LIMIT 1
) WHERE id = {{row}}.patient_id AND {{row}}.role = '{NAVIGATOR_ROLE}';
"""

_FILLED = """
UPDATE team_role SET (is_filled, has_backup) = (
  SELECT count(*) FILTER (WHERE rank <> 'backup') > 0,
         count(*) FILTER (WHERE rank = 'backup') > 0
  FROM assignment
  WHERE patient_id = {row}.patient_id AND role = {row}.role AND state <> 'ended'
) WHERE patient_id = {row}.patient_id AND role = {row}.role;
"""

_IS_OPEN = """(
  is_required AND NOT is_filled AND declined_on IS NULL
  AND EXISTS (SELECT 1 FROM patient WHERE id = team_role.patient_id AND status = 'active')
)"""

_WAITS = f"""
UPDATE team_role SET open_since = coalesce({{row}}.ends_on, {{row}}.starts_on)
WHERE patient_id = {{row}}.patient_id AND role = {{row}}.role
  AND open_since IS NULL AND {_IS_OPEN};
"""
"""The verbs that ask for a role write its day themselves; here its holder has gone."""

_WAITS_NOT = f"""
UPDATE team_role SET open_since = NULL
WHERE id = NEW.id AND open_since IS NOT NULL AND NOT {_IS_OPEN};
"""

_WAITS_IN_CARE = f"""
UPDATE team_role SET open_since = CASE WHEN {_IS_OPEN} THEN NEW.status_on END
WHERE patient_id = NEW.id;
"""

_PERSON = """
UPDATE person SET patient_count = (
  SELECT count(DISTINCT patient_id) FROM assignment
  WHERE person_id = {row}.person_id AND state IN ('planned', 'active', 'held')
) WHERE id = {row}.person_id;
"""

_COUNTS = """
UPDATE patient SET (required_count, filled_count, declined_count, gap_count) = (
  SELECT count(*) FILTER (WHERE is_required OR is_filled),
         count(*) FILTER (WHERE is_filled),
         count(*) FILTER (WHERE is_required AND NOT is_filled AND declined_on IS NOT NULL),
         count(*) FILTER (WHERE is_required AND NOT is_filled AND declined_on IS NULL)
  FROM team_role WHERE patient_id = {row}.patient_id
) WHERE id = {row}.patient_id;
"""

_LAST_CONTACT = """
UPDATE patient SET
  contact_count = (
    SELECT count(*) FROM contact
    WHERE patient_id = {row}.patient_id AND retracted_at IS NULL
  ),
  last_contact_at = (
    SELECT max(at) FROM contact
    WHERE patient_id = {row}.patient_id AND is_reached AND retracted_at IS NULL
  ),
  first_contact_on = (
    SELECT min(day) FROM contact
    WHERE patient_id = {row}.patient_id AND is_reached AND retracted_at IS NULL
  )
WHERE id = {row}.patient_id;
"""

_ONE_MORE_CONTACT = """
UPDATE patient SET
  contact_count = contact_count + 1,
  last_contact_at = CASE
    WHEN NEW.is_reached AND (last_contact_at IS NULL OR last_contact_at < NEW.at) THEN NEW.at
    ELSE last_contact_at END
WHERE id = NEW.patient_id;
UPDATE patient SET first_contact_on = NEW.day
WHERE id = NEW.patient_id AND NEW.is_reached
  AND (first_contact_on IS NULL OR first_contact_on > NEW.day);
"""


STAYING = ("disclosure", "audit_review")
"""What was registered or signed off is never changed; another row corrects it."""


def _trigger(name: str, when: str, table: str, body: str, condition: str = "") -> str:
    guard = f" WHEN {condition}" if condition else ""
    return f"CREATE TRIGGER {name} {when} ON {table}{guard} BEGIN {body} END"


def _stays(table: str, action: str) -> str:
    return _trigger(
        f"{table}_stays_{action.casefold()}",
        f"BEFORE {action}",
        table,
        f"SELECT RAISE(ABORT, '{table} is only added to');",
    )


def trigger_ddl() -> tuple[str, ...]:
    """The statements that make every trigger, in order."""
    new = {"row": "NEW"}
    old = {"row": "OLD"}
    return (
        _trigger(
            "assignment_made",
            "AFTER INSERT",
            "assignment",
            _FILLED.format(**new)
            + _WAITS.format(**new)
            + _NAVIGATOR.format(**new)
            + _DUE.format(**new),
        ),
        _trigger("assignment_counted", "AFTER INSERT", "assignment", _PERSON.format(**new)),
        _trigger(
            "assignment_changed",
            "AFTER UPDATE OF state, rank, role, person_id",
            "assignment",
            _FILLED.format(**new)
            + _WAITS.format(**new)
            + _NAVIGATOR.format(**new)
            + _PERSON.format(**new)
            + _DUE.format(**new),
        ),
        _trigger(
            "assignment_moved",
            "AFTER UPDATE OF next_due_on",
            "assignment",
            _DUE.format(**new),
            "OLD.next_due_on <> NEW.next_due_on",
        ),
        _trigger(
            "assignment_removed",
            "AFTER DELETE",
            "assignment",
            _FILLED.format(**old)
            + _WAITS.format(**old)
            + _NAVIGATOR.format(**old)
            + _PERSON.format(**old)
            + _DUE.format(**old),
        ),
        _trigger("follow_up_made", "AFTER INSERT", "follow_up", _DUE.format(**new)),
        _trigger(
            "follow_up_changed",
            "AFTER UPDATE OF state, due_on, due_time",
            "follow_up",
            _DUE.format(**new),
        ),
        _trigger("follow_up_removed", "AFTER DELETE", "follow_up", _DUE.format(**old)),
        _trigger("team_role_made", "AFTER INSERT", "team_role", _COUNTS.format(**new)),
        _trigger(
            "team_role_changed",
            "AFTER UPDATE OF is_required, is_filled, declined_on",
            "team_role",
            _COUNTS.format(**new),
            "OLD.is_required <> NEW.is_required OR OLD.is_filled <> NEW.is_filled "
            "OR OLD.declined_on IS NOT NEW.declined_on",
        ),
        _trigger(
            "team_role_asked", "AFTER INSERT", "team_role", _WAITS_NOT, "NEW.open_since IS NOT NULL"
        ),
        _trigger(
            "team_role_asked_again",
            "AFTER UPDATE OF is_required, is_filled, declined_on, open_since",
            "team_role",
            _WAITS_NOT,
            "NEW.open_since IS NOT NULL",
        ),
        _trigger("team_role_removed", "AFTER DELETE", "team_role", _COUNTS.format(**old)),
        _trigger(
            "patient_left_or_back",
            "AFTER UPDATE OF status",
            "patient",
            _WAITS_IN_CARE,
            "OLD.status <> NEW.status",
        ),
        _trigger(
            "contact_made",
            "AFTER INSERT",
            "contact",
            _ONE_MORE_CONTACT,
            "NEW.retracted_at IS NULL",
        ),
        _trigger(
            "contact_changed",
            "AFTER UPDATE OF at, day, is_reached, retracted_at",
            "contact",
            _LAST_CONTACT.format(**new),
        ),
        _trigger(
            "contact_stays",
            "BEFORE DELETE",
            "contact",
            "SELECT RAISE(ABORT, 'contacts are retracted, never deleted');",
        ),
        _trigger(
            "time_entry_stays",
            "BEFORE DELETE",
            "time_entry",
            "SELECT RAISE(ABORT, 'work is retracted, never deleted');",
        ),
        *ANSWER_TRIGGERS,
        *TALLY_TRIGGERS,
        *(_stays(table, action) for table in STAYING for action in ("UPDATE", "DELETE")),
    )


def rebuild_sql() -> tuple[str, ...]:
    """The same columns computed anew for all patients: what the triggers must agree with."""
    every = "UPDATE {table} SET {column} = {column}"
    return (
        every.format(table="assignment", column="state"),
        every.format(table="follow_up", column="state"),
        every.format(table="contact", column="is_reached"),
    )


def renew_sql() -> tuple[str, ...]:
    """Every kept column computed anew from the rows, in a file that was filled without triggers.

    The bodies of the triggers run once for each role, patient and person. Afterwards `fill_sql`.
    """
    each = "INSERT INTO temp.{name} SELECT {what}"
    made = (
        ("each_role", _FILLED, "patient_id, role, 0 FROM team_role"),
        (
            "each_patient",
            _NAVIGATOR + _DUE + _LAST_CONTACT + _COUNTS,
            f"id, '{NAVIGATOR_ROLE}', 0 FROM patient",
        ),
        ("each_person", _PERSON, "0, '', id FROM person"),
    )
    return tuple(
        statement
        for name, body, what in made
        for statement in (
            f"CREATE TEMP VIEW {name} AS SELECT 0 AS patient_id, '' AS role, 0 AS person_id",
            _trigger(f"temp.{name}_kept", "INSTEAD OF INSERT", name, body.format(row="NEW")),
            each.format(name=name, what=what),
            f"DROP VIEW temp.{name}",
        )
    )


def fill_sql() -> tuple[str, ...]:
    """What a file that has just been migrated lacks: whether a backup stands, who waits since when,
    when somebody was first reached, what answered a suggestion, and the tally of contacts.

    How long a role had waited was not kept: the day its last holder ended, or the phase began.
    """
    return (
        """
UPDATE team_role SET has_backup = 1 WHERE NOT has_backup AND EXISTS (
  SELECT 1 FROM assignment WHERE patient_id = team_role.patient_id AND role = team_role.role
    AND state <> 'ended' AND rank = 'backup'
)""",
        f"""
UPDATE team_role SET open_since = (
  SELECT max(
    coalesce(patient.phase_since, date(patient.created_at)),
    coalesce((
      SELECT max(ends_on) FROM assignment WHERE patient_id = team_role.patient_id
        AND role = team_role.role AND state = 'ended' AND rank <> 'backup'
    ), '')
  ) FROM patient WHERE patient.id = team_role.patient_id
) WHERE open_since IS NULL AND {_IS_OPEN}""",
        FIRST_CONTACT_SQL,
        ANSWERS_SQL,
        *tally_sql(),
    )
