"""A user's choices come back as they were, and a damaged file harms nothing."""

import stat
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ui.look.theme import ThemeChoice
from ui.preferences import Preferences, load_preferences, save_preferences

CHOSEN = Preferences(
    ThemeChoice.DARK,
    125,
    (Path("/srv/clinic/careteam.db"), Path('/home/joan/Übung "1"/second.db')),
    bytes(range(256)),
    {"today.whose": "mine", "tab": "contacts"},
)


def test_what_was_chosen_comes_back(tmp_path: Path) -> None:
    file = tmp_path / "deep" / "preferences.json"
    assert save_preferences(CHOSEN, file)
    assert load_preferences(file) == CHOSEN


@given(
    layout=st.dictionaries(st.text(max_size=20), st.text(max_size=40), max_size=5),
    geometry=st.binary(max_size=80),
)
def test_any_text_and_any_bytes_come_back(
    tmp_path_factory: pytest.TempPathFactory, layout: dict[str, str], geometry: bytes
) -> None:
    file = tmp_path_factory.mktemp("choices") / "preferences.json"
    given_ones = Preferences(geometry=geometry, layout=layout)
    assert save_preferences(given_ones, file)
    assert load_preferences(file) == given_ones


@pytest.mark.parametrize(
    "damaged",
    [
        b"",
        b'{"theme": ',
        b"[]",
        b"7",
        b"\xff\xfe\x00",
        b'{"theme": 7, "text_percent": "large", "databases": 3, "geometry": "*", "layout": []}',
        b'{"layout": ' + b"[" * 3000,
        b" " * 300_000,
    ],
)
def test_a_damaged_file_means_the_defaults(tmp_path: Path, damaged: bytes) -> None:
    file = tmp_path / "preferences.json"
    file.write_bytes(damaged)
    assert load_preferences(file) == Preferences()


def test_what_is_sound_in_a_half_damaged_file_is_kept(tmp_path: Path) -> None:
    file = tmp_path / "preferences.json"
    file.write_text('{"theme": "dark", "text_percent": 900, "databases": ["/a.db", 4, ""]}')
    kept = load_preferences(file)
    assert (kept.theme, kept.text_percent, kept.databases) == (
        ThemeChoice.DARK,
        160,
        (Path("/a.db"),),
    )


def test_no_file_and_a_folder_in_its_place_mean_the_defaults(tmp_path: Path) -> None:
    assert load_preferences(tmp_path / "none.json") == Preferences()
    assert load_preferences(tmp_path) == Preferences()
    assert not save_preferences(Preferences(), tmp_path)


def test_a_failed_write_leaves_the_old_choices_and_no_litter(tmp_path: Path) -> None:
    folder = tmp_path / "preferences.json"
    folder.mkdir()
    assert not save_preferences(CHOSEN, folder)
    assert [path.name for path in tmp_path.iterdir()] == ["preferences.json"]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such rights")
def test_the_file_is_for_its_owner_alone(tmp_path: Path) -> None:
    file = tmp_path / "own" / "preferences.json"
    save_preferences(CHOSEN, file)
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert stat.S_IMODE(file.parent.stat().st_mode) == 0o700


def test_the_database_opened_last_comes_first_and_stands_there_once() -> None:
    first, second = Path("/a.db"), Path("/b.db")
    known = Preferences().opened(first).opened(second).opened(first)
    assert known.databases == (first, second)
    assert known.forgot(first).databases == (second,)
    for number in range(20):
        known = known.opened(Path(f"/{number}.db"))
    assert len(known.databases) == 8
