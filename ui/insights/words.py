"""The figures of measures in words: on cards, in the list, and read aloud."""

from PySide6.QtCore import QCoreApplication

from careteam.domain.measures import change_shown, days_shown, value_shown
from careteam.domain.measuring import Days, Figure, Form, Measure, Result, Topic
from careteam.domain.periods import By
from ui.look.options import Option


def by_options() -> tuple[Option, ...]:
    """How long a period is, to choose from."""
    say = QCoreApplication.translate
    return (
        Option(By.WEEK, say("Insights", "Week")),
        Option(By.MONTH, say("Insights", "Month")),
        Option(By.QUARTER, say("Insights", "Quarter")),
        Option(By.YEAR, say("Insights", "Year")),
        Option(By.OWN, say("Insights", "Own")),
    )


def topic_words(topic: Topic) -> str:
    """A heading of measures."""
    say = QCoreApplication.translate
    return {
        Topic.CASELOAD: say("Insights", "Caseload"),
        Topic.CONTACTS: say("Insights", "Contacts"),
        Topic.PATHWAY: say("Insights", "Treatment"),
        Topic.NEEDS: say("Insights", "Needs"),
    }[topic]


def figure_words(measure: Measure, figure: Figure) -> str:
    """212, 18 of 25, or 1.5 days."""
    match measure.form:
        case Form.COUNT:
            return f"{figure.hits:,}"
        case Form.SHARE:
            return of_words(figure)
        case Form.MEDIAN:
            return day_words(measure, figure.median)


def of_words(figure: Figure) -> str:
    """18 of 25."""
    words = QCoreApplication.translate("Insights", "{hits} of {of}")
    return words.format(hits=f"{figure.hits:,}", of=f"{figure.of:,}")


def day_words(measure: Measure, days: float | None) -> str:
    """1.5 days; business days say so."""
    if days is None:
        return "—"
    is_business = measure.days is Days.BUSINESS
    if days == 1:
        one = QCoreApplication.translate("Insights", "1 day")
        return QCoreApplication.translate("Insights", "1 business day") if is_business else one
    words = (
        QCoreApplication.translate("Insights", "{days} business days")
        if is_business
        else QCoreApplication.translate("Insights", "{days} days")
    )
    return words.format(days=days_shown(days))


def share_words(figure: Figure) -> str:
    """72 %, or a dash of nothing."""
    return "—" if figure.share is None else f"{round(figure.share)} %"


def now_words(result: Result) -> tuple[str, str]:
    """The figure as a line of the list tells it, and quieter what it is made of."""
    measure, figure = result.measure, result.whole
    match measure.form:
        case Form.COUNT:
            return f"{figure.hits:,}", ""
        case Form.SHARE:
            return share_words(figure), of_words(figure)
        case Form.MEDIAN:
            return day_words(measure, figure.median), of_words(figure)


def before_words(result: Result, before: Result | None) -> str:
    """The same of the period before; a snapshot has none."""
    if before is None or result.measure.is_snapshot:
        return "—"
    return value_shown(before, before.value())


def change_words(result: Result, before: Result | None) -> str:
    """How much more or less it is."""
    if before is None or result.measure.is_snapshot:
        return ""
    return change_shown(result, result.value(), before.value())
