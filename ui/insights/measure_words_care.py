"""The words of the measures of caseload, contacts and treatment, for the translators."""

from typing import Any

from PySide6.QtCore import QT_TRANSLATE_NOOP

CARE_WORDS: tuple[Any, ...] = (
    QT_TRANSLATE_NOOP("Measures", "Patients in care"),
    QT_TRANSLATE_NOOP(
        "Measures",
        "Patients in care at the end of the period, or now while it runs.",
    ),
    QT_TRANSLATE_NOOP(
        "Measures",
        "Patients who had come by then and had not left: not closed, transferred, declined or "
        "deceased.",
    ),
    QT_TRANSLATE_NOOP("Measures", "A gap between closing and taking up again is not seen."),
    QT_TRANSLATE_NOOP(
        "Measures",
        "Navigation caseload: AONN+ navigation metrics, piloted at eight US sites (press release "
        "of 8 November 2018)",
    ),
    QT_TRANSLATE_NOOP("Measures", "New patients"),
    QT_TRANSLATE_NOOP("Measures", "Patients who were referred in the period."),
    QT_TRANSLATE_NOOP(
        "Measures",
        "Patients by their day of referral, or by the day on which they were registered where no "
        "referral is known.",
    ),
    QT_TRANSLATE_NOOP("Measures", "Patients who left"),
    QT_TRANSLATE_NOOP("Measures", "Patients whose navigation ended in the period."),
    QT_TRANSLATE_NOOP("Measures", "Patients who are not in care, by the day since when."),
    QT_TRANSLATE_NOOP("Measures", "Patients who were taken up again."),
    QT_TRANSLATE_NOOP("Measures", "Roles filled"),
    QT_TRANSLATE_NOOP(
        "Measures",
        "Roles of the care teams that somebody holds, of those asked for, as of now.",
    ),
    QT_TRANSLATE_NOOP("Measures", "Roles that somebody holds."),
    QT_TRANSLATE_NOOP(
        "Measures",
        "Roles that the phase or the team asks for, of patients in care.",
    ),
    QT_TRANSLATE_NOOP("Measures", "Roles that the patient declined."),
    QT_TRANSLATE_NOOP("Measures", "Careteam's own; proposed, no source"),
    QT_TRANSLATE_NOOP("Measures", "Learning preference known"),
    QT_TRANSLATE_NOOP(
        "Measures",
        "Patients in care of whom it is known how they like to learn, as of now.",
    ),
    QT_TRANSLATE_NOOP("Measures", "Patients with a learning preference on their needs page."),
    QT_TRANSLATE_NOOP("Measures", "Patients in care."),
    QT_TRANSLATE_NOOP(
        "Measures",
        "Patient learning-style preference: AONN+ navigation metrics, piloted at eight US sites "
        "(press release of 8 November 2018)",
    ),
    QT_TRANSLATE_NOOP("Measures", "Contacts"),
    QT_TRANSLATE_NOOP("Measures", "Contacts and tries of the period, whoever began them."),
    QT_TRANSLATE_NOOP("Measures", "Contacts by the clinic's day on which they were."),
    QT_TRANSLATE_NOOP("Measures", "Contacts that were retracted."),
    QT_TRANSLATE_NOOP("Measures", "Reached"),
    QT_TRANSLATE_NOOP("Measures", "Of the clinic's tries to reach somebody, those that did."),
    QT_TRANSLATE_NOOP(
        "Measures",
        "Tries that reached somebody. A contact reached somebody when its outcome says so in the "
        "clinic's list.",
    ),
    QT_TRANSLATE_NOOP("Measures", "All outbound contacts of the period."),
    QT_TRANSLATE_NOOP(
        "Measures",
        "Contacts that came from outside, contacts among staff, reviews of the chart, and those "
        "that were retracted.",
    ),
    QT_TRANSLATE_NOOP(
        "Measures",
        "Reached of all outbound attempts; Careteam's own rule, proposed",
    ),
    QT_TRANSLATE_NOOP("Measures", "Referral to first contact"),
    QT_TRANSLATE_NOOP(
        "Measures",
        "Business days from the day of referral to the first contact that reached somebody; the "
        "hour of a referral is not known.",
    ),
    QT_TRANSLATE_NOOP(
        "Measures",
        "Patients who were reached, on the same day or later. A contact reached somebody when "
        "its outcome says so in the clinic's list.",
    ),
    QT_TRANSLATE_NOOP(
        "Measures",
        "Patients whose day of referral is not known. Who was reached before that day counts as "
        "reached at once.",
    ),
    QT_TRANSLATE_NOOP(
        "Measures",
        "One large centre reaches new patients within 48 hours (JONS Oct 2024, cat. VII); "
        "business days proposed",
    ),
    QT_TRANSLATE_NOOP("Measures", "Suggestion to assignment"),
    QT_TRANSLATE_NOOP(
        "Measures",
        "Days from the suggestion of a role to the first day of somebody assigned to it since.",
    ),
    QT_TRANSLATE_NOOP("Measures", "Suggestions after which somebody was assigned to the role."),
    QT_TRANSLATE_NOOP("Measures", "Roles that were suggested in the period."),
    QT_TRANSLATE_NOOP("Measures", "Assignments that were entered in error."),
    QT_TRANSLATE_NOOP("Measures", "Suggestion to first contact"),
    QT_TRANSLATE_NOOP(
        "Measures",
        "Days from the suggestion of a role to the first contact in it that reached somebody.",
    ),
    QT_TRANSLATE_NOOP(
        "Measures",
        "Suggestions after which somebody was reached in the role. A contact reached somebody "
        "when its outcome says so in the clinic's list.",
    ),
    QT_TRANSLATE_NOOP("Measures", "Diagnosis to first treatment"),
    QT_TRANSLATE_NOOP("Measures", "Days from diagnosis to the first treatment."),
    QT_TRANSLATE_NOOP(
        "Measures",
        "Patients whose day of diagnosis is known whole and not after the first treatment.",
    ),
    QT_TRANSLATE_NOOP("Measures", "Patients whose first treatment was in the period."),
    QT_TRANSLATE_NOOP(
        "Measures",
        "Diagnosis to initial treatment: AONN+ navigation metrics, piloted at eight US sites "
        "(press release of 8 November 2018); Navigation metrics of the treatment phase: "
        "Guadagnolo 2011 (PMC4818009), table 2",
    ),
    QT_TRANSLATE_NOOP("Measures", "Trials offered"),
    QT_TRANSLATE_NOOP("Measures", "Trials that were first offered to a patient in the period."),
    QT_TRANSLATE_NOOP(
        "Measures",
        "The first step with which a trial counts as offered: offered, screening, eligible, "
        "enrolled, declined, not eligible or off study.",
    ),
    QT_TRANSLATE_NOOP("Measures", "Trials that were only considered."),
    QT_TRANSLATE_NOOP("Measures", "Trials joined"),
    QT_TRANSLATE_NOOP("Measures", "Trials that a patient joined in the period."),
    QT_TRANSLATE_NOOP("Measures", "The first step that says enrolled, of each patient and trial."),
    QT_TRANSLATE_NOOP("Measures", "Back in hospital within 30 days"),
    QT_TRANSLATE_NOOP(
        "Measures",
        "Discharges after which the patient was admitted again, unplanned, within 30 days.",
    ),
    QT_TRANSLATE_NOOP(
        "Measures",
        "Discharges followed by an unplanned stay that began up to 30 days later.",
    ),
    QT_TRANSLATE_NOOP("Measures", "Discharges from a stay on a ward in the period."),
    QT_TRANSLATE_NOOP(
        "Measures",
        "Visits to the emergency department alone, planned stays, stays entered in error, and "
        "patients who died in hospital. Within the last 30 days the share can still grow.",
    ),
    QT_TRANSLATE_NOOP(
        "Measures",
        "Readmissions of navigated patients at 30, 60 and 90 days: AONN+ navigation metrics, "
        "piloted at eight US sites (press release of 8 November 2018)",
    ),
    QT_TRANSLATE_NOOP("Measures", "Back in hospital within 60 days"),
    QT_TRANSLATE_NOOP(
        "Measures",
        "Discharges after which the patient was admitted again, unplanned, within 60 days.",
    ),
    QT_TRANSLATE_NOOP(
        "Measures",
        "Discharges followed by an unplanned stay that began up to 60 days later.",
    ),
    QT_TRANSLATE_NOOP(
        "Measures",
        "Visits to the emergency department alone, planned stays, stays entered in error, and "
        "patients who died in hospital. Within the last 60 days the share can still grow.",
    ),
    QT_TRANSLATE_NOOP("Measures", "Back in hospital within 90 days"),
    QT_TRANSLATE_NOOP(
        "Measures",
        "Discharges after which the patient was admitted again, unplanned, within 90 days.",
    ),
    QT_TRANSLATE_NOOP(
        "Measures",
        "Discharges followed by an unplanned stay that began up to 90 days later.",
    ),
    QT_TRANSLATE_NOOP(
        "Measures",
        "Visits to the emergency department alone, planned stays, stays entered in error, and "
        "patients who died in hospital. Within the last 90 days the share can still grow.",
    ),
)
