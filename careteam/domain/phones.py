"""Phone numbers as people write them, kept as text and shown for the region."""

from dataclasses import dataclass

import phonenumbers

from careteam.domain.errors import Problem
from careteam.domain.text import clean

MOST_PHONES = 20


@dataclass(frozen=True, slots=True)
class Phone:
    """A number with its use, the best time to call, and whether a message may be left."""

    number: str
    kind: str = "mobile"
    best_time: str = ""
    may_leave_message: bool | None = None
    is_wrong: bool = False


def shown(number: str, region: str = "US") -> str:
    """The number as the region writes it; unreadable numbers stay as they are."""
    try:
        parsed = phonenumbers.parse(number, region)
    except phonenumbers.NumberParseException:
        return number
    if not phonenumbers.is_possible_number(parsed):
        return number
    home = phonenumbers.country_code_for_region(region)
    style = (
        phonenumbers.PhoneNumberFormat.NATIONAL
        if parsed.country_code == home
        else phonenumbers.PhoneNumberFormat.INTERNATIONAL
    )
    return phonenumbers.format_number(parsed, style)


def check_phones(phones: tuple[Phone, ...], problems: list[Problem]) -> tuple[Phone, ...]:
    """The phones cleaned, without empty ones; a number without digits is a problem."""
    kept: list[Phone] = []
    for index, phone in enumerate(phones[:MOST_PHONES]):
        number = clean(phone.number)
        if not number:
            continue
        bare = "".join(char for char in number if not char.isspace())
        letters = [char for char in bare.casefold().replace("ext", "x") if char.isalpha()]
        if not any(char.isdigit() for char in number) or set(letters) - {"x"}:
            problems.append(
                Problem(
                    f"phones.{index}",
                    "{number} is not a phone number; write digits only.",
                    {"number": number[:40]},
                )
            )
            continue
        kept.append(
            Phone(
                number[:60],
                phone.kind or "mobile",
                clean(phone.best_time)[:80],
                phone.may_leave_message,
                phone.is_wrong,
            )
        )
    return tuple(kept)
