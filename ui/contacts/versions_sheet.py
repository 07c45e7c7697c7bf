"""What a contact said before it was amended, newest first, beside what it says now."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from careteam.domain.dates import moment_shown
from careteam.storage.reads.contact_rows import ContactRow
from careteam.storage.reads.contacts import VersionRow
from ui.desk import Desk
from ui.look.buttons import Button
from ui.look.cards import Card
from ui.look.labels import Label
from ui.look.sheet import Sheet
from ui.look.theme import Theme


class VersionsSheet(Sheet):
    """Only to be read; Esc closes it."""

    def __init__(
        self,
        theme: Theme,
        desk: Desk,
        now: ContactRow,
        versions: Sequence[VersionRow],
        host: QWidget,
    ) -> None:
        super().__init__(theme, self.tr("What it said before"), host)
        self._desk = desk
        self._add(self.tr("Now"), self._facts(now), now.note, "")
        for version in versions:
            until = self.tr("Until {moment}").format(
                moment=moment_shown(desk.moment.local(version.replaced_at))
            )
            changed = self.tr("Changed by {person}") if version.by else self.tr("Changed")
            why = changed.format(person=version.by)
            why = f"{why}: {version.reason}" if version.reason else why
            self._add(until, self._facts(version), version.note, why)
        self.body.addStretch(1)
        close = Button(theme, self.tr("Close"), hint="Esc")
        close.clicked.connect(self.close_now)
        self.add_button(close)

    def _add(self, title: str, facts: str, note: str, why: str) -> None:
        card = Card()
        card.column.addWidget(Label(title, "strong", wrap=True))
        card.column.addWidget(Label(facts, "sub", wrap=True))
        card.column.addWidget(Label(note or self.tr("No note."), "body", wrap=True))
        if why:
            card.column.addWidget(Label(why, "quiet", wrap=True))
        self.body.addWidget(card)

    def _facts(self, row: ContactRow | VersionRow) -> str:
        catalogue = self._desk.rules.catalogue
        mode = catalogue.modes.get(row.mode)
        outcome = catalogue.outcomes.get(row.outcome)
        parts = [
            moment_shown(row.at),
            catalogue.role_label(row.role),
            mode.label if mode else row.mode,
            outcome.label if outcome else row.outcome,
            self.tr("{minutes} min").format(minutes=row.minutes) if row.minutes else "",
            *(catalogue.label("topic", key) for key in row.topics),
        ]
        return " · ".join(part for part in parts if part)
