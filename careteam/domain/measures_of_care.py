"""Measures of the caseload, of contacts and of the way through treatment."""

from careteam.domain.measuring import Aim, Days, Form, Measure, Topic

AONN = "AONN+ navigation metrics, piloted at eight US sites (press release of 8 November 2018)"
PROPOSED = "Careteam's own; proposed, no source"
SUMMIT = "Navigation metrics of the treatment phase: Guadagnolo 2011 (PMC4818009), table 2"
REACHED = "A contact reached somebody when its outcome says so in the clinic's list."
IN_CARE = "Patients who came by the last day of the period and had not left before its first."

CARE_MEASURES = (
    Measure(
        "active", "Patients in care", Form.COUNT, Topic.CASELOAD,
        "Patients in care at the end of the period, or now while it runs.",
        "Patients who had come by then and had not left: not closed, transferred, declined or "
        "deceased.",
        exclusions="A gap between closing and taking up again is not seen.",
        source=f"Navigation caseload: {AONN}",
        by=("navigator",),
    ),
    Measure(
        "new", "New patients", Form.COUNT, Topic.CASELOAD,
        "Patients who were referred in the period.",
        "Patients by their day of referral, or by the day on which they were registered where no "
        "referral is known.",
        source=f"Navigation caseload: {AONN}",
        by=("navigator",),
    ),
    Measure(
        "closed", "Patients who left", Form.COUNT, Topic.CASELOAD,
        "Patients whose navigation ended in the period.",
        "Patients who are not in care, by the day since when.",
        exclusions="Patients who were taken up again.",
        source=f"Navigation caseload: {AONN}",
        by=("status",),
    ),
    Measure(
        "roles_filled", "Roles filled", Form.SHARE, Topic.CASELOAD,
        "Roles of the care teams that somebody holds, of those asked for, as of now.",
        "Roles that somebody holds.",
        "Roles that the phase or the team asks for, of patients in care.",
        "Roles that the patient declined.",
        PROPOSED,
        is_snapshot=True,
        aim=Aim.AT_LEAST,
    ),
    Measure(
        "learning", "Learning preference known", Form.SHARE, Topic.CASELOAD,
        "Patients in care of whom it is known how they like to learn, as of now.",
        "Patients with a learning preference on their needs page.",
        "Patients in care.",
        source=f"Patient learning-style preference: {AONN}",
        is_snapshot=True,
        aim=Aim.AT_LEAST,
    ),
    Measure(
        "contacts", "Contacts", Form.COUNT, Topic.CONTACTS,
        "Contacts and tries of the period, whoever began them.",
        "Contacts by the clinic's day on which they were.",
        exclusions="Contacts that were retracted.",
        source=PROPOSED,
        by=("role", "mode", "outcome"),
    ),
    Measure(
        "reach_rate", "Reached", Form.SHARE, Topic.CONTACTS,
        "Of the clinic's tries to reach somebody, those that did.",
        f"Tries that reached somebody. {REACHED}",
        "All outbound contacts of the period.",
        "Contacts that came from outside, contacts among staff, reviews of the chart, and those "
        "that were retracted.",
        "Reached of all outbound attempts; Careteam's own rule, proposed",
        by=("role", "mode"),
        aim=Aim.AT_LEAST,
    ),
    Measure(
        "first_contact", "Referral to first contact", Form.MEDIAN, Topic.CONTACTS,
        "Business days from the day of referral to the first contact that reached somebody; the "
        "hour of a referral is not known.",
        f"Patients who were reached, on the same day or later. {REACHED}",
        "Patients who were referred in the period.",
        "Patients whose day of referral is not known. Who was reached before that day counts as "
        "reached at once.",
        "One large centre reaches new patients within 48 hours (JONS Oct 2024, cat. VII); business "
        "days proposed",
        days=Days.BUSINESS,
        aim=Aim.AT_MOST,
    ),
    Measure(
        "to_assignment", "Suggestion to assignment", Form.MEDIAN, Topic.CONTACTS,
        "Days from the suggestion of a role to the first day of somebody assigned to it since.",
        "Suggestions after which somebody was assigned to the role.",
        "Roles that were suggested in the period.",
        "Assignments that were entered in error.",
        PROPOSED,
        by=("role",),
        aim=Aim.AT_MOST,
    ),
    Measure(
        "to_contact", "Suggestion to first contact", Form.MEDIAN, Topic.CONTACTS,
        "Days from the suggestion of a role to the first contact in it that reached somebody.",
        f"Suggestions after which somebody was reached in the role. {REACHED}",
        "Roles that were suggested in the period.",
        "Contacts that were retracted.",
        PROPOSED,
        by=("role",),
        aim=Aim.AT_MOST,
    ),
    Measure(
        "first_treatment", "Diagnosis to first treatment", Form.MEDIAN, Topic.PATHWAY,
        "Days from diagnosis to the first treatment.",
        "Patients whose day of diagnosis is known whole and not after the first treatment.",
        "Patients whose first treatment was in the period.",
        source=f"Diagnosis to initial treatment: {AONN}; {SUMMIT}",
        aim=Aim.AT_MOST,
    ),
    Measure(
        "trials_offered", "Trials offered", Form.COUNT, Topic.PATHWAY,
        "Trials that were first offered to a patient in the period.",
        "The first step with which a trial counts as offered: offered, screening, eligible, "
        "enrolled, declined, not eligible or off study.",
        exclusions="Trials that were only considered.",
        source=PROPOSED,
    ),
    Measure(
        "trials_enrolled", "Trials joined", Form.COUNT, Topic.PATHWAY,
        "Trials that a patient joined in the period.",
        "The first step that says enrolled, of each patient and trial.",
        source=PROPOSED,
    ),
    *(
        Measure(
            f"readmitted_{days}", f"Back in hospital within {days} days", Form.SHARE,
            Topic.PATHWAY,
            f"Discharges after which the patient was admitted again, unplanned, within {days} "
            "days.",
            f"Discharges followed by an unplanned stay that began up to {days} days later.",
            "Discharges from a stay on a ward in the period.",
            "Visits to the emergency department alone, planned stays, stays entered in error, and "
            f"patients who died in hospital. Within the last {days} days the share can still "
            "grow.",
            f"Readmissions of navigated patients at 30, 60 and 90 days: {AONN}",
            aim=Aim.AT_MOST,
        )
        for days in (30, 60, 90)
    ),
)  # fmt: skip
