"""What was noticed while reading, gathered so that one kind of thing is told once a file."""

from dataclasses import dataclass

from careteam.domain.incoming import Finding, Severity


@dataclass(frozen=True, slots=True)
class Note:
    """A sentence about one thing and about many; both may name {file}, {count} and more."""

    one: str
    many: str = ""
    severity: Severity = Severity.NOTE


class Notes:
    """The findings of a run in the order in which their first case was met."""

    def __init__(self) -> None:
        self._counts: dict[tuple[str, Note, tuple[tuple[str, str], ...]], int] = {}
        self._places: dict[tuple[str, Note, tuple[tuple[str, str], ...]], str] = {}
        self._refused: dict[str, None] = {}

    @property
    def refused(self) -> tuple[str, ...]:
        """The files of which nothing was read."""
        return tuple(self._refused)

    def add(
        self, note: Note, file: str, place: str = "", /, *, times: int = 1, **args: object
    ) -> None:
        """One more case of a note, or several; cases that differ in `args` are told apart."""
        if not times:
            return
        key = (file, note, tuple((name, str(value)) for name, value in args.items()))
        self._counts[key] = self._counts.get(key, 0) + times
        self._places.setdefault(key, place)
        if note.severity is Severity.REFUSED:
            self._refused[file] = None

    def findings(self) -> tuple[Finding, ...]:
        """Every kind of note of every file once, with its first place and how often it stood."""
        found: list[Finding] = []
        for key, count in self._counts.items():
            file, note, args = key
            words = note.many if count > 1 and note.many else note.one
            sentence = words.format(file=file, count=f"{count:,}", **dict(args))
            found.append(Finding(file, self._places[key], sentence, note.severity))
        return tuple(found)
