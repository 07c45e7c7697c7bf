"""The sections of the summary document: what each says in words, and the entries it names."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from careteam.domain.dates import day_shown
from careteam.exports.fhir import contacts, flags, observations, patients, plans, problems, teams
from careteam.exports.fhir.narrative import Row
from careteam.exports.fhir.pen import Pen, name_of
from careteam.exports.fhir.record import named, plan
from careteam.exports.fhir.referrals import (
    referral_task,
    service_request,
    state_words,
    to_words,
)
from careteam.exports.fhir.shapes import Node, listed

_STORY = ("81338-6", "Patient Goals, preferences, and priorities for care experience")


@dataclass(frozen=True, slots=True)
class Part:
    """A section: its title, its LOINC code, its words and its entries."""

    title: str
    code: tuple[str, str]
    rows: list[Row]
    entries: list[Node]


def _team(pen: Pen) -> Part:
    named_people = {place.person for place in pen.record.team}
    people = [person for person in pen.record.people if person.uid in named_people]
    roles = listed(patients.practitioner_role(pen, person) for person in people)
    rows: list[Row] = [
        (
            place.role_text or pen.rules.catalogue.role_label(place.role),
            name_of(pen.people[place.person]),
            ", ".join(phone.number for phone in pen.people[place.person].phones),
        )
        for place in pen.record.team
        if place.ends_on is None and place.person in pen.people
    ]
    relatives = [patients.related(pen, each) for each in pen.record.related]
    rows += [
        (pen.word("relationship", each.relationship), each.name, each.phone)
        for each in pen.record.related
        if not each.is_removed
    ]
    entries = [teams.care_team(pen), *roles, *relatives]
    return Part("Care team", ("85847-2", "Patient Care team information"), rows, entries)


def _problems(pen: Pen) -> Part:
    about, parts = pen.record.patient, pen.record.parts
    rows: list[Row] = []
    if about.subtype:
        found = f"found {about.diagnosed_on.shown}" if about.diagnosed_on else ""
        rows.append((pen.word("subtype", about.subtype), found))
    rows += [(each.text, each.onset) for each in pen.record.conditions]
    rows += [(pen.word("alert", each.kind), each.text, _day(each.since)) for each in parts.alerts]
    entries = [
        *listed([problems.diagnosis(pen)]),
        *(problems.condition(pen, each) for each in pen.record.conditions),
        *(flags.flag(pen, each, uid) for each, uid in named(pen, "alert")),
    ]
    return Part("Problems", ("11450-4", "Problem list - Reported"), rows, entries)


def _barriers(pen: Pen) -> Part:
    parts = pen.record.parts
    rows: list[Row] = [
        (pen.word("barrier", each.category), each.detail, state_words(each.state), each.result)
        for each in parts.barriers
    ]
    rows += [
        (pen.word(each.list, each.key), each.note, _day(each.since)) for each in parts.findings
    ]
    entries = [
        *(problems.barrier(pen, each) for each in parts.barriers),
        *(problems.finding(pen, each, uid) for each, uid in named(pen, "finding")),
    ]
    return Part("Barriers and concerns", ("75310-3", "Health concerns Document"), rows, entries)


def _contacts(pen: Pen) -> Part:
    ordered = sorted(pen.record.contacts, key=lambda each: (each.at, each.uid), reverse=True)
    modes, outcomes = pen.rules.catalogue.modes, pen.rules.catalogue.outcomes
    rows: list[Row] = [
        (
            f"{day_shown(pen.at(each.at).date())} {pen.at(each.at):%H:%M}",
            pen.rules.catalogue.role_label(each.role),
            modes[each.mode].label if each.mode in modes else each.mode,
            outcomes[each.outcome].label if each.outcome in outcomes else each.outcome,
            each.note,
        )
        for each in ordered
    ]
    entries = [contacts.contact(pen, each)[0] for each in ordered]
    return Part("Contacts", ("46240-8", "History of encounters"), rows, entries)


def _goals(pen: Pen) -> Part:
    made = plans.goal(pen)
    rows: list[Row] = [(made["description"]["text"],)] if made else []
    return Part("Goals", ("61146-7", "Goals Narrative"), rows, listed([made]))


def _plan(pen: Pen) -> Part:
    parts = pen.record.parts
    rows: list[Row] = [
        (pen.rules.catalogue.phase_label(each.phase), _day(each.started_on), _day(each.ended_on))
        for each in parts.phases
    ]
    rows += [
        (f"Referral to {to_words(pen, each)}", state_words(each.state), _day(each.state_on))
        for each in parts.referrals
    ]
    rows += [(each.text or "Follow up", f"due {_day(each.due_on)}") for each in parts.follow_ups]
    entries = plan(pen)
    for each in parts.referrals:
        entries += [service_request(pen, each), referral_task(pen, each)]
    entries += [plans.follow_up(pen, each) for each in parts.follow_ups]
    return Part("Plan", ("18776-5", "Plan of care note"), rows, entries)


def _screening(pen: Pen) -> Part:
    parts, instruments = pen.record.parts, pen.rules.clinical.instruments
    rows: list[Row] = [
        (
            instruments[each.instrument].label
            if each.instrument in instruments
            else each.instrument,
            str(each.score),
            _day(each.on_day),
        )
        for each in parts.screenings
    ]
    rows += [
        (pen.word("remission", each.remission), pen.word("mrd_status", each.mrd), _day(each.on_day))
        for each in parts.disease
    ]
    entries = [
        *(observations.screening(pen, each) for each in parts.screenings),
        *(observations.disease_status(pen, each, uid) for each, uid in named(pen, "disease")),
    ]
    code = ("47420-5", "Functional status assessment note")
    return Part("Screening and response", code, rows, entries)


def _wishes(pen: Pen) -> Part:
    made = observations.profile(pen)
    given = next(iter(pen.record.parts.profiles), None)
    rows: list[Row] = [(given.preferences,)] if given else []
    return Part("What matters to the patient", _STORY, rows, made)


SECTIONS: tuple[Callable[[Pen], Part], ...] = (
    _team,
    _problems,
    _barriers,
    _contacts,
    _goals,
    _plan,
    _screening,
    _wishes,
)


def _day(day: date | None) -> str:
    return day_shown(day) if day else ""
