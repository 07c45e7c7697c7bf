"""The people and patients whom a table names, as the database has them; others stay out."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from zoneinfo import ZoneInfo

from careteam.domain.dates import PartialDate
from careteam.domain.incoming import (
    Finding,
    IncomingContact,
    IncomingMember,
    IncomingPatient,
    IncomingPerson,
    Severity,
)
from careteam.domain.intake.matching import NOBODY_HERE
from careteam.domain.intake.stands import is_ended
from careteam.domain.intake.tables import Staged, row_named

NOBODY = "Nobody in the directory is called {words}."
NOBODY_NEAR = "Nobody in the directory is called {words}; near it: {near}."
SEVERAL = "{words} may be {near}: write the NPI or the e-mail address."
HAS_LEFT = "{name} has left and cannot take a role."
WHICH_ROLE = "{name} has no one role: say which role made the contact."
BEFORE_BIRTH = "Date: This lies before the patient was born."
LONG_AGO = "A contact of {year}: see whether the year is right."
TWO_PEOPLE = "Two people in the directory have this name: give an NPI or an e-mail address."
SAME_PERSON = "This is the same person of the directory as in row {row}."
_LONG_AGO_YEARS = 10


@dataclass(frozen=True, slots=True)
class Here:
    """A patient here, as they are named."""

    family: str
    given: str
    birth_date: PartialDate | None


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody of the directory; `roles` are those they can fill."""

    id: int
    family: str
    given: str
    name: str
    roles: tuple[str, ...] = ()
    leaves_on: date | None = None


@dataclass(frozen=True, slots=True)
class Ground:
    """What the database knows of those whom a table names.

    `patients` by MRN; `called` by the key that stands for words; `people` are the ids that a
    person of a table of the directory could be; `near` the names most like words.
    """

    patients: Mapping[str, Here]
    called: Mapping[str, tuple[Person, ...]]
    people: Mapping[str, tuple[int, ...]]
    near: Mapping[str, str]
    today: date
    zone: str = "UTC"


def settled(staged: Staged, ground: Ground) -> Staged:
    """The table with ids in place of names; `why` learns of the rows that stay out for that."""
    return _Settling(staged, ground).whole()


@dataclass(slots=True)
class _Settling:
    staged: Staged
    ground: Ground
    why: dict[int, str] = field(default_factory=dict)
    findings: list[Finding] = field(default_factory=list)
    met: dict[int, Person] = field(default_factory=dict)

    def whole(self) -> Staged:
        """Everything settled."""
        self.why |= self.staged.why
        incoming = self.staged.incoming
        patients = [self._patient(each) for each in incoming.patients]
        people = self._people(incoming.people)
        people += [
            IncomingPerson(_key(each), each.family, each.given, known_id=each.id, is_stub=True)
            for each in self.met.values()
        ]
        return replace(
            self.staged,
            incoming=replace(
                incoming,
                patients=tuple(each for each in patients if each is not None),
                people=tuple(people),
                findings=(*incoming.findings, *self.findings),
            ),
            why=self.why,
        )

    def _patient(self, patient: IncomingPatient) -> IncomingPatient | None:
        if not patient.is_named_only:
            members = [self._holder(member) for member in patient.members]
            return replace(patient, members=tuple(each for each in members if each))
        here = self.ground.patients.get(patient.mrn)
        if here is None:
            for row in self.staged.rows.get(patient.key, ()):
                self.why[row] = NOBODY_HERE.format(mrn=patient.mrn)
            return None
        members = [self._member(member) for member in patient.members]
        contacts = [self._contact(contact, here) for contact in patient.contacts]
        if not any(members) and not any(contacts):
            return None
        return replace(
            patient,
            family=here.family,
            given=here.given,
            birth_date=here.birth_date,
            members=tuple(each for each in members if each),
            contacts=tuple(each for each in contacts if each),
        )

    def _holder(self, member: IncomingMember) -> IncomingMember | None:
        """Who is named in a column of a role; nobody found leaves the role empty, which is told."""
        person, why = self._found(member.person_key)
        if person is not None and person.leaves_on and person.leaves_on < self.ground.today:
            person, why = None, HAS_LEFT.format(name=person.name)
        if person is None:
            place = row_named(member.row)
            told = f"{why} The role is left empty."
            self.findings.append(Finding(self.staged.table.file, place, told, Severity.LEFT_OUT))
            return None
        return replace(member, person_key=self._meet(person))

    def _member(self, member: IncomingMember) -> IncomingMember | None:
        person, why = self._found(member.person_key)
        if person is None:
            self.why[member.row] = f"Person: {why}"
            return None
        is_over = is_ended(member, self.ground.today)
        if person.leaves_on and person.leaves_on < self.ground.today and not is_over:
            self.why[member.row] = f"Person: {HAS_LEFT.format(name=person.name)}"
            return None
        return replace(member, person_key=self._meet(person))

    def _contact(self, contact: IncomingContact, here: Here) -> IncomingContact | None:
        day = contact.at.astimezone(ZoneInfo(self.ground.zone)).date()
        if here.birth_date and day < here.birth_date.first_day:
            self.why[contact.row] = BEFORE_BIRTH
            return None
        if self.ground.today.year - day.year > _LONG_AGO_YEARS:
            told = LONG_AGO.format(year=day.year)
            self.findings.append(Finding(self.staged.table.file, row_named(contact.row), told))
        if not contact.person_key:
            return contact
        person, why = self._found(contact.person_key)
        if person is None:
            self.why[contact.row] = f"Person: {why}"
            return None
        role = contact.role or (person.roles[0] if len(person.roles) == 1 else "")
        if not role:
            self.why[contact.row] = f"Role: {WHICH_ROLE.format(name=person.name)}"
            return None
        return replace(contact, person_key=self._meet(person), role=role)

    def _people(self, people: tuple[IncomingPerson, ...]) -> list[IncomingPerson]:
        kept: list[IncomingPerson] = []
        taken: dict[int, int] = {}
        for person in people:
            ids = self.ground.people.get(person.key, ())
            (row,) = self.staged.rows[person.key]
            if len(ids) > 1:
                self.why[row] = TWO_PEOPLE
            elif ids and ids[0] in taken:
                self.why[row] = SAME_PERSON.format(row=f"{taken[ids[0]]:,}")
            else:
                taken |= {ids[0]: row} if ids else {}
                kept.append(replace(person, known_id=ids[0] if ids else None))
        return kept

    def _found(self, key: str) -> tuple[Person | None, str]:
        """The one person whom words name, or the sentence that says why it is nobody."""
        found = self.ground.called.get(key, ())
        words = self.staged.people.get(key, "")[:60]
        if len(found) == 1:
            return found[0], ""
        if found:
            near = "; ".join(each.name for each in found[:4])
            return None, SEVERAL.format(words=words, near=near)
        near = self.ground.near.get(key, "")
        return None, (NOBODY_NEAR if near else NOBODY).format(words=words, near=near)

    def _meet(self, person: Person) -> str:
        self.met[person.id] = person
        return _key(person)


def _key(person: Person) -> str:
    return f"person#{person.id}"
