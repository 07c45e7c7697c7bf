"""Time in navigation and in its programs, and work that was no contact, read back."""

from datetime import date

from careteam.domain import kept
from careteam.domain.contacts import LONGEST_MINUTES
from careteam.domain.navigation_time import ACTIVITY, PROGRAM_LENGTH, VISIT_KIND, WORK, ConsentWay
from careteam.domain.patients import Status
from careteam.domain.text import NAME_LENGTH, NOTE_LENGTH
from careteam.imports.fhir.details import day_of, details_of
from careteam.imports.fhir.parts import At, Found, Read, Unread, needed, period
from careteam.imports.fhir.tree import node, nodes


def _work(at: At, found: Found) -> None:
    said = at.details
    activity = said.word("activity")
    minutes = said.number("minutes")
    if not 1 <= minutes <= LONGEST_MINUTES:
        raise Unread
    found.parts["work"].append(
        kept.KeptWork(
            uid=needed(at.uid),
            program=_program(at),
            work=at.term(WORK, said.word("work")),
            minutes=minutes,
            at=needed(said.moment("at")),
            activity=at.term(ACTIVITY, activity) if activity else "",
            note=said.lines("note", NOTE_LENGTH),
            by=_by(at),
        )
    )


def _navigation(at: At, found: Found) -> None:
    """Every state or none of them: a gap would tell another story."""
    told = [details_of(each, "state") for each in nodes(at.body.get("statusHistory"))]
    found.parts["states"] = [
        kept.KeptStatus(
            status=needed(said.one_of("status", Status)),
            on_day=needed(said.day("on_day")),
            reason=said.word("reason"),
            by=at.person(said.reference("by")),
        )
        for said in map(needed, told)
    ]


def _enrolment(at: At, found: Found) -> None:
    said = at.details
    starts_on, ends_on = needed(said.day("starts_on")), said.day("ends_on")
    if ends_on is not None and ends_on < starts_on:
        raise Unread
    found.parts["enrolments"].append(
        kept.KeptEnrolment(
            uid=needed(at.uid),
            program=_program(at),
            starts_on=starts_on,
            ends_on=ends_on,
            end_reason=said.word("end_reason"),
            billing=at.person(node(at.body.get("careManager"))),
            supervising=at.person(said.reference("supervising")),
            by=_by(at),
        )
    )


def _consent(at: At, found: Found) -> None:
    said = at.details
    found.parts["consents"].append(
        kept.KeptConsent(
            uid=needed(at.uid),
            program=_program(at),
            on_day=needed(day_of(at.body.get("dateTime"))),
            way=needed(said.one_of("way", ConsentWay)),
            given_by=said.word("given_by", NAME_LENGTH),
            by=_by(at),
        )
    )


def _visit(at: At, found: Found) -> None:
    taking_part = nodes(at.body.get("participant"))
    on_day: date = needed(day_of(period(at.body)[0]))
    found.parts["visits"].append(
        kept.KeptVisit(
            uid=needed(at.uid),
            program=_program(at),
            on_day=on_day,
            kind=at.term(VISIT_KIND, at.details.word("kind")),
            practitioner=next(
                (at.person(node(each.get("individual"))) for each in taking_part), ""
            ),
            by=_by(at),
        )
    )


def _program(at: At) -> str:
    program: str = needed(at.details.word("program", PROGRAM_LENGTH))
    return program


def _by(at: At) -> str:
    return at.person(at.details.reference("by"))


TIME: dict[str, Read] = {
    "time_entry": _work,
    "navigation": _navigation,
    "enrolment": _enrolment,
    "consent": _consent,
    "initiating_visit": _visit,
}
