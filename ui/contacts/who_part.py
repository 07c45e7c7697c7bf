"""Who a contact was for and with: the role and its person, the other side, and how to call it."""

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from careteam.domain.catalogue import Catalogue
from careteam.domain.contacts import With
from careteam.storage.reads.composer import CaregiverRow, ComposerRow, PhoneRow, RoleChoice
from careteam.storage.reads.composer import team_members as read_members
from ui.contacts.choices_of import (
    SOMEBODY_ELSE,
    caregiver_options,
    member_options,
    role_key,
    role_of,
    role_options,
    with_options,
)
from ui.contacts.entry import Entry
from ui.contacts.quick_segments import QuickSegments
from ui.desk import Desk
from ui.look.choices import SearchChoice
from ui.look.fields import Field, LineEdit
from ui.look.labels import Label, isolate
from ui.look.options import Option
from ui.look.theme import Theme
from ui.look.tokens import Tone

GAP = 10
CALLED_BY = ("phone", "sms")


class WhoPart(QWidget):
    """`role_chosen` and `with_chosen` come before `edited` when the nurse chose another."""

    edited = Signal()
    role_chosen = Signal()
    with_chosen = Signal(str)

    def __init__(self, theme: Theme, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._row: ComposerRow | None = None
        self._entry = Entry()
        self._members: dict[int, PhoneRow] | None = None
        self._offered: list[Option] = []
        self.role = SearchChoice(theme, (), placeholder=self.tr("Choose a role"))
        self.with_ = QuickSegments(theme, self.tr("With"), with_options(), 3, "")
        self._caregiver = SearchChoice(theme, (), placeholder=self.tr("Choose a caregiver"))
        self._member = SearchChoice(theme, (), placeholder=self.tr("Choose a member of the team"))
        self._name = LineEdit(theme)
        self._consent = Label("", "error", wrap=True)
        self._numbers = Label("", "sub", wrap=True)
        self._member_field = Field(theme, self.tr("Which member"), self._member)
        self._caregiver_field = Field(theme, self.tr("Which caregiver"), self._caregiver)
        self._name_field = Field(theme, self.tr("Name"), self._name)
        self.fields = {
            "role": Field(theme, self.tr("Role and person"), self.role),
            "with_kind": Field(theme, self.tr("With"), self.with_),
            "with_ref": self._caregiver_field,
            "with_name": self._name_field,
        }
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(GAP)
        for widget in (
            self.fields["role"], self.fields["with_kind"], self._caregiver_field,
            self._member_field, self._name_field, self._consent, self._numbers,
        ):  # fmt: skip
            self.column.addWidget(widget)
        self.role.chosen.connect(self._on_role)
        self.with_.chosen.connect(self._on_with)
        self._caregiver.chosen.connect(self._on_caregiver)
        self._member.chosen.connect(self._on_member)
        self._name.edited.connect(self._on_name)

    def offer(self, row: ComposerRow, catalogue: Catalogue) -> None:
        """Offer what the patient has; what is chosen stays."""
        self._row, self._members = row, None
        self._offer_roles(row, catalogue)
        self._caregiver.set_options(caregiver_options(row.caregivers, catalogue))
        self._caregiver.set_value(self._caregiver_key())
        self._show()

    def show_entry(self, entry: Entry) -> None:
        """Show what a draft holds."""
        self._entry = entry
        if self._row is not None:
            self._offer_roles(self._row, self._desk.rules.catalogue)
        self.role.set_value(role_key(entry.role, entry.person_id))
        self.with_.set_value(entry.with_kind)
        self._caregiver.set_value(self._caregiver_key())
        self._name.setText(entry.with_name)
        self._show()

    def fill(self, entry: Entry) -> Entry:
        """The entry with what stands here."""
        return replace(
            entry,
            role=self._entry.role,
            person_id=self._entry.person_id,
            with_kind=self._entry.with_kind,
            with_ref=self._entry.with_ref,
            with_name=self._name.text(),
            number=self._entry.number,
        )

    def show_mode(self, mode: str) -> None:
        """Show numbers only while one is called."""
        self._numbers.setVisible(mode in CALLED_BY and bool(self._numbers.text()))
        self._entry = replace(self._entry, mode=mode)

    def _offer_roles(self, row: ComposerRow, catalogue: Catalogue) -> None:
        options = role_options(row.roles, catalogue)
        key = role_key(self._entry.role, self._entry.person_id)
        if self._entry.role and key not in {option.key for option in options}:
            once = RoleChoice(self._entry.role, self._entry.person_id)
            options += role_options([once], catalogue)
        if options != self._offered:
            self._offered = options
            self.role.set_options(options)
        self.role.set_value(key)

    def _offer_members(self) -> None:
        if self._members is None:
            members = self._desk.read(read_members, today=self._desk.moment.today)
            self._members = {row.id: PhoneRow(row.phone) for row in members if row.phone}
            self._member.set_options(member_options(members))
        self._member.set_value(str(self._entry.with_ref or ""))

    def _caregiver_key(self) -> str:
        if self._entry.with_kind == With.CAREGIVER and self._entry.with_ref is not None:
            return str(self._entry.with_ref)
        return SOMEBODY_ELSE

    def _show(self) -> None:
        kind = self._entry.with_kind
        is_named = self._entry.with_ref is not None
        has_caregivers = bool(self._row and self._row.caregivers)
        self._caregiver_field.setVisible(kind == With.CAREGIVER and has_caregivers)
        self._member_field.setVisible(kind == With.TEAM_MEMBER)
        is_written = kind == With.OUTSIDE or (kind == With.CAREGIVER and not is_named)
        self._name_field.setVisible(is_written)
        self._name_field.set_label(
            self.tr("Name of the body or person")
            if kind == With.OUTSIDE
            else self.tr("Name of the caregiver")
        )
        if kind == With.TEAM_MEMBER:
            self._offer_members()
        self._show_consent()
        self._numbers.setText("\n".join(self._number_lines()))
        self.show_mode(self._entry.mode)

    def _show_consent(self) -> None:
        caregiver = self._chosen_caregiver()
        words = ""
        if caregiver is not None and caregiver.may_talk is False:
            words = self.tr("! The patient does not want us to talk with {name}.")
        elif caregiver is not None and caregiver.may_talk is None:
            words = self.tr("▲ Consent to talk with {name} was not asked for yet.")
        if words:
            self._consent.set_tone(
                Tone.WARN if caregiver and caregiver.may_talk is None else Tone.BAD
            )
        self._consent.setText(words.format(name=caregiver.name) if caregiver else "")
        self._consent.setVisible(bool(words))

    def _chosen_caregiver(self) -> CaregiverRow | None:
        if self._row is None or self._entry.with_kind != With.CAREGIVER:
            return None
        return next((c for c in self._row.caregivers if c.id == self._entry.with_ref), None)

    def _number_lines(self) -> list[str]:
        phones: tuple[PhoneRow, ...] = ()
        match self._entry.with_kind:
            case With.PATIENT if self._row is not None:
                phones = self._row.phones
                right = [phone for phone in phones if not phone.is_wrong]
                at = self._entry.number % len(right) if right else 0
                phones = (*right[at:], *right[:at], *(p for p in phones if p.is_wrong))
            case With.CAREGIVER if (caregiver := self._chosen_caregiver()) and caregiver.phone:
                phones = (PhoneRow(caregiver.phone),)
            case With.TEAM_MEMBER if self._members and self._entry.with_ref in self._members:
                phones = (self._members[self._entry.with_ref],)
        return [self._number_words(phone) for phone in phones]

    def _number_words(self, phone: PhoneRow) -> str:
        kind = self._desk.rules.catalogue.label("phone_kind", phone.kind) if phone.kind else ""
        parts = [isolate(phone.number), kind.lower(), phone.best_time]
        if phone.is_wrong:
            parts = [isolate(phone.number), self.tr("✕ wrong number")]
        elif phone.may_leave_message is not None:
            parts.append(
                self.tr("message ok") if phone.may_leave_message else self.tr("no message")
            )
        return " · ".join(part for part in parts if part)

    def _on_role(self, key: str) -> None:
        role, person_id = role_of(key)
        self._entry = replace(self._entry, role=role, person_id=person_id)
        self.role_chosen.emit()
        self.edited.emit()

    def _on_with(self, kind: str) -> None:
        first = self._row.caregivers[0].id if self._row and self._row.caregivers else None
        ref = first if kind == With.CAREGIVER else None
        if kind == With.TEAM_MEMBER:
            ref = self._entry.person_id
        self._entry = replace(self._entry, with_kind=kind, with_ref=ref)
        self._caregiver.set_value(self._caregiver_key())
        self._show()
        self.with_chosen.emit(kind)
        self.edited.emit()

    def _on_caregiver(self, key: str) -> None:
        ref = int(key) if key and key != SOMEBODY_ELSE else None
        self._entry = replace(self._entry, with_ref=ref)
        self._show()
        self.edited.emit()

    def _on_member(self, key: str) -> None:
        self._entry = replace(self._entry, with_ref=int(key) if key else None)
        self._show()
        self.edited.emit()

    def _on_name(self) -> None:
        self.edited.emit()
