"""Finding one's way in what leaves: resources of a Bundle, references, and what is equal."""

import json
from collections.abc import Iterator
from typing import Any

Node = dict[str, Any]


def resources(bundle: Node, kind: str = "") -> list[Node]:
    """The resources of a Bundle, of one type or of all."""
    found = [entry["resource"] for entry in bundle["entry"]]
    return [item for item in found if kind in ("", item["resourceType"])]


def only(bundle: Node, kind: str) -> Node:
    """The one resource of a type."""
    (found,) = resources(bundle, kind)
    return found


def references(tree: Any) -> Iterator[str]:
    """Every reference that is written anywhere in a tree."""
    if isinstance(tree, dict):
        if isinstance(tree.get("reference"), str):
            yield tree["reference"]
        for value in tree.values():
            yield from references(value)
    elif isinstance(tree, list):
        for value in tree:
            yield from references(value)


def codes(concept: Node) -> list[str]:
    """The codes of a concept."""
    return [coding["code"] for coding in concept["coding"]]


def said(resource: Node) -> Node:
    """The details of ours by name; what stands several times is a list."""
    found: Node = {}
    for part in resource["extension"][-1]["extension"]:
        value = next((value for name, value in part.items() if name.startswith("value")), None)
        if part["url"] in found:
            known = found[part["url"]]
            found[part["url"]] = [*(known if isinstance(known, list) else [known]), value]
        else:
            found[part["url"]] = value
    return found


def without_passing(bundle: Node) -> str:
    """A Bundle as text without what only tells of this one export, and of what was withdrawn."""
    gone = {item["id"] for item in resources(bundle) if item.get("status") == "entered-in-error"}
    kept = [
        item
        for item in resources(bundle)
        if item["resourceType"] != "Provenance" and item["id"] not in gone
    ]
    return json.dumps(kept, ensure_ascii=False, indent=1)
