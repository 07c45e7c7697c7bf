"""What comes in: files of other systems, read into drafts without touching a database."""


class Cancelled(Exception):  # noqa: N818 - nothing went wrong: the nurse stopped it
    """The reading was stopped before its end; nothing of it is kept."""
