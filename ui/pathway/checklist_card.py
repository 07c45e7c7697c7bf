"""A checklist before a transplant or CAR-T: points to tick, each with what there is to know."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QHBoxLayout, QWidget

from careteam.domain.changes import Changes
from careteam.domain.checklists import ChecklistDraft
from careteam.domain.pathway import ItemState
from careteam.storage.reads.plan_rows import ChecklistRow, ItemRow
from careteam.storage.writes.checklists import set_item
from ui.desk import Desk, Undo
from ui.form_sheet import FormSheet
from ui.look.buttons import IconButton
from ui.look.check_box import CheckBox
from ui.look.chips import Chip, ChipText
from ui.look.fields import Field, LineEdit
from ui.look.labels import plain_tooltip
from ui.look.segmented import SegmentedControl
from ui.look.theme import Theme
from ui.look.tokens import Tone
from ui.pathway import plan_words as words
from ui.pathway.section_card import SectionCard


class ChecklistCard(SectionCard):
    """Ticking a point says that it is done; the button beside it opens its state and detail."""

    def __init__(self, theme: Theme, desk: Desk, kind: str, parent: QWidget | None = None) -> None:
        super().__init__(theme, words.checklist_word(kind), parent)
        self._desk = desk
        self._patient_id = 0
        self.points: dict[str, PointLine] = {}
        self._open = Chip(theme, ChipText(""))
        self._heading.add_beside(self._open)
        self._room = self.column.count()
        self.finish()

    def show_list(self, patient_id: int, row: ChecklistRow) -> None:
        """Show every point of the list as it stands for a patient."""
        self._patient_id = patient_id
        for key in [key for key in self.points if key not in {item.key for item in row.items}]:
            self.points.pop(key).deleteLater()
        for place, item in enumerate(row.items):
            line = self.points.get(item.key)
            if line is None:
                line = self.points[item.key] = PointLine(self._theme)
                line.box.edited.connect(lambda line=line: self._tick(line))
                line.more.clicked.connect(lambda _checked=False, line=line: self._edit(line))
                self.column.insertWidget(self._room + place, line)
            line.show_item(item)
        chip = ChipText(self.tr("all done"), Tone.OK, "✓")
        if row.open_count:
            text = self.tr("{count} open").format(count=row.open_count)
            chip = ChipText(text, Tone.WARN, "○")
        self._open.show_chip(chip)

    def _tick(self, line: "PointLine") -> None:
        item = line.item
        if item is None:
            return
        state = ItemState.DONE if line.box.isChecked() else ItemState.OPEN
        draft = ChecklistDraft(self._patient_id, item.list, item.key, state, item.detail)
        self._desk.do(set_item, draft, undo=Undo(set_item, (draft_of(self._patient_id, item),)))
        if line.item is not None:
            line.show_item(line.item)

    def _edit(self, line: "PointLine") -> None:
        if line.item is not None:
            place = self.window()
            self.open_sheet(PointSheet(self._theme, self._desk, place, self._patient_id, line.item))


class PointLine(QWidget):
    """One point: a tick, its words with the detail, and a button for more."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.item: ItemRow | None = None
        self.box = CheckBox(theme, "")
        self.more = IconButton(theme, "ellipsis", "")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(self.box, 1)
        row.addWidget(self.more)

    def show_item(self, item: ItemRow) -> None:
        """Show a point as it stands."""
        self.item = item
        said = [item.label, item.detail]
        if item.state is ItemState.NOT_NEEDED:
            said.append(self.tr("not needed"))
        self.box.setText(" · ".join(filter(None, said)))
        self.box.setChecked(item.state is not ItemState.OPEN)
        self.box.updateGeometry()
        name = self.tr("{point}: state and detail").format(point=item.label)
        self.more.setAccessibleName(name)
        self.more.setToolTip(plain_tooltip(name))


class PointSheet(FormSheet):
    """Where a point stands and what there is to know of it."""

    def __init__(
        self, theme: Theme, desk: Desk, host: QWidget, patient_id: int, item: ItemRow
    ) -> None:
        save = QCoreApplication.translate("PointSheet", "Save")
        super().__init__(theme, item.label, host, save, self._write)
        self._desk, self._patient_id, self._item = desk, patient_id, item
        name = self.tr("Where it stands")
        self._state = SegmentedControl(theme, name, words.item_options(), item.state)
        self._detail = LineEdit(theme, self.tr("who, where, until when"))
        self._detail.setText(item.detail)
        self.add_field("state", Field(theme, name, self._state))
        self.add_field("detail", Field(theme, self.tr("Detail"), self._detail))
        self.finish()

    def _write(self) -> Changes | None:
        item = self._item
        state, detail = ItemState(self._state.value()), self._detail.text_value()
        draft = ChecklistDraft(self._patient_id, item.list, item.key, state, detail)
        before = draft_of(self._patient_id, item)
        return self._desk.do(set_item, draft, undo=Undo(set_item, (before,)))


def draft_of(patient_id: int, item: ItemRow) -> ChecklistDraft:
    """The point as it stands, to be brought back."""
    return ChecklistDraft(patient_id, item.list, item.key, item.state, item.detail)
