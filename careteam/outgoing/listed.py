"""A list that leaves as it is shown: which columns, which rows, in which order, of whom."""

import hashlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Any, Generic, TypeVar

from careteam.domain.disclosures import DisclosureDraft, Form, Handed
from careteam.domain.moment import Moment
from careteam.domain.rules import Rules
from careteam.exports.list_file import Format, ListColumn, list_bytes
from careteam.storage.store import Store

Row = TypeVar("Row")
Page = Callable[[Store, Sequence[Row]], Sequence[Row]]
"""Reads the rows after those given, at most AT_ONCE; fewer are the end."""

AT_ONCE = 2_000


@dataclass(frozen=True, slots=True)
class Told:
    """What every list needs: the moment, and the rules whose words it tells."""

    moment: Moment
    rules: Rules

    def role(self, key: str) -> str:
        """The name of a role; nothing for none."""
        return self.rules.catalogue.role_label(key) if key else ""


@dataclass(frozen=True, slots=True)
class Listed(Generic[Row]):
    """A list with its name (the kind in the register), its columns and how its rows are read.

    `patient` gives whom a row is about, None for nobody.
    """

    name: str
    columns: tuple[ListColumn[Row], ...]
    page: Page[Row]
    patient: Callable[[Row], int | None]

    @property
    def titles(self) -> tuple[str, ...]:
        """What stands above the columns."""
        return tuple(column.title for column in self.columns)

    def titled(self, titles: Sequence[str]) -> "Listed[Row]":
        """The same list under other words."""
        named = zip(self.columns, titles, strict=True)
        columns = tuple(replace(column, title=title) for column, title in named)
        return replace(self, columns=columns)


@dataclass(frozen=True, slots=True)
class MadeList:
    """The bytes of a list, what the register says of it, and how many rows it has."""

    data: bytes
    draft: DisclosureDraft
    count: int


def rows_of(
    store: Store, listed: Listed[Any], tick: Callable[[int], bool] = lambda _count: True
) -> list[Any] | None:
    """Every row; None when `tick`, told how many there are, says to stop."""
    rows: list[Any] = []
    while True:
        page = listed.page(store, rows)
        rows += page
        if not tick(len(rows)):
            return None
        if len(page) < AT_ONCE:
            return rows


def made_list(
    listed: Listed[Any], rows: Sequence[Any], form: Format, handed: Handed, moment: Moment
) -> MadeList:
    """The file of these rows; nothing is written or registered yet."""
    name = listed.name.replace("_", " ").capitalize()
    data = list_bytes(name, listed.columns, rows, form, made_at=moment.now)
    about = (listed.patient(row) for row in rows)
    draft = DisclosureDraft(
        listed.name,
        Form.CSV,
        handed,
        tuple(dict.fromkeys(one for one in about if one is not None)),
        ", ".join(listed.titles),
        hashlib.sha256(data).hexdigest(),
    )
    return MadeList(data, draft, len(rows))


def all_at_once(read: Callable[[Store], Sequence[Row]]) -> Page[Row]:
    """A page that is the whole list: what one patient has, read by one question."""

    def page(store: Store, before: Sequence[Row]) -> Sequence[Row]:
        return () if before else read(store)

    return page
