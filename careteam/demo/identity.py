"""Who an invented patient is: the entry with which they are registered."""

from datetime import date, timedelta

from careteam.demo.data import Cast, Patient
from careteam.demo.days import Days
from careteam.demo.story import Frame
from careteam.domain.dates import PartialDate
from careteam.domain.patients import Address, PatientDraft, RelatedDraft
from careteam.domain.phones import Phone

MAY = {"yes": True, "no": False, "unknown": None}


def draft_of(patient: Patient, place: int, frame: Frame, cast: Cast, days: Days) -> PatientDraft:
    """The entry of a patient; `place` in the clinic gives phone, address and payer."""
    phase, since = frame.first_phase
    spent = sum(length for _, length in patient.phases)
    found = patient.found or spent
    return PatientDraft(
        mrn=patient.mrn,
        family=patient.family,
        given=patient.given,
        title=patient.title,
        preferred=patient.preferred,
        birth_date=born(patient, days.today),
        sex=patient.sex,
        phones=_phones(patient, place, cast),
        language=patient.language,
        other_languages=patient.other_languages,
        needs_interpreter=patient.interpreter,
        address=_address(place, cast),
        payer=patient.payer or cast.payers[place % len(cast.payers)],
        related=_related(patient, place, frame.registered),
        subtype=patient.subtype,
        icd_state=patient.icd,
        diagnosed_on=PartialDate.from_date(min(days.today - timedelta(days=found), since)),
        referred_on=frame.registered,
        phase=phase,
        phase_since=since,
    )


def born(patient: Patient, today: date) -> PartialDate:
    """The birth date that gives the age; `birthday` may be empty or hold the month alone."""
    parts = [int(part) for part in patient.birthday.split("-") if part]
    if not parts:
        return PartialDate(today.year - patient.age)
    month, day = parts[0], parts[1] if len(parts) > 1 else 1
    had_birthday = (today.month, today.day) >= (month, day)
    year = today.year - patient.age - (0 if had_birthday else 1)
    return PartialDate(year, month, day if len(parts) > 1 else None)


def _phones(patient: Patient, place: int, cast: Cast) -> tuple[Phone, ...]:
    given = tuple(
        Phone(number, kind, best, MAY[message]) for number, kind, best, message in patient.phones
    )
    best = cast.times[place % len(cast.times)]
    return given or (Phone(f"(646) 555-01{place:02d}", "mobile", best, place % 5 != 0 or None),)


def _address(place: int, cast: Cast) -> Address:
    town, _, rest = cast.towns[place % len(cast.towns)].partition(", ")
    state, _, postal_code = rest.partition(" ")
    return Address(cast.streets[place % len(cast.streets)], town, state, postal_code, "USA")


def _related(patient: Patient, place: int, on: date) -> tuple[RelatedDraft, ...]:
    related: list[RelatedDraft] = []
    for order, relative in enumerate(patient.kin):
        name, relationship, consent = relative[:3]
        phone, note = (*relative[3:], "", "")[:2]
        may_talk = MAY[consent]
        related.append(
            RelatedDraft(
                name,
                relationship,
                phone or f"({917 if order == 0 else 347}) 555-01{place:02d}",
                is_caregiver=order == 0 and may_talk is not False,
                is_emergency=order == 0,
                may_talk=may_talk,
                consent_on=on if may_talk else None,
                note=note,
            )
        )
    return tuple(related)
