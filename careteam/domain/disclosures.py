"""What left the program: to whom, why, in which form; checked before it is registered."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum

from careteam.domain.audit import Event
from careteam.domain.errors import Problem, Refused
from careteam.domain.letterhead import NO_LETTERHEAD, Letterhead
from careteam.domain.text import LINE_LENGTH, NAME_LENGTH, clean

YEARS_TOLD = 6
"""An accounting reaches back six years before it is asked for: 45 CFR 164.528(a)(1)."""

NOT_SAID = "not said"
"""The recipient of what the command line writes when nobody is named."""


class Purpose(StrEnum):
    """Why something was disclosed.

    The first three groups of 45 CFR 164.506 (treatment, payment, operations), what 164.502,
    164.508 and 164.512 allow beside them, and coordination of care, which 164.501 counts as
    treatment and a navigator does all day.
    """

    TREATMENT = "treatment"
    CARE_COORDINATION = "care_coordination"
    OWN_REQUEST = "own_request"
    PAYMENT = "payment"
    OPERATIONS = "operations"
    PUBLIC_HEALTH = "public_health"
    REQUIRED_BY_LAW = "required_by_law"
    AUTHORISATION = "authorisation"
    OTHER = "other"


PURPOSES: Mapping[Purpose, str] = {
    Purpose.TREATMENT: "treatment",
    Purpose.CARE_COORDINATION: "care coordination",
    Purpose.OWN_REQUEST: "the patient's or representative's own request",
    Purpose.PAYMENT: "payment",
    Purpose.OPERATIONS: "operations of the clinic",
    Purpose.PUBLIC_HEALTH: "public health",
    Purpose.REQUIRED_BY_LAW: "required by law",
    Purpose.AUTHORISATION: "an authorisation on file",
    Purpose.OTHER: "another reason",
}


class Form(StrEnum):
    """How something left; CSV stands for every file of rows of data, as `FILES` tells them."""

    PDF = "pdf"
    PRINT = "print"
    CLIPBOARD = "clipboard"
    CSV = "csv"
    FHIR = "fhir"
    HTML = "html"
    DOCX = "docx"
    TEXT = "text"


FORMS: Mapping[Form, str] = {
    Form.PDF: "PDF",
    Form.PRINT: "printed",
    Form.CLIPBOARD: "copied as text",
    Form.CSV: "table for a spreadsheet",
    Form.FHIR: "FHIR file",
    Form.HTML: "web page",
    Form.DOCX: "Word document",
    Form.TEXT: "text file",
}

FILES: Mapping[str, str] = {
    "everything": "folder of tables",
    "calendar": "calendar file",
    "cards": "address cards",
}
"""How a kind is told that is no table, although its form is that of files with rows of data."""

KINDS: Mapping[str, str] = {
    "summary": "care summary",
    "handoff": "handoff sheet",
    "patient": "paper for the patient",
    "treatment": "treatment summary",
    "card": "care-team card",
    "huddle": "huddle list",
    "patients": "list of patients",
    "coverage": "coverage list",
    "today": "list of Today",
    "roles_to_fill": "list of roles to fill",
    "not_offered": "list of patients without an offer of a trial",
    "directory": "directory",
    "trials": "register of trials",
    "team": "care team",
    "barriers": "barriers",
    "referrals": "referrals",
    "screenings": "screening scores",
    "milestones": "tests and milestones",
    "treatments": "treatments",
    "next_steps": "next steps",
    "contacts": "contacts",
    "entry": "entry of the timeline",
    "accounting": "accounting of disclosures",
    "fhir_summary": "care summary in FHIR",
    "fhir_record": "whole record in FHIR",
    "audit": "report of the audit trail",
    "insights": "figures of a period",
    "barrier_report": "yearly report of barriers",
    "distress_report": "yearly report of distress",
    "time_sheet": "time sheet",
    "everything": "whole database",
    "calendar": "due days",
    "cards": "people of the care team",
}
"""What can leave; a kind that is not here is told by its own name."""

_HEX = re.compile(r"(?:[0-9a-f]{64})?")


def kind_words(kind: str) -> str:
    """A kind of paper, list or file in words."""
    return KINDS.get(kind, kind.replace("_", " "))


def form_words(kind: str, form: Form) -> str:
    """In which form a kind left, in words."""
    return FILES.get(kind, FORMS[form]) if form is Form.CSV else FORMS[form]


def purpose_words(purpose: str, note: str = "") -> str:
    """A purpose in words, with what was said about it: `payment: claim of March`."""
    known = PURPOSES.get(Purpose(purpose), purpose)
    return f"{known}: {note}" if note else known


def event_of(form: Form) -> Event:
    """How the audit trail calls what leaves in this form."""
    return {Form.PRINT: Event.PRINTED, Form.CLIPBOARD: Event.COPIED}.get(form, Event.EXPORTED)


@dataclass(frozen=True, slots=True)
class Handed:
    """Who gets it and why, as it is asked before something leaves; `note` is in own words."""

    recipient: str
    purpose: Purpose = Purpose.CARE_COORDINATION
    note: str = ""


@dataclass(frozen=True, slots=True)
class DisclosureDraft:
    """One act by which something left, of one patient or many.

    `what` tells sections and period; `digest` is the SHA-256 of the bytes that left, as hex, empty
    where there were none.
    """

    kind: str
    form: Form
    handed: Handed
    patient_ids: tuple[int, ...]
    what: str = ""
    digest: str = ""
    is_encrypted: bool = False


@dataclass(frozen=True, slots=True)
class CorrectionDraft:
    """What a disclosure was in truth, and why it had been entered otherwise."""

    disclosure_id: int
    reason: str
    handed: Handed


def check_handed(handed: Handed) -> Handed:
    """Who and why, cleaned; Refused without a recipient, and for another reason without words."""
    recipient, note = clean(handed.recipient), clean(handed.note)
    problems: list[Problem] = []
    if not recipient:
        problems.append(Problem("recipient", "Say who gets it."))
    if len(recipient) > NAME_LENGTH:
        problems.append(Problem("recipient", "At most 200 characters fit."))
    if handed.purpose is Purpose.OTHER and not note:
        problems.append(Problem("note", "Say in your own words why."))
    if len(note) > LINE_LENGTH:
        problems.append(Problem("note", "At most 500 characters fit."))
    if problems:
        raise Refused(problems)
    return Handed(recipient, handed.purpose, note)


def check_disclosure(draft: DisclosureDraft) -> DisclosureDraft:
    """The draft cleaned, each patient once; Refused when who or why is missing."""
    if not _HEX.fullmatch(draft.digest):
        raise Refused.at("digest", "A digest is 64 hexadecimal digits.")
    return replace(
        draft,
        handed=check_handed(draft.handed),
        what=clean(draft.what)[:LINE_LENGTH],
        patient_ids=tuple(dict.fromkeys(draft.patient_ids)),
    )


def check_correction(draft: CorrectionDraft) -> CorrectionDraft:
    """The draft cleaned; Refused without a reason."""
    reason = clean(draft.reason)
    if not reason:
        raise Refused.at("reason", "Write why, so that the record can be understood later.")
    if len(reason) > LINE_LENGTH:
        raise Refused.at("reason", "At most 500 characters fit.")
    return replace(draft, reason=reason, handed=check_handed(draft.handed))


def first_told(today: date) -> date:
    """The first day of an accounting that is asked for today."""
    year = today.year - YEARS_TOLD
    is_leap_day = (today.month, today.day) == (2, 29)
    return date(year, 2, 28) if is_leap_day else today.replace(year=year)


@dataclass(frozen=True, slots=True)
class AccountingLine:
    """One disclosure as the accounting prints it."""

    when: str
    recipient: str
    purpose: str
    what: str
    who: str
    note: str = ""
    is_corrected: bool = False


@dataclass(frozen=True, slots=True)
class Accounting:
    """An accounting of disclosures of one patient, in the words in which it is printed."""

    clinic: str
    author: str
    author_phone: str
    made_at: str
    made_on_iso: str
    name: str
    mrn: str
    born: str
    period: str
    lines: tuple[AccountingLine, ...] = field(default_factory=tuple)
    letterhead: Letterhead = NO_LETTERHEAD
    digest: str = ""
