"""The plan: the way through treatment, its phases, its intent, tests, and next steps."""

from collections.abc import Mapping

from careteam.domain.exchange import code_system
from careteam.domain.kept import (
    KeptFollowUp,
    KeptMilestone,
    KeptOverlay,
    KeptPhase,
    KeptProfile,
    KeptTreatment,
)
from careteam.exports.fhir.contacts import contact_kind
from careteam.exports.fhir.narrative import narrative
from careteam.exports.fhir.pen import Pen
from careteam.exports.fhir.problems import diagnosis_uid
from careteam.exports.fhir.shapes import (
    Node,
    answer,
    coding,
    concept,
    details,
    own_identifier,
    period,
    resource,
    slim,
    told,
)
from careteam.exports.fhir.systems import US_CORE
from careteam.exports.fhir.teams import last_day, team_uid

_TREATMENTS = {
    "planned": "not-started",
    "consult": "scheduled",
    "active": "in-progress",
    "completed": "completed",
    "stopped": "stopped",
    "not_pursued": "cancelled",
}
_STEPS = {"open": "requested", "done": "completed", "cancelled": "cancelled"}
_MILESTONES = {"planned": "requested", "done": "completed", "left_out": "cancelled"}
NO_INTENT = frozenset({"", "not_yet_set"})


def has_plan(pen: Pen) -> bool:
    """Whether anything is known of the plan."""
    parts = pen.record.parts
    return bool(parts.phases or parts.profiles or parts.treatments or parts.overlays)


def plan_uid(pen: Pen) -> str:
    """The UUID of the plan that the phases are parts of."""
    return pen.own("plan")


def plan(pen: Pen) -> Node:
    """The way through treatment with its treatments; the phases are plans of their own."""
    parts = pen.record.parts
    profile = next(iter(parts.profiles), KeptProfile())
    pathway = pen.rules.clinical.pathways.get(profile.pathway)
    title = pathway.label if pathway else profile.pathway or "Plan of treatment"
    treatments = [_treatment(pen, each) for each in parts.treatments]
    overlays = [_overlay(pen, each) for each in parts.overlays]
    goal = [pen.ref("Goal", goal_uid(pen))] if profile.intent not in NO_INTENT else []
    return resource(
        "CarePlan",
        plan_uid(pen),
        profile="careplan",
        text=narrative(
            [
                *((pen.word("modality", each.modality), each.detail) for each in parts.treatments),
                *((pen.word("overlay", each.kind), each.note) for each in parts.overlays),
            ],
            title,
        ),
        extension=_profile_details(profile, is_kept=bool(parts.profiles)),
        identifier=[own_identifier(plan_uid(pen))],
        status="active" if pen.record.patient.status is None else "completed",
        intent="plan",
        category=[_assess_plan()],
        title=title,
        subject=pen.subject(),
        period=period(profile.first_treated_on),
        careTeam=[pen.ref("CareTeam", team_uid(pen))],
        addresses=_addresses(pen),
        goal=goal,
        activity=[*treatments, *overlays],
    )


def phase(pen: Pen, given: KeptPhase, uid: str) -> Node:
    """One phase of treatment as a plan with its days."""
    end = last_day(given.started_on, given.ended_on)
    never_stood = given.ended_on is not None and given.ended_on <= given.started_on
    label = pen.rules.catalogue.phase_label(given.phase)
    return resource(
        "CarePlan",
        uid,
        profile="careplan",
        text=narrative([(label, told(given.started_on), told(end) or "")]),
        extension=details(
            "phase",
            phase=given.phase,
            reason=given.reason,
            ended_on=given.ended_on if never_stood else None,
        ),
        identifier=[own_identifier(uid)],
        partOf=[pen.ref("CarePlan", plan_uid(pen))],
        status="completed" if given.ended_on else "active",
        intent="plan",
        category=[_assess_plan(), pen.phase(given.phase)],
        title=label,
        subject=pen.subject(),
        period=period(given.started_on, end),
        careTeam=[pen.ref("CareTeam", team_uid(pen))],
        addresses=_addresses(pen),
    )


def goal_uid(pen: Pen) -> str:
    """The UUID of the goal that the intent of the treatment is."""
    return pen.own("goal")


def goal(pen: Pen) -> Node | None:
    """The intent of the treatment as the goal that it is; None while none is set."""
    profile = next(iter(pen.record.parts.profiles), KeptProfile())
    if profile.intent in NO_INTENT:
        return None
    label = pen.word("treatment_intent", profile.intent)
    return resource(
        "Goal",
        goal_uid(pen),
        profile="goal",
        extension=details("of_profile", of="intent"),
        identifier=[own_identifier(goal_uid(pen))],
        lifecycleStatus="active" if pen.record.patient.status is None else "completed",
        description=concept(
            coding(code_system("treatment_intent"), profile.intent, label),
            text=f"Intent of the treatment: {label}",
        ),
        subject=pen.subject(),
        startDate=told(profile.first_treated_on),
        addresses=_addresses(pen),
    )


def follow_up(pen: Pen, given: KeptFollowUp) -> Node:
    """A next step as a task: its owner, and its due day as the end of the restriction."""
    contacts = {each.uid: each for each in pen.record.contacts}
    about = contacts.get(given.contact)
    closing = contacts.get(given.closed_by_contact)
    return resource(
        "Task",
        given.uid,
        extension=details(
            "follow_up",
            state=given.state,
            due_time=given.due_time,
            owner_role=given.owner_role,
            close_note=given.close_note,
            closed_by_contact=pen.ref(contact_kind(closing), closing.uid) if closing else "",
        ),
        identifier=[own_identifier(given.uid)],
        status=_STEPS.get(given.state, "requested"),
        intent="plan",
        code=concept(coding(code_system("task"), "follow-up", "Follow-up"), text="Follow-up"),
        description=given.text,
        focus=pen.ref(contact_kind(about), about.uid) if about else None,
        for_=pen.subject(),
        requester=pen.person(given.by),
        performerType=[pen.role(given.owner_role)] if given.owner_role else [],
        owner=pen.person(given.owner),
        restriction={"period": period(None, given.due_on)},
    )


def milestone(pen: Pen, given: KeptMilestone) -> Node:
    """A test or milestone as a task: planned for a day, done on a day, with its result."""
    return resource(
        "Task",
        given.uid,
        extension=details(
            "milestone",
            kind=given.kind,
            state=given.state,
            label=given.label,
            planned_on=given.planned_on,
            done_on=given.done_on,
            reason=given.reason,
        ),
        identifier=[own_identifier(given.uid)],
        status=_MILESTONES.get(given.state, "requested"),
        statusReason={"text": given.reason} if given.reason else None,
        intent="plan",
        code=pen.term("test", given.kind, text=given.label),
        description=given.label,
        for_=pen.subject(),
        executionPeriod=period(given.done_on, given.done_on),
        requester=pen.person(given.by),
        restriction=slim({"period": period(None, given.planned_on)}),
        output=[{"type": {"text": "Result"}, "valueString": given.result}] if given.result else [],
    )


def _profile_details(profile: KeptProfile, *, is_kept: bool) -> list[Node]:
    said: Mapping[str, object] = {
        "pathway": profile.pathway,
        "intent": profile.intent,
        "risk_group": profile.risk_group,
        "cns_status": profile.cns_status,
        "shaped_by": profile.shaped_by,
        "learning_preference": profile.learning_preference,
        "preferences": profile.preferences,
        "has_directive": answer(profile.has_directive),
        "directive_place": profile.directive_place,
        "first_treated_on": profile.first_treated_on,
    }
    return details("profile", is_kept="yes" if is_kept else "no", **said)


def _treatment(pen: Pen, given: KeptTreatment) -> Node:
    return {
        "extension": details(
            "treatment",
            uid=given.uid,
            modality=given.modality,
            state=given.state,
            started_on=given.started_on,
            ended_on=given.ended_on,
            detail=given.detail,
            reason=given.reason,
            by=pen.person(given.by) or "",
        ),
        "detail": slim(
            {
                "code": pen.term("modality", given.modality),
                "status": _TREATMENTS.get(given.state, "unknown"),
                "statusReason": {"text": given.reason} if given.reason else None,
                "scheduledPeriod": period(given.started_on, given.ended_on),
                "description": given.detail,
            }
        ),
    }


def _overlay(pen: Pen, given: KeptOverlay) -> Node:
    end = last_day(given.started_on, given.ended_on)
    return {
        "extension": details(
            "overlay",
            kind=given.kind,
            started_on=given.started_on,
            ended_on=given.ended_on,
            note=given.note,
            by=pen.person(given.by) or "",
        ),
        "detail": slim(
            {
                "code": pen.term("overlay", given.kind),
                "status": "completed" if given.ended_on else "in-progress",
                "scheduledPeriod": period(given.started_on, end),
                "description": given.note,
            }
        ),
    }


def _assess_plan() -> Node:
    system = f"{US_CORE}CodeSystem/careplan-category"
    return concept(coding(system, "assess-plan", "Assessment and Plan of Treatment"))


def _addresses(pen: Pen) -> list[Node]:
    has_diagnosis = bool(pen.record.patient.subtype)
    return [pen.ref("Condition", diagnosis_uid(pen))] if has_diagnosis else []
