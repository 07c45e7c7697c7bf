"""A protected PDF opens with its password alone and tells nothing without it."""

import io
import re

import pikepdf
import pypdf
import pytest

from careteam.domain.disclosures import Accounting, AccountingLine
from careteam.domain.errors import Refused
from careteam.domain.passwords import check_password
from careteam.exports.papers import paper_pdf
from careteam.exports.protecting import new_password, protected

PASSWORD = "lantern meadow 41"
TOLD = Accounting(
    "Leukemia Program", "Joan Ellis, RN", "", "20-Nov-2026 09:30", "2026-11-20",
    "DELACRUZ, Maria", "482913", "14-Mar-1981", "20-Nov-2020 to 20-Nov-2026",
    (AccountingLine("20-Nov-2026 09:30", "Westside", "payment", "care summary", "Joan Ellis"),),
)  # fmt: skip


@pytest.fixture(scope="module")
def plain() -> bytes:
    return paper_pdf(TOLD, "us-letter")


@pytest.fixture(scope="module")
def sealed(plain: bytes) -> bytes:
    return protected(plain, PASSWORD)


def test_it_opens_with_the_password_and_not_without(plain: bytes, sealed: bytes) -> None:
    reader = pypdf.PdfReader(io.BytesIO(sealed))
    assert reader.is_encrypted
    assert reader.decrypt("another one 123") == pypdf.PasswordType.NOT_DECRYPTED
    with pytest.raises(pikepdf.PasswordError):
        pikepdf.open(io.BytesIO(sealed))
    with pikepdf.open(io.BytesIO(sealed), password=PASSWORD) as document:
        seal = document.encryption
        assert (seal.R, seal.bits, seal.stream_method.name) == (6, 256, "aesv3")
        assert document.allow.accessibility
        assert not document.owner_password_matched
        assert len(document.pages) == len(pypdf.PdfReader(io.BytesIO(plain)).pages)


def test_title_metadata_and_words_are_hidden(plain: bytes, sealed: bytes) -> None:
    assert b"Accounting of disclosures" in plain
    for secret in (b"Accounting of disclosures", b"DELACRUZ", b"Joan Ellis", b"x:xmpmeta"):
        assert secret not in sealed


def test_it_is_still_tagged(sealed: bytes) -> None:
    with pikepdf.open(io.BytesIO(sealed), password=PASSWORD) as document:
        assert document.Root.MarkInfo.Marked
        assert "/StructTreeRoot" in document.Root
        assert str(document.docinfo["/Title"]).startswith("Accounting of disclosures")


def test_a_password_made_here_can_be_read_out_and_is_never_the_same() -> None:
    made = {new_password() for _ in range(200)}
    assert len(made) == 200
    assert all(re.fullmatch(r"([a-hj-km-np-z2-9]{4}-){4}[a-hj-km-np-z2-9]{4}", one) for one in made)


@pytest.mark.parametrize(
    ("typed", "again", "field"),
    [
        ("elevenchars", "elevenchars", "password"),
        ("twelve chars", "twelve chart", "again"),
        ("é" * 64, "é" * 64, "password"),
    ],
)
def test_a_password_is_long_enough_and_typed_twice_alike(
    typed: str, again: str, field: str
) -> None:
    with pytest.raises(Refused) as refused:
        check_password(typed, again)
    assert refused.value.problems[0].field == field
    assert check_password("twelve chars", "twelve chars") == "twelve chars"
