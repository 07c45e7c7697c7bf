"""A care summary as a frozen tree: collected once, then written in every form."""

import hashlib
import json
from dataclasses import asdict, dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

from careteam.domain.letterhead import NO_LETTERHEAD, Letterhead

if TYPE_CHECKING:
    from _typeshed import DataclassInstance


class Section(StrEnum):
    """The parts of a clinician summary, in their order."""

    WHERE = "where"
    TEAM = "team"
    CAREGIVERS = "caregivers"
    NEXT_STEPS = "next_steps"
    CONTACTS = "contacts"


@dataclass(frozen=True, slots=True)
class TeamLine:
    """One role: its holder, how to reach them, the last contact and the next due day."""

    role: str
    note: str
    person: str
    reach: str
    last_contact: str
    next_due: str
    is_gap: bool = False
    is_late: bool = False


@dataclass(frozen=True, slots=True)
class CaregiverLine:
    """A caregiver or relative with the consent to talk to them."""

    name: str
    relationship: str
    phone: str
    consent: str


@dataclass(frozen=True, slots=True)
class StepLine:
    """One next step: when, what, who."""

    when: str
    what: str
    who: str
    is_late: bool = False


@dataclass(frozen=True, slots=True)
class ContactLine:
    """One contact: when, which role, how it ended, and the note."""

    when: str
    role: str
    how: str
    note: str
    minutes: int


@dataclass(frozen=True, slots=True)
class Identity:
    """Who the summary is about, as shown in its box; empty values are left out."""

    name: str
    born: str
    sex: str
    mrn: str
    diagnosis: str
    speaks: str
    phone: str


@dataclass(frozen=True, slots=True)
class Summary:
    """All that one clinician summary says, in the words in which it is printed.

    Empty sections are empty tuples or texts and are left out of every form. `digest` is the
    SHA-256 of the rest, as hex, so that two papers can be compared. `contacts_total` counts all
    contacts of the patient, `contacts_minutes` the minutes of those listed.
    """

    clinic: str
    author: str
    author_phone: str
    made_at: str
    made_on_iso: str
    identity: Identity
    alerts: tuple[str, ...] = ()
    state: str = ""
    where_lead: str = ""
    where_text: str = ""
    team: tuple[TeamLine, ...] = ()
    caregivers: tuple[CaregiverLine, ...] = ()
    next_steps: tuple[StepLine, ...] = ()
    contacts: tuple[ContactLine, ...] = ()
    contacts_period: str = ""
    contacts_total: int = 0
    contacts_minutes: int = 0
    sections: tuple[Section, ...] = field(default_factory=lambda: tuple(Section))
    letterhead: Letterhead = NO_LETTERHEAD
    digest: str = ""


def digest_of(paper: "DataclassInstance") -> str:
    """The SHA-256 of all that a paper says, but for its own digest, as 64 hex letters."""
    tree = asdict(paper)
    del tree["digest"]
    canonical = json.dumps(tree, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(canonical.encode("ascii")).hexdigest()
