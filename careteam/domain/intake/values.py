"""The values of a patient who comes in, as the form would take them, ready to be compared."""

from dataclasses import replace
from datetime import date

from careteam.domain.catalogue import Catalogue
from careteam.domain.dates import PartialDate
from careteam.domain.errors import Problem, Refused
from careteam.domain.identity import NO_NAME
from careteam.domain.incoming import IncomingPatient, IncomingPerson, IncomingRelated
from careteam.domain.intake.merging import DAY_UNKNOWN, Value, Values
from careteam.domain.patients import PatientDraft, check

DEATH = "death"
YES = "yes"
_IDENTITY = frozenset({"mrn", "family", "given"})
_EMPTY = {"birth_date": None, "diagnosed_on": None, "sex": "unknown", "referred_on": None}


def fitted(
    patient: IncomingPatient, *, catalogue: Catalogue, today: date
) -> tuple[IncomingPatient, tuple[str, ...]]:
    """The patient without what the form would not take, with one sentence for each thing left out.

    Refused when it is the name or the record number that cannot stand.
    """
    if patient.is_named_only:
        return patient, ()
    said: list[str] = []
    died = patient.deceased_on
    if died and died.first_day > today:
        patient = replace(patient, deceased_on=None)
        said.append("The day of death lies in the future: left empty.")
    elif died and patient.birth_date and str(died) < str(patient.birth_date)[: len(str(died))]:
        patient = replace(patient, deceased_on=None)
        said.append("The day of death lies before the birth: left empty.")
    for is_last in (False, False, True):
        try:
            draft = check(as_draft(patient), catalogue=catalogue, today=today)
        except Refused as refused:
            if is_last or any(problem.field in _IDENTITY for problem in refused.problems):
                raise
            patient = _without(patient, refused.problems)
            said.extend(f"{problem.sentence} Left empty." for problem in refused.problems)
        else:
            patient = _cleaned(patient, draft)
            break
    return patient, tuple(said)


def values_of(patient: IncomingPatient) -> dict[str, Value]:
    """What the file says of a patient, by field; what it does not say is empty."""
    if patient.is_named_only:
        return {}
    address = patient.address
    return {
        "name": named(patient.family, patient.given),
        "title": patient.title,
        "preferred": patient.preferred,
        "birth_date": str(patient.birth_date or ""),
        "sex": "" if patient.sex == "unknown" else patient.sex,
        "email": patient.email,
        "language": patient.language,
        "other_languages": " ".join(key.replace(" ", "-") for key in patient.other_languages),
        "needs_interpreter": YES if patient.needs_interpreter else "",
        "address": (
            address.line,
            address.city,
            address.state,
            address.postal_code,
            address.country,
        ),
        "subtype": patient.subtype,
        "icd_state": patient.icd_state,
        "diagnosed_on": str(patient.diagnosed_on or ""),
        "payer": patient.payer,
        "referred_on": str(patient.referred_on or ""),
        DEATH: (str(patient.deceased_on or "") or DAY_UNKNOWN) if patient.is_deceased else "",
    }


def person_values(person: IncomingPerson) -> dict[str, Value]:
    """What the file says of a member of the staff, by field."""
    return {
        "name": named(person.family, person.given),
        "title": person.title,
        "credentials": person.credentials,
        "organisation": person.organisation,
        "email": person.email,
        "npi": person.npi,
        "department": person.department,
        "pager": person.pager,
    }


def related_values(person: IncomingRelated) -> dict[str, Value]:
    """What the file says of a related person, by field."""
    return {
        "name": "" if person.name == NO_NAME else person.name,
        "relationship": "" if person.relationship == "other_family" else person.relationship,
        "phone": person.phone,
        "email": person.email,
        "is_emergency": YES if person.is_emergency else "",
    }


def who(patient: IncomingPatient) -> tuple[str, ...]:
    """The name and birth date under which a file knows a patient."""
    return (patient.family, patient.given, str(patient.birth_date or ""))


def named(family: str, given: str) -> Value:
    """A name as one value; nothing for a name that nobody knows."""
    return ("", "") if family == NO_NAME else (family, given)


def death_entry(death: str, today: date) -> tuple[date, str]:
    """The day and the reason under which a death is recorded; a day has to stand there."""
    if death == DAY_UNKNOWN:
        return today, "Died; the file does not say when."
    day = PartialDate.from_iso(death)
    if day.is_whole:
        return day.first_day, "Died, by the file it came from."
    return day.first_day, f"Died in {day.shown}; the day is not known."


def born_of(values: Values) -> PartialDate | None:
    """The birth date among a patient's values."""
    born = values.get("birth_date", "")
    return PartialDate.from_iso(born) if born and isinstance(born, str) else None


def as_draft(patient: IncomingPatient) -> PatientDraft:
    """The patient as the form would hand them over."""
    return PatientDraft(
        mrn=patient.mrn,
        family=patient.family,
        given=patient.given,
        title=patient.title,
        preferred=patient.preferred,
        birth_date=patient.birth_date,
        sex=patient.sex,
        phones=patient.phones,
        email=patient.email,
        language=patient.language,
        other_languages=patient.other_languages,
        needs_interpreter=patient.needs_interpreter,
        address=patient.address,
        subtype=patient.subtype,
        icd_state=patient.icd_state,
        diagnosed_on=patient.diagnosed_on,
        payer=patient.payer,
        referred_on=patient.referred_on,
    )


def _cleaned(patient: IncomingPatient, draft: PatientDraft) -> IncomingPatient:
    return replace(
        patient,
        mrn=draft.mrn,
        family=draft.family,
        given=draft.given,
        title=draft.title,
        preferred=draft.preferred,
        phones=draft.phones,
        email=draft.email,
        address=draft.address,
        payer=draft.payer,
    )


def _without(patient: IncomingPatient, problems: tuple[Problem, ...]) -> IncomingPatient:
    wrong = {problem.field for problem in problems}
    phones = tuple(
        phone for place, phone in enumerate(patient.phones) if f"phones.{place}" not in wrong
    )
    bare = {name: _EMPTY.get(name, "") for name in wrong if not name.startswith("phones.")}
    return replace(patient, phones=phones, **bare)
