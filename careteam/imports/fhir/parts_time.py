"""Work that was no contact, read back from what Careteam itself wrote."""

from careteam.domain import kept
from careteam.domain.contacts import LONGEST_MINUTES
from careteam.domain.navigation_time import ACTIVITY, PROGRAM_LENGTH, WORK
from careteam.domain.text import NOTE_LENGTH
from careteam.imports.fhir.parts import At, Found, Read, Unread, needed


def _work(at: At, found: Found) -> None:
    said = at.details
    activity = said.word("activity")
    minutes = said.number("minutes")
    if not 1 <= minutes <= LONGEST_MINUTES:
        raise Unread
    found.parts["work"].append(
        kept.KeptWork(
            uid=needed(at.uid),
            program=needed(said.word("program", PROGRAM_LENGTH)),
            work=at.term(WORK, said.word("work")),
            minutes=minutes,
            at=needed(said.moment("at")),
            activity=at.term(ACTIVITY, activity) if activity else "",
            note=said.lines("note", NOTE_LENGTH),
            by=at.person(said.reference("by")),
        )
    )


TIME: dict[str, Read] = {"time_entry": _work}
