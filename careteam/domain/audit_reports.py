"""A report of the audit trail: what is asked of it, and the report itself in words."""

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from careteam.domain.audit import Event

ACTIONS: tuple[str, ...] = ("insert", "update", "delete", *(str(event) for event in Event))
"""Everything that a row of the trail can say was done."""


class Sort(StrEnum):
    """What a report is sorted by; 45 CFR 170.315(d)(3) asks for the elements of 170.210(e)."""

    AT = "at"
    USER = "user"
    PATIENT = "patient"
    ACTION = "action"


@dataclass(frozen=True, slots=True)
class AuditAsked:
    """What a report is narrowed to; days are the clinic's, both included."""

    actor_id: int | None = None
    patient_id: int | None = None
    action: str = ""
    since: date | None = None
    until: date | None = None


@dataclass(frozen=True, slots=True)
class AuditLine:
    """A row of the trail as a report prints it."""

    seq: int
    at: str
    who: str
    where: str
    action: str
    patient: str
    what: str


@dataclass(frozen=True, slots=True)
class AuditReport:
    """A report in words; the trail ended at `head_seq` with `head_hash` when it was made."""

    clinic: str
    author: str
    author_phone: str
    made_at: str
    made_on_iso: str
    asked: str
    head_seq: int
    head_hash: str
    lines: tuple[AuditLine, ...] = field(default_factory=tuple)
    is_cut: bool = False
    digest: str = ""

    @property
    def end(self) -> str:
        """The signed end: whoever has the database can check that the trail goes through it."""
        return f"The trail ended at row {self.head_seq} with the hash {self.head_hash or '—'}."
