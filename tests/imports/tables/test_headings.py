"""Headings as clinics and their systems write them are recognised, and none is made up."""

import pytest

from careteam.domain.intake.tables import About, DayOrder
from careteam.imports.tables.fields import ROLE
from careteam.imports.tables.headings import bare, guess_about, guess_columns, missing
from tests.imports.tables.sheets import ABOUTS, catalogue

EPIC = ("PAT_MRN_ID", "PAT_NAME", "BIRTH_DATE", "Legal Sex", "Home Phone", "Payor")
BY_HAND = ("Pt Last Name", "Pt First Name", "MRN#", "D.O.B.", "Cell #", "Dx Date", "RN Navigator")


def fields(*headings: str, about: About = About.PATIENTS) -> dict[str, str]:
    return dict(guess_columns(headings, about, catalogue()).fields)


def test_headings_of_a_record_system_are_recognised() -> None:
    assert list(fields(*EPIC).values()) == [
        "mrn",
        "name",
        "birth_date",
        "sex",
        "phone_home",
        "payer",
    ]


def test_headings_of_a_nurse_are_recognised() -> None:
    assert list(fields(*BY_HAND).values()) == [
        "family", "given", "mrn", "birth_date", "phone_mobile", "diagnosed_on",
        f"{ROLE}nurse_navigator",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("typed", "field"),
    [
        ("Birht date", "birth_date"),
        ("Last nmae", "family"),
        ("Lanugage", "language"),
        ("Adress", "address_line"),
        ("Oncology social workr", f"{ROLE}social_worker"),
    ],
)
def test_a_heading_that_is_mistyped_is_still_near_enough(typed: str, field: str) -> None:
    assert fields("MRN", typed)[typed] == field


@pytest.mark.parametrize("heading", ["Locker", "Favourite colour", "ECOG", "x", "", "12"])
def test_a_heading_that_nobody_knows_means_nothing(heading: str) -> None:
    assert heading not in fields("MRN", "Last name", heading)


def test_the_number_called_mrn_is_taken_before_one_called_id() -> None:
    assert fields("ID", "MRN", "Last name") == {"MRN": "mrn", "Last name": "family"}


def test_no_field_stands_in_two_columns() -> None:
    found = fields("Phone", "Cell", "Mobile", "Telephone", "Home phone")
    assert len(set(found.values())) == len(found)


@pytest.mark.parametrize(
    ("headings", "about"),
    [
        (("MRN", "Last name", "DOB"), About.PATIENTS),
        (("Name", "Credentials", "Role", "Pager"), About.DIRECTORY),
        (("MRN", "Role", "Staff member", "Start date"), About.ASSIGNMENTS),
        (("MRN", "Contact date", "Method", "Result", "Min"), About.CONTACTS),
        (("Colour", "Weight"), None),
    ],
)
def test_what_a_table_is_a_list_of_is_seen_by_its_headings(
    headings: tuple[str, ...], about: About | None
) -> None:
    assert guess_about(headings) is about


def test_the_order_of_days_is_read_from_the_heading() -> None:
    def order(heading: str) -> DayOrder:
        return guess_columns(("MRN", heading), About.PATIENTS, catalogue()).day_order

    assert order("DOB (MM/DD/YYYY)") is DayOrder.MONTH_FIRST
    assert order("Birth date dd.mm.yyyy") is DayOrder.DAY_FIRST
    assert order("DOB") is DayOrder.ASK


@pytest.mark.parametrize("about", ABOUTS)
def test_without_what_is_needed_a_table_says_what_is_missing(about: About) -> None:
    assert missing(guess_columns((), about, catalogue()))


@pytest.mark.parametrize("about", ABOUTS)
def test_every_field_is_recognised_by_its_own_name(about: About) -> None:
    from careteam.imports.tables.fields import fields_of

    labels = [each.label for each in fields_of(about, catalogue())]
    found = fields(*labels, about=about)
    assert list(found.values()) == [each.key for each in fields_of(about, catalogue())]


def test_a_heading_is_compared_without_signs_case_and_brackets() -> None:
    assert bare("  Núm. de_Teléfono (casa) #") == "num de telefono"
    assert bare("lastName") == "last name"
