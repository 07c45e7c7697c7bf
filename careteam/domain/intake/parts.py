"""What hangs on a patient who comes in, compared with what hangs on them here."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from zoneinfo import ZoneInfo

from careteam.domain.identity import NO_NAME
from careteam.domain.incoming import (
    IncomingCondition,
    IncomingContact,
    IncomingPatient,
    IncomingRelated,
)
from careteam.domain.intake.conflict import Conflict, is_decided, shown
from careteam.domain.intake.known import (
    ContactFacts,
    KnownCondition,
    KnownContact,
    KnownRelated,
    PersonMet,
)
from careteam.domain.intake.merging import Value, Values, merge
from careteam.domain.intake.values import related_values
from careteam.domain.kept import KeptContact
from careteam.domain.text import fold

_CONDITION_FIELDS = {
    "text": "words",
    "code": "code",
    "system": "code system",
    "clinical": "state",
    "onset": "begin",
    "recorded_on": "day of record",
}


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
    """Conditions to add, and what reads otherwise now, by the row's id; `kept` is to be asked."""

    new: tuple[IncomingCondition, ...] = ()
    changed: tuple[tuple[int, Values], ...] = ()
    kept: tuple[Conflict, ...] = ()
    base: Mapping[str, Values] | None = field(default_factory=dict)


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
    conditions: Sequence[IncomingCondition],
    known: Sequence[KnownCondition],
    base: Mapping[str, Values] | None = None,
    taken_over: frozenset[str] = frozenset(),
) -> ConditionPlan:
    """Found again by key, else by system, code and onset, since exports differ in their keys.

    Nobody edits conditions here, so that where no measure was kept what stands is the measure.
    """
    by_key = {key: row for row in known for key in (row.own_key, row.key) if key}
    taken = {by_key[each.key].key for each in conditions if each.key in by_key}
    loose = {
        _code_of(row.system, row.code, row.onset): row for row in known if row.key not in taken
    }
    new: list[IncomingCondition] = []
    changed: list[tuple[int, Values]] = []
    kept: list[Conflict] = []
    measures = dict(base or {})
    for condition in conditions:
        values = condition_values(condition)
        row = by_key.get(condition.key)
        if row is None and condition.code:
            row = loose.pop(_code_of(condition.system, condition.code, str(values["onset"])), None)
        if row is None:
            new.append(condition)
            measures[condition.key] = merge({}, {}, values).base
            continue
        here = _here(row)
        before = here if base is None else base.get(row.key, {})
        over = {name for name in here if is_decided(f"condition:{row.id}:{name}", taken_over)}
        merged = merge(before, here, values, over)
        measures[row.key] = merged.base
        changed += [(row.id, merged.taken)] if merged.taken else []
        kept += [
            Conflict(
                f"condition:{row.id}:{name}",
                f"{row.text}: {_CONDITION_FIELDS[name]}",
                shown(here[name]),
                shown(values[name]),
            )
            for name in merged.kept
        ]
    is_unmeasured = base is None and not conditions
    return ConditionPlan(
        tuple(new), tuple(changed), tuple(kept), None if is_unmeasured else measures
    )


def condition_values(condition: IncomingCondition) -> dict[str, Value]:
    """What the file says of a condition, by column."""
    return {
        "text": condition.text,
        "code": condition.code,
        "system": condition.system,
        "clinical": condition.clinical,
        "onset": str(condition.onset or ""),
        "recorded_on": str(condition.recorded_on or ""),
    }


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


def _here(row: KnownCondition) -> dict[str, Value]:
    return {name: getattr(row, name) for name in _CONDITION_FIELDS}
