"""One patient's whole record as a frozen tree: collected once, then written as a file."""

from dataclasses import dataclass, field
from datetime import date, datetime

from careteam.domain.dates import PartialDate
from careteam.domain.incoming import Identifier
from careteam.domain.kept import KeptContact, KeptParts, KeptStatus
from careteam.domain.patients import Address
from careteam.domain.phones import Phone


@dataclass(frozen=True, slots=True)
class RecordSite:
    """The clinic that writes: its name, and the namespace of its record numbers (a URI)."""

    clinic: str
    namespace: str
    zone: str


@dataclass(frozen=True, slots=True)
class RecordPatient:
    """Who the record is about; codes are the catalogue's keys."""

    uid: str
    mrn: str
    family: str
    given: str = ""
    title: str = ""
    preferred: str = ""
    birth_date: PartialDate | None = None
    sex: str = "unknown"
    email: str = ""
    language: str = ""
    other_languages: tuple[str, ...] = ()
    needs_interpreter: bool = False
    address: Address = field(default_factory=Address)
    phones: tuple[Phone, ...] = ()
    identifiers: tuple[Identifier, ...] = ()
    payer: str = ""
    subtype: str = ""
    icd_state: str = ""
    diagnosed_on: PartialDate | None = None
    referred_on: date | None = None
    status: KeptStatus | None = None


@dataclass(frozen=True, slots=True)
class RecordPerson:
    """A member of the staff whom a record names."""

    uid: str
    family: str
    given: str = ""
    title: str = ""
    credentials: str = ""
    organisation: str = ""
    pager: str = ""
    email: str = ""
    npi: str = ""
    phones: tuple[Phone, ...] = ()
    roles: tuple[str, ...] = ()
    identifiers: tuple[Identifier, ...] = ()


@dataclass(frozen=True, slots=True)
class RecordRelated:
    """A caregiver or relative; one who was removed stands only where a contact names them."""

    uid: str
    name: str
    relationship: str = "other_family"
    phone: str = ""
    email: str = ""
    is_caregiver: bool = False
    is_emergency: bool = False
    may_talk: bool | None = None
    consent_on: date | None = None
    note: str = ""
    is_removed: bool = False


@dataclass(frozen=True, slots=True)
class RecordPlace:
    """A place in the care team; `ends_on` is the first day on which it no longer stands."""

    role: str
    person: str
    starts_on: date
    role_text: str = ""
    rank: str = "primary"
    ends_on: date | None = None
    end_reason: str = ""
    end_note: str = ""
    note: str = ""
    held_since: date | None = None
    hold_reason: str = ""


@dataclass(frozen=True, slots=True)
class RecordCondition:
    """A condition that an import brought, as coded there; days as they are known."""

    uid: str
    text: str
    code: str = ""
    system: str = ""
    clinical: str = ""
    onset: str = ""
    recorded_on: str = ""


@dataclass(frozen=True, slots=True)
class RecordContact:
    """A contact or try; `amendments` counts how often it was said anew."""

    uid: str
    at: datetime
    role: str
    mode: str
    outcome: str
    direction: str = "outbound"
    is_reached: bool = True
    person: str = ""
    minutes: int = 0
    note: str = ""
    told: KeptContact = field(default_factory=KeptContact)
    amendments: int = 0
    is_retracted: bool = False
    retract_reason: str = ""


@dataclass(frozen=True, slots=True)
class WholeRecord:
    """All that is kept of a patient, and everybody of the staff who is named in it."""

    site: RecordSite
    made_at: datetime
    author: str
    patient: RecordPatient
    people: tuple[RecordPerson, ...] = ()
    related: tuple[RecordRelated, ...] = ()
    team: tuple[RecordPlace, ...] = ()
    conditions: tuple[RecordCondition, ...] = ()
    contacts: tuple[RecordContact, ...] = ()
    parts: KeptParts = field(default_factory=KeptParts)
