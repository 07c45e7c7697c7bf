"""A broken audit trail: the database is only read until who reviews it accepts the break."""

from sqlmodel import Session

from careteam.domain.access import Action
from careteam.domain.audit import BreakDraft, Broken, Event, Fault, Verdict
from careteam.domain.moment import Moment
from careteam.domain.read_only import Cause, ReadOnly
from careteam.storage.audit import RECENT, Found, find_breaks
from careteam.storage.store import Store
from careteam.storage.writes.accepting import accept_break
from careteam.storage.writes.audit_events import note_event


def look_at_trail(store: Store, moment: Moment | None) -> Broken | None:
    """Check the end of the trail before anything else is written, as at each unlocking.

    What is broken is noted in it, and the database is only read until somebody has looked. Without
    a moment nothing is noted, for whoever only reads.
    """
    broken = store.check_trail(RECENT).broken
    if broken is not None and store.read_only is None:
        stop_writing(store, broken, moment)
    return broken


def stop_writing(store: Store, broken: Broken, moment: Moment | None) -> None:
    """Note in the trail what is broken in it, and only read the database from now on."""
    if moment is None:
        store.read_only = ReadOnly(Cause.TRAIL, broken)
        return
    detail = {"said": broken.sentence, "fault": broken.fault, "row": broken.seq}
    store.do(note_event, Event.BROKEN, "audit", detail=detail, moment=moment, rules=store.rules)
    store.read_only = ReadOnly(Cause.TRAIL, broken)


def accept(store: Store, reason: str, moment: Moment) -> Verdict:
    """Accept everything that is broken now; gives what a new check of the whole trail finds.

    Nothing is mended: the rows stay as they are, and the trail says for good what was found, by
    whom and why it is gone on with. When the check is whole, the database is written again.
    Refused at `reason` for less than a few words.
    """
    store.allow(Action.REVIEW, moment.now)
    found = store.look(_find, store)
    draft = BreakDraft(
        reason,
        found.said,
        found.rows,
        found.anchor if found.is_off else None,
    )
    store.do(accept_break, draft, moment=moment, rules=store.rules)
    store.anchor(is_new=any(one.fault is Fault.ANCHOR for one in found.others))
    verdict = store.check_trail()
    broken = verdict.broken
    store.read_only = ReadOnly(Cause.TRAIL, broken) if broken is not None else None
    return verdict


def _find(session: Session, store: Store) -> Found:
    return find_breaks(session.connection(), store.path)
