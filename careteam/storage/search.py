"""Finding patients and people by what a nurse types; knows FTS5, as `note_search` does.

A patient is found by any part of name, MRN, birth date or phone (trigrams over the folded
search key), by two letters where a name begins with them, by one letter through the name index.
"""

import json
import re
from collections.abc import Sequence
from datetime import date
from functools import lru_cache
from typing import Any

from sqlalchemy import ColumnElement, Connection, TextClause, func, select, text

from careteam.domain.dates import read_partial
from careteam.domain.errors import Refused
from careteam.domain.patients import Status
from careteam.domain.text import digits, fold
from careteam.storage.trigrams import PEOPLE, TRIGRAM, quoted, rarest

MOST_HITS = 50
TYPED_LENGTH, MOST_WORDS = 200, 8
LAST_CHARACTER = "\U0010ffff"
BEFORE_NAMES = "\n -'"
"""What stands in the search key before a name that is not the first one."""
MOST_BEGUN = 1_024
"""So many patients with a name that begins so are looked at for the other short words."""
LATEST_BIRTH = date(2100, 1, 1)
"""Only bounds the years that are read as a birth date; nothing is compared with it."""

SEARCH_TABLES = (
    "CREATE VIEW patient_search_source AS SELECT id, search_key AS key FROM patient",
    """CREATE VIRTUAL TABLE patient_search USING fts5(
         key, content='patient_search_source', content_rowid='id', tokenize='trigram')""",
    """CREATE VIRTUAL TABLE note_search USING fts5(
         note, content='contact', content_rowid='id',
         tokenize="unicode61 remove_diacritics 2", prefix='2 3')""",
    "CREATE VIRTUAL TABLE note_words USING fts5vocab(note_search, instance)",
    """CREATE VIRTUAL TABLE person_search USING fts5(
         name_key, content='person', content_rowid='id', tokenize='trigram')""",
)
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
    """CREATE TRIGGER person_findable AFTER INSERT ON person BEGIN
         INSERT INTO person_search(rowid, name_key) VALUES (NEW.id, NEW.name_key); END""",
    """CREATE TRIGGER person_refound AFTER UPDATE OF name_key ON person
       WHEN OLD.name_key <> NEW.name_key BEGIN
         INSERT INTO person_search(person_search, rowid, name_key)
           VALUES ('delete', OLD.id, OLD.name_key);
         INSERT INTO person_search(rowid, name_key) VALUES (NEW.id, NEW.name_key); END""",
    """CREATE TRIGGER person_forgotten AFTER DELETE ON person BEGIN
         INSERT INTO person_search(person_search, rowid, name_key)
           VALUES ('delete', OLD.id, OLD.name_key); END""",
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
    folded = fold(typed[:TYPED_LENGTH])
    bare = digits(folded)
    if born := _birth_date(folded):
        return [born]
    if len(bare) >= TRIGRAM and not re.search(r"[^\d\s()+./\-]", folded):
        return [bare]
    return _words(folded)


def _words(folded: str) -> list[str]:
    return [word for word in re.split(r"[\s,;]+", folded) if word][:MOST_WORDS]


def find_patients(connection: Connection, typed: str, limit: int = MOST_HITS) -> list[int]:
    """The ids of patients that match every typed word, at most `limit`.

    Those whose name or MRN begins with what was typed come first, in the order of their names.
    """
    words = search_words(typed)
    if not words:
        return []
    found = _beginning(connection, " ".join(words), limit)
    if len(found) < limit:
        is_long = any(len(word) >= TRIGRAM for word in words)
        found += (_containing if is_long else _begun)(connection, words, limit)
    return list(dict.fromkeys(found))[:limit]


def first_in_care(connection: Connection, typed: str, limit: int = MOST_HITS) -> list[int]:
    """The ids of active patients whose name begins with what was typed, in the order of names.

    At most `limit`, from an index alone.
    """
    start = " ".join(search_words(typed))
    asked = {"start": start, "end": start + LAST_CHARACTER, "limit": limit}
    return list(connection.execute(_IN_CARE, asked).scalars()) if start else []


def among(column: Any, ids: Sequence[int]) -> ColumnElement[bool]:
    """That a column has one of these ids: the same statement however many they are."""
    each = func.json_each(json.dumps(list(ids))).table_valued("value", name="listed")
    return column.in_(select(each.c.value))


def find_people(connection: Connection, typed: str, limit: int = MOST_HITS) -> list[int]:
    """The ids of people of the directory whose name has every typed word, at most `limit`.

    Those whose name begins with what was typed are among them before others are.
    """
    words = _words(fold(typed[:TYPED_LENGTH]))
    if not words:
        return []
    start = " ".join(words)
    asked = {"start": start, "end": start + LAST_CHARACTER, "limit": limit}
    found = list(connection.execute(_NAMED, asked).scalars())
    if len(found) < limit:
        has_long = any(len(word) >= TRIGRAM for word in words)
        parts = rarest(connection, words, PEOPLE) if has_long else []
        query = _people_query(has_long, _looked_at(words, parts))
        found += connection.execute(query, _asked(words, limit, parts)).scalars()
    return list(dict.fromkeys(found))[:limit]


_BEGINNING = text(
    "SELECT id FROM (SELECT id FROM patient WHERE name_key >= :start AND name_key < :end "
    "ORDER BY name_key, id LIMIT :limit) UNION ALL "
    "SELECT id FROM (SELECT id FROM patient WHERE mrn >= :start AND mrn < :end "
    "ORDER BY mrn LIMIT :limit)"
)
_IN_CARE = text(
    f"SELECT id FROM patient WHERE status = '{Status.ACTIVE}' AND name_key >= :start "
    "AND name_key < :end ORDER BY name_key, id LIMIT :limit"
)
_NAMED = text(
    "SELECT id FROM person WHERE name_key >= :start AND name_key < :end "
    "ORDER BY name_key, id LIMIT :limit"
)


def _beginning(connection: Connection, start: str, limit: int) -> list[int]:
    asked = {"start": start, "end": start + LAST_CHARACTER, "limit": limit}
    return [*connection.execute(_BEGINNING, asked).scalars().all()]


def _begun(connection: Connection, words: list[str], limit: int) -> list[int]:
    """Those of whom any name begins with a word of two letters and who have the others too."""
    pairs = [word for word in words if len(word) == TRIGRAM - 1 and not word.isdigit()]
    if not pairs:
        return []
    starts = (quoted(before + pair) for pair in pairs for before in BEFORE_NAMES)
    asked = _asked(words, limit) | {"match": " OR ".join(starts), "most": MOST_BEGUN}
    return [*connection.execute(_begun_query(len(words)), asked).scalars().all()]


@lru_cache(maxsize=MOST_WORDS + 1)
def _begun_query(looked_at: int) -> TextClause:
    return text(
        "SELECT p.id FROM (SELECT rowid FROM patient_search WHERE patient_search MATCH :match "
        "LIMIT :most) s CROSS JOIN patient p INDEXED BY patient_words ON p.id = s.rowid "
        f"WHERE TRUE{_short('p.search_key', looked_at)} LIMIT :limit"
    )


def _containing(connection: Connection, words: list[str], limit: int) -> list[int]:
    parts = rarest(connection, words)
    query = _containing_query(_looked_at(words, parts))
    return [*connection.execute(query, _asked(words, limit, parts)).scalars().all()]


@lru_cache(maxsize=MOST_WORDS + 1)
def _containing_query(looked_at: int) -> TextClause:
    if not looked_at:
        return text(
            "SELECT rowid FROM patient_search WHERE patient_search MATCH :match LIMIT :limit"
        )
    return text(
        # the words alone lie together, rows of patients each on a page of the file of their own
        "SELECT p.id FROM patient_search s CROSS JOIN patient p INDEXED BY patient_words "
        "ON p.id = s.rowid WHERE patient_search MATCH :match"
        f"{_short('p.search_key', looked_at)} LIMIT :limit"
    )


@lru_cache(maxsize=2 * MOST_WORDS + 2)
def _people_query(has_long: bool, looked_at: int) -> TextClause:
    if not has_long:
        short = _short("name_key", looked_at)[len(" AND ") :]
        return text(f"SELECT id FROM person WHERE {short} ORDER BY name_key, id LIMIT :limit")
    if not looked_at:
        return text("SELECT rowid FROM person_search WHERE person_search MATCH :match LIMIT :limit")
    return text(
        "SELECT p.id FROM person_search s CROSS JOIN person p ON p.id = s.rowid "
        f"WHERE person_search MATCH :match{_short('p.name_key', looked_at)} LIMIT :limit"
    )


def _short(column: str, count: int) -> str:
    return "".join(f" AND {column} LIKE :short{at} ESCAPE '\\'" for at in range(count))


def _looked_at(words: list[str], parts: Sequence[str]) -> int:
    """How many words are looked at in what was found: all where only parts of them were asked."""
    return len(words) if parts else sum(len(word) < TRIGRAM for word in words)


def _asked(words: list[str], limit: int, parts: Sequence[str] = ()) -> dict[str, Any]:
    """Long words are matched by their trigrams, short ones by looking at what those found.

    Where only `parts` of the words are matched, all of the words are looked at.
    """
    long = parts or [quoted(word) for word in words if len(word) >= TRIGRAM]
    short = [f"%{_escaped(word)}%" for word in words if parts or len(word) < TRIGRAM]
    asked: dict[str, Any] = {f"short{at}": pattern for at, pattern in enumerate(short)}
    return asked | {"limit": limit} | ({"match": " AND ".join(long)} if long else {})


def _birth_date(folded: str) -> str:
    if not re.search(r"\d{4}$", folded) or re.fullmatch(r"[\d\-]{0,8}", folded):
        return ""
    try:
        return str(read_partial(folded, LATEST_BIRTH))
    except Refused:
        return ""


def _escaped(word: str) -> str:
    return word.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")
