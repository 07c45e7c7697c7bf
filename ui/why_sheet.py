"""Why somebody is on the list: the rule, where it comes from, and how the day was counted."""

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QWidget

from careteam.domain.reasons import PROPOSED, Grade, Reason
from ui.look.buttons import Button, ButtonKind
from ui.look.sheet import Sheet
from ui.look.theme import Theme

WIDTH = 480


class WhySheet(Sheet):
    """`rule_asked` carries the RuleLink of the rule, to be opened in Settings."""

    rule_asked = Signal(object)

    def __init__(self, theme: Theme, host: QWidget, name: str, reason: Reason) -> None:
        title = QCoreApplication.translate("WhySheet", "Why is {name} on the list?")
        super().__init__(theme, title.format(name=name), host, WIDTH)
        self._link = reason.link
        for heading, words in (
            (self.tr("Rule"), reason.rule),
            (self.tr("Source"), self._source(reason)),
            (self.tr("Counted from"), reason.since),
            (self.tr("How the day is counted"), reason.counted),
            (self.tr("Also"), "\n".join(reason.also)),
        ):
            if words:
                self.add_words(heading, words)
        self.body.addStretch(1)
        close = Button(theme, self.tr("Close"), hint="Esc")
        close.clicked.connect(self.close_now)
        self.add_button(close)
        if reason.link is not None:
            rule = Button(theme, self.tr("Open the rule in Settings"), ButtonKind.PRIMARY)
            rule.clicked.connect(self._on_rule)
            self.add_button(rule)

    def _source(self, reason: Reason) -> str:
        grade = grade_words(reason.grade)
        if reason.source in ("", PROPOSED):
            return grade
        return f"{grade} · {reason.source}"

    def _on_rule(self) -> None:
        self.close_now()
        self.rule_asked.emit(self._link)


def grade_words(grade: Grade) -> str:
    """How far the source carries the rule, in words."""
    return {
        Grade.SOURCED: QCoreApplication.translate("WhySheet", "From a public source"),
        Grade.PARTLY: QCoreApplication.translate("WhySheet", "Partly from a public source"),
        Grade.PROPOSED: QCoreApplication.translate("WhySheet", "Proposed default"),
        Grade.BY_HAND: QCoreApplication.translate("WhySheet", "A person's decision, no rule"),
    }[grade]
