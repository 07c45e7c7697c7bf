"""The sheet in which a person is added to the directory, or changed."""

from dataclasses import replace

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from careteam.domain.changes import Changes
from careteam.domain.errors import CareteamError, Refused
from careteam.domain.people import PersonDraft
from careteam.domain.text import fold
from careteam.storage.reads.person import PersonDetail, PersonMatch, person_alone, person_matches
from careteam.storage.writes.people import add_person, amend_person
from ui.desk import Desk, Undo
from ui.directory.person_fields import PersonFields
from ui.form_sheet import FormSheet
from ui.look.buttons import Button
from ui.look.cards import WarningCard
from ui.look.labels import Label
from ui.look.tab_order import stops_in
from ui.look.theme import Theme

WIDTH = 720


class PersonSheet(FormSheet):
    """`saved` carries the directory id; `other_asked` that of an entry that may be the same.

    Who has the same name or NPI is shown before saving; saving again says it is somebody else.
    When somebody changed the entry meanwhile, what was typed stays and theirs is taken over
    where nothing was typed.
    """

    saved = Signal(int)
    other_asked = Signal(int)

    def __init__(
        self, theme: Theme, desk: Desk, host: QWidget, detail: PersonDetail | None
    ) -> None:
        title = detail.name if detail else QCoreApplication.translate("PersonSheet", "Add person")
        super().__init__(
            theme, title, host, QCoreApplication.translate("PersonSheet", "Save"), self._write
        )
        self._width = WIDTH
        self._desk, self._detail = desk, detail
        self._alike: tuple[PersonMatch, ...] = ()
        self._notice = WarningCard()
        self._words = Label("", "strong", wrap=True)
        self._open_other = Button(theme, self.tr("Open that entry"), small=True)
        self._open_other.clicked.connect(self._on_open_other)
        self._notice.column.addWidget(self._words)
        self._notice.column.addWidget(self._open_other, 0, Qt.AlignmentFlag.AlignLeft)
        self._notice.hide()
        self.body.addWidget(self._notice)
        self.fields = PersonFields(theme, desk, detail, self)
        self.fields.lay_out(self.body)
        for name, part in self.fields.parts.items():
            self._fields[name] = part.field
        self.finish()
        self.watch(self.fields.edited)
        for name in ("family", "given", "npi"):
            line = self.fields.parts[name].field.control
            line.editingFinished.connect(self._is_alike_new)  # pyright: ignore[reportAttributeAccessIssue]

    def _write(self) -> Changes | None:
        before = self._detail.draft if self._detail else None
        draft = self.fields.draft(before.version if before else None)
        if self._is_alike_new():
            return None
        if self._detail is None:
            changes = self._desk.do(add_person, draft)
        else:
            assert before is not None  # noqa: S101 - there is a detail
            after = replace(before, version=(before.version or 0) + 1)
            undo = Undo(amend_person, (self._detail.id, after))
            changes = self._desk.do(amend_person, self._detail.id, draft, undo=undo)
        if changes is None:
            self._take_in_theirs()
        elif changes.made is not None:
            self.saved.emit(changes.made)
        return changes

    @override
    def _stops(self) -> list[QWidget]:
        """Lines that come in later are reached where they stand, not after everything else."""
        known = super()._stops()
        read = [stop for stop in stops_in(self._frame.inner) if stop in known]
        return [*read, *(stop for stop in known if stop not in read)]

    @override
    def show_refused(self, refused: Refused) -> None:
        """A problem of one phone or absence stands below its group; the first gets the keyboard."""
        problems = [
            replace(problem, field=problem.field.partition(".")[0]) for problem in refused.problems
        ]
        order = list(self.fields.parts)
        problems.sort(key=lambda each: order.index(each.field) if each.field in order else -1)
        super().show_refused(Refused(problems))

    def _is_alike_new(self) -> bool:
        """Show who may be the same person; says whether that was not shown before."""
        found = self._find_alike()
        is_new = bool({match.id for match in found} - {match.id for match in self._alike})
        if found != self._alike:
            self._alike = found
            self._show_alike()
        return is_new

    def _find_alike(self) -> tuple[PersonMatch, ...]:
        parts = self.fields.parts
        draft = PersonDraft(parts["family"].get(), parts["given"].get(), npi=parts["npi"].get())
        own = self._detail.id if self._detail else None
        found = self._desk.read(person_matches, draft, own)
        if self._detail is None:
            return found
        before = self._detail.draft
        is_renamed = _name_key(before) != _name_key(draft)
        is_renumbered = before.npi != draft.npi
        return tuple(each for each in found if (is_renumbered if each.is_same_npi else is_renamed))

    def _show_alike(self) -> None:
        self._notice.setVisible(bool(self._alike))
        self._open_other.setVisible(bool(self._alike))
        self._confirm.setText(self.tr("Save as somebody else") if self._alike else self.tr("Save"))
        if not self._alike:
            return
        match = self._alike[0]
        words = (
            self.tr("{name} has this NPI already.")
            if match.is_same_npi
            else self.tr("{name} is in the directory already.")
        )
        self._say(words.format(name=" · ".join(p for p in (match.name, match.place) if p)))

    def _say(self, words: str) -> None:
        self._words.setText(words)
        self._notice.show()
        self._frame.area.ensureWidgetVisible(self._notice)

    def _on_open_other(self) -> None:
        other = self._alike[0].id
        self.closed.connect(lambda: self.other_asked.emit(other))
        self.ask_to_close()

    def _take_in_theirs(self) -> None:
        """After a refusal of the whole entry: was it changed meanwhile, and by what?"""
        if self._detail is None:
            return
        before = self._detail.draft
        try:
            now = self._desk.read(person_alone, self._detail.id, self._desk.moment.today)
        except CareteamError:
            return
        if now.draft.version == before.version:
            return
        self._detail = now
        is_crossed = self.fields.merge(before, now)
        self._open_other.hide()
        self._say(
            self.tr(
                "Somebody changed this entry meanwhile. What you typed is kept; where both wrote, "
                "saving again puts yours in place of theirs."
            )
            if is_crossed
            else self.tr(
                "Somebody changed this entry meanwhile. Their changes stand here beside yours; "
                "save again to keep both."
            )
        )


def _name_key(draft: PersonDraft) -> str:
    return fold(f"{draft.family} {draft.given}")
