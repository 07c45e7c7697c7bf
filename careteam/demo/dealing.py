"""Deals the stories that are told out to the patients who have no course of their own."""

from careteam.demo.data import Patient
from careteam.demo.depth import Course, Depth
from careteam.domain.catalogue import ADULT_FROM_YEARS

THIRD = 3
WELL = {"in_remission": "negative", "not_in_remission": "pending", "in_relapse": "positive"}
PH_POSITIVE = "bcr_abl1"
FIRST_SEEN, LATELY = 70, 6
"""Days ago: the disease as it was found, and as it was last looked at."""
AHEAD_DAYS = 21
INTENTS = {"end_of_life": "palliative", "workup": "not_yet_set"}


def course_of(patient: Patient, place: int, depth: Depth, worker: str) -> Course:
    """The clinical side of a patient; who waits for an answer is not the worker's own patient."""
    own = depth.courses.get(patient.mrn)
    if own is not None:
        return own
    return _dealt(patient, place, depth, is_mine=patient.navigator == worker)


def _dealt(patient: Patient, place: int, depth: Depth, *, is_mine: bool) -> Course:
    turn, is_third = place // THIRD, place % THIRD
    scores = depth.scores["adults" if patient.age >= ADULT_FROM_YEARS else "children"]
    stories = depth.referrals if is_mine else (*depth.waiting, *depth.referrals)
    lists = depth.lists
    intent = INTENTS.get(patient.phases[-1][0], "curative")
    directive, kept = ("yes", "Scanned into the chart.") if place % 2 else ("no", "")
    return Course(
        patient.mrn,
        scores=scores[place % len(scores)],
        findings=_findings(place, lists),
        treatments=_treatments(patient, depth),
        overlays=_overlays(patient),
        statuses=_statuses(patient, place),
        boards=_boards(turn, lists) if is_third == 0 else (),
        stays=depth.stays.get(patient.mrn) or _stays(place, lists),
        trials=tuple((one.trial, one.steps) for one in depth.offers if one.mrn == patient.mrn),
        barrier=(depth.barriers[turn % len(depth.barriers)],) if is_third == 1 else (),
        referral=(stories[turn % len(stories)],) if is_third == 2 else (),
        flags=tuple(flag for flag in depth.flags if flag.mrn == patient.mrn),
        needs=tuple(need for need in depth.needs if need.mrn == patient.mrn),
        backups=depth.backups if is_third == 0 and not patient.backup else None,
        shaped_by=lists["shaped_by"][place % len(lists["shaped_by"])],
        profile=(intent, ("standard", "high", "very_high")[place % 3], f"cns_{place % 5 // 2 + 1}"),
        preferences=(
            lists["learning"][place % len(lists["learning"])],
            lists["preferences"][turn % len(lists["preferences"])],
            directive,
            kept,
        ),
    )


def _findings(
    place: int, lists: dict[str, tuple[str, ...]]
) -> tuple[tuple[str, str, int, str], ...]:
    symptoms, risks = lists["symptoms"], lists["risk_factors"]
    return (
        ("symptom", symptoms[place % len(symptoms)], 30, ""),
        ("symptom", symptoms[(place + 3) % len(symptoms)], 11, ""),
        ("risk_factor", risks[place % len(risks)], 40, ""),
    )


def _treatments(patient: Patient, depth: Depth) -> tuple[tuple[str, str, int, str], ...]:
    phase, spent = patient.phases[-1]
    told = tuple(
        (kind, state, AHEAD_DAYS if state in ("planned", "consult") else 1 - spent, detail)
        for kind, state, detail in depth.treatments.get(phase, ())
    )
    if PH_POSITIVE not in patient.subtype or not told:
        return told
    return (*told, ("targeted_therapy", "active", 1 - spent, "dasatinib"))


def _overlays(patient: Patient) -> tuple[tuple[str, int], ...]:
    phase, spent = patient.phases[-1]
    known = {"induction": "cns_prophylaxis", "consolidation": "cns_prophylaxis"}
    kinds = [known[phase]] if phase in known else []
    if PH_POSITIVE in patient.subtype:
        kinds.append("tki")
    return tuple((kind, spent) for kind in kinds)


def _statuses(patient: Patient, place: int) -> tuple[tuple[int, str, str, str], ...]:
    mrd = WELL.get(patient.icd, "")
    if not mrd:
        return ()
    last = "intermediate" if mrd == "negative" and place % 7 == 0 else mrd
    now = (LATELY, patient.icd, last, "")
    if len(patient.phases) == 1 or patient.icd == "not_in_remission":
        return (now,)
    return ((FIRST_SEEN, "not_in_remission", "not_done", "At diagnosis."), now)


def _boards(turn: int, lists: dict[str, tuple[str, ...]]) -> tuple[tuple[int, str, str], ...]:
    questions, decisions = lists["questions"], lists["decisions"]
    if turn % 4 == 0:
        return ((-9, questions[turn % len(questions)], ""),)
    return ((13, questions[turn % len(questions)], decisions[turn % len(decisions)]),)


def _stays(place: int, lists: dict[str, tuple[str, ...]]) -> tuple[tuple[int, int, str], ...]:
    """Every sixth was in hospital once."""
    if place % (2 * THIRD) != 1:
        return ()
    return ((24, 18, lists["stays"][place // THIRD % len(lists["stays"])]),)
