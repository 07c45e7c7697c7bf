"""The audit trail in Settings: where it stands, and the way to its page and its review."""

from PySide6.QtCore import QCoreApplication, Signal
from typing_extensions import override

from careteam.domain.dates import moment_shown
from careteam.storage.reads.audit_rows import trail_head
from careteam.storage.reads.reviews import reviews
from ui.desk import Desk
from ui.look.buttons import Button, ButtonKind
from ui.look.theme import Theme
from ui.settings.section import FactsCard, Section


class AuditSection(Section):
    """`trail_asked` and `review_asked` open the page of the trail."""

    trail_asked = Signal()
    review_asked = Signal()

    def __init__(self, theme: Theme, desk: Desk) -> None:
        super().__init__(
            theme,
            desk,
            QCoreApplication.translate("AuditSection", "Audit trail"),
            QCoreApplication.translate(
                "AuditSection",
                "Who opened, changed and sent what. It cannot be switched off, and is looked "
                "through and signed off every week.",
            ),
        )
        self.open_trail = Button(theme, self.tr("Open the trail"), small=True)
        self.open_review = Button(theme, self.tr("Review"), ButtonKind.PRIMARY, small=True)
        self.heading.add_at_end(self.open_trail)
        self.heading.add_at_end(self.open_review)
        self.facts = FactsCard(theme)
        self.column.addWidget(self.facts)
        self.column.addStretch(1)
        self.open_trail.clicked.connect(self.trail_asked)
        self.open_review.clicked.connect(self.review_asked)

    @override
    def read_again(self) -> None:
        head = self.desk.read(trail_head)
        last = next(iter(self.desk.read(reviews, limit=1)), None)
        said = self.tr("Never")
        waiting = head.seq
        if last is not None:
            at = moment_shown(self.desk.moment.local(last.at))
            said = self.tr("{at} by {who}").format(at=at, who=last.who)
            waiting = head.seq - last.to_seq
        self.facts.show_facts(
            (
                (self.tr("Rows"), f"{head.seq:,}"),
                (self.tr("Last review"), said),
                (self.tr("Rows since"), f"{waiting:,}"),
                (self.tr("Hash of the last row"), head.hash),
            )
        )
