"""The lines of the patient form: a phone, a related person, an alert."""

from datetime import date

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from careteam.domain.catalogue import Catalogue
from careteam.domain.phones import Phone, shown
from ui.form_sheet import day_field
from ui.look.check_box import CheckBox
from ui.look.choices import Choice
from ui.look.fields import LineEdit
from ui.look.theme import Theme
from ui.patients.content import EMPTY_RELATED, Content, phone_content, related_content
from ui.patients.options import asked_options, term_options
from ui.patients.rows import FormRow, RowList


class PhoneRow(FormRow):
    """A number with its kind, the best time, and whether a message may be left."""

    def __init__(self, theme: Theme, catalogue: Catalogue, line: Content) -> None:
        super().__init__(theme, QCoreApplication.translate("PhoneRow", "Take this phone away"))
        self.number = phone_line(theme, self.tr("Number"), line["number"])
        self.kind = Choice(theme, term_options(catalogue, "phone_kind", line["kind"]), line["kind"])
        self.best_time = LineEdit(theme, self.tr("Best time"))
        self.best_time.setText(line["best_time"])
        self.message = Choice(
            theme,
            asked_options(
                self.tr("Message: not asked"),
                self.tr("May leave a message"),
                self.tr("No message"),
            ),
            line["may_leave_message"],
        )
        self.wrong = CheckBox(theme, self.tr("Wrong number"))
        self.wrong.setChecked(line["is_wrong"])
        if not line["is_wrong"]:
            self.wrong.hide()
        for control, name in (
            (self.number, self.tr("Phone number")),
            (self.kind, self.tr("Kind of phone")),
            (self.best_time, self.tr("Best time to call")),
            (self.message, self.tr("Leaving a message")),
        ):
            control.setAccessibleName(name)
        for control, stretch in (
            (self.number, 10),
            (self.kind, 7),
            (self.best_time, 7),
            (self.message, 13),
        ):
            self.line.addWidget(control, stretch)
        self.column.addWidget(self.wrong)
        for control in (self.number, self.kind, self.best_time, self.message, self.wrong):
            control.edited.connect(self.edited)
        self.finish(self.number, self._content)

    def _content(self) -> Content:
        return {
            "number": self.number.text_value(),
            "kind": self.kind.value(),
            "best_time": self.best_time.text_value(),
            "may_leave_message": self.message.value(),
            "is_wrong": self.wrong.isChecked(),
        }


class RelatedRow(FormRow):
    """A caregiver or relative, with the patient's consent to talk to them."""

    def __init__(self, theme: Theme, catalogue: Catalogue, today: date, line: Content) -> None:
        super().__init__(theme, QCoreApplication.translate("RelatedRow", "Take this person away"))
        self._id = line["id"]
        relationships = term_options(catalogue, "relationship", line["relationship"])
        self.name = LineEdit(theme, self.tr("Name"))
        self.relationship = Choice(theme, relationships, line["relationship"])
        self.phone = phone_line(theme, self.tr("Phone"), line["phone"])
        self.caregiver = CheckBox(theme, self.tr("Caregiver"))
        self.emergency = CheckBox(theme, self.tr("In an emergency"))
        self.consent = Choice(
            theme,
            asked_options(
                self.tr("Talk to them: not asked"),
                self.tr("May talk to them"),
                self.tr("May not talk to them"),
            ),
            line["may_talk"],
        )
        self.consent_on = day_field(theme, today, self.tr("Asked on"))
        self.email = LineEdit(theme, self.tr("E-mail"))
        self.note = LineEdit(theme, self.tr("Note"))
        self.name.setText(line["name"])
        self.caregiver.setChecked(line["is_caregiver"])
        self.emergency.setChecked(line["is_emergency"])
        self.consent_on.setText(line["consent_on"])
        self.email.setText(line["email"])
        self.note.setText(line["note"])
        self._lay_out()
        self._name_controls()
        self.finish(self.name, self._content)

    def _content(self) -> Content:
        return {
            "id": self._id,
            "name": self.name.text_value(),
            "relationship": self.relationship.value(),
            "phone": self.phone.text_value(),
            "email": self.email.text_value(),
            "is_caregiver": self.caregiver.isChecked(),
            "is_emergency": self.emergency.isChecked(),
            "may_talk": self.consent.value(),
            "consent_on": self.consent_on.text_value(),
            "note": self.note.text_value(),
        }

    def _lay_out(self) -> None:
        for control, stretch in ((self.name, 5), (self.relationship, 4), (self.phone, 4)):
            self.line.addWidget(control, stretch)
        ticks = QWidget()
        row = QHBoxLayout(ticks)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(10)
        row.addWidget(self.caregiver)
        row.addWidget(self.emergency)
        row.addStretch(1)
        ticks.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        second = QHBoxLayout()
        second.setSpacing(8)
        for control, stretch in ((ticks, 5), (self.consent, 4), (self.consent_on, 4)):
            second.addWidget(control, stretch)
        third = QHBoxLayout()
        third.setSpacing(8)
        third.addWidget(self.email, 5)
        third.addWidget(self.note, 8)
        self.lines.addLayout(second)
        self.lines.addLayout(third)

    def _name_controls(self) -> None:
        for control, name in (
            (self.name, self.tr("Name of the person")),
            (self.relationship, self.tr("Relationship")),
            (self.phone, self.tr("Phone of the person")),
            (self.caregiver, self.tr("Caregiver")),
            (self.emergency, self.tr("To be called in an emergency")),
            (self.consent, self.tr("Consent to talk to this person")),
            (self.consent_on, self.tr("Day of the consent")),
            (self.email, self.tr("E-mail of the person")),
            (self.note, self.tr("Note on the person")),
        ):
            control.setAccessibleName(name)
            control.edited.connect(self.edited)


class AlertRow(FormRow):
    """A warning of the banner, with its own words and since when."""

    def __init__(self, theme: Theme, catalogue: Catalogue, today: date, line: Content) -> None:
        super().__init__(theme, QCoreApplication.translate("AlertRow", "Take this alert away"))
        kinds = term_options(catalogue, "alert", line["kind"])
        self.kind = Choice(theme, kinds, line["kind"], empty=self.tr("Choose an alert"))
        self.text = LineEdit(theme, self.tr("What to mind"))
        self.since = day_field(theme, today, self.tr("Since"))
        self.text.setText(line["text"])
        self.since.setText(line["since"])
        for control, name, stretch in (
            (self.kind, self.tr("Alert"), 4),
            (self.text, self.tr("What to mind"), 6),
            (self.since, self.tr("Since"), 3),
        ):
            control.setAccessibleName(name)
            control.edited.connect(self.edited)
            self.line.addWidget(control, stretch)
        self.finish(self.kind, self._content)

    def _content(self) -> Content:
        return {
            "kind": self.kind.value(),
            "text": self.text.text_value(),
            "since": self.since.text_value(),
        }


def phone_rows(theme: Theme, catalogue: Catalogue) -> RowList[PhoneRow]:
    """The phones of a patient."""
    return RowList(
        theme,
        QCoreApplication.translate("PhoneRow", "Add a phone"),
        lambda line: PhoneRow(theme, catalogue, line),
        phone_content(Phone("")),
    )


def related_rows(theme: Theme, catalogue: Catalogue, today: date) -> RowList[RelatedRow]:
    """The caregivers and relatives of a patient."""
    return RowList(
        theme,
        QCoreApplication.translate("RelatedRow", "Add a person"),
        lambda line: RelatedRow(theme, catalogue, today, line),
        related_content(EMPTY_RELATED),
        has_dividers=True,
    )


def alert_rows(theme: Theme, catalogue: Catalogue, today: date) -> RowList[AlertRow]:
    """The alerts of a patient."""
    return RowList(
        theme,
        QCoreApplication.translate("AlertRow", "Add an alert"),
        lambda line: AlertRow(theme, catalogue, today, line),
        {"kind": "", "text": "", "since": ""},
    )


def phone_line(theme: Theme, placeholder: str, number: str) -> LineEdit:
    """A line for a phone number, written as the region writes it once it is left."""
    line = LineEdit(theme, placeholder)
    line.setText(number)
    line.editingFinished.connect(lambda: line.setText(shown(line.text())))
    return line
