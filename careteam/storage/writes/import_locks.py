"""What an import may not bring: anything that would change what counts in a locked month."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from typing import Any

from sqlalchemy import select
from sqlmodel import Session

from careteam.domain.dates import month_shown
from careteam.domain.intake.known import ContactFacts
from careteam.domain.intake.plan import PatientPlan
from careteam.domain.intake.words import locked_words
from careteam.domain.kept_time import KeptWork
from careteam.domain.moment import Moment
from careteam.domain.navigation_time import first_of, pieces
from careteam.domain.rules import Rules
from careteam.storage.tables import ContactRecord, MonthLockRecord
from careteam.storage.writes.counted import Counted, counted
from careteam.storage.writes.import_parts import contact_columns


def without_locked(
    session: Session, plan: PatientPlan, *, moment: Moment, rules: Rules
) -> tuple[PatientPlan, str]:
    """The plan without the entries that a locked month does not take, and what is told of them.

    All else of the patient comes in; once the month is reopened, the same file brings the rest.
    """
    lock = MonthLockRecord.__table__.c
    locked = frozenset(session.scalars(select(lock.month).where(lock.reopened_at.is_(None))))
    if not locked:
        return plan, ""
    sieve = _Sieve(session, plan, locked, moment, rules)
    contacts = replace(
        plan.contacts,
        new=tuple(each for each in plan.contacts.new if sieve.takes_new(*each)),
        changed=tuple(each for each in plan.contacts.changed if sieve.takes_changed(*each)),
    )
    parts = replace(
        plan.parts,
        work=tuple(each for each in plan.parts.work if sieve.takes_work(each)),
        enrolments=tuple(each for each in plan.parts.enrolments if sieve.takes(each.starts_on)),
        consents=tuple(each for each in plan.parts.consents if sieve.takes(each.on_day)),
        visits=tuple(each for each in plan.parts.visits if sieve.takes(each.on_day)),
    )
    told = [month_shown(month) for month in sorted(sieve.months)]
    return (
        replace(plan, contacts=contacts, parts=parts),
        locked_words(sieve.left, told) if told else "",
    )


class _Sieve:
    """Keeps back what would change a locked month, and counts it."""

    def __init__(
        self,
        session: Session,
        plan: PatientPlan,
        locked: frozenset[date],
        moment: Moment,
        rules: Rules,
    ) -> None:
        self._session, self._plan, self._locked = session, plan, locked
        self._moment, self._rules = moment, rules
        self.left, self.months = 0, set[date]()

    def takes_new(self, key: str, facts: ContactFacts) -> bool:
        """Whether a contact that is new here changes no locked month."""
        told = self._plan.contacts.told.get(key)
        named = {"program": told.program, "activity": told.activity} if told else {}
        return self._takes((self._after({"program": "", "activity": "", **named}, facts),))

    def takes_changed(self, contact_id: int, facts: ContactFacts) -> bool:
        """Whether what the file says of a contact now leaves every locked month as it is."""
        row = self._session.get_one(ContactRecord, contact_id).model_dump()
        before, after = counted(row), self._after(row, facts)
        return before == after or self._takes((before, after))

    def takes_work(self, part: KeptWork) -> bool:
        """Whether work lies in no locked month, or counts nowhere."""
        days = (each.day for each in pieces(part.at, part.minutes, self._moment.zone))
        return part.is_retracted or self._are_open(days)

    def takes(self, day: date) -> bool:
        """Whether no month is locked in which minutes may rest on what stood from this day."""
        found = {month for month in self._locked if month >= first_of(day)}
        self.months |= found
        self.left += bool(found)
        return not found

    def _after(self, row: dict[str, Any], facts: ContactFacts) -> Counted:
        return counted({**row, **contact_columns(facts, self._moment, self._rules)})

    def _takes(self, seen: Iterable[Counted]) -> bool:
        return self._are_open(day for one in seen for day in one.days)

    def _are_open(self, days: Iterable[date]) -> bool:
        found = {first_of(day) for day in days} & self._locked
        self.months |= found
        self.left += bool(found)
        return not found
