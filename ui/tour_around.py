"""The further steps of the tour: papers for the patient, time, measures, users and the trail."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QRadioButton

from careteam.domain.kinds import Kind
from ui.again_sheet import AgainSheet
from ui.insights.list_sheet import ListSheet
from ui.look.segmented import SegmentedControl
from ui.minutes.patient_sheet import PatientTimeSheet
from ui.pages import AUDIT, INSIGHTS, PATIENTS, SETTINGS
from ui.patient_view import HISTORY, SUMMARY, TEAM
from ui.patients.batch_sheet import BatchSheet
from ui.tour import Tour, TourFailed
from ui.tour_paper import MANY

SPANISH = "es"
PASSWORD = "demo"  # noqa: S105 - shown in the band of the invented clinic


def write_to_the_patient(tour: Tour) -> None:
    """Her own summary in her language, and the card of her care team."""
    patient = tour.desk.patient
    patient.open_tab(SUMMARY)
    summary = tour.desk.summary
    for kind, language, name in (
        (Kind.PATIENT, "", "summary-patient"),
        (Kind.PATIENT, SPANISH, "summary-patient-spanish"),
        (Kind.CARD, SPANISH, "care-team-card"),
    ):
        summary.choices.choose_kind(kind)
        summary.choices.language.set_value(language)
        summary.read_again()
        tour.until(lambda: not summary.is_updating and summary.view.is_drawn(), f"{name} is drawn")
        tour.picture(name)
    summary.choices.choose_kind(Kind.CLINICIAN)
    tour.until(lambda: not summary.is_updating, "the summary is drawn again")


def read_what_was_done(tour: Tour) -> None:
    """The history of her record, and what left of it."""
    tour.desk.patient.open_tab(HISTORY)
    history = tour.desk.patient.history
    tour.until(lambda: history.table.model.rowCount() > 0, "the history is read")
    tour.picture("history")
    tour.desk.patient.open_tab(TEAM)


def see_navigation_time(tour: Tour) -> None:
    """Her navigation time: what is on file, and the minutes of this month."""
    tour.keys("Ctrl+Shift+M")
    tour.sheet(PatientTimeSheet)
    tour.picture("navigation-time")
    tour.press(Qt.Key.Key_Escape)


def see_insights(tour: Tour) -> None:
    """A quarter of the whole clinic: charts, the list behind a number, a chart as a table."""
    tour.desk.strip.dismiss()
    tour.desk.open_page(INSIGHTS)
    page = tour.desk.pages.insights
    choose(tour, page.scope.by, Qt.Key.Key_Right)
    for _ in range(2):
        choose(tour, page.scope.whose, Qt.Key.Key_Right)
    tour.until(lambda: not page.is_counting, "the other measures are counted")
    if not all(chart.chart.isVisible() for chart in page.charts.values()):
        raise TourFailed("A chart of the insights page has nothing to show.")
    tour.picture("insights")
    page.cards["barriers_resolved"].setFocus()
    tour.press(Qt.Key.Key_Return)
    behind, told = tour.sheet(ListSheet), page.front["barriers_resolved"].whole.hits
    tour.until(lambda: not behind.is_counting, "the list behind the figure is there")
    if behind.count != told:
        raise TourFailed(f"The list has {behind.count} lines, and its figure says {told}.")
    tour.picture("insights-list")
    tour.press(Qt.Key.Key_Escape)
    chart = page.charts["to_contact"]
    choose(tour, chart.which, Qt.Key.Key_Right)
    tour.until(chart.table.isVisible, "the table is shown")
    tour.picture("insights-table")
    choose(tour, chart.which, Qt.Key.Key_Left)


def write_many_papers(tour: Tour) -> None:
    """A card of the care team for everybody on the list, into one folder."""
    window = tour.desk
    window.open_page(PATIENTS)
    window.pages.patients.head.papers_button.click()
    sheet = tour.sheet(BatchSheet)
    sheet.choices.choose_kind(Kind.CARD)
    tour.picture("many-papers")
    sheet.go.click()
    tour.sheet(AgainSheet)
    tour.type(PASSWORD)
    tour.press(Qt.Key.Key_Return)
    folder, patients = tour.folder / MANY, window.pages.patients.table.model.rowCount()
    tour.until(lambda: any(folder.glob("*.csv")), "the papers and their report are made")
    made = len(list(folder.glob("*.pdf")))
    if made != patients:
        raise TourFailed(f"{made} papers were made of {patients} patients.")


def see_users(tour: Tour) -> None:
    """Who may sign in, the letterhead, and emergency access."""
    window = tour.desk
    window.strip.dismiss()
    window.open_page(SETTINGS)
    for section in ("users", "clinic", "emergencies"):
        window.pages.settings.open_section(section)
        tour.picture(f"settings-{section}")


def read_the_trail(tour: Tour) -> None:
    """Everything that was done here, and that nobody changed a line of it."""
    window = tour.desk
    window.open_page(AUDIT)
    trail = window.pages.audit.trail
    tour.until(lambda: trail.table.model.rowCount() > 0, "the trail is read")
    trail.verify.click()
    tour.until(lambda: "whole" in trail.verdict.text(), "the trail is found whole")
    tour.picture("audit-trail")


def choose(tour: Tour, control: SegmentedControl, key: Qt.Key) -> None:
    """Choose in a row of segments with an arrow key."""
    for segment in control.findChildren(QRadioButton):
        if segment.isChecked():
            segment.setFocus()
            tour.press(key)
            return
    raise TourFailed(f"Nothing is chosen in {control.accessibleName()}.")
