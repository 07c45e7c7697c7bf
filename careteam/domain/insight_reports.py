"""Reports of measures on paper: the figures of a period, and the two yearly ones for accreditation.

They name no patient. For readers outside small counts are hidden, and one more beside a single
hidden one, so that no sum betrays it (cell suppression policy of CMS).
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from careteam.domain.letterhead import NO_LETTERHEAD, Letterhead
from careteam.domain.measures import HIDDEN, days_shown, hides, is_small
from careteam.domain.measuring import Figure, Form, Measure

NOT_SHOWN = "not shown"
OUTSIDE_NOTE = (
    "Counts from 1 to {most} are not shown, nor one more where a sum would betray them: cell "
    "suppression policy of the Centers for Medicare & Medicaid Services."
)
INSIDE_NOTE = "Small counts are shown: for use within the clinic only."
NO_JUDGEMENT = "Figures of work that was recorded; what was done and not recorded is not in them."


@dataclass(frozen=True, slots=True)
class ReportLine:
    """One line of figures, each as printed; `bar` is its length against the longest, 0 to 1."""

    what: str
    count: str = ""
    of: str = ""
    share: str = ""
    days: str = ""
    before: str = ""
    bar: float = 0.0


@dataclass(frozen=True, slots=True)
class ReportPart:
    """A heading with figures or with a text below it."""

    title: str
    lines: tuple[ReportLine, ...] = ()
    text: str = ""
    aside: str = ""


@dataclass(frozen=True, slots=True)
class InsightReport:
    """A report as it leaves; `kind` is insights, barrier_report or distress_report."""

    kind: str
    heading: str
    clinic: str
    author: str
    author_phone: str
    made_at: str
    made_on_iso: str
    period: str
    whose: str
    parts: tuple[ReportPart, ...] = ()
    ends: tuple[str, ...] = field(default_factory=tuple)
    letterhead: Letterhead = NO_LETTERHEAD
    digest: str = ""


def line_of(
    what: str, measure: Measure, figure: Figure, least: int, *, before: str = "", bar: float = 0.0
) -> ReportLine:
    """A figure in words, hidden where it betrays a small count; a `least` of 0 hides nothing."""
    if least and hides(figure.hits, figure.of, least):
        return ReportLine(what, _hidden(figure, least))
    if measure.form is Form.COUNT:
        return ReportLine(what, f"{figure.hits:,}", before=before, bar=bar)
    share = "" if figure.share is None else f"{round(figure.share)} %"
    days = ""
    if measure.form is Form.MEDIAN:
        share, days = "", "—" if figure.median is None else days_shown(figure.median)
    return ReportLine(what, f"{figure.hits:,}", f"{figure.of:,}", share, days, before, bar)


def _hidden(figure: Figure, least: int) -> str:
    """What stands for a figure that is not shown: its own count may be large, but not the rest."""
    return HIDDEN.format(least=least) if is_small(figure.hits, least) else NOT_SHOWN


def lines_of(
    measure: Measure, parts: Iterable[tuple[str, Figure]], least: int
) -> tuple[ReportLine, ...]:
    """The parts of a measure in words, the largest first; bars only where nothing is hidden."""
    told = sorted(parts, key=lambda part: -part[1].of)
    longest = max((figure.of for _, figure in told), default=0) or 1
    made = [
        line_of(label, measure, figure, least, bar=figure.of / longest) for label, figure in told
    ]
    return tuple(_hide_one_more(made, [figure.of for _, figure in told], least))


def _hide_one_more(
    lines: Sequence[ReportLine], counts: Sequence[int], least: int
) -> list[ReportLine]:
    """Beside a single hidden line the smallest other one is hidden too: a sum betrays nothing."""
    hidden = HIDDEN.format(least=least), NOT_SHOWN
    is_hidden = [line.count in hidden for line in lines]
    if sum(is_hidden) != 1 or len(lines) == 1:
        return list(lines)
    smallest = min((at for at, hid in enumerate(is_hidden) if not hid), key=lambda at: counts[at])
    one_more = ReportLine(lines[smallest].what, NOT_SHOWN)
    return [replace(one_more) if at == smallest else line for at, line in enumerate(lines)]


def note_of(least: int) -> str:
    """What the report says of small counts."""
    return OUTSIDE_NOTE.format(most=least - 1) if least else INSIDE_NOTE
