"""The parts of a paper for a patient, in their language and in the order of every form."""

from dataclasses import replace
from datetime import date

from careteam.domain.patient_summary import (
    Coded,
    MemberLine,
    PatientStep,
    PatientSummary,
    StepKind,
    TreatmentLine,
    WorkLine,
)
from careteam.domain.patient_words import ENGLISH, PatientWords
from careteam.domain.reading_grade import grade
from careteam.domain.text import mid_sentence
from careteam.exports.patient_words import words_in
from careteam.exports.summary_parts import Cell, Part

DRAFT = "Draft translation, not reviewed"
RULED_LINES = 2
NAMED = frozenset({"people", "next_steps"})
"""The parts of which each row begins with a name, a number or a day."""


def heading(paper: PatientSummary, words: PatientWords) -> str:
    """María, este es su equipo de atención."""
    if paper.called:
        return words.say("heading", "named", name=paper.called)
    return words.say("heading", "unnamed")


def letterhead_lines(paper: PatientSummary, words: PatientWords) -> tuple[str, ...]:
    """The clinic's address, and its phone in the words of the paper.

    The number for any hour stands where the paper says when to call.
    """
    head = paper.letterhead
    phone = f"{words.say('people', 'phone')} {head.phone}" if head.phone else ""
    return tuple(entry for entry in (*head.address, phone) if entry)


def again(paper: PatientSummary, words: PatientWords) -> tuple[tuple[str, str], ...]:
    """Whom to call, for the head of every page after the first."""
    any_hour = (words.say("heading", "call"), paper.phone)
    first = [(line.name, line.phone) for line in paper.people if line.is_first]
    return tuple(entry for entry in (any_hour, *first[:1]) if entry[1])


def draft_band(words: PatientWords) -> tuple[str, ...]:
    """That nobody qualified has reviewed the translation, in both languages; else nothing."""
    return (words.draft, DRAFT) if words.is_draft else ()


def patient_parts(paper: PatientSummary, words: PatientWords) -> tuple[Part, ...]:
    """When to call first; what there is nothing to say of is left out."""
    found = (
        _call(paper, words),
        _where(paper, words),
        _people(paper, words),
        _steps(paper, words),
        _working(paper, words),
        Part("questions", words.say("heading", "questions")),
    )
    return tuple(part for part in found if part is not None)


def unphrased(paper: PatientSummary, words: PatientWords) -> tuple[str, ...]:
    """What stands in the clinic's own words, because the language has none for it."""
    coded = [("phase", paper.phase)] if paper.phase else []
    coded += [("modality", line.what) for line in paper.treatments]
    coded += [("role", line.role) for line in paper.people]
    coded += [("role", role) for role in paper.also]
    coded += [(_table_of(step), step.what) for step in paper.steps if step.what.label]
    coded += [("role" if line.referral else "barrier", line.what) for line in paper.working]
    absent = (of.label for table, of in coded if words.phrase(table, of.key) is None)
    return tuple(dict.fromkeys(absent))


def grade_of(paper: PatientSummary) -> float:
    """The reading grade of what the paper says in English, without names and numbers.

    The clinic's own words of when to call count in an English paper only.
    """
    words = words_in(ENGLISH)
    said: list[str] = []
    call = paper.call if paper.language == ENGLISH else ""
    for part in patient_parts(replace(paper, language=ENGLISH, call=call), words):
        said += (part.title, part.lead, *part.text.split("\n"))
        told = (row[1:] if part.key in NAMED else row for row in part.rows)
        said += (text for row in told for cell in row for text in (cell.text, cell.aside))
    return grade(said)


def _call(paper: PatientSummary, words: PatientWords) -> Part:
    when = paper.call or words.say("call", "when")
    text = paper.phone or words.say("call", "no_phone")
    return Part("call", words.say("heading", "call"), lead=when, text=text)


def _where(paper: PatientSummary, words: PatientWords) -> Part | None:
    if paper.phase is None and not paper.treatments:
        return None
    lead, about = _phase(paper, words)
    listed = words.between.join(_treatment(line, words) for line in paper.treatments)
    now = words.say("where", "treatments", list=listed) if listed else ""
    text = "\n".join(said for said in (about, now) if said)
    return Part("where", words.say("heading", "where"), lead=lead, text=text)


def _phase(paper: PatientSummary, words: PatientWords) -> tuple[str, str]:
    if paper.phase is None:
        return "", ""
    name, about = _named("phase", paper.phase, words)
    day, days = paper.phase_day, paper.phase_days
    if day is None or days is None:
        return words.say("where", "phase", phase=name), about
    if day > days:
        return words.counted("past", days, phase=name, day=day, days=days), about
    return words.say("where", "day_of", phase=name, day=day, days=days), about


def _treatment(line: TreatmentLine, words: PatientWords) -> str:
    name, _ = _named("modality", line.what, words)
    return f"{name} ({_marked(line.note, words)})" if line.note else name


def _people(paper: PatientSummary, words: PatientWords) -> Part | None:
    if not (paper.people or paper.also):
        return None
    columns = tuple(words.say("people", key) for key in ("person", "role", "phone"))
    rows = tuple(_member(line, words) for line in paper.people)
    title = words.say("heading", "people")
    return Part("people", title, text=_also(paper, words), columns=columns, rows=rows)


def _member(line: MemberLine, words: PatientWords) -> tuple[Cell, ...]:
    name, does = _named("role", line.role, words)
    notes = [words.say("people", "leads")] if line.is_lead else []
    notes += [words.say("people", "first")] if line.is_first else []
    return (
        Cell(line.name, is_strong=True),
        Cell(" · ".join((name, *notes)), does, is_below=True, lang=_lang("role", line.role, words)),
        Cell(line.phone),
    )


def _also(paper: PatientSummary, words: PatientWords) -> str:
    if not paper.also:
        return ""
    names = (mid_sentence(_named("role", role, words)[0]) for role in paper.also)
    listed = words.between.join(names)
    return words.say("people", "also", list=listed)


def _steps(paper: PatientSummary, words: PatientWords) -> Part | None:
    if not paper.steps:
        return None
    columns = (words.say("steps", "when"), words.say("steps", "what"))
    today = date.fromisoformat(paper.made_on_iso)
    rows = tuple(
        (
            Cell(words.short_day(date.fromisoformat(step.on_iso), today), is_strong=True),
            _step(step, words),
        )
        for step in paper.steps
    )
    return Part("next_steps", words.say("heading", "steps"), columns=columns, rows=rows)


def _step(step: PatientStep, words: PatientWords) -> Cell:
    note = _marked(step.note, words)
    table = _table_of(step)
    lang = _lang(table, step.what, words) if step.what.label else ""
    match step.kind:
        case StepKind.TEST:
            said = _named(table, step.what, words)[0]
        case StepKind.VISIT:
            name = mid_sentence(_named(table, step.what, words)[0])
            said = words.say("steps", "visit", role=name)
        case StepKind.PLANNED | StepKind.YOURS:
            said = words.say("steps", str(step.kind))
    return Cell(said, note, lang=lang, aside_lang=_foreign(words) if note else "")


def _table_of(step: PatientStep) -> str:
    return "test" if step.kind is StepKind.TEST else "role"


def _working(paper: PatientSummary, words: PatientWords) -> Part | None:
    if not paper.working:
        return None
    columns = (words.say("working", "topic"), words.say("working", "doing"))
    rows = tuple(_work(line, words) for line in paper.working)
    return Part("working", words.say("heading", "working"), columns=columns, rows=rows)


def _work(line: WorkLine, words: PatientWords) -> tuple[Cell, ...]:
    table = "role" if line.referral else "barrier"
    name, doing = _named(table, line.what, words)
    if line.referral:
        doing = words.say("working", line.referral)
    elif not doing:
        doing = _named("barrier", Coded("other", ""), words)[1]
    return Cell(name, is_strong=True, lang=_lang(table, line.what, words)), Cell(doing)


def _named(table: str, coded: Coded, words: PatientWords) -> tuple[str, str]:
    """The phrase of something coded, or the clinic's own words, marked by their language."""
    return words.phrase(table, coded.key) or (_marked(coded.label, words), "")


def _marked(said: str, words: PatientWords) -> str:
    """What the clinic wrote, with the language in which it did."""
    return f"{said} ({words.in_english})" if said and words.in_english else said


def _lang(table: str, coded: Coded, words: PatientWords) -> str:
    return "" if words.phrase(table, coded.key) else _foreign(words)


def _foreign(words: PatientWords) -> str:
    return "" if words.code == ENGLISH else ENGLISH
