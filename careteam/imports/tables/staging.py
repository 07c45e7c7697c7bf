"""A table with columns that mean something, read into drafts; what cannot go in is told by row."""

from collections import defaultdict
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace

from careteam.domain.catalogue import Catalogue
from careteam.domain.incoming import (
    Finding,
    Incoming,
    IncomingContact,
    IncomingMember,
    IncomingPatient,
    IncomingPerson,
)
from careteam.domain.intake.tables import About, Columns, DayOrder, Staged, Table, row_named
from careteam.domain.moment import Moment
from careteam.imports import Cancelled
from careteam.imports.tables import hanging, people
from careteam.imports.tables.fields import fields_of
from careteam.imports.tables.limits import NotATable
from careteam.imports.tables.patients import key_of_mrn, patient_of, same_number
from careteam.imports.tables.reading import NO_ROWS, TOLD_EVERY, Progress
from careteam.imports.tables.rows import Called, Row, rows_of
from careteam.imports.tables.values import DAY_FIELDS, Reader, guess_order

ORDER_SAID = "Days such as 03/04/2026 are read with the {first} first, because row {row} says so."
UNREAD = "These columns are not read: {headings}."
WITHOUT_TIME = "A contact has a day but no time: it stands at the start of the day."
_FIRST = {DayOrder.MONTH_FIRST: "month", DayOrder.DAY_FIRST: "day"}


def stage(
    table: Table,
    columns: Columns,
    *,
    catalogue: Catalogue,
    moment: Moment,
    progress: Progress | None = None,
) -> Staged:
    """Every row as a draft, or with the reason why it stays out; nothing is compared yet.

    Where nobody said in which order days of numbers stand, the days themselves may: one that can
    be read in one way only speaks for the whole file, unless another contradicts it.
    """
    columns, said = with_order(table, columns)
    made = _Made(table, columns, Reader(catalogue, moment, columns.day_order))
    labels = {each.key: each.label for each in fields_of(columns.about, catalogue)}
    total = len(table.lines)
    for done, row in enumerate(rows_of(table, columns, made.reader, labels, made.why)):
        if progress is not None and done % TOLD_EVERY == 0 and not progress(done, total):
            raise Cancelled
        made.take(row)
    unread = [heading for heading in table.headings if heading not in columns.fields]
    notes = [*table.notes, *said]
    if unread:
        notes.append(UNREAD.format(headings=", ".join(unread)))
    staged = made.staged(notes)
    if not (staged.why or staged.rows):
        raise NotATable(NO_ROWS.format(file=table.file))
    return staged


def with_order(table: Table, columns: Columns) -> tuple[Columns, list[str]]:
    """The columns with the order that the days of the file tell, and the sentence about it."""
    if columns.day_order is not DayOrder.ASK:
        return columns, []
    places = [
        place for place, heading in enumerate(table.headings)
        if columns.fields.get(heading) in DAY_FIELDS
    ]  # fmt: skip
    cells = {
        line.number * 100 + place: written[place]
        for line in table.lines
        for written in [line.cells]
        for place in places
        if place < len(written) and written[place]
    }
    order, at = guess_order(cells)
    if order is DayOrder.ASK:
        return columns, []
    sentence = ORDER_SAID.format(first=_FIRST[order], row=f"{at // 100:,}")
    return replace(columns, day_order=order), [sentence]


@dataclass(slots=True)
class _Made:
    """What the rows have given so far."""

    table: Table
    columns: Columns
    reader: Reader
    why: dict[int, str] = field(default_factory=dict)
    called: Called = field(default_factory=Called)
    notes: list[Finding] = field(default_factory=list)
    by_mrn: dict[str, dict[int, IncomingPatient]] = field(default_factory=lambda: defaultdict(dict))
    people: dict[str, tuple[int, IncomingPerson]] = field(default_factory=dict)
    members: dict[str, list[IncomingMember]] = field(default_factory=lambda: defaultdict(list))
    contacts: dict[str, list[IncomingContact]] = field(default_factory=lambda: defaultdict(list))
    seen: dict[object, int] = field(default_factory=dict)

    def take(self, row: Row) -> None:
        """Read one row; what is wrong with it is kept under its number."""
        takers: Mapping[About, Callable[[Row], None]] = {
            About.PATIENTS: self._patient,
            About.DIRECTORY: self._person,
            About.ASSIGNMENTS: self._member,
            About.CONTACTS: self._contact,
        }
        takers[self.columns.about](row)
        if row.problems:
            self.why[row.number] = row.why

    def staged(self, notes: list[str]) -> Staged:
        """All of it, with those told who stand twice in the table."""
        file = self.table.file
        rows: dict[str, tuple[int, ...]] = {}
        patients: list[IncomingPatient] = []
        for mrn, found in self.by_mrn.items():
            for number in same_number(found, self.why):
                rows[key_of_mrn(mrn)] = (number,)
                patients.append(found[number])
        for hangs in (self.members, self.contacts):
            for mrn, held in hangs.items():
                rows[key_of_mrn(mrn)] = tuple(each.row for each in held)
        patients += [self._named(mrn) for mrn in (*self.members, *self.contacts)]
        rows |= {key: (number,) for key, (number, _) in self.people.items()}
        findings = [Finding(file, "", note) for note in notes]
        return Staged(
            table=self.table,
            columns=self.columns,
            incoming=Incoming(
                files=(file,),
                patients=tuple(patients),
                people=tuple(person for _, person in self.people.values()),
                findings=(*findings, *self.notes),
            ),
            rows=rows,
            why=self.why,
            people=self.called.people,
        )

    def _named(self, mrn: str) -> IncomingPatient:
        return IncomingPatient(
            key=key_of_mrn(mrn),
            mrn=mrn,
            family="",
            members=tuple(self.members.get(mrn, ())),
            contacts=tuple(self.contacts.get(mrn, ())),
            file=self.table.file,
            is_own=True,
            is_named_only=True,
        )

    def _patient(self, row: Row) -> None:
        notes: list[str] = []
        patient = patient_of(row, self.called, self.table.file, notes)
        if patient is not None:
            self.by_mrn[patient.mrn][row.number] = patient
            self._note(row, notes)

    def _person(self, row: Row) -> None:
        person = people.person_of(row)
        if person is None:
            return
        if person.key in self.people:
            row.problems.append(people.TWICE.format(row=f"{self.people[person.key][0]:,}"))
            return
        self.people[person.key] = (row.number, person)

    def _member(self, row: Row) -> None:
        mrn = hanging.mrn_of(row)
        member = hanging.member_of(row, self.called)
        if member is not None and self._is_first(
            row, (mrn, member.person_key, member.role, member.starts_on)
        ):
            self.members[mrn].append(member)

    def _contact(self, row: Row) -> None:
        mrn = hanging.mrn_of(row)
        contact = hanging.contact_of(row, mrn, self.called)
        if contact is not None and self._is_first(row, contact.key):
            self.contacts[mrn].append(contact)

    def _is_first(self, row: Row, key: object) -> bool:
        before = self.seen.setdefault(key, row.number)
        if before != row.number:
            row.problems.append(hanging.TWICE.format(row=f"{before:,}"))
        return before == row.number

    def _note(self, row: Row, notes: list[str]) -> None:
        place = row_named(row.number)
        self.notes += [Finding(self.table.file, place, note) for note in notes]
