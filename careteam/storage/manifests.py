"""The manifest beside each copy: what it holds and its digest, signed with the database's key."""

import hashlib
import hmac
import json
from dataclasses import asdict
from datetime import datetime
from pathlib import Path
from typing import Any

from careteam.domain.backups import Copy, Why
from careteam.domain.errors import Locked, Unavailable
from careteam.storage.engine import Key
from careteam.storage.whole_file import keep_tree

FORMAT = 1
PURPOSE = b"backup-manifest/v1"


def manifest_of(copy: Path) -> Path:
    """Where the manifest of a copy lies."""
    return copy.with_name(f"{copy.name}.json")


def write_manifest(folder: Path, copy: Copy, key: Key) -> None:
    """Write the manifest of a copy, whole or not at all."""
    tree: dict[str, Any] = {"format": FORMAT, **asdict(copy), "made_at": copy.made_at.isoformat()}
    tree["mac"] = _mac(tree, key)
    keep_tree(manifest_of(folder / copy.name), tree)


def read_manifest(manifest: Path) -> Copy:
    """What a manifest says, unchecked; ValueError when it is none."""
    try:
        return _copy(json.loads(manifest.read_text(encoding="utf-8")))
    except (OSError, KeyError, TypeError, ValueError) as error:
        raise ValueError(f"{manifest.name} is not a manifest") from error


def signed_manifest(copy: Path, key: Key) -> Copy:
    """What the manifest of a copy says, with its signature checked.

    Unavailable without a readable manifest; Locked when it was signed with another key or changed.
    """
    try:
        tree = json.loads(manifest_of(copy).read_text(encoding="utf-8"))
        told, is_signed = _copy(tree), hmac.compare_digest(str(tree["mac"]), _mac(tree, key))
    except (OSError, KeyError, TypeError, ValueError) as error:
        raise Unavailable(
            f"{copy.name} has no manifest that can be read. Choose another copy."
        ) from error
    if not is_signed:
        raise Locked(
            f"{copy.name} was made with another key than its keys have, or its manifest was "
            "changed. Choose another copy."
        )
    return told


def digest_of(path: Path) -> str:
    """The SHA-256 of a file, in hexadecimal."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _copy(tree: dict[str, Any]) -> Copy:
    return Copy(
        str(tree["name"]), datetime.fromisoformat(tree["made_at"]), Why(tree["why"]),
        int(tree["schema"]), int(tree["size"]), str(tree["digest"]), int(tree["patients"]),
        int(tree["contacts"]),
    )  # fmt: skip


def _mac(tree: dict[str, Any], key: Key) -> str:
    """HMAC-SHA256 over the manifest without its signature, with a key of its own."""
    signing = hmac.digest(key.raw, PURPOSE, "sha256")
    text = json.dumps({**tree, "mac": ""}, sort_keys=True, separators=(",", ":"))
    return hmac.new(signing, text.encode(), "sha256").hexdigest()
