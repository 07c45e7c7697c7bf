"""Clinical trials: the study of the clinic's register, and where the patient stands with it."""

from careteam.domain.kept import KeptOffer, KeptTrial
from careteam.exports.fhir.pen import Pen
from careteam.exports.fhir.shapes import (
    Node,
    concept,
    details,
    listed,
    own_identifier,
    period,
    resource,
    slim,
)
from careteam.exports.fhir.systems import NCT

_STUDIES = {
    "planned": "approved",
    "open": "active",
    "paused": "temporarily-closed-to-accrual",
    "closed": "closed-to-accrual",
}
_SUBJECTS = {
    "considered": "candidate",
    "offered": "potential-candidate",
    "screening": "screening",
    "eligible": "eligible",
    "enrolled": "on-study",
    "declined": "withdrawn",
    "not_eligible": "ineligible",
    "off_study": "off-study",
}


def study(given: KeptTrial) -> Node:
    """A trial with its ClinicalTrials.gov number."""
    nct = {"system": NCT, "value": given.nct} if given.nct else None
    return resource(
        "ResearchStudy",
        given.uid,
        extension=details(
            "trial",
            kind=given.kind,
            state=given.state,
            phase=given.phase,
            site=given.site,
            contact=given.contact,
            opens_on=given.opens_on,
            closes_on=given.closes_on,
        ),
        identifier=[*listed([nct]), own_identifier(given.uid)],
        title=given.title,
        status=_STUDIES.get(given.state, "active"),
        phase=concept(text=f"Phase {given.phase}") if given.phase else None,
        contact=[{"name": given.contact}] if given.contact else [],
        period=period(given.opens_on, given.closes_on),
    )


def subject(pen: Pen, given: KeptOffer) -> Node:
    """Where the patient stands with a trial, with every step on the way."""
    uid = pen.own("trial", given.trial.uid)
    steps = [
        slim(
            {
                "url": "step",
                "extension": _inside(
                    "step",
                    state=step.state,
                    on_day=step.on_day,
                    reason=step.reason,
                    note=step.note,
                    by=pen.person(step.by) or "",
                ),
            }
        )
        for step in given.steps
    ]
    made = details(
        "offer", state=given.state, on_day=given.on_day, reason=given.reason, note=given.note
    )
    made[0]["extension"].extend(steps)
    is_over = given.state in ("off_study", "declined", "not_eligible")
    return resource(
        "ResearchSubject",
        uid,
        extension=made,
        identifier=[own_identifier(uid)],
        status=_SUBJECTS.get(given.state, "candidate"),
        period=period(None if is_over else given.on_day, given.on_day if is_over else None),
        study=pen.ref("ResearchStudy", given.trial.uid, given.trial.title),
        individual=pen.subject(),
    )


def _inside(kind: str, /, **values: object) -> list[Node]:
    found = details(kind, **values)
    return found[0]["extension"] if found else []
