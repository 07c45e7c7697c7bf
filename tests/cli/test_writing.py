"""The commands that write go through the window's own verbs and say what is refused."""

import io
import json
import sys

import pytest

from careteam.storage.store import Store
from tests.cli.conftest import Said, Typed

LOG = (
    "contact", "482913", "--role", "nurse_navigator", "--mode", "phone",
    "--outcome", "reached_patient", "--minutes", "12", "--note", "Slept badly, no fever.",
)  # fmt: skip


def contacts(typed: Typed) -> list[dict[str, object]]:
    return json.loads(typed("contacts", "482913", "--json").out)["contacts"]


def test_a_contact_is_logged_for_whoever_holds_the_role(typed: Typed, clinic: Store) -> None:
    said = typed(*LOG)
    assert said == Said(0, "Contact saved.\n", "")
    (one,) = contacts(typed)
    assert one["person"] == "Joan Ellis, RN, OCN"
    assert one["by"] == "Joan Ellis, RN, OCN"
    assert one["late_entry"] is False


def test_a_contact_of_yesterday_is_logged_in_the_clinics_hours(typed: Typed, clinic: Store) -> None:
    assert typed(*LOG, "--at", "18-Nov-2026 16:20", "--topic", "emotional").code == 0
    (one,) = contacts(typed)
    assert one["at"] == "2026-11-18T16:20-05:00"
    assert one["topics"] == ["emotional"]
    assert one["late_entry"] is True


def test_a_next_step_puts_the_patient_on_its_day(typed: Typed, clinic: Store) -> None:
    assert typed(*LOG, "--next", "ride to lumbar puncture", "--due", "24-Nov-2026").code == 0
    (row,) = json.loads(typed("due", "--json").out)["due"]
    assert row["due_on"] == "2026-11-24"
    assert row["why"] == "Follow-up · ride to lumbar puncture"


def test_a_contact_for_a_role_nobody_holds_is_kept(typed: Typed, clinic: Store) -> None:
    words = [word if word != "nurse_navigator" else "chaplain" for word in LOG]
    said = typed(*words, "--person", "Bell", "--json")
    assert said.code == 0
    assert json.loads(said.out)["id"] == contacts(typed)[0]["id"]
    assert contacts(typed)[0]["person"] == "Marcus Bell, LCSW"


def test_a_note_may_come_from_standard_input(
    typed: Typed, clinic: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "stdin", io.StringIO("Two lines,\nnever in the list of processes.\n"))
    assert typed(*LOG[:-1], "-").code == 0
    assert contacts(typed)[0]["note"] == "Two lines,\nnever in the list of processes."


@pytest.mark.parametrize(
    ("words", "code", "sentence"),
    [
        (("--at", "21-Nov-2026 10:00"), 1, "--at: A contact cannot lie in the future"),
        (("--minutes", "1441"), 1, "--minutes: Minutes are a whole number from 0 to 1440."),
        (("--minutes", "-1"), 2, "Argument --minutes: -1 is no whole number, such as 12."),
        (("--minutes", "ten"), 2, "Argument --minutes: ten is no whole number, such as 12."),
        (("--note", "x" * 100_000), 1, "--note: The note has 100,000 characters; at most 20,000"),
        (("--at", "03/04/2026"), 2, "--at: 03/04/2026 can be read two ways"),
        (("--at", "30-Feb-2026 10:00"), 2, "--at: There is no such day"),
        (("--mode", "fone"), 2, "fone is not a key of the list modes; near it: phone"),
        (("--outcome", "reached"), 2, "near it: reached_p"),
        (("--role", "navigator"), 2, "near it: nurse_navigator"),
        (("--topic", "transport"), 2, "near it: transport_lodging"),
        (("--person", "Bel"), 2, "Nobody in the directory is called Bel; near it: Bell, Marcus"),
        (("--next", "call"), 2, "--next and --due belong together"),
        (("--next", "call", "--due", "yesterday"), 1, "--due: The next step cannot be due in the"),
    ],
)
def test_a_contact_that_cannot_be_is_refused_and_nothing_is_kept(
    words: tuple[str, ...], code: int, sentence: str, typed: Typed, clinic: Store
) -> None:
    said = typed(*LOG, *words)
    assert said.code == code
    assert sentence in said.err
    assert said.err.count("\n") == 1
    assert contacts(typed) == []


@pytest.mark.parametrize("gone", ["--role", "--mode", "--outcome", "--minutes", "--note"])
def test_what_a_contact_needs_is_named(gone: str, typed: Typed, clinic: Store) -> None:
    at = LOG.index(gone)
    said = typed(*LOG[:at], *LOG[at + 2 :])
    assert said.code == 2
    assert gone in said.err


def holders(typed: Typed) -> dict[str, tuple[str, str]]:
    tree = json.loads(typed("team", "482913", "--json").out)["team"]
    return {row["role"]: (row["person"], row["as"]) for row in tree if row["person"]}


@pytest.mark.parametrize(
    "person",
    ["2", "Bell", "bell, marcus", "Marcus Bell", "Marcus Bell, LCSW", "Bell, Marcus, LCSW"],
)
def test_a_role_is_given_to_a_person_named_in_any_way(
    person: str, typed: Typed, clinic: Store
) -> None:
    said = typed("assign", "482913", "social_worker", person)
    assert said == Said(0, "Marcus Bell, LCSW is now Oncology social worker.\n", "")
    assert holders(typed)["social_worker"] == ("Marcus Bell, LCSW", "primary")


def test_a_lead_and_a_first_day_can_be_said(typed: Typed, clinic: Store) -> None:
    words = ("assign", "482913", "heme_onc_adult", "Priya Raman", "--as", "lead")
    assert typed(*words, "--from", "2026-11-16").code == 0
    assert holders(typed)["heme_onc_adult"] == ("Priya Raman, MD", "lead")
    second = typed("assign", "482913", "radiologist", "Anil Raman", "--as", "lead")
    assert second.code == 1
    assert "one person at most leads" in second.err


def test_a_held_role_is_refused_unless_it_is_handed_over(typed: Typed, clinic: Store) -> None:
    typed("assign", "482913", "social_worker", "Bell")
    taken = typed("assign", "482913", "social_worker", "Joan Ellis")
    assert taken.code == 1
    assert "Marcus Bell, LCSW holds this role" in taken.err
    assert typed("assign", "482913", "social_worker", "Joan Ellis", "--as", "backup").code == 0
    assert typed("assign", "482913", "social_worker", "Priya Raman", "--replace").code == 0
    then = json.loads(typed("team", "482913", "--on", "2026-11-20", "--json").out)["team"]
    assert ("Priya Raman, MD", "primary") in [(row["person"], row["as"]) for row in then]


def test_nobody_can_be_replaced_where_nobody_is(typed: Typed, clinic: Store) -> None:
    said = typed("assign", "482913", "chaplain", "Bell", "--replace")
    assert said.code == 1
    assert "Nobody holds this role" in said.err


def test_a_name_that_several_have_asks_which(typed: Typed, clinic: Store) -> None:
    said = typed("assign", "482913", "radiologist", "Raman")
    assert said.code == 2
    assert "Raman, Anil, MD (id 4)" in said.err
    assert "Raman, Priya, MD (id 3)" in said.err


def test_somebody_unknown_is_refused_or_put_into_the_directory(typed: Typed, clinic: Store) -> None:
    words = ("assign", "482913", "chaplain", "Rev. Ruth Adams, MDiv, BCC")
    unknown = typed(*words)
    assert unknown.code == 2
    assert "--add-person adds them" in unknown.err
    assert typed(*words, "--add-person").code == 0
    assert "Adams, Ruth, MDiv, BCC" in typed("people").out
    assert holders(typed)["chaplain"][0] == "Rev. Ruth Adams"
    assert typed(*words, "--add-person", "--as", "backup").code == 1


def test_somebody_who_cannot_take_the_role_is_not_put_into_the_directory(
    typed: Typed, clinic: Store
) -> None:
    words = ("assign", "482913", "nurse_navigator", "Keisha Brandt, RN", "--add-person")
    assert typed(*words).code == 1
    assert "Brandt" not in typed("people").out


@pytest.mark.parametrize(
    ("words", "code", "sentence"),
    [
        (("482913", "chaplin", "Bell"), 2, "near it: chaplain"),
        (("999", "chaplain", "Bell"), 1, "There is no patient with the MRN 999."),
        (("482913", "chaplain", "Bell", "--as", "boss"), 2, "Argument --as: invalid choice"),
        (("482913", "chaplain", "9999999999"), 2, "Nobody in the directory is called 9999999999"),
        (("482913", "chaplain", "a@b.example"), 2, "Nobody in the directory is called a@b"),
        (("482913", "chaplain"), 2, "PERSON"),
    ],
)
def test_an_assignment_that_cannot_be_is_refused(
    words: tuple[str, ...], code: int, sentence: str, typed: Typed, clinic: Store
) -> None:
    said = typed("assign", *words)
    assert said.code == code
    assert sentence in said.err
    assert said.err.count("\n") == 1
