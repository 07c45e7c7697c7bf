"""The goals of measures in words: on which side they are met, and whether they are."""

from PySide6.QtCore import QCoreApplication

from careteam.domain.measuring import Aim, Days, Form, Measure, Result


def goal_unit(measure: Measure) -> str:
    """What a goal is counted in."""
    if measure.form is Form.SHARE:
        return "%"
    if measure.days is Days.BUSINESS:
        return QCoreApplication.translate("Insights", "business days")
    return QCoreApplication.translate("Insights", "days")


def side_words(measure: Measure) -> str:
    """On which side a goal is met."""
    if measure.aim is Aim.AT_LEAST:
        return QCoreApplication.translate("Insights", "at least")
    return QCoreApplication.translate("Insights", "at most")


def goal_words(measure: Measure, goal: int) -> str:
    """At least 80 %, at most 2 business days."""
    say = QCoreApplication.translate
    if measure.form is Form.SHARE:
        words = {
            Aim.AT_LEAST: say("Insights", "at least {goal} %"),
            Aim.AT_MOST: say("Insights", "at most {goal} %"),
        }[measure.aim]
    elif measure.days is Days.BUSINESS:
        words = say("Insights", "at most %n business day(s)", None, goal)
    else:
        words = say("Insights", "at most %n day(s)", None, goal)
    return words.format(goal=goal)


def goal_told(result: Result, goal: int | None) -> str:
    """Goal at most 2 business days: met; empty without a goal."""
    if not goal:
        return ""
    text = QCoreApplication.translate("Insights", "goal {goal}")
    return text.format(goal=goal_cell(result, goal))


def goal_cell(result: Result, goal: int | None) -> str:
    """The same below a heading that says goal: at most 14 days: met."""
    if not goal:
        return ""
    words, value = goal_words(result.measure, goal), result.value()
    if value is None:
        return words
    if result.measure.meets(value, goal):
        return QCoreApplication.translate("Insights", "{goal}: met").format(goal=words)
    return QCoreApplication.translate("Insights", "{goal}: not met").format(goal=words)
