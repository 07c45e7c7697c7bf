"""Every paper in every form of file: the same texts, escaped, tagged and readable by others."""

import csv
import html.parser
import io
from dataclasses import replace
from typing import Any

import docx
import pypdf
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from careteam.domain.disclosures import Accounting, AccountingLine, Form
from careteam.domain.handing import Leaving
from careteam.domain.letterhead import Letterhead
from careteam.domain.team_card import WALLET, CardLine, TeamCard, dialling
from careteam.domain.treatment_summary import TreatmentSection, TreatmentSummary, TreatmentTable
from careteam.exports.csv_paper import COLUMNS, lines_of
from careteam.exports.html_paper import html_of
from careteam.exports.papers import SUFFIXES, paper_file, paper_pages, paper_told
from careteam.exports.told import cleaned, texts_of
from tests.exports.handing import HUDDLE, SHEET
from tests.exports.summaries import MARIA

HEAD = Letterhead(("12 Elm Street", "Springfield"), "(212) 555-0100", "(212) 555-0199")
LOGO = (
    "iVBORw0KGgoAAAANSUhEUgAAACAAAAAQCAIAAAD4YuoOAAAAHUlEQVR4nGPgjm+mKWIYtWDUglELRi0YtWAoWAAA"
    "OjTaEH+JezUAAAAASUVORK5CYII="
)
LEFT = AccountingLine("1-Nov-2026 10:00", "Westside Clinic", "treatment", "care summary", "Joan")
ACCOUNT = Accounting(
    "Clinic", "Joan", "", "22-Nov-2026 09:44", "2026-11-22", "DELACRUZ", "1", "", "ever", (LEFT,)
)
TREATMENT = TreatmentSummary(
    "Clinic",
    "Joan Ellis, RN, OCN",
    "",
    "22-Nov-2026 09:44",
    "2026-11-22",
    MARIA.identity,
    alerts=("Neutropenic since 17-Nov",),
    tables=(
        TreatmentTable(
            TreatmentSection.DIAGNOSIS, "Diagnosis and risk", ("What", "As known"), (("CNS", "1"),)
        ),
        TreatmentTable(
            TreatmentSection.PHASES,
            "Phases of treatment",
            ("Phase", "From", "Until"),
            (("Induction", "9-Nov", ""), ("Consolidation", "", "")),
        ),
    ),
    letterhead=HEAD,
    digest="ab12" + "0" * 60,
)
CARD = TeamCard(
    "Clinic",
    "Joan Ellis, RN, OCN",
    "",
    "22-Nov-2026 09:44",
    "2026-11-22",
    MARIA.identity,
    (
        CardLine("When the clinic is closed", "Clinic", "(212) 555-0199", "tel:2125550199"),
        *(
            CardLine(f"Role {n}", f"Person {n}", f"(212) 555-01{n:02d}", f"tel:+1212555{n:04d}")
            for n in range(20)
        ),
        CardLine("Chaplain", "", ""),
    ),
    letterhead=HEAD,
    digest="cd34" + "0" * 60,
)
TREES: dict[str, Leaving] = {
    "summary": replace(MARIA, letterhead=HEAD),
    "handoff": replace(SHEET, letterhead=HEAD),
    "treatment": TREATMENT,
    "card": CARD,
    "wallet": replace(CARD, shape=WALLET),
    "huddle": HUDDLE,
    "accounting": ACCOUNT,
}
TREE = pytest.mark.parametrize("tree", TREES.values(), ids=TREES)


class Page(html.parser.HTMLParser):
    """What a reader of the file sees, and its tags with their attributes."""

    def __init__(self, data: bytes) -> None:
        super().__init__()
        self.words: list[str] = []
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self._in_style = False
        self.feed(data.decode())

    def handle_starttag(self, tag: str, attrs: Any) -> None:
        self.tags.append((tag, dict(attrs)))
        self._in_style = tag == "style"

    def handle_endtag(self, tag: str) -> None:
        self._in_style = self._in_style and tag != "style"

    def handle_data(self, data: str) -> None:
        if not self._in_style:
            self.words.append(data)

    @property
    def text(self) -> str:
        return "".join(self.words)

    def named(self, tag: str) -> list[dict[str, str | None]]:
        return [values for name, values in self.tags if name == tag]


def flat(text: str) -> str:
    return " ".join(text.split())


def docx_text(data: bytes) -> str:
    document = docx.Document(io.BytesIO(data))
    section = document.sections[0]
    lines = [
        line.text
        for line in (*document.paragraphs, *section.header.paragraphs, *section.footer.paragraphs)
    ]
    for table in document.tables:
        for row in table._tbl.tr_lst:
            lines += ["".join(cell.itertext()) for cell in row.tc_lst]
    return "\n".join(lines)


def words_of(tree: Leaving, form: Form) -> str:
    data = paper_file(tree, form, "us-letter")
    if form is Form.HTML:
        return Page(data).text
    if form is Form.DOCX:
        return docx_text(data)
    return data.decode("utf-8-sig")


def missing(tree: Leaving, form: Form) -> list[str]:
    found = flat(words_of(tree, form).replace('""', '"'))
    return [
        line
        for text in texts_of(cleaned(paper_told(tree)))
        for line in text.split("\n")
        if flat(line) not in found
    ]


@TREE
@pytest.mark.parametrize("form", [Form.HTML, Form.DOCX, Form.CSV])
def test_every_text_of_the_tree_is_in_every_form(tree: Leaving, form: Form) -> None:
    told = paper_told(tree)
    headings = {title for part in told.parts for title in part.columns}
    left = set(missing(tree, form))
    assert left <= (headings if form is Form.CSV else set())
    assert tree.digest in words_of(tree, form)


@TREE
def test_a_web_page_has_no_script_nothing_from_outside_and_heads_on_its_tables(
    tree: Leaving,
) -> None:
    page = Page(paper_file(tree, Form.HTML, "us-letter"))
    tags = {name for name, _ in page.tags}
    assert not tags & {"script", "link", "iframe", "object", "form", "a", "base"}
    assert page.named("html") == [{"lang": "en", "dir": "ltr"}]
    assert len(page.named("h1")) == 1
    for _, values in page.tags:
        assert not {"src", "href", "style", "onclick", "onerror"} & set(values)
    heads = page.named("th")
    assert heads
    assert {values.get("scope") for values in heads} == {"col", "row"}
    assert len(page.named("caption")) == len(page.named("table"))
    policy = {values.get("http-equiv"): values.get("content") for values in page.named("meta")}
    assert str(policy["Content-Security-Policy"]).startswith("default-src 'none'")


@TREE
def test_a_pdf_is_tagged_has_its_fonts_inside_and_says_the_letterhead(tree: Leaving) -> None:
    reader = pypdf.PdfReader(io.BytesIO(paper_file(tree, Form.PDF, "us-letter")))
    root: Any = reader.trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"]
    assert "/StructTreeRoot" in root
    assert root["/Lang"] == "en"
    for page in reader.pages:
        resources: Any = page["/Resources"]
        for font in resources["/Font"].values():
            inner = font.get_object()["/DescendantFonts"][0].get_object()
            assert "/FontFile2" in inner["/FontDescriptor"].get_object()
    if tree.letterhead is HEAD:
        first = flat(reader.pages[0].extract_text())
        assert "12 Elm Street · Springfield · Phone (212) 555-0100" in first


def test_a_logo_stands_on_every_form_that_has_pictures() -> None:
    tree = replace(MARIA, letterhead=replace(HEAD, logo=LOGO))
    plain = paper_file(replace(MARIA, letterhead=HEAD), Form.PDF, "us-letter")
    pdf = pypdf.PdfReader(io.BytesIO(paper_file(tree, Form.PDF, "us-letter")))
    assert len(pdf.pages[0].images) == 1
    assert not pypdf.PdfReader(io.BytesIO(plain)).pages[0].images
    page = Page(paper_file(tree, Form.HTML, "us-letter"))
    (image,) = page.named("img")
    assert str(image["src"]).startswith("data:image/png;base64,")
    assert image["alt"] == MARIA.clinic
    document = docx.Document(io.BytesIO(paper_file(tree, Form.DOCX, "us-letter")))
    assert len(document.inline_shapes) == 1


def test_a_card_says_who_to_call_when_the_clinic_is_closed_first() -> None:
    for shape, pages in (("page", 3), (WALLET, 1)):
        tree = replace(CARD, shape=shape)
        reader = pypdf.PdfReader(io.BytesIO(paper_file(tree, Form.PDF, "us-letter")))
        assert len(reader.pages) <= pages
        whole = "".join(page.extract_text() for page in reader.pages)
        assert whole.index("When the clinic is closed") < whole.index("Role 0")
        assert ("and 10 more" in whole) == (shape == WALLET)
        assert ("Role 19" in whole) == (shape == "page")


@pytest.mark.parametrize(
    ("number", "uri"),
    [
        ("+12125550144", "tel:+12125550144"),
        ("(212) 555-0144", "tel:2125550144"),
        ("(212) 555-0144 ext. 12", "tel:2125550144;ext=12"),
        ("(212) 555-0144 x9", "tel:2125550144;ext=9"),
        ("ask the desk", ""),
        ("", ""),
    ],
)
def test_a_number_is_dialled_as_it_was_written(number: str, uri: str) -> None:
    assert dialling(number) == uri


def test_what_looks_like_markup_or_a_formula_stays_text() -> None:
    evil = '<script>alert("x")</script> &amp; =HYPERLINK("http://x")'
    tree = replace(MARIA, state=evil, alerts=("=1+1",))
    page = Page(paper_file(tree, Form.HTML, "us-letter"))
    assert "script" not in {name for name, _ in page.tags}
    assert evil in page.text
    assert evil in docx_text(paper_file(tree, Form.DOCX, "us-letter"))
    rows = list(csv.reader(io.StringIO(words_of(tree, Form.CSV))))
    assert ["Person", "1", "Alert", "'=1+1"] in rows


def test_a_table_is_read_back_as_it_was_told() -> None:
    rows = list(csv.reader(io.StringIO(words_of(MARIA, Form.CSV))))
    assert tuple(rows[0]) == COLUMNS
    told = [
        [part, str(row), column, value] for part, row, column, value in lines_of(paper_told(MARIA))
    ]
    unmarked = [
        [part, row, column, value.removeprefix("'")] for part, row, column, value in rows[1:]
    ]
    assert unmarked == told
    assert ["Care team", "2", "Next due", "20-Nov, late"] in rows


def test_a_word_document_has_headings_heads_that_repeat_its_language_and_page_numbers() -> None:
    data = paper_file(MARIA, Form.DOCX, "us-letter")
    document = docx.Document(io.BytesIO(data))
    styles = [line.style.name for line in document.paragraphs if line.style is not None]
    assert styles.count("Heading 1") == 1
    assert styles.count("Heading 2") == len(paper_told(MARIA).parts)
    for table in document.tables:
        assert table._tbl.tr_lst[0].xpath("./w:trPr/w:tblHeader")
        assert not table._tbl.tr_lst[1].xpath("./w:trPr/w:tblHeader")
    footer = document.sections[0].footer._element.xml
    assert 'w:instr="PAGE"' in footer
    assert "MRN 482913" in footer
    assert 'w:lang w:val="en"' in document.styles["Normal"].element.xml
    assert document.core_properties.title == "Care summary, made 22-nov-2026 09:44"
    assert "DELACRUZ" not in str(document.core_properties.title)


def test_a_page_of_another_script_says_its_language_and_direction() -> None:
    told = replace(paper_told(MARIA), language="ar", is_right_to_left=True)
    assert Page(html_of(told)).named("html") == [{"lang": "ar", "dir": "rtl"}]


def test_two_thousand_contacts_and_names_of_two_hundred_letters_are_whole_in_every_form() -> None:
    line = MARIA.contacts[0]
    many = tuple(replace(line, note=f"Note {number:04d}") for number in range(2_000))
    long = "Ñandú" * 40
    tree = replace(MARIA, contacts=many, identity=replace(MARIA.identity, name=long))
    for form in SUFFIXES:
        if form is not Form.PDF:
            found = words_of(tree, form).replace("\n", "")
            assert all(f"Note {number:04d}" in found for number in range(2_000)), form
            assert long in found, form


ANY = st.text(st.characters(codec="utf-8"), max_size=40)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(name=ANY, note=ANY, role=ANY, alert=ANY, text=ANY)
def test_whatever_is_typed_no_form_fails_and_every_text_is_there(
    name: str, note: str, role: str, alert: str, text: str
) -> None:
    tree = replace(
        MARIA,
        identity=replace(MARIA.identity, name=name, diagnosis=text),
        alerts=(alert,),
        where_text=text,
        team=(replace(MARIA.team[0], role=role, person=name),),
        contacts=(replace(MARIA.contacts[0], note=note, role=role),),
    )
    for form in (Form.HTML, Form.DOCX):
        assert missing(tree, form) == []
    csv_lines = lines_of(paper_told(tree))
    rows = csv.reader(io.StringIO(words_of(tree, Form.CSV), newline=""))
    assert len(list(rows)) == len(csv_lines) + 1
    assert paper_file(tree, Form.TEXT, "us-letter")


@pytest.mark.parametrize("paper", ["us-letter", "a4"])
def test_a_full_handoff_sheet_stays_on_one_page_under_a_letterhead_with_a_logo(paper: Any) -> None:
    assert len(paper_pages(replace(SHEET, letterhead=replace(HEAD, logo=LOGO)), paper)) == 1


def test_a_treatment_summary_and_a_card_of_two_thousand_lines_are_whole_on_paper() -> None:
    long = "Ñandú" * 40
    table = replace(
        TREATMENT.tables[1], rows=tuple((f"{long} {n:04d}", "9-Nov", "") for n in range(2_000))
    )
    treatment = replace(TREATMENT, tables=(table,))
    line = CardLine("", long, "(212) 555-0199", "tel:2125550199")
    card = replace(CARD, lines=tuple(replace(line, role=f"R{n:04d}") for n in range(300)))
    for tree, mark, count in ((treatment, "", 2_000), (card, "R", 300)):
        reader = pypdf.PdfReader(io.BytesIO(paper_file(tree, Form.PDF, "us-letter")))
        whole = "".join("".join(page.extract_text().split()) for page in reader.pages)
        assert all(f"{mark}{number:04d}" in whole for number in range(count))
    wallet = replace(card, shape=WALLET)
    assert len(paper_pages(wallet, "a4")) == 1
