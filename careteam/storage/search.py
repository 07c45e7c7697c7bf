"""Finding patients, people and notes by what a nurse types; the only room that knows FTS5.

A patient is found by any part of name, MRN, birth date or phone (trigrams over the folded
search key), by fewer than three letters through the name index. Notes are found by words,
newest first, never by rank: ranking costs what the list is long.
"""

import re
from datetime import date

from sqlalchemy import Connection, text

from careteam.domain.dates import read_partial
from careteam.domain.errors import Refused
from careteam.domain.text import digits, fold

MOST_HITS = 50
TRIGRAM = 3
LATEST_BIRTH = date(2100, 1, 1)
"""Only bounds the years that are read as a birth date; nothing is compared with it."""

SEARCH_TABLES = (
    "CREATE VIEW patient_search_source AS SELECT id, search_key AS key FROM patient",
    """CREATE VIRTUAL TABLE patient_search USING fts5(
         key, content='patient_search_source', content_rowid='id', tokenize='trigram')""",
    """CREATE VIRTUAL TABLE note_search USING fts5(
         note, content='contact', content_rowid='id',
         tokenize="unicode61 remove_diacritics 2", prefix='2 3')""",
)
SEARCH_VIEWS = ("CREATE VIEW patient_search_source AS SELECT id, search_key AS key FROM patient",)
SEARCH_TRIGGERS = (
    """CREATE TRIGGER patient_findable AFTER INSERT ON patient BEGIN
         INSERT INTO patient_search(rowid, key) VALUES (NEW.id, NEW.search_key); END""",
    """CREATE TRIGGER patient_refound AFTER UPDATE OF search_key ON patient
       WHEN OLD.search_key <> NEW.search_key BEGIN
         INSERT INTO patient_search(patient_search, rowid, key)
           VALUES ('delete', OLD.id, OLD.search_key);
         INSERT INTO patient_search(rowid, key) VALUES (NEW.id, NEW.search_key); END""",
    """CREATE TRIGGER patient_forgotten AFTER DELETE ON patient BEGIN
         INSERT INTO patient_search(patient_search, rowid, key)
           VALUES ('delete', OLD.id, OLD.search_key); END""",
    """CREATE TRIGGER note_findable AFTER INSERT ON contact WHEN NEW.note <> '' BEGIN
         INSERT INTO note_search(rowid, note) VALUES (NEW.id, NEW.note); END""",
    """CREATE TRIGGER note_refound AFTER UPDATE OF note ON contact
       WHEN OLD.note <> NEW.note BEGIN
         INSERT INTO note_search(note_search, rowid, note) SELECT 'delete', OLD.id, OLD.note
           WHERE OLD.note <> '';
         INSERT INTO note_search(rowid, note) SELECT NEW.id, NEW.note WHERE NEW.note <> ''; END""",
)


def search_key(
    family: str, given: str, preferred: str, mrn: str, birth: str, phones: tuple[str, ...]
) -> str:
    """The folded text in which any part of a patient's name or numbers is found."""
    parts = [family, given, preferred, mrn, digits(mrn), birth, birth.replace("-", "")]
    parts += [number for phone in phones if (number := digits(phone))]
    return "\n".join(fold(part) for part in parts if part)


def search_words(typed: str) -> list[str]:
    """The words to look for, all of them, as they stand in the search key.

    Numbers lose what stands between their digits, as in the key; a birth date with its year last
    becomes ISO.
    """
    folded = fold(typed[:200])
    bare = digits(folded)
    if born := _birth_date(folded):
        return [born]
    if len(bare) >= TRIGRAM and not re.search(r"[^\d\s()+./\-]", folded):
        return [bare]
    return [word for word in re.split(r"[\s,;]+", folded) if word]


def find_patients(connection: Connection, typed: str, limit: int = MOST_HITS) -> list[int]:
    """The ids of patients that match every typed word, at most `limit`.

    Those whose name or MRN begins with what was typed come first, in the order of their names.
    """
    words = search_words(typed)
    if not words:
        return []
    found = _beginning(connection, " ".join(words), limit)
    if len(found) < limit and any(len(word) >= TRIGRAM for word in words):
        found += _containing(connection, words, limit)
    return list(dict.fromkeys(found))[:limit]


def _beginning(connection: Connection, start: str, limit: int) -> list[int]:
    rows = connection.execute(
        text(
            "SELECT id FROM (SELECT id FROM patient WHERE name_key >= :start "
            "AND name_key < :end ORDER BY name_key, id LIMIT :limit) UNION ALL "
            "SELECT id FROM (SELECT id FROM patient WHERE mrn >= :start AND mrn < :end "
            "ORDER BY mrn LIMIT :limit)"
        ),
        {"start": start, "end": start + "\U0010ffff", "limit": limit},
    )
    return [row[0] for row in rows]


def _containing(connection: Connection, words: list[str], limit: int) -> list[int]:
    match = " AND ".join(_quoted(word) for word in words if len(word) >= TRIGRAM)
    short = [word for word in words if len(word) < TRIGRAM]
    extra = "".join(
        f" AND p.search_key LIKE :short{index} ESCAPE '\\'" for index in range(len(short))
    )
    joined = "CROSS JOIN patient p ON p.id = s.rowid " if short else ""
    rows = connection.execute(
        text(
            f"SELECT s.rowid FROM patient_search s {joined}"
            f"WHERE patient_search MATCH :match{extra} LIMIT :limit"
        ),
        {
            "match": match,
            "limit": limit,
            **{f"short{i}": f"%{_escaped(word)}%" for i, word in enumerate(short)},
        },
    )
    return [row[0] for row in rows]


def find_notes(connection: Connection, typed: str, limit: int = MOST_HITS) -> list[int]:
    """The ids of contacts whose note has every typed word (the last as a beginning), newest first.

    Two letters at least; retracted contacts are left out by the reader.
    """
    words = [word for word in re.findall(r"\w+", fold(typed)) if word]
    if not words or len("".join(words)) < 2:
        return []
    match = " ".join([*(_quoted(word) for word in words[:-1]), _quoted(words[-1]) + "*"])
    found = connection.execute(
        text(
            "SELECT rowid FROM note_search WHERE note_search MATCH :match "
            "ORDER BY rowid DESC LIMIT :limit"
        ),
        {"match": match, "limit": limit},
    )
    return [row[0] for row in found]


def _birth_date(folded: str) -> str:
    if not re.search(r"\d{4}$", folded) or re.fullmatch(r"[\d\-]{0,8}", folded):
        return ""
    try:
        return str(read_partial(folded, LATEST_BIRTH))
    except Refused:
        return ""


def _quoted(word: str) -> str:
    return '"' + word.replace('"', '""') + '"'


def _escaped(word: str) -> str:
    return word.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")
