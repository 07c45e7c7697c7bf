"""Work that was no contact, as a task that is done."""

from datetime import timedelta

from careteam.domain.exchange import code_system
from careteam.domain.kept import KeptWork
from careteam.domain.navigation_time import WORK
from careteam.exports.fhir.pen import Pen
from careteam.exports.fhir.shapes import (
    Node,
    coding,
    concept,
    details,
    own_identifier,
    period,
    resource,
)


def work(pen: Pen, given: KeptWork) -> Node:
    """What was done for the patient, when and for how long."""
    at = pen.at(given.at)
    label = pen.word(WORK, given.work)
    return resource(
        "Task",
        given.uid,
        extension=details(
            "time_entry",
            program=given.program,
            work=given.work,
            activity=given.activity,
            minutes=given.minutes,
            at=at,
            note=given.note,
            retract_reason=given.retract_reason,
            by=pen.person(given.by) or "",
        ),
        identifier=[own_identifier(given.uid)],
        status="entered-in-error" if given.is_retracted else "completed",
        intent="order",
        code=concept(coding(code_system(WORK), given.work, label), text=label),
        description=label,
        for_=pen.subject(),
        executionPeriod=period(at, at + timedelta(minutes=given.minutes)),
        owner=pen.person(given.by),
    )
