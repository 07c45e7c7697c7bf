"""Dates, times and numbers that cannot be are refused at their field, in every locale alike."""

import os
import re
import subprocess
import sys
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from careteam.domain.catalogue import Catalogue
from careteam.domain.dates import moment_shown, read_day, read_moment, read_partial
from careteam.domain.errors import Problem, Refused
from careteam.domain.moment import Moment
from careteam.domain.numbers import whole_number
from careteam.domain.patients import PatientDraft, check
from careteam.domain.phones import Phone, check_phones, shown
from careteam.domain.text import fold
from careteam.storage.reads.contacts import contacts_of
from careteam.storage.store import Store
from tests.bad_inputs.test_files_and_places import run_main
from tests.cli.conftest import Typed
from tests.cli.test_writing import LOG
from tests.conftest import PASSPHRASE
from tests.ui.window.conftest import Room
from ui.form_sheet import day_field
from ui.look.minutes_field import MinutesField
from ui.look.theme import Theme
from ui.needs.score_sheets import ScoreSheet
from ui.settings.number_edit import NumberEdit

EMPTY = Catalogue({}, {}, {}, {}, {})
TODAY = date(2026, 11, 20)
NO_NUMBERS = (
    str(2**70), "NaN", "nan", "1e309", "inf", "-0", "-1", "1,5", "1.000", "1_0", "٣", "²", "0x10",
)  # fmt: skip


@pytest.mark.parametrize(
    ("born", "said"),
    [
        ("30-Feb-2020", "no such day"),
        ("1900-01-01", "older than anyone"),
        ("9999-12-31", "cannot be right"),
        ("21-Nov-2026", "in the future"),
    ],
)
def test_a_birth_date_that_cannot_be_is_refused_at_its_field(born: str, said: str) -> None:
    with pytest.raises(Refused) as refused:
        check(
            PatientDraft("1", "Ito", birth_date=read_partial(born, TODAY, "birth_date")),
            catalogue=EMPTY,
            today=TODAY,
        )
    [sentence] = [
        problem.sentence for problem in refused.value.problems if problem.field == "birth_date"
    ]
    assert said in sentence


@pytest.mark.parametrize("typed", ["14/3/81", "14-Mar-81", "3.4.26"])
def test_a_year_of_two_digits_is_refused(typed: str) -> None:
    with pytest.raises(Refused, match="write it as"):
        read_day(typed, TODAY)


def test_a_day_that_can_be_read_two_ways_is_shown_in_words_to_choose() -> None:
    with pytest.raises(Refused, match="two ways; write the month as a word, such as 4-Mar-2026"):
        read_day("03/04/2026", TODAY)


def test_an_iso_day_is_shown_back_with_its_month_in_words(look: Theme, qtbot: QtBot) -> None:
    field = day_field(look, TODAY)
    qtbot.addWidget(field)
    QTest.keyClicks(field, "2026-04-03")
    field.editingFinished.emit()
    assert field.text() == "3-Apr-2026"


NEW_YORK = Moment.at(datetime(2026, 11, 20, tzinfo=UTC), "America/New_York")


@pytest.mark.parametrize(
    ("typed", "kept", "told"),
    [
        ("8-Mar-2026 02:30", "2026-03-08T07:30", "8-Mar-2026 03:30"),
        ("1-Nov-2026 01:30", "2026-11-01T05:30", "1-Nov-2026 01:30"),
        ("1-Nov-2026 03:00", "2026-11-01T08:00", "1-Nov-2026 03:00"),
    ],
    ids=["gap of spring", "fold of autumn", "after the fold"],
)
def test_a_time_in_the_gap_or_the_fold_of_the_clock_is_kept_in_utc(
    typed: str, kept: str, told: str
) -> None:
    at = NEW_YORK.to_utc(read_moment(typed, TODAY))
    assert at == datetime.fromisoformat(kept).replace(tzinfo=UTC)
    assert moment_shown(NEW_YORK.local(at)) == told


def test_another_zone_of_the_machine_changes_no_time_of_the_clinic(
    typed: Typed, clinic: Store, patient: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert typed(*LOG, "--at", "18-Nov-2026 16:20").code == 0
    monkeypatch.setenv("TZ", "Asia/Tokyo")
    [row] = clinic.read(contacts_of, patient)
    assert moment_shown(row.at) == "18-Nov-2026 16:20"
    assert '"at": "2026-11-18T16:20-05:00"' in typed("contacts", "482913", "--json").out


@pytest.mark.parametrize("number", ["+1 (555) 010-0000 ext. 5", "555-010-0000 x5"])
def test_a_phone_is_kept_as_it_was_typed(number: str) -> None:
    problems: list[Problem] = []
    assert [each.number for each in check_phones((Phone(number),), problems)] == [number]
    assert problems == []
    assert shown(number)


@pytest.mark.parametrize("number", ["call Rosa", "555-HELP", "ext", "=1+1 a"])
def test_a_phone_with_letters_is_refused(number: str) -> None:
    problems: list[Problem] = []
    assert check_phones((Phone(number),), problems) == ()
    assert [problem.field for problem in problems] == ["phones.0"]


@pytest.mark.parametrize("typed", NO_NUMBERS)
def test_what_is_no_whole_number_is_refused(typed: str) -> None:
    with pytest.raises(ValueError, match=re.escape(typed)):
        whole_number(typed)


@pytest.mark.parametrize("number", NO_NUMBERS)
def test_at_the_command_line_too(typed: Typed, clinic: Store, number: str) -> None:
    at = LOG.index("--minutes")
    minutes = (*LOG[: at + 1], number, *LOG[at + 2 :])
    for words in (minutes, ("screen", "482913", "distress_thermometer", "--", number)):
        said = typed(*words)
        assert said.code == 2
        assert "Traceback" not in said.err


@pytest.mark.parametrize("number", NO_NUMBERS)
def test_a_score_that_is_no_number_is_refused_at_its_field(
    room: Room, look: Theme, number: str
) -> None:
    sheet = ScoreSheet(look, room.desk, room.window, room.patient, "distress_thermometer")
    sheet.open()
    sheet._score.setText(number)
    sheet._confirm.click()
    assert sheet._fields["score"].problem() == "Write a whole number."
    assert sheet._score.text() == number
    sheet.close_now()


@pytest.mark.parametrize("country", ["de_DE", "tr_TR", "ar_EG", "fr_FR"])
def test_a_number_is_read_alike_in_every_country(look: Theme, qtbot: QtBot, country: str) -> None:
    before = QLocale()
    QLocale.setDefault(QLocale(country))
    try:
        minutes, days = MinutesField(look), NumberEdit(look, 3650)
        for field in (minutes, days):
            qtbot.addWidget(field)
            for typed, read in (("12", 12), ("1,5", 15), ("1.5", 15), ("-3", 3), ("", None)):
                field.setText("")
                QTest.keyClicks(field, typed)
                assert field.value() in (read, None), typed
                assert field.text() in ("", str(read)) or not field.hasAcceptableInput()
    finally:
        QLocale.setDefault(before)


def test_a_dotless_i_is_found_whatever_the_machine_speaks() -> None:
    for written in ("IŞIK", "Işık", "ışık", "İşik"):
        assert fold(written) == "isik"


@pytest.mark.parametrize("country", ["tr_TR.UTF-8", "de_DE.UTF-8", "C"])
def test_the_program_reads_and_writes_alike_in_every_locale(tmp_path: Path, country: str) -> None:
    env = {"CARETEAM_PASSPHRASE": PASSPHRASE, "LC_ALL": country, "LANG": country}
    database = ("--database", str(tmp_path / "a.db"))
    assert (
        run_main(*database, "init", "--navigator", "Işıl İpek", cwd=tmp_path, **env).returncode == 0
    )
    people = run_main(*database, "people", "--json", cwd=tmp_path, **env)
    assert "Işıl" in people.stdout
    assert "İpek" in people.stdout


def test_nothing_of_the_program_asks_the_locale_how_to_read() -> None:
    """`locale.setlocale` would change what the numbers of others mean."""
    code = (
        "import locale, ui.shell, careteam.cli.parser\n"
        "print(locale.setlocale(locale.LC_NUMERIC), careteam.cli.parser, ui.shell)"
    )
    env = {**os.environ, "LC_ALL": "de_DE.UTF-8"}
    done = subprocess.run(
        [sys.executable, "-c", code], env=env, text=True, capture_output=True, check=True
    )
    assert done.stdout.split()[0] == "C"
