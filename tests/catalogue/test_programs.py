"""Programs are dated data with their source, and activities are the nine of the descriptor."""

import re

from careteam.domain.navigation_time import ACTIVITY, ConsentRule
from tests.catalogue.files import rows

PROGRAMS = rows("programs", "program")


def test_every_program_says_from_when_it_stands_and_where_that_comes_from() -> None:
    assert [row["key"] for row in PROGRAMS] == ["PIN", "CHI", "PCM", "TCM"]
    for row in PROGRAMS:
        assert row["source"]
        assert len(row["source"]) <= 300
        assert row.get("valid_to") is None or row["valid_to"] >= row["valid_from"]
        assert row["consent"] in set(ConsentRule)


def test_codes_are_codes_of_hcpcs_or_cpt() -> None:
    for row in PROGRAMS:
        codes = [*row["first_code"].split("/"), *filter(None, [row["more_code"]])]
        assert all(re.fullmatch(r"G\d{4}|9\d{4}", code) for code in codes), row


def test_minutes_go_together_with_codes() -> None:
    for row in PROGRAMS:
        assert bool(row["more_code"]) is bool(row["more_minutes"])
        assert row["first_minutes"] in (0, 30, 60)


def test_there_are_the_nine_activities() -> None:
    assert len(rows("clinical", ACTIVITY)) == 9
