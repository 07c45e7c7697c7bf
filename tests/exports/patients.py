"""The paper of an invented patient, as full as one page holds."""

from careteam.domain.patient_summary import (
    Coded,
    MemberLine,
    PatientStep,
    PatientSummary,
    StepKind,
    TreatmentLine,
    WorkLine,
)


def coded(key: str) -> Coded:
    return Coded(key, f"The clinic's {key}")


def member(role: str, name: str, phone: str, **notes: bool) -> MemberLine:
    return MemberLine(coded(role), name, phone, **notes)


MARIA = PatientSummary(
    clinic="Leukemia Program",
    author="Joan Ellis, RN, OCN",
    author_phone="(212) 555-0101",
    made_at="22-Nov-2026 09:44",
    made_on_iso="2026-11-22",
    language="es",
    called="María",
    name="DELACRUZ, Maria",
    mrn="482913",
    phone="(212) 555-0100",
    phase=coded("induction"),
    phase_day=12,
    phase_days=28,
    treatments=(TreatmentLine(coded("chemotherapy")), TreatmentLine(coded("targeted_therapy"))),
    people=(
        member("heme_onc_adult", "Dr Priya Raman", "(212) 555-0110", is_lead=True),
        member("nurse_navigator", "Joan Ellis, RN, OCN", "(212) 555-0101", is_first=True),
        member("nurse_practitioner", "Grace Liu, NP", "(212) 555-0122"),
        member("hct_physician", "Dr Alan Weiss", "(212) 555-0171"),
        member("social_worker", "Marcus Bell, LCSW", "(212) 555-0139"),
        member("oncology_dietitian", "Ana Sousa, RDN", "(212) 555-0160"),
    ),
    also=(coded("physical_therapist"), coded("chaplain"), coded("palliative_physician")),
    steps=(
        PatientStep("2026-11-24", StepKind.TEST, coded("lumbar_puncture")),
        PatientStep("2026-11-25", StepKind.VISIT, coded("trial_coordinator")),
        PatientStep("2026-12-08", StepKind.TEST, coded("mrd")),
    ),
    working=(
        WorkLine(coded("transportation")),
        WorkLine(coded("cost_of_drugs_equipment")),
        WorkLine(coded("psychologist"), "requested"),
    ),
    digest="ab12" + "0" * 60,
)
