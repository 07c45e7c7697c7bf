"""The clinic's vocabulary and rules: roles, phases, outcomes, and what each phase asks for."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Generic, TypeVar

ADULT_FROM_YEARS = 18
W = TypeVar("W")


class Offer(Mapping[str, W], Generic[W]):
    """A list from which to choose: iterating gives what is offered, in order.

    A key that was switched off is still found and still counts as known, so that what was recorded
    with it keeps its words and can be amended.
    """

    def __init__(self, offered: Mapping[str, W], switched_off: Mapping[str, W]) -> None:
        self._offered = offered
        self._known = {**switched_off, **offered}

    def __getitem__(self, key: str) -> W:
        return self._known[key]

    def __iter__(self) -> Iterator[str]:
        return iter(self._offered)

    def __len__(self) -> int:
        return len(self._offered)


class Condition(StrEnum):
    """When a role that a phase lists is really asked for."""

    ALWAYS = ""
    CHILD = "age<18"
    ADULT = "age>=18"
    INTERPRETER = "interpreter_needed"


@dataclass(frozen=True, slots=True)
class Role:
    """A role of the care team with its SNOMED CT and NUCC codes (either may be empty).

    `first_contact_days` counts business days from the assignment, `contact_days` calendar days
    between contacts where the phase says nothing else; 0 means no regular contact. `short` is the
    label where there is little room, or empty. A role that `wants_backup` is told in the coverage
    view where it has none.
    """

    key: str
    label: str
    group: str
    snomed: str = ""
    nucc: str = ""
    condition: Condition = Condition.ALWAYS
    first_contact_days: int = 2
    contact_days: int = 0
    position: int = 0
    is_active: bool = True
    short: str = ""
    wants_backup: bool = False


@dataclass(frozen=True, slots=True)
class Phase:
    """A phase of treatment; `asks_for` maps each required role to its days between contacts."""

    key: str
    label: str
    alt: str = ""
    usual_days: int | None = None
    milestone: str = ""
    milestone_day: int | None = None
    position: int = 0
    is_active: bool = True
    asks_for: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Mode:
    """A way of contact with its HL7 v3 ParticipationMode code."""

    key: str
    label: str
    code: str
    short: str


@dataclass(frozen=True, slots=True)
class Outcome:
    """How a contact ended; `retry_days` are business days until the next try, None for none."""

    key: str
    label: str
    is_reached: bool
    retry_days: int | None = None
    not_done: str = ""
    short: str = ""


@dataclass(frozen=True, slots=True)
class Term:
    """A coded word of any other list; `group` is the key of the part of the list it stands in."""

    key: str
    label: str
    codes: Mapping[str, str] = field(default_factory=dict)
    group: str = ""


@dataclass(frozen=True, slots=True)
class Catalogue:
    """All lists by key, in the order in which they are shown.

    Roles and phases say themselves whether they are active; every other list is an `Offer`.
    """

    roles: Mapping[str, Role]
    phases: Mapping[str, Phase]
    modes: Mapping[str, Mode]
    outcomes: Mapping[str, Outcome]
    terms: Mapping[str, Mapping[str, Term]]
    max_attempts: int = 3
    quick_minutes: tuple[int, ...] = (5, 10, 15, 20, 30, 45, 60)

    def role_label(self, key: str) -> str:
        """The label, or the key itself for a role that the catalogue does not know."""
        return self.roles[key].label if key in self.roles else key

    def role_short(self, key: str) -> str:
        """The label for lists with little room."""
        role = self.roles.get(key)
        return (role.short or role.label) if role else key

    def phase_label(self, key: str) -> str:
        return self.phases[key].label if key in self.phases else key

    def label(self, kind: str, key: str) -> str:
        """The label of a term of a list, or the key itself when the list lacks it."""
        term = self.terms.get(kind, {}).get(key)
        return term.label if term else key

    def required_roles(
        self, phase_key: str, age_years: int | None, *, needs_interpreter: bool
    ) -> tuple[str, ...]:
        """The keys of the roles that a phase asks for, for a patient of this age, in order.

        An unknown age counts as adult. The list is the clinic's own (proposed defaults).
        """
        phase = self.phases.get(phase_key)
        if phase is None:
            return ()
        is_child = age_years is not None and age_years < ADULT_FROM_YEARS
        holds = {
            Condition.ALWAYS: True,
            Condition.CHILD: is_child,
            Condition.ADULT: not is_child,
            Condition.INTERPRETER: needs_interpreter,
        }
        wanted = [
            role
            for key in phase.asks_for
            if (role := self.roles.get(key)) and role.is_active and holds[role.condition]
        ]
        return tuple(role.key for role in sorted(wanted, key=lambda role: role.position))

    def contact_days(self, role_key: str, phase_key: str) -> int:
        """Calendar days between contacts of a role in a phase; 0 when none are regular."""
        phase = self.phases.get(phase_key)
        if phase is not None and role_key in phase.asks_for:
            return phase.asks_for[role_key]
        role = self.roles.get(role_key)
        return role.contact_days if role else 0
