"""What a new password has to be, at every edge, in one sentence."""

import pytest

from careteam.domain.passphrases import (
    GUESSED,
    LEAST_CHARACTERS,
    LEAST_WITH_CODE,
    MOST_CHARACTERS,
    plain,
    wrong_with,
)

LONG = "walnut harbor sixteen violins and a kettle that nobody has ever polished; " * 3


@pytest.mark.parametrize("length", [0, 1, 14])
def test_a_short_password_is_told_how_many_characters_are_missing(length: int) -> None:
    sentence = wrong_with(LONG[:length])
    assert "at least 15" in sentence
    assert f"{LEAST_CHARACTERS - length} more" in sentence


@pytest.mark.parametrize("length", [15, MOST_CHARACTERS])
def test_from_15_to_128_characters_any_that_are_not_guessed_will_do(length: int) -> None:
    assert wrong_with(LONG[:length]) == ""


@pytest.mark.parametrize("length", [MOST_CHARACTERS + 1, 10_000])
def test_a_password_that_is_too_long_is_told_so_at_once(length: int) -> None:
    assert wrong_with((LONG * 50)[:length]) == "A password has at most 128 characters."


def test_with_a_second_factor_eight_characters_are_enough() -> None:
    short = "vq7#Kd!xwm"
    assert wrong_with(short, with_code=True) == ""
    assert wrong_with(short)
    assert f"at least {LEAST_WITH_CODE}" in wrong_with(short[:7], with_code=True)


@pytest.mark.parametrize(
    "known",
    ["passwordpassword", "qwertyuiopasdfgh", "aaaaaaaaaaaaaaaaaaaa", "123456789012345678"],
)
def test_a_known_password_and_a_pattern_are_refused_whatever_their_length(known: str) -> None:
    assert wrong_with(known) == GUESSED


@pytest.mark.parametrize("typed", ["joan.ellisjoan.ellis", "Leukemia Program", "joan.ellis12345"])
def test_the_name_of_the_user_and_of_the_clinic_are_no_passwords(typed: str) -> None:
    assert wrong_with(typed, names=("joan.ellis", "Leukemia Program", "")) == GUESSED


def test_letters_put_together_in_another_way_are_the_same_password() -> None:
    composed, apart = "caf\u00e9 lantern meadow", "cafe\u0301 lantern meadow"
    assert plain(composed) == plain(apart)
    fifteen = "\u00e9\u00e9\u00e9 lantern mea"
    assert wrong_with(fifteen) == wrong_with(fifteen.replace("\u00e9", "e\u0301")) == ""


def test_blanks_count_and_stay() -> None:
    assert plain("lantern meadow ") != plain("lantern meadow")
    assert wrong_with("lantern meadow ") == ""
    assert "1 more" in wrong_with("lantern meadow")


def test_signs_and_pictures_are_letters_like_any_other() -> None:
    pictures = "\U0001f511 lantern \U0001f984 meadow"
    assert wrong_with(pictures) == ""
    assert plain(pictures).decode() == pictures
    assert plain("\ud800 half a letter")
