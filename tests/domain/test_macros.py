"""Places of a macro that are filled in, asked for, or written wrong."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from careteam.domain.catalogue_drafts import MacroDraft, check_macro
from careteam.domain.errors import Refused
from careteam.domain.macros import Prompt, filled, problem_of, prompts

KNOWN = {"date": "20-Nov-2026", "patient": "Maria", "me": "Joan Ellis, RN, OCN"}


def test_what_the_program_knows_is_filled_in_and_the_rest_is_asked_for() -> None:
    text = "{date}: {patient} told {me}, {temperature?} °C, {who?|mother|father} there."
    done = filled(text, KNOWN)
    assert done.startswith("20-Nov-2026: Maria told Joan Ellis, RN, OCN, {temperature?}")
    first, second = prompts(done)
    assert (first.asked, first.choices) == ("temperature", ())
    assert (second.asked, second.choices) == ("who", ("mother", "father"))
    assert done[second.start : second.start + second.length] == "{who?|mother|father}"


def test_what_is_not_known_here_is_asked_for() -> None:
    assert filled("{patient} called", {}) == "{patient?} called"
    assert list(prompts("{patient?} called")) == [Prompt(0, 10, "patient")]


@pytest.mark.parametrize(
    "text",
    ["plain words", "{date} {patient} {me}", "{temperature?}", "{who?|mother|father}", "{a b?}"],
)
def test_what_is_written_right_has_no_problem(text: str) -> None:
    assert problem_of(text) == ""
    assert check_macro(MacroDraft(".x", text)).text == text


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("{temperature", "A brace is open"),
        ("temperature?}", "A brace is open"),
        ("{temperature}", "{temperature} is not known"),
        ("{?}", "{?} is not known"),
        ("{who|mother|father}", "is not known"),
        ("{who?|mother}", "is not known"),
        ("{}", "{} is not known"),
    ],
)
def test_what_is_written_wrong_is_said_in_one_sentence(text: str, said: str) -> None:
    assert said in problem_of(text)
    with pytest.raises(Refused) as refused:
        check_macro(MacroDraft(".x", text))
    [problem] = refused.value.problems
    assert (problem.field, said in problem.sentence) == ("text", True)


@given(st.text(alphabet="{}?|ab \n", max_size=30))
def test_any_text_is_either_right_or_has_one_sentence(text: str) -> None:
    if problem_of(text):
        assert problem_of(text).endswith(".")
    else:
        left = filled(text, KNOWN)
        for prompt in reversed(list(prompts(left))):
            left = left[: prompt.start] + left[prompt.start + prompt.length :]
        assert "{" not in left
        assert "}" not in left
