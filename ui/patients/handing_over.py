"""Handing over the patients that are chosen in the list: first from whom, then the sheet."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QPoint
from PySide6.QtWidgets import QMenu, QWidget

from careteam.storage.reads.hand_over import HolderOfSome, holders_of
from careteam.storage.reads.person import person_detail
from ui.desk import Desk
from ui.directory.choose_sheet import HandOverSheet
from ui.look.theme import Theme


class HandingOver:
    """Opens the sheet over the window of `page`; a menu asks who gives where several could."""

    def __init__(self, theme: Theme, desk: Desk, page: QWidget) -> None:
        self._theme, self._desk, self._page = theme, desk, page

    def begin(self, patient_ids: Sequence[int], place: QPoint) -> QMenu | None:
        """Hand over roles of these patients; gives the menu when one was needed."""
        chosen = frozenset(patient_ids)
        holders = self._desk.read(holders_of, chosen)
        if not holders:
            self._desk.failed.emit(
                QCoreApplication.translate("HandingOver", "Nobody holds a role of these patients.")
            )
            return None
        if len(holders) == 1:
            self._open(holders[0], chosen)
            return None
        menu = QMenu(self._page)
        menu.aboutToHide.connect(menu.deleteLater)
        for row in holders:
            menu.addAction(_shown(row), lambda row=row: self._open(row, chosen))
        menu.popup(place)
        menu.setActiveAction(menu.actions()[0])
        return menu

    def _open(self, holder: HolderOfSome, chosen: frozenset[int]) -> None:
        detail = self._desk.read(person_detail, holder.person_id, self._desk.moment.today)
        host = self._page.window()
        sheet = HandOverSheet(self._theme, self._desk, host, detail, patients=chosen)
        sheet.closed.connect(sheet.deleteLater)
        sheet.open()


def _shown(row: HolderOfSome) -> str:
    roles = QCoreApplication.translate("HandingOver", "%Ln role(s)", None, row.roles)
    words = QCoreApplication.translate("HandingOver", "From {name}: {roles}")
    return words.format(name=row.name.replace("&", "&&"), roles=roles)
