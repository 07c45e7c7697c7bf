"""Who a patient or a member of the staff that comes in is here: found, new, or to be asked."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from careteam.domain.identity import can_be_one, can_be_one_day, is_named_like, name_words
from careteam.domain.incoming import IncomingPatient, IncomingPerson
from careteam.domain.intake.known import Brought, Candidate, KnownPerson
from careteam.domain.intake.values import who
from careteam.domain.people import is_npi
from careteam.domain.text import display_name, fold

NOBODY_HERE = "There is no patient with the MRN {mrn}."
CONFLICT = (
    "The MRN {mrn} is that of {name}, born {born}, here: nothing is merged. "
    "Correct whichever of the two is wrong."
)
_TWO = "Its record numbers belong to two patients here: ask the sender who it is."


class Verdict(StrEnum):
    """Whether a patient who comes in is here."""

    NEW = "new"
    KNOWN = "known"
    ASK = "ask"
    UNCLEAR = "unclear"


class Why(StrEnum):
    """What makes two patients look like one."""

    NUMBER = "number"
    MRN = "mrn"
    NAME = "name"


@dataclass(frozen=True, slots=True)
class Match:
    """A verdict with the patient it is about, and the sentence that asks or refuses."""

    verdict: Verdict
    candidate: Candidate | None = None
    sentence: str = ""
    why: Why | None = None


@dataclass(frozen=True, slots=True)
class Candidates:
    """Who could be meant: by the key of an import, by a record number, by MRN, by name.

    `accepted` is what each candidate's last import under this key brought.
    """

    by_key: Sequence[Candidate] = ()
    by_number: Sequence[Candidate] = ()
    by_mrn: Sequence[Candidate] = ()
    by_name: Sequence[Candidate] = ()
    accepted: Mapping[int, Brought] = field(default_factory=dict)


def match_patient(patient: IncomingPatient, found: Candidates) -> Match:
    """Never a guess: only the sender's own number with a name and birth date that agree counts.

    A patient of the clinic's own table is known by this clinic's MRN.
    """
    if patient.is_own:
        return _match_own(patient, found)
    for candidate in found.by_key:
        if _agrees(patient, candidate) or _is_accepted(patient, candidate, found.accepted):
            return Match(Verdict.KNOWN, candidate)
    numbered = {candidate.id: candidate for candidate in (*found.by_key, *found.by_number)}
    if len(numbered) > 1:
        return Match(Verdict.UNCLEAR, sentence=_TWO)
    for candidate in numbered.values():
        if _agrees(patient, candidate):
            return Match(Verdict.KNOWN, candidate)
        sentence = f"the record number {patient.mrn} belongs to {_told(candidate)} here"
        return Match(Verdict.ASK, candidate, sentence, Why.NUMBER)
    for candidate in found.by_mrn:
        alike = " with the same name and birth date" if _agrees(patient, candidate) else ""
        sentence = f"the MRN {patient.mrn} is that of {_told(candidate)} here{alike}"
        return Match(Verdict.ASK, candidate, sentence, Why.MRN)
    return _match_name(patient, found)


def _match_own(patient: IncomingPatient, found: Candidates) -> Match:
    for candidate in found.by_mrn:
        if patient.is_named_only or _agrees(patient, candidate):
            return Match(Verdict.KNOWN, candidate)
        born = candidate.birth_date.shown if candidate.birth_date else "on a day not known"
        told = CONFLICT.format(mrn=patient.mrn, name=_told(candidate), born=born)
        return Match(Verdict.UNCLEAR, candidate, told, Why.MRN)
    if patient.is_named_only:
        return Match(Verdict.UNCLEAR, sentence=NOBODY_HERE.format(mrn=patient.mrn))
    for candidate in found.by_key:
        if _agrees(patient, candidate) or _is_accepted(patient, candidate, found.accepted):
            return Match(Verdict.KNOWN, candidate)
    return _match_name(patient, found)


def _match_name(patient: IncomingPatient, found: Candidates) -> Match:
    for candidate in found.by_name:
        if looks_like(patient, candidate):
            sentence = f"same name and birth date as {_told(candidate)}, MRN {candidate.mrn}"
            if patient.birth_date is None or candidate.birth_date is None:
                sentence = f"same name as {_told(candidate)}, MRN {candidate.mrn}"
            return Match(Verdict.ASK, candidate, sentence, Why.NAME)
    return Match(Verdict.NEW)


def names_of(patient: IncomingPatient) -> frozenset[str]:
    """The folded names under which the same patient could stand; none for one without a name."""
    if not name_words(patient.family, patient.given):
        return frozenset()
    forms = (f"{patient.family} {patient.given}", f"{patient.given} {patient.family}")
    return frozenset(fold(form) for form in forms)


def looks_like(patient: IncomingPatient, other: Candidate | IncomingPatient) -> bool:
    """Whether two patients have one name and birth dates that do not contradict each other."""
    has_one_name = fold(f"{other.family} {other.given}") in names_of(patient)
    return has_one_name and can_be_one_day(patient.birth_date, other.birth_date)


def match_person(
    person: IncomingPerson,
    by_key: KnownPerson | None,
    by_number: Collection[KnownPerson],
    by_npi: Collection[KnownPerson],
) -> KnownPerson | None:
    """Somebody of the directory: by the key of an import, else by a number with a like name."""
    if by_key is not None:
        return by_key
    words = name_words(person.family, person.given)
    numbered = [known for known in by_number if is_named_like(words, known.name_words)]
    if not numbered and is_npi(person.npi):
        numbered = [known for known in by_npi if words & known.name_words]
    return numbered[0] if len({known.id for known in numbered}) == 1 else None


def _agrees(patient: IncomingPatient, candidate: Candidate) -> bool:
    return can_be_one(
        (patient.family, patient.given),
        patient.birth_date,
        (candidate.family, candidate.given),
        candidate.birth_date,
    )


def _is_accepted(
    patient: IncomingPatient, candidate: Candidate, accepted: Mapping[int, Brought]
) -> bool:
    before = accepted.get(candidate.id)
    return before is not None and before.who == who(patient)


def _told(candidate: Candidate) -> str:
    return display_name(candidate.family, candidate.given)
