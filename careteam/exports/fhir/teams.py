"""The care team of a patient: who holds and held which role, and who helps at home."""

from datetime import date, timedelta

from careteam.domain.dates import day_shown
from careteam.domain.kept import KeptDecline
from careteam.domain.record import RecordPlace, RecordRelated
from careteam.domain.text import display_name
from careteam.exports.fhir.narrative import Row, narrative
from careteam.exports.fhir.pen import Pen, name_of
from careteam.exports.fhir.shapes import (
    Node,
    coding,
    concept,
    details,
    own_identifier,
    period,
    resource,
    slim,
)
from careteam.exports.fhir.systems import LOINC, SNOMED

_ONE_DAY = timedelta(days=1)


def care_team(pen: Pen) -> Node:
    """One team a patient; places that ended stay, with the last day on which they stood."""
    record = pen.record
    places = sorted(record.team, key=lambda place: (place.starts_on, place.role, place.person))
    helpers = [person for person in record.related if person.is_caregiver and not person.is_removed]
    members = [each for place in places if (each := _place(pen, place))]
    starts = [place.starts_on for place in places]
    is_active = record.patient.status is None
    return resource(
        "CareTeam",
        team_uid(pen),
        profile="careteam",
        extension=[each for given in record.parts.declines for each in _decline(given)],
        text=narrative([_row(pen, place) for place in places]),
        identifier=[own_identifier(team_uid(pen))],
        status="active" if is_active else "inactive",
        category=[
            concept(coding(LOINC, "LA28865-6", "Longitudinal care-coordination focused care team"))
        ],
        name="Care team",
        subject=pen.subject(),
        period=period(min(starts, default=None)),
        participant=[*members, *(_helper(pen, person) for person in helpers), _patient(pen)],
        managingOrganization=[pen.clinic()],
    )


def team_uid(pen: Pen) -> str:
    """The UUID of the team."""
    return pen.own("care-team")


def last_day(starts_on: date, ends_on: date | None) -> date | None:
    """The last day of what ends on the first day after it; never before its first day."""
    return None if ends_on is None else max(ends_on - _ONE_DAY, starts_on)


def _place(pen: Pen, place: RecordPlace) -> Node | None:
    member = pen.person(place.person)
    if member is None:
        return None
    never_stood = place.ends_on is not None and place.ends_on <= place.starts_on
    return slim(
        {
            "extension": details(
                "place",
                rank=place.rank,
                role_text=place.role_text,
                end_reason=place.end_reason,
                end_note=place.end_note,
                note=place.note,
                held_since=place.held_since,
                hold_reason=place.hold_reason,
                ends_on=place.ends_on if never_stood else None,
            ),
            "role": [pen.role(place.role, place.role_text)],
            "member": member,
            "period": period(place.starts_on, last_day(place.starts_on, place.ends_on)),
        }
    )


def _decline(given: KeptDecline) -> list[Node]:
    """A role that the patient does not want: nobody is a participant for it."""
    return details(
        "declined_role",
        role=given.role,
        declined_on=given.declined_on,
        reason=given.decline_reason,
        note=given.decline_note,
        ask_on=given.ask_on,
        ask_at_phase=given.ask_at_phase,
    )


def _helper(pen: Pen, person: RecordRelated) -> Node:
    return {
        "role": [concept(coding(SNOMED, "133932002", "Caregiver"), text="Caregiver")],
        "member": pen.ref("RelatedPerson", person.uid, person.name),
    }


def _patient(pen: Pen) -> Node:
    about = pen.record.patient
    return {
        "role": [concept(coding(SNOMED, "116154003", "Patient"), text="Patient")],
        "member": pen.ref("Patient", about.uid, display_name(about.family, about.given)),
    }


def _row(pen: Pen, place: RecordPlace) -> Row:
    person = pen.people.get(place.person)
    last = last_day(place.starts_on, place.ends_on)
    return (
        place.role_text or pen.rules.catalogue.role_label(place.role),
        name_of(person) if person else "",
        f"from {day_shown(place.starts_on)}" + (f" to {day_shown(last)}" if last else ""),
    )
