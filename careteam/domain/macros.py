"""Texts that a short word stands for, with places that are filled in or asked for.

`{date}`, `{patient}` and `{me}` are filled in; `{temperature?}` asks for a word and
`{who?|mother|father}` for one of some words.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

FILLED = ("date", "patient", "me")
"""What the program fills in: the day, the patient's given name, and who works here."""
LONGEST_PROMPT = 60

_BRACED = re.compile(r"\{[^{}]*\}")
_PROMPT = re.compile(r"\{([^{}?|\n]+)\?((?:\|[^{}|\n]+)*)\}")


@dataclass(frozen=True, slots=True)
class Prompt:
    """A place of a text that asks: where it stands, what it asks for, and the words to choose."""

    start: int
    length: int
    asked: str
    choices: tuple[str, ...] = ()


def prompts(text: str) -> Iterator[Prompt]:
    """The places of a text that still ask, in order."""
    for found in _PROMPT.finditer(text):
        choices = tuple(word.strip() for word in found[2].split("|") if word.strip())
        yield Prompt(found.start(), len(found[0]), found[1].strip(), choices)


def filled(text: str, values: Mapping[str, str]) -> str:
    """The text with what the program knows; what it does not know becomes a prompt."""

    def value(found: re.Match[str]) -> str:
        name = found[0][1:-1].strip()
        if name not in FILLED:
            return found[0]
        return values.get(name) or f"{{{name}?}}"

    return _BRACED.sub(value, text)


def problem_of(text: str) -> str:
    """What is wrong with the braces of a text, in one sentence; nothing when they are right."""
    rest = _BRACED.sub("", text)
    if "{" in rest or "}" in rest:
        return "A brace is open: write {temperature?} with both braces."
    for found in _BRACED.finditer(text):
        inside = found[0][1:-1].strip()
        if inside in FILLED:
            continue
        if not _PROMPT.fullmatch(found[0]) or ("|" in found[0] and not _has_two(found[0])):
            return (
                f"{found[0][:LONGEST_PROMPT]} is not known: write {{temperature?}}, "
                "{who?|mother|father}, {date}, {patient} or {me}."
            )
    return ""


def _has_two(braced: str) -> bool:
    return len(next(prompts(braced)).choices) > 1
