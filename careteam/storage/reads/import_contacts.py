"""The contacts that came in by import, each with what the last import said of it."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import select
from sqlmodel import Session

from careteam.domain.exchange import key_of_uid
from careteam.domain.intake.known import ContactFacts, KnownContact
from careteam.storage.tables import ContactRecord, ContactVersionRecord

IMPORTED = "import"
"""The source of a contact that came in by import."""

CHANGED_THERE = "Changed in the file that it came from."
"""The reason under which an import amends a contact."""

_contact = ContactRecord.__table__.c
_version = ContactVersionRecord.__table__.c
_FACTS = ("minutes", "mode", "outcome", "direction", "person_id", "role", "note")


def known_contacts(session: Session, patient_ids: Sequence[int]) -> dict[int, list[KnownContact]]:
    """By patient; a contact that a nurse amended since still knows what the import had said.

    Those that were logged here are known by their UUID.
    """
    query = select(ContactRecord.__table__).where(_contact.patient_id.in_(patient_ids))
    rows = session.execute(query).all()
    before = _history(session, [row.id for row in rows if row.version > 1 and row.external_key])
    found: dict[int, list[KnownContact]] = defaultdict(list)
    for row in rows:
        found[row.patient_id].append(
            KnownContact(
                id=row.id,
                key=row.external_key or key_of_uid(row.external_id),
                facts=ContactFacts(at=row.at, **{name: getattr(row, name) for name in _FACTS}),
                is_retracted=row.retracted_at is not None,
                brought=_brought(before.get(row.id, []), row.version),
                is_own=not row.external_key,
            )
        )
    return found


def _history(session: Session, contact_ids: list[int]) -> Mapping[int, list[Any]]:
    found: dict[int, list[Any]] = defaultdict(list)
    if contact_ids:
        query = select(ContactVersionRecord.__table__).where(_version.contact_id.in_(contact_ids))
        for row in session.execute(query.order_by(_version.contact_id, _version.version)):
            found[row.contact_id].append(row)
    return found


def _brought(history: list[Any], version: int) -> ContactFacts | None:
    """What stood after the last import; None when that is what stands now."""
    replaced = [row.version for row in history if row.reason == CHANGED_THERE]
    wanted = max(replaced, default=0) + 1
    if wanted == version:
        return None
    body = next((row.body for row in history if row.version == wanted), None)
    if body is None:
        return None
    facts = {name: body[name] for name in _FACTS}
    return ContactFacts(at=datetime.fromisoformat(body["at"]), **facts)
