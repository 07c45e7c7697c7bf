"""What warns or is to be thought of: alerts, red flags, tumour boards, points of a checklist."""

from careteam.domain.exchange import code_system
from careteam.domain.kept import KeptAlert, KeptConference, KeptEscalation, KeptItem
from careteam.exports.fhir.pen import Pen
from careteam.exports.fhir.shapes import (
    Node,
    coding,
    concept,
    details,
    hl7,
    own_identifier,
    period,
    resource,
    told,
)

_ITEMS = {"open": "requested", "done": "completed", "not_needed": "cancelled"}


def flag(pen: Pen, given: KeptAlert, uid: str) -> Node:
    """A warning of the banner."""
    words = given.text or pen.word("alert", given.kind)
    return resource(
        "Flag",
        uid,
        extension=details(
            "alert",
            kind=given.kind,
            text=given.text,
            since=given.since,
            ended_on=given.ended_on,
        ),
        identifier=[own_identifier(uid)],
        status="inactive" if given.ended_on else "active",
        code=pen.term("alert", given.kind, text=words),
        subject=pen.subject(),
        period=period(given.since, _end(given)),
    )


def escalation(pen: Pen, given: KeptEscalation) -> Node:
    """A red flag as the message that it became: who was told, when, and what they said."""
    is_told = given.told_at is not None
    status = "completed" if is_told else "in-progress"
    return resource(
        "Communication",
        given.uid,
        extension=details(
            "escalation",
            flag=given.flag,
            at=pen.at(given.at),
            temp_tenths=given.temp_tenths,
            is_for_an_hour=given.is_for_an_hour,
            note=given.note,
            line=given.line,
            told_who=given.told_who,
            told_how=given.told_how,
            told_at=pen.at(given.told_at) if given.told_at else None,
            advice=given.advice,
            by=pen.person(given.by) or "",
        ),
        identifier=[own_identifier(given.uid)],
        status="entered-in-error" if given.is_retracted else status,
        category=[hl7("communication-category", "alert", "Alert")],
        priority="urgent",
        subject=pen.subject(),
        topic=pen.term("red_flag", given.flag),
        sent=told(pen.at(given.told_at)) if given.told_at else None,
        recipient=[{"display": given.told_who}] if given.told_who else [],
        sender=pen.person(given.by),
        payload=[{"contentString": words} for words in (given.note, given.advice) if words],
    )


def conference(pen: Pen, given: KeptConference, uid: str) -> Node:
    """A tumour board as a task of its day: what was asked, and what was decided."""
    status = "cancelled" if given.is_cancelled else "completed" if given.decision else "requested"
    return resource(
        "Task",
        uid,
        extension=details(
            "conference",
            on_day=given.on_day,
            question=given.question,
            decision=given.decision,
            is_cancelled=given.is_cancelled,
        ),
        identifier=[own_identifier(uid)],
        status=status,
        intent="plan",
        code=concept(coding(code_system("task"), "conference"), text="Tumor board"),
        description=given.question,
        for_=pen.subject(),
        requester=pen.person(given.by),
        restriction={"period": period(None, given.on_day)},
        output=_output("Decision", given.decision),
    )


def item(pen: Pen, given: KeptItem, uid: str) -> Node:
    """A point of a checklist as a task."""
    return resource(
        "Task",
        uid,
        extension=details("checklist", list=given.list, key=given.key, state=given.state),
        identifier=[own_identifier(uid)],
        status=_ITEMS.get(given.state, "requested"),
        intent="plan",
        code=pen.term(given.list, given.key),
        description=given.detail,
        for_=pen.subject(),
        requester=pen.person(given.by),
    )


def _output(kind: str, words: str) -> list[Node]:
    return [{"type": {"text": kind}, "valueString": words}] if words else []


def _end(given: KeptAlert) -> object:
    if given.since and given.ended_on and given.ended_on < given.since:
        return given.since
    return given.ended_on
