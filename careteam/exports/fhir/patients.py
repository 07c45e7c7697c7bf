"""The patient and the people around them as resources."""

from careteam.domain.exchange import NPI_AS_GIVEN, UUIDS, derived
from careteam.domain.identity import NO_NAME
from careteam.domain.incoming import Identifier
from careteam.domain.people import is_npi
from careteam.domain.phones import Phone
from careteam.domain.record import RecordPatient, RecordPerson, RecordRelated
from careteam.exports.fhir.pen import Pen, name_of
from careteam.exports.fhir.shapes import (
    Node,
    answer,
    coding,
    concept,
    details,
    hl7,
    listed,
    own_identifier,
    resource,
    slim,
    told,
    unknown,
)
from careteam.exports.fhir.systems import HL7, INTERPRETER, LANGUAGES, NPI

_USES = {"mobile": "mobile", "home": "home", "work": "work"}
_DECEASED = "deceased"


def patient(pen: Pen) -> Node:
    """The patient; a state other than being in navigation stands in the details."""
    about = pen.record.patient
    status = about.status
    is_dead = status is not None and status.status == _DECEASED
    return resource(
        "Patient",
        about.uid,
        profile="patient",
        extension=[*_interpreter(about), *_patient_details(about)],
        identifier=_numbers(pen),
        active=status is None,
        name=_names(about),
        telecom=_telecom(about.phones, about.email),
        gender=about.sex,
        birthDate=told(about.birth_date),
        deceasedDateTime=told(status.on_day) if status and is_dead else None,
        address=_address(about),
        communication=_languages(pen),
        managingOrganization=pen.clinic(),
    )


def _interpreter(about: RecordPatient) -> list[Node]:
    return [{"url": INTERPRETER, "valueBoolean": True}] if about.needs_interpreter else []


def _patient_details(about: RecordPatient) -> list[Node]:
    status = about.status
    return details(
        "patient",
        payer=about.payer,
        referred_on=about.referred_on,
        status=status.status if status else "",
        status_on=status.on_day if status else None,
        status_reason=status.reason if status else "",
    )


def _numbers(pen: Pen) -> list[Node]:
    """The record number first; one that another clinic gave keeps that clinic's name."""
    about = pen.record.patient
    kept = [each for each in about.identifiers if each.system]
    given = next((each for each in kept if each.value == about.mrn), None)
    system = given.system if given else pen.record.site.namespace
    first = {
        "use": "usual",
        "type": concept(coding(f"{HL7}v2-0203", "MR", "Medical record number")),
        "system": system,
        "value": about.mrn,
    }
    others = [_identifier(each) for each in kept if each is not given]
    return [first, *others, own_identifier(about.uid)]


def _identifier(item: Identifier) -> Node:
    kind = concept(coding(f"{HL7}v2-0203", item.kind)) if item.kind and item.kind != "NPI" else None
    return slim({"type": kind, "system": item.system, "value": item.value})


def _names(about: RecordPatient) -> list[Node]:
    if about.family == NO_NAME and not about.given:
        return [unknown()]
    official = slim(
        {
            "use": "official",
            "family": about.family,
            "given": [about.given] if about.given else [],
            "prefix": [about.title] if about.title else [],
        }
    )
    nick = {"use": "nickname", "given": [about.preferred]} if about.preferred else None
    return listed((official, nick))


def _telecom(phones: tuple[Phone, ...], email: str, pager: str = "") -> list[Node]:
    points = [
        {
            **slim(
                {
                    "extension": details(
                        "phone",
                        kind=phone.kind if phone.kind not in _USES else "",
                        best_time=phone.best_time,
                        may_leave_message=answer(phone.may_leave_message),
                        is_wrong=phone.is_wrong,
                    ),
                    "system": "phone",
                    "value": phone.number,
                    "use": _USES.get(phone.kind),
                }
            ),
            "rank": place,
        }
        for place, phone in enumerate(phones, start=1)
    ]
    points += [{"system": "email", "value": email}] if email else []
    points += [{"system": "pager", "value": pager}] if pager else []
    return points


def _address(about: RecordPatient) -> list[Node]:
    address = about.address
    made = slim(
        {
            "use": "home",
            "line": [address.line] if address.line else [],
            "city": address.city,
            "state": address.state,
            "postalCode": address.postal_code,
            "country": address.country,
        }
    )
    return [made] if len(made) > 1 else []


def _languages(pen: Pen) -> list[Node]:
    about = pen.record.patient
    found = [(about.language, True)] if about.language else []
    found += [(key, False) for key in about.other_languages]
    return [
        slim(
            {
                "language": concept(
                    coding(LANGUAGES, key, pen.word("language", key)),
                    text=pen.word("language", key),
                ),
                "preferred": is_first or None,
            }
        )
        for key, is_first in found
    ]


def related(pen: Pen, person: RecordRelated) -> Node:
    """A caregiver or relative, with the consent to talk to them."""
    kinds = [pen.term("relationship", person.relationship)]
    kinds += [hl7("v2-0131", "C", "Emergency Contact")] if person.is_emergency else []
    return resource(
        "RelatedPerson",
        person.uid,
        profile="relatedperson",
        extension=details(
            "related_person",
            is_caregiver=person.is_caregiver,
            may_talk=answer(person.may_talk),
            consent_on=person.consent_on,
            note=person.note,
        ),
        identifier=[own_identifier(person.uid)],
        active=not person.is_removed,
        patient=pen.subject(),
        relationship=kinds,
        name=[{"text": person.name}],
        telecom=listed(
            (
                {"system": "phone", "value": person.phone} if person.phone else None,
                {"system": "email", "value": person.email} if person.email else None,
            )
        ),
    )


def practitioner(person: RecordPerson) -> Node:
    """A member of the staff; only an NPI that is one stands in the system of NPIs."""
    numbers = [{"system": NPI if is_npi(person.npi) else NPI_AS_GIVEN, "value": person.npi}]
    kept = [_identifier(each) for each in person.identifiers if each.kind != "NPI" and each.system]
    family = {"family": person.family} if person.family else {"_family": unknown()}
    return resource(
        "Practitioner",
        person.uid,
        profile="practitioner",
        identifier=[*(numbers if person.npi else []), *kept, own_identifier(person.uid)],
        active=True,
        name=[
            {
                **family,
                **slim(
                    {
                        "given": [person.given] if person.given else [],
                        "prefix": [person.title] if person.title else [],
                        "suffix": [person.credentials] if person.credentials else [],
                    }
                ),
            }
        ],
        telecom=_telecom(person.phones, person.email, person.pager),
    )


def practitioner_role(pen: Pen, person: RecordPerson) -> Node | None:
    """What a member of the staff can fill and for whom they work; None when neither is known."""
    if not person.roles and not person.organisation:
        return None
    telecom = _telecom(person.phones, person.email, person.pager)
    return resource(
        "PractitionerRole",
        role_uid(person),
        profile="practitionerrole",
        active=True,
        practitioner=pen.ref("Practitioner", person.uid, name_of(person)),
        organization=pen.ref(
            "Organization",
            pen.organisation_uid(person.organisation),
            person.organisation or pen.record.site.clinic,
        ),
        code=[pen.role(key) for key in person.roles],
        telecom=telecom or [{"_system": unknown(), "_value": unknown()}],
    )


def role_uid(person: RecordPerson) -> str:
    """The UUID of what a member of the staff can fill."""
    return derived(person.uid, "role")


def organization(uid: str, name: str, namespace: str = "") -> Node:
    """An organisation by its name; the clinic's own carries its namespace."""
    return resource(
        "Organization",
        uid,
        profile="organization",
        identifier=[{"system": UUIDS, "value": namespace}] if namespace else [],
        active=True,
        name=name,
    )
