"""What stands in a cell, read as what its column holds; Refused in one sentence when it is not."""

import difflib
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time

from careteam.domain.catalogue import Catalogue
from careteam.domain.contacts import LONGEST_MINUTES
from careteam.domain.dates import PartialDate, read_moment, read_partial
from careteam.domain.errors import Refused
from careteam.domain.intake.tables import DayOrder
from careteam.domain.moment import Moment
from careteam.domain.text import clean
from careteam.imports.tables import vocabulary
from careteam.imports.tables.headings import bare

DAY_FIELDS = frozenset(
    {"birth_date", "diagnosed_on", "referred_on", "phase_since", "starts_on", "ends_on", "at"}
)
"""The fields that hold days."""
NEAREST = 3
LONGEST_NOTHING = 16
_DASHES = "-–—./?_ "
_NOTHING = frozenset({"n a", "na", "none", "nil", "null", "tbd", "unk", "not applicable"})
_WRAPPED = re.compile(r'="([^"]*)"', re.DOTALL)
_FORMULA_SIGNS = tuple("=+-@|%＝＋－＠")
_SCIENTIFIC = re.compile(r"[+-]?\d+(?:[.,]\d+)?[eE][+-]?\d+", re.ASCII)
_NUMERIC = re.compile(r"(\d{1,2})[/.\-](\d{1,2})[/.\-](\d{4}|\d{2})", re.ASCII)
_MIDNIGHT = re.compile(r"[T ]0{1,2}:00(?::00(?:\.0+)?)?(?:\s*AM|Z)?$", re.IGNORECASE)
_CLOCK = re.compile(r"(.*?)[T ]+(\d{1,2}:\d{2})(?::\d{2}(?:\.\d+)?)?\s*([AaPp][Mm])?$", re.DOTALL)
_MINUTES = re.compile(
    r"(\d{1,5})(?:[.,]0+)?\s*(?:m|min|mins|minutes?)?\.?", re.IGNORECASE | re.ASCII
)
AMBIGUOUS = "{text} can be read two ways: say whether the month or the day comes first."
UNKNOWN = "{text} is not in the clinic's list of {kind}; near it: {near}."
_KIND_NAMES = {
    "role": "roles", "mode": "modes", "outcome": "outcomes", "sex": "sexes", "phase": "phases",
    "yes_no": "yes and no", "rank": "primary and backup", "direction": "directions",
    "language": "languages", "relationship": "relationships", "subtype": "subtypes",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Reader:
    """Reads cells by the clinic's lists, at a moment, with days of numbers in a chosen order."""

    catalogue: Catalogue
    moment: Moment
    order: DayOrder = DayOrder.ASK
    _known: dict[str, dict[str, str]] = field(default_factory=dict)
    _seen: dict[tuple[str, str], str] = field(default_factory=dict)

    def term(self, text: str, kind: str) -> str:
        """The key of a word of a list, by key, label, code or how else it is called."""
        place = (kind, text)
        if place not in self._seen:
            self._seen[place] = self._term(text, kind)
        return self._seen[place]

    def partial(self, text: str, name: str) -> PartialDate:
        """A day of which a part may not be known."""
        written = self._ordered(_MIDNIGHT.sub("", text.strip()), name)
        return read_partial(written, self.moment.today, name)

    def day(self, text: str, name: str) -> date:
        """A whole day; Refused when only its month or year is given."""
        found = self.partial(text, name)
        if not found.is_whole:
            raise Refused.at(name, "{text} is not a whole day.", text=text[:40])
        return found.first_day

    def instant(self, text: str, clock: str, name: str) -> datetime:
        """A point in time of the clinic; the start of the day where no time is told."""
        written = text.strip()
        timed = _CLOCK.fullmatch(written)
        if timed and not clock and not _MIDNIGHT.search(written):
            written, clock = timed[1], " ".join(filter(None, (timed[2], timed[3])))
        day = self.day(written, name)
        at = time(0, 0)
        if clock:
            at = read_moment(clock.strip(), self.moment.today, name).time()
            if not re.search(r"\d", clock):
                raise Refused.at(name, "{text} is not a time; write it as 14:30.", text=clock[:20])
        return self.moment.to_utc(datetime.combine(day, at))

    def _ordered(self, text: str, name: str) -> str:
        """A day of numbers alone with its month as it was said to be read."""
        found = _NUMERIC.fullmatch(text)
        if found is None:
            return text
        first, second = int(found[1]), int(found[2])
        year = self._year(found[3])
        if first <= 12 and second <= 12 and first != second:
            if self.order is DayOrder.ASK:
                raise Refused.at(name, AMBIGUOUS, text=text)
            month, day = (first, second) if self.order is DayOrder.MONTH_FIRST else (second, first)
        else:
            month, day = (second, first) if first > 12 else (first, second)
        return f"{year:04d}-{month:02d}-{day:02d}"

    def _year(self, text: str) -> int:
        """Two digits are the last such year that is not to come."""
        year, now = int(text), self.moment.today.year
        if len(text) > 2:
            return year
        whole = now // 100 * 100 + year
        return whole if whole <= now else whole - 100

    def _term(self, text: str, kind: str) -> str:
        known = self._known.get(kind)
        if known is None:
            known = self._known[kind] = _names(kind, self.catalogue)
        form = bare(text)
        if form in known:
            return known[form]
        near = difflib.get_close_matches(form, known, n=NEAREST, cutoff=0.5)
        labels = dict.fromkeys(_label(known[name], kind, self.catalogue) for name in near)
        some = labels or dict.fromkeys(
            _label(key, kind, self.catalogue) for key in list(dict.fromkeys(known.values()))[:5]
        )
        raise Refused.at(
            kind, UNKNOWN, text=clean(text)[:60], kind=_KIND_NAMES[kind], near=", ".join(some)
        )


def cell_text(cell: str) -> str:
    """A cell without blanks, and without what spreadsheets and our own lists put around it."""
    text = cell.strip()
    if wrapped := _WRAPPED.fullmatch(text):
        text = wrapped[1].strip()
    if text[:1] == "'" and (text[1:].isdigit() or text[1:].lstrip().startswith(_FORMULA_SIGNS)):
        text = text[1:]
    return text


def is_nothing(text: str) -> bool:
    """Whether a cell says that there is nothing to say."""
    if len(text) > LONGEST_NOTHING:
        return False
    return not text.strip(_DASHES) or bare(text) in _NOTHING


def record_number(text: str) -> str:
    """An MRN as it is written; Refused for one that a spreadsheet has made a number of."""
    if _SCIENTIFIC.fullmatch(text):
        raise Refused.at(
            "mrn",
            "The MRN stands as {text}: the spreadsheet has made a number of it. "
            "Make the column text and type it again.",
            text=text,
        )
    return clean(text)


def whole_minutes(text: str) -> int:
    """Minutes as a whole number, also where the unit stands behind it."""
    found = _MINUTES.fullmatch(text.strip())
    if found is None or int(found[1]) > LONGEST_MINUTES:
        raise Refused.at("minutes", "Minutes are a whole number from 0 to 1440.")
    return int(found[1])


def guess_order(cells: Mapping[int, str]) -> tuple[DayOrder, int]:
    """What the days of a column themselves say of their order, with the row that says it.

    ASK where none of them says so, or where two contradict each other.
    """
    said: dict[DayOrder, int] = {}
    for number, cell in cells.items():
        found = _NUMERIC.match(cell.strip())
        if found is None:
            continue
        first, second = int(found[1]), int(found[2])
        if first > 12 >= second:
            said.setdefault(DayOrder.DAY_FIRST, number)
        elif second > 12 >= first:
            said.setdefault(DayOrder.MONTH_FIRST, number)
    if len(said) != 1:
        return DayOrder.ASK, 0
    return next(iter(said.items()))


def _names(kind: str, catalogue: Catalogue) -> dict[str, str]:
    """Every way in which the words of a list are written, each with its key."""
    known: dict[str, str] = {}
    for key, label in options(kind, catalogue):
        for name in (key, label):
            known.setdefault(bare(name), key)
    if kind == "role":
        for role in catalogue.roles.values():
            for name in (role.short, role.snomed, role.nucc):
                if name:
                    known.setdefault(bare(name), role.key)
    for key, words in _ALSO.get(kind, {}).items():
        if key in known.values():
            for word in words:
                known.setdefault(bare(word), key)
    return known


def options(kind: str, catalogue: Catalogue) -> list[tuple[str, str]]:
    """The keys and labels of a list, as they are offered in a template."""
    if kind == "role":
        active = sorted(catalogue.roles.values(), key=lambda role: role.position)
        return [(role.key, role.label) for role in active if role.is_active]
    if kind == "phase":
        phases = sorted(catalogue.phases.values(), key=lambda phase: phase.position)
        return [(phase.key, phase.label) for phase in phases if phase.is_active]
    if kind == "mode":
        return [(key, catalogue.modes[key].label) for key in catalogue.modes]
    if kind == "outcome":
        return [(key, catalogue.outcomes[key].label) for key in catalogue.outcomes]
    if kind in _FIXED:
        return [(key, key) for key in _FIXED[kind]]
    terms = catalogue.terms.get(kind, {})
    return [(key, terms[key].label) for key in terms]


def _label(key: str, kind: str, catalogue: Catalogue) -> str:
    return dict(options(kind, catalogue)).get(key, key)


_FIXED = {
    "yes_no": ("yes", "no"),
    "rank": ("primary", "backup"),
    "direction": ("outbound", "inbound", "internal"),
}
_ALSO = {
    "role": vocabulary.ROLE_WORDS,
    "mode": vocabulary.MODE_WORDS,
    "outcome": vocabulary.OUTCOME_WORDS,
    "sex": vocabulary.SEX_WORDS,
    "yes_no": vocabulary.YES_NO_WORDS,
    "rank": vocabulary.RANK_WORDS,
    "direction": vocabulary.DIRECTION_WORDS,
    "relationship": vocabulary.RELATION_WORDS,
    "phase": vocabulary.PHASE_WORDS,
    "subtype": vocabulary.SUBTYPE_WORDS,
}
