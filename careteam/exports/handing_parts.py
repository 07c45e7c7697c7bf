"""The parts of a handoff sheet and of a huddle list, in the words in which they are printed."""

from collections.abc import Iterable

from careteam.domain.handing import Handoff, Huddle, HuddleGroup, HuddleLine
from careteam.exports.summary_parts import (
    NOTHING,
    Cell,
    Part,
    caregivers_part,
    steps_part,
    team_row,
)

HANDOFF_HEADING = "Handoff sheet"
HUDDLE_HEADING = "Huddle list"
NOBODY = "Nobody is overdue, due this week or without a role that is asked for."


def handoff_parts(sheet: Handoff) -> tuple[Part, ...]:
    """What is urgent first; what is empty is left out, but the steps always tell."""
    steps = steps_part("Next 7 days", sheet.steps)
    if not sheet.steps:
        steps = Part(steps.key, steps.title, text="Nothing is planned for the next seven days.")
    found = (
        ("escalations", _escalations(sheet)),
        ("steps", steps if not sheet.state else None),
        ("barriers", _barriers(sheet)),
        ("referrals", _referrals(sheet)),
        ("contacts", _contacts(sheet)),
        ("caregivers", caregivers_part(sheet.caregivers)),
        ("team", _team(sheet)),
    )
    return tuple(
        _with_more(part, sheet.more_of(section)) for section, part in found if part is not None
    )


def huddle_parts(huddle: Huddle) -> tuple[Part, ...]:
    """One part for each group of Today that has somebody."""
    return tuple(_group(group) for group in huddle.groups)


def more_words(count: int) -> str:
    """and 1 more; nothing for none."""
    return f"and {count} more" if count else ""


def _with_more(part: Part, more: int) -> Part:
    if not more:
        return part
    aside = more_words(more)
    return Part(part.key, part.title, aside, part.lead, part.text, part.columns, part.rows)


def _escalations(sheet: Handoff) -> Part | None:
    if not sheet.escalations:
        return None
    rows = tuple(
        (Cell(line.when), Cell(line.flag, is_strong=True, is_bad=True), Cell(line.note or NOTHING))
        for line in sheet.escalations
    )
    title = "Red flags that nobody was told of"
    return Part("escalations", title, columns=("When", "What", "Note"), rows=rows)


def _barriers(sheet: Handoff) -> Part | None:
    if not sheet.barriers:
        return None
    rows = tuple(
        (Cell(line.since), Cell(line.what, is_strong=True), Cell(line.doing or NOTHING))
        for line in sheet.barriers
    )
    return Part("barriers", "Open barriers", columns=("Since", "What", "Being done"), rows=rows)


def _referrals(sheet: Handoff) -> Part | None:
    if not sheet.referrals:
        return None
    rows = tuple(
        (
            Cell(line.to, "urgent" if line.is_urgent else "", is_strong=True),
            Cell(line.state),
            Cell(line.why or NOTHING),
        )
        for line in sheet.referrals
    )
    return Part("referrals", "Open referrals", columns=("To", "Where it stands", "Why"), rows=rows)


def _contacts(sheet: Handoff) -> Part | None:
    if not sheet.contacts:
        return None
    rows = tuple(
        (Cell(line.when), Cell(line.role), Cell(line.how), Cell(line.note or NOTHING))
        for line in sheet.contacts
    )
    return Part("contacts", "Last contact", columns=("When", "Role", "How", "Note"), rows=rows)


def _team(sheet: Handoff) -> Part | None:
    if not sheet.team:
        return None
    rows = tuple(team_row(line)[:3] for line in sheet.team)
    columns = ("Role", "Person", "Phone")
    return Part("team", "Care team", columns=columns, rows=rows)


def _group(group: HuddleGroup) -> Part:
    count = len(group.lines) + group.more
    aside = "1 patient" if count == 1 else f"{count} patients"
    if group.more:
        aside += f"; {len(group.lines)} are listed"
    columns = ("Patient", "Due and why", "To fill", "Last contact", "Next step")
    return Part(
        group.key, group.title, aside, columns=columns, rows=tuple(map(_patient, group.lines))
    )


def _patient(line: HuddleLine) -> tuple[Cell, ...]:
    who = " · ".join(part for part in (f"MRN {line.mrn}", line.where) if part)
    below = (who, "covered for somebody away") if line.is_covered else (who,)
    due, why = line.due or NOTHING, (line.why,)
    if line.red_flags:
        due, why = f"▲ {line.red_flags[0]}", (*line.red_flags[1:], line.due, line.why)
    is_bad = line.is_late or bool(line.red_flags)
    return (
        Cell(line.name, _lines(below), is_strong=True, is_below=True),
        Cell(due, _lines(why), is_strong=is_bad, is_bad=is_bad, is_below=True),
        Cell(str(line.gaps) if line.gaps else NOTHING, is_bad=line.gaps > 0),
        Cell(line.last_contact or NOTHING),
        Cell(line.next_step or NOTHING),
    )


def _lines(texts: Iterable[str]) -> str:
    """Each text on a line of its own."""
    return "\n".join(text for text in texts if text)
