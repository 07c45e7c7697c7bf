"""The clinic's programs in Settings: other rules from a day on, switched off, tries that count."""

import pytest
from pytestqt.qtbot import QtBot

from careteam.domain.moment import Moment
from careteam.storage.store import Store
from ui.desk import Desk
from ui.look.columns import full_words
from ui.look.theme import Theme
from ui.settings.programs_section import ProgramSheet, ProgramsSection


@pytest.fixture
def section(look: Theme, store: Store, moment: Moment, qtbot: QtBot) -> ProgramsSection:
    desk = Desk(store, lambda: moment.now, zone=moment.zone, worker_id=None)
    section = ProgramsSection(look, desk)
    desk.changed.connect(lambda _changes: section.read_again())
    qtbot.addWidget(section)
    section.resize(900, 600)
    section.show()
    section.read_again()
    return section


def keys(section: ProgramsSection) -> list[str]:
    model = section.table.model
    return [model.row_at(place).key for place in range(model.rowCount())]


def test_the_programs_stand_in_the_clinics_order(section: ProgramsSection) -> None:
    assert keys(section) == ["PIN", "CHI", "PCM", "TCM"]


def test_programs_that_no_source_confirms_say_that_a_clinic_must_confirm_them(
    section: ProgramsSection,
) -> None:
    assert "PCM, TCM" in section._unconfirmed.text()
    model = section.table.model
    doubted = {model.row_at(at).key: full_words(model.cells_at(at)[2]) for at in range(4)}
    assert "to be confirmed" in doubted["PCM"]
    assert "to be confirmed" not in doubted["PIN"]


def test_a_program_gets_other_rules_and_the_old_ones_stay(
    section: ProgramsSection, store: Store, moment: Moment
) -> None:
    section.change(section.table.model.row_at(0))
    [sheet] = section.findChildren(ProgramSheet)
    sheet._from.set_value(moment.today)
    sheet._first.set_value(45)
    sheet._on_save()
    assert sheet.isVisible(), "it does not say where the rules come from"
    sheet._source.setText("A rule of 2026")
    sheet._on_save()
    assert keys(section) == ["PIN", "PIN", "CHI", "PCM", "TCM"]
    known = store.rules.time.program("PIN", moment.today)
    assert known is not None
    assert known.first_minutes == 45
    section.desk.undo()
    assert keys(section) == ["PIN", "CHI", "PCM", "TCM"]


def test_tries_count_once_the_clinic_says_so(section: ProgramsSection, store: Store) -> None:
    section.tries.click()
    assert store.rules.time.counts_tries
    section.desk.undo()
    assert not store.rules.time.counts_tries
    assert not section.tries.isChecked()
