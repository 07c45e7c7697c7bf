"""Whatever bytes a file holds, it is read or refused in one sentence; nothing else happens."""

from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from careteam.domain.intake.tables import About, Columns, DayOrder
from careteam.imports.tables.fields import plain_fields
from careteam.imports.tables.limits import NotATable
from careteam.imports.tables.reading import read_table
from careteam.imports.tables.staging import stage
from tests.imports.tables.sheets import MOMENT, book, catalogue, saved

PLAIN = (
    b"MRN,Last name,First name,Birth date,Date,Mode,Outcome,Role,Person\r\n"
    b'1,"Reyes, y",Ana,1981-03-14,2026-11-01 9:30,phone,lvm,sw,Joan\r\n'
    b"2,Bell,Tom,03/04/1990,yesterday,call,reached,rn,Marcus\r\n"
)
BOOK = book(("MRN", "Last name", "Birth date"), ("1", "Reyes", "1981-03-14"), ("2", "Bell", ""))
QUIET = settings(
    max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


def read_whole(path: Path, about: About, encoding: str = "") -> None:
    """Read a file to its last row, with any field for any column."""
    staged = None
    said = ""
    try:
        table = read_table(path, encoding=encoding)
        keys = [each.key for each in plain_fields(about)]
        columns = Columns(about, dict(zip(table.headings, keys, strict=False)), DayOrder.ASK)
        staged = stage(table, columns, catalogue=catalogue(), moment=MOMENT)
    except NotATable as refused:
        said = refused.sentence
    if staged is None:
        assert said.endswith(".")
        assert "\n" not in said
        return
    told = {*staged.why, *(row for rows in staged.rows.values() for row in rows)}
    assert told
    assert all(reason for reason in staged.why.values())


@QUIET
@given(content=st.binary(max_size=600), about=st.sampled_from(About))
def test_random_bytes_are_read_or_refused(tmp_path: Path, content: bytes, about: About) -> None:
    for encoding in ("", "cp1252"):
        read_whole(saved(tmp_path, content), about, encoding)
    read_whole(saved(tmp_path, content, "a.xlsx"), about)


@QUIET
@given(text=st.text(max_size=400), about=st.sampled_from(About))
def test_any_text_below_a_heading_is_read_or_refused(
    tmp_path: Path, text: str, about: About
) -> None:
    whole = ("MRN,Last name,First name,x,y\n" + text).encode("utf-8", "replace")
    read_whole(saved(tmp_path, whole), about)


@QUIET
@given(data=st.data(), about=st.sampled_from(About))
def test_a_table_with_bytes_changed_is_read_or_refused(
    tmp_path: Path, data: st.DataObject, about: About
) -> None:
    content = bytearray(PLAIN)
    for _ in range(data.draw(st.integers(1, 6))):
        place = data.draw(st.integers(0, len(content) - 1))
        content[place : place + data.draw(st.integers(0, 3))] = data.draw(st.binary(max_size=3))
        content = content or bytearray(b"x")
    read_whole(saved(tmp_path, bytes(content)), about)


@QUIET
@given(data=st.data())
def test_a_workbook_with_bytes_changed_is_read_or_refused(
    tmp_path: Path, data: st.DataObject
) -> None:
    content = bytearray(BOOK)
    for _ in range(data.draw(st.integers(1, 12))):
        content[data.draw(st.integers(4, len(content) - 1))] = data.draw(st.integers(0, 255))
    cut = data.draw(st.integers(0, 200))
    read_whole(saved(tmp_path, bytes(content[: len(content) - cut]), "a.xlsx"), About.PATIENTS)


@QUIET
@given(xml=st.text(st.characters(codec="utf-8"), max_size=200), data=st.data())
def test_a_sheet_of_any_xml_is_read_or_refused(
    tmp_path: Path, xml: str, data: st.DataObject
) -> None:
    from tests.imports.tables.sheets import repacked

    part = data.draw(
        st.sampled_from(
            ["xl/worksheets/sheet1.xml", "xl/sharedStrings.xml", "xl/workbook.xml",
             "xl/styles.xml", "[Content_Types].xml"]
        )
    )  # fmt: skip
    cell = data.draw(st.sampled_from(["<v>1</v>", "<v>x</v>", "<v>99</v>", "<is><t>a</t></is>"]))
    kind = data.draw(st.sampled_from(["s", "n", "b", "d", "e", "str", "inlineStr", "zz"]))
    sheet = (
        '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>'
        f'<row r="1"><c r="A1" t="{kind}">{cell}</c></row></sheetData></worksheet>'
    )
    content = sheet if data.draw(st.booleans()) else xml
    bad = repacked(BOOK, part, content.encode("utf-8"))
    read_whole(saved(tmp_path, bad, "a.xlsx"), About.PATIENTS)
