"""The summary as plain text for the clipboard."""

from dataclasses import replace

from careteam.domain.summary import Section, digest_of
from careteam.exports.summary_text import COLUMNS, summary_text
from tests.exports.summaries import MARIA


def test_every_line_fits_an_electronic_record() -> None:
    long = replace(MARIA, contacts=(replace(MARIA.contacts[0], note="talk " * 400 + "x" * 200),))
    text = summary_text(long)
    assert max(len(line) for line in text.split("\n")) <= COLUMNS
    assert "\t" not in text
    assert "\r" not in text
    assert text.endswith("\n")


def test_the_text_says_what_the_paper_says() -> None:
    text = summary_text(MARIA)
    assert text.startswith("CARE SUMMARY: Leukemia Program, Nurse Navigation\n")
    assert "Made 22-Nov-2026 09:44 by Joan Ellis, RN, OCN, (212) 555-0101\n" in text
    assert "! Neutropenic since 17-Nov." in text
    assert "WHERE SHE IS\nInduction, day 12 of about 28. Chemotherapy" in text
    assert (
        "- Hematologist-oncologist (leads): Dr Priya Raman, (212) 555-0110\n"
        "  last contact 20-Nov visit; next due 27-Nov\n"
    ) in text
    assert "next due 20-Nov, late\n" in text
    assert "- Physical therapist: to be assigned\n" in text
    assert "- Rosa Delacruz, Sister, (212) 555-0149; consent to talk: everything\n" in text
    assert "- 19-Nov, late: Call the ride program (Social worker)\n" in text
    assert "CONTACTS, LAST 7 DAYS (2 of 14; 27 minutes)\n" in text
    assert "- 21-Nov 16:20, Nurse, Phone, reached:\n  Slept badly" in text


def test_typographic_signs_become_those_of_a_keyboard_and_letters_stay() -> None:
    noted = replace(MARIA.contacts[0], note="“Ánh” – it’s −4 kg… 李")
    text = summary_text(replace(MARIA, contacts=(noted,)))
    assert '"Ánh" - it\'s -4 kg... 李' in text


def test_a_phone_number_is_never_parted_by_the_end_of_a_line() -> None:
    for pad in range(50, 72):
        alert = "x" * pad + " (212) 555-0100"
        assert "(212) 555-0100" in summary_text(replace(MARIA, alerts=(alert,)))


def test_lines_of_a_note_stay_lines() -> None:
    noted = replace(MARIA.contacts[0], note="first\nsecond")
    assert "  first\n  second\n" in summary_text(replace(MARIA, contacts=(noted,)))


def test_only_chosen_and_filled_sections_are_written() -> None:
    text = summary_text(replace(MARIA, sections=(Section.TEAM, Section.CONTACTS), contacts=()))
    assert "CARE TEAM" in text
    assert "CONTACTS" not in text
    assert "NEXT STEPS" not in text


def test_steps_and_caregivers_without_details_leave_no_dashes() -> None:
    bare = replace(
        MARIA,
        next_steps=(replace(MARIA.next_steps[1], when="", who=""),),
        caregivers=(replace(MARIA.caregivers[0], phone="", consent=""),),
        contacts=(replace(MARIA.contacts[0], note=""),),
    )
    text = summary_text(bare)
    assert "- Lumbar puncture 2; ride confirmed with sister\n" in text
    assert "- Rosa Delacruz, Sister\n" in text
    assert "- 21-Nov 16:20, Nurse, Phone, reached\n" in text


def test_the_digest_depends_on_every_word_but_not_on_itself() -> None:
    digest = digest_of(MARIA)
    assert len(digest) == 64
    assert digest == digest_of(replace(MARIA, digest=digest))
    assert digest != digest_of(replace(MARIA, alerts=()))
    assert digest != digest_of(replace(MARIA, sections=(Section.TEAM,)))
