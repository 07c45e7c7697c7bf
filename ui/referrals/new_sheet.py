"""The sheet that refers a patient to a role, a person or a body outside."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from careteam.domain.changes import Changes
from careteam.domain.errors import Refused
from careteam.domain.referrals import Priority, ReasonKind, ReferralDraft, ReferralTo
from careteam.storage.reads.referral_reasons import ReasonRow, reason_rows
from careteam.storage.writes.referral_undo import withdraw_referral
from careteam.storage.writes.referrals import make_referral
from ui.desk import MADE, Desk, Undo
from ui.form_sheet import FormSheet, day_field, day_of
from ui.look.choices import Choice, SearchChoice
from ui.look.fields import Field, LineEdit
from ui.look.options import Option
from ui.look.segmented import SegmentedControl
from ui.look.theme import Theme
from ui.team.sheets import person_options, role_options, term_options


class NewReferralSheet(FormSheet):
    """To whom, why, how soon and by which way; a suggestion that gave cause is accepted with it."""

    def __init__(
        self,
        theme: Theme,
        desk: Desk,
        host: QWidget,
        patient_id: int,
        role: str = "",
        suggestion_id: int | None = None,
    ) -> None:
        title = QCoreApplication.translate("NewReferralSheet", "New referral")
        save = QCoreApplication.translate("NewReferralSheet", "Refer")
        super().__init__(theme, title, host, save, self._refer)
        self._desk, self._patient_id = desk, patient_id
        today = desk.moment.today
        self._reasons = {
            f"{row.kind}:{row.id or ''}": row
            for row in desk.read(reason_rows, patient_id, today=today, rules=desk.rules)
        }
        self._kind = SegmentedControl(theme, self.tr("To"), _to_options(), ReferralTo.ROLE)
        self._role = SearchChoice(theme, role_options(desk.rules), role)
        self._person = SearchChoice(theme, (), placeholder=self.tr("Type a name"))
        self._name = LineEdit(theme)
        self._reason = Choice(
            theme,
            [Option(key, row.words, _kind_words(row)) for key, row in self._reasons.items()],
            f"{ReasonKind.SUGGESTION}:{suggestion_id}" if suggestion_id else "",
            empty=self.tr("My own judgement"),
        )
        self._text = LineEdit(theme, self.tr("In a few words"))
        self._priority = SegmentedControl(
            theme, self.tr("Priority"), _priority_options(), Priority.ROUTINE
        )
        self._method = Choice(
            theme, term_options(desk.rules, "referral_method"), empty=self.tr("Not said")
        )
        self._on = day_field(theme, today)
        self._on.set_value(today)
        self._lay_out(theme)
        self._kind.chosen.connect(lambda _key: self._show_needed())
        self._role.chosen.connect(lambda _key: self._offer())
        self._show_needed()
        self._offer()

    def _lay_out(self, theme: Theme) -> None:
        for name, field in (
            ("to_kind", Field(theme, self.tr("To"), self._kind)),
            ("to_role", Field(theme, self.tr("Role"), self._role)),
            ("to_person_id", Field(theme, self.tr("Person"), self._person)),
            ("to_name", Field(theme, self.tr("Body outside the clinic"), self._name)),
            ("reason_id", Field(theme, self.tr("Because of"), self._reason)),
            ("reason_text", Field(theme, self.tr("Reason"), self._text)),
            ("priority", Field(theme, self.tr("Priority"), self._priority)),
            ("method", Field(theme, self.tr("How it is sent"), self._method)),
            ("requested_on", Field(theme, self.tr("Requested on"), self._on)),
        ):
            self.add_field(name, field)
        self.finish()

    def _show_needed(self) -> None:
        kind = self._kind.value()
        self._fields["to_role"].setVisible(kind != ReferralTo.OUTSIDE)
        self._fields["to_person_id"].setVisible(kind == ReferralTo.PERSON)
        self._fields["to_name"].setVisible(kind == ReferralTo.OUTSIDE)

    def _offer(self) -> None:
        self._person.set_options(person_options(self._desk, self._role.value()))

    def _refer(self) -> Changes | None:
        kind = ReferralTo(self._kind.value())
        reason = self._reasons.get(self._reason.value())
        day = day_of(self._on, "requested_on") or self._desk.moment.today
        is_to_person = kind is ReferralTo.PERSON
        if is_to_person and not self._role.value():
            raise Refused.at("to_role", "Choose the role that the person would take.")
        person = self._person.value() if is_to_person else ""
        is_suggested = reason is not None and reason.kind is ReasonKind.SUGGESTION
        draft = ReferralDraft(
            self._patient_id,
            day,
            kind,
            "" if kind is ReferralTo.OUTSIDE else self._role.value(),
            int(person) if person else None,
            self._name.text_value() if kind is ReferralTo.OUTSIDE else "",
            self._priority.value(),
            self._method.value(),
            reason.kind if reason else ReasonKind.OWN,
            reason.id if reason else None,
            self._text.text_value(),
            reason.id if reason and is_suggested else None,
        )
        return self._desk.do(make_referral, draft, undo=Undo(withdraw_referral, (MADE,)))


def _to_options() -> tuple[Option, ...]:
    return (
        Option(ReferralTo.ROLE, QCoreApplication.translate("NewReferralSheet", "A role")),
        Option(ReferralTo.PERSON, QCoreApplication.translate("NewReferralSheet", "A person")),
        Option(ReferralTo.OUTSIDE, QCoreApplication.translate("NewReferralSheet", "Outside")),
    )


def _priority_options() -> tuple[Option, ...]:
    return (
        Option(Priority.ROUTINE, QCoreApplication.translate("NewReferralSheet", "Routine")),
        Option(Priority.URGENT, QCoreApplication.translate("NewReferralSheet", "Urgent")),
    )


def _kind_words(row: ReasonRow) -> str:
    return {
        ReasonKind.BARRIER: QCoreApplication.translate("NewReferralSheet", "barrier"),
        ReasonKind.SCORE: QCoreApplication.translate("NewReferralSheet", "score"),
        ReasonKind.PHASE: QCoreApplication.translate("NewReferralSheet", "phase"),
        ReasonKind.SUGGESTION: QCoreApplication.translate("NewReferralSheet", "suggested"),
    }.get(row.kind, "")
