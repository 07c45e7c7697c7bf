"""The names of the lists that can be saved and the titles of their columns, to be translated."""

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

if TYPE_CHECKING:
    from careteam.outgoing.listed import Listed

TITLES: tuple[Any, ...] = (
    QT_TRANSLATE_NOOP("ListTitles", "Action"),
    QT_TRANSLATE_NOOP("ListTitles", "As"),
    QT_TRANSLATE_NOOP("ListTitles", "Ask"),
    QT_TRANSLATE_NOOP("ListTitles", "Ask again"),
    QT_TRANSLATE_NOOP("ListTitles", "Ask at phase"),
    QT_TRANSLATE_NOOP("ListTitles", "Barrier"),
    QT_TRANSLATE_NOOP("ListTitles", "Born"),
    QT_TRANSLATE_NOOP("ListTitles", "By whom"),
    QT_TRANSLATE_NOOP("ListTitles", "Closed"),
    QT_TRANSLATE_NOOP("ListTitles", "Contact"),
    QT_TRANSLATE_NOOP("ListTitles", "Correction"),
    QT_TRANSLATE_NOOP("ListTitles", "Cover"),
    QT_TRANSLATE_NOOP("ListTitles", "Covered for a colleague"),
    QT_TRANSLATE_NOOP("ListTitles", "Day"),
    QT_TRANSLATE_NOOP("ListTitles", "Days"),
    QT_TRANSLATE_NOOP("ListTitles", "Declined"),
    QT_TRANSLATE_NOOP("ListTitles", "Detail"),
    QT_TRANSLATE_NOOP("ListTitles", "Diagnosis"),
    QT_TRANSLATE_NOOP("ListTitles", "Done"),
    QT_TRANSLATE_NOOP("ListTitles", "Due"),
    QT_TRANSLATE_NOOP("ListTitles", "From"),
    QT_TRANSLATE_NOOP("ListTitles", "Group"),
    QT_TRANSLATE_NOOP("ListTitles", "How"),
    QT_TRANSLATE_NOOP("ListTitles", "In all"),
    QT_TRANSLATE_NOOP("ListTitles", "Instrument"),
    QT_TRANSLATE_NOOP("ListTitles", "Kind"),
    QT_TRANSLATE_NOOP("ListTitles", "Last contact"),
    QT_TRANSLATE_NOOP("ListTitles", "Last reached"),
    QT_TRANSLATE_NOOP("ListTitles", "MRN"),
    QT_TRANSLATE_NOOP("ListTitles", "Milestone"),
    QT_TRANSLATE_NOOP("ListTitles", "Minutes"),
    QT_TRANSLATE_NOOP("ListTitles", "Name"),
    QT_TRANSLATE_NOOP("ListTitles", "Navigator"),
    QT_TRANSLATE_NOOP("ListTitles", "New patients"),
    QT_TRANSLATE_NOOP("ListTitles", "Next due"),
    QT_TRANSLATE_NOOP("ListTitles", "Next step"),
    QT_TRANSLATE_NOOP("ListTitles", "Next steps"),
    QT_TRANSLATE_NOOP("ListTitles", "Note"),
    QT_TRANSLATE_NOOP("ListTitles", "Noted"),
    QT_TRANSLATE_NOOP("ListTitles", "Now"),
    QT_TRANSLATE_NOOP("ListTitles", "Number"),
    QT_TRANSLATE_NOOP("ListTitles", "On it"),
    QT_TRANSLATE_NOOP("ListTitles", "Outcome"),
    QT_TRANSLATE_NOOP("ListTitles", "Past the cut-off"),
    QT_TRANSLATE_NOOP("ListTitles", "Patient"),
    QT_TRANSLATE_NOOP("ListTitles", "Patients"),
    QT_TRANSLATE_NOOP("ListTitles", "Phase"),
    QT_TRANSLATE_NOOP("ListTitles", "Phone"),
    QT_TRANSLATE_NOOP("ListTitles", "Place"),
    QT_TRANSLATE_NOOP("ListTitles", "Planned"),
    QT_TRANSLATE_NOOP("ListTitles", "Priority"),
    QT_TRANSLATE_NOOP("ListTitles", "Reason"),
    QT_TRANSLATE_NOOP("ListTitles", "Red flags"),
    QT_TRANSLATE_NOOP("ListTitles", "Requested"),
    QT_TRANSLATE_NOOP("ListTitles", "Result"),
    QT_TRANSLATE_NOOP("ListTitles", "Role"),
    QT_TRANSLATE_NOOP("ListTitles", "Roles"),
    QT_TRANSLATE_NOOP("ListTitles", "Roles declined"),
    QT_TRANSLATE_NOOP("ListTitles", "Roles filled"),
    QT_TRANSLATE_NOOP("ListTitles", "Roles to fill"),
    QT_TRANSLATE_NOOP("ListTitles", "Row"),
    QT_TRANSLATE_NOOP("ListTitles", "SHA-256"),
    QT_TRANSLATE_NOOP("ListTitles", "Score"),
    QT_TRANSLATE_NOOP("ListTitles", "Since"),
    QT_TRANSLATE_NOOP("ListTitles", "Site"),
    QT_TRANSLATE_NOOP("ListTitles", "State"),
    QT_TRANSLATE_NOOP("ListTitles", "Status"),
    QT_TRANSLATE_NOOP("ListTitles", "Step"),
    QT_TRANSLATE_NOOP("ListTitles", "Time"),
    QT_TRANSLATE_NOOP("ListTitles", "Title"),
    QT_TRANSLATE_NOOP("ListTitles", "To"),
    QT_TRANSLATE_NOOP("ListTitles", "To hand over"),
    QT_TRANSLATE_NOOP("ListTitles", "To whom"),
    QT_TRANSLATE_NOOP("ListTitles", "Topics"),
    QT_TRANSLATE_NOOP("ListTitles", "Treatment"),
    QT_TRANSLATE_NOOP("ListTitles", "Trial"),
    QT_TRANSLATE_NOOP("ListTitles", "Until"),
    QT_TRANSLATE_NOOP("ListTitles", "Visit"),
    QT_TRANSLATE_NOOP("ListTitles", "Waiting since"),
    QT_TRANSLATE_NOOP("ListTitles", "What"),
    QT_TRANSLATE_NOOP("ListTitles", "What came of it"),
    QT_TRANSLATE_NOOP("ListTitles", "What is being done"),
    QT_TRANSLATE_NOOP("ListTitles", "When"),
    QT_TRANSLATE_NOOP("ListTitles", "Where"),
    QT_TRANSLATE_NOOP("ListTitles", "Who"),
    QT_TRANSLATE_NOOP("ListTitles", "Why"),
    QT_TRANSLATE_NOOP("ListTitles", "With"),
)
"""What can stand above a column; a test holds it against the lists."""

NAMES: dict[str, Any] = {
    "today": QT_TRANSLATE_NOOP("ListTitles", "Today"),
    "roles_to_fill": QT_TRANSLATE_NOOP("ListTitles", "Roles to fill"),
    "huddle": QT_TRANSLATE_NOOP("ListTitles", "Huddle list"),
    "patients": QT_TRANSLATE_NOOP("ListTitles", "Patients"),
    "directory": QT_TRANSLATE_NOOP("ListTitles", "Directory"),
    "coverage": QT_TRANSLATE_NOOP("ListTitles", "Coverage"),
    "trials": QT_TRANSLATE_NOOP("ListTitles", "Clinical trials"),
    "not_offered": QT_TRANSLATE_NOOP("ListTitles", "Not offered a trial yet"),
    "audit": QT_TRANSLATE_NOOP("ListTitles", "Audit trail"),
    "team": QT_TRANSLATE_NOOP("ListTitles", "Care team"),
    "contacts": QT_TRANSLATE_NOOP("ListTitles", "Contacts"),
    "barriers": QT_TRANSLATE_NOOP("ListTitles", "Barriers to care"),
    "referrals": QT_TRANSLATE_NOOP("ListTitles", "Referrals"),
    "screenings": QT_TRANSLATE_NOOP("ListTitles", "Screening"),
    "milestones": QT_TRANSLATE_NOOP("ListTitles", "Tests and milestones"),
    "treatments": QT_TRANSLATE_NOOP("ListTitles", "Treatments"),
    "next_steps": QT_TRANSLATE_NOOP("ListTitles", "Next steps"),
    "accounting": QT_TRANSLATE_NOOP("ListTitles", "Disclosures"),
}


def list_name(name: str) -> str:
    """A list by its kind in the register, in words."""
    return QCoreApplication.translate("ListTitles", NAMES[name])


def titled(listed: "Listed[Any]") -> "Listed[Any]":
    """A list with its titles in the language of the window."""
    say = QCoreApplication.translate
    return listed.titled([say("ListTitles", title) for title in listed.titles])
