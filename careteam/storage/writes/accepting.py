"""A break of the audit trail is accepted: the trail says so, and is watched whole again."""

from dataclasses import asdict

from sqlalchemy import text
from sqlmodel import Session

from careteam.domain.access import Action, needs
from careteam.domain.accounts import check_reason
from careteam.domain.audit import MOST_BREAKS, BreakDraft, Event
from careteam.domain.changes import Changes
from careteam.domain.errors import Refused
from careteam.domain.moment import Moment
from careteam.domain.rules import Rules
from careteam.storage.audit_ddl import audit_trigger_ddl
from careteam.storage.writes.audit_events import note_event

_TRIGGERS = text("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'")


@needs(Action.REVIEW)
def accept_break(session: Session, draft: BreakDraft, *, moment: Moment, rules: Rules) -> Changes:
    """Say in the trail what was found broken and why it is gone on with; nothing of it is mended.

    Triggers that are gone or were changed are put back. Refused at `reason` for less than a few
    words, and for more breaks than anybody can look at.
    """
    reason = check_reason(draft.reason)
    if len(draft.rows) > MOST_BREAKS:
        raise Refused.at(
            "reason",
            "{count} rows are not as they were written; that is too much to accept. Put a copy "
            "back.",
            count=f"{len(draft.rows):,}",
        )
    detail = {
        "reason": reason,
        "said": " ".join((draft.said, reason)),
        "rows": [(one.fault, one.seq, one.seal) for one in draft.rows],
        "before": asdict(draft.before) if draft.before else None,
    }
    note_event(session, Event.ACCEPTED, "audit", detail=detail, moment=moment, rules=rules)
    _watch_again(session)
    return Changes(frozenset(), summary="The break is accepted; the audit trail goes on.")


def _watch_again(session: Session) -> None:
    standing = {row.name: row.sql for row in session.execute(_TRIGGERS)}
    connection = session.connection()
    for statement in audit_trigger_ddl():
        name = statement.split(maxsplit=3)[2]
        if standing.get(name) != statement:
            connection.exec_driver_sql(f"DROP TRIGGER IF EXISTS {name}")
            connection.exec_driver_sql(statement)
