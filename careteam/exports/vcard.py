"""Members of the care team as vCard 3.0 (RFC 2426), which every phone and mail program reads."""

from collections.abc import Iterable, Iterator

from careteam.domain.agenda import PersonCard
from careteam.exports.content_lines import escaped, file_bytes, listed, structured

_PHONES = {"mobile": "CELL,VOICE", "home": "HOME,VOICE", "work": "WORK,VOICE", "fax": "WORK,FAX"}
_ANY_PHONE = "VOICE"


def cards_bytes(cards: Iterable[PersonCard]) -> bytes:
    """The cards one after the other in one file; the UID of each is that of the person."""
    return file_bytes(line for card in cards for line in _card(card))


def _card(card: PersonCard) -> Iterator[str]:
    yield "BEGIN:VCARD"
    yield "VERSION:3.0"
    yield f"UID:{card.uid}"
    yield f"FN:{escaped(full_name(card))}"
    yield f"N:{structured((card.family, card.given, '', card.title, card.credentials))}"
    if card.organisation or card.department:
        parts = (card.organisation, card.department) if card.department else (card.organisation,)
        yield f"ORG:{structured(parts)}"
    if card.roles:
        yield f"TITLE:{escaped(', '.join(card.roles))}"
        yield f"CATEGORIES:{listed(('Care team',))}"
    for number, kind in card.phones:
        yield f"TEL;TYPE={_PHONES.get(kind, _ANY_PHONE)}:{escaped(number)}"
    if card.pager:
        yield f"TEL;TYPE=PAGER:{escaped(card.pager)}"
    if card.email:
        yield f"EMAIL;TYPE=INTERNET,WORK:{escaped(card.email)}"
    yield "END:VCARD"


def full_name(card: PersonCard) -> str:
    """Dr. Priya Raman, MD: the name as it is shown."""
    name = " ".join(part for part in (card.title, card.given, card.family) if part)
    return ", ".join(part for part in (name, card.credentials) if part)
