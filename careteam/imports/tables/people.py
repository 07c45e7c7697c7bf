"""A row of a table of the directory as somebody who comes in."""

import re

from careteam.domain.errors import Refused
from careteam.domain.incoming import IncomingPerson
from careteam.domain.people import PersonDraft, check
from careteam.domain.phones import Phone
from careteam.domain.text import NAME_LENGTH, fold
from careteam.imports.tables.rows import Row, name_of

_SEVERAL = re.compile(r"\s*[;\n]\s*")
TWICE = "The same person stands in row {row} already."


def person_of(row: Row) -> IncomingPerson | None:
    """The person of a row, or None when something is wrong, which the row then says."""
    family, given = name_of(row, NAME_LENGTH)
    roles: dict[str, None] = {}
    for words in _SEVERAL.split(row.cells.get("role", "")):
        found = _role(row, words)
        if found:
            roles[found] = None
    draft = PersonDraft(
        family=family,
        given=given,
        title=row.text("title", 40),
        credentials=row.text("credentials", 80),
        roles=tuple(roles),
        organisation=row.text("organisation", NAME_LENGTH),
        department=row.text("department", NAME_LENGTH),
        phones=tuple(
            Phone(number, "work")
            for number in _SEVERAL.split(row.text("phone", NAME_LENGTH))
            if number
        ),
        pager=row.text("pager", 40),
        email=row.text("email", NAME_LENGTH),
        npi="".join(row.text("npi", 40).split()),
    )
    try:
        draft = check(draft, catalogue=row.reader.catalogue)
    except Refused as refused:
        row.note_all(refused.problems, {"phones.0": "phone", "roles": "role"})
    if row.problems:
        return None
    return IncomingPerson(
        key=key_of(draft),
        family=draft.family,
        given=draft.given,
        title=draft.title,
        credentials=draft.credentials,
        phones=draft.phones,
        email=draft.email,
        organisation=draft.organisation,
        npi=draft.npi,
        role_keys=draft.roles,
        department=draft.department,
        pager=draft.pager,
    )


def key_of(draft: PersonDraft) -> str:
    """The key under which somebody of the clinic's own tables is known again."""
    if draft.npi:
        return f"npi|{draft.npi}"
    if draft.email:
        return f"email|{draft.email.casefold()}"
    return f"name|{fold(f'{draft.family} {draft.given}')}"


def _role(row: Row, words: str) -> str:
    if not words:
        return ""
    try:
        return row.reader.term(words, "role")
    except Refused as refused:
        row.note("role", refused.sentence)
        return ""
