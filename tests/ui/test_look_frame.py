"""The frame of the desk: rail, top bar, tabs, banner, status line, message strip and sheets."""

import pytest
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QColor, QEnterEvent
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from ui.look.banner import Banner, BannerText
from ui.look.chips import ChipText
from ui.look.fields import LineEdit
from ui.look.labels import Label
from ui.look.message_strip import Message, MessageStrip
from ui.look.name_line import NameLine
from ui.look.rail import Rail, RailItem
from ui.look.status_line import StatusLine
from ui.look.tabs import Tab, Tabs
from ui.look.theme import Theme
from ui.look.tokens import LIGHT, Tone
from ui.look.top_bar import TopBar

PLACES = [RailItem("today", "Today", "clock", "Ctrl+1"), RailItem("people", "Patients", "users")]
MARIA = BannerText(
    "DELACRUZ",
    "Maria",
    "Ms",
    facts=(("Born", "14-Mar-1981 (45 y)"), ("MRN", "482913"), ("Phone", "(212) 555-0148")),
    chips=(ChipText("Neutropenic", Tone.WARN, "▲"),),
    phase="Induction · day 12",
    phase_detail="of about 28",
    progress=0.43,
)


@pytest.fixture
def host(qtbot: QtBot, look: Theme) -> QWidget:
    page = QWidget()
    qtbot.addWidget(page)
    page.resize(900, 700)
    column = QVBoxLayout(page)
    behind = LineEdit(look, "Behind")
    column.addWidget(behind)
    page.show()
    page.activateWindow()
    behind.setFocus()
    qtbot.waitUntil(behind.hasFocus)
    return page


def _button(owner: QWidget, words: str) -> QPushButton:
    return next(b for b in owner.findChildren(QPushButton) if b.text() == words)


def _strip(look: Theme, host: QWidget, shown_ms: int) -> MessageStrip:
    strip = MessageStrip(look, shown_ms)
    layout = host.layout()
    assert layout is not None
    layout.addWidget(strip)
    return strip


def test_the_rail_tells_where_to_go_and_marks_where_one_is(look: Theme, qtbot: QtBot) -> None:
    rail = Rail(look, "Places", PLACES, RailItem("lock", "Lock", "lock"))
    qtbot.addWidget(rail)
    rail.set_value("today")
    with qtbot.waitSignal(rail.chosen) as told:
        qtbot.mouseClick(_button(rail, "Patients"), Qt.MouseButton.LeftButton)
    assert told.args == ["people"]
    assert rail.value() == "people"
    with qtbot.waitSignal(rail.lock_pressed):
        qtbot.keyClick(_button(rail, "Lock"), Qt.Key.Key_Return)
    assert rail.value() == "people"


def test_arrow_keys_move_along_the_rail(look: Theme, qtbot: QtBot) -> None:
    rail = Rail(look, "Places", PLACES, RailItem("lock", "Lock", "lock"))
    qtbot.addWidget(rail)
    rail.show()
    rail.activateWindow()
    _button(rail, "Today").setFocus()
    qtbot.waitUntil(_button(rail, "Today").hasFocus)
    qtbot.keyClick(_button(rail, "Today"), Qt.Key.Key_Down)
    assert _button(rail, "Patients").hasFocus()


def test_the_top_bar_only_tells(look: Theme, qtbot: QtBot) -> None:
    bar = TopBar(look)
    qtbot.addWidget(bar)
    assert bar.search.accessibleName()
    with qtbot.waitSignal(bar.search_edited) as told:
        qtbot.keyClicks(bar.search, "d")
    assert told.args == ["d"]
    with qtbot.waitSignal(bar.log_contact_pressed):
        qtbot.mouseClick(bar.log_contact, Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(bar.new_patient_pressed):
        qtbot.keyClick(bar.new_patient, Qt.Key.Key_Space)


def test_the_status_line_shows_only_the_words_of_now(look: Theme, qtbot: QtBot) -> None:
    line = StatusLine(look)
    qtbot.addWidget(line)
    line.show_words(["● Saved 09:41", "Encrypted database"], "Joan Ellis, RN")
    line.show_words(["Saving…"], "Joan Ellis, RN")
    shown = [label.text() for label in line.findChildren(Label) if not label.isHidden()]
    assert sorted(shown) == ["Joan Ellis, RN", "Saving…"]


def test_tabs_keep_the_open_one_when_counts_change(look: Theme, qtbot: QtBot) -> None:
    tabs = Tabs(look, "Patient", [Tab("team", "Care team"), Tab("contacts", "Contacts", 14)])
    qtbot.addWidget(tabs)
    tabs.show()
    with qtbot.waitSignal(tabs.chosen) as told:
        qtbot.keyClick(tabs, Qt.Key.Key_Right)
    assert told.args == ["contacts"]
    with qtbot.assertNotEmitted(tabs.chosen):
        tabs.show_tabs([Tab("team", "Care team"), Tab("contacts", "Contacts", 15)])
    assert tabs.value() == "contacts"
    assert tabs.tabText(1) == "Contacts 15"


def test_the_banner_reads_as_one_sentence(look: Theme, qtbot: QtBot) -> None:
    banner = Banner(look)
    qtbot.addWidget(banner)
    banner.show_text(MARIA)
    assert banner.accessibleName().startswith("DELACRUZ, Maria. Born 14-Mar-1981")


def test_the_banner_breaks_its_facts_instead_of_hiding_them(look: Theme, qtbot: QtBot) -> None:
    banner = Banner(look)
    qtbot.addWidget(banner)
    banner.show_text(MARIA)
    assert banner.heightForWidth(640) > banner.heightForWidth(1200)


def test_another_banner_says_nothing_of_the_one_before(look: Theme, qtbot: QtBot) -> None:
    banner = Banner(look)
    qtbot.addWidget(banner)
    banner.resize(420, 140)
    banner.show()
    banner.show_text(MARIA)
    QApplication.processEvents()
    place = (
        "a village with a name so long that no banner has the room to write all of it down, ever"
    )
    banner.show_text(BannerText("OKAFOR", "Samuel", facts=(("Born", place),)))
    QApplication.processEvents()
    said = [label.text() for label in banner.findChildren(QLabel) if label.isVisible()]
    assert "Born" in said
    assert not {"MRN", "482913", "14-Mar-1981 (45 y)"} & set(said)
    [shortened] = [label for label in banner.findChildren(QLabel) if label.text() == place]
    assert place in shortened.toolTip()
    banner.show_text(BannerText("OKAFOR", "Samuel", facts=(("Born", "1981"),)))
    QApplication.processEvents()
    assert not shortened.toolTip()


def test_the_family_name_is_never_shortened(look: Theme, qtbot: QtBot) -> None:
    line = NameLine(look)
    qtbot.addWidget(line)
    line.show_name("WOLFESCHLEGELSTEINHAUSEN", "Maria Antonia", "Ms")
    bold = line.minimumSizeHint().width()
    line.show_name("LI", "Maria Antonia", "Ms")
    assert bold > line.minimumSizeHint().width() * 4
    line.resize(60, 29)
    line.show()
    assert "Maria Antonia" in line.toolTip()


def test_someone_who_has_died_has_another_banner(look: Theme, qtbot: QtBot) -> None:
    banner = Banner(look)
    qtbot.addWidget(banner)
    banner.show_text(MARIA)
    banner.resize(900, 120)
    banner.show()
    assert banner.grab().toImage().pixelColor(1, 40) == QColor(LIGHT.surface)
    banner.show_text(BannerText("DELACRUZ", "Maria", ended="Died 3-Nov-2026"))
    assert banner.grab().toImage().pixelColor(1, 40) == QColor(LIGHT.ink_3)
    assert "Died 3-Nov-2026" in banner.accessibleName()


def test_good_news_goes_by_itself(look: Theme, host: QWidget, qtbot: QtBot) -> None:
    strip = _strip(look, host, shown_ms=20)
    with qtbot.waitSignal(strip.closed):
        strip.show_message(Message("Contact saved."))
    assert strip.isHidden()


def test_a_message_stays_while_the_keyboard_is_on_it(
    look: Theme, host: QWidget, qtbot: QtBot
) -> None:
    strip = _strip(look, host, shown_ms=20)
    strip.show_message(Message("Contact saved.", action="Undo"))
    _button(strip, "Undo").setFocus()
    with qtbot.assertNotEmitted(strip.closed, wait=60):
        qtbot.waitUntil(_button(strip, "Undo").hasFocus)


@pytest.mark.parametrize("tone", [Tone.WARN, Tone.BAD, Tone.INFO])
def test_other_news_waits_to_be_closed(look: Theme, qtbot: QtBot, tone: Tone) -> None:
    strip = MessageStrip(look, shown_ms=1)
    qtbot.addWidget(strip)
    with qtbot.assertNotEmitted(strip.closed, wait=60):
        strip.show_message(Message("The database is open elsewhere.", tone))
    close = next(b for b in strip.findChildren(QPushButton) if not b.text())
    with qtbot.waitSignal(strip.closed):
        qtbot.mouseClick(close, Qt.MouseButton.LeftButton)


def test_a_message_stays_while_the_pointer_is_on_it(
    look: Theme, host: QWidget, qtbot: QtBot
) -> None:
    strip = _strip(look, host, shown_ms=30)
    strip.show_message(Message("Contact saved."))
    here = QPointF(5, 5)
    with qtbot.assertNotEmitted(strip.closed, wait=90):
        QApplication.sendEvent(strip, QEnterEvent(here, here, here))
    with qtbot.waitSignal(strip.closed):
        QApplication.sendEvent(strip, QEvent(QEvent.Type.Leave))


def test_the_action_of_a_message_is_offered_once(look: Theme, qtbot: QtBot) -> None:
    strip = MessageStrip(look)
    qtbot.addWidget(strip)
    message = Message("Contact saved.", action="Undo", hint="Ctrl+Z")
    strip.show_message(message)
    with qtbot.waitSignal(strip.action_pressed) as told:
        qtbot.mouseClick(_button(strip, "Undo"), Qt.MouseButton.LeftButton)
    assert told.args == [message]
    assert strip.isHidden()
    strip.show_message(Message("Undone."))
    assert not [b for b in strip.findChildren(QPushButton) if b.text() and not b.isHidden()]
