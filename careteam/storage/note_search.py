"""Finding contact notes by their words, newest first, never by rank: ranking costs what the list
is long.
"""

import re
from collections.abc import Iterator

from sqlalchemy import Connection, bindparam, text

from careteam.domain.text import fold
from careteam.storage.search import LAST_CHARACTER, MOST_HITS, MOST_WORDS, TYPED_LENGTH
from careteam.storage.trigrams import quoted

INDEXED_BEGINNING = 3
"""Beginnings of words up to so many letters have an index of their own."""

MOST_ENDINGS = 16
"""Words that begin alike are asked for in lots of so many, then of twice as many."""

MOST_CANDIDATES = (64, 256)
"""So many notes are read to see whether a word in them begins so; more when these did not do."""

NEXT = "\1"


def find_notes(connection: Connection, typed: str, limit: int = MOST_HITS) -> list[int]:
    """The ids of contacts whose note has every typed word (the last as a beginning), newest first.

    Two letters at least; a last word of one letter after others waits for its second. Of more
    than MOST_ENDINGS words that begin alike, the first in the alphabet that `limit` notes have
    stand for those after them. Retracted contacts are left out by the reader.
    """
    words = _note_words(typed[:TYPED_LENGTH])[:MOST_WORDS]
    if len(words) > 1 and len(words[-1]) == 1:
        words.pop()
    if len("".join(words)) < 2:
        return []
    before, start = [quoted(word) for word in words[:-1]], words[-1]
    if before:
        having = _noted(connection, before, MOST_CANDIDATES[0])
        if len(having) < MOST_CANDIDATES[0]:
            return _with_beginning(connection, having, start)[:limit]
    if len(start) <= INDEXED_BEGINNING:
        return _noted(connection, [*before, quoted(start) + "*"], limit)
    if before:
        nearly = [*before, quoted(start[:INDEXED_BEGINNING]) + "*"]
        found: list[int] = []
        read = 0
        for most in MOST_CANDIDATES:
            candidates = _noted(connection, nearly, most)
            found += _with_beginning(connection, candidates[read:], start)
            if len(candidates) < most or len(found) >= limit:
                return found[:limit]
            read = most
    found = []
    for endings in _beginning_with(connection, start):
        any_of_them = f"({' OR '.join(map(quoted, endings))})"
        found += _noted(connection, [*before, any_of_them], limit)
        if len(found) >= limit:
            break
    return sorted(set(found), reverse=True)[:limit]


def _noted(connection: Connection, words: list[str], limit: int) -> list[int]:
    asked = {"match": " AND ".join(words), "limit": limit}
    return list(connection.execute(_NOTES, asked).scalars())


def _with_beginning(connection: Connection, ids: list[int], start: str) -> list[int]:
    """Those of the contacts whose note has a word that begins with a text, as they came."""
    rows = connection.execute(_NOTES_OF, {"ids": ids}) if ids else ()
    having = {row.id for row in rows if _begins_in(row.note, start)}
    return [one for one in ids if one in having]


def _begins_in(note: str, start: str) -> bool:
    return start in fold(note) and any(word.startswith(start) for word in _note_words(note))


def _note_words(words: str) -> list[str]:
    """The words of a text as the index of the notes has them."""
    return re.findall(r"[^\W_]+", fold(words))


def _beginning_with(connection: Connection, start: str) -> Iterator[list[str]]:
    """The words of the notes that begin with a text, in lots, each looked up when it is asked for.

    The index itself would gather all notes with such words before it gives the first, and going
    on after a word passes by all its notes.
    """
    asked = {"start": start, "end": start + LAST_CHARACTER, "most": MOST_ENDINGS}
    words = connection.execute(_NEXT_WORDS, asked).scalars().all()
    while words:
        yield list(words)
        if len(words) < asked["most"]:
            return
        asked |= {"start": words[-1] + NEXT, "most": asked["most"] * 2}
        words = connection.execute(_NEXT_WORDS, asked).scalars().all()


_NOTES = text(
    "SELECT rowid FROM note_search WHERE note_search MATCH :match ORDER BY rowid DESC LIMIT :limit"
)
_NOTES_OF = text("SELECT id, note FROM contact WHERE id IN :ids").bindparams(
    bindparam("ids", expanding=True)
)
_NEXT_WORDS = text(
    "WITH RECURSIVE word(term) AS ("
    "SELECT (SELECT term FROM note_words WHERE term >= :start LIMIT 1) UNION ALL "
    f"SELECT (SELECT term FROM note_words WHERE term >= word.term || '{NEXT}' LIMIT 1) "
    "FROM word WHERE word.term < :end LIMIT :most) "
    "SELECT term FROM word WHERE term < :end"
)
