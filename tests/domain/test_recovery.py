"""Codes on paper: typing mistakes are found, and every honest way of typing is taken."""

import random
import re
from collections.abc import Callable

import pytest

from careteam.domain.recovery import ALPHABET, CHARACTERS, CHECKED, new_code, read_code

LENGTH = CHARACTERS + CHECKED
TRIES = 20_000


def test_a_code_has_32_letters_that_nobody_confuses_in_groups_of_four() -> None:
    code = new_code()
    assert re.fullmatch(r"([0-9A-Z]{4}-){7}[0-9A-Z]{4}", code)
    assert not set("ILOU") & set(code)
    assert read_code(code) == code.replace("-", "")
    assert new_code() != code


@pytest.mark.parametrize(
    "typed",
    [
        str.lower,
        lambda code: code.replace("-", ""),
        lambda code: code.replace("-", " "),
        lambda code: f"  {code} \n",
        lambda code: code.replace("0", "O"),
        lambda code: code.replace("0", "o").replace("1", "l"),
        lambda code: code.replace("1", "I"),
        lambda code: code.replace("-", "\u2013"),
    ],
)
def test_a_code_may_be_typed_in_any_honest_way(typed: Callable[[str], str]) -> None:
    for _ in range(50):
        code = new_code()
        assert read_code(typed(code)) == code.replace("-", "")


def test_twenty_thousand_typing_mistakes_and_transpositions_are_all_found(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Twenty bits are checked: of a million mistakes one passes, and the codes here are fixed."""
    chance = random.Random(66)  # noqa: S311 - mistakes, no secrets
    monkeypatch.setattr("careteam.domain.recovery.secrets.choice", chance.choice)
    for _ in range(TRIES):
        bare = list(read_code(new_code()))
        place = chance.randrange(LENGTH - 1)
        before = bare[place]
        if chance.random() < 0.5:
            bare[place] = chance.choice([letter for letter in ALPHABET if letter != before])
        else:
            bare[place], bare[place + 1] = bare[place + 1], before
            if bare[place] == before:
                continue
        with pytest.raises(ValueError, match="typing mistake"):
            read_code("".join(bare))


@pytest.mark.parametrize("length", [0, 1, 31, 33, 64])
def test_a_letter_too_few_or_too_many_is_told_by_number(length: int) -> None:
    bare = (read_code(new_code()) * 2)[:length]
    with pytest.raises(ValueError, match=f"this has {length}"):
        read_code(bare)


def test_a_letter_of_no_code_is_a_typing_mistake() -> None:
    with pytest.raises(ValueError, match="typing mistake"):
        read_code("U" + read_code(new_code())[1:])
    with pytest.raises(ValueError, match="typing mistake"):
        read_code("\u0663" * LENGTH)
