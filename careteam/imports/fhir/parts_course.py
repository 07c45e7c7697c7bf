"""The course of treatment, read back: plan, phases, tests, stays, response, trials."""

from careteam.domain import kept
from careteam.domain.care_profile import PREFERENCES_LENGTH
from careteam.domain.exchange import uid_of, urn_of
from careteam.domain.pathway import MilestoneState, StayKind, TreatmentState
from careteam.domain.text import NAME_LENGTH
from careteam.domain.trials import OfferState, TrialKind, TrialState, is_nct
from careteam.imports.fhir.details import Details, day_of, details_of, uid_in
from careteam.imports.fhir.parts import At, Found, Read, Unread, line, needed
from careteam.imports.fhir.times import start_and_end
from careteam.imports.fhir.tree import node, nodes, text

_ONE_DAY = 1
_LONGEST = 2000


def _plan(at: At, found: Found) -> None:
    said = at.details
    if said.answer("is_kept"):
        found.parts["profiles"] = [_profile(at, said)]
    for activity in nodes(at.body.get("activity")):
        treatment = details_of(activity, "treatment")
        overlay = details_of(activity, "overlay")
        if treatment is not None:
            found.parts["treatments"].append(_treatment(at, treatment))
        elif overlay is not None:
            found.parts["overlays"].append(_overlay(at, overlay))


def _profile(at: At, said: Details) -> kept.KeptProfile:
    terms = at.catalogue.terms
    lists = {
        "pathway": at.clinical.pathways,
        "intent": terms.get("treatment_intent", {}),
        "risk_group": terms.get("risk_group", {}),
        "cns_status": terms.get("cns_status", {}),
        "learning_preference": terms.get("learning_preference", {}),
    }
    chosen = {name: key for name, known in lists.items() if (key := said.word(name)) in known}
    return kept.KeptProfile(
        **chosen,
        shaped_by=said.word("shaped_by"),
        preferences=said.lines("preferences", PREFERENCES_LENGTH),
        has_directive=said.answer("has_directive"),
        directive_place=said.word("directive_place"),
        first_treated_on=said.day("first_treated_on"),
    )


def _treatment(at: At, said: Details) -> kept.KeptTreatment:
    started_on, ended_on = said.day("started_on"), said.day("ended_on")
    return kept.KeptTreatment(
        uid=needed(uid_of(urn_of(said.word("uid")))),
        modality=at.term("modality", said.word("modality")),
        detail=said.word("detail"),
        state=needed(said.one_of("state", TreatmentState)),
        started_on=started_on,
        ended_on=max(started_on, ended_on) if started_on and ended_on else ended_on,
        reason=said.word("reason"),
        by=at.person(said.reference("by")),
    )


def _overlay(at: At, said: Details) -> kept.KeptOverlay:
    started_on, ended_on = needed(said.day("started_on")), said.day("ended_on")
    return kept.KeptOverlay(
        kind=at.term("overlay", said.word("kind")),
        started_on=started_on,
        ended_on=max(started_on, ended_on) if ended_on else None,
        note=said.word("note"),
        by=at.person(said.reference("by")),
    )


def _phase(at: At, found: Found) -> None:
    key = at.details.word("phase")
    if key not in at.catalogue.phases:
        raise Unread
    first, last = start_and_end(at.body.get("period"))
    started_on = needed(day_of(first))
    ended_on = at.details.day("ended_on")
    if ended_on is None and (end := day_of(last)) is not None:
        ended_on = end.fromordinal(end.toordinal() + _ONE_DAY)
    found.parts["phases"].append(
        kept.KeptPhase(
            key,
            started_on,
            max(started_on, ended_on) if ended_on else None,
            at.details.word("reason"),
        )
    )


def _milestone(at: At, found: Found) -> None:
    said = at.details
    state = needed(said.one_of("state", MilestoneState))
    done_on = said.day("done_on")
    found.parts["milestones"].append(
        kept.KeptMilestone(
            uid=needed(at.uid),
            kind=at.term("test", said.word("kind")),
            label=said.word("label", NAME_LENGTH),
            planned_on=said.day("planned_on"),
            done_on=needed(done_on) if state == MilestoneState.DONE else done_on,
            result=at.result(),
            state=state,
            reason=said.word("reason"),
            by=at.person(node(at.body.get("requester"))),
        )
    )


def _stay(at: At, found: Found) -> None:
    said = at.details
    admitted_on, discharged_on = needed(said.day("admitted_on")), said.day("discharged_on")
    found.parts["stays"].append(
        kept.KeptStay(
            uid=needed(at.uid),
            kind=needed(said.one_of("kind", StayKind)),
            admitted_on=admitted_on,
            discharged_on=max(admitted_on, discharged_on) if discharged_on else None,
            is_planned=said.yes("is_planned"),
            place=said.word("place", NAME_LENGTH),
            reason=said.word("reason"),
            by=at.person(said.reference("by")),
        )
    )


def _disease_status(at: At, found: Found) -> None:
    said = at.details
    remission, mrd = said.word("remission"), said.word("mrd")
    found.parts["disease"].append(
        kept.KeptDiseaseStatus(
            on_day=needed(day_of(at.body.get("effectiveDateTime"))),
            remission=at.term("remission", remission) if remission else "",
            mrd=at.term("mrd_status", mrd) if mrd else "",
            note=at.note(),
            by=next((at.person(each) for each in nodes(at.body.get("performer"))), ""),
        )
    )


def _offer(at: At, found: Found) -> None:
    said = at.details
    study = at.references.find(node(at.body.get("study")), at.entry)
    if study is None:
        raise Unread
    found.parts["offers"].append(
        kept.KeptOffer(
            trial=_trial(study.body),
            state=needed(said.one_of("state", OfferState)),
            on_day=needed(said.day("on_day")),
            reason=said.word("reason"),
            note=said.word("note"),
            steps=tuple(
                kept.KeptOfferStep(
                    state=needed(step.one_of("state", OfferState)),
                    on_day=needed(step.day("on_day")),
                    reason=step.word("reason"),
                    note=step.word("note"),
                    by=at.person(step.reference("by")),
                )
                for step in said.inside("step")
            ),
        )
    )


def _trial(body: dict[str, object]) -> kept.KeptTrial:
    said = needed(details_of(body, "trial"))
    numbers = [text(item.get("value")) for item in nodes(body.get("identifier"))]
    opens_on, closes_on = said.day("opens_on"), said.day("closes_on")
    return kept.KeptTrial(
        uid=needed(uid_in(body)),
        title=needed(line(body.get("title"))),
        kind=needed(said.one_of("kind", TrialKind)),
        nct=next((number for number in numbers if is_nct(number)), ""),
        phase=said.word("phase", 40),
        site=said.word("site", NAME_LENGTH),
        contact=said.word("contact"),
        state=said.one_of("state", TrialState) or TrialState.OPEN,
        opens_on=opens_on,
        closes_on=max(opens_on, closes_on) if opens_on and closes_on else closes_on,
    )


def _conference(at: At, found: Found) -> None:
    said = at.details
    found.parts["conferences"].append(
        kept.KeptConference(
            on_day=needed(said.day("on_day")),
            question=said.word("question"),
            decision=said.lines("decision", _LONGEST),
            is_cancelled=said.yes("is_cancelled"),
            by=at.person(node(at.body.get("requester"))),
        )
    )


COURSE: dict[str, Read] = {
    "profile": _plan,
    "phase": _phase,
    "milestone": _milestone,
    "stay": _stay,
    "disease_status": _disease_status,
    "offer": _offer,
    "conference": _conference,
}
