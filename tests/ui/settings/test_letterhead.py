"""The letterhead in the settings: a logo from a file, taken away again, address and phones."""

from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QImage
from pytestqt.qtbot import QtBot

from careteam.domain.errors import Refused
from careteam.domain.moment import Moment
from careteam.storage.reads.letterhead import letterhead_of
from careteam.storage.store import Store
from tests.ui.paper import FakePaper
from ui.desk import Desk
from ui.look.theme import Theme
from ui.settings.letterhead_part import LetterheadPart, LetterheadSheet
from ui.settings.logo_image import logo_of


@pytest.fixture
def picture(tmp_path: Path) -> Path:
    image = QImage(1_760, 448, QImage.Format.Format_RGB32)
    image.fill(QColor("#0B5F83"))
    path = tmp_path / "logo.jpg"
    assert image.save(str(path))
    return path


@pytest.fixture
def part(
    qtbot: QtBot, look: Theme, store: Store, moment: Moment, navigator: int, picture: Path
) -> LetterheadPart:
    desk = Desk(store, lambda: moment.now, zone=moment.zone, worker_id=navigator)
    paper = FakePaper()
    paper.files = [picture]
    part = LetterheadPart(look, desk, paper)
    qtbot.addWidget(part)
    desk.changed.connect(lambda _changes: part.read_again())
    part.resize(640, 480)
    part.show()
    part.read_again()
    return part


def test_a_logo_is_chosen_shown_and_removed(part: LetterheadPart, store: Store) -> None:
    assert part.remove.isHidden()
    part.choose.click()
    assert store.read(letterhead_of).logo
    assert part.remove.isVisible()
    part.remove.click()
    assert store.read(letterhead_of).logo == ""
    assert part.remove.isHidden()
    assert part._desk.undo()
    assert store.read(letterhead_of).logo


def test_address_and_phones_are_typed_into_a_sheet(part: LetterheadPart, store: Store) -> None:
    part.edit.click()
    (sheet,) = part.findChildren(LetterheadSheet)
    sheet.lines[0].setText("12 Elm Street")
    sheet.after_hours.setText("(212) 555-0199")
    sheet._on_save()
    head = store.read(letterhead_of)
    assert (head.address, head.after_hours) == (("12 Elm Street",), "(212) 555-0199")


def test_what_is_no_picture_is_told_and_nothing_changes(
    part: LetterheadPart, store: Store, tmp_path: Path
) -> None:
    failed: list[str] = []
    part._desk.failed.connect(failed.append)
    bad = tmp_path / "logo.png"
    for data, words in (
        (b"<svg xmlns='http://www.w3.org/2000/svg'><script/></svg>", "not a picture"),
        (b"x" * 200_001, "more than 200 kB"),
    ):
        bad.write_bytes(data)
        with pytest.raises(Refused, match=words):
            logo_of(bad)
    part._paper.files = [bad]  # pyright: ignore[reportAttributeAccessIssue]
    part.choose.click()
    assert failed == ["The logo has more than 200 kB. Choose a smaller picture."]
    assert store.read(letterhead_of).logo == ""
