"""What is entered about a member of the care team, and the rules it has to keep."""

from dataclasses import dataclass, replace
from datetime import date
from itertools import pairwise

from careteam.domain.catalogue import Catalogue
from careteam.domain.errors import Problem, Refused
from careteam.domain.phones import Phone, check_phones
from careteam.domain.text import LINE_LENGTH, NAME_LENGTH, clean, digits

NPI_LENGTH = 10


@dataclass(frozen=True, slots=True)
class AbsenceDraft:
    """Days away, both included, with the person who covers (a directory id) when there is one."""

    starts_on: date
    ends_on: date
    cover_id: int | None = None
    note: str = ""
    id: int | None = None


@dataclass(frozen=True, slots=True)
class PersonDraft:
    """A member of the care team as entered; `roles` are the keys this person can fill."""

    family: str
    given: str = ""
    title: str = ""
    credentials: str = ""
    roles: tuple[str, ...] = ()
    organisation: str = ""
    department: str = ""
    phones: tuple[Phone, ...] = ()
    pager: str = ""
    email: str = ""
    npi: str = ""
    languages: tuple[str, ...] = ()
    leaves_on: date | None = None
    absences: tuple[AbsenceDraft, ...] = ()
    note: str = ""
    version: int | None = None


def is_npi(number: str) -> bool:
    """Whether ten digits carry the right check digit.

    The National Provider Identifier uses the Luhn formula over the number with 80840 put before
    it (45 CFR 162.406; CMS check digit instructions).
    """
    if len(number) != NPI_LENGTH or not number.isascii() or not number.isdigit():
        return False
    total = 0
    for place, char in enumerate(reversed("80840" + number)):
        value = int(char) * (2 if place % 2 else 1)
        total += value - 9 if value > 9 else value
    return total % 10 == 0


def check(draft: PersonDraft, *, catalogue: Catalogue) -> PersonDraft:
    """The draft cleaned; Refused with a sentence at each field that breaks a rule."""
    problems: list[Problem] = []
    cleaned = replace(
        draft,
        family=clean(draft.family),
        given=clean(draft.given),
        title=clean(draft.title)[:40],
        credentials=clean(draft.credentials)[:80],
        organisation=clean(draft.organisation)[:NAME_LENGTH],
        department=clean(draft.department)[:NAME_LENGTH],
        phones=check_phones(draft.phones, problems),
        pager=clean(draft.pager)[:40],
        email=clean(draft.email),
        npi="".join(clean(draft.npi).split()),
        note=clean(draft.note)[:LINE_LENGTH],
        roles=tuple(dict.fromkeys(draft.roles)),
    )
    if not cleaned.family and not cleaned.given:
        problems.append(Problem("family", "A name is needed: family name, given name or both."))
    for name in ("family", "given", "email"):
        if len(getattr(cleaned, name)) > NAME_LENGTH:
            problems.append(Problem(name, "This is too long; at most 200 characters fit."))
    if cleaned.npi and not is_npi(cleaned.npi):
        problems.append(Problem("npi", npi_problem(cleaned.npi)))
    if cleaned.email and ("@" not in cleaned.email or " " in cleaned.email):
        problems.append(Problem("email", "An e-mail address has a name, an @ and a place."))
    for role in cleaned.roles:
        if role not in catalogue.roles:
            problems.append(
                Problem("roles", "{code} is not in the clinic's list.", {"code": role[:60]})
            )
    _check_absences(cleaned.absences, problems)
    if problems:
        raise Refused(problems)
    return cleaned


def npi_problem(number: str) -> str:
    """What is wrong with an NPI, in one sentence."""
    if len(digits(number)) != NPI_LENGTH or len(number) != NPI_LENGTH:
        return "An NPI has ten digits."
    return "The check digit of this NPI is wrong; one digit was mistyped."


def _check_absences(absences: tuple[AbsenceDraft, ...], problems: list[Problem]) -> None:
    for index, absence in enumerate(absences):
        if absence.ends_on < absence.starts_on:
            problems.append(
                Problem(f"absences.{index}", "The last day away lies before the first.")
            )
    spans = sorted((absence.starts_on, absence.ends_on) for absence in absences)
    for (_, end), (start, _) in pairwise(spans):
        if start <= end:
            problems.append(Problem("absences", "Two absences overlap."))
