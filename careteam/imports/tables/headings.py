"""Which column means what: headings as clinics and their systems write them."""

import difflib
import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import lru_cache

from careteam.domain.catalogue import Catalogue
from careteam.domain.intake.tables import About, Columns, DayOrder
from careteam.domain.text import fold
from careteam.imports.tables.fields import ROLE, Field, fields_of, plain_fields
from careteam.imports.tables.vocabulary import ROLE_WORDS

ALIKE = 0.86
_OF_THE_PATIENT = ("pt ", "patient ", "patients ", "pat ", "client ")
_NEEDED = {
    About.CONTACTS: (("mrn",), ("at",), ("mode", "outcome")),
    About.ASSIGNMENTS: (("mrn",), ("role",), ("person",)),
    About.PATIENTS: (("mrn",), ("family", "name", "given")),
    About.DIRECTORY: (("family", "name"),),
}
"""What a table has to have to be one of these; the first that fits is taken."""
_ORDERS = (
    (re.compile(r"\(?\bmm?\s*[/.\-]\s*dd?\b", re.IGNORECASE), DayOrder.MONTH_FIRST),
    (re.compile(r"\(?\bdd?\s*[/.\-]\s*mm?\b", re.IGNORECASE), DayOrder.DAY_FIRST),
)


@lru_cache(maxsize=4096)
def bare(heading: str) -> str:
    """A heading as it is compared: without case, accents, signs and what stands in brackets."""
    outside = re.sub(r"\([^)]*\)|\[[^\]]*\]", " ", heading) if heading[:1] not in "([" else heading
    parted = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", outside)
    return " ".join(re.sub(r"[^\w]|_", " ", fold(parted)).split())


def is_known(heading: str) -> bool:
    """Whether some kind of table knows a heading by its very name."""
    return any(form in _every() for form in _forms(heading))


def guess_about(headings: Sequence[str]) -> About | None:
    """What a table with these headings is a list of, or None."""
    for about, groups in _NEEDED.items():
        found = set(_matched(headings, plain_fields(about)).values())
        if all(found & set(group) for group in groups):
            return about
    return None


def guess_columns(headings: Sequence[str], about: About, catalogue: Catalogue) -> Columns:
    """The fields of the headings that are known, each once; the others mean nothing yet."""
    fields = tuple(_with_words(each) for each in fields_of(about, catalogue))
    orders = (order for heading in headings for sign, order in _ORDERS if sign.search(heading))
    return Columns(about, _matched(headings, fields), next(orders, DayOrder.ASK))


def missing(columns: Columns) -> tuple[str, ...]:
    """The names of the fields without which nothing can come in, and that no column has."""
    found = set(columns.fields.values())
    labels = {each.key: each.label for each in plain_fields(columns.about)}
    groups = _NEEDED[columns.about]
    if columns.about is About.CONTACTS:
        groups = (("mrn",), ("at",), ("mode",), ("outcome",))
    return tuple(labels[group[0]] for group in groups if not found & set(group))


def _with_words(field: Field) -> Field:
    words = ROLE_WORDS.get(field.key.removeprefix(ROLE), ()) if field.key.startswith(ROLE) else ()
    return replace(field, also=(*field.also, *words)) if words else field


def _matched(headings: Sequence[str], fields: Sequence[Field]) -> dict[str, str]:
    """By the very name first, then by the nearest; a field that is taken is not given twice."""
    own: dict[str, str] = {}
    for field in fields:
        for name in (field.label, field.key.removeprefix(ROLE)):
            own.setdefault(bare(name), field.key)
    names = dict(own)
    for field in fields:
        for name in field.also:
            names.setdefault(bare(name), field.key)
    found: dict[str, str] = {}
    for known in (own, names):
        for heading in headings:
            key = next((known[form] for form in _forms(heading) if form in known), "")
            if key and heading not in found and key not in found.values():
                found[heading] = key
    for heading in headings:
        if heading in found or heading.startswith("("):
            continue
        near = _nearest(bare(heading), names, set(found.values()))
        if near:
            found[heading] = near
    return {heading: found[heading] for heading in headings if heading in found}


def _nearest(form: str, names: Mapping[str, str], taken: set[str]) -> str:
    free = [name for name, key in names.items() if key not in taken and len(name) > 4]
    found = difflib.get_close_matches(form, free, n=1, cutoff=ALIKE)
    return names[found[0]] if found else ""


def _forms(heading: str) -> tuple[str, ...]:
    whole = bare(heading)
    shorter = (whole.removeprefix(word) for word in _OF_THE_PATIENT if whole.startswith(word))
    return tuple(dict.fromkeys((whole, *shorter)))


@lru_cache(maxsize=1)
def _every() -> frozenset[str]:
    return frozenset(
        bare(name)
        for about in About
        for field in plain_fields(about)
        for name in (field.label, *field.also)
    )
