"""Measures of what patients need: distress, barriers, referrals, and screening in time."""

from careteam.domain.measures_of_care import AONN, IN_CARE, PROPOSED, REACHED
from careteam.domain.measuring import Aim, Form, Measure, Topic

DISTRESS_CUT = "Donovan, JNCCN 20(1): 4 or more is evaluated further"
PSYCHOSOCIAL_ROLES = ("social_worker", "psychologist", "psychiatrist", "chaplain", "child_life")
"""Who takes up distress; the problem decides which of them (NCCN: routed by problem domain)."""
PALLIATIVE_ROLES = ("palliative_physician", "palliative_nurse")
SUPPORT_ROLES = (
    "social_worker", "financial_counselor", "case_manager", "community_health_worker",
)  # fmt: skip
_FIRST = "their first positive score of the period"
_PSYCHOSOCIAL = "social worker, psycho-oncologist, psychiatrist, chaplain or child life specialist"

NEEDS_MEASURES = (
    Measure(
        "distress_screened", "Distress screened", Form.SHARE, Topic.NEEDS,
        "Patients in care who were screened for distress in the period.",
        "Patients with a distress score in the period.",
        IN_CARE,
        "Scores that were retracted.",
        f"Psychosocial distress screening: {AONN}; Commission on Cancer, standard 5.2",
        aim=Aim.AT_LEAST,
    ),
    Measure(
        "distress_positive", "Distress positive", Form.SHARE, Topic.NEEDS,
        "Screened patients with a score at the clinic's cut-off or above in the period.",
        "Patients with a positive score.",
        "Patients with a distress score in the period.",
        "Scores that were retracted.",
        DISTRESS_CUT,
    ),
    Measure(
        "distress_referred", "Positive and referred", Form.SHARE, Topic.NEEDS,
        "Patients with a positive score who were referred to somebody who takes up distress.",
        f"Patients with a referral to, or an assignment of, a {_PSYCHOSOCIAL} on the day of "
        f"{_FIRST} or later.",
        "Patients with a positive score in the period.",
        "Referrals that were declined, cancelled or failed, and assignments entered in error.",
        f"{DISTRESS_CUT}; Commission on Cancer, standard 5.2",
        aim=Aim.AT_LEAST,
    ),
    Measure(
        "distress_followed", "Positive and followed", Form.SHARE, Topic.NEEDS,
        "Patients with a positive score whom somebody who takes up distress has reached.",
        f"Patients reached by a {_PSYCHOSOCIAL} on the day of {_FIRST} or later. {REACHED}",
        "Patients with a positive score in the period.",
        "Contacts that were retracted.",
        f"{DISTRESS_CUT}; Commission on Cancer, standard 5.2",
        aim=Aim.AT_LEAST,
    ),
    Measure(
        "screened_on_time", "Screened on time", Form.SHARE, Topic.NEEDS,
        "Screenings that the rules had planned for the period and that were done by their day.",
        "Planned screenings done on the planned day or before.",
        "Screenings for distress and nutrition planned for a day of the period.",
        "Steps that were cancelled.",
        "The clinic's cadence rules; proposed",
        aim=Aim.AT_LEAST,
    ),
    Measure(
        "barriers", "Barriers found", Form.COUNT, Topic.NEEDS,
        "Barriers to care that were found in the period.",
        "Barriers by the day on which they were found.",
        source=f"Barriers to care: {AONN}; Commission on Cancer, standard 8.1",
        by=("category",),
    ),
    Measure(
        "barriers_resolved", "Barriers resolved", Form.SHARE, Topic.NEEDS,
        "Barriers that were resolved in the period, of those that stood in it.",
        "Barriers with the result resolved on a day of the period.",
        "Barriers that stood on at least one day of the period.",
        source=f"Barriers to care: {AONN}; Commission on Cancer, standard 8.1",
        by=("category",),
        aim=Aim.AT_LEAST,
    ),
    Measure(
        "barrier_days", "Days to resolve a barrier", Form.MEDIAN, Topic.NEEDS,
        "Days from finding a barrier to resolving it.",
        "Barriers that were resolved in the period.",
        "The same.",
        source=f"Barriers to care: {AONN}; days proposed",
        by=("category",),
        aim=Aim.AT_MOST,
    ),
    Measure(
        "referrals_closed", "Referrals closed", Form.SHARE, Topic.NEEDS,
        "Referrals of the period whose loop is closed by now.",
        "Referrals that were completed, declined, cancelled, revoked or have failed.",
        "Referrals asked for in the period.",
        source="Closed-loop states: HL7 Gravity (FHIR SDOH clinical care, 2026)",
        by=("role",),
        aim=Aim.AT_LEAST,
    ),
    Measure(
        "referral_days", "Days to complete a referral", Form.MEDIAN, Topic.NEEDS,
        "Days from asking for a referral to its result.",
        "Referrals that were completed in the period.",
        "The same.",
        source="Closed-loop states: HL7 Gravity (FHIR SDOH clinical care, 2026)",
        by=("role",),
        aim=Aim.AT_MOST,
    ),
    Measure(
        "referral_age", "Age of open referrals", Form.MEDIAN, Topic.NEEDS,
        "Days since open referrals were asked for, as of now.",
        "Referrals that are requested, accepted, scheduled or in progress.",
        "The same.",
        source=PROPOSED,
        by=("role",),
        is_snapshot=True,
        aim=Aim.AT_MOST,
    ),
    Measure(
        "palliative", "Palliative care referrals", Form.COUNT, Topic.NEEDS,
        "Referrals to palliative care in the period.",
        "Referrals to a palliative physician or nurse by the day on which they were asked for.",
        source=f"Palliative care referrals: {AONN}",
    ),
    Measure(
        "support", "Social support referrals", Form.COUNT, Topic.NEEDS,
        "Referrals to social support in the period.",
        "Referrals to a social worker, financial counselor, case manager or community health "
        "worker by the day on which they were asked for.",
        source=f"Social support referrals: {AONN}",
    ),
)  # fmt: skip
