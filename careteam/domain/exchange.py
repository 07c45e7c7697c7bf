"""The names by which Careteam's own words are known in a FHIR file, leaving and arriving alike.

None of these addresses leads anywhere: `.invalid` never does (RFC 2606, section 2). They are names.
"""

import uuid
from collections.abc import Iterable

BASE = "https://careteam.invalid/fhir"
UUIDS = "urn:ietf:rfc:3986"
"""The identifier system of a URN; a row is known everywhere as `urn:uuid:` and its own UUID."""

NPI_AS_GIVEN = f"{BASE}/NamingSystem/npi-as-given"
"""For an NPI that is none by its check digit: it may not stand in the system of the true ones."""

NAMESPACE_SETTING = "namespace"
"""The setting that names who gives the clinic's record numbers: a URI, by default a `urn:uuid:`."""

_URN = "urn:uuid:"


def code_system(kind: str) -> str:
    """The code system of one of the clinic's lists: role, phase, barrier, outcome and so on."""
    return f"{BASE}/CodeSystem/{kind.replace('_', '-')}"


def details_url(kind: str) -> str:
    """The extension that carries what FHIR has no place for, of one kind of row."""
    return f"{BASE}/StructureDefinition/{kind.replace('_', '-')}"


def urn_of(uid: str) -> str:
    """A UUID as a URN."""
    return _URN + uid


def uid_of(urn: str) -> str:
    """The UUID in a URN, or nothing when there is none."""
    if not urn.casefold().startswith(_URN):
        return ""
    try:
        return str(uuid.UUID(urn[len(_URN) :]))
    except ValueError:
        return ""


def uid_in_key(key: str) -> str:
    """The UUID in the key of an import, where the sender knows the row by one."""
    system, bar, value = key.partition("|")
    return uid_of(value) if bar and system == UUIDS else ""


def uid_among(identifiers: Iterable[tuple[str, ...]]) -> str:
    """The UUID among identifiers that are told by system and value, or nothing."""
    found = (uid_of(item[1]) for item in identifiers if item[0] == UUIDS)
    return next((uid for uid in found if uid), "")


def key_of_uid(uid: str) -> str:
    """The key under which a row comes back that is known by its UUID."""
    return f"{UUIDS}|{urn_of(uid)}"


def derived(of: str, *parts: object) -> str:
    """The UUID of a thing that has none of its own: the same for the same parts, everywhere."""
    return str(uuid.uuid5(uuid.UUID(of), "/".join(str(part) for part in parts)))
