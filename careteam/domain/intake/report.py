"""What an import did: said patient by patient and kind by kind, with nothing left silent."""

from collections import Counter
from dataclasses import dataclass, field
from enum import StrEnum

from careteam.domain.incoming import Finding
from careteam.domain.intake.tables import About, RefusedRow


class Take(StrEnum):
    """What is to be done with a patient of the files.

    TAKE adds or updates, and never answers a question; JOIN and APART answer it; SKIP leaves out.
    """

    TAKE = "take"
    JOIN = "join"
    APART = "apart"
    SKIP = "skip"


@dataclass(frozen=True, slots=True)
class Choice:
    """The answer for one patient; `patient_id` is whom to join, None for the one that was asked.

    `taken_over` are fields that were changed here, of which the file's value is to stand.
    """

    take: Take = Take.TAKE
    patient_id: int | None = None
    taken_over: frozenset[str] = frozenset()


class Did(StrEnum):
    """What became of a patient of the files."""

    ADDED = "added"
    UPDATED = "updated"
    JOINED = "joined"
    SAME = "same"
    SKIPPED = "skipped"
    ASKED = "asked"
    REFUSED = "refused"
    NOT_REACHED = "not_reached"


IN_DATABASE = frozenset({Did.ADDED, Did.UPDATED, Did.JOINED, Did.SAME})


class Kind(StrEnum):
    """The kinds of things that an import makes or updates."""

    PATIENT = "patient"
    PERSON = "person"
    PLACE = "place"
    CONTACT = "contact"
    CONDITION = "condition"
    RELATED = "related"
    ENTRY = "entry"


@dataclass(slots=True)
class Tally:
    """What one transaction did, filled while it runs and counted only when it was kept."""

    did: Did = Did.SAME
    patient_id: int | None = None
    sentence: str = ""
    made: Counter[Kind] = field(default_factory=Counter)
    updated: Counter[Kind] = field(default_factory=Counter)
    findings: list[Finding] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class PatientDone:
    """What became of one patient, with the reason where nothing could be done."""

    key: str
    name: str
    mrn: str
    did: Did
    patient_id: int | None = None
    sentence: str = ""


@dataclass(frozen=True, slots=True)
class ImportReport:
    """All that an import did; `findings` are the reader's and those of each patient.

    `stopped` says why the rest was not reached, when something stood in the way;
    `is_cancelled` that the nurse stopped it. What was done before stays. Of a table, `about` says
    what it is a list of, `headings` and `refused_rows` what stayed out, and `run_id` names what can
    be taken back.
    """

    files: tuple[str, ...]
    patients: tuple[PatientDone, ...]
    made: tuple[tuple[Kind, int], ...]
    updated: tuple[tuple[Kind, int], ...]
    findings: tuple[Finding, ...]
    left_out: tuple[tuple[str, int], ...]
    refused: tuple[str, ...]
    is_cancelled: bool = False
    stopped: str = ""
    about: About | None = None
    headings: tuple[str, ...] = ()
    refused_rows: tuple[RefusedRow, ...] = ()
    run_id: int | None = None

    def count(self, *did: Did) -> int:
        """Of how many patients one of these is true."""
        return sum(each.did in did for each in self.patients)

    def count_made(self, kind: Kind) -> int:
        """How many of a kind are new."""
        return dict(self.made).get(kind, 0)

    def count_updated(self, kind: Kind) -> int:
        """How many of a kind read otherwise now."""
        return dict(self.updated).get(kind, 0)

    @property
    def has_changed(self) -> bool:
        """Whether anything in the database is not as it was."""
        return bool(self.made or self.updated)

    @property
    def is_whole(self) -> bool:
        """Whether everything that was read is in the database now."""
        not_in = self.count(*(frozenset(Did) - IN_DATABASE - {Did.SKIPPED}))
        left = self.refused or self.refused_rows
        return not (left or self.is_cancelled or self.stopped or not_in)
