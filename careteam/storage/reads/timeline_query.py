"""The one statement behind a page of a timeline: the newest of each stream, put together."""

from functools import cache
from typing import Any

from sqlalchemy import (
    Boolean,
    ColumnElement,
    CompoundSelect,
    Date,
    DateTime,
    Integer,
    Select,
    String,
    bindparam,
    cast,
    false,
    literal_column,
    null,
    select,
    tuple_,
    union_all,
)
from sqlalchemy.types import TypeEngine

from careteam.storage.reads.timeline_streams import STREAMS, Stream
from careteam.storage.tables import EscalationRecord

TYPES: dict[str, TypeEngine[Any]] = {
    "ref": Integer(),
    "role": String(),
    "key": String(),
    "state": String(),
    "text": String(),
    "note": String(),
    "more": String(),
    "number": Integer(),
    "person_id": Integer(),
    "by_id": Integer(),
    "told_at": DateTime(),
    "is_struck": Boolean(),
}
"""What every stream gives beside `rank`, `id`, `day` and `at`; one of the last two is NULL."""


@cache
def page_query(ranks: tuple[int, ...], with_role: bool) -> CompoundSelect[Any]:
    """The newest `most` rows of each stream before its place `day_R`, `id_R`, as one statement.

    None is older than `oldest_day`, or `oldest_at` for those that know their time.
    """
    return union_all(
        *(select(_newest(rank, with_role).subquery(f"stream_{rank}")) for rank in ranks)
    )


def _newest(rank: int, with_role: bool) -> Select[Any]:
    stream = STREAMS[rank]
    place = tuple_(stream.day, stream.id) < tuple_(
        bindparam(f"day_{rank}", type_=stream.day.type), bindparam(f"id_{rank}", type_=Integer())
    )
    name = "oldest_at" if stream.has_time else "oldest_day"
    oldest = stream.day >= bindparam(name, type_=stream.day.type)
    nothing: tuple[Any, Any] = (cast(null(), Date()), cast(null(), stream.day.type))
    day, at = (nothing[0], stream.day) if stream.has_time else (stream.day, _no_moment())
    query = select(
        literal_column(str(rank), Integer()).label("rank"),
        stream.id.label("id"),
        day.label("day"),
        at.label("at"),
        *(_column(stream, name).label(name) for name in TYPES),
    ).where(stream.patient_id == bindparam("of_patient"), place, oldest, *stream.where)
    if stream.source is not None:
        query = query.select_from(stream.source)
    if with_role:
        query = query.where(stream.given["role"] == bindparam("of_role"))
    return query.order_by(stream.day.desc(), stream.id.desc()).limit(bindparam("most"))


def _no_moment() -> ColumnElement[Any]:
    return cast(null(), EscalationRecord.__table__.c.at.type)


def _column(stream: Stream, name: str) -> ColumnElement[Any]:
    given = stream.given.get(name)
    if given is not None:
        return given
    kind = TYPES[name]
    if isinstance(kind, String):
        return literal_column("''", kind)
    if isinstance(kind, Boolean):
        return false()
    if isinstance(kind, DateTime):
        return _no_moment()
    return cast(null(), kind)
