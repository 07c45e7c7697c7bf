"""What Careteam itself wrote where FHIR has no place for it, taken out value by value."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from enum import StrEnum

from careteam.domain.exchange import BASE, UUIDS, details_url, uid_of
from careteam.domain.text import LINE_LENGTH, clean
from careteam.imports.fhir.tree import Node, node, nodes, text

_URL = f"{BASE}/StructureDefinition/"


@dataclass(frozen=True, slots=True)
class Details:
    """The parts of one extension by name; what is missing or of another type is empty."""

    kind: str
    parts: Mapping[str, list[Node]]

    def word(self, name: str, limit: int = LINE_LENGTH) -> str:
        """One line of text."""
        return clean(_string(self._first(name)))[:limit]

    def lines(self, name: str, limit: int) -> str:
        """A text that may have lines."""
        return clean(_string(self._first(name)), lines=True)[:limit]

    def one_of(self, name: str, known: type[StrEnum]) -> str:
        """A word of a closed list, or nothing."""
        found = self.word(name)
        return found if found in list(known) else ""

    def words(self, name: str) -> tuple[str, ...]:
        """Every text of a name."""
        found = (clean(_string(item))[:LINE_LENGTH] for item in self.parts.get(name, ()))
        return tuple(word for word in found if word)

    def day(self, name: str) -> date | None:
        """A whole day."""
        return day_of(self._first(name).get("valueDate"))

    def moment(self, name: str) -> datetime | None:
        """A moment with its zone."""
        try:
            found = datetime.fromisoformat(text(self._first(name).get("valueDateTime")))
        except ValueError:
            return None
        return found.astimezone(UTC) if found.tzinfo else None

    def number(self, name: str) -> int:
        """A whole number, nought without one."""
        found = self._first(name).get("valueInteger")
        return found if isinstance(found, int) and not isinstance(found, bool) else 0

    def yes(self, name: str) -> bool:
        """Whether it is so."""
        return self._first(name).get("valueBoolean") is True

    def answer(self, name: str) -> bool | None:
        """Yes, no, or None where nobody asked."""
        return {"yes": True, "no": False}.get(self.word(name))

    def reference(self, name: str) -> Node:
        """A reference, or an empty one."""
        return node(self._first(name).get("valueReference"))

    def inside(self, name: str) -> list["Details"]:
        """Each of the parts of a name that have parts of their own."""
        return [_made(name, item) for item in self.parts.get(name, ())]

    def _first(self, name: str) -> Node:
        return next(iter(self.parts.get(name, ())), {})


def details_of(body: Node, kind: str = "") -> Details | None:
    """The details of one kind, or of any kind; None where there are none."""
    for item in nodes(body.get("extension")):
        url = text(item.get("url"))
        if url.startswith(_URL):
            found = url[len(_URL) :].replace("-", "_")
            if kind in ("", found):
                return _made(found, item)
    return None


def all_details(body: Node, kind: str) -> list[Details]:
    """The details of one kind, where a resource has several."""
    url = details_url(kind)
    found = (item for item in nodes(body.get("extension")) if text(item.get("url")) == url)
    return [_made(kind, item) for item in found]


def is_ours(body: Node) -> bool:
    """Whether Careteam wrote a resource for itself."""
    return any(text(item.get("url")).startswith(_URL) for item in nodes(body.get("extension")))


def uid_in(body: Node) -> str:
    """The UUID by which the row is known everywhere, or nothing."""
    for item in nodes(body.get("identifier")):
        if text(item.get("system")) == UUIDS:
            uid = uid_of(text(item.get("value")))
            if uid:
                return uid
    return ""


def day_of(value: object) -> date | None:
    """A whole day as written, or None."""
    try:
        return date.fromisoformat(text(value)[:10]) if text(value) else None
    except ValueError:
        return None


def _made(kind: str, item: Node) -> Details:
    parts: dict[str, list[Node]] = {}
    for part in nodes(item.get("extension")):
        parts.setdefault(text(part.get("url")), []).append(part)
    return Details(kind, parts)


def _string(item: Node) -> str:
    found = item.get("valueString")
    return found if isinstance(found, str) else ""
