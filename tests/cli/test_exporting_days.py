"""`careteam export calendar` and `careteam export cards` for calendars and address books."""

from datetime import timedelta
from pathlib import Path
from typing import Any

import icalendar
import pytest

from careteam.domain.contacts import ContactDraft, NextStep
from careteam.domain.moment import Moment
from careteam.storage.reads.disclosures import disclosures_of
from careteam.storage.store import Store
from careteam.storage.writes.contacts import log_contact
from careteam.storage.writes.follow_ups import close_follow_up
from tests.cli.conftest import Typed


def events(path: Path) -> dict[str, Any]:
    calendar: Any = icalendar.Calendar.from_ical(path.read_bytes())
    return {str(event["SUMMARY"]): event for event in calendar.walk("VEVENT")}


@pytest.fixture
def step(clinic: Store, patient: int, moment: Moment, navigator: int) -> int:
    """A next step of Tuesday: call about the ride."""
    draft = ContactDraft(
        patient, "nurse_navigator", "phone", "reached_patient", moment.now - timedelta(hours=1),
        minutes=10, person_id=navigator, note="Talked.",
        next_step=NextStep("Call about the ride", moment.today + timedelta(days=4)),
    )  # fmt: skip
    clinic.do(log_contact, draft, moment=moment, rules=clinic.rules)
    return 1


def test_what_is_due_leaves_with_initials_and_the_second_time_updates(
    typed: Typed, clinic: Store, step: int, moment: Moment, tmp_path: Path
) -> None:
    first, second = tmp_path / "first.ics", tmp_path / "second.ics"
    typed("assign", "482913", "social_worker", "Bell")
    said = typed("export", "calendar", "482913", "--out", str(first))
    assert (said.code, said.out) == (0, f"Wrote {first}\n")
    told = events(first)
    event = told["M.D.: Call about the ride"]
    assert str(event["DTSTART"].dt) == "2026-11-24"
    (who,) = [event["DESCRIPTION"] for name, event in told.items() if "social worker" in name]
    assert who == "Marcus Bell, LCSW"
    clinic.do(close_follow_up, step, moment=moment, rules=clinic.rules)
    typed("export", "calendar", "--mine", "--names", "--out", str(second))
    again = events(second)["DELACRUZ, Maria: Call about the ride"]
    assert (again["UID"], again["STATUS"]) == (event["UID"], "CANCELLED")
    newest, oldest = clinic.read(disclosures_of, 1)
    assert (oldest.kind, oldest.what) == ("calendar", "due days with initials")
    assert newest.what_words == "due days, calendar file; due days with names"


def test_a_team_a_person_and_the_directory_leave_as_cards(
    typed: Typed, clinic: Store, tmp_path: Path
) -> None:
    team = tmp_path / "team.vcf"
    typed("export", "cards", "482913", "--out", str(team))
    assert team.read_text("utf-8").count("BEGIN:VCARD") == 1
    assert "FN:Joan Ellis\\, RN\\, OCN" in team.read_text("utf-8")
    one = typed("export", "cards", "--person", "Bell", "--out", "-").out
    assert "N:Bell;Marcus;;;LCSW" in one
    assert "TEL;TYPE=WORK,VOICE:(212) 555-0139" in one
    assert typed("export", "cards", "--out", "-").out.count("BEGIN:VCARD") == 4
    (row,) = clinic.read(disclosures_of, 1)
    assert (row.kind, row.what) == ("cards", "the care team")


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (("calendar",), "Name one patient by MRN, or all of this desk's navigator with --mine."),
        (("calendar", "482913", "--mine"), "Name one patient by MRN, or all"),
        (("cards", "482913", "--person", "Bell"), "Name a patient whose team is meant, or people"),
        (("cards", "--person", "Nobody"), "Nobody in the directory is called Nobody"),
    ],
)
def test_what_is_meant_has_to_be_clear(
    words: tuple[str, ...], sentence: str, typed: Typed, clinic: Store, tmp_path: Path
) -> None:
    path = tmp_path / "out"
    said = typed("export", *words, "--out", str(path))
    assert (said.code, path.exists()) == (2, False)
    assert sentence in said.err
