"""What is entered about a patient, and the rules it has to keep."""

from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum

from careteam.domain.catalogue import Catalogue
from careteam.domain.dates import PartialDate
from careteam.domain.errors import Problem, Refused
from careteam.domain.phones import Phone, check_phones
from careteam.domain.text import LINE_LENGTH, NAME_LENGTH, clean

MRN_LENGTH = 60
OLDEST_YEARS = 122
"""The longest life that was ever proved: Jeanne Calment, 122 years (Robine and Allard, Science
1998;279:1834). So 1900-01-01, which machines write for an unknown day, is no birth date."""
DAYS_COUNTED = 99
"""A phase is counted in days up to this one, then in months."""


class Status(StrEnum):
    """Where a patient stands; only active ones are ever on a call list."""

    ACTIVE = "active"
    DECEASED = "deceased"
    TRANSFERRED = "transferred"
    DECLINED = "declined"
    CLOSED = "closed"


@dataclass(frozen=True, slots=True)
class Address:
    """A postal address; every part may be empty."""

    line: str = ""
    city: str = ""
    state: str = ""
    postal_code: str = ""
    country: str = ""


@dataclass(frozen=True, slots=True)
class Alert:
    """A warning that stands in the banner; `kind` is a key of the catalogue or `other`."""

    kind: str
    text: str = ""
    since: date | None = None


@dataclass(frozen=True, slots=True)
class RelatedDraft:
    """A caregiver or relative; `may_talk` is the patient's consent to talk with this person."""

    name: str
    relationship: str = "other_family"
    phone: str = ""
    email: str = ""
    is_caregiver: bool = False
    is_emergency: bool = False
    may_talk: bool | None = None
    consent_on: date | None = None
    note: str = ""
    id: int | None = None


@dataclass(frozen=True, slots=True)
class PatientDraft:
    """A patient as entered; `version` is the one that was read when editing, else None."""

    mrn: str
    family: str
    given: str = ""
    title: str = ""
    preferred: str = ""
    birth_date: PartialDate | None = None
    sex: str = "unknown"
    phones: tuple[Phone, ...] = ()
    email: str = ""
    language: str = ""
    other_languages: tuple[str, ...] = ()
    needs_interpreter: bool = False
    address: Address = field(default_factory=Address)
    payer: str = ""
    related: tuple[RelatedDraft, ...] = ()
    subtype: str = ""
    icd_state: str = ""
    diagnosed_on: PartialDate | None = None
    referred_on: date | None = None
    phase: str = ""
    phase_since: date | None = None
    alerts: tuple[Alert, ...] = ()
    version: int | None = None


@dataclass(frozen=True, slots=True)
class StatusDraft:
    """A change of state with its day and reason."""

    status: Status
    on: date
    reason: str = ""


def phase_words(label: str, since: date | None, today: date) -> str:
    """Induction · day 12, later Maintenance · month 4; the first day is day 1."""
    if not label or since is None or since > today:
        return label
    day = (today - since).days + 1
    if day <= DAYS_COUNTED:
        return f"{label} · day {day}"
    months = (today.year - since.year) * 12 + today.month - since.month
    return f"{label} · month {months + (today.day >= since.day)}"


def check(draft: PatientDraft, *, catalogue: Catalogue, today: date) -> PatientDraft:
    """The draft cleaned; Refused with a sentence at each field that breaks a rule."""
    problems: list[Problem] = []
    cleaned = replace(
        draft,
        mrn=clean(draft.mrn),
        family=clean(draft.family),
        given=clean(draft.given),
        title=clean(draft.title)[:40],
        preferred=clean(draft.preferred),
        email=clean(draft.email),
        payer=clean(draft.payer)[:LINE_LENGTH],
        phones=check_phones(draft.phones, problems),
        address=Address(
            clean(draft.address.line, lines=True)[:LINE_LENGTH],
            clean(draft.address.city)[:NAME_LENGTH],
            clean(draft.address.state)[:NAME_LENGTH],
            clean(draft.address.postal_code)[:40],
            clean(draft.address.country)[:NAME_LENGTH],
        ),
        related=_check_related(draft.related, today, problems),
        alerts=_check_alerts(draft.alerts, today, problems),
    )
    _check_identity(cleaned, problems)
    _check_dates(cleaned, today, problems)
    _check_codes(cleaned, catalogue, problems)
    if problems:
        raise Refused(problems)
    return cleaned


def check_status(draft: StatusDraft, *, today: date) -> StatusDraft:
    """The state cleaned; every state but active needs a reason and a day not in the future."""
    problems: list[Problem] = []
    reason = clean(draft.reason)
    if draft.on > today:
        problems.append(Problem("on", "The day cannot lie in the future."))
    if draft.status is not Status.ACTIVE and not reason:
        problems.append(Problem("reason", "Say why, in a few words."))
    if len(reason) > LINE_LENGTH:
        problems.append(_too_long("reason", LINE_LENGTH))
    if problems:
        raise Refused(problems)
    return replace(draft, reason=reason)


def _too_long(field_name: str, limit: int) -> Problem:
    return Problem(
        field_name, "This is too long; at most {limit} characters fit.", {"limit": str(limit)}
    )


def _check_identity(draft: PatientDraft, problems: list[Problem]) -> None:
    if not draft.mrn:
        problems.append(Problem("mrn", "The MRN is needed to tell patients apart."))
    elif len(draft.mrn) > MRN_LENGTH:
        problems.append(_too_long("mrn", MRN_LENGTH))
    if not draft.family and not draft.given:
        problems.append(Problem("family", "A name is needed: family name, given name or both."))
    problems.extend(
        _too_long(name, NAME_LENGTH)
        for name in ("family", "given", "preferred", "email")
        if len(getattr(draft, name)) > NAME_LENGTH
    )
    if draft.email and ("@" not in draft.email or " " in draft.email):
        problems.append(Problem("email", "An e-mail address has a name, an @ and a place."))


def _check_dates(draft: PatientDraft, today: date, problems: list[Problem]) -> None:
    born = draft.birth_date
    if born and born.first_day > today:
        problems.append(Problem("birth_date", "The birth date lies in the future."))
    elif born and today.year - born.year > OLDEST_YEARS:
        problems.append(
            Problem("birth_date", "This would make the patient older than anyone has been.")
        )
    diagnosed = draft.diagnosed_on
    if diagnosed and diagnosed.first_day > today:
        problems.append(Problem("diagnosed_on", "The day of diagnosis lies in the future."))
    elif diagnosed and born and diagnosed.year < born.year:
        problems.append(Problem("diagnosed_on", "The diagnosis lies before the birth."))
    if draft.phase_since and draft.phase_since > today:
        problems.append(Problem("phase_since", "The phase cannot start in the future."))
    elif draft.phase_since and born and draft.phase_since < born.first_day:
        problems.append(Problem("phase_since", "The phase starts before the birth."))
    if draft.referred_on and draft.referred_on > today:
        problems.append(Problem("referred_on", "The referral lies in the future."))
    if draft.phase and draft.phase_since is None:
        problems.append(Problem("phase_since", "Say since when the patient is in this phase."))


def _check_codes(draft: PatientDraft, catalogue: Catalogue, problems: list[Problem]) -> None:
    known = {
        "sex": catalogue.terms.get("sex", {}),
        "subtype": catalogue.terms.get("subtype", {}),
        "icd_state": catalogue.terms.get("icd_state", {}),
        "phase": catalogue.phases,
    }
    for name, allowed in known.items():
        value = getattr(draft, name)
        if value and value not in allowed:
            problems.append(
                Problem(name, "{code} is not in the clinic's list.", {"code": str(value)[:60]})
            )


def _check_related(
    people: tuple[RelatedDraft, ...], today: date, problems: list[Problem]
) -> tuple[RelatedDraft, ...]:
    kept: list[RelatedDraft] = []
    for index, person in enumerate(people):
        name, phone = clean(person.name), clean(person.phone)
        if not name and not phone and not clean(person.note):
            continue
        if not name:
            problems.append(Problem(f"related.{index}", "Give this person a name."))
        if len(name) > NAME_LENGTH:
            problems.append(_too_long(f"related.{index}", NAME_LENGTH))
        if person.consent_on and person.consent_on > today:
            problems.append(Problem(f"related.{index}", "The consent lies in the future."))
        kept.append(
            replace(
                person,
                name=name,
                phone=phone[:60],
                email=clean(person.email)[:NAME_LENGTH],
                note=clean(person.note)[:LINE_LENGTH],
            )
        )
    return tuple(kept)


def _check_alerts(
    alerts: tuple[Alert, ...], today: date, problems: list[Problem]
) -> tuple[Alert, ...]:
    kept: list[Alert] = []
    for index, alert in enumerate(alerts):
        text = clean(alert.text)[:NAME_LENGTH]
        kind = alert.kind or "other"
        if not alert.kind and not text:
            continue
        if kind == "other" and not text:
            problems.append(Problem(f"alerts.{index}", "Say what the alert is about."))
        if alert.since and alert.since > today:
            problems.append(Problem(f"alerts.{index}", "The alert cannot start in the future."))
        kept.append(replace(alert, kind=kind, text=text))
    return tuple(kept)
