"""The steps of the tour, in the order in which a nurse navigator does her main job."""

from PySide6.QtCore import Qt

from careteam.storage.reads.board import BoardRow
from ui.look.theme import ThemeChoice
from ui.pages import COVERAGE, DIRECTORY, PATIENTS, SETTINGS, TODAY
from ui.shell import RESOURCES
from ui.team.sheets import AssignSheet
from ui.tour import Tour, TourFailed
from ui.tour_around import (
    read_the_trail,
    read_what_was_done,
    see_insights,
    see_navigation_time,
    see_users,
    write_many_papers,
    write_to_the_patient,
)

SAMPLE = RESOURCES / "demo" / "sample-r4.json"
MRN = "482913"


def unlock(tour: Tour) -> None:
    """The locked desk, then the invented clinic."""
    tour.picture("locked")
    tour.shell.open_demo()
    tour.until(lambda: tour.shell.desk_window is not None, "the clinic is opened")


def see_today(tour: Tour) -> None:
    """Who is due and why."""
    tour.desk.panel.choose_first()
    tour.until(lambda: tour.desk.patient.patient_id is not None, "a patient is shown")
    tour.picture("today")


def find_a_patient(tour: Tour) -> None:
    """Part of a name, found while typing."""
    tour.keys("Ctrl+K")
    tour.type("delac")
    tour.picture("search")
    tour.press(Qt.Key.Key_Return)
    tour.until(lambda: shown_name(tour) == "DELACRUZ", "the patient is found")


def assign_a_role(tour: Tour) -> None:
    """A role that the phase asks for and nobody holds."""
    tab = tour.desk.patient.team
    gap = next((row for row in board(tour) if row.is_gap), None)
    if gap is None:
        raise TourFailed("Every role is filled already.")
    tab.table.choose_key((gap.role, None))
    tab.table.setFocus()
    tour.press(Qt.Key.Key_Return)
    tour.sheet(AssignSheet)
    tour.press(Qt.Key.Key_Down)
    tour.press(Qt.Key.Key_Return)
    tour.picture("assign")
    tour.keys("Ctrl+Return")
    tour.until(
        lambda: all(not row.is_gap for row in board(tour) if row.role == gap.role),
        "the role is filled",
    )
    tour.picture("assigned")


def log_a_contact(tour: Tour) -> None:
    """A phone call, by keyboard alone."""
    window = tour.desk
    before = window.patient.contact_count()
    tour.keys("Ctrl+L")
    tour.tab_to("Outcome")
    tour.press(Qt.Key.Key_Space)
    tour.tab_to("Minutes")
    tour.type("12")
    tour.tab_to("Note")
    tour.type("Ride to Tuesday's lumbar puncture confirmed with her sister.")
    tour.picture("log-contact")
    tour.keys("Ctrl+Return")
    tour.until(lambda: window.patient.contact_count() == before + 1, "the contact is counted")
    window.patient.open_tab("contacts")
    tour.picture("contacts")


def read_the_summary(tour: Tour) -> None:
    """The care summary, and its PDF."""
    window = tour.desk
    window.patient.open_tab("summary")
    tour.until(window.summary.view.is_drawn, "the pages are drawn")

    tour.picture("summary")
    tour.keys("Ctrl+S")
    tour.until(lambda: bool(list(tour.folder.glob("*.pdf"))), "the PDF is written")


def look_around(tour: Tour) -> None:
    """Patients, directory, coverage, settings."""
    window = tour.desk
    for page in (PATIENTS, DIRECTORY, COVERAGE, SETTINGS):
        window.open_page(page)
        tour.picture(page)


def bring_in(tour: Tour) -> None:
    """A file in FHIR R4: checked first, then taken in."""
    window = tour.desk
    window.import_paths([SAMPLE])
    tour.until(lambda: window.pages.imports.preview_view is not None, "the file is read")
    tour.picture("import")
    tour.keys("Ctrl+Return")
    tour.until(lambda: window.pages.imports.report_view is not None, "the file is taken in")
    tour.picture("imported")


def register(tour: Tour) -> None:
    """The form for a new patient."""
    tour.keys("Ctrl+N")
    tour.picture("new-patient")
    tour.press(Qt.Key.Key_Escape)


def turn_dark(tour: Tour) -> None:
    """The same in the dark."""
    window = tour.desk
    window.open_page(TODAY)
    window.patient.open_tab("team")
    tour.shell.theme.choose(ThemeChoice.DARK)
    tour.picture("today-dark")
    tour.shell.theme.choose(ThemeChoice.LIGHT)


def lock(tour: Tour) -> None:
    """Nothing of a patient stays on the screen."""
    tour.keys("Ctrl+Shift+L")
    tour.until(lambda: tour.shell.desk_window is None, "the desk is locked")
    tour.picture("locked-again")


def board(tour: Tour) -> list[BoardRow]:
    """The lines of the role board."""
    model = tour.desk.patient.team.table.model
    return [model.row_at(place) for place in range(model.rowCount())]


def shown_name(tour: Tour) -> str:
    """The family name in the banner."""
    return tour.desk.patient.family_name()


STEPS = (
    unlock,
    see_today,
    find_a_patient,
    assign_a_role,
    log_a_contact,
    read_the_summary,
    write_to_the_patient,
    read_what_was_done,
    see_navigation_time,
    look_around,
    see_insights,
    write_many_papers,
    see_users,
    read_the_trail,
    bring_in,
    register,
    turn_dark,
    lock,
)
