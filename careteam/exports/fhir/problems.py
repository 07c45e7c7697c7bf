"""What is wrong and what stands in the way: diagnosis, conditions, findings, barriers."""

from careteam.domain.exchange import code_system
from careteam.domain.kept import KeptAction, KeptBarrier, KeptFinding
from careteam.domain.record import RecordCondition
from careteam.exports.fhir.pen import Pen
from careteam.exports.fhir.shapes import (
    Node,
    annotation,
    coding,
    concept,
    details,
    hl7,
    own_identifier,
    period,
    resource,
    slim,
    told,
)
from careteam.exports.fhir.systems import GRAVITY, HL7, ICD10CM, US_CORE, US_CORE_CATEGORY

_PROFILE = "condition-problems-health-concerns"
_CLINICAL = frozenset({"active", "recurrence", "relapse", "inactive", "remission", "resolved"})
_STATES = {
    "open": "active",
    "in_progress": "active",
    "resolved": "resolved",
    "unresolvable": "inactive",
    "no_longer_relevant": "inactive",
}
_REMISSION = {"in_remission": "remission", "in_relapse": "relapse"}
_ACTIONS = {"open": "requested", "done": "completed", "cancelled": "cancelled"}


def diagnosis(pen: Pen) -> Node | None:
    """The leukemia with its state by ICD-10-CM; None while no subtype is known."""
    about = pen.record.patient
    if not about.subtype:
        return None
    states = pen.rules.catalogue.terms.get("icd_state", {})
    state = states.get(about.icd_state)
    icd = state.codes.get("icd10cm", "") if state else ""
    return resource(
        "Condition",
        diagnosis_uid(pen),
        profile=_PROFILE,
        extension=details("diagnosis", subtype=about.subtype, icd_state=about.icd_state),
        identifier=[own_identifier(diagnosis_uid(pen))],
        clinicalStatus=_clinical(_REMISSION.get(about.icd_state, "active")),
        verificationStatus=hl7("condition-ver-status", "confirmed", "Confirmed"),
        category=[_problem()],
        code=pen.term("subtype", about.subtype, also=(coding(ICD10CM, icd),)),
        subject=pen.subject(),
        onsetDateTime=told(about.diagnosed_on),
    )


def diagnosis_uid(pen: Pen) -> str:
    """The UUID of the diagnosis."""
    return pen.own("diagnosis")


def condition(pen: Pen, given: RecordCondition) -> Node:
    """A condition as an import brought it."""
    clinical = given.clinical if given.clinical in _CLINICAL else ""
    coded = [coding(given.system, given.code)] if given.system.startswith(("http", "urn")) else []
    return resource(
        "Condition",
        given.uid,
        profile=_PROFILE,
        extension=details(
            "condition",
            code="" if coded else given.code,
            system="" if coded else given.system,
            clinical="" if clinical else given.clinical,
        ),
        identifier=[own_identifier(given.uid)],
        clinicalStatus=_clinical(clinical) if clinical else None,
        verificationStatus=hl7("condition-ver-status", "confirmed", "Confirmed"),
        category=[_problem()],
        code=concept(*coded, text=given.text),
        subject=pen.subject(),
        onsetDateTime=given.onset,
        recordedDate=given.recorded_on,
    )


def finding(pen: Pen, given: KeptFinding, uid: str) -> Node:
    """A symptom, a risk factor or a concern as a health concern."""
    return resource(
        "Condition",
        uid,
        profile=_PROFILE,
        extension=details(
            "finding", list=given.list, key=given.key, since=given.since, ended_on=given.ended_on
        ),
        identifier=[own_identifier(uid)],
        clinicalStatus=_clinical("resolved" if given.ended_on else "active"),
        category=[_concern()],
        code=pen.term(given.list, given.key),
        subject=pen.subject(),
        onsetDateTime=told(given.since),
        abatementDateTime=told(given.ended_on),
        recorder=pen.person(given.by),
        note=annotation(given.note),
    )


def barrier(pen: Pen, given: KeptBarrier) -> Node:
    """A barrier as a health concern; a social one with the domain of the Gravity project."""
    term = pen.rules.catalogue.terms.get("barrier", {}).get(given.category)
    domain = term.codes.get("gravity", "") if term else ""
    social = [concept(coding(US_CORE_CATEGORY, "sdoh", "SDOH"))] if domain else []
    social += [concept(coding(GRAVITY, domain))] if domain else []
    return resource(
        "Condition",
        given.uid,
        profile=_PROFILE,
        extension=details(
            "barrier",
            category=given.category,
            state=given.state,
            closed_on=given.closed_on,
            result=given.result,
        ),
        identifier=[own_identifier(given.uid)],
        clinicalStatus=_clinical(_STATES.get(given.state, "active")),
        verificationStatus=hl7("condition-ver-status", "confirmed", "Confirmed"),
        category=[_concern(), *social],
        code=_barrier_code(pen, given),
        subject=pen.subject(),
        abatementDateTime=told(given.closed_on) if given.state == "resolved" else None,
        recordedDate=told(given.found_on),
        recorder=pen.person(given.by),
        note=annotation(given.detail),
    )


def action(pen: Pen, given: KeptAction, about: KeptBarrier, number: int) -> Node:
    """Something done about a barrier, as a task whose focus is the barrier."""
    uid = pen.own("action", about.uid, number)
    return resource(
        "Task",
        uid,
        extension=details(
            "barrier_action",
            number=number,
            state=given.state,
            owner_role=given.owner_role,
            on_day=given.on_day,
            done_on=given.done_on,
        ),
        identifier=[own_identifier(uid)],
        status=_ACTIONS.get(given.state, "requested"),
        intent="plan",
        code=concept(coding(code_system("task"), "barrier-action"), text="Action on a barrier"),
        description=given.text,
        focus=pen.ref("Condition", about.uid),
        for_=pen.subject(),
        executionPeriod=period(given.on_day, given.done_on and max(given.done_on, given.on_day)),
        authoredOn=told(given.on_day),
        requester=pen.person(given.by),
        owner=pen.person(given.owner),
        restriction=slim({"period": period(None, given.due_on)}),
        output=[{"type": {"text": "Result"}, "valueString": given.result}] if given.result else [],
    )


def _barrier_code(pen: Pen, given: KeptBarrier) -> Node:
    """The clinic's own word; Gravity's domain is a category and no diagnosis."""
    made = pen.term("barrier", given.category)
    made["coding"] = [each for each in made["coding"] if each["system"] != GRAVITY]
    return made


def _problem() -> Node:
    return concept(coding(f"{HL7}condition-category", "problem-list-item", "Problem List Item"))


def _concern() -> Node:
    return concept(
        coding(f"{US_CORE}CodeSystem/condition-category", "health-concern", "Health Concern")
    )


def _clinical(code: str) -> Node:
    return hl7("condition-clinical", code)
