"""Small files that are either as they were or as they are to be, never in between."""

import json
import os
from pathlib import Path
from typing import Any


def keep_tree(path: Path, tree: Any) -> None:
    """Write JSON in place of what was there, for this account alone; OSError when refused."""
    part = path.with_name(path.name + ".part")
    try:
        descriptor = os.open(part, os.O_CREAT | os.O_TRUNC | os.O_WRONLY, 0o600)
        with os.fdopen(descriptor, "w", encoding="utf-8") as file:
            json.dump(tree, file, indent=1)
            file.flush()
            os.fsync(file.fileno())
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)
