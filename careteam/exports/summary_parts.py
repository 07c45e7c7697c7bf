"""The parts of a clinician summary in the words and order in which every form prints them."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from careteam.domain.summary import CaregiverLine, Identity, Section, StepLine, Summary, TeamLine
from careteam.exports.glyphs import shortened

HEADING = "Care summary"
CONFIDENTIAL = "Confidential health information"
NOTHING = "—"

_FOOT_LENGTH = 40
_PRONOUNS = {"female": "she is", "male": "he is"}


@dataclass(frozen=True, slots=True)
class Cell:
    """One value of a table; `aside` follows it in plain weight, or stands below it.

    `lang` and `aside_lang` name their language (BCP 47) where it is not that of the paper.
    """

    text: str
    aside: str = ""
    is_strong: bool = False
    is_bad: bool = False
    is_below: bool = False
    lang: str = ""
    aside_lang: str = ""


@dataclass(frozen=True, slots=True)
class Part:
    """One section: a heading with an aside, then either a text or a table."""

    key: str
    title: str
    aside: str = ""
    lead: str = ""
    text: str = ""
    columns: tuple[str, ...] = ()
    rows: tuple[tuple[Cell, ...], ...] = ()


@dataclass(frozen=True, slots=True)
class Fact:
    """One labelled entry of the box about the person."""

    label: str
    value: str


def facts(who: Identity) -> tuple[Fact, ...]:
    """Birth, MRN, language and phone, in reading order; what is empty is left out."""
    sex = who.sex.lower()
    born = Fact("Born", ", ".join(part for part in (who.born, sex) if part))
    if not who.born:
        born = Fact("Sex", sex)
    entries = (
        born,
        Fact("MRN", who.mrn),
        Fact("Speaks", who.speaks),
        Fact("Phone", who.phone),
    )
    return tuple(entry for entry in entries if entry.value)


def running_identity(who: Identity) -> tuple[str, ...]:
    """The name without title, the MRN and the birth date without age, for the foot of each page."""
    name = re.sub(r"(?<=.) \([^()]*\)$", "", who.name)
    entries = [shortened(name, _FOOT_LENGTH)]
    if who.mrn:
        entries.append(f"MRN {who.mrn}")
    if who.born:
        entries.append(f"born {who.born.partition(' (')[0]}")
    return tuple(entries)


def parts(summary: Summary) -> tuple[Part, ...]:
    """The chosen sections that have something to say, in the order of `Section`."""
    written = (_WRITERS[key](summary) for key in Section if key in summary.sections)
    return tuple(part for part in written if part is not None)


def _where(summary: Summary) -> Part | None:
    if not (summary.where_lead or summary.where_text):
        return None
    title = "Where " + _PRONOUNS.get(summary.identity.sex.lower(), "things stand")
    return Part(Section.WHERE, title, lead=summary.where_lead, text=summary.where_text)


def _team(summary: Summary) -> Part | None:
    if not summary.team:
        return None
    rows = tuple(team_row(line) for line in summary.team)
    columns = ("Role", "Person", "Reach", "Last contact", "Next due")
    return Part(Section.TEAM, "Care team", columns=columns, rows=rows)


def team_row(line: TeamLine) -> tuple[Cell, ...]:
    """Role, person, reach, last contact and next due of one line of the board."""
    due = line.next_due or NOTHING
    if line.is_late and "late" not in due:
        due = f"{due}, late"
    person = line.person or ("to be assigned" if line.is_gap else NOTHING)
    return (
        Cell(line.role, _in_brackets(line.note), is_strong=True),
        Cell(person, is_bad=line.is_gap),
        Cell(line.reach or NOTHING),
        Cell(line.last_contact or NOTHING),
        Cell(due, is_strong=line.is_late, is_bad=line.is_late),
    )


def _caregivers(summary: Summary) -> Part | None:
    return caregivers_part(summary.caregivers)


def caregivers_part(caregivers: Sequence[CaregiverLine]) -> Part | None:
    """Who may be talked to; None when nobody is known."""
    if not caregivers:
        return None
    rows = tuple(
        (
            Cell(line.name, is_strong=True),
            Cell(line.relationship or NOTHING),
            Cell(line.phone or NOTHING),
            Cell(line.consent or NOTHING),
        )
        for line in caregivers
    )
    columns = ("Name", "Relationship", "Phone", "Consent to talk")
    return Part(Section.CAREGIVERS, "Caregivers and relatives", columns=columns, rows=rows)


def _next_steps(summary: Summary) -> Part | None:
    return steps_part("Next steps", summary.next_steps) if summary.next_steps else None


def steps_part(title: str, steps: Sequence[StepLine]) -> Part:
    """Steps by day, what is late in bold."""
    rows: list[tuple[Cell, ...]] = []
    for line in steps:
        when = line.when or NOTHING
        if line.is_late and "late" not in when:
            when = f"{when}, late"
        late = Cell(when, is_strong=line.is_late, is_bad=line.is_late)
        rows.append((late, Cell(line.what), Cell(line.who or NOTHING)))
    columns = ("When", "What", "Who")
    return Part(Section.NEXT_STEPS, title, columns=columns, rows=tuple(rows))


def _contacts(summary: Summary) -> Part | None:
    if not summary.contacts:
        return None
    listed = len(summary.contacts)
    total = max(summary.contacts_total, listed)
    count = f"{listed} of {total}" if total > listed else f"all {total}"
    minutes = "minute" if summary.contacts_minutes == 1 else "minutes"
    rows = tuple(
        (Cell(line.when), Cell(line.role), Cell(line.how), Cell(line.note))
        for line in summary.contacts
    )
    return Part(
        Section.CONTACTS,
        ", ".join(part for part in ("Contacts", summary.contacts_period) if part),
        aside=f"{count}; {summary.contacts_minutes} {minutes}",
        columns=("When", "Role", "How", "Note"),
        rows=rows,
    )


def _in_brackets(note: str) -> str:
    return note if not note or note.startswith("(") else f"({note})"


_WRITERS: dict[Section, Callable[[Summary], Part | None]] = {
    Section.WHERE: _where,
    Section.TEAM: _team,
    Section.CAREGIVERS: _caregivers,
    Section.NEXT_STEPS: _next_steps,
    Section.CONTACTS: _contacts,
}
