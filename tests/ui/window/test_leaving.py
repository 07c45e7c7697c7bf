"""Whatever leaves the window stands in the register once for each patient, and nothing slips by."""

import ast
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot
from sqlalchemy import text

from careteam.domain.disclosures import Form, Handed, Purpose
from careteam.domain.kinds import KINDS, Kind
from careteam.domain.moment import Moment
from careteam.domain.patients import PatientDraft
from careteam.storage.engine import connect
from careteam.storage.reads.disclosures import disclosures_of
from careteam.storage.writes.patients import register_patient
from tests.conftest import NOW
from tests.ui.window.conftest import ZONE, Room
from ui.history.tab import LEFT
from ui.leaving.questions import Said
from ui.today.huddle_sheet import HuddleSheet

ROOT = Path(__file__).resolve().parents[3]
SAID = Said(Handed("Westside Clinic", Purpose.TREATMENT))


def rows(room: Room) -> list[tuple[int, str, str, str]]:
    """Patient, kind, form and recipient of each entry of the register."""
    sql = "SELECT patient_id, kind, form, recipient FROM disclosure ORDER BY id"
    found = room.store.read(lambda session: session.execute(text(sql)).all())
    return [(row[0], row[1], row[2], row[3]) for row in found]


def summary(room: Room, button: str) -> None:
    room.press("Alt+5")
    getattr(room.window.summary, button).click()


def handoff(room: Room) -> None:
    room.press("Alt+5")
    room.window.summary.choices.choose_kind(Kind.HANDOFF)
    room.window.summary.save.click()


def saved(room: Room, kind: Kind, form: Form) -> None:
    room.press("Alt+5")
    room.window.summary.choices.choose_kind(kind)
    if room.paper.said is not None:
        room.paper.said = replace(room.paper.said, form=form)
    room.window.summary.save.click()


def card(room: Room) -> None:
    room.press("Alt+5")
    room.window.summary.choices.choose_kind(Kind.CARD)
    room.window.summary.print.click()


def huddle(room: Room, act: str) -> None:
    window = room.window
    sheet = HuddleSheet(window._theme, room.desk, room.paper, window, is_mine=False)
    sheet.open()
    getattr(sheet, act)()


def patients(room: Room) -> None:
    page = room.window.pages.patients
    page.head.ask_whole_clinic()
    page._on_export()


def coverage(room: Room) -> None:
    room.window.pages.coverage._on_save()


def contacts(room: Room) -> None:
    tab = room.window.patient.contacts
    tab.read_all()
    assert tab._reading is not None
    tab._reading.copy()


def entry(room: Room) -> None:
    room.press("Alt+2")
    tab = room.window.patient.contacts
    tab._acts.copy(tab.model.row_at(0))


def accounting(room: Room, button: str) -> None:
    summary(room, "copy")
    room.press("Alt+6")
    history = room.window.patient.history
    history.parts.set_value(LEFT)
    history.read_again()
    getattr(history.disclosures, button).click()


WAYS: dict[tuple[str, str], Callable[[Room], None]] = {
    ("summary", "pdf"): lambda room: summary(room, "save"),
    ("summary", "print"): lambda room: summary(room, "print"),
    ("summary", "clipboard"): lambda room: summary(room, "copy"),
    ("fhir_summary", "fhir"): partial(saved, kind=Kind.CLINICIAN, form=Form.FHIR),
    ("fhir_record", "fhir"): lambda room: summary(room, "record"),
    ("handoff", "pdf"): handoff,
    **{
        (KINDS[kind].registered, str(form)): partial(saved, kind=kind, form=form)
        for kind in KINDS
        for form in (Form.HTML, Form.DOCX, Form.CSV, Form.TEXT)
    },
    ("treatment", "pdf"): partial(saved, kind=Kind.TREATMENT, form=Form.PDF),
    ("card", "print"): card,
    ("huddle", "pdf"): lambda room: huddle(room, "_save"),
    ("huddle", "print"): lambda room: huddle(room, "_print"),
    ("huddle", "clipboard"): lambda room: huddle(room, "_copy"),
    ("patients", "csv"): patients,
    ("coverage", "csv"): coverage,
    ("contacts", "clipboard"): contacts,
    ("entry", "clipboard"): entry,
    ("accounting", "pdf"): lambda room: accounting(room, "save"),
    ("accounting", "print"): lambda room: accounting(room, "print"),
    ("accounting", "csv"): lambda room: accounting(room, "list"),
}


@pytest.mark.parametrize("way", WAYS, ids="-".join)
def test_every_way_out_is_one_entry_for_each_patient(
    room: Room, qtbot: QtBot, way: tuple[str, str]
) -> None:
    moment = Moment.at(NOW, ZONE, room.people["navigator"])
    other = room.store.do(
        register_patient, PatientDraft("9", "Aaron"), moment=moment, rules=room.store.rules
    ).made
    room.paper.said = SAID
    kind = way[0]
    WAYS[way](room)

    def of_this() -> list[tuple[int, str, str, str]]:
        return [row for row in rows(room) if row[1:3] == way]

    qtbot.waitUntil(lambda: of_this() != [], timeout=30_000)
    named = [row[0] for row in of_this()]
    many = {room.patient, other} if kind in ("huddle", "patients", "coverage") else {room.patient}
    assert set(named) <= many
    assert room.patient in named
    assert len(named) == len(set(named))
    assert {row[3] for row in of_this()} == {"Westside Clinic"}
    (newest, *_) = room.store.read(disclosures_of, room.patient)
    assert len(newest.digest) == 64
    assert newest.purpose is Purpose.TREATMENT


@pytest.mark.parametrize("way", WAYS, ids="-".join)
def test_what_is_not_answered_does_not_leave(room: Room, way: tuple[str, str]) -> None:
    if way[0] == "accounting":
        pytest.skip("something has to have left before")
    room.paper.is_answering = False
    WAYS[way](room)
    assert room.paper.asked
    assert room.paper.suggested == room.paper.copied == room.paper.printed == []
    assert rows(room) == []


def test_what_cannot_be_registered_leaves_no_file(room: Room, qtbot: QtBot, tmp_path: Path) -> None:
    sql = "CREATE TRIGGER refuses BEFORE INSERT ON disclosure BEGIN SELECT RAISE(ABORT, 'no'); END"
    raw = connect(room.store.path, room.store._key)
    raw.execute(sql)
    raw.close()
    room.paper.folder = tmp_path / "out"
    room.paper.folder.mkdir()
    with qtbot.waitSignal(room.desk.failed, timeout=30_000):
        summary(room, "save")
    summary(room, "copy")
    assert list(room.paper.folder.iterdir()) == []
    assert room.paper.copied == []


PAPERS = {
    "ui/summary/outgoing.py",
    "ui/summary/tab.py",
    "ui/today/huddle_sheet.py",
    "ui/insights/outgoing.py",
    "ui/insights/out_sheet.py",
}
REPORTS = {"careteam/cli/exporting.py", "careteam/cli/reporting.py", "ui/audit/trail.py"}
CODES = {"ui/settings/account_sheets.py", "ui/unlock/recovery_page.py"}
"""A code on paper is about no patient."""
BACK = {
    "careteam/cli/importing_tables.py",
    "careteam/cli/templates.py",
    "ui/imports/table_flow.py",
}
"""A template is about no patient; rows that were refused go back to who brought them."""
DOORS = {
    "setText": {"ui/paper.py", "ui/leaving/password_part.py"},
    "copy_text": {"ui/leaving/text_copying.py", *PAPERS},
    "print_pages": PAPERS | CODES,
    "write_atomically": {
        "ui/summary/made.py",
        "ui/summary/fhir.py",
        "ui/list_export.py",
        "careteam/cli/handing_out.py",
        *REPORTS,
        *BACK,
    },
    "LinesFolder": {"careteam/cli/exporting.py"},
    "write_everything": {
        "careteam/cli/exporting_everything.py",
        "ui/settings/everything_section.py",
    },
}
"""Who may use a way out of the program: each of these registers, or hands over to who does."""


@pytest.mark.parametrize("door", DOORS)
def test_no_other_module_uses_a_way_out(door: str) -> None:
    found = {
        path.relative_to(ROOT).as_posix()
        for path in (*ROOT.glob("ui/**/*.py"), *ROOT.glob("careteam/cli/*.py"))
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Call) and _is_door(ast.unparse(node.func), door)
    }
    assert found <= DOORS[door]


def _is_door(called: str, door: str) -> bool:
    if door == "setText":
        return called.endswith(("clipboard().setText", "clipboard.setText"))
    return called.split(".")[-1] == door
