"""The care-team card: its codes are read back from the drawn page, by a reader of codes."""

import io
from dataclasses import replace

import pypdf
import pytest
import zxingcpp
from PIL import Image

from careteam.domain.team_card import SCANNED, WALLET, CardLine, TeamCard, for_wallet
from careteam.exports.card_paper import IN_WALLET, card_document, code_picture
from careteam.exports.documents import Paper, document_pages, document_pdf
from tests.exports.test_forms import CARD

FIRST = CardLine("When the clinic is closed", "Clinic", "(212) 555-0199", "tel:+12125550199", True)
LEAD = CardLine("Leukemia doctor", "Dr Priya Raman", "(212) 555-0110", "tel:+12125550110", True)
OTHER = CardLine("Transplant doctor", "Dr Alan Weiss", "(212) 555-0171", "tel:+12125550171")
NAVIGATOR = CardLine("Navigator", "Joan Ellis, RN", "(212) 555-0101", "tel:+12125550101", True)
SILENT = CardLine("Chaplain", "Rev. Paul Ng", "")


def card(*lines: CardLine, shape: str = WALLET) -> TeamCard:
    return replace(CARD, lines=lines, shape=shape)


def scanned(tree: TeamCard, paper: Paper = "us-letter", ppi: float = 150) -> list[str]:
    found: list[str] = []
    for page in document_pages(card_document(tree, paper), kind="png", ppi=ppi):
        with Image.open(io.BytesIO(page)) as picture:
            found += [code.text for code in zxingcpp.read_barcodes(picture.convert("L"))]
    return found


@pytest.mark.parametrize("paper", ["us-letter", "a4"])
def test_a_wallet_dials_the_three_numbers_that_matter(paper: Paper) -> None:
    tree = card(FIRST, LEAD, OTHER, NAVIGATOR, SILENT)
    assert sorted(scanned(tree, paper)) == sorted(
        line.uri.upper() for line in (FIRST, LEAD, NAVIGATOR)
    )


def test_the_codes_of_a_wallet_are_read_from_a_poor_picture_too() -> None:
    """96 dots to the inch: a square of a code is little more than two dots."""
    assert len(scanned(card(FIRST, LEAD, NAVIGATOR), ppi=96)) == SCANNED


def test_every_number_on_the_page_has_its_code() -> None:
    lines = tuple(replace(OTHER, uri=f"tel:+121255501{n:02d}") for n in range(14))
    tree = card(FIRST, *lines, SILENT, shape="page")
    assert sorted(scanned(tree)) == sorted(line.uri.upper() for line in (FIRST, *lines))


def test_whoever_can_be_dialled_takes_the_place_of_who_cannot() -> None:
    one, two = for_wallet((SILENT, OTHER, NAVIGATOR))
    assert one == (NAVIGATOR, OTHER)
    assert two == (SILENT,)
    assert for_wallet(()) == ((), ())
    assert for_wallet((OTHER, OTHER, OTHER, OTHER)) == ((OTHER,) * 3, (OTHER,))


def test_a_number_fits_into_the_smallest_code_and_an_extension_into_one_that_is_read() -> None:
    """The smallest has 21 squares a side (ISO/IEC 18004, version 1), and two light ones around."""
    assert b'viewBox="0 0 25 25"' in code_picture("tel:+12125550100")
    assert code_picture("") == b""
    tree = card(replace(FIRST, uri="tel:+12125550100;ext=4711"))
    assert scanned(tree) == ["TEL:+12125550100;EXT=4711"]


def test_long_names_are_shortened_and_numbers_never() -> None:
    long = "Wolfeschlegelsteinhausenbergerdorff " * 6
    number = "+1 (212) 555-0199 ext. 1234567890"
    lines = tuple(
        replace(line, role=long, person=long, phone=number)
        for line in (FIRST, LEAD, NAVIGATOR, *[OTHER] * 20)
    )
    (page,) = pypdf.PdfReader(io.BytesIO(document_pdf(card_document(card(*lines), "a4")))).pages
    said = page.extract_text()
    assert said.count("ext. 1234567890") == IN_WALLET
    assert said.count("…") >= 2 * IN_WALLET
    assert f"and {23 - IN_WALLET} more; the page has them all" in said


def test_a_card_without_anybody_says_so() -> None:
    (page,) = pypdf.PdfReader(io.BytesIO(document_pdf(card_document(card(), "a4")))).pages
    assert "Nobody has a role yet." in page.extract_text()
