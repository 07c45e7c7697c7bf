"""What a reference points at, found among all the resources of a run."""

from collections import defaultdict
from urllib.parse import unquote

from careteam.domain.identity import name_words
from careteam.domain.incoming import Identifier
from careteam.imports.fhir.identifiers import identifier, identifiers, reference_identifier
from careteam.imports.fhir.tree import Entry, Node, nodes, text, texts


class References:
    """All resources of a run by URL, by type and id, and by identifier."""

    def __init__(self, entries: list[Entry]) -> None:
        self._by_url: dict[str, list[Entry]] = defaultdict(list)
        self._by_name: dict[str, list[Entry]] = defaultdict(list)
        self._names: dict[int, frozenset[str]] = {}
        self._by_identifier: dict[tuple[str, str, str], list[Entry]] = defaultdict(list)
        for entry in entries:
            if entry.url:
                self._by_url[entry.url].append(entry)
            name = text(entry.body.get("id"))
            if name:
                self._by_name[f"{entry.kind}/{name}"].append(entry)
            for item in identifiers(entry.body):
                self._by_identifier[(entry.kind, item.system, item.value)].append(entry)

    def find(self, reference: Node, source: Entry) -> Entry | None:
        """The resource that a reference inside `source` means, or None.

        A resource of another file is only taken when it is the only one that can be meant and
        its name does not contradict the display of the reference.
        """
        written = text(reference.get("reference"))
        if written.startswith("#"):
            return _contained(written[1:], source)
        asked = asked_identifier(reference)
        if asked is not None:
            kind, wanted = asked
            found = self._by_identifier.get((kind, wanted.system, wanted.value), [])
            return self._chosen(found, source, reference)
        if not written:
            return None
        written = written.split("/_history/")[0]
        if written.startswith("urn:"):
            return self._chosen(self._by_url.get(written, []), source, reference)
        if "://" in written:
            return self._absolute(written, reference, source)
        return self._relative(written, reference, source)

    def _absolute(self, url: str, reference: Node, source: Entry) -> Entry | None:
        found = self._chosen(self._by_url.get(url, []), source, reference)
        if found is not None:
            return found
        name = "/".join(url.split("?")[0].rstrip("/").split("/")[-2:])
        return self._chosen(
            [entry for entry in self._by_name.get(name, []) if not _has_web_url(entry)],
            source,
            reference,
        )

    def _relative(self, written: str, reference: Node, source: Entry) -> Entry | None:
        if _has_web_url(source):
            base = source.url.rsplit("/", 2)[0]
            found = self._chosen(self._by_url.get(f"{base}/{written}", []), source, reference)
            if found is not None:
                return found
        return self._chosen(self._by_name.get(written, []), source, reference)

    def _chosen(self, found: list[Entry], source: Entry, reference: Node) -> Entry | None:
        own = [entry for entry in found if entry.file == source.file]
        if own:
            return own[-1]
        near = [entry for entry in found if entry.folder == source.folder]
        shown = name_words(text(reference.get("display")))
        others = [entry for entry in near or found if self._can_be(entry, shown)]
        if others and all(_are_same(others[0], entry) for entry in others):
            return others[-1]
        return None

    def _can_be(self, entry: Entry, shown: frozenset[str]) -> bool:
        if not shown:
            return True
        if entry.number not in self._names:
            names = (_spoken(name) for name in nodes(entry.body.get("name")))
            self._names[entry.number] = name_words(*names)
        own = self._names[entry.number]
        return not own or bool(shown & own)


def kind_of(reference: Node) -> str:
    """The type a reference names, by its `type` or its path; empty when it does not say."""
    named = text(reference.get("type"))
    if named:
        return named.rsplit("/", 1)[-1]
    written = text(reference.get("reference")).split("/_history/")[0]
    if written.startswith(("urn:", "#")) or not written:
        return ""
    if "?" in written:
        return written.split("?", 1)[0].rsplit("/", 1)[-1]
    parts = written.rstrip("/").split("/")
    return parts[-2] if len(parts) > 1 else ""


def asked_identifier(reference: Node) -> tuple[str, Identifier] | None:
    """The type and identifier of a conditional or logical reference."""
    written = text(reference.get("reference"))
    kind, mark, query = written.partition("?identifier=")
    if mark:
        system, bar, value = unquote(query.split("&")[0]).rpartition("|")
        found = identifier({"system": system if bar else "", "value": value})
        return (kind.rsplit("/", 1)[-1], found) if found else None
    found = reference_identifier(reference)
    if found is None or written:
        return None
    return text(reference.get("type")) or "Practitioner", found


def _contained(name: str, source: Entry) -> Entry | None:
    for item in nodes(source.body.get("contained")):
        if name and text(item.get("id")) == name:
            kind = text(item.get("resourceType"))
            return Entry(
                source.number, kind, item, source.file, source.folder, source.place, "", f"#{name}"
            )
    return None


def _spoken(name: Node) -> str:
    return " ".join((text(name.get("family")), texts(name.get("given")), text(name.get("text"))))


def _are_same(one: Entry, other: Entry) -> bool:
    if one is other:
        return True
    mine = {(item.system, item.value) for item in identifiers(one.body)}
    return any((item.system, item.value) in mine for item in identifiers(other.body))


def _has_web_url(entry: Entry) -> bool:
    return entry.url.startswith(("http://", "https://"))
