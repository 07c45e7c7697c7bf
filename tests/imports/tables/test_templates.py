"""A template that was filled in comes back as it was filled, whatever was typed into it."""

import io
from datetime import date
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from careteam.domain.intake.tables import About
from careteam.domain.text import clean
from careteam.imports.tables.rows import EXAMPLE
from careteam.imports.tables.template import template_bytes, template_fields
from careteam.imports.tables.values import is_nothing, options
from tests.imports.tables.sheets import ABOUTS, MOMENT, catalogue, staged_of

NAMES = (
    st.text(
        st.characters(categories=("L", "M"), include_characters=" '-."), min_size=1, max_size=40
    )
    .map(clean)
    .filter(lambda name: name and name[0].isalpha() and not is_nothing(name))
)
MRNS = st.text("0123456789", min_size=1, max_size=12)
BORN = st.dates(date(1920, 1, 1), date(2026, 11, 1))


def choice_of(kind: str) -> st.SearchStrategy[tuple[str, str]]:
    return st.sampled_from(options(kind, catalogue()))


PATIENT = st.fixed_dictionaries(
    {
        "mrn": MRNS,
        "family": NAMES,
        "given": NAMES,
        "birth_date": BORN,
        "sex": choice_of("sex"),
        "language": choice_of("language"),
        "phase": choice_of("phase"),
        "phone_mobile": st.from_regex(r"\(\d{3}\) 555-0\d{3}", fullmatch=True),
        "payer": NAMES,
    }
)


def filled(about: About, people: list[dict[str, Any]]) -> bytes:
    """The template with rows typed below its example."""
    book = openpyxl.load_workbook(io.BytesIO(template_bytes(about, catalogue())))
    sheet = book.worksheets[0]
    keys = [each.key for each in template_fields(about, catalogue())]
    for row, person in enumerate(people, start=3):
        for key, value in person.items():
            cell = sheet.cell(row, keys.index(key) + 1)
            cell.value = value[1] if isinstance(value, tuple) else value
            if isinstance(value, str):
                cell.data_type = "s"
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(people=st.lists(PATIENT, min_size=1, max_size=6, unique_by=lambda each: each["mrn"]))
def test_patients_of_a_filled_template_come_back_as_they_were_typed(
    tmp_path: Path, people: list[dict[str, Any]]
) -> None:
    for person in people:
        person["phase_since"] = max(person["birth_date"], date(2025, 1, 1))
    staged = staged_of(tmp_path, filled(About.PATIENTS, people), "list.xlsx")
    assert staged.why == {}
    assert len(staged.incoming.patients) == len(people)
    for typed, read in zip(people, staged.incoming.patients, strict=True):
        assert (read.mrn, read.family, read.given) == (
            typed["mrn"], typed["family"], typed["given"],
        )  # fmt: skip
        assert str(read.birth_date) == typed["birth_date"].isoformat()
        assert (read.sex, read.language, read.phase) == (
            typed["sex"][0], typed["language"][0], typed["phase"][0],
        )  # fmt: skip
        assert [phone.number for phone in read.phones] == [typed["phone_mobile"]]
        assert read.phase_since == typed["phase_since"]
        assert read.payer == typed["payer"]


@pytest.mark.parametrize("about", ABOUTS)
def test_a_template_offers_lists_and_holds_no_formula(about: About) -> None:
    book = openpyxl.load_workbook(io.BytesIO(template_bytes(about, catalogue())))
    sheet = book.worksheets[0]
    assert sheet["A2"].value == EXAMPLE
    offered = [rule for rule in sheet.data_validations.dataValidation if rule.type == "list"]
    wanted = [each for each in template_fields(about, catalogue()) if each.kind]
    assert len(offered) == len(wanted)
    assert all(cell.data_type != "f" for page in book for row in page.iter_rows() for cell in row)
    assert sheet["A1"].comment is not None


@pytest.mark.parametrize("kind", ["role", "mode", "outcome", "sex", "phase", "language"])
def test_every_word_that_a_list_offers_is_read_back_as_its_key(kind: str) -> None:
    from careteam.imports.tables.values import Reader

    reader = Reader(catalogue(), MOMENT)
    for key, label in options(kind, catalogue()):
        assert reader.term(label, kind) == key
        assert reader.term(label.upper(), kind) == key
        assert reader.term(key, kind) == key


def test_a_label_like_a_formula_is_text_in_a_template() -> None:
    from dataclasses import replace

    from careteam.domain.catalogue import Offer, Term

    bad = Term("x", '=HYPERLINK("http://example.test")')
    lists = replace(catalogue(), terms={**catalogue().terms, "sex": Offer({"x": bad}, {})})
    book = openpyxl.load_workbook(io.BytesIO(template_bytes(About.PATIENTS, lists)))
    cells = [cell for row in book["Lists"].iter_rows() for cell in row if cell.value == bad.label]
    assert [cell.data_type for cell in cells] == ["s"]
