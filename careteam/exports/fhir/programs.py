"""Being in navigation and in its programs: episodes of care, consents, and the visits that begin.

US Core profiles neither EpisodeOfCare nor Consent; both are base R4.
"""

from datetime import date

from careteam.domain.exchange import code_system
from careteam.domain.kept import KeptConsent, KeptEnrolment, KeptVisit
from careteam.domain.navigation_time import VISIT_KIND
from careteam.domain.patients import Status
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
)
from careteam.exports.fhir.systems import HL7, LOINC, SNOMED
from careteam.exports.fhir.teams import last_day

_WITHDRAWN = "entered-in-error"


def navigation(pen: Pen) -> list[Node]:
    """The patient's time in navigation with every state on the way; none where none is kept."""
    states = pen.record.parts.states
    if not states:
        return []
    uid = pen.own("navigation")
    days = [each.on_day for each in states]
    is_over = states[-1].status != Status.ACTIVE
    history = [
        {
            "extension": details(
                "state",
                status=each.status,
                on_day=each.on_day,
                reason=each.reason,
                by=pen.person(each.by) or "",
            ),
            "status": _episode(each.status),
            "period": period(each.on_day, _until(each.on_day, days[place + 1 :])),
        }
        for place, each in enumerate(states)
    ]
    made = resource(
        "EpisodeOfCare",
        uid,
        extension=details("navigation", status=states[-1].status),
        identifier=[own_identifier(uid)],
        status=_episode(states[-1].status),
        statusHistory=history,
        type=[concept(coding(code_system("episode"), "navigation"), text="Nurse navigation")],
        patient=pen.subject(),
        managingOrganization=pen.clinic(),
        period=period(min(days), max(days) if is_over else None),
    )
    return [made]


def enrolment(pen: Pen, given: KeptEnrolment) -> Node:
    """A program that a patient is or was in, under the practitioner who bills for it."""
    return resource(
        "EpisodeOfCare",
        given.uid,
        extension=details(
            "enrolment",
            program=given.program,
            starts_on=given.starts_on,
            ends_on=given.ends_on,
            end_reason=given.end_reason,
            supervising=pen.person(given.supervising) or "",
            by=pen.person(given.by) or "",
        ),
        identifier=[own_identifier(given.uid)],
        status="finished" if given.ends_on else "active",
        type=[_program(pen, given.program)],
        patient=pen.subject(),
        managingOrganization=pen.clinic(),
        period=period(given.starts_on, last_day(given.starts_on, given.ends_on)),
        careManager=pen.person(given.billing),
    )


def consent(pen: Pen, given: KeptConsent) -> Node:
    """A consent to the services of a program; R4 wants to know by which policy, here: opting in."""
    return resource(
        "Consent",
        given.uid,
        extension=details(
            "consent",
            program=given.program,
            way=given.way,
            given_by=given.given_by,
            by=pen.person(given.by) or "",
            retract_reason=given.retract_reason,
        ),
        identifier=[own_identifier(given.uid)],
        status=_WITHDRAWN if given.is_retracted else "active",
        scope=hl7("consentscope", "treatment", "Treatment"),
        category=[
            concept(coding(LOINC, "59284-0", "Consent Document")),
            _program(pen, given.program),
        ],
        patient=pen.subject(),
        dateTime=given.on_day.isoformat(),
        performer=[{"display": given.given_by}] if given.given_by else [],
        organization=[pen.clinic()],
        policyRule=hl7("v3-ActCode", "OPTIN", "opt-in"),
    )


def visit(pen: Pen, given: KeptVisit) -> Node:
    """The visit that begins a program."""
    practitioner = pen.person(given.practitioner)
    performer = hl7("v3-ParticipationType", "PPRF", "primary performer")
    label = pen.word(VISIT_KIND, given.kind)
    return resource(
        "Encounter",
        given.uid,
        profile="encounter",
        extension=details(
            "initiating_visit",
            program=given.program,
            kind=given.kind,
            on_day=given.on_day,
            by=pen.person(given.by) or "",
            retract_reason=given.retract_reason,
        ),
        identifier=[own_identifier(given.uid)],
        status=_WITHDRAWN if given.is_retracted else "finished",
        class_=coding(f"{HL7}v3-ActCode", "AMB", "ambulatory"),
        type=[
            concept(
                coding(SNOMED, "308335008", "Patient encounter procedure"),
                coding(code_system(VISIT_KIND), given.kind, label),
                text=label,
            )
        ],
        subject=pen.subject(),
        participant=[{"type": [performer], "individual": practitioner}] if practitioner else [],
        period=period(given.on_day, given.on_day),
        serviceProvider=pen.clinic(),
    )


def _program(pen: Pen, key: str) -> Node:
    label = pen.rules.time.label(key)
    return concept(coding(code_system("program"), key, label), text=label)


def _episode(status: str) -> str:
    return "active" if status == Status.ACTIVE else "finished"


def _until(day: date, later: list[date]) -> date | None:
    """The day of the next state; a state that was told with an earlier day ends nothing."""
    return max(day, later[0]) if later else None
