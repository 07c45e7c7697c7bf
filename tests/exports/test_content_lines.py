"""Calendars and address cards are what other programs read: folded, escaped, parsed back."""

import warnings
from datetime import UTC, date, datetime, timedelta
from typing import Any

import icalendar
import pytest
from hypothesis import given
from hypothesis import strategies as some

from careteam.domain.agenda import AgendaDay, DayKind, PersonCard
from careteam.exports.content_lines import LONGEST_OCTETS, escaped, file_bytes, folded
from careteam.exports.icalendar import calendar_bytes, summary_of
from careteam.exports.vcard import cards_bytes, full_name

with warnings.catch_warnings():
    warnings.simplefilter("ignore")
    import vobject

MADE_AT = datetime(2026, 11, 20, 14, 30, tzinfo=UTC)
UID = "0b5e0c9e-6f4f-4f6c-9a34-6f5f1d4f7a10"
WORDS = some.text(
    alphabet=some.characters(codec="utf-8", exclude_categories=["Cs", "Cc", "Cf", "Zl", "Zp"])
)
NAMES = WORDS.map(str.strip).filter(bool)
DAYS = some.builds(
    AgendaDay,
    some.uuids().map(str),
    some.sampled_from(DayKind),
    some.integers(1, 9),
    NAMES,
    NAMES,
    NAMES,
    some.dates(date(1990, 1, 1), date(2100, 1, 1)),
    NAMES,
    time=some.sampled_from(["", "09:30"]),
    who=WORDS,
    is_over=some.booleans(),
)
CARDS = some.builds(
    PersonCard,
    some.uuids().map(str),
    NAMES,
    NAMES,
    some.just(""),
    some.sampled_from(["", "RN, OCN", "MD; PhD"]),
    WORDS,
    some.just(""),
    some.sampled_from(["", "joan.ellis@clinic.example"]),
    some.just(""),
    some.just((("(212) 555-0139", "work"), ("(212) 555-0140", "mobile"))),
    some.tuples(NAMES),
)


def events(data: bytes) -> list[Any]:
    calendar: Any = icalendar.Calendar.from_ical(data)
    return list(calendar.walk("VEVENT"))


def one_day(**more: Any) -> AgendaDay:
    told: dict[str, Any] = {
        "uid": UID, "kind": DayKind.NEXT_STEP, "patient_id": 1, "family": "Delacruz",
        "given": "Maria", "mrn": "482913", "on": date(2026, 11, 24), "what": "Call about the ride",
    }  # fmt: skip
    return AgendaDay(**(told | more))


def made(*days: AgendaDay, **more: Any) -> bytes:
    told: dict[str, Any] = {"made_at": MADE_AT, "name": "Clinic", "zone": "America/New_York"}
    return calendar_bytes(days, **(told | more))


@given(some.text(alphabet=some.characters(codec="utf-8", exclude_categories=["Cs"])))
def test_no_line_is_longer_than_75_octets_and_unfolding_gives_it_back(text: str) -> None:
    line = f"NOTE:{escaped(text)}"
    pieces = folded(line).split("\r\n")
    assert all(len(piece.encode()) <= LONGEST_OCTETS for piece in pieces)
    assert "".join([pieces[0], *(piece.removeprefix(" ") for piece in pieces[1:])]) == line
    assert all(piece.startswith(" ") for piece in pieces[1:])
    assert not any(char in line for char in "\r\n\x00\x1b")


def test_a_text_can_begin_no_line_of_its_own() -> None:
    data = made(one_day(what="x\r\nBEGIN:VALARM\nACTION:PROCEDURE"))
    assert b"\r\nBEGIN:VALARM" not in data
    assert events(data)[0]["SUMMARY"] == "M.D.: x\nBEGIN:VALARM\nACTION:PROCEDURE"
    assert file_bytes(["A:b"]) == b"A:b\r\n"


@given(some.lists(DAYS, max_size=5, unique_by=lambda day: day.uid), some.booleans())
def test_every_day_is_read_back_by_another_program(days: list[AgendaDay], named: bool) -> None:
    found = events(made(*days, has_names=named))
    assert [str(event["UID"]) for event in found] == [day.uid for day in days]
    for event, day in zip(found, days, strict=True):
        assert event["DTSTART"].dt == day.on
        assert event["DTEND"].dt == day.on + timedelta(days=1)
        assert str(event["SUMMARY"]) == summary_of(day, named)
        assert (event["STATUS"] == "CANCELLED") is day.is_over


def test_a_name_leaves_only_when_it_is_asked_for() -> None:
    bare, named = made(one_day()), made(one_day(), has_names=True)
    assert events(bare)[0]["SUMMARY"] == "M.D.: Call about the ride"
    for secret in (b"elacruz", b"DELACRUZ", b"Maria", b"482913"):
        assert secret not in bare
    assert events(named)[0]["SUMMARY"] == "DELACRUZ, Maria: Call about the ride"
    assert events(named)[0]["DESCRIPTION"] == "MRN 482913"


def test_a_later_calendar_is_newer_for_every_day_in_it() -> None:
    later = made(one_day(is_over=True), made_at=MADE_AT + timedelta(hours=1))
    first, second = events(made(one_day()))[0], events(later)[0]
    assert first["UID"] == second["UID"] == UID
    assert second["SEQUENCE"] > first["SEQUENCE"]
    assert (first["STATUS"], second["STATUS"]) == ("CONFIRMED", "CANCELLED")


@given(some.lists(CARDS, min_size=1, max_size=4))
def test_every_card_is_read_back_by_another_program(cards: list[PersonCard]) -> None:
    text = cards_bytes(cards).decode()
    found = list(vobject.readComponents(text))
    assert len(found) == len(cards)
    for read, card in zip(found, cards, strict=True):
        assert read.uid.value == card.uid
        assert read.fn.value == full_name(card)
        assert (read.n.value.family, read.n.value.given) == (card.family, card.given)
        assert [tel.value for tel in read.tel_list] == [number for number, _ in card.phones]
        assert hasattr(read, "email") == bool(card.email)


@pytest.mark.parametrize(
    ("card", "name"),
    [
        (PersonCard(UID, "Raman", "Priya", "Dr.", "MD"), "Dr. Priya Raman, MD"),
        (PersonCard(UID, "Ellis", "Joan", "", "RN, OCN"), "Joan Ellis, RN, OCN"),
        (PersonCard(UID, "Ward 7"), "Ward 7"),
    ],
)
def test_a_person_is_named_as_on_the_screen(card: PersonCard, name: str) -> None:
    (read,) = vobject.readComponents(cards_bytes([card]).decode())
    assert read.fn.value == name
