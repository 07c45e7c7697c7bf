"""The fields of the patient form in their sections, in the order a nurse asks for them."""

from datetime import date

from PySide6.QtWidgets import QWidget

from careteam.domain.catalogue import Catalogue
from ui.form_sheet import day_field
from ui.look.check_box import CheckBox
from ui.look.choices import Choice, SearchChoice
from ui.look.labels import Label
from ui.look.tag_field import TagField
from ui.look.theme import Theme
from ui.patients.content import Content
from ui.patients.field_set import FieldSet, FormSection, partial_field
from ui.patients.options import icd_options, phase_options, term_options
from ui.patients.part_rows import alert_rows, phone_rows, related_rows


class PatientFields(FieldSet):
    """All fields of a patient; with `has_phase` the phase is told and cannot be changed here."""

    def __init__(
        self, theme: Theme, catalogue: Catalogue, today: date, kept: Content, *, has_phase: bool
    ) -> None:
        super().__init__(theme, catalogue, today, kept)
        self.set_sections(
            self._identity(),
            self._reaching(),
            self._language(),
            self._address(),
            self._people(),
            self._diagnosis(),
            self._told_phase() if has_phase else self._phase(),
            self._alerts(),
        )

    def _identity(self) -> FormSection:
        section = FormSection(self.tr("Who it is"))
        mrn = self.add_text("mrn", self.tr("MRN"))
        family = self.add_text("family", self.tr("Family name"))
        given = self.add_text("given", self.tr("Given names"))
        section.add_line((mrn, 3), (family, 5), (given, 5))
        born = partial_field(self._theme, self._today, with_age=True)
        born.setPlaceholderText(self.tr("14-Mar-1981, Mar 1981 or 1981"))
        birth = self.add_date("birth_date", self.tr("Birth date"), born, is_partial=True)
        sex = self.add_choice("sex", self.tr("Sex"), "sex")
        section.add_line((birth, 8), (sex, 5))
        preferred = self.add_text("preferred", self.tr("Likes to be called"))
        title = self.add_text("title", self.tr("Title"), self.tr("Ms, Mr, Dr"))
        section.add_line((preferred, 8), (title, 5))
        return section

    def _reaching(self) -> FormSection:
        section = FormSection(self.tr("Phones and e-mail"))
        section.column.addWidget(
            self.add_rows("phones", self.tr("Phones"), phone_rows(self._theme, self._catalogue))
        )
        section.add_line((self.add_text("email", self.tr("E-mail")), 8), (QWidget(), 5))
        return section

    def _language(self) -> FormSection:
        section = FormSection(self.tr("Language"))
        others = self._kept.get("other_languages", ())
        options = term_options(self._catalogue, "language", self._kept.get("language", ""), *others)
        first = SearchChoice(self._theme, options, placeholder=self.tr("Type a language"))
        also = TagField(self._theme, self.tr("Also speaks"), options)
        interpreter = CheckBox(self._theme, self.tr("Needs an interpreter"))
        section.add_line(
            (self.add_field("language", self.tr("Language"), first), 5),
            (self.add_field("other_languages", self.tr("Also speaks"), also), 8),
        )
        self.add_tick("needs_interpreter", interpreter)
        section.column.addWidget(interpreter)
        return section

    def _address(self) -> FormSection:
        section = FormSection(self.tr("Address and payer"))
        section.add_line(
            (self.add_text("line", self.tr("Street")), 8),
            (self.add_text("city", self.tr("City")), 5),
        )
        section.add_line(
            (self.add_text("state", self.tr("State")), 4),
            (self.add_text("postal_code", self.tr("ZIP or postal code")), 4),
            (self.add_text("country", self.tr("Country")), 5),
        )
        section.add_line((self.add_text("payer", self.tr("Payer")), 8), (QWidget(), 5))
        return section

    def _people(self) -> FormSection:
        section = FormSection(self.tr("Caregivers and family"))
        rows = related_rows(self._theme, self._catalogue, self._today)
        section.column.addWidget(self.add_rows("related", section.title, rows))
        return section

    def _diagnosis(self) -> FormSection:
        section = FormSection(self.tr("Diagnosis"))
        not_chosen = self.tr("Not chosen")
        states = icd_options(self._catalogue, self._kept.get("icd_state", ""))
        state = Choice(self._theme, states, empty=not_chosen)
        section.add_line(
            (self.add_choice("subtype", self.tr("Subtype"), "subtype", not_chosen), 1),
            (self.add_field("icd_state", self.tr("State, ICD-10-CM"), state), 1),
        )
        diagnosed = partial_field(self._theme, self._today)
        referred = day_field(self._theme, self._today)
        section.add_line(
            (self.add_date("diagnosed_on", self.tr("Diagnosed"), diagnosed, is_partial=True), 1),
            (self.add_date("referred_on", self.tr("Referred"), referred, is_partial=False), 1),
        )
        return section

    def _phase(self) -> FormSection:
        section = FormSection(self.tr("Phase of treatment"))
        phases = phase_options(self._catalogue, self._kept.get("phase", ""))
        phase = Choice(self._theme, phases, empty=self.tr("Not known yet"))
        since = day_field(self._theme, self._today)
        section.add_line(
            (self.add_field("phase", self.tr("Phase"), phase), 1),
            (self.add_date("phase_since", self.tr("First day"), since, is_partial=False), 1),
        )
        return section

    def _told_phase(self) -> FormSection:
        section = FormSection(self.tr("Phase of treatment"))
        self._unseen = {name: self._kept[name] for name in ("phase", "phase_since")}
        told = self.tr("{phase} since {day}").format(
            phase=self._catalogue.phase_label(self._kept["phase"]), day=self._kept["phase_since"]
        )
        section.column.addWidget(Label(told, "strong", wrap=True))
        hint = self.tr("The phase is changed from the patient’s page, so that its history is kept.")
        section.column.addWidget(Label(hint, "sub", wrap=True))
        return section

    def _alerts(self) -> FormSection:
        section = FormSection(self.tr("Alerts"))
        rows = alert_rows(self._theme, self._catalogue, self._today)
        section.column.addWidget(self.add_rows("alerts", section.title, rows))
        return section
