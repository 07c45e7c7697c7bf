"""Which patients of the files go in, and how those are answered who could be somebody here."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from careteam.domain.intake.preview import Amounts, Happens, ImportPreview, PreviewRow
from careteam.domain.intake.report import Choice, Take

_GOES_IN = frozenset({Happens.ADD, Happens.UPDATE})
_CAN_BE_TICKED = _GOES_IN | {Happens.ASK}


@dataclass(frozen=True, slots=True)
class ShownRow:
    """A patient of the preview with what the nurse has chosen for them."""

    row: PreviewRow
    take: Take
    taken_over: frozenset[str] = frozenset()

    @property
    def is_on(self) -> bool:
        """Whether the patient goes in."""
        return self.take is not Take.SKIP

    @property
    def can_be_ticked(self) -> bool:
        """Whether there is anything to choose."""
        return self.row.happens in _CAN_BE_TICKED or bool(self.taken_over)

    @property
    def asks(self) -> bool:
        """Whether the row waits for an answer."""
        return self.row.happens is Happens.ASK and self.take is Take.SKIP

    @property
    def is_added(self) -> bool:
        """Whether the patient becomes a new one."""
        return self.is_on and (self.row.happens is Happens.ADD or self.take is Take.APART)

    @property
    def is_updated(self) -> bool:
        """Whether somebody who is here is brought up to date."""
        is_newer = self.row.happens is Happens.UPDATE or bool(self.taken_over)
        return self.is_on and (is_newer or self.take is Take.JOIN)


class ImportChoices:
    """The choices of one preview: everybody new or newer goes in until the nurse says otherwise."""

    def __init__(self, preview: ImportPreview) -> None:
        self.preview = preview
        self._takes = {
            row.key: Take.TAKE if row.happens in _GOES_IN else Take.SKIP for row in preview.rows
        }
        self._over: dict[str, frozenset[str]] = {}
        self.people_over: dict[str, frozenset[str]] = {}

    @property
    def rows(self) -> tuple[ShownRow, ...]:
        """Every patient with the choice made."""
        nothing = frozenset[str]()
        return tuple(
            ShownRow(row, self._takes[row.key], self._over.get(row.key, nothing))
            for row in self.preview.rows
        )

    @property
    def count(self) -> int:
        """How many patients go in."""
        return sum(row.is_on for row in self.rows if row.can_be_ticked)

    @property
    def people_to_add(self) -> int:
        """How many of the staff are new in the directory with those who go in."""
        named = {key for row in self.rows if row.is_on for key in row.row.people}
        return len(named) + self.preview.loose_people

    @property
    def people_left_out(self) -> frozenset[str]:
        """The keys of those of the staff who are named only with patients that stay out."""
        kept = {key for row in self.rows if row.is_on for key in row.row.people}
        return frozenset(key for row in self.preview.rows for key in row.people) - kept

    @property
    def has_anything(self) -> bool:
        """Whether an import would change anything."""
        people = self.people_to_add or self.preview.people_to_update
        return bool(self.count or people or any(self.people_over.values()))

    def amounts(self, rows: Sequence[ShownRow]) -> Amounts:
        """What comes in anew with some of the rows."""
        whole = Amounts()
        for row in rows:
            whole = whole + row.row.amounts
        return whole

    def turn(self, shown: ShownRow) -> None:
        """Tick a row or take the tick away; a question is answered by `answer` alone."""
        if shown.row.happens in _GOES_IN or shown.is_on or shown.taken_over:
            self._takes[shown.row.key] = Take.SKIP if shown.is_on else Take.TAKE

    def take_over(self, shown: ShownRow, fields: frozenset[str]) -> None:
        """Let the file be right about these fields, of those that were changed here too."""
        key = shown.row.key
        self._over[key] = fields
        if shown.row.happens is Happens.SAME:
            self._takes[key] = Take.TAKE if fields else Take.SKIP

    def take_over_people(self, fields: Mapping[str, frozenset[str]]) -> None:
        """Let the file be right about these fields of colleagues, by the key of each."""
        self.people_over.update(fields)

    def answer(self, shown: ShownRow, take: Take) -> None:
        """Join a row to whom it asks about, or keep it apart; the same again takes it back."""
        is_again = self._takes[shown.row.key] is take
        self._takes[shown.row.key] = Take.SKIP if is_again else take

    def chosen(self) -> Mapping[str, Choice]:
        """A choice for every patient, by key."""
        return {shown.row.key: self._choice(shown) for shown in self.rows if shown.can_be_ticked}

    @staticmethod
    def _choice(shown: ShownRow) -> Choice:
        whom = shown.row.patient_id if shown.take is Take.JOIN else None
        return Choice(shown.take, whom, shown.taken_over)
