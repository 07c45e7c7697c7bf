"""What is copied of a contact fits into the narrow field of a record, in plain signs."""

from hypothesis import given
from hypothesis import strategies as some

from careteam.exports.entry_text import pasted
from careteam.exports.summary_text import COLUMNS


def test_a_contact_reads_well_in_72_columns_of_plain_signs() -> None:
    head = "19-Nov-2026 14:30 · Nurse navigator · Joan Ellis, RN, OCN · phone → patient · reached"
    note = "“Ride” is settled for Tuesday – she will be fetched at 9.\n\nAsks about the wig."
    assert pasted(f"{head} · 15 min\n{note}\n✓ Done") == (
        "19-Nov-2026 14:30, Nurse navigator, Joan Ellis, RN, OCN, phone ->\n"
        "patient, reached, 15 min\n"
        '"Ride" is settled for Tuesday - she will be fetched at 9.\n'
        "\n"
        "Asks about the wig.\n"
        "Done\n"
    )


@given(some.text())
def test_no_line_is_longer_and_nothing_but_lines_ends_one(text: str) -> None:
    made = pasted(text)
    assert made.endswith("\n")
    assert all(len(line) <= COLUMNS for line in made.split("\n"))
    assert "\t" not in made
    assert "\r" not in made
