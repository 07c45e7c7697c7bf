"""The words of the measures of needs that no other measure has, for the translators."""

from typing import Any

from PySide6.QtCore import QT_TRANSLATE_NOOP

NEEDS_WORDS: tuple[Any, ...] = (
    QT_TRANSLATE_NOOP("Measures", "Distress screened"),
    QT_TRANSLATE_NOOP("Measures", "Patients in care who were screened for distress in the period."),
    QT_TRANSLATE_NOOP("Measures", "Patients with a distress score in the period."),
    QT_TRANSLATE_NOOP(
        "Measures",
        "Patients who came by the last day of the period and had not left before its first.",
    ),
    QT_TRANSLATE_NOOP("Measures", "Scores that were retracted."),
    QT_TRANSLATE_NOOP(
        "Measures",
        "Psychosocial distress screening: AONN+ navigation metrics, piloted at eight US sites "
        "(press release of 8 November 2018); Commission on Cancer, standard 5.2",
    ),
    QT_TRANSLATE_NOOP("Measures", "Distress positive"),
    QT_TRANSLATE_NOOP(
        "Measures",
        "Screened patients with a score at the clinic's cut-off or above in the period.",
    ),
    QT_TRANSLATE_NOOP("Measures", "Patients with a positive score."),
    QT_TRANSLATE_NOOP("Measures", "Donovan, JNCCN 20(1): 4 or more is evaluated further"),
    QT_TRANSLATE_NOOP("Measures", "Positive and referred"),
    QT_TRANSLATE_NOOP(
        "Measures",
        "Patients with a positive score who were referred to somebody who takes up distress.",
    ),
    QT_TRANSLATE_NOOP(
        "Measures",
        "Patients with a referral to, or an assignment of, a social worker, psycho-oncologist, "
        "psychiatrist, chaplain or child life specialist on the day of their first positive "
        "score of the period or later.",
    ),
    QT_TRANSLATE_NOOP("Measures", "Patients with a positive score in the period."),
    QT_TRANSLATE_NOOP(
        "Measures",
        "Referrals that were declined, cancelled or failed, and assignments entered in error.",
    ),
    QT_TRANSLATE_NOOP(
        "Measures",
        "Donovan, JNCCN 20(1): 4 or more is evaluated further; Commission on Cancer, standard 5.2",
    ),
    QT_TRANSLATE_NOOP("Measures", "Positive and followed"),
    QT_TRANSLATE_NOOP(
        "Measures",
        "Patients with a positive score whom somebody who takes up distress has reached.",
    ),
    QT_TRANSLATE_NOOP(
        "Measures",
        "Patients reached by a social worker, psycho-oncologist, psychiatrist, chaplain or child "
        "life specialist on the day of their first positive score of the period or later. A "
        "contact reached somebody when its outcome says so in the clinic's list.",
    ),
    QT_TRANSLATE_NOOP("Measures", "Screened on time"),
    QT_TRANSLATE_NOOP(
        "Measures",
        "Screenings that the rules had planned for the period and that were done by their day.",
    ),
    QT_TRANSLATE_NOOP("Measures", "Planned screenings done on the planned day or before."),
    QT_TRANSLATE_NOOP(
        "Measures",
        "Screenings for distress and nutrition planned for a day of the period.",
    ),
    QT_TRANSLATE_NOOP("Measures", "Steps that were cancelled."),
    QT_TRANSLATE_NOOP("Measures", "The clinic's cadence rules; proposed"),
    QT_TRANSLATE_NOOP("Measures", "Barriers found"),
    QT_TRANSLATE_NOOP("Measures", "Barriers to care that were found in the period."),
    QT_TRANSLATE_NOOP("Measures", "Barriers by the day on which they were found."),
    QT_TRANSLATE_NOOP(
        "Measures",
        "Barriers to care: AONN+ navigation metrics, piloted at eight US sites (press release of "
        "8 November 2018); Commission on Cancer, standard 8.1",
    ),
    QT_TRANSLATE_NOOP("Measures", "Barriers resolved"),
    QT_TRANSLATE_NOOP(
        "Measures",
        "Barriers that were resolved in the period, of those that stood in it.",
    ),
    QT_TRANSLATE_NOOP("Measures", "Barriers with the result resolved on a day of the period."),
    QT_TRANSLATE_NOOP("Measures", "Barriers that stood on at least one day of the period."),
    QT_TRANSLATE_NOOP("Measures", "Days to resolve a barrier"),
    QT_TRANSLATE_NOOP("Measures", "Days from finding a barrier to resolving it."),
    QT_TRANSLATE_NOOP("Measures", "Barriers that were resolved in the period."),
    QT_TRANSLATE_NOOP("Measures", "The same."),
    QT_TRANSLATE_NOOP(
        "Measures",
        "Barriers to care: AONN+ navigation metrics, piloted at eight US sites (press release of "
        "8 November 2018); days proposed",
    ),
    QT_TRANSLATE_NOOP("Measures", "Referrals closed"),
    QT_TRANSLATE_NOOP("Measures", "Referrals of the period whose loop is closed by now."),
    QT_TRANSLATE_NOOP(
        "Measures",
        "Referrals that were completed, declined, cancelled, revoked or have failed.",
    ),
    QT_TRANSLATE_NOOP("Measures", "Referrals asked for in the period."),
    QT_TRANSLATE_NOOP(
        "Measures",
        "Closed-loop states: HL7 Gravity (FHIR SDOH clinical care, 2026)",
    ),
    QT_TRANSLATE_NOOP("Measures", "Days to complete a referral"),
    QT_TRANSLATE_NOOP("Measures", "Days from asking for a referral to its result."),
    QT_TRANSLATE_NOOP("Measures", "Referrals that were completed in the period."),
    QT_TRANSLATE_NOOP("Measures", "Age of open referrals"),
    QT_TRANSLATE_NOOP("Measures", "Days since open referrals were asked for, as of now."),
    QT_TRANSLATE_NOOP(
        "Measures",
        "Referrals that are requested, accepted, scheduled or in progress.",
    ),
    QT_TRANSLATE_NOOP("Measures", "Palliative care referrals"),
    QT_TRANSLATE_NOOP("Measures", "Referrals to palliative care in the period."),
    QT_TRANSLATE_NOOP(
        "Measures",
        "Referrals to a palliative physician or nurse by the day on which they were asked for.",
    ),
    QT_TRANSLATE_NOOP(
        "Measures",
        "Palliative care referrals: AONN+ navigation metrics, piloted at eight US sites (press "
        "release of 8 November 2018)",
    ),
    QT_TRANSLATE_NOOP("Measures", "Social support referrals"),
    QT_TRANSLATE_NOOP("Measures", "Referrals to social support in the period."),
    QT_TRANSLATE_NOOP(
        "Measures",
        "Referrals to a social worker, financial counselor, case manager or community health "
        "worker by the day on which they were asked for.",
    ),
    QT_TRANSLATE_NOOP(
        "Measures",
        "Social support referrals: AONN+ navigation metrics, piloted at eight US sites (press "
        "release of 8 November 2018)",
    ),
)
