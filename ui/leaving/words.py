"""What is said about a paper that leaves: before, and when it has left."""

from PySide6.QtCore import QCoreApplication

from careteam.domain.disclosures import Accounting
from careteam.domain.handing import Handoff, Huddle, Leaving
from careteam.domain.insight_reports import InsightReport
from careteam.domain.patient_summary import PatientSummary
from careteam.domain.team_card import TeamCard
from careteam.domain.time_sheet import TimeSheet
from careteam.domain.treatment_summary import TreatmentSummary


def name_words(tree: Leaving) -> str:
    """What it is called, in the printer's queue too."""
    match tree:
        case Handoff():
            return QCoreApplication.translate("Outgoing", "Handoff sheet")
        case PatientSummary():
            return QCoreApplication.translate("Outgoing", "Paper for the patient")
        case Huddle():
            return QCoreApplication.translate("Outgoing", "Huddle list")
        case Accounting():
            return QCoreApplication.translate("Outgoing", "Accounting of disclosures")
        case TimeSheet():
            return QCoreApplication.translate("Outgoing", "Time sheet")
        case InsightReport():
            return QCoreApplication.translate("Outgoing", "Report")
        case TreatmentSummary():
            return QCoreApplication.translate("Outgoing", "Treatment summary")
        case TeamCard():
            return QCoreApplication.translate("Outgoing", "Care-team card")
        case _:
            return QCoreApplication.translate("Outgoing", "Care summary")


def save_words(tree: Leaving) -> str:
    """The title of saving it."""
    match tree:
        case Handoff():
            return QCoreApplication.translate("Outgoing", "Export the handoff sheet")
        case PatientSummary():
            return QCoreApplication.translate("Outgoing", "Export the paper for the patient")
        case Huddle():
            return QCoreApplication.translate("Outgoing", "Save the huddle list as PDF")
        case Accounting():
            return QCoreApplication.translate(
                "Outgoing", "Save the accounting of disclosures as PDF"
            )
        case TimeSheet():
            return QCoreApplication.translate("Outgoing", "Save the time sheet as PDF")
        case InsightReport():
            return QCoreApplication.translate("Outgoing", "Save the report as PDF")
        case TreatmentSummary():
            return QCoreApplication.translate("Outgoing", "Export the treatment summary")
        case TeamCard():
            return QCoreApplication.translate("Outgoing", "Export the care-team card")
        case _:
            return QCoreApplication.translate("Outgoing", "Export the care summary")


def print_words(tree: Leaving) -> str:
    """The title of printing it."""
    match tree:
        case Handoff():
            return QCoreApplication.translate("Outgoing", "Print the handoff sheet")
        case PatientSummary():
            return QCoreApplication.translate("Outgoing", "Print the paper for the patient")
        case Huddle():
            return QCoreApplication.translate("Outgoing", "Print the huddle list")
        case Accounting():
            return QCoreApplication.translate("Outgoing", "Print the accounting of disclosures")
        case TimeSheet():
            return QCoreApplication.translate("Outgoing", "Print the time sheet")
        case InsightReport():
            return QCoreApplication.translate("Outgoing", "Print the report")
        case TreatmentSummary():
            return QCoreApplication.translate("Outgoing", "Print the treatment summary")
        case TeamCard():
            return QCoreApplication.translate("Outgoing", "Print the care-team card")
        case _:
            return QCoreApplication.translate("Outgoing", "Print the summary")


def copy_words(tree: Leaving) -> str:
    """The title of copying it."""
    match tree:
        case Handoff():
            return QCoreApplication.translate("Outgoing", "Copy the handoff sheet as text")
        case PatientSummary():
            return QCoreApplication.translate("Outgoing", "Copy the paper for the patient as text")
        case Huddle():
            return QCoreApplication.translate("Outgoing", "Copy the huddle list as text")
        case Accounting():
            return QCoreApplication.translate(
                "Outgoing", "Copy the accounting of disclosures as text"
            )
        case TimeSheet():
            return QCoreApplication.translate("Outgoing", "Copy the time sheet as text")
        case InsightReport():
            return QCoreApplication.translate("Outgoing", "Copy the report as text")
        case TreatmentSummary():
            return QCoreApplication.translate("Outgoing", "Copy the treatment summary as text")
        case TeamCard():
            return QCoreApplication.translate("Outgoing", "Copy the care-team card as text")
        case _:
            return QCoreApplication.translate("Outgoing", "Copy the summary as text")


def saved_words(tree: Leaving) -> str:
    """That it is saved; `name` is put in."""
    match tree:
        case Handoff():
            return QCoreApplication.translate("Outgoing", "Handoff sheet saved as {name}.")
        case PatientSummary():
            return QCoreApplication.translate("Outgoing", "Paper for the patient saved as {name}.")
        case Huddle():
            return QCoreApplication.translate("Outgoing", "Huddle list saved as {name}.")
        case Accounting():
            return QCoreApplication.translate(
                "Outgoing", "Accounting of disclosures saved as {name}."
            )
        case TimeSheet():
            return QCoreApplication.translate("Outgoing", "Time sheet saved as {name}.")
        case InsightReport():
            return QCoreApplication.translate("Outgoing", "Report saved as {name}.")
        case TreatmentSummary():
            return QCoreApplication.translate("Outgoing", "Treatment summary saved as {name}.")
        case TeamCard():
            return QCoreApplication.translate("Outgoing", "Care-team card saved as {name}.")
        case _:
            return QCoreApplication.translate("Outgoing", "Summary saved as {name}.")


def copied_words(tree: Leaving) -> str:
    """That it is copied."""
    match tree:
        case Handoff():
            return QCoreApplication.translate("Outgoing", "Handoff sheet copied as text.")
        case PatientSummary():
            return QCoreApplication.translate("Outgoing", "Paper for the patient copied as text.")
        case Huddle():
            return QCoreApplication.translate("Outgoing", "Huddle list copied as text.")
        case Accounting():
            return QCoreApplication.translate(
                "Outgoing", "Accounting of disclosures copied as text."
            )
        case TimeSheet():
            return QCoreApplication.translate("Outgoing", "Time sheet copied as text.")
        case InsightReport():
            return QCoreApplication.translate("Outgoing", "Report copied as text.")
        case TreatmentSummary():
            return QCoreApplication.translate("Outgoing", "Treatment summary copied as text.")
        case TeamCard():
            return QCoreApplication.translate("Outgoing", "Care-team card copied as text.")
        case _:
            return QCoreApplication.translate("Outgoing", "Summary copied as text.")


def printed_words(tree: Leaving) -> str:
    """That it is printed."""
    match tree:
        case Handoff():
            return QCoreApplication.translate("Outgoing", "Handoff sheet sent to the printer.")
        case PatientSummary():
            return QCoreApplication.translate(
                "Outgoing", "Paper for the patient sent to the printer."
            )
        case Huddle():
            return QCoreApplication.translate("Outgoing", "Huddle list sent to the printer.")
        case Accounting():
            return QCoreApplication.translate(
                "Outgoing", "Accounting of disclosures sent to the printer."
            )
        case TimeSheet():
            return QCoreApplication.translate("Outgoing", "Time sheet sent to the printer.")
        case InsightReport():
            return QCoreApplication.translate("Outgoing", "Report sent to the printer.")
        case TreatmentSummary():
            return QCoreApplication.translate("Outgoing", "Treatment summary sent to the printer.")
        case TeamCard():
            return QCoreApplication.translate("Outgoing", "Care-team card sent to the printer.")
        case _:
            return QCoreApplication.translate("Outgoing", "Summary sent to the printer.")
