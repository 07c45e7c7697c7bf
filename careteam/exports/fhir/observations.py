"""What was measured or judged: scores, disease status, risk, wishes."""

from careteam.domain.exchange import code_system
from careteam.domain.kept import KeptDiseaseStatus, KeptProfile, KeptScreening
from careteam.exports.fhir.pen import Pen
from careteam.exports.fhir.problems import diagnosis_uid
from careteam.exports.fhir.shapes import (
    Node,
    annotation,
    coding,
    concept,
    details,
    hl7,
    listed,
    own_identifier,
    resource,
    told,
)
from careteam.exports.fhir.systems import LOINC, NCIT, SYSTEMS, US_CORE_CATEGORY

_NOT_ASSIGNED = frozenset({"", "not_assigned", "pending"})


def screening(pen: Pen, given: KeptScreening) -> Node:
    """A score: the instrument, the number and the day; its questions are never kept."""
    instrument = pen.rules.clinical.instruments.get(given.instrument)
    label = instrument.label if instrument else given.instrument
    codes = instrument.codes if instrument else {}
    return resource(
        "Observation",
        given.uid,
        profile="observation-screening-assessment",
        extension=details("screening", instrument=given.instrument),
        identifier=[own_identifier(given.uid)],
        status="entered-in-error" if given.is_retracted else "final",
        category=[_survey()],
        code=concept(
            *(coding(SYSTEMS[name], code) for name, code in codes.items() if name in SYSTEMS),
            coding(code_system("instrument"), given.instrument, label),
            text=label,
        ),
        subject=pen.subject(),
        effectiveDateTime=told(given.on_day),
        performer=listed([pen.person(given.by)]),
        valueInteger=given.score,
    )


def disease_status(pen: Pen, given: KeptDiseaseStatus, uid: str) -> Node:
    """Remission, and measurable residual disease as a component, as they were on a day."""
    value = pen.term("remission", given.remission) if given.remission else None
    mrd = {
        "code": concept(
            coding(code_system("mrd_status"), "mrd", "Measurable residual disease"),
            text="Measurable residual disease",
        ),
        "valueCodeableConcept": pen.term("mrd_status", given.mrd),
    }
    return resource(
        "Observation",
        uid,
        extension=details("disease_status", remission=given.remission, mrd=given.mrd),
        identifier=[own_identifier(uid)],
        status="entered-in-error" if given.is_retracted else "final",
        category=[hl7("observation-category", "exam", "Exam")],
        code=concept(coding(LOINC, "97509-4", "Cancer Disease Progression")),
        subject=pen.subject(),
        focus=_focus(pen),
        effectiveDateTime=told(given.on_day),
        performer=listed([pen.person(given.by)]),
        valueCodeableConcept=value,
        note=annotation(given.note),
        component=[mrd] if given.mrd else [],
    )


def profile(pen: Pen) -> list[Node]:
    """Risk group, status of the nervous system, and how the patient wants to be met."""
    given = next(iter(pen.record.parts.profiles), KeptProfile())
    return listed((_risk(pen, given), _cns(pen, given), _wishes(pen, given)))


def _risk(pen: Pen, given: KeptProfile) -> Node | None:
    if given.risk_group in _NOT_ASSIGNED:
        return None
    code = concept(coding(NCIT, "C167435"), text="Risk group")
    return _judged(pen, "risk", code, pen.term("risk_group", given.risk_group))


def _cns(pen: Pen, given: KeptProfile) -> Node | None:
    if given.cns_status in _NOT_ASSIGNED:
        return None
    code = concept(
        coding(code_system("observation"), "cns_status", "Central nervous system status"),
        text="Central nervous system status",
    )
    return _judged(pen, "cns", code, pen.term("cns_status", given.cns_status))


def _judged(pen: Pen, name: str, code: Node, value: Node) -> Node:
    uid = pen.own("observation", name)
    return resource(
        "Observation",
        uid,
        extension=details("of_profile", of=name),
        identifier=[own_identifier(uid)],
        status="final",
        category=[hl7("observation-category", "exam", "Exam")],
        code=code,
        subject=pen.subject(),
        focus=_focus(pen),
        effectiveDateTime=told(pen.record.patient.diagnosed_on),
        valueCodeableConcept=value,
    )


def _wishes(pen: Pen, given: KeptProfile) -> Node | None:
    """LOINC 95541-9, as US Core has it for what matters to a patient in their care."""
    if not given.preferences:
        return None
    uid = pen.own("observation", "preferences")
    return resource(
        "Observation",
        uid,
        extension=details("of_profile", of="preferences"),
        identifier=[own_identifier(uid)],
        status="final",
        category=[
            concept(
                coding(US_CORE_CATEGORY, "care-experience-preference", "Care Experience Preference")
            )
        ],
        code=concept(coding(LOINC, "95541-9", "Care experience preference")),
        subject=pen.subject(),
        valueString=given.preferences,
    )


def _survey() -> Node:
    return hl7("observation-category", "survey", "Survey")


def _focus(pen: Pen) -> list[Node]:
    has_diagnosis = bool(pen.record.patient.subtype)
    return [pen.ref("Condition", diagnosis_uid(pen))] if has_diagnosis else []
