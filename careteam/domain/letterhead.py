"""What stands at the top of every paper of the clinic: address, phones and logo, checked."""

import base64
import struct
from dataclasses import dataclass, replace

from careteam.domain.errors import Problem, Refused
from careteam.domain.text import clean

MOST_BYTES = 200_000
MOST_PIXELS, LEAST_PIXELS = 4_000, 16
MOST_LINES = 4
LINE = 80
_PNG = b"\x89PNG\r\n\x1a\n"

ADDRESS_SETTING, PHONE_SETTING, AFTER_HOURS_SETTING = (
    "clinic_address",
    "clinic_phone",
    "after_hours_phone",
)
"""Under these keys the settings keep it; the lines of the address are parted by a bar."""
BETWEEN = " | "


@dataclass(frozen=True, slots=True)
class Letterhead:
    """As papers print it; `logo` is a PNG in Base64, empty without one."""

    address: tuple[str, ...] = ()
    phone: str = ""
    after_hours: str = ""
    logo: str = ""

    def lines(self) -> tuple[str, ...]:
        """Address and phones in words."""
        phones = (
            f"Phone {self.phone}" if self.phone else "",
            f"After hours {self.after_hours}" if self.after_hours else "",
        )
        return tuple(entry for entry in (*self.address, *phones) if entry)


NO_LETTERHEAD = Letterhead()


@dataclass(frozen=True, slots=True)
class LetterheadDraft:
    """Address (one line a line), the clinic's phone, and the one to call when it is closed."""

    address: str = ""
    phone: str = ""
    after_hours: str = ""


def check_letterhead(draft: LetterheadDraft) -> LetterheadDraft:
    """The draft cleaned; Refused at each field that does not fit."""
    lines = [clean(line) for line in clean(draft.address, lines=True).split("\n")]
    lines = [line.replace("|", "/") for line in lines if line]
    cleaned = replace(
        draft,
        address="\n".join(lines),
        phone=clean(draft.phone),
        after_hours=clean(draft.after_hours),
    )
    problems: list[Problem] = []
    if len(lines) > MOST_LINES or any(len(line) > LINE for line in lines):
        problems.append(Problem("address", "At most four lines of 80 characters fit."))
    for field, value in (("phone", cleaned.phone), ("after_hours", cleaned.after_hours)):
        if len(value) > LINE // 2:
            problems.append(Problem(field, "At most 40 characters fit."))
        elif value and not any(char.isdigit() for char in value):
            problems.append(Problem(field, "A phone number has digits."))
    if problems:
        raise Refused(problems)
    return cleaned


def check_logo(png: bytes) -> str:
    """The logo in Base64; Refused unless it is a PNG of a sane size.

    A logo is kept as PNG alone: it holds pixels and nothing that could run or be fetched.
    """
    if len(png) > MOST_BYTES:
        raise Refused.at("logo", "The logo has more than 200 kB. Choose a smaller picture.")
    if not png.startswith(_PNG) or png[12:16] != b"IHDR" or not png.endswith(b"IEND\xaeB`\x82"):
        raise Refused.at("logo", "This is not a picture. Choose a PNG or JPEG file.")
    width, height = struct.unpack(">II", png[16:24])
    if not (LEAST_PIXELS <= width <= MOST_PIXELS and LEAST_PIXELS <= height <= MOST_PIXELS):
        raise Refused.at("logo", "A logo is 16 to 4,000 pixels wide and high.")
    return base64.b64encode(png).decode("ascii")
