"""Actions of the audit trail and findings of a review, in words on the screen."""

from PySide6.QtCore import QCoreApplication

from careteam.domain.audit import Event
from careteam.domain.reviews import Look
from ui.look.options import Option


def action_options() -> tuple[Option, ...]:
    """Every action, what people do most first."""
    return tuple(Option(key, words) for key, words in _actions().items())


def action_words(action: str) -> str:
    """An action in words; one that is not known by its own name."""
    return _actions().get(action, action)


def look_words(look: Look) -> str:
    """What a review looks for, in words."""
    say = QCoreApplication.translate
    return {
        Look.EMERGENCY: say("AuditWords", "Emergency access"),
        Look.MANY_LEFT: say("AuditWords", "Many patients exported"),
        Look.PRINTED: say("AuditWords", "Printed"),
        Look.HOURS: say("AuditWords", "Outside clinic hours"),
        Look.WRONG: say("AuditWords", "Wrong passphrases"),
        Look.RESTORED: say("AuditWords", "Copies restored"),
        Look.SETTINGS: say("AuditWords", "Settings changed"),
        Look.MANY_CHARTS: say("AuditWords", "Very many charts in a day"),
        Look.SAME_NAME: say("AuditWords", "Charts with the user's own name"),
    }[look]


def _actions() -> dict[str, str]:
    say = QCoreApplication.translate
    return {
        Event.OPENED: say("AuditWords", "Opened"),
        Event.FOUND: say("AuditWords", "Found"),
        Event.EXPORTED: say("AuditWords", "Exported"),
        Event.PRINTED: say("AuditWords", "Printed"),
        Event.COPIED: say("AuditWords", "Copied"),
        "insert": say("AuditWords", "Added"),
        "update": say("AuditWords", "Changed"),
        "delete": say("AuditWords", "Deleted"),
        Event.UNLOCKED: say("AuditWords", "Unlocked"),
        Event.LOCKED: say("AuditWords", "Locked"),
        Event.WRONG: say("AuditWords", "Wrong passphrase"),
        Event.RESTORED: say("AuditWords", "Restored"),
        Event.BROKEN: say("AuditWords", "Trail broken"),
        Event.ACCEPTED: say("AuditWords", "Accepted"),
    }
