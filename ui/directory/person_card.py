"""The card of one person: how to reach them, when they are away, and who takes their patients."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from careteam.domain.catalogue import Catalogue
from careteam.domain.dates import day_shown
from careteam.domain.people import PersonDraft
from careteam.domain.phones import shown
from careteam.storage.reads.cover import CoverNeed
from careteam.storage.reads.directory import AbleRow
from careteam.storage.reads.person import AbsenceRow, PersonDetail
from ui.directory.need_card import NeedCard, able_for_all
from ui.directory.people_table import days_shown
from ui.look.buttons import Button, ButtonKind, IconButton
from ui.look.cards import Card
from ui.look.chips import Chip, ChipText
from ui.look.labels import Label, isolate
from ui.look.theme import Theme
from ui.look.tokens import Tone

LABEL_GAP = 11
NO_BREAK_HYPHEN = "\u2011"


class Fact(QWidget):
    """A small label above words that can be marked and copied; it hides without words."""

    def __init__(self, label: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._label = label
        self.words = Label("", "body", wrap=True)
        self.words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, LABEL_GAP - 2, 0, 0)
        column.setSpacing(2)
        column.addWidget(Label(label, "label"))
        column.addWidget(self.words)

    def show_words(self, words: str) -> None:
        """Show other words; none hides the fact."""
        self.words.setText(words)
        self.words.setAccessibleName(f"{self._label}: {words}")
        self.setVisible(bool(words))


class PersonCard(Card):
    """`edit_asked` and `hand_over_asked` are the buttons; the need cards speak for themselves."""

    edit_asked = Signal()
    hand_over_asked = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(16, 16, parent)
        self._shown_id = 0
        self._has_patients = False
        self._name = Label("", "h3", wrap=True)
        self._work = Label("", "sub", wrap=True)
        self.edit = Button(theme, self.tr("Edit"), small=True)
        self.edit.clicked.connect(self.edit_asked)
        self.save = IconButton(theme, "contact", self.tr("Save as address card…"))
        self._unchecked = Chip(theme, ChipText(self.tr("Not checked"), Tone.IDEA, "?"))
        self._facts = {
            "reach": Fact(self.tr("Reach")),
            "identifiers": Fact(self.tr("Identifiers")),
            "languages": Fact(self.tr("Languages")),
            "away": Fact(self.tr("Away")),
            "leaves": Fact(self.tr("Leaves on")),
            "note": Fact(self.tr("Note")),
        }
        self.leaving = NeedCard(theme)
        self.cover = NeedCard(theme)
        self.hand_over = Button(theme, self.tr("Hand over patients…"), ButtonKind.PLAIN, small=True)
        self.hand_over.clicked.connect(self.hand_over_asked)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self._name, 1)
        head.addWidget(self.save, 0, Qt.AlignmentFlag.AlignTop)
        head.addWidget(self.edit, 0, Qt.AlignmentFlag.AlignTop)
        self.column.setSpacing(2)
        self.column.addLayout(head)
        self.column.addWidget(self._work)
        self.column.addWidget(self._unchecked)
        for fact in self._facts.values():
            self.column.addWidget(fact)
        self._below = {part: _below(part) for part in (self.leaving, self.cover, self.hand_over)}
        for box in self._below.values():
            self.column.addWidget(box)

    def show_person(
        self,
        detail: PersonDetail,
        able: Sequence[AbleRow],
        catalogue: Catalogue,
        today: date,
    ) -> None:
        """Show everything about a person; `able` can fill one of the roles at stake."""
        draft = detail.draft
        if detail.id != self._shown_id:
            self._shown_id = detail.id
            self.leaving.forget()
            self.cover.forget()
        self.setAccessibleName(detail.name)
        self._name.setText(detail.name)
        self._work.setText(_work(draft, catalogue))
        self._unchecked.setVisible(detail.is_stub)
        facts = {
            "reach": _reach(draft, catalogue),
            "identifiers": self.tr("NPI {number} ✓").format(number=draft.npi) if draft.npi else "",
            "languages": ", ".join(catalogue.label("language", key) for key in draft.languages),
            "away": "\n".join(_away(row) for row in detail.absences if row.ends_on >= today),
            "leaves": day_shown(draft.leaves_on) if draft.leaves_on else "",
            "note": draft.note,
        }
        for key, words in facts.items():
            self._facts[key].show_words(words)
        self._show_leaving(detail, able)
        self._show_cover(detail.uncovered[0] if detail.uncovered else None, able)
        self._has_patients = detail.patients > 0 and not detail.leaving
        self.show_hand_over(True)

    def show_hand_over(self, is_offered: bool) -> None:
        """Offer to hand patients over, where there are any; not to who may not see them."""
        self._below[self.hand_over].setVisible(is_offered and self._has_patients)

    def _show_leaving(self, detail: PersonDetail, able: Sequence[AbleRow]) -> None:
        self._below[self.leaving].setVisible(bool(detail.leaving))
        if not detail.leaving or detail.needed_from is None:
            return
        count = len({row.patient_id for row in detail.leaving})
        title = QCoreApplication.translate(
            "PersonCard", "%Ln patient(s) need someone from {day}.", None, count
        )
        act = QCoreApplication.translate("PersonCard", "Hand over all %Ln", None, count)
        roles = frozenset(row.role for row in detail.leaving)
        self.leaving.show_need(
            title.format(day=_unbroken(day_shown(detail.needed_from))),
            self.tr("Each keeps the history of who held the role."),
            act,
            able_for_all(able, roles),
            None,
        )

    def _show_cover(self, need: CoverNeed | None, able: Sequence[AbleRow]) -> None:
        self._below[self.cover].setVisible(need is not None)
        if need is None:
            return
        count = len({row.patient_id for row in need.rows})
        title = QCoreApplication.translate(
            "PersonCard", "%Ln patient(s) need cover {days}.", None, count
        )
        act = QCoreApplication.translate("PersonCard", "Cover all %Ln", None, count)
        roles = frozenset(row.role for row in need.rows)
        self.cover.show_need(
            title.format(days=days_shown(need.first, need.last)),
            self.tr("The cover is backup on these days, and no longer."),
            act,
            able_for_all(able, roles),
            need.cover_id,
        )


def roles_at_stake(detail: PersonDetail) -> frozenset[str]:
    """The roles that somebody else has to take over or cover."""
    rows = [*detail.leaving, *(row for need in detail.uncovered for row in need.rows)]
    return frozenset(row.role for row in rows)


def _unbroken(day: str) -> str:
    """A day that stays in one line where words wrap."""
    return day.replace("-", NO_BREAK_HYPHEN)


def _below(part: QWidget) -> QWidget:
    """The part with the room above it, so that both can hide."""
    box = QWidget()
    row = QHBoxLayout(box)
    row.setContentsMargins(0, LABEL_GAP, 0, 0)
    row.addWidget(part)
    if isinstance(part, Button):
        row.addStretch(1)
    return box


def _work(draft: PersonDraft, catalogue: Catalogue) -> str:
    roles = [catalogue.role_label(key) for key in draft.roles]
    return " · ".join(
        part for part in (", ".join(roles), draft.department, draft.organisation) if part
    )


def _reach(draft: PersonDraft, catalogue: Catalogue) -> str:
    numbers = [isolate(shown(phone.number)) for phone in draft.phones]
    if len(numbers) > 1:
        kinds = [catalogue.label("phone_kind", phone.kind) for phone in draft.phones]
        numbers = [
            f"{number} {kind.casefold()}" for number, kind in zip(numbers, kinds, strict=True)
        ]
    if draft.pager:
        pager = QCoreApplication.translate("PersonCard", "pager {number}")
        numbers.append(pager.format(number=isolate(draft.pager)))
    lines = [" · ".join(numbers), isolate(draft.email)]
    return "\n".join(line for line in lines if line)


def _away(row: AbsenceRow) -> str:
    days = days_shown(row.starts_on, row.ends_on)
    if not row.cover:
        return QCoreApplication.translate("PersonCard", "{days} · no cover").format(days=days)
    words = QCoreApplication.translate("PersonCard", "{days} · cover: {name}")
    return words.format(days=days, name=row.cover)
