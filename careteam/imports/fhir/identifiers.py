"""Business identifiers: which are kept, which one is the record number, which can be trusted."""

import re

from careteam.domain.exchange import NPI_AS_GIVEN
from careteam.domain.incoming import Identifier
from careteam.imports.fhir.tree import Entry, Node, codings, key_of, node, nodes, text

NPI = "http://hl7.org/fhir/sid/us-npi"

# HL7 v2-0203: social security, social beneficiary, driver's licence, passport, tax number.
_PRIVATE_KINDS = frozenset({"SS", "SB", "DL", "PPN", "TAX"})
_PRIVATE_SYSTEMS = re.compile(
    r"us-ssn$|passport|2\.16\.840\.1\.113883\.4\.(1$|330|3\.)", re.IGNORECASE
)
_LIKE_SSN = re.compile(r"\d{3}-\d{2}-\d{4}", re.ASCII)
_LONGEST_VALUE = 200


def identifiers(body: Node) -> tuple[Identifier, ...]:
    """The identifiers of a resource, without social security, licence and passport numbers."""
    kept: dict[tuple[str, str], Identifier] = {}
    for item in nodes(body.get("identifier")):
        found = identifier(item)
        if found is not None:
            kept.setdefault((found.system, found.value), found)
    return tuple(kept.values())


def identifier(item: Node) -> Identifier | None:
    """One identifier; None when it has no value, is out of use, or is too private to keep."""
    value = text(item.get("value"))
    if not value:
        return None
    system = text(item.get("system")).rstrip("/")
    if max(len(value), len(system)) > _LONGEST_VALUE or item.get("use") == "old":
        return None
    kinds = {coding.code for coding in codings(item.get("type"))}
    is_private = (
        bool(kinds & _PRIVATE_KINDS)
        or bool(_PRIVATE_SYSTEMS.search(system))
        or (not system and "MR" not in kinds and bool(_LIKE_SSN.fullmatch(value)))
    )
    if is_private:
        return None
    system = NPI if system == NPI_AS_GIVEN else system
    kind = "NPI" if system == NPI else "MR" if "MR" in kinds else next(iter(sorted(kinds)), "")
    return Identifier(system, value, kind[:20])


def record_number(kept: tuple[Identifier, ...]) -> Identifier | None:
    """The medical record number: the first of type MR, else the first that was kept."""
    typed = [item for item in kept if item.kind == "MR"]
    return next(iter([*typed, *kept]), None)


def npi_of(kept: tuple[Identifier, ...]) -> str:
    """The National Provider Identifier as given, valid or not, or an empty text."""
    return next((item.value for item in kept if item.kind == "NPI"), "")


def key_of_identifier(item: Identifier) -> str:
    return key_of(item.system, item.value)


def key_of_entry(entry: Entry) -> str:
    """The same key for the same resource in every file: by identifier, id, URL, or position."""
    kept = identifiers(entry.body)
    if kept and kept[0].system:
        return key_of_identifier(kept[0])
    return local_key(entry)


def local_key(entry: Entry) -> str:
    """The key of a resource by its id or URL, or by its position when it has neither."""
    name = text(entry.body.get("id"))
    if name:
        return key_of(f"{entry.kind}/{name}")
    return key_of(entry.url or f"{entry.kind}@{entry.file}#{entry.place}{entry.fragment}")


def reference_identifier(reference: Node) -> Identifier | None:
    """The identifier in a logical reference."""
    return identifier(node(reference.get("identifier")))
