"""What a care summary says of a patient, a role, a relative and a contact, in printed words."""

from dataclasses import replace
from datetime import date
from typing import Any

from careteam.domain.assignments import AssignmentState, Rank
from careteam.domain.contacts import NO_CONTACT_MODE, With
from careteam.domain.dates import day_shown
from careteam.domain.due import NAVIGATOR_ROLE, NEVER
from careteam.domain.moment import Moment
from careteam.domain.patients import PatientDraft, RelatedDraft, Status, phase_words
from careteam.domain.phones import shown
from careteam.domain.rules import Rules
from careteam.domain.summary import CaregiverLine, ContactLine, Identity, TeamLine
from careteam.storage.reads.board import BoardRow
from careteam.storage.reads.contact_rows import named
from careteam.storage.reads.patient_page import AlertRow, PatientPageRow

IN_PERSON = "FACE"
"""The HL7 v3 ParticipationMode of modes where both sides are in one place."""

_STATES = {
    Status.ACTIVE: "",
    Status.DECEASED: "Died",
    Status.TRANSFERRED: "Transferred",
    Status.DECLINED: "Declined navigation",
    Status.CLOSED: "Navigation closed",
}


def day_words(day: date, today: date) -> str:
    """20-Nov in the year of `today`, 20-Nov-2025 in another."""
    return day_shown(day).removesuffix(f"-{today.year}")


def identity_of(
    page: PatientPageRow, draft: PatientDraft, *, today: date, rules: Rules
) -> Identity:
    """Who the summary is about; the age of someone who died is that of the day of death."""
    on = page.status_on if page.status is Status.DECEASED and page.status_on else today
    found = draft.diagnosed_on
    state = rules.catalogue.terms.get("icd_state", {}).get(draft.icd_state)
    diagnosis = (
        page.diagnosis,
        state.codes.get("icd10cm", "") if state else "",
        f"found {found.shown}" if found else "",
    )
    phone = shown(page.phone) if page.phone else ""
    return Identity(
        name=f"{page.name} ({page.title})" if page.title else page.name,
        born=page.birth.shown_with_age(on) if page.birth else "",
        sex=page.sex,
        mrn=page.mrn,
        diagnosis=" · ".join(part for part in diagnosis if part),
        speaks=_speaks(page, draft, rules),
        phone=f"{phone}, leave no message" if phone and page.may_leave_message is False else phone,
    )


def _speaks(page: PatientPageRow, draft: PatientDraft, rules: Rules) -> str:
    others = [rules.catalogue.label("language", key) for key in draft.other_languages]
    said = page.language
    if others:
        said = f"{said} (also {', '.join(others)})" if said else ", ".join(others)
    if page.needs_interpreter:
        return f"{said}, interpreter" if said else "interpreter needed"
    return said


def alert_words(alert: AlertRow, today: date) -> str:
    """Neutropenic since 17-Nov."""
    return f"{alert.text} since {day_words(alert.since, today)}" if alert.since else alert.text


def state_words(page: PatientPageRow) -> str:
    """Died 3-Nov-2026: reason, with the last phase; nothing for a patient in navigation."""
    if page.status is Status.ACTIVE:
        return ""
    said = _STATES[page.status]
    if page.status_on:
        said += f" {day_shown(page.status_on)}"
    if page.status_reason:
        said += f": {page.status_reason}"
    return " ".join(part for part in (_sentence(said), _last_phase(page)) if part)


def _last_phase(page: PatientPageRow) -> str:
    if not page.phase_label:
        return ""
    since = f", since {day_shown(page.phase_since)}" if page.phase_since else ""
    return f"Last phase: {page.phase_label}{since}."


def where_lead(page: PatientPageRow, today: date) -> str:
    """Induction, day 12 of about 28. Nothing for a patient who is not in navigation."""
    if page.status is not Status.ACTIVE or not page.phase_label:
        return ""
    said = phase_words(page.phase_label, page.phase_since, today).replace(" · ", ", ")
    usual = page.usual_days
    if usual is None or page.phase_day is None:
        return f"{said}."
    is_within = page.phase_day <= usual
    return f"{said} of about {usual}." if is_within else f"{said}; usually about {usual} days."


def where_text(page: PatientPageRow, draft: PatientDraft, *, today: date, rules: Rules) -> str:
    """What else is known of where an active patient stands; only what was entered."""
    if page.status is not Status.ACTIVE:
        return ""
    said = [rules.catalogue.label("icd_state", draft.icd_state)] if draft.icd_state else []
    if page.phase_since is not None:
        said.append(f"Phase began {day_shown(page.phase_since)}")
    if page.milestone_on is not None and page.milestone_on >= today:
        said.append(f"Next milestone: {milestone_words(page)}, {day_shown(page.milestone_on)}")
    if page.needs_interpreter:
        said.append(f"Needs an interpreter{f' for {page.language}' if page.language else ''}")
    return " ".join(_sentence(part) for part in said)


def milestone_words(page: PatientPageRow) -> str:
    """Marrow and MRD, day 29."""
    if page.milestone_on is None or page.phase_since is None:
        return page.milestone
    return f"{page.milestone}, day {(page.milestone_on - page.phase_since).days + 1}"


def caregiver_line(person: RelatedDraft, rules: Rules) -> CaregiverLine:
    """A relative with the consent to talk to them, as far as it was recorded."""
    parts = [rules.catalogue.label("relationship", person.relationship)]
    parts += ["caregiver"] if person.is_caregiver else []
    parts += ["emergency contact"] if person.is_emergency else []
    consent = {True: "yes", False: "no, do not share", None: "not recorded"}[person.may_talk]
    if person.consent_on is not None and person.may_talk is not None:
        consent += f", {day_shown(person.consent_on)}"
    return CaregiverLine(
        name=person.name,
        relationship=", ".join(part for part in parts if part),
        phone=shown(person.phone) if person.phone else "",
        consent="; ".join(part for part in (consent, person.note) if part),
    )


def team_line(
    row: BoardRow, *, tells_last: bool, is_active: bool, moment: Moment, rules: Rules
) -> TeamLine:
    """One line of the board; `tells_last` is for the one holder whose contacts they are."""
    today = moment.today
    line = TeamLine(row.role_label, _notes(row, today), row.person, "", "", "")
    if row.assignment_id is None:
        if row.declined_on is None:
            return replace(line, is_gap=row.is_gap)
        return replace(
            line,
            person=f"declined {day_words(row.declined_on, today)}",
            last_contact=_last(row, moment, rules),
            next_due=_ask_again(row, today, rules),
        )
    is_due = is_active and row.state == AssignmentState.ACTIVE and row.due_on != NEVER
    away = f", away until {day_words(row.away_until, today)}" if row.away_until else ""
    return replace(
        line,
        person=f"{row.person}{away}",
        reach=shown(row.phone) if row.phone else "",
        last_contact=(_last(row, moment, rules) or "none yet") if tells_last else "",
        next_due=day_words(row.due_on, today) if is_due else "",
        is_late=is_due and row.due_on < today,
    )


def _notes(row: BoardRow, today: date) -> str:
    notes = {Rank.LEAD: ["leads"], Rank.BACKUP: ["backup"]}.get(Rank(row.rank or "primary"), [])
    if row.role == NAVIGATOR_ROLE and "navigator" not in row.role_label.casefold():
        notes.append("navigator")
    if row.state == AssignmentState.HELD:
        notes.append(f"on hold: {row.hold_reason}" if row.hold_reason else "on hold")
    if row.state == AssignmentState.PLANNED and row.starts_on is not None:
        notes.append(f"from {day_words(row.starts_on, today)}")
    if row.ends_on is not None:
        notes.append(f"until {day_words(row.ends_on, today)}")
    return ", ".join(notes)


def _last(row: BoardRow, moment: Moment, rules: Rules) -> str:
    if row.attempts:
        return f"{row.attempts} {'try' if row.attempts == 1 else 'tries'}, not reached"
    if row.last_at is None:
        return ""
    mode = rules.catalogue.modes.get(row.last_mode)
    day = day_words(moment.local(row.last_at).date(), moment.today)
    said = f"{day} {lowered(mode.short if mode else row.last_mode)}"
    if row.is_reached or row.last_mode == NO_CONTACT_MODE:
        return said
    return f"{said}, {lowered(_outcome(row.last_outcome, rules))}"


def _ask_again(row: BoardRow, today: date, rules: Rules) -> str:
    if row.ask_on is not None:
        return f"ask {day_words(row.ask_on, today)}"
    if row.ask_at_phase:
        return f"ask at {lowered(rules.catalogue.phase_label(row.ask_at_phase))}"
    return ""


def contact_line(row: Any, moment: Moment, rules: Rules) -> ContactLine:
    """One contact; without a note its topics or reasons stand there."""
    at = moment.local(row.at)
    topics = [rules.catalogue.label("topic", key) for key in row.topics]
    reasons = [rules.catalogue.label("reason", key) for key in row.reasons]
    return ContactLine(
        when=f"{day_words(at.date(), moment.today)} {at:%H:%M}",
        role=rules.catalogue.role_label(row.role),
        how=_how(row, rules),
        note=row.note or ", ".join(topics or reasons),
        minutes=row.minutes,
    )


def _how(row: Any, rules: Rules) -> str:
    mode = rules.catalogue.modes.get(row.mode)
    said = mode.short if mode else row.mode
    whom = _whom(row, rules)
    said = f"{said} with {whom}" if whom else said
    if row.mode == NO_CONTACT_MODE:
        return said
    if row.is_reached and row.outcome.startswith("reached_"):
        is_met = mode is not None and mode.code == IN_PERSON
        return said if is_met else f"{said}, reached"
    return f"{said}, {lowered(_outcome(row.outcome, rules))}"


def _whom(row: Any, rules: Rules) -> str:
    match row.with_kind:
        case With.CAREGIVER:
            relation = row.relationship and rules.catalogue.label("relationship", row.relationship)
            name = row.related_name or row.with_name
            if not name:
                return "a caregiver"
            return f"{name} ({lowered(relation)})" if relation else name
        case With.TEAM_MEMBER:
            return named(row, "met_") or row.with_name or "the team"
        case With.OUTSIDE:
            return row.with_name
        case _:
            return ""


def _outcome(key: str, rules: Rules) -> str:
    known = rules.catalogue.outcomes.get(key)
    return known.short if known else key


def lowered(words: str) -> str:
    """The words as they stand within a sentence; abbreviations such as CAR-T stay."""
    return words if words[1:2].isupper() else words[:1].lower() + words[1:]


def _sentence(words: str) -> str:
    return words if words.endswith((".", "!", "?")) else f"{words}."
