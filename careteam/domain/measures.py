"""Every measure of the insights page, with its definition and its source, in the order shown."""

from collections.abc import Mapping

from careteam.domain.errors import Missing
from careteam.domain.measures_of_care import CARE_MEASURES
from careteam.domain.measures_of_needs import NEEDS_MEASURES
from careteam.domain.measuring import Form, Measure, Result

MEASURES: Mapping[str, Measure] = {
    measure.key: measure for measure in (*CARE_MEASURES, *NEEDS_MEASURES)
}
FRONT = (
    "active", "new", "contacts", "reach_rate", "first_contact", "roles_filled",
    "barriers_resolved", "barrier_days", "to_contact",
)  # fmt: skip
"""What stands in the cards and charts at the top; the others follow below."""

SMALLEST_CELL = 11
"""Counts from 1 to 10 are not shown to outside readers: the cell suppression policy of CMS (Centers
for Medicare & Medicaid Services) wants no cell of 10 or less published, nor what betrays one."""
HIDDEN = "fewer than {least}"


def measure_of(key: str) -> Measure:
    """The measure of a key; Missing when there is none."""
    if key not in MEASURES:
        raise Missing(f"There is no measure {key}.")
    return MEASURES[key]


def days_shown(days: float) -> str:
    """9, 1.5: without what is nought."""
    return f"{days:.1f}".removesuffix(".0")


def value_shown(result: Result, value: float | None) -> str:
    """The number of a measure with its unit; a dash where there is none."""
    if value is None:
        return "—"
    match result.measure.form:
        case Form.COUNT:
            return f"{round(value):,}"
        case Form.SHARE:
            return f"{round(value)} %"
        case Form.MEDIAN:
            return days_shown(value)


def change_shown(result: Result, now: float | None, before: float | None) -> str:
    """How much more or less than in the period before; points of a share; empty without both."""
    if now is None or before is None:
        return ""
    change = round(now) - round(before) if result.measure.form is not Form.MEDIAN else now - before
    sign = "+" if change > 0 else "−" if change < 0 else "±"
    return f"{sign}{days_shown(abs(change))}"


def is_small(count: int, least: int) -> bool:
    """Whether a count betrays too much to be shown outside; none at all betrays nobody."""
    return 0 < count < least


def hides(hits: int, of: int, least: int) -> bool:
    """Whether a share betrays a small count: of those who count, of all, or of the rest."""
    return is_small(hits, least) or is_small(of, least) or is_small(of - hits, least)
