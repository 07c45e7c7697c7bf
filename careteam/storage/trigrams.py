"""Trigrams, the parts of words that FTS5 keeps lists of: which of what is typed few patients have.

FTS5 goes through the lists of all the parts of a word side by side, so one that every fifth patient
has makes a rare word as dear as a frequent one. Who has the rarest few mostly has the word.
"""

import json

from sqlalchemy import Connection, text

TRIGRAM = 3
FEW = 3
"""So many parts are looked for; the rows that they find are looked at for the words."""

MOST_WEIGHED, SEEN = 24, 15
"""So many parts are weighed, each by how far apart the first patients are that have it."""

NEVER = 2**62
PATIENTS, PEOPLE = "patient_search", "person_search"
_RAREST = {
    table: text(
        f"SELECT value FROM json_each(:parts) ORDER BY coalesce((SELECT rowid FROM {table} "
        f"WHERE {table} MATCH value LIMIT 1 OFFSET :seen), :never) DESC LIMIT :few"
    )
    for table in (PATIENTS, PEOPLE)
}


def rarest(connection: Connection, words: list[str], table: str = PATIENTS) -> list[str]:
    """The rarest trigrams of these words as FTS5 takes them; none when there are only a few.

    How rare a part is, is an estimate: it decides how long a search takes, never what it finds.
    """
    starts = ((word, at) for word in words for at in range(len(word) - TRIGRAM + 1))
    parts = list(dict.fromkeys(quoted(word[at : at + TRIGRAM]) for word, at in starts))
    if len(parts) <= FEW:
        return []
    weighed = json.dumps(parts[:MOST_WEIGHED])
    asked = {"parts": weighed, "seen": SEEN, "never": NEVER, "few": FEW}
    return list(connection.execute(_RAREST[table], asked).scalars())


def quoted(word: str) -> str:
    """A word as FTS5 takes it, whatever marks are in it."""
    return '"' + word.replace('"', '""') + '"'
