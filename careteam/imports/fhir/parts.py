"""The clinical record that Careteam itself wrote, read back into its parts."""

from collections import defaultdict
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from careteam.domain import kept
from careteam.domain.catalogue import Catalogue
from careteam.domain.clinical_rules import ClinicalRules
from careteam.domain.incoming import Severity
from careteam.domain.kept import KeptParts
from careteam.domain.text import LINE_LENGTH, clean
from careteam.imports.fhir.charts import Chart
from careteam.imports.fhir.details import Details, details_of, uid_in
from careteam.imports.fhir.notes import Note, Notes
from careteam.imports.fhir.people import People
from careteam.imports.fhir.references import References
from careteam.imports.fhir.tree import Entry, Node, node, nodes

NOT_READ = Note(
    "An entry of Careteam's own lacks something or uses a word that is not in the clinic's lists: "
    "left out.",
    "{count} entries of Careteam's own lack something or use words that are not in the clinic's "
    "lists: left out.",
    Severity.LEFT_OUT,
)
WITHDRAWN = "entered-in-error"


@dataclass(slots=True)
class Found:
    """The parts of one patient while a run is read, with what belongs under them."""

    parts: dict[str, list[Any]] = field(default_factory=lambda: defaultdict(list))
    actions: dict[str, list[tuple[int, kept.KeptAction]]] = field(
        default_factory=lambda: defaultdict(list)
    )
    tasks: dict[str, Any] = field(default_factory=dict)

    def whole(self) -> KeptParts:
        """All parts, each with what belongs under it."""
        said = {name: tuple(_once(found)) for name, found in self.parts.items()}
        said["barriers"] = tuple(
            replace(each, actions=tuple(action for _, action in sorted(
                self.actions[each.uid], key=lambda pair: pair[0])))
            for each in said.get("barriers", ())
        )  # fmt: skip
        said["referrals"] = tuple(
            replace(each, **self.tasks.get(each.uid, {})) for each in said.get("referrals", ())
        )
        return KeptParts(**said)


@dataclass(frozen=True, slots=True)
class At:
    """What a part is read from, and all that is needed to understand it."""

    entry: Entry
    details: Details
    catalogue: Catalogue
    clinical: ClinicalRules
    people: People
    references: References

    @property
    def body(self) -> Node:
        """The resource."""
        return self.entry.body

    @property
    def uid(self) -> str:
        """The UUID of the row."""
        return uid_in(self.entry.body)

    def person(self, reference: Node) -> str:
        """The key of a member of the staff, or nothing."""
        met = self.people.met(reference, self.entry) if reference else None
        return met.key if met else ""

    def meant(self, reference: Node) -> str:
        """The UUID of the row that a reference means, or nothing."""
        found = self.references.find(reference, self.entry) if reference else None
        return uid_in(found.body) if found else ""

    def term(self, kind: str, key: str) -> str:
        """A key of a list of the catalogue; Unread when the clinic has no such word."""
        if key not in self.catalogue.terms.get(kind, {}):
            raise Unread
        return key

    def role(self, key: str) -> str:
        """The key of a role, or nothing."""
        return key if key in self.catalogue.roles else ""

    def note(self) -> str:
        """The first note of the resource."""
        first = next(iter(nodes(self.body.get("note"))), {})
        return line(first.get("text"))

    def result(self) -> str:
        """What came of a task."""
        first = next(iter(nodes(self.body.get("output"))), {})
        return line(first.get("valueString"))


class Unread(Exception):  # noqa: N818 - the part is left out, which is noted
    """Something that the part cannot be without is missing or not known here."""


Read = Callable[[At, Found], None]


class Parts:
    """Reads the resources that carry details of ours, each into the parts of its patient."""

    def __init__(
        self,
        catalogue: Catalogue,
        clinical: ClinicalRules,
        people: People,
        references: References,
        notes: Notes,
        reads: Mapping[str, Read],
    ) -> None:
        self._reads = reads
        self._words = catalogue, clinical
        self._people = people
        self._references = references
        self._notes = notes
        self._found: dict[str, Found] = defaultdict(Found)

    def read(self, entry: Entry, chart: Chart) -> None:
        """Take one resource in; what is not ours, or was taken back, is passed over."""
        found = details_of(entry.body)
        if found is None or entry.body.get("status") == WITHDRAWN:
            return
        read = self._reads.get(found.kind)
        if read is None:
            return
        at = At(entry, found, *self._words, self._people, self._references)
        try:
            read(at, self._found[chart.patient.key])
        except Unread:
            self._notes.add(NOT_READ, entry.file, entry.place)

    def of(self, chart: Chart) -> KeptParts:
        """All parts of a patient."""
        key = chart.patient.key
        return self._found[key].whole() if key in self._found else KeptParts()


def line(value: object) -> str:
    """One line of text, as long as a line may be."""
    return clean(value)[:LINE_LENGTH] if isinstance(value, str) else ""


def needed(value: Any) -> Any:
    """The value; Unread when there is none."""
    if value in (None, ""):
        raise Unread
    return value


def period(body: Node, name: str = "period") -> tuple[object, object]:
    """The two ends of a Period as written."""
    found = node(body.get(name))
    return found.get("start"), found.get("end")


def _once(found: list[Any]) -> list[Any]:
    """Each part once, where several files hold it the last one counts; repeated acts stay."""
    if not found or not hasattr(found[0], "uid"):
        return found
    return list({each.uid: each for each in found}.values())
