"""Something to choose from a list, a row of segments or a menu."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Option:
    """The key the program keeps, the word the nurse reads, and a quieter word beside it."""

    key: str
    label: str
    detail: str = ""


def option_words(option: Option) -> str:
    """An option as one line."""
    return f"{option.label} · {option.detail}" if option.detail else option.label
