"""What hangs on a patient who comes in, compared with what hangs on them here."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from zoneinfo import ZoneInfo

from careteam.domain.dates import PartialDate
from careteam.domain.identity import NO_NAME
from careteam.domain.incoming import (
    IncomingCondition,
    IncomingContact,
    IncomingPatient,
    IncomingRelated,
)
from careteam.domain.intake.known import (
    ContactFacts,
    KnownCondition,
    KnownContact,
    KnownRelated,
    PersonMet,
)
from careteam.domain.intake.merging import Values, merge
from careteam.domain.intake.values import related_values
from careteam.domain.kept import KeptContact
from careteam.domain.text import fold


@dataclass(frozen=True, slots=True)
class RelatedPlan:
    """Related people to add and to change; `changed` by the row's id, with its key if it is new."""

    new: tuple[IncomingRelated, ...] = ()
    changed: tuple[tuple[int, Values], ...] = ()
    joined: tuple[tuple[int, str], ...] = ()
    kept: tuple[str, ...] = ()
    base: Mapping[str, Values] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class ConditionPlan:
    """Conditions to add, and those that read otherwise now, by the row's id."""

    new: tuple[IncomingCondition, ...] = ()
    changed: tuple[tuple[int, IncomingCondition], ...] = ()


@dataclass(frozen=True, slots=True)
class ContactPlan:
    """Contacts to add by key, those that the file tells otherwise now, and what is told of them.

    `kept` counts the contacts that were amended here and that the file tells otherwise too; `told`
    is by key what Careteam itself wrote besides.
    """

    new: tuple[tuple[str, ContactFacts], ...] = ()
    told: Mapping[str, KeptContact] = field(default_factory=dict)
    changed: tuple[tuple[int, ContactFacts], ...] = ()
    kept: int = 0
    in_future: int = 0


def plan_related(
    people: Sequence[IncomingRelated], known: Sequence[KnownRelated], base: Mapping[str, Values]
) -> RelatedPlan:
    """Found again by key, else by name; whoever was removed here stays removed."""
    by_key = {row.key: row for row in known if row.key}
    by_name = {fold(row.name): row for row in known if row.name != NO_NAME}
    measures = dict(base)
    new: list[IncomingRelated] = []
    changed: list[tuple[int, Values]] = []
    joined: list[tuple[int, str]] = []
    kept: list[str] = []
    for person in people:
        row = by_key.get(person.key) or by_name.get(fold(person.name))
        values = related_values(person)
        if row is None:
            new.append(person)
            measures[person.key] = merge({}, {}, values).base
            continue
        if row.is_removed:
            continue
        key = row.key or person.key
        if not row.key:
            joined.append((row.id, key))
        merged = merge(base.get(key, {}), row.values, values)
        if merged.taken:
            changed.append((row.id, merged.taken))
        if merged.kept:
            kept.append(row.name)
        if merged.base:
            measures[key] = merged.base
    return RelatedPlan(tuple(new), tuple(changed), tuple(joined), tuple(kept), measures)


def plan_conditions(
    conditions: Sequence[IncomingCondition], known: Sequence[KnownCondition]
) -> ConditionPlan:
    """Found again by key, else by system, code and onset, since exports differ in their keys."""
    by_key = {key: row for row in known for key in (row.own_key, row.key) if key}
    taken = {by_key[each.key].key for each in conditions if each.key in by_key}
    loose = {
        _code_of(row.system, row.code, row.onset): row for row in known if row.key not in taken
    }
    new: list[IncomingCondition] = []
    changed: list[tuple[int, IncomingCondition]] = []
    for condition in conditions:
        onset = str(condition.onset or "")
        row = by_key.get(condition.key)
        if row is None and condition.code:
            row = loose.pop(_code_of(condition.system, condition.code, onset), None)
        if row is None:
            new.append(condition)
        elif _says_more(condition, row):
            changed.append((row.id, condition))
    return ConditionPlan(tuple(new), tuple(changed))


def plan_contacts(
    patient: IncomingPatient,
    known: Sequence[KnownContact],
    people: Mapping[str, PersonMet],
    *,
    zone: str,
    today: date,
) -> ContactPlan:
    """Found again by key, else by their time, way and words; retracted ones never come back."""
    by_key = {row.key: row for row in known}
    taken = {contact.key for contact in patient.contacts} & by_key.keys()
    loose = {_seen(row.facts): row for row in known if row.key not in taken and not row.is_own}
    new: list[tuple[str, ContactFacts]] = []
    changed: list[tuple[int, ContactFacts]] = []
    kept = in_future = 0
    for contact in patient.contacts:
        if contact.at.astimezone(ZoneInfo(zone)).date() > today:
            in_future += 1
            continue
        facts = _facts(contact, people)
        row = by_key.get(contact.key) or loose.pop(_seen(facts), None)
        if row is None:
            new.append((contact.key, facts))
            continue
        if row.is_own:
            continue
        theirs = _with_unsaid(facts, row.facts)
        measure = row.brought or row.facts
        if row.is_retracted or theirs == row.facts or _with_unsaid(facts, measure) == measure:
            continue
        if measure == row.facts:
            changed.append((row.id, theirs))
        else:
            kept += 1
    told = {each.key: each.told for each in patient.contacts if each.told}
    return ContactPlan(tuple(new), told, tuple(changed), kept, in_future)


def _facts(contact: IncomingContact, people: Mapping[str, PersonMet]) -> ContactFacts:
    met = people.get(contact.person_key)
    return ContactFacts(
        at=contact.at,
        minutes=contact.minutes,
        mode=contact.mode,
        outcome=contact.outcome,
        direction=contact.direction,
        person_id=met.id if met else None,
        role=contact.role,
        note=contact.text,
    )


def _with_unsaid(theirs: ContactFacts, ours: ContactFacts) -> ContactFacts:
    """What the file says, and where it says nothing what stands here."""
    return replace(
        theirs,
        minutes=theirs.minutes or ours.minutes,
        person_id=theirs.person_id or ours.person_id,
        role=ours.role if theirs.role == "other" else theirs.role,
        note=theirs.note or ours.note,
    )


def _seen(facts: ContactFacts) -> tuple[object, ...]:
    return facts.at, facts.mode, fold(facts.note)


def _code_of(system: str, code: str, onset: str) -> tuple[str, str, str]:
    return system, code, onset


def _says_more(condition: IncomingCondition, row: KnownCondition) -> bool:
    pairs = (
        (condition.text, row.text),
        (condition.code, row.code),
        (condition.system, row.system),
        (condition.clinical, row.clinical),
        (_iso(condition.onset), row.onset),
        (_iso(condition.recorded_on), row.recorded_on),
    )
    return any(new and new != old for new, old in pairs)


def _iso(day: PartialDate | None) -> str:
    return str(day or "")
