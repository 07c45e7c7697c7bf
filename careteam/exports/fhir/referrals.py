"""A referral as the order it is, and the task that tells what became of it."""

from careteam.domain.exchange import code_system
from careteam.domain.kept import KeptReferral, KeptReferralStep
from careteam.exports.fhir.pen import Pen
from careteam.exports.fhir.shapes import (
    Node,
    coding,
    concept,
    details,
    listed,
    own_identifier,
    resource,
    told,
)
from careteam.exports.fhir.systems import SNOMED, TASK_CODE

_ORDERS = {
    "requested": "active",
    "accepted": "active",
    "scheduled": "active",
    "in_progress": "active",
    "completed": "completed",
    "declined": "revoked",
    "cancelled": "revoked",
    "revoked": "revoked",
    "failed": "revoked",
}
_TASKS = {
    "requested": "requested",
    "accepted": "accepted",
    "scheduled": "accepted",
    "in_progress": "in-progress",
    "completed": "completed",
    "declined": "rejected",
    "cancelled": "cancelled",
    "revoked": "cancelled",
    "failed": "failed",
}
_TO = {
    "social_worker": ("308440001", "Referral to social worker"),
    "case_manager": ("464001000124109", "Referral to case manager"),
}
_ANY = ("3457005", "Patient referral")
_SOCIAL = frozenset({"social_worker", "case_manager", "community_health_worker", "financial"})


def service_request(pen: Pen, given: KeptReferral) -> Node:
    """What was asked for, of whom, and why."""
    return resource(
        "ServiceRequest",
        given.uid,
        profile="servicerequest",
        extension=details(
            "referral",
            priority=given.priority,
            scheduled_on=given.scheduled_on,
            to_kind=given.to_kind,
            to_role=given.to_role,
            to_name=given.to_name,
            method=given.method,
            reason_kind=given.reason_kind,
            reason_text=given.reason_text,
        ),
        identifier=[own_identifier(given.uid)],
        status=_ORDERS.get(given.state, "unknown"),
        intent="order",
        category=[_category(given)],
        priority=given.priority,
        code=_code(pen, given),
        subject=pen.subject(),
        occurrenceDateTime=told(given.scheduled_on),
        authoredOn=told(given.requested_on),
        requester=pen.person(given.by) or pen.clinic(),
        performerType=pen.role(given.to_role) if given.to_role else None,
        performer=_performers(pen, given),
        reasonCode=[{"text": given.reason_text}] if given.reason_text else [],
        reasonReference=_reasons(pen, given),
    )


def referral_task(pen: Pen, given: KeptReferral) -> Node:
    """What became of it: the state, and each step as a note with its day."""
    uid = pen.own("referral-task", given.uid)
    return resource(
        "Task",
        uid,
        extension=details(
            "referral_task", state=given.state, state_on=given.state_on, result=given.result
        ),
        identifier=[own_identifier(uid)],
        status=_TASKS.get(given.state, "requested"),
        businessStatus=_word(given.state),
        intent="order",
        code=concept(coding(TASK_CODE, "fulfill", "Fulfill the focal request")),
        focus=pen.ref("ServiceRequest", given.uid),
        for_=pen.subject(),
        authoredOn=told(given.requested_on),
        lastModified=told(max(given.state_on, given.requested_on)),
        requester=pen.person(given.by) or pen.clinic(),
        owner=pen.person(given.to_person),
        note=[_step(pen, step) for step in given.steps],
        output=[{"type": {"text": "Result"}, "valueString": given.result}] if given.result else [],
    )


def to_words(pen: Pen, given: KeptReferral) -> str:
    """To whom a patient is referred."""
    person = pen.person(given.to_person)
    if person is not None:
        return str(person.get("display", ""))
    return given.to_name or pen.rules.catalogue.role_label(given.to_role)


def state_words(state: str) -> str:
    """A state as it is read."""
    return state.replace("_", " ").capitalize()


def _step(pen: Pen, step: KeptReferralStep) -> Node:
    by = pen.person(step.by)
    return {
        "extension": details("referral_step", state=step.state, note=step.note),
        **({"authorReference": by} if by else {}),
        "time": told(step.on_day),
        "text": step.note or state_words(step.state),
    }


def _code(pen: Pen, given: KeptReferral) -> Node:
    standard = _TO.get(given.to_role, _ANY)
    own = coding(code_system("role"), given.to_role, pen.rules.catalogue.role_label(given.to_role))
    return concept(coding(SNOMED, *standard), own, text=f"Referral to {to_words(pen, given)}")


def _category(given: KeptReferral) -> Node:
    if given.to_role in _SOCIAL:
        return concept(coding(SNOMED, "410606002", "Social service procedure"))
    return concept(coding(SNOMED, "386053000", "Evaluation procedure"))


def _performers(pen: Pen, given: KeptReferral) -> list[Node]:
    outside = {"display": given.to_name} if given.to_name else None
    return listed((pen.person(given.to_person), outside))


def _reasons(pen: Pen, given: KeptReferral) -> list[Node]:
    kinds = {"barrier": "Condition", "score": "Observation"}
    kind = kinds.get(given.reason_kind)
    return [pen.ref(kind, given.reason)] if kind and given.reason else []


def _word(state: str) -> Node:
    return concept(coding(code_system("referral_state"), state), text=state_words(state))
