"""A treatment summary as it stands in the database at a moment."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date

from sqlmodel import Session

from careteam.domain.dates import moment_shown
from careteam.domain.moment import Moment
from careteam.domain.pathway import ItemState, MilestoneState, StayKind, TreatmentState
from careteam.domain.patients import Status
from careteam.domain.rules import Rules
from careteam.domain.summary import digest_of
from careteam.domain.treatment_summary import TreatmentSection, TreatmentSummary, TreatmentTable
from careteam.domain.trials import OfferState
from careteam.storage.reads import summary_lines as lines
from careteam.storage.reads.letterhead import letterhead_of
from careteam.storage.reads.pathway import PathwayPage, pathway_page
from careteam.storage.reads.patient_form import draft_of
from careteam.storage.reads.patient_page import PatientPageRow, patient_page
from careteam.storage.reads.plan import care_plan
from careteam.storage.reads.plan_rows import PlanRow
from careteam.storage.reads.rules import read_settings
from careteam.storage.reads.summary import author_of, step_lines, team_lines
from careteam.storage.reads.trials import OfferRow, patient_trials

Rows = tuple[tuple[str, ...], ...]

_TREATMENTS = {
    TreatmentState.PLANNED: "planned",
    TreatmentState.CONSULT: "consult asked",
    TreatmentState.ACTIVE: "under way",
    TreatmentState.COMPLETED: "completed",
    TreatmentState.STOPPED: "stopped",
    TreatmentState.NOT_PURSUED: "not pursued",
}
_OFFERS = {
    OfferState.CONSIDERED: "considered",
    OfferState.OFFERED: "offered",
    OfferState.SCREENING: "screening",
    OfferState.ELIGIBLE: "eligible",
    OfferState.ENROLLED: "enrolled",
    OfferState.DECLINED: "declined",
    OfferState.NOT_ELIGIBLE: "not eligible",
    OfferState.OFF_STUDY: "off study",
}
_ITEMS = {ItemState.OPEN: "open", ItemState.DONE: "done", ItemState.NOT_NEEDED: "not needed"}
_STAYS = {StayKind.INPATIENT: "admission", StayKind.EMERGENCY: "emergency visit"}


@dataclass(frozen=True, slots=True)
class _Found:
    """What the sections are made of."""

    session: Session
    page: PatientPageRow
    course: PathwayPage
    plan: PlanRow
    offers: tuple[OfferRow, ...]
    found_on: str
    moment: Moment
    rules: Rules

    def day(self, day: date | None) -> str:
        """20-Nov in this year, 20-Nov-2025 in another; nothing for none."""
        return lines.day_words(day, self.moment.today) if day is not None else ""

    def label(self, kind: str, key: str) -> str:
        """A key of the catalogue in words; nothing for none."""
        return self.rules.catalogue.label(kind, key) if key else ""


def collect_treatment(
    session: Session,
    patient_id: int,
    *,
    moment: Moment,
    rules: Rules,
    sections: Iterable[TreatmentSection] = tuple(TreatmentSection),
) -> TreatmentSummary:
    """The treatment summary of a patient with its digest; Missing when there is none of that id."""
    wanted = set(sections)
    chosen = tuple(section for section in TreatmentSection if section in wanted)
    today = moment.today
    page = patient_page(session, patient_id, today=today, rules=rules)
    draft = draft_of(session, patient_id)
    clinic = read_settings(session).get("clinic", "")
    author, author_phone = author_of(session, moment.by)
    found = _Found(
        session,
        page,
        pathway_page(session, patient_id, today=today, rules=rules),
        care_plan(session, patient_id, today=today, rules=rules),
        patient_trials(session, patient_id, rules=rules),
        draft.diagnosed_on.shown if draft.diagnosed_on else "",
        moment,
        rules,
    )
    summary = TreatmentSummary(
        clinic=clinic,
        author=author or clinic,
        author_phone=author_phone,
        made_at=moment_shown(moment.local(moment.now)),
        made_on_iso=today.isoformat(),
        identity=lines.identity_of(page, draft, today=today, rules=rules),
        alerts=tuple(
            lines.alert_words(alert, today)
            for alert in page.alerts
            if page.status is not Status.DECEASED
        ),
        state=lines.state_words(page),
        tables=tuple(_tables(found, chosen)),
        sections=chosen,
        letterhead=letterhead_of(session),
    )
    return replace(summary, digest=digest_of(summary))


def _tables(found: _Found, chosen: tuple[TreatmentSection, ...]) -> Iterable[TreatmentTable]:
    for section in chosen:
        title, columns, read = _SECTIONS[section]
        rows = read(found)
        if rows:
            yield TreatmentTable(section, title, columns, rows)


def _diagnosis(found: _Found) -> Rows:
    profile, page = found.plan.profile, found.page
    told = (
        ("Diagnosis", page.diagnosis),
        ("Found", found.found_on),
        ("Disease state", found.label("icd_state", found.course.icd_state)),
        ("Risk group", found.label("risk_group", profile.risk_group)),
        ("Central nervous system", found.label("cns_status", profile.cns_status)),
        ("Pathway", profile.pathway_label),
        ("Aim of treatment", profile.intent_label),
        ("Plan shaped by", profile.shaped_by),
        ("First treated", found.day(profile.first_treated_on)),
    )
    return tuple((what, words) for what, words in told if words)


def _phases(found: _Found) -> Rows:
    return tuple(
        (part.label, found.day(part.started_on), found.day(part.ended_on))
        for part in found.course.pathway.parts
        if part.started_on is not None
    )


def _treatments(found: _Found) -> Rows:
    given = [
        (
            row.started_on or date.max,
            (
                row.label,
                "; ".join(part for part in (row.detail, row.reason) if part),
                found.day(row.started_on),
                found.day(row.ended_on),
                _TREATMENTS[row.state],
            ),
        )
        for row in found.plan.treatments
    ]
    given += [
        (
            row.started_on,
            (
                row.label,
                row.note,
                found.day(row.started_on),
                found.day(row.ended_on),
                "ended" if row.ended_on else "under way",
            ),
        )
        for row in found.plan.overlays
    ]
    return tuple(row for _, row in sorted(given, key=lambda pair: pair[0]))


def _results(found: _Found) -> Rows:
    told = [
        (row.done_on, (found.day(row.done_on), row.label, row.result))
        for row in found.course.milestones
        if row.state is MilestoneState.DONE and row.done_on is not None
    ]
    for row in found.course.statuses:
        said = (row.remission_label, f"MRD {row.mrd_label}" if row.mrd_label else "", row.note)
        words = "; ".join(part for part in said if part)
        told.append((row.on, (found.day(row.on), "Disease status", words)))
    return tuple(row for _, row in sorted(told, key=lambda pair: pair[0]))


def _cells(found: _Found) -> Rows:
    """Transplant and CAR-T, point by point, where the plan calls for them."""
    return tuple(
        (item.label, _ITEMS[item.state], item.detail)
        for listed in found.plan.checklists
        if listed.is_called_for
        for item in listed.items
    )


def _trials(found: _Found) -> Rows:
    return tuple(
        (
            row.title,
            row.nct,
            f"{_OFFERS[row.state]} {found.day(row.on)}",
            "; ".join(part for part in (found.label("trial_reason", row.reason), row.note) if part),
        )
        for row in found.offers
    )


def _stays(found: _Found) -> Rows:
    return tuple(
        (
            found.day(row.admitted_on),
            found.day(row.discharged_on),
            f"planned {_STAYS[row.kind]}" if row.is_planned else _STAYS[row.kind],
            "; ".join(part for part in (row.place, row.reason) if part),
        )
        for row in sorted(found.course.stays, key=lambda row: (row.admitted_on, row.id))
    )


def _concerns(found: _Found) -> Rows:
    return tuple(
        (found.day(row.since), row.label, row.note)
        for row in found.plan.findings
        if row.ended_on is None
    )


def _follow_up(found: _Found) -> Rows:
    """What is planned, who does it; none once navigation has ended."""
    if found.page.status is not Status.ACTIVE:
        return ()
    steps = step_lines(found.session, found.page, found.moment.today, found.rules)
    planned = [
        (found.day(row.planned_on), row.label, "")
        for row in found.course.milestones
        if row.state is MilestoneState.PLANNED
    ]
    told = [(step.when, step.what, step.who) for step in steps]
    known = {(when, what) for when, what, _ in told}
    return (*told, *(row for row in planned if row[:2] not in known))


def _providers(found: _Found) -> Rows:
    team = team_lines(found.session, found.page, found.moment, found.rules)
    return tuple((line.role, line.person, line.reach) for line in team if line.person)


_SECTIONS: Mapping[TreatmentSection, tuple[str, tuple[str, ...], Callable[[_Found], Rows]]] = {
    TreatmentSection.DIAGNOSIS: ("Diagnosis and risk", ("What", "As known"), _diagnosis),
    TreatmentSection.PHASES: ("Phases of treatment", ("Phase", "From", "Until"), _phases),
    TreatmentSection.TREATMENTS: (
        "Treatments",
        ("Treatment", "Detail", "From", "Until", "Where it stands"),
        _treatments,
    ),
    TreatmentSection.RESULTS: ("Tests and response", ("When", "What", "Result"), _results),
    TreatmentSection.CELLS: ("Transplant and CAR-T", ("Point", "State", "Detail"), _cells),
    TreatmentSection.TRIALS: ("Trials", ("Trial", "Number", "Where it stands", "Why"), _trials),
    TreatmentSection.STAYS: ("Admissions", ("From", "Until", "What", "Where and why"), _stays),
    TreatmentSection.CONCERNS: ("Effects and concerns", ("Since", "What", "Note"), _concerns),
    TreatmentSection.FOLLOW_UP: ("Follow-up plan", ("When", "What", "Who"), _follow_up),
    TreatmentSection.PROVIDERS: ("Who treats", ("Role", "Person", "Reach"), _providers),
}
