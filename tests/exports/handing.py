"""The handoff sheet of an invented person, as full as it gets, and a huddle list of a clinic."""

from dataclasses import replace
from typing import Any

from careteam.domain.handing import (
    BarrierLine,
    EscalationLine,
    Handoff,
    Huddle,
    HuddleGroup,
    HuddleLine,
    ReferralLine,
)
from careteam.domain.summary import CaregiverLine, ContactLine, StepLine, TeamLine
from tests.exports.summaries import MARIA

ROLES = (
    "Hematologist-oncologist", "Nurse navigator", "Nurse practitioner", "Registered dietitian",
    "Physical therapist", "Social worker", "Chaplain", "Supportive oncology physician",
    "Clinical pharmacist", "Transplant coordinator", "Financial counselor", "Interpreter",
)  # fmt: skip

SHEET = Handoff(
    clinic=MARIA.clinic,
    author=MARIA.author,
    author_phone=MARIA.author_phone,
    made_at=MARIA.made_at,
    made_on_iso=MARIA.made_on_iso,
    identity=MARIA.identity,
    alerts=MARIA.alerts,
    where_lead="Induction, day 12 of about 28.",
    where_text="Phase began 9-Nov-2026. Next milestone: Marrow and MRD, day 29, 7-Dec-2026.",
    escalations=(EscalationLine("22-Nov 08:15", "Fever, 38.4 °C", "Called from home."),),
    steps=tuple(
        StepLine(f"{day}-Nov", f"Step {day}: confirm the ride to the visit", "Nurse", day < 22)
        for day in range(20, 27)
    ),
    barriers=(
        BarrierLine("12-Nov", "Transport: no car", "Ride program asked, by 24-Nov"),
        BarrierLine("15-Nov", "Language: consent forms in English only", ""),
    ),
    referrals=(
        ReferralLine("Ada Okoye, LCSW", "requested since 18-Nov", "Distress 7", is_urgent=True),
        ReferralLine("County ride program", "scheduled for 24-Nov", "Transport"),
    ),
    contacts=(
        ContactLine("21-Nov 16:20", "Nurse", "Phone with Rosa, reached", "Slept badly. " * 18, 12),
        ContactLine("19-Nov 13:00", "Nutritionist", "Visit", "MST 3. Weight −4 kg.", 15),
    ),
    caregivers=(
        CaregiverLine("Rosa Delacruz", "Sister, caregiver", "(212) 555-0149", "yes, 9-Nov-2026"),
        CaregiverLine("Luis Delacruz", "Father", "(212) 555-0150", "no, do not share"),
    ),
    team=(
        *(
            TeamLine(role, "", f"Member {n} Example, RN", f"(212) 555-01{n:02d}", "20-Nov", "")
            for n, role in enumerate(ROLES)
        ),
        TeamLine("Fertility specialist", "", "", "", "", "", is_gap=True),
    ),
    more=(("steps", 4),),
    digest="ab12" + "0" * 60,
)

LINE = HuddleLine(
    name="DELACRUZ, Maria",
    mrn="482913",
    where="Induction · day 12",
    due="2 days late",
    why="Social worker · 2 tries, try again",
    gaps=3,
    last_contact="20-Nov",
    next_step="24-Nov: Lumbar puncture 2; ride confirmed (Nurse)",
    is_late=True,
)
NAMES = (
    "الحسيني, محمد",
    "כהן, שרה",
    "NGUYỄN, Thị Ánh Hồng",
    "FEATHERSTONEHAUGH-WRIOTHESLEY-CHOLMONDELEY, Bartholomew Maximilian Alexander",
)


def lines(count: int, **changes: Any) -> tuple[HuddleLine, ...]:
    return tuple(
        replace(LINE, name=f"PATIENT{n:03d}, Ada", mrn=f"9{n:05d}", **changes) for n in range(count)
    )


HUDDLE = Huddle(
    clinic=MARIA.clinic,
    author=MARIA.author,
    author_phone=MARIA.author_phone,
    made_at=MARIA.made_at,
    made_on_iso=MARIA.made_on_iso,
    whose="Joan Ellis, RN, OCN",
    groups=(
        HuddleGroup(
            "red_flags",
            "Red flags that nobody was told of",
            (replace(LINE, red_flags=("Fever, 38.4 °C, 22-Nov 08:15", "Confusion, 22-Nov 08:20")),),
        ),
        HuddleGroup(
            "overdue", "Overdue", (*(replace(LINE, name=name) for name in NAMES), *lines(20)), 7
        ),
        HuddleGroup("today", "Today", lines(20, due="Today 14:00", is_late=False, gaps=0)),
        HuddleGroup(
            "this_week",
            "This week",
            lines(16, due="Tue 24", is_late=False, is_covered=True, next_step="", last_contact=""),
        ),
    ),
    digest="cd34" + "0" * 60,
)
