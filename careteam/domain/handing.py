"""What is handed over in words: the sheet of one patient, and the list of everyone of today."""

from collections.abc import Collection
from dataclasses import dataclass

from careteam.domain.disclosures import Accounting
from careteam.domain.insight_reports import InsightReport
from careteam.domain.letterhead import NO_LETTERHEAD, Letterhead
from careteam.domain.patient_summary import PatientSummary
from careteam.domain.patient_words import LANGUAGES
from careteam.domain.summary import (
    CaregiverLine,
    ContactLine,
    Identity,
    Section,
    StepLine,
    Summary,
    TeamLine,
)
from careteam.domain.team_card import TeamCard
from careteam.domain.time_sheet import TimeSheet
from careteam.domain.treatment_summary import TreatmentSummary

STEPS_AHEAD_DAYS = 7


@dataclass(frozen=True, slots=True)
class EscalationLine:
    """A red flag that nobody was told of yet."""

    when: str
    flag: str
    note: str


@dataclass(frozen=True, slots=True)
class BarrierLine:
    """An open barrier: since when, what it is, and what is being done about it."""

    since: str
    what: str
    doing: str


@dataclass(frozen=True, slots=True)
class ReferralLine:
    """A referral whose loop is open: to whom, where it stands since when, and why."""

    to: str
    state: str
    why: str
    is_urgent: bool = False


@dataclass(frozen=True, slots=True)
class Handoff:
    """All that one handoff sheet says, in the words in which it is printed.

    `steps` are those of the next seven days with what is late; `more` counts, by section, what did
    not fit on the page. `digest` is the SHA-256 of the rest, as hex.
    """

    clinic: str
    author: str
    author_phone: str
    made_at: str
    made_on_iso: str
    identity: Identity
    alerts: tuple[str, ...] = ()
    state: str = ""
    where_lead: str = ""
    where_text: str = ""
    escalations: tuple[EscalationLine, ...] = ()
    steps: tuple[StepLine, ...] = ()
    barriers: tuple[BarrierLine, ...] = ()
    referrals: tuple[ReferralLine, ...] = ()
    contacts: tuple[ContactLine, ...] = ()
    caregivers: tuple[CaregiverLine, ...] = ()
    team: tuple[TeamLine, ...] = ()
    more: tuple[tuple[str, int], ...] = ()
    letterhead: Letterhead = NO_LETTERHEAD
    digest: str = ""

    def more_of(self, section: str) -> int:
        """How many entries of a section did not fit."""
        return dict(self.more).get(section, 0)


@dataclass(frozen=True, slots=True)
class HuddleLine:
    """One patient of the huddle list; `due` with `why` is what Today says of them."""

    name: str
    mrn: str
    where: str
    due: str
    why: str
    gaps: int
    last_contact: str
    next_step: str
    red_flags: tuple[str, ...] = ()
    is_late: bool = False
    is_covered: bool = False


@dataclass(frozen=True, slots=True)
class HuddleGroup:
    """A group of the list under the heading that Today has for it; `more` were left out."""

    key: str
    title: str
    lines: tuple[HuddleLine, ...]
    more: int = 0


@dataclass(frozen=True, slots=True)
class Huddle:
    """Everyone of today in groups: of one navigator, who is then named, or of the whole clinic."""

    clinic: str
    author: str
    author_phone: str
    made_at: str
    made_on_iso: str
    whose: str
    groups: tuple[HuddleGroup, ...] = ()
    letterhead: Letterhead = NO_LETTERHEAD
    digest: str = ""


Leaving = (
    Summary
    | Handoff
    | PatientSummary
    | TreatmentSummary
    | TeamCard
    | Huddle
    | Accounting
    | TimeSheet
    | InsightReport
)
"""A frozen tree that leaves the desk on paper, as a file or as text."""

_SECTIONS = {
    Section.WHERE: "phase",
    Section.TEAM: "care team",
    Section.CAREGIVERS: "caregivers",
    Section.NEXT_STEPS: "next steps",
    Section.CONTACTS: "contacts",
}

RECORD_TOLD = "all that is kept"
"""What the register says of a whole record."""


def kind_of_paper(tree: Leaving) -> str:
    """The paper as the register of disclosures and the audit trail call it."""
    match tree:
        case Handoff():
            return "handoff"
        case Huddle():
            return "huddle"
        case PatientSummary():
            return "patient"
        case Accounting():
            return "accounting"
        case TimeSheet():
            return "time_sheet"
        case InsightReport():
            return tree.kind
        case TreatmentSummary():
            return "treatment"
        case TeamCard():
            return "card"
        case Summary():
            return "summary"


def told_sections(sections: Collection[Section], contacts_period: str) -> str:
    """The sections of a summary in words, and of which time the contacts are (empty: all)."""
    told = ", ".join(_SECTIONS[section] for section in sections)
    is_dated = Section.CONTACTS in sections
    return f"{told} ({contacts_period or 'all time'})" if is_dated else told


def told_by(tree: Leaving) -> str:
    """Which sections a paper has and what time it spans, in words for the register."""
    match tree:
        case Summary():
            return told_sections(tree.sections, tree.contacts_period)
        case Huddle():
            return tree.whose
        case Accounting():
            return tree.period
        case TimeSheet():
            return f"{tree.month}, {tree.whose}"
        case InsightReport():
            return f"{tree.period}, {tree.whose}"
        case PatientSummary():
            told = "treatment, care team, next steps, help under way"
            free = ", with free text" if tree.has_free_text else ""
            return f"{told}{free}; in {LANGUAGES[tree.language]}"
        case TreatmentSummary():
            return ", ".join(section.replace("_", " ") for section in tree.sections)
        case TeamCard():
            return "roles, people and phone numbers"
        case Handoff():
            return "state, next 7 days, barriers, referrals, last contact, care team"
