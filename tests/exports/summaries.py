"""The summary of an invented person, as full as one page holds."""

from careteam.domain.summary import (
    CaregiverLine,
    ContactLine,
    Identity,
    StepLine,
    Summary,
    TeamLine,
)

MARIA = Summary(
    clinic="Leukemia Program · Nurse Navigation",
    author="Joan Ellis, RN, OCN",
    author_phone="(212) 555-0101",
    made_at="22-Nov-2026 09:44",
    made_on_iso="2026-11-22",
    identity=Identity(
        name="DELACRUZ, Maria (Ms)",
        born="14-Mar-1981 (45 y)",
        sex="Female",
        mrn="482913",
        diagnosis="B-ALL, Philadelphia-positive · C91.00 · found 6-Nov-2026",
        speaks="Spanish, interpreter",
        phone="(212) 555-0148",
    ),
    alerts=("Neutropenic since 17-Nov. Fever of 38.0 °C or more: call (212) 555-0100, any hour.",),
    where_lead="Induction, day 12 of about 28.",
    where_text="Chemotherapy with dasatinib. Transplant consult under way.",
    team=(
        TeamLine(
            "Hematologist-oncologist",
            "leads",
            "Dr Priya Raman",
            "(212) 555-0110",
            "20-Nov visit",
            "27-Nov",
        ),
        TeamLine(
            "Social worker",
            "",
            "Marcus Bell, LCSW",
            "(212) 555-0139",
            "2 tries, not reached",
            "20-Nov",
            is_late=True,
        ),
        TeamLine("Physical therapist", "", "", "", "", "", is_gap=True),
    ),
    caregivers=(CaregiverLine("Rosa Delacruz", "Sister", "(212) 555-0149", "everything"),),
    next_steps=(
        StepLine("19-Nov", "Call the ride program", "Social worker", is_late=True),
        StepLine("24-Nov", "Lumbar puncture 2; ride confirmed with sister", "Nurse"),
    ),
    contacts=(
        ContactLine(
            "21-Nov 16:20",
            "Nurse",
            "Phone, reached",
            "Slept badly, no fever. Knows the 24-hour number.",
            12,
        ),
        ContactLine("19-Nov 13:00", "Nutritionist", "Visit", "MST 3. Weight −4 kg in a month.", 15),
    ),
    contacts_period="last 7 days",
    contacts_total=14,
    contacts_minutes=27,
    digest="7f3a" + "0" * 60,
)
