"""The fields of the form for a person, and what they hold as a draft."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from careteam.domain.access import Action
from careteam.domain.errors import Refused
from careteam.domain.people import PersonDraft
from careteam.storage.reads.directory import able, able_alone
from careteam.storage.reads.person import PersonDetail
from ui.desk import Desk
from ui.directory.absences_field import AbsencesField
from ui.directory.need_card import able_options
from ui.directory.npi_edit import NpiEdit
from ui.directory.people_table import role_options
from ui.directory.phones_field import PhonesField
from ui.form_sheet import day_field, day_of
from ui.look.fields import Field, LineEdit, TextEdit
from ui.look.options import Option
from ui.look.tag_field import TagField
from ui.look.theme import Theme


@dataclass(frozen=True, slots=True)
class Part:
    """One field of the draft: its control in a Field, how it is read, and how it is shown."""

    field: Field
    get: Callable[[], Any]
    put: Callable[[Any], None]


class PersonFields(QObject):
    """Makes the controls and lays them out; `parts` are named as the draft names its fields."""

    edited = Signal()

    def __init__(
        self, theme: Theme, desk: Desk, detail: PersonDetail | None, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._theme, self._desk, self._detail = theme, desk, detail
        self.parts: dict[str, Part] = {}
        held = detail.draft if detail else PersonDraft("")
        self._make_names()
        self._make_work(held)
        self._make_reach()
        self._make_time()
        self.parts["roles"].put(held.roles)
        self._offer_covers()
        self.put(held)
        for part in self.parts.values():
            part.field.control.edited.connect(self.edited)  # pyright: ignore[reportAttributeAccessIssue]

    def lay_out(self, body: QVBoxLayout) -> None:
        """Put the fields into the form, in reading order."""
        lines: tuple[tuple[tuple[str, int], ...], ...] = (
            (("family", 3), ("given", 3), ("title", 1), ("credentials", 2)),
            (("roles", 1),),
            (("department", 1), ("organisation", 1)),
            (("phones", 1),),
            (("pager", 1), ("email", 2)),
            (("npi", 1), ("languages", 2)),
            (("leaves_on", 1), ("note", 2)),
            (("absences", 1),),
        )
        for line in lines:
            row = QHBoxLayout()
            row.setSpacing(12)
            for name, share in line:
                row.addWidget(self.parts[name].field, share, Qt.AlignmentFlag.AlignTop)
            body.addLayout(row)

    def draft(self, version: int | None) -> PersonDraft:
        """What was entered; Refused at a field in which a day cannot be read."""
        values = {name: part.get() for name, part in self.parts.items()}
        return PersonDraft(**values, version=version)

    def put(self, draft: PersonDraft) -> None:
        """Show a draft without telling that it was edited."""
        for name, part in self.parts.items():
            part.put(getattr(draft, name))

    def merge(self, before: PersonDraft, detail: PersonDetail) -> bool:
        """Take over what somebody else changed where nothing was entered here.

        Where both changed the same field, what was entered stays; says whether there is such one.
        """
        self._detail, now, is_crossed = detail, detail.draft, False
        self._offer_covers()
        for name, part in self.parts.items():
            theirs = getattr(now, name)
            if theirs == getattr(before, name):
                continue
            try:
                mine = part.get()
            except Refused:
                mine = None
            if mine == getattr(before, name):
                part.put(theirs)
            elif mine != theirs:
                is_crossed = True
                part.field.show_problem(self.tr("Somebody else changed this meanwhile."))
        return is_crossed

    def _add(
        self,
        name: str,
        label: str,
        control: QWidget,
        get: Callable[[], Any],
        put: Callable[[Any], None],
    ) -> None:
        self.parts[name] = Part(Field(self._theme, label, control), get, put)

    def _add_line(self, name: str, label: str, control: LineEdit) -> None:
        self._add(name, label, control, control.text_value, control.setText)

    def _make_names(self) -> None:
        for name, label in (
            ("family", self.tr("Family name")),
            ("given", self.tr("Given names")),
            ("title", self.tr("Title")),
            ("credentials", self.tr("Credentials")),
        ):
            self._add_line(name, label, LineEdit(self._theme))

    def _make_work(self, held: PersonDraft) -> None:
        catalogue = self._desk.rules.catalogue
        roles = TagField(self._theme, self.tr("Roles"), role_options(catalogue, held.roles))
        self._add(
            "roles", self.tr("Roles this person can fill"), roles, roles.value, roles.set_value
        )
        roles.edited.connect(self._offer_covers)
        self._add_line("department", self.tr("Department"), LineEdit(self._theme))
        self._add_line("organisation", self.tr("Organisation"), LineEdit(self._theme))

    def _make_reach(self) -> None:
        catalogue, held = self._desk.rules.catalogue, self._detail
        phones = PhonesField(self._theme, _terms(catalogue.terms.get("phone_kind", {})))
        self._add(
            "phones",
            self.tr("Phones, the first to try first"),
            phones,
            phones.value,
            phones.set_value,
        )
        self._add_line("pager", self.tr("Pager"), LineEdit(self._theme))
        self._add_line("email", self.tr("E-mail"), LineEdit(self._theme))
        self.npi = NpiEdit(self._theme)
        self._add("npi", self.tr("NPI"), self.npi, self.npi.number, self.npi.setText)
        self.npi.textEdited.connect(lambda _text: self.check_npi(is_left=False))
        self.npi.editingFinished.connect(lambda: self.check_npi(is_left=True))
        offered = _terms(catalogue.terms.get("language", {}))
        known = {option.key for option in offered}
        spoken = held.draft.languages if held else ()
        extra = tuple(Option(key, key) for key in spoken if key not in known)
        languages = TagField(self._theme, self.tr("Languages"), (*offered, *extra))
        self._add(
            "languages", self.tr("Languages"), languages, languages.value, languages.set_value
        )

    def _make_time(self) -> None:
        today = self._desk.moment.today
        leaves = day_field(self._theme, today, self.tr("Stays"))
        self._add(
            "leaves_on",
            self.tr("Last day here"),
            leaves,
            lambda: day_of(leaves, "leaves_on", needed=False),
            leaves.set_value,
        )
        self.absences = AbsencesField(self._theme, today)
        self._add(
            "absences",
            self.tr("Away, first and last day included"),
            self.absences,
            self.absences.value,
            self.absences.set_value,
        )
        note = TextEdit(self._theme, lines=2)
        self._add("note", self.tr("Note"), note, note.text_value, note.set_text)

    def check_npi(self, *, is_left: bool) -> None:
        """Say at the field what is wrong with the NPI, as soon as it is certain."""
        self.parts["npi"].field.show_problem(self.npi.problem(is_left=is_left))

    def _offer_covers(self) -> None:
        own = self._detail.id if self._detail else None
        roles: Sequence[str] = self.parts["roles"].get()
        read = able if self._desk.may(Action.SEE_PATIENTS) else able_alone
        people = self._desk.read(read, roles, self._desk.moment.today, own) if roles else ()
        options = able_options(people)
        known = {option.key for option in options}
        named: dict[str, Option] = {}
        if self._detail is not None:
            pairs = zip(self._detail.draft.absences, self._detail.absences, strict=True)
            named = {
                str(draft.cover_id): Option(str(draft.cover_id), row.cover)
                for draft, row in pairs
                if draft.cover_id is not None and str(draft.cover_id) not in known
            }
        self.absences.set_covers((*options, *named.values()))


def _terms(terms: Any) -> tuple[Option, ...]:
    return tuple(Option(term.key, term.label) for term in terms.values())
