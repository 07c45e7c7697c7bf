"""What a patient needs, read back: barriers, referrals, scores, next steps, alerts, concerns."""

import re
from datetime import date

from careteam.domain import kept
from careteam.domain.checklists import CHECKLISTS
from careteam.domain.needs import ActionState, BarrierState
from careteam.domain.pathway import FindingList, ItemState
from careteam.domain.referrals import Priority, ReasonKind, ReferralState, ReferralTo
from careteam.domain.text import NAME_LENGTH
from careteam.imports.fhir.details import all_details, day_of, details_of
from careteam.imports.fhir.parts import At, Found, Read, Unread, line, needed, period
from careteam.imports.fhir.tree import node, nodes

_LONGEST = 2000
_TIME = re.compile(r"([01]\d|2[0-3]):[0-5]\d")
_STEP_STATES = frozenset({"open", "done", "cancelled"})


def _barrier(at: At, found: Found) -> None:
    said = at.details
    state = needed(said.one_of("state", BarrierState))
    found_on = needed(day_of(at.body.get("recordedDate")))
    closed_on = said.day("closed_on")
    if state not in (BarrierState.OPEN, BarrierState.IN_PROGRESS):
        closed_on = max(needed(closed_on), found_on)
    found.parts["barriers"].append(
        kept.KeptBarrier(
            uid=needed(at.uid),
            category=at.term("barrier", said.word("category")),
            found_on=found_on,
            detail=at.note(),
            state=state,
            closed_on=closed_on,
            result=said.word("result"),
            by=at.person(node(at.body.get("recorder"))),
        )
    )


def _action(at: At, found: Found) -> None:
    said = at.details
    action = kept.KeptAction(
        text=needed(line(at.body.get("description"))),
        on_day=needed(said.day("on_day")),
        owner_role=at.role(said.word("owner_role")),
        owner=at.person(node(at.body.get("owner"))),
        due_on=day_of(period(node(at.body.get("restriction")))[1]),
        state=said.one_of("state", ActionState) or ActionState.OPEN,
        done_on=said.day("done_on"),
        result=at.result(),
        by=at.person(node(at.body.get("requester"))),
    )
    barrier = needed(at.meant(node(at.body.get("focus"))))
    found.actions[barrier].append((said.number("number"), action))


def _referral(at: At, found: Found) -> None:
    said, body = at.details, at.body
    kind = said.one_of("reason_kind", ReasonKind) or ReasonKind.OWN
    reasons = nodes(body.get("reasonReference"))
    requested_on = needed(day_of(body.get("authoredOn")))
    performers = nodes(body.get("performer"))
    to_kind = needed(said.one_of("to_kind", ReferralTo))
    methods = at.catalogue.terms.get("referral_method", {})
    method = said.word("method")
    found.parts["referrals"].append(
        kept.KeptReferral(
            uid=needed(at.uid),
            to_kind=to_kind,
            requested_on=requested_on,
            state_on=requested_on,
            to_role=at.role(said.word("to_role")),
            to_person=next((key for each in performers if (key := _known(at, each))), ""),
            to_name=said.word("to_name", NAME_LENGTH),
            priority=said.one_of("priority", Priority) or Priority.ROUTINE,
            method=method if method in methods else "",
            reason_kind=kind,
            reason=at.meant(reasons[0]) if reasons else "",
            reason_text=said.word("reason_text"),
            scheduled_on=said.day("scheduled_on"),
            by=at.person(node(body.get("requester"))),
        )
    )


def _known(at: At, reference: dict[str, object]) -> str:
    """A member of the staff who is in the file; a display alone is an outside body."""
    return at.person(reference) if reference.get("reference") else ""


def _referral_task(at: At, found: Found) -> None:
    """What became of a referral; a completed one without a result cannot stand."""
    said = at.details
    state = needed(said.one_of("state", ReferralState))
    result = said.word("result")
    if state == ReferralState.COMPLETED:
        needed(result)
    found.tasks[needed(at.meant(node(at.body.get("focus"))))] = {
        "state": state,
        "state_on": needed(said.day("state_on")),
        "result": result,
        "steps": tuple(
            kept.KeptReferralStep(
                state=needed(own.one_of("state", ReferralState)),
                on_day=needed(day_of(note.get("time"))),
                note=own.word("note"),
                by=at.person(node(note.get("authorReference"))),
            )
            for note in nodes(at.body.get("note"))
            if (own := details_of(note, "referral_step"))
        ),
    }


def _screening(at: At, found: Found) -> None:
    instrument = at.details.word("instrument")
    known = at.clinical.instruments.get(instrument)
    score = at.body.get("valueInteger")
    if known is None or not isinstance(score, int) or isinstance(score, bool):
        raise Unread
    if not known.lowest <= score <= known.highest:
        raise Unread
    found.parts["screenings"].append(
        kept.KeptScreening(
            uid=needed(at.uid),
            instrument=instrument,
            score=score,
            on_day=needed(day_of(at.body.get("effectiveDateTime"))),
            by=next((at.person(each) for each in nodes(at.body.get("performer"))), ""),
        )
    )


def _follow_up(at: At, found: Found) -> None:
    said = at.details
    state, due_time = said.word("state"), said.word("due_time")
    if state not in _STEP_STATES:
        raise Unread
    found.parts["follow_ups"].append(
        kept.KeptFollowUp(
            uid=needed(at.uid),
            due_on=needed(day_of(period(node(at.body.get("restriction")))[1])),
            text=line(at.body.get("description")),
            owner_role=at.role(said.word("owner_role")),
            owner=at.person(node(at.body.get("owner"))),
            due_time=due_time if _TIME.fullmatch(due_time) else "",
            state=state,
            contact=at.meant(node(at.body.get("focus"))),
            closed_by_contact=at.meant(said.reference("closed_by_contact")),
            close_note=said.word("close_note"),
            by=at.person(node(at.body.get("requester"))),
        )
    )


def _alert(at: At, found: Found) -> None:
    said = at.details
    found.parts["alerts"].append(
        kept.KeptAlert(
            kind=at.term("alert", said.word("kind")),
            text=said.word("text", NAME_LENGTH),
            since=said.day("since"),
            ended_on=said.day("ended_on"),
        )
    )


def _finding(at: At, found: Found) -> None:
    said = at.details
    which = needed(said.one_of("list", FindingList))
    since, ended_on = said.day("since"), said.day("ended_on")
    found.parts["findings"].append(
        kept.KeptFinding(
            list=which,
            key=at.term(which, said.word("key")),
            since=since,
            ended_on=_not_before(since, ended_on),
            note=at.note(),
            by=at.person(node(at.body.get("recorder"))),
        )
    )


def _escalation(at: At, found: Found) -> None:
    said = at.details
    told_at, told_who = said.moment("told_at"), said.word("told_who", NAME_LENGTH)
    found.parts["escalations"].append(
        kept.KeptEscalation(
            uid=needed(at.uid),
            flag=at.term("red_flag", said.word("flag")),
            at=needed(said.moment("at")),
            temp_tenths=said.number("temp_tenths") or None,
            is_for_an_hour=said.yes("is_for_an_hour"),
            note=said.lines("note", _LONGEST),
            line=said.word("line"),
            told_who=told_who,
            told_how=said.word("told_how"),
            told_at=told_at if told_who else None,
            advice=said.lines("advice", _LONGEST),
            by=at.person(said.reference("by")),
        )
    )


def _declined(at: At, found: Found) -> None:
    for said in all_details(at.body, "declined_role"):
        found.parts["declines"].append(
            kept.KeptDecline(
                role=needed(at.role(said.word("role"))),
                declined_on=needed(said.day("declined_on")),
                decline_reason=said.word("reason"),
                decline_note=said.word("note"),
                ask_on=said.day("ask_on"),
                ask_at_phase=said.word("ask_at_phase"),
            )
        )


def _item(at: At, found: Found) -> None:
    said = at.details
    which = said.word("list")
    if which not in CHECKLISTS:
        raise Unread
    found.parts["checklist"].append(
        kept.KeptItem(
            list=which,
            key=at.term(which, said.word("key")),
            state=needed(said.one_of("state", ItemState)),
            detail=line(at.body.get("description")),
            by=at.person(node(at.body.get("requester"))),
        )
    )


def _not_before(first: date | None, last: date | None) -> date | None:
    return max(first, last) if first and last else last


def _pass_over(_at: At, _found: Found) -> None:
    """What only repeats what the plan's own details tell."""


NEEDS: dict[str, Read] = {
    "barrier": _barrier,
    "barrier_action": _action,
    "referral": _referral,
    "referral_task": _referral_task,
    "screening": _screening,
    "follow_up": _follow_up,
    "alert": _alert,
    "finding": _finding,
    "of_profile": _pass_over,
    "escalation": _escalation,
    "declined_role": _declined,
    "checklist": _item,
}
