"""What an import file holds, in our words: drafts with the identifiers they came with."""

from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum

from careteam.domain.dates import PartialDate
from careteam.domain.kept import KeptContact, KeptParts, KeptPlace, KeptStatus
from careteam.domain.patients import Address
from careteam.domain.phones import Phone


@dataclass(frozen=True, slots=True)
class Identifier:
    """A business identifier: who gave it (`system`), its value, and its kind (MR, NPI, ...)."""

    system: str
    value: str
    kind: str = ""


@dataclass(frozen=True, slots=True)
class IncomingPerson:
    """A practitioner named in a file; `key` is unique within one reading.

    `is_stub` marks somebody who is only named by a display text elsewhere. `role_keys` are the
    catalogue's; `role_texts` keep what the file called them. `known_id` is who of the directory it
    is, where that was found out before.
    """

    key: str
    family: str
    given: str = ""
    title: str = ""
    credentials: str = ""
    identifiers: tuple[Identifier, ...] = ()
    phones: tuple[Phone, ...] = ()
    email: str = ""
    organisation: str = ""
    pager: str = ""
    npi: str = ""
    role_keys: tuple[str, ...] = ()
    role_texts: tuple[str, ...] = ()
    is_stub: bool = False
    department: str = ""
    known_id: int | None = None


@dataclass(frozen=True, slots=True)
class IncomingRelated:
    """A related person of a patient; `relationship` is a key of the catalogue."""

    key: str
    name: str
    relationship: str = "other_family"
    phone: str = ""
    email: str = ""
    is_emergency: bool = False
    identifiers: tuple[Identifier, ...] = ()
    is_caregiver: bool = False
    may_talk: bool | None = None
    consent_on: date | None = None
    note: str = ""
    is_removed: bool = False


@dataclass(frozen=True, slots=True)
class IncomingMember:
    """One participant of a care team: the person by key, the role, and the days it stood.

    `role` is the catalogue's key or `other`; `role_text` and `role_code` keep the file's words.
    `is_active` says whether the team it stood in is still active; `told` is what Careteam wrote.
    `rank` and `note` are a table's, `row` its number there.
    """

    person_key: str
    role: str
    role_text: str = ""
    role_code: str = ""
    starts_on: date | None = None
    ends_on: date | None = None
    team_key: str = ""
    is_active: bool = True
    told: KeptPlace | None = None
    rank: str = ""
    note: str = ""
    row: int = 0


@dataclass(frozen=True, slots=True)
class IncomingCondition:
    """A condition as coded in the file; `clinical` is its status where given."""

    key: str
    text: str
    code: str = ""
    system: str = ""
    clinical: str = ""
    onset: PartialDate | None = None
    recorded_on: PartialDate | None = None


@dataclass(frozen=True, slots=True)
class IncomingContact:
    """An encounter as contact history: `at` is aware; keys are the catalogue's; `row` a table's.

    `told` is what Careteam wrote; its `with_related` and `with_person` are keys of this reading.
    """

    key: str
    at: datetime
    minutes: int = 0
    mode: str = "clinic_visit"
    outcome: str = "reached_patient"
    direction: str = "outbound"
    person_key: str = ""
    role: str = "other"
    text: str = ""
    told: KeptContact | None = None
    row: int = 0


@dataclass(frozen=True, slots=True)
class IncomingPatient:
    """A patient of a file with all that hangs on them.

    `is_own` says that the MRN is the one of this clinic, as in a table that the clinic keeps;
    `is_named_only` that the file says nothing of them but what hangs on them.
    """

    key: str
    mrn: str
    family: str
    given: str = ""
    title: str = ""
    preferred: str = ""
    identifiers: tuple[Identifier, ...] = ()
    birth_date: PartialDate | None = None
    sex: str = "unknown"
    deceased_on: PartialDate | None = None
    is_deceased: bool = False
    phones: tuple[Phone, ...] = ()
    email: str = ""
    address: Address = field(default_factory=Address)
    language: str = ""
    other_languages: tuple[str, ...] = ()
    needs_interpreter: bool = False
    subtype: str = ""
    icd_state: str = ""
    diagnosed_on: PartialDate | None = None
    related: tuple[IncomingRelated, ...] = ()
    members: tuple[IncomingMember, ...] = ()
    conditions: tuple[IncomingCondition, ...] = ()
    contacts: tuple[IncomingContact, ...] = ()
    file: str = ""
    payer: str = ""
    referred_on: date | None = None
    status: KeptStatus | None = None
    parts: KeptParts = field(default_factory=KeptParts)
    phase: str = ""
    phase_since: date | None = None
    is_own: bool = False
    is_named_only: bool = False

    @property
    def has_leukemia(self) -> bool:
        """Whether a condition of the file says acute lymphoblastic leukemia."""
        return bool(self.subtype)


class Severity(StrEnum):
    """Whether a finding is told only, or kept something out."""

    NOTE = "note"
    LEFT_OUT = "left_out"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing seen while reading: in which file, at which place, in one sentence."""

    file: str
    place: str
    sentence: str
    severity: Severity = Severity.NOTE


@dataclass(frozen=True, slots=True)
class Incoming:
    """All that was read from a set of files, in any order, before anything is changed.

    `left_out` counts entries of kinds that Careteam does not keep, by kind; `refused` are the
    files of which nothing was read.
    """

    files: tuple[str, ...]
    patients: tuple[IncomingPatient, ...] = ()
    people: tuple[IncomingPerson, ...] = ()
    findings: tuple[Finding, ...] = ()
    left_out: tuple[tuple[str, int], ...] = ()
    refused: tuple[str, ...] = ()
