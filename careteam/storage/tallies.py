"""The tally of contacts by day that triggers keep, so that no figure reads a million contacts.

Of each day: how many contacts there were of each role, mode and outcome, how many of them were
tries of ours, and how many of these reached somebody. It is made from the contacts alone and can
be made anew at any time, so it is none of the mapped tables and no part of the audit trail.
SQLite wording; PostgreSQL gets its own in this same room.
"""

from careteam.domain.contacts import NO_CONTACT_MODE, Direction

CONTACT_DAY = "contact_day"
ABOUT = ("role", "mode", "outcome")
"""What the contacts of a day are told apart by, each by itself."""

TALLY_TABLE = f"""
CREATE TABLE {CONTACT_DAY} (
  day TEXT NOT NULL,
  about TEXT NOT NULL,
  key TEXT NOT NULL,
  contacts INTEGER NOT NULL,
  tries INTEGER NOT NULL,
  reached INTEGER NOT NULL,
  PRIMARY KEY (day, about, key)
) STRICT, WITHOUT ROWID"""

_IS_TRY = f"({{row}}.direction = '{Direction.OUTBOUND}' AND {{row}}.mode <> '{NO_CONTACT_MODE}')"
_ADDED = (
    "ON CONFLICT DO UPDATE SET contacts = contacts + excluded.contacts, "
    "tries = tries + excluded.tries, reached = reached + excluded.reached;"
)


def _counted(row: str, sign: str) -> str:
    is_try = _IS_TRY.format(row=row)
    rows = ", ".join(
        f"({row}.day, '{about}', {row}.{about}, {sign}1, {sign}{is_try}, "
        f"{sign}({is_try} AND {row}.is_reached))"
        for about in ABOUT
    )
    return f"INSERT INTO {CONTACT_DAY} VALUES {rows} {_ADDED}"


_WATCHED = "day, role, mode, outcome, direction, is_reached, retracted_at"
TALLY_TRIGGERS = (
    f"""CREATE TRIGGER contact_tallied AFTER INSERT ON contact
WHEN NEW.retracted_at IS NULL BEGIN {_counted("NEW", "")} END""",
    f"""CREATE TRIGGER contact_tallied_off AFTER UPDATE OF {_WATCHED} ON contact
WHEN OLD.retracted_at IS NULL BEGIN {_counted("OLD", "-")} END""",
    f"""CREATE TRIGGER contact_tallied_again AFTER UPDATE OF {_WATCHED} ON contact
WHEN NEW.retracted_at IS NULL BEGIN {_counted("NEW", "")} END""",
)


def tally_sql() -> tuple[str, ...]:
    """The statements that make the tally anew from all contacts."""
    is_try = _IS_TRY.format(row="contact")
    return (
        f"DELETE FROM {CONTACT_DAY}",
        *(
            f"INSERT INTO {CONTACT_DAY} SELECT day, '{about}', {about}, count(*), sum({is_try}), "
            f"sum({is_try} AND is_reached) FROM contact WHERE retracted_at IS NULL "
            f"GROUP BY day, {about}"
            for about in ABOUT
        ),
    )
