"""What is shown of an import before anything is changed: a row for each patient, and the rest."""

from dataclasses import dataclass
from enum import StrEnum

from careteam.domain.incoming import Finding, IncomingPatient
from careteam.domain.intake.conflicts import Conflict
from careteam.domain.intake.tables import About, RefusedRow
from careteam.domain.kept import people_in


class Happens(StrEnum):
    """What an import does with a patient, unless the nurse says otherwise."""

    ADD = "add"
    UPDATE = "update"
    SAME = "same"
    ASK = "ask"
    LEFT_OUT = "left_out"


@dataclass(frozen=True, slots=True)
class Amounts:
    """How much of each kind comes in anew."""

    places: int = 0
    teams: int = 0
    contacts: int = 0
    conditions: int = 0
    related: int = 0

    def __add__(self, other: "Amounts") -> "Amounts":
        return Amounts(
            self.places + other.places,
            self.teams + other.teams,
            self.contacts + other.contacts,
            self.conditions + other.conditions,
            self.related + other.related,
        )


@dataclass(frozen=True, slots=True)
class PreviewRow:
    """One patient of the files; `key` names them in a choice.

    `found` says what is worth knowing. A row that asks is about `patient_id` of the database, or
    about the row `same_as` of this preview. `changed` and `kept` are fields in plain words.
    `people` are the keys of those who are new in the directory with this patient, `conflicts` the
    fields among the kept ones that somebody can decide.
    """

    key: str
    name: str
    mrn: str
    born: str
    happens: Happens
    found: str
    file: str
    patient_id: int | None = None
    same_as: str = ""
    changed: tuple[str, ...] = ()
    kept: tuple[str, ...] = ()
    amounts: Amounts = Amounts()
    people: tuple[str, ...] = ()
    has_leukemia: bool = False
    conflicts: tuple[Conflict, ...] = ()


@dataclass(frozen=True, slots=True)
class PersonAsked:
    """Somebody of the directory of whom the file tells something otherwise than it is here."""

    key: str
    name: str
    conflicts: tuple[Conflict, ...]


@dataclass(frozen=True, slots=True)
class ImportPreview:
    """All of a set of files before it goes in.

    `people_to_add` counts those of the staff who are new in the directory, of whom `loose_people`
    belong to no patient of the files; of `people_asked` something is to be decided. `findings` are
    the reader's and the database's own. `about` and `refused_rows` are those of a table; `already`
    says when the same file came in before.
    """

    files: tuple[str, ...]
    rows: tuple[PreviewRow, ...]
    people_to_add: int
    people_to_update: int
    loose_people: int
    findings: tuple[Finding, ...]
    left_out: tuple[tuple[str, int], ...]
    left_out_words: str
    refused: tuple[str, ...]
    refused_words: str
    about: About | None = None
    refused_rows: tuple[RefusedRow, ...] = ()
    already: str = ""
    people_asked: tuple[PersonAsked, ...] = ()

    @property
    def left_out_count(self) -> int:
        """How many entries are of kinds that are not kept."""
        return sum(count for _, count in self.left_out)

    def count(self, happens: Happens) -> int:
        """How many patients this happens to."""
        return sum(row.happens is happens for row in self.rows)


def people_of(patient: IncomingPatient) -> frozenset[str]:
    """The keys of everybody of the staff whom a patient's data names."""
    members = {member.person_key for member in patient.members}
    parts = patient.parts
    named = {
        key
        for kind in parts.__dataclass_fields__
        for part in getattr(parts, kind)
        for key in people_in(part)
    }
    met = {contact.person_key for contact in patient.contacts}
    met |= {contact.told.with_person for contact in patient.contacts if contact.told}
    return frozenset((members | met | named) - {""})
