"""What importing a member of the staff does to the directory."""

from collections.abc import Collection
from dataclasses import dataclass, field, replace

from careteam.domain.incoming import IncomingPerson
from careteam.domain.intake.conflict import Conflict, is_decided, shown
from careteam.domain.intake.known import Brought, KnownPerson
from careteam.domain.intake.merging import Merged, MergedPhones, bare, merge, merge_phones
from careteam.domain.intake.values import person_values
from careteam.domain.phones import Phone

PERSON_FIELDS = {
    "name": "name",
    "title": "title",
    "credentials": "credentials",
    "organisation": "organization",
    "department": "department",
    "email": "e-mail",
    "pager": "pager",
    "npi": "NPI",
}
PERSON_PHONE = "phone"


@dataclass(frozen=True, slots=True)
class PersonPlan:
    """All that would change of one person; `known` is None for one who is not here yet."""

    person: IncomingPerson
    known: KnownPerson | None
    values: Merged
    phones: MergedPhones
    roles: tuple[str, ...]
    identifiers: tuple[tuple[str, str, str], ...]
    is_no_stub_now: bool = False
    asked: tuple[Conflict, ...] = ()
    brought: Brought = field(default_factory=Brought)

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
            or self.roles
            or self.is_no_stub_now
        )

    @property
    def has_new_brought(self) -> bool:
        """Whether the measure of the next import differs from the one that is kept."""
        return self.known is None or self.known.brought.get(self.person.key) != self.brought

    @property
    def is_empty(self) -> bool:
        """Whether nothing at all is to be written."""
        return not (self.is_seen or self.identifiers or self.has_new_brought)


def plan_person(
    person: IncomingPerson, known: KnownPerson | None, taken_over: Collection[str] = ()
) -> PersonPlan:
    """What the file has newer; somebody only named says nothing of one who is described here.

    `taken_over` are the fields of which somebody decided that the file is right.
    """
    before = _measure(known, person.key)
    values = person_values(person)
    if known is not None and person.is_stub:
        values["name"] = ("", "")
    merged = merge(before.values, known.values if known else {}, values, taken_over)
    if known is None:
        merged = replace(merged, taken=person_values(person))
    ours, theirs, asked = _phones(person, known, before, frozenset(taken_over))
    phones = merge_phones(before.phones, ours, theirs)
    standing = {*(known.roles if known else ()), *before.roles}
    here = known.identifiers if known else frozenset()
    said = dict.fromkeys((*before.roles, *person.role_keys))
    return PersonPlan(
        person=person,
        known=known,
        values=merged,
        phones=phones,
        roles=tuple(role for role in person.role_keys if role not in standing),
        identifiers=tuple(
            (item.system, item.value, item.kind)
            for item in person.identifiers
            if item.system and (item.system, item.value) not in here
        ),
        asked=asked,
        is_no_stub_now=bool(known and known.is_stub and not person.is_stub),
        brought=Brought(
            values=merged.base,
            phones=phones.base if person.phones else before.phones,
            roles=tuple(said),
        ),
    )


def _phones(
    person: IncomingPerson, known: KnownPerson | None, before: Brought, over: frozenset[str]
) -> tuple[tuple[Phone, ...], tuple[Phone, ...], tuple[Conflict, ...]]:
    """The numbers of both sides to be put together, and what of them is to be asked.

    A number of the file stands against one of its kind that was entered here: one of them is right.
    """
    ours = known.phones if known else ()
    brought = {bare(number) for number, _ in before.phones or ()}
    standing = {bare(phone.number) for phone in ours}
    entered = [phone for phone in ours if bare(phone.number) not in brought]
    said = {bare(phone.number) for phone in person.phones}
    kinds = {phone.kind for phone in entered if bare(phone.number) not in said}
    newer = [
        phone
        for phone in person.phones
        if phone.kind in kinds and bare(phone.number) not in standing | brought
    ]
    if not newer:
        return ours, person.phones, ()
    met = {phone.kind for phone in newer}
    against = [phone for phone in entered if phone.kind in met and bare(phone.number) not in said]
    if is_decided("phone", over):
        return tuple(phone for phone in ours if phone not in against), person.phones, ()
    theirs = tuple(phone for phone in person.phones if phone not in newer)
    sides = (shown(tuple(phone.number for phone in side)) for side in (against, newer))
    return ours, theirs, (Conflict("phone", PERSON_PHONE, *sides),)


def _measure(known: KnownPerson | None, key: str) -> Brought:
    if known is None or not known.brought:
        return Brought()
    return known.brought.get(key) or list(known.brought.values())[-1]
