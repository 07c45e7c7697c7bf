"""The story of the first run: six answers, a password twice, and a database is asked for."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from careteam.domain.passphrases import GUESSED
from ui.look.buttons import Button
from ui.look.choices import SearchChoice
from ui.look.theme import Theme
from ui.unlock.set_up import SetUpPage, SetUpRequest

PASSPHRASE = "lantern meadow copper 41"


@pytest.fixture
def page(look: Theme, qtbot: QtBot, tmp_path: Path) -> SetUpPage:
    page = SetUpPage(look, tmp_path / "careteam.db", "America/New_York")
    qtbot.addWidget(page)
    page.resize(1280, 900)
    page.show()
    page.activateWindow()
    qtbot.waitUntil(lambda: QApplication.focusWidget() is not None)
    return page


def line(page: SetUpPage, name: str) -> QLineEdit:
    found = [edit for edit in page.findChildren(QLineEdit) if edit.accessibleName() == name]
    assert len(found) == 1, name
    return found[0]


def fill(page: SetUpPage, passphrase: str = PASSPHRASE, again: str = PASSPHRASE) -> None:
    for name, text in (
        ("Clinic or program", "Leukemia Program"),
        ("Your family name", "Ellis"),
        ("Your given name", "Joan"),
        ("Credentials", "RN, OCN"),
        ("Password", passphrase),
        ("The same again", again),
    ):
        edit = line(page, name)
        edit.clear()
        QTest.keyClicks(edit, text)


def words(page: SetUpPage) -> list[str]:
    return [label.text() for label in page.findChildren(QLabel) if label.isVisibleTo(page)]


def create(page: SetUpPage) -> None:
    QTest.keyClick(line(page, "The same again"), Qt.Key.Key_Return)


def test_what_was_answered_is_asked_for_and_the_passwords_are_gone(
    page: SetUpPage, qtbot: QtBot, tmp_path: Path
) -> None:
    fill(page)
    with qtbot.waitSignal(page.create_asked) as asked:
        create(page)
    assert asked.args == [
        SetUpRequest(
            tmp_path / "careteam.db",
            "Leukemia Program",
            "America/New_York",
            "Ellis",
            "Joan",
            "RN, OCN",
            "joan.ellis",
            PASSPHRASE,
        )
    ]
    assert line(page, "Password").text() == line(page, "The same again").text() == ""
    assert PASSPHRASE not in repr(asked.args)


def test_tab_walks_the_fields_in_the_order_they_are_read(page: SetUpPage) -> None:
    seen: list[str] = []
    line(page, "Clinic or program").setFocus()
    for _ in range(11):
        widget = QApplication.focusWidget()
        assert widget is not None
        seen.append(widget.accessibleName() or getattr(widget, "text", str)())
        QTest.keyClick(widget, Qt.Key.Key_Tab)
    wanted = ["Clinic or program", "Time zone", "Your family name", "Your given name"]
    assert seen[:4] == wanted
    wanted = ["Credentials", "Where it is kept", "Your user name", "Password"]
    assert sorted(wanted, key=seen.index) == wanted


@pytest.mark.parametrize(
    ("passphrase", "again", "sentence"),
    [
        ("", "", "Choose at least 15 characters."),
        (
            "fourteen chars",
            "fourteen chars",
            "A password has at least 15 characters; 1 more are needed.",
        ),
        ("a" * 20, "a" * 20, GUESSED),
        ("passwordpassword1", "passwordpassword1", GUESSED),
        ("joan.ellisjoan.ellis", "joan.ellisjoan.ellis", GUESSED),
        (PASSPHRASE, PASSPHRASE + "x", "The two passwords differ; type the same one twice."),
    ],
)
def test_a_password_that_will_not_do_is_told_in_one_sentence(
    page: SetUpPage, passphrase: str, again: str, sentence: str
) -> None:
    page.create_asked.connect(lambda _request: pytest.fail("asked with a bad password"))
    fill(page, passphrase, again)
    create(page)
    assert sentence in words(page)


def test_fifteen_letters_without_digits_or_signs_are_enough(page: SetUpPage, qtbot: QtBot) -> None:
    fill(page, "meadowlanternxy", "meadowlanternxy")
    with qtbot.waitSignal(page.create_asked):
        create(page)


def test_what_was_typed_stays_when_something_is_missing(page: SetUpPage) -> None:
    fill(page)
    line(page, "Your family name").clear()
    create(page)
    assert "Give your family name." in words(page)
    assert QApplication.focusWidget() is line(page, "Your family name")
    assert line(page, "Password").text() == PASSPHRASE


def test_a_file_that_exists_is_never_written_over(page: SetUpPage, tmp_path: Path) -> None:
    (tmp_path / "careteam.db").write_bytes(b"something")
    page.create_asked.connect(lambda _request: pytest.fail("asked for a file that exists"))
    fill(page)
    create(page)
    assert "This exists already; choose a new name." in words(page)


def test_the_place_can_be_chosen_and_gets_its_ending(
    look: Theme, qtbot: QtBot, tmp_path: Path
) -> None:
    def choose(_parent: QWidget, path: Path) -> Path:
        return path.with_name("leukemia")

    page = SetUpPage(look, tmp_path / "careteam.db", "UTC", choose)
    qtbot.addWidget(page)
    buttons = {button.text(): button for button in page.findChildren(Button)}
    QTest.keyClick(buttons["Choose…"], Qt.Key.Key_Return)
    assert line(page, "Where it is kept").text() == str(tmp_path / "leukemia.db")


def test_it_says_what_opens_the_data_and_that_nothing_else_does(page: SetUpPage) -> None:
    [told] = [each for each in words(page) if "nobody can open" in each]
    assert "password of a user" in told
    assert "recovery code" in told


def test_the_user_name_follows_the_names_until_one_is_typed(page: SetUpPage) -> None:
    fill(page)
    user = line(page, "Your user name")
    assert user.text() == "joan.ellis"
    user.clear()
    QTest.keyClicks(user, "jo")
    QTest.keyClicks(line(page, "Your family name"), "worth")
    assert user.text() == "jo"


def test_a_user_name_that_is_none_is_told_at_its_field(page: SetUpPage) -> None:
    page.create_asked.connect(lambda _request: pytest.fail("asked with a bad user name"))
    fill(page)
    line(page, "Your user name").setText("joan ellis")
    create(page)
    assert any("no blanks" in each for each in words(page))
    assert QApplication.focusWidget() is line(page, "Your user name")


def test_the_way_back_is_there_and_a_problem_is_shown_where_it_belongs(
    page: SetUpPage, qtbot: QtBot
) -> None:
    page.show_busy(True)
    assert not line(page, "Password").isEnabled()
    page.clear()
    page.show_problem("This folder may not be written to. Choose another folder.")
    assert QApplication.focusWidget() is line(page, "Where it is kept")
    buttons = {button.text(): button for button in page.findChildren(Button)}
    with qtbot.waitSignal(page.back_asked):
        QTest.keyClick(buttons["Back"], Qt.Key.Key_Return)


def test_without_a_zone_the_machines_own_is_offered(
    look: Theme, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TZ", "Pacific/Auckland")
    monkeypatch.setattr("tzlocal.unix._cache_tz_name", None)
    page = SetUpPage(look, tmp_path / "careteam.db")
    qtbot.addWidget(page)
    (zone,) = page.findChildren(SearchChoice)
    assert zone.value() == "Pacific/Auckland"
