"""What a patient needs, as it leaves in a whole record and arrives from one."""

from dataclasses import dataclass
from datetime import date, datetime


@dataclass(frozen=True, slots=True)
class KeptAlert:
    """A warning of the banner."""

    kind: str
    text: str = ""
    since: date | None = None
    ended_on: date | None = None


@dataclass(frozen=True, slots=True)
class KeptFinding:
    """A symptom, a risk factor or a concern."""

    list: str
    key: str
    since: date | None = None
    ended_on: date | None = None
    note: str = ""
    by: str = ""


@dataclass(frozen=True, slots=True)
class KeptAction:
    """Something done about a barrier."""

    text: str
    on_day: date
    owner_role: str = ""
    owner: str = ""
    due_on: date | None = None
    state: str = "open"
    done_on: date | None = None
    result: str = ""
    by: str = ""


@dataclass(frozen=True, slots=True)
class KeptBarrier:
    """A barrier to care with what is done about it."""

    uid: str
    category: str
    found_on: date
    detail: str = ""
    state: str = "open"
    closed_on: date | None = None
    result: str = ""
    by: str = ""
    actions: tuple[KeptAction, ...] = ()


@dataclass(frozen=True, slots=True)
class KeptReferralStep:
    """One step of a referral."""

    state: str
    on_day: date
    note: str = ""
    by: str = ""


@dataclass(frozen=True, slots=True)
class KeptReferral:
    """A referral with its steps; `reason` is the UUID of the barrier or score that gave cause."""

    uid: str
    to_kind: str
    requested_on: date
    state_on: date
    to_role: str = ""
    to_person: str = ""
    to_name: str = ""
    priority: str = "routine"
    method: str = ""
    reason_kind: str = "own"
    reason: str = ""
    reason_text: str = ""
    state: str = "requested"
    scheduled_on: date | None = None
    result: str = ""
    by: str = ""
    steps: tuple[KeptReferralStep, ...] = ()


@dataclass(frozen=True, slots=True)
class KeptScreening:
    """A score of an instrument on a day."""

    uid: str
    instrument: str
    score: int
    on_day: date
    by: str = ""
    is_retracted: bool = False


@dataclass(frozen=True, slots=True)
class KeptFollowUp:
    """A next step; `contact` and `closed_by_contact` are the UUIDs of contacts."""

    uid: str
    due_on: date
    text: str = ""
    owner_role: str = ""
    owner: str = ""
    due_time: str = ""
    state: str = "open"
    contact: str = ""
    closed_by_contact: str = ""
    close_note: str = ""
    by: str = ""


@dataclass(frozen=True, slots=True)
class KeptEscalation:
    """A red flag with who was told and when; moments are aware."""

    uid: str
    flag: str
    at: datetime
    temp_tenths: int | None = None
    is_for_an_hour: bool = False
    note: str = ""
    line: str = ""
    told_who: str = ""
    told_how: str = ""
    told_at: datetime | None = None
    advice: str = ""
    by: str = ""
    is_retracted: bool = False


@dataclass(frozen=True, slots=True)
class KeptDecline:
    """A role that the patient does not want, and when to ask again."""

    role: str
    declined_on: date
    decline_reason: str = ""
    decline_note: str = ""
    ask_on: date | None = None
    ask_at_phase: str = ""
