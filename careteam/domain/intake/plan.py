"""What importing a patient would do: told by the preview, done by the verb, the same in both."""

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from careteam.domain.incoming import IncomingPatient
from careteam.domain.intake.kept_parts import plan_parts
from careteam.domain.intake.known import Brought, KnownPatient, PersonMet
from careteam.domain.intake.merging import Merged, MergedPhones, merge, merge_phones
from careteam.domain.intake.parts import (
    ConditionPlan,
    ContactPlan,
    RelatedPlan,
    plan_conditions,
    plan_contacts,
    plan_related,
)
from careteam.domain.intake.places import PlacePlan, plan_places
from careteam.domain.intake.values import values_of, who
from careteam.domain.kept import KeptParts
from careteam.domain.patients import Status


@dataclass(frozen=True, slots=True)
class PatientPlan:
    """All that would change of one patient; `known` is None for one who is not here yet.

    `phase` with its first day is taken only where the patient is in none.
    """

    patient: IncomingPatient
    known: KnownPatient | None
    values: Merged
    phones: MergedPhones
    related: RelatedPlan
    conditions: ConditionPlan
    contacts: ContactPlan
    places: PlacePlan
    identifiers: tuple[tuple[str, str], ...]
    parts: KeptParts = field(default_factory=KeptParts)
    brought: Brought = field(default_factory=Brought)
    phase: tuple[str, date] | None = None

    @property
    def has_new_brought(self) -> bool:
        """Whether the measure of the next import differs from the one that is kept."""
        if self.known is None:
            return True
        return self.known.brought.get(self.patient.key, Brought()) != self.brought

    @property
    def has_new_phones(self) -> bool:
        """Whether the phones are to be written anew."""
        return self.phones.phones != (self.known.phones if self.known else ())

    @property
    def is_seen(self) -> bool:
        """Whether something changes that a nurse can see."""
        return bool(
            self.known is None
            or self.values.taken
            or self.has_new_phones
            or self.related.new
            or self.related.changed
            or self.conditions.new
            or self.conditions.changed
            or self.contacts.new
            or self.contacts.changed
            or self.places.new
            or self.places.ended
            or self.places.changed
            or self.parts.count
            or self.phase
        )

    @property
    def is_empty(self) -> bool:
        """Whether nothing at all is to be written."""
        return not (self.is_seen or self.has_new_brought or self.identifiers or self.related.joined)


def plan_patient(
    patient: IncomingPatient,
    known: KnownPatient | None,
    people: Mapping[str, PersonMet],
    *,
    zone: str,
    today: date,
    is_same_record: bool = True,
    taken_over: Collection[str] = (),
    role_word: Callable[[str], str] = str,
) -> PatientPlan:
    """What importing a patient does to the one who is known here, or to nobody yet.

    `is_same_record` says that the sender means this very record, so that what any of its keys
    brought measures the change; one who is joined by a nurse is measured by this key alone.
    `taken_over` are the fields that were changed here and read as in the file all the same,
    `role_word` says what a role is called.
    """
    here = known or KnownPatient(0)
    brought = _measure(here, patient.key, is_same_record and not patient.is_named_only)
    values = merge(brought.values, here.values, values_of(patient), taken_over)
    if not known:
        values = replace(values, taken=values_of(patient))
    phones = merge_phones(brought.phones, here.phones, patient.phones)
    related = plan_related(patient.related, here.related, brought.related)
    over = frozenset(taken_over)
    places = plan_places(
        patient.members,
        here.assignments,
        people,
        brought.members,
        today=today,
        ranks=brought.ranks,
        taken_over=over,
        role_word=role_word,
    )
    conditions = plan_conditions(patient.conditions, here.conditions, brought.conditions, over)
    numbers = dict.fromkeys(
        (item.system, item.value) for item in patient.identifiers if item.system
    )
    return PatientPlan(
        patient=patient,
        known=known,
        values=values,
        phones=phones,
        related=related,
        conditions=conditions,
        contacts=plan_contacts(patient, here.contacts, people, zone=zone, today=today),
        places=places,
        parts=plan_parts(_told_parts(patient), here.parts),
        identifiers=tuple(number for number in numbers if number not in here.identifiers),
        brought=Brought(
            who=brought.who if patient.is_named_only else who(patient),
            values=values.base,
            phones=phones.base if patient.phones else brought.phones,
            related=related.base,
            members=places.base,
            conditions=conditions.base,
            ranks=places.ranks,
        ),
        phase=_phase(patient, here),
    )


def kept_phase(plan: PatientPlan) -> bool:
    """Whether the file tells another phase than the one in which the patient is here."""
    here = plan.known.phase if plan.known else ""
    return bool(here and plan.patient.phase and plan.patient.phase != here)


def _phase(patient: IncomingPatient, here: KnownPatient) -> tuple[str, date] | None:
    if not patient.phase or here.phase or patient.phase_since is None:
        return None
    return patient.phase, patient.phase_since


def _told_parts(patient: IncomingPatient) -> KeptParts:
    """The record of a patient; the states that led to another than theirs cannot be right."""
    parts = patient.parts
    stands = patient.status.status if patient.status else Status.ACTIVE
    if parts.states and (parts.states[-1].status != stands or patient.is_deceased):
        is_dead = stands == Status.DECEASED == parts.states[-1].status
        return parts if is_dead else replace(parts, states=())
    return parts


def _measure(known: KnownPatient, key: str, is_same_record: bool) -> Brought:
    own = known.brought.get(key)
    if own is not None or not is_same_record or not known.brought:
        return own or Brought()
    return list(known.brought.values())[-1]
