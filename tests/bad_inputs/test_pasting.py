"""What comes from the clipboard comes in as plain words, and half a letter stops nothing."""

from dataclasses import replace

from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from careteam.domain.moment import Moment
from careteam.domain.text import whole
from careteam.storage.reads.search import search
from careteam.storage.store import Store
from tests.ui.contacts.conftest import Place
from ui.look.fields import MOST_LETTERS


def test_half_a_letter_is_replaced_and_stops_nothing(
    place: Place, store: Store, moment: Moment
) -> None:
    for typed in ("a\ud800b", "\udfff"):
        assert whole(typed).isprintable()
        hits = store.read(search, typed, today=moment.today, rules=store.rules)
        assert hits.patients == ()
    place.composer.form.show_entry(
        replace(place.composer.form.entry(), outcome="reached_patient", note="x\ud83dy")
    )
    place.composer.flush_draft()
    place.composer.save()
    assert [row.note for row in place.contacts()] in (["x\ufffdy"], ["xy"])


def test_five_megabytes_of_rich_text_come_in_as_plain_words_and_no_more_than_fit(
    place: Place,
) -> None:
    note = place.composer.form.what.note
    field = place.composer.form._fields["note"]
    words = "It was said & done. " * 262_144
    data = QMimeData()
    data.setText(words)
    data.setHtml(f'<img src="file:///etc/hostname"><b>{words}</b>')
    QApplication.clipboard().setMimeData(data)
    note.setPlainText("Before. ")
    note.moveCursor(QTextCursor.MoveOperation.End)
    note.paste()
    assert note.toPlainText() == ("Before. " + words)[:MOST_LETTERS]
    assert "had room here" in field.problem()
    assert "5,242,880" in field.problem()
    note.paste()
    assert len(note.toPlainText()) == MOST_LETTERS
    note.selectAll()
    note.paste()
    assert note.toPlainText() == words[:MOST_LETTERS]
    QTest.keyClick(note, Qt.Key.Key_Backspace)
    assert field.problem() == ""


def test_a_short_paste_says_nothing_and_keeps_no_looks(place: Place) -> None:
    note = place.composer.form.what.note
    data = QMimeData()
    data.setText("plain <b>x</b>")
    data.setHtml("<b>bold</b>")
    QApplication.clipboard().setMimeData(data)
    note.paste()
    assert note.toPlainText() == "plain <b>x</b>"
    assert place.composer.form._fields["note"].problem() == ""
    assert not note.currentCharFormat().font().bold()
