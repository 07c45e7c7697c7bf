"""What this user chose on this machine: look, window and last databases; never a patient's data."""

import contextlib
import json
import os
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from platformdirs import user_config_path

from ui.look.theme import LARGEST_PERCENT, SMALLEST_PERCENT, ThemeChoice

FILE = "preferences.json"
MOST_DATABASES = 8
MOST_BYTES = 200_000


@dataclass(frozen=True, slots=True)
class Preferences:
    """The choices of one user account.

    `databases` are the files last opened, newest first; `geometry` is what Qt gave for the window;
    `layout` keeps small choices of the pages (which tab, which filter) by name.
    """

    theme: ThemeChoice = ThemeChoice.SYSTEM
    text_percent: int = 100
    databases: tuple[Path, ...] = ()
    geometry: bytes = b""
    layout: Mapping[str, str] = field(default_factory=dict[str, str])

    def opened(self, database: Path) -> "Preferences":
        """The same with a database as the one last opened."""
        others = (known for known in self.databases if known != database)
        return replace(self, databases=(database, *others)[:MOST_DATABASES])

    def forgot(self, database: Path) -> "Preferences":
        """The same without a database that is no longer there."""
        return replace(self, databases=tuple(d for d in self.databases if d != database))


def preferences_path() -> Path:
    """Where this user's choices rest."""
    return user_config_path("careteam", appauthor=False) / FILE


def load_preferences(path: Path | None = None) -> Preferences:
    """The choices kept on this machine; whatever is missing or damaged has its default."""
    path = path or preferences_path()
    try:
        if path.stat().st_size > MOST_BYTES:
            return Preferences()
        kept = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError):
        return Preferences()
    if not isinstance(kept, dict):
        return Preferences()
    return Preferences(
        theme=_theme(kept.get("theme")),
        text_percent=_percent(kept.get("text_percent")),
        databases=_databases(kept.get("databases")),
        geometry=_bytes(kept.get("geometry")),
        layout=_layout(kept.get("layout")),
    )


def save_preferences(preferences: Preferences, path: Path | None = None) -> bool:
    """Write the choices whole or not at all; says whether the machine let us."""
    path = path or preferences_path()
    fresh = path.with_name(f".{path.name}-{os.getpid()}")
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        handle = os.open(fresh, os.O_CREAT | os.O_TRUNC | os.O_WRONLY, 0o600)
    except OSError:
        return False
    try:
        with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as file:
            file.write(_json(preferences))
        fresh.replace(path)
    except OSError:
        with contextlib.suppress(OSError):
            fresh.unlink()
        return False
    return True


def _json(preferences: Preferences) -> str:
    layout = {k: v for k, v in preferences.layout.items() if _is_writable(k) and _is_writable(v)}
    kept = {
        "theme": preferences.theme.value,
        "text_percent": preferences.text_percent,
        "databases": [str(path) for path in preferences.databases if _is_writable(str(path))],
        "geometry": preferences.geometry.hex(),
        "layout": layout,
    }
    return json.dumps(kept, ensure_ascii=False, indent=1) + "\n"


def _is_writable(text: str) -> bool:
    """Whether the text is Unicode; a file name on Linux may hold bytes that are none."""
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        return False
    return True


def _theme(kept: Any) -> ThemeChoice:
    try:
        return ThemeChoice(kept)
    except ValueError:
        return ThemeChoice.SYSTEM


def _percent(kept: Any) -> int:
    if isinstance(kept, bool) or not isinstance(kept, int):
        return 100
    return max(SMALLEST_PERCENT, min(LARGEST_PERCENT, kept))


def _databases(kept: Any) -> tuple[Path, ...]:
    if not isinstance(kept, list):
        return ()
    paths = [Path(name) for name in kept if isinstance(name, str) and name and "\0" not in name]
    return tuple(dict.fromkeys(paths))[:MOST_DATABASES]


def _bytes(kept: Any) -> bytes:
    try:
        return bytes.fromhex(kept) if isinstance(kept, str) else b""
    except ValueError:
        return b""


def _layout(kept: Any) -> dict[str, str]:
    if not isinstance(kept, dict):
        return {}
    return {str(key): value for key, value in kept.items() if isinstance(value, str)}
