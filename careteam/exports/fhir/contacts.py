"""Contacts: a talk is an Encounter, what went one way or reached nobody a Communication."""

import base64
from datetime import timedelta

from careteam.domain.contacts import NO_CONTACT_MODE, With
from careteam.domain.exchange import code_system
from careteam.domain.kept import KeptStay
from careteam.domain.record import RecordContact
from careteam.exports.fhir.pen import Pen
from careteam.exports.fhir.shapes import (
    Node,
    coding,
    concept,
    details,
    hl7,
    listed,
    own_identifier,
    period,
    resource,
    slim,
    told,
)
from careteam.exports.fhir.systems import HL7, LOINC, SNOMED, UCUM, US_CORE

WRITTEN = frozenset({"portal", "sms", "email", "letter", "fax"})
"""The ways that are one way: nobody speaks with anybody at that moment."""
_CLASSES = {
    "phone": "VR",
    "video": "VR",
    "inpatient_visit": "IMP",
    "home_visit": "HH",
}
_CLASS_WORDS = {
    "VR": "virtual",
    "IMP": "inpatient encounter",
    "HH": "home health",
    "AMB": "ambulatory",
    "EMER": "emergency",
}
_TYPES = {
    "phone": ("185317003", "Telephone encounter"),
    "clinic_visit": ("185349003", "Encounter for check up"),
}
_ANY_TYPE = ("308335008", "Patient encounter procedure")


def is_talk(contact: RecordContact) -> bool:
    """Whether two sides met or spoke: an Encounter; anything else is a Communication."""
    if contact.mode in WRITTEN or contact.mode == NO_CONTACT_MODE:
        return False
    return contact.is_reached


def contact(pen: Pen, given: RecordContact) -> list[Node]:
    """The resources of one contact: a talk with its note as a document, else a message."""
    if is_talk(given):
        made = _encounter(pen, given)
        return [made, _note(pen, given)] if given.note else [made]
    return [_communication(pen, given)]


def contact_kind(given: RecordContact) -> str:
    """As which resource a contact leaves."""
    return "Encounter" if is_talk(given) else "Communication"


def _encounter(pen: Pen, given: RecordContact) -> Node:
    at = pen.at(given.at)
    ends = at + timedelta(minutes=given.minutes) if given.minutes else None
    code = _CLASSES.get(given.mode, "AMB")
    return resource(
        "Encounter",
        given.uid,
        profile="encounter",
        extension=_details(pen, given),
        identifier=[own_identifier(given.uid)],
        status="entered-in-error" if given.is_retracted else "finished",
        class_=coding(f"{HL7}v3-ActCode", code, _CLASS_WORDS[code]),
        type=[concept(coding(SNOMED, *_TYPES.get(given.mode, _ANY_TYPE)), _mode(pen, given))],
        subject=pen.subject(),
        participant=_participants(pen, given),
        period=period(at, ends),
        length=_minutes(given),
        reasonCode=_reasons(pen, given),
        serviceProvider=pen.clinic(),
    )


def _communication(pen: Pen, given: RecordContact) -> Node:
    outcome = pen.rules.catalogue.outcomes.get(given.outcome)
    is_sent = given.outcome == "message_sent" or given.is_reached or given.mode in WRITTEN
    is_sent = is_sent or given.mode == NO_CONTACT_MODE
    why = outcome.not_done if outcome else ""
    status = "completed" if is_sent else "not-done"
    staff, others = pen.person(given.person), _others(pen, given)
    is_inbound = given.direction == "inbound"
    reason = None if is_sent else _not_done(pen, given, why)
    return resource(
        "Communication",
        given.uid,
        extension=_details(pen, given),
        identifier=[own_identifier(given.uid)],
        status="entered-in-error" if given.is_retracted else status,
        statusReason=reason,
        category=[hl7("communication-category", "notification", "Notification")],
        medium=[_mode(pen, given, hl7_also=True)],
        subject=pen.subject(),
        sent=told(pen.at(given.at)),
        recipient=listed([staff]) if is_inbound else others,
        sender=(others or [None])[0] if is_inbound else staff,
        reasonCode=_reasons(pen, given),
        payload=[{"contentString": given.note}] if given.note else [],
    )


def _not_done(pen: Pen, given: RecordContact, why: str) -> Node:
    outcome = pen.rules.catalogue.outcomes.get(given.outcome)
    standard = coding(f"{HL7}communication-not-done-reason", why)
    return concept(standard, text=outcome.label if outcome else given.outcome)


def _details(pen: Pen, given: RecordContact) -> list[Node]:
    said = given.told
    return details(
        "contact",
        outcome=given.outcome,
        mode=given.mode,
        direction=given.direction,
        role=given.role,
        person=pen.person(given.person) or "",
        minutes=given.minutes or None,
        with_kind=said.with_kind,
        with_related=_related(pen, given) or "",
        with_person=pen.person(said.with_person) or "",
        with_name=said.with_name,
        reason=said.reasons,
        topic=said.topics,
        intervention=said.interventions,
        used_interpreter=said.used_interpreter,
        attempt=said.attempt or None,
        program=said.program,
        activity=said.activity,
        amendments=given.amendments or None,
        retract_reason=given.retract_reason,
    )


def _participants(pen: Pen, given: RecordContact) -> list[Node]:
    staff = pen.person(given.person)
    kind = [hl7("v3-ParticipationType", "PPRF", "primary performer"), pen.role(given.role)]
    found = [{"type": kind, "individual": staff}] if staff else []
    for other in (_related(pen, given), pen.person(given.told.with_person)):
        if other is not None:
            found.append(
                {
                    "type": [hl7("v3-ParticipationType", "PART", "Participation")],
                    "individual": other,
                }
            )
    return found


def _others(pen: Pen, given: RecordContact) -> list[Node]:
    other = _related(pen, given) or pen.person(given.told.with_person)
    if other is None and given.told.with_name:
        return [{"display": given.told.with_name}]
    if other is None and given.told.with_kind == With.PATIENT:
        return [pen.subject()]
    return listed([other])


def _related(pen: Pen, given: RecordContact) -> Node | None:
    uid = given.told.with_related
    known = next((person for person in pen.record.related if person.uid == uid), None)
    return pen.ref("RelatedPerson", uid, known.name) if known else None


def _mode(pen: Pen, given: RecordContact, *, hl7_also: bool = False) -> Node:
    mode = pen.rules.catalogue.modes.get(given.mode)
    label = mode.label if mode else given.mode
    own = coding(code_system("mode"), given.mode, label)
    if not hl7_also:
        return own
    standard = coding(f"{HL7}v3-ParticipationMode", mode.code if mode else "")
    return concept(standard, own, text=label)


def _reasons(pen: Pen, given: RecordContact) -> list[Node]:
    return [pen.term("reason", key) for key in given.told.reasons]


def _minutes(given: RecordContact) -> Node | None:
    if not given.minutes:
        return None
    return {"value": given.minutes, "unit": "min", "system": UCUM, "code": "min"}


def _note(pen: Pen, given: RecordContact) -> Node:
    """The note of a contact as a plain text document of the encounter."""
    uid = pen.own("note", given.uid)
    is_phone = given.mode == "phone"
    kind = ("34748-4", "Telephone encounter Note") if is_phone else ("11506-3", "Progress note")
    categories = f"{US_CORE}CodeSystem/us-core-documentreference-category"
    return resource(
        "DocumentReference",
        uid,
        profile="documentreference",
        extension=details("note", of=given.uid),
        identifier=[own_identifier(uid)],
        status="entered-in-error" if given.is_retracted else "current",
        type=concept(coding(LOINC, *kind)),
        category=[concept(coding(categories, "clinical-note", "Clinical Note"))],
        subject=pen.subject(),
        date=told(pen.at(given.at)),
        author=listed([pen.person(given.person)]),
        content=[
            {
                "attachment": {
                    "contentType": "text/plain; charset=utf-8",
                    "data": base64.b64encode(given.note.encode()).decode(),
                }
            }
        ],
        context=slim(
            {
                "encounter": [pen.ref("Encounter", given.uid)],
                "period": period(pen.at(given.at)),
            }
        ),
    )


def stay(pen: Pen, given: KeptStay) -> Node:
    """An admission or a visit to the emergency department."""
    is_ward = given.kind == "inpatient"
    code = "IMP" if is_ward else "EMER"
    kind = (
        ("32485007", "Hospital admission") if is_ward else ("4525004", "Emergency department visit")
    )
    is_over = given.discharged_on is not None or not is_ward
    status = "finished" if is_over else "in-progress"
    return resource(
        "Encounter",
        given.uid,
        profile="encounter",
        extension=details(
            "stay",
            kind=given.kind,
            admitted_on=given.admitted_on,
            discharged_on=given.discharged_on,
            is_planned=given.is_planned,
            place=given.place,
            reason=given.reason,
            by=pen.person(given.by) or "",
        ),
        identifier=[own_identifier(given.uid)],
        status="entered-in-error" if given.is_retracted else status,
        class_=coding(f"{HL7}v3-ActCode", code, _CLASS_WORDS[code]),
        type=[concept(coding(SNOMED, *kind))],
        subject=pen.subject(),
        period=period(given.admitted_on, given.discharged_on),
        reasonCode=[{"text": given.reason}] if given.reason else [],
        location=[{"location": {"display": given.place}}] if given.place else [],
    )
