"""What stands in a cell is read as people write it, or keeps its row out with the reason."""

from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from careteam.domain.intake.tables import Columns, DayOrder, Staged
from careteam.imports.tables.first_rows import look_at
from tests.imports.tables.sheets import (
    HEAD,
    MOMENT,
    book,
    catalogue,
    columns_of,
    mrns,
    staged_of,
    table_of,
)

CONTACT = "MRN,Date,Time,Mode,Outcome,Minutes,Role,Note"
TEAM = "MRN,Role,Person,Primary or backup,From,Until,Note"


def only(folder: Path, heading: str, cell: str, order: DayOrder = DayOrder.ASK) -> Staged:
    """One patient with one more cell."""
    quoted = '"' + cell.replace('"', '""') + '"'
    return staged_of(folder, f"MRN,Last name,First name,{heading}\n1,Reyes,Ana,{quoted}\n",
                     order=order)  # fmt: skip


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("1981-03-14", "1981-03-14"),
        ("14-Mar-1981", "1981-03-14"),
        ("March 14, 1981", "1981-03-14"),
        ("14 mar 1981", "1981-03-14"),
        ("3/14/1981", "1981-03-14"),
        ("14.3.1981", "1981-03-14"),
        ("19810314", "1981-03-14"),
        ("1981-03-14 00:00:00", "1981-03-14"),
        ("1981-03-14T00:00:00Z", "1981-03-14"),
        ("3/14/81", "1981-03-14"),
        ("3/14/19", "2019-03-14"),
        ("1981", "1981"),
        ("Mar 1981", "1981-03"),
    ],
)
def test_a_birth_date_is_read_as_it_is_written(tmp_path: Path, written: str, read: str) -> None:
    (patient,) = only(tmp_path, "DOB", written).incoming.patients
    assert str(patient.birth_date) == read


@pytest.mark.parametrize(
    ("written", "why"),
    [
        ("30-Feb-1990", "There is no such day"),
        ("1850-01-01", "The year 1850 cannot be right."),
        ("1890-01-01", "The year 1890 cannot be right."),
        ("9999-12-31", "The year 9999 cannot be right."),
        ("2027-01-01", "The birth date lies in the future."),
        ("03/04/1981", "can be read two ways"),
        ("29659", "is not a date"),
        ("soon", "is not a date"),
    ],
)
def test_36_37_a_day_that_cannot_be_keeps_its_row_out(
    tmp_path: Path, written: str, why: str
) -> None:
    assert why in only(tmp_path, "DOB", written).why[2]


def test_two_digits_of_a_year_are_read_and_shown_in_words(tmp_path: Path) -> None:
    table = table_of(tmp_path, f"{HEAD}\n1,Reyes,Ana,3/4/81\n")
    columns = columns_of(table, DayOrder.MONTH_FIRST)
    (row,) = look_at(table, columns, catalogue=catalogue(), moment=MOMENT).rows
    assert "4-Mar-1981 (45 y)" in row.details


@pytest.mark.parametrize(
    ("heading", "cell", "field", "key"),
    [
        ("Sex", "F", "sex", "female"),
        ("Gender", "woman", "sex", "female"),
        ("Legal Sex", "MALE", "sex", "male"),
        ("Sex", "nonbinary", "sex", "other"),
        ("Language", "spanish", "language", "es"),
        ("Preferred Language", "ES", "language", "es"),
        ("Preferred Language", "Quechua", "language", "Quechua"),
        ("Interpreter needed", "Y", "needs_interpreter", True),
        ("Dx", "Ph+ ALL", "subtype", "b_bcr_abl1"),
        ("Dx", "T-cell ALL", "subtype", "t_all"),
        ("Sex", "N/A", "sex", "unknown"),
        ("Insurance", "none", "payer", ""),
    ],
)
def test_words_of_the_lists_are_read_as_clinics_write_them(
    tmp_path: Path, heading: str, cell: str, field: str, key: object
) -> None:
    (patient,) = only(tmp_path, heading, cell).incoming.patients
    assert getattr(patient, field) == key


def test_27_31_markup_and_formulas_in_a_name_are_only_letters(tmp_path: Path) -> None:
    for name in ('<img src="file:///etc/passwd">', "=cmd|'/C calc'!A0", "@SUM", "%_*", "&amp;"):
        quoted = name.replace('"', '""')
        staged = staged_of(tmp_path, f'MRN,Last name\n1,"{quoted}"\n')
        assert staged.incoming.patients[0].family == name


def test_32_33_names_are_bounded_and_freed_of_overrides(tmp_path: Path) -> None:
    staged = staged_of(
        tmp_path, f"MRN,Last name\n1,{'x' * 200}\n2,{'x' * 201}\n3,Re\u202eyes\u200b\n4,O\n"
    )
    assert mrns(staged) == ["1", "3", "4"]
    assert staged.why == {3: "Last name: This is too long; at most 200 characters fit."}
    assert staged.incoming.patients[1].family == "Reyes"


def test_34_names_of_every_script_come_in(tmp_path: Path) -> None:
    names = ["Ó'Brien-Núñez", "李小龍", "محمد", "Nguyễn", "Ana 🙂"]
    content = "MRN,Last name\n" + "".join(f"{at},{name}\n" for at, name in enumerate(names, 1))
    assert [each.family for each in staged_of(tmp_path, content).incoming.patients] == names


@pytest.mark.parametrize("cell", ["+1 (555) 010-0000 ext. 5", "212.555.0148", "(212) 555-0148 x7"])
def test_40_a_phone_is_kept_as_it_is_written(tmp_path: Path, cell: str) -> None:
    (patient,) = only(tmp_path, "Cell", cell).incoming.patients
    assert [phone.number for phone in patient.phones] == [cell]


def test_40_a_phone_with_letters_keeps_its_row_out(tmp_path: Path) -> None:
    assert "is not a phone number" in only(tmp_path, "Cell", "call mom").why[2]


def test_several_phones_in_one_cell_are_several(tmp_path: Path) -> None:
    (patient,) = only(tmp_path, "Phone", "212-555-0148; 212-555-0149").incoming.patients
    assert len(patient.phones) == 2


@pytest.mark.parametrize("minutes", [str(2**70), "NaN", "1e309", "-0", "-5", "1441", "5.5", "²"])
def test_41_minutes_that_are_no_whole_number_keep_their_row_out(
    tmp_path: Path, minutes: str
) -> None:
    row = f"1,2026-11-01,9:30,phone,reached,{minutes},navigator,x"
    staged = staged_of(tmp_path, f"{CONTACT}\n{row}\n")
    assert staged.why == {2: "Minutes: Minutes are a whole number from 0 to 1440."}


def test_38_39_the_time_of_a_contact_is_the_clinics(tmp_path: Path) -> None:
    staged = staged_of(
        tmp_path,
        f"{CONTACT}\n"
        "1,2026-07-01,2:30 pm,phone,reached,5 min,navigator,summer\n"
        "1,2026-11-01 14:30,,phone,reached,,navigator,winter\n"
        "1,2026-11-02,,phone,reached,,navigator,no time\n"
        "1,2026-11-20,9:40,phone,reached,,navigator,to come\n",
    )
    (patient,) = staged.incoming.patients
    assert [each.at for each in patient.contacts] == [
        datetime(2026, 7, 1, 18, 30, tzinfo=UTC),
        datetime(2026, 11, 1, 19, 30, tzinfo=UTC),
        datetime(2026, 11, 2, 5, 0, tzinfo=UTC),
    ]
    assert staged.why == {5: "Date: A contact cannot lie in the future; plan a next step."}


def test_a_contact_without_mode_outcome_or_role_says_all_that_is_missing(tmp_path: Path) -> None:
    staged = staged_of(tmp_path, f"{CONTACT}\n1,2026-11-01,,,,,,x\n")
    for word in ("Mode: This is needed", "Outcome: This is needed", "Role: Say which role"):
        assert word in staged.why[2]


@pytest.mark.parametrize("role", ["SW", "social_worker", "Oncology social worker", "106328005"])
def test_a_role_is_named_by_label_key_code_or_short_word(tmp_path: Path, role: str) -> None:
    staged = staged_of(tmp_path, f"{TEAM}\n1,{role},Marcus Bell,,2026-11-01,,\n")
    (patient,) = staged.incoming.patients
    assert [member.role for member in patient.members] == ["social_worker"]


def test_an_assignment_that_cannot_be_says_why(tmp_path: Path) -> None:
    staged = staged_of(
        tmp_path,
        f"{TEAM}\n"
        "1,SW,Marcus Bell,lead,,,\n"
        "1,SW,Marcus Bell,,2026-11-05,2026-11-01,\n"
        "1,SW,,,,,\n"
        ",SW,Marcus Bell,,,,\n"
        "1,SW,Marcus Bell,backup,2026-11-01,2026-11-30,covers\n",
    )
    assert "set at the patient" in staged.why[2]
    assert "cannot end before it began" in staged.why[3]
    assert "Say who it is" in staged.why[4]
    assert "The MRN is needed" in staged.why[5]
    (member,) = staged.incoming.patients[0].members
    assert (member.rank, member.ends_on, member.note) == ("backup", date(2026, 11, 30), "covers")


def test_a_member_of_the_directory_has_roles_numbers_and_a_checked_npi(tmp_path: Path) -> None:
    staged = staged_of(
        tmp_path,
        "Name,Credentials,Role,Phone,E-mail,NPI\n"
        '"Raman, Priya",MD,Hematologist; Transplant physician,212-555-0101,p@x.example,1234567893\n'
        "Tom Bell,RN,nurse,,not an address,\n"
        "Tom Novak,RN,nurse,,,1234567890\n"
        '"Raman, Priya",MD,,,,1234567893\n',
    )
    (person,) = staged.incoming.people
    assert (person.family, person.role_keys) == ("Raman", ("heme_onc_adult", "hct_physician"))
    assert "E-mail: An e-mail address has a name" in staged.why[3]
    assert "NPI: The check digit of this NPI is wrong" in staged.why[4]
    assert staged.why[5] == "The same person stands in row 2 already."


def test_a_workbook_gives_days_numbers_and_zeros_as_they_are_shown(tmp_path: Path) -> None:
    content = book(
        ("MRN", "Last name", "Birth date", "Phone", "Interpreter needed"),
        (482913, "Reyes", date(1981, 3, 14), 2125550148, True),
        ("00412", "Bell", "14-Mar-1990", "", False),
    )
    staged = staged_of(tmp_path, content, "list.xlsx")
    first, second = staged.incoming.patients
    assert (first.mrn, str(first.birth_date), first.needs_interpreter) == (
        "482913", "1981-03-14", True,
    )  # fmt: skip
    assert [phone.number for phone in first.phones] == ["2125550148"]
    assert second.mrn == "00412"


def test_headings_below_a_title_are_found_and_it_is_told(tmp_path: Path) -> None:
    content = book(
        ("Leukemia Program", "", ""),
        ("printed 20-Nov-2026", "", ""),
        ("MRN", "Last name", "DOB"),
        ("1", "Reyes", "1981-03-14"),
    )
    staged = staged_of(tmp_path, content, "list.xlsx")
    assert mrns(staged) == ["1"]
    assert staged.table.lines[0].number == 4
    assert any("The headings are in row 3" in note for note in staged.table.notes)


def test_columns_survive_being_remembered(tmp_path: Path) -> None:
    columns = columns_of(table_of(tmp_path, f"{HEAD}\n1,A,B,\n"), DayOrder.DAY_FIRST)
    assert Columns.of(columns.body()) == columns
    assert columns.fits(("More", *HEAD.split(",")))
    assert not columns.fits(("MRN",))
