"""Small files that are either as they were or as they are to be, never in between."""

import json
import os
from pathlib import Path
from typing import Any


def keep_tree(path: Path, tree: Any) -> None:
    """Write JSON in place of what was there, for this account alone; OSError when refused."""
    keep_bytes(path, json.dumps(tree, indent=1).encode())


def keep_bytes(path: Path, content: bytes) -> None:
    """The same with bytes; they are on the disk when this returns, a power cut takes nothing."""
    part = path.with_name(path.name + ".part")
    try:
        descriptor = os.open(part, os.O_CREAT | os.O_TRUNC | os.O_WRONLY, 0o600)
        with os.fdopen(descriptor, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)
