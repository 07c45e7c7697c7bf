"""The sheets in which some of a person's patients are chosen for another person, or for a cover."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from careteam.domain.assignments import HandOverDraft
from careteam.domain.caseloads import share_out
from careteam.domain.changes import Changes
from careteam.domain.errors import Refused
from careteam.storage.reads.directory import AbleRow, able
from careteam.storage.reads.hand_over import (
    HeldRow,
    Standing,
    hand_over_receipt,
    hand_over_steps,
    held_from,
)
from careteam.storage.reads.person import PersonDetail
from careteam.storage.writes.cover import (
    CoverDraft,
    CoverReceipt,
    cover_absence,
    take_back_cover,
)
from careteam.storage.writes.hand_over import share_out_caseload, take_back_caseload
from ui.desk import Desk, Undo
from ui.directory.need_card import able_for_all, able_options, least_busy
from ui.directory.people_table import days_shown
from ui.directory.pick_table import PickBox
from ui.form_sheet import FormSheet, day_field, day_of
from ui.look.choices import SearchChoice
from ui.look.fields import Field
from ui.look.labels import Label
from ui.look.tag_field import TagField
from ui.look.theme import Theme

WIDTH = 680


class _ChooseSheet(FormSheet):
    """What both sheets share: who takes, and which of the patients."""

    def __init__(
        self,
        theme: Theme,
        desk: Desk,
        host: QWidget,
        detail: PersonDetail,
        title: str,
        act: Callable[[int], str],
        save: Callable[[], Changes | None],
    ) -> None:
        super().__init__(theme, title, host, "", save)
        self._width, self._act = WIDTH, act
        self._desk, self._person = desk, detail
        self._able: tuple[AbleRow, ...] = ()
        self.person = SearchChoice(theme, (), placeholder=self.tr("Type a name"))
        self._nobody = Label("", "quiet", wrap=True)
        self.box = PickBox(theme, desk.rules.catalogue)
        self.box.edited.connect(self._on_picked)
        self.watch(self.box.edited)
        self.person.chosen.connect(self._on_person)

    def _add_row(self, *fields: tuple[str, Field, int]) -> None:
        row = QHBoxLayout()
        row.setSpacing(12)
        for name, field, share in fields:
            self.add_field(name, field)
            self.body.removeWidget(field)
            row.addWidget(field, share, Qt.AlignmentFlag.AlignTop)
        self.body.addLayout(row)

    def _offer(self, rows: tuple[HeldRow, ...], proposed: int | None = None) -> None:
        """Show the roles and those who can take one; once, and when the rows change."""
        roles = frozenset(row.role for row in rows)
        today = self._desk.moment.today
        self._able = self._desk.read(able, roles, today, self._person.id) if roles else ()
        self.box.table.show_held(rows, self._standing)
        self._narrow()
        people = able_for_all(self._able, roles)
        ids = [row.id for row in people]
        if not self.person.value():
            self.person.set_value(str(proposed if proposed in ids else least_busy(people) or ""))
            self._on_person()
        self._on_picked()

    def _narrow(self) -> None:
        roles = frozenset(row.role for row in self.box.table.chosen)
        people = able_for_all(self._able, roles)
        self.person.set_options(able_options(people))
        self._nobody.setVisible(bool(roles) and not people)
        self._nobody.setText(
            self.tr("Nobody else can fill all of these roles; choose patients of one role.")
        )

    def _on_picked(self) -> None:
        self._narrow()
        self.box.show_count()
        count = len({row.patient_id for row in self.box.table.chosen})
        self._confirm.setText(self._act(count))
        self._confirm.setEnabled(count > 0)

    def _on_person(self) -> None:
        self.box.table.show_held([row.held for row in self.box.table.rows], self._standing)

    def _standing(self, _row: HeldRow) -> Standing:
        return Standing.NEW

    def _taker(self, name: str) -> int:
        if not self.person.value():
            raise Refused.at(name, "Choose who takes them.")
        return int(self.person.value())

    def _ids(self) -> tuple[int, ...]:
        return tuple(row.assignment_id for row in self.box.table.chosen)


class HandOverSheet(_ChooseSheet):
    """Some or all of a person's patients go to another from a day on."""

    def __init__(
        self,
        theme: Theme,
        desk: Desk,
        host: QWidget,
        detail: PersonDetail,
        proposed: int | None = None,
        patients: frozenset[int] | None = None,
    ) -> None:
        words = QCoreApplication.translate("HandOverSheet", "Hand over patients of {name}")
        title = words.format(name=detail.name)
        super().__init__(theme, desk, host, detail, title, _hand_over_words, self._give)
        today = desk.moment.today
        self.on = day_field(theme, today)
        self.on.set_value(detail.needed_from or today)
        self._proposed = proposed
        self._standings: dict[int, Standing] = {}
        self._patients = patients
        held = desk.read(held_from, detail.id, today)
        people = desk.read(able, {row.role for row in held}, today, detail.id) if held else ()
        self._people = {row.id: row for row in people}
        self.others = TagField(theme, self.tr("Shared with"), able_options(people))
        self.preview = Label("", "sub", wrap=True)
        self._add_row(
            ("to_id", Field(theme, self.tr("To"), self.person), 2),
            ("on", Field(theme, self.tr("From"), self.on), 1),
        )
        self.add_field("others", Field(theme, self.tr("Shared with"), self.others))
        self.body.addWidget(self._nobody)
        self.body.addWidget(self.preview)
        self.body.addWidget(
            Label(self.tr("Each keeps the history of who held the role."), "quiet", wrap=True)
        )
        self.body.addWidget(self.box)
        self.finish()
        self.on.edited.connect(self._on_day)
        self.others.edited.connect(self._on_person)
        self._on_day()

    def _on_day(self) -> None:
        day = self.on.value()
        if day is not None:
            held = self._desk.read(held_from, self._person.id, day)
            wanted = self._patients
            rows = tuple(row for row in held if wanted is None or row.patient_id in wanted)
            self._offer(rows, self._proposed)

    def _on_person(self) -> None:
        drafts = self._drafts()
        self._standings = {
            step.held.assignment_id: step.standing
            for draft in drafts
            for step in self._desk.read(hand_over_steps, draft)
        }
        takers = {each: draft.to_id for draft in drafts for each in draft.assignment_ids}
        names = {row.id: row.label for row in self._people.values()} if len(drafts) > 1 else {}
        self.box.table.show_held(
            [row.held for row in self.box.table.rows],
            self._standing,
            lambda row: names.get(takers.get(row.assignment_id, 0), ""),
        )
        self._say_what_happens()

    def _on_picked(self) -> None:
        super()._on_picked()
        self._on_person()

    def _drafts(self) -> tuple[HandOverDraft, ...]:
        """What each of the takers would get of what is ticked."""
        first = int(self.person.value() or 0)
        ids = list(dict.fromkeys([first, *(int(key) for key in self.others.value())]))
        chosen = self.box.table.chosen
        if len(ids) == 1:
            mine = tuple(row.assignment_id for row in chosen)
            return (HandOverDraft(self._person.id, first, self._day(), mine),) if mine else ()
        takers = [(each, self._people[each].roles) for each in ids if each in self._people]
        roles = {row.assignment_id: (row.patient_id, row.role) for row in chosen}
        shared = share_out(roles, takers)
        shares = [tuple(each for each in shared if shared[each] == taker) for taker, _ in takers]
        return tuple(
            HandOverDraft(self._person.id, taker, self._day(), mine)
            for (taker, _), mine in zip(takers, shares, strict=True)
            if mine
        )

    def _say_what_happens(self) -> None:
        """38 roles of 31 patients; 2 have somebody else already."""
        chosen = self.box.table.chosen
        roles = QCoreApplication.translate("HandOverSheet", "%Ln role(s)", None, len(chosen))
        count = len({row.patient_id for row in chosen})
        patients = QCoreApplication.translate("HandOverSheet", "%Ln patient(s)", None, count)
        said = self.tr("{roles} of {patients}").format(roles=roles, patients=patients)
        ids = {row.assignment_id for row in chosen}
        held = sum(
            each in ids and standing is Standing.HOLDER
            for each, standing in self._standings.items()
        )
        if held:
            words = QCoreApplication.translate(
                "HandOverSheet", "%Ln is held by the new holder already", None, held
            )
            said = f"{said}; {words}"
        self.preview.setText(said)

    def _standing(self, row: HeldRow) -> Standing:
        return self._standings.get(row.assignment_id, Standing.NEW)

    def _day(self) -> date:
        return self.on.value() or self._desk.moment.today

    def _give(self) -> Changes | None:
        day = day_of(self.on, "on") or self._desk.moment.today
        self._taker("to_id")
        drafts = tuple(replace(draft, on=day) for draft in self._drafts())
        if not drafts:
            raise Refused.at("assignment_ids", "Choose at least one patient.")
        if sum(len(draft.assignment_ids) for draft in drafts) < len(self._ids()):
            raise Refused.at("others", "None of them can fill one of these roles.")
        receipts = tuple(self._desk.read(hand_over_receipt, draft) for draft in drafts)
        undo = Undo(take_back_caseload, (receipts,))
        return self._desk.do(share_out_caseload, drafts, undo=undo)


class CoverSheet(_ChooseSheet):
    """Some or all of a person's patients have somebody as backup while the person is away."""

    def __init__(
        self,
        theme: Theme,
        desk: Desk,
        host: QWidget,
        detail: PersonDetail,
        proposed: int | None = None,
    ) -> None:
        self._need = detail.uncovered[0]
        words = QCoreApplication.translate("CoverSheet", "Cover for {name}, {days}")
        days = days_shown(self._need.first, self._need.last)
        title = words.format(name=detail.name, days=days)
        super().__init__(theme, desk, host, detail, title, _cover_words, self._cover)
        self.add_field("cover_id", Field(theme, self.tr("Cover"), self.person))
        self.body.addWidget(self._nobody)
        self.body.addWidget(self.box)
        self.finish()
        self._offer(self._need.rows, proposed or self._need.cover_id)

    def _cover(self) -> Changes | None:
        draft = CoverDraft(
            self._need.absence_id, self._taker("cover_id"), self._ids(), self._need.first
        )
        if not draft.assignment_ids:
            raise Refused.at("assignment_ids", "Choose at least one patient.")
        undo = Undo(take_back_cover, (CoverReceipt(self._need, draft.cover_id),))
        return self._desk.do(cover_absence, draft, undo=undo)


def _hand_over_words(count: int) -> str:
    return QCoreApplication.translate("HandOverSheet", "Hand over %Ln", None, count)


def _cover_words(count: int) -> str:
    return QCoreApplication.translate("CoverSheet", "Cover %Ln", None, count)
