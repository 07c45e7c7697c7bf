"""What importing a member of the staff does to the directory."""

from dataclasses import dataclass, field, replace

from careteam.domain.incoming import IncomingPerson
from careteam.domain.intake.known import Brought, KnownPerson
from careteam.domain.intake.merging import Merged, MergedPhones, merge, merge_phones
from careteam.domain.intake.values import person_values


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


def plan_person(person: IncomingPerson, known: KnownPerson | None) -> PersonPlan:
    """What the file has newer; somebody only named says nothing of one who is described here."""
    before = _measure(known, person.key)
    values = person_values(person)
    if known is not None and person.is_stub:
        values["name"] = ("", "")
    merged = merge(before.values, known.values if known else {}, values)
    if known is None:
        merged = replace(merged, taken=person_values(person))
    phones = merge_phones(before.phones, known.phones if known else (), person.phones)
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
        is_no_stub_now=bool(known and known.is_stub and not person.is_stub),
        brought=Brought(
            values=merged.base,
            phones=phones.base if person.phones else before.phones,
            roles=tuple(said),
        ),
    )


def _measure(known: KnownPerson | None, key: str) -> Brought:
    if known is None or not known.brought:
        return Brought()
    return known.brought.get(key) or list(known.brought.values())[-1]
