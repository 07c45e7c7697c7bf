"""Letters without a font, and numbers among letters that run right to left."""

import random
import unicodedata

import pytest
import typst

from careteam.domain.text import clean
from careteam.exports import glyphs, typesetting

ACUTE = "\u0301"


def missing_in_ours(text: str) -> tuple[str, ...]:
    return glyphs.missing(text, lambda texts: typesetting.undrawable(texts, with_system=False))


def test_marks_and_joined_emoji_stay_with_their_letter() -> None:
    assert glyphs.clusters(f"ae{ACUTE}x") == ["a", f"e{ACUTE}", "x"]
    assert glyphs.clusters("👩\u200d⚕") == ["👩\u200d⚕"]


@pytest.mark.parametrize(
    ("cluster", "words"),
    [
        ("😀", "[grinning face]"),
        ("李", "[U+674E]"),
        (f"]{ACUTE}", "]"),
        ("👩\u200d⚕", "[woman][staff of aesculapius]"),
    ],
)
def test_what_cannot_be_drawn_is_spelled_out(cluster: str, words: str) -> None:
    assert glyphs.spelled(cluster) == words


def test_missing_letters_are_named_once_and_in_their_order() -> None:
    assert missing_in_ours("李 and 陳 and 李, é, −") == ("李", "陳")


def test_plain_letters_ask_no_font_at_all() -> None:
    def never(texts: object) -> set[str]:
        raise AssertionError(texts)

    assert glyphs.missing("plain words, 38.0", never) == ()


def test_only_the_absent_cluster_is_replaced() -> None:
    assert glyphs.replaced("aé李é", {"李": "[U+674E]"}) == "aé[U+674E]é"


def test_a_long_word_may_break_and_a_short_one_may_not() -> None:
    assert glyphs.breakable("short (212) 555-0148") == "short (212) 555-0148"
    assert glyphs.breakable("x" * 40) == "\u200b".join(["x" * 8] * 5)


def test_numbers_are_isolated_only_among_right_to_left_letters() -> None:
    assert glyphs.in_order("call (212) 555-0148") == "call (212) 555-0148"
    assert glyphs.in_order("فاطمة (212) 555-0148") == "فاطمة \u2066(212) 555-0148\u2069"


def test_values_side_by_side_keep_their_places() -> None:
    line = glyphs.side_by_side(["محمد", "MRN 7"], " · ")
    assert line == "\u2068محمد\u2069 · MRN 7"


def test_random_text_of_many_scripts_never_stops_a_document() -> None:
    chance = random.Random(20261122)  # noqa: S311 - the same texts in each run
    blocks = [(0x20, 0x24F), (0x300, 0x36F), (0x370, 0x5FF), (0x600, 0x6FF), (0x900, 0xFFF)]
    blocks += [(0x1E00, 0x2BFF), (0x3000, 0x30FF), (0x1F300, 0x1F6FF), (0xFB00, 0xFFFF)]
    for _ in range(40):
        text = clean("".join(chr(chance.randint(*chance.choice(blocks))) for _ in range(60)))
        absent = {cluster: glyphs.spelled(cluster) for cluster in missing_in_ours(text)}
        written = glyphs.in_order(glyphs.breakable(glyphs.replaced(text, absent)))
        made = typst.compile(
            b'#set document(title: "t", date: datetime(year: 2026, month: 1, day: 2))\n'
            b"#set text(font: sys.inputs.fonts.split(`,`.text), lang: `en`.text)\n"
            b"#sys.inputs.words",
            font_paths=typesetting.fonts(with_system=False),
            ignore_system_fonts=True,
            sys_inputs={"words": written, "fonts": "Inter,Noto Sans Arabic,Noto Sans Hebrew"},
            pdf_standards=typesetting.STANDARDS,
        )
        assert made.startswith(b"%PDF"), [unicodedata.name(char, "?") for char in text]


def test_no_template_reaches_beyond_its_folder() -> None:
    for template in typesetting.TEMPLATES.glob("*.typ"):
        assert '"@' not in template.read_text("utf-8"), template.name
