"""Names, telephone numbers and addresses as FHIR writes them, for patients and staff alike."""

from dataclasses import dataclass

from careteam.domain.identity import NO_NAME
from careteam.domain.patients import Address
from careteam.domain.phones import Phone, check_phones
from careteam.domain.text import LINE_LENGTH, NAME_LENGTH
from careteam.imports.fhir.details import Details, details_of
from careteam.imports.fhir.tree import Node, node, nodes, text, texts

_NAME_RANKS = {"official": 0, "usual": 1, "": 2, "temp": 3, "nickname": 5, "anonymous": 6}
_ADDRESS_RANKS = {"home": 0, "": 1, "temp": 2, "work": 3, "billing": 4}
_LAST = 9
_ENDED = 20
_PHONE_KINDS = {"home": "home", "work": "work", "mobile": "mobile"}
_LONGEST_TITLE = 40
_LONGEST_CREDENTIALS = 80
_LONGEST_NUMBER = 60
_LONGEST_CODE = 40


@dataclass(frozen=True, slots=True)
class Name:
    """A name in its parts, each as given; `nickname` is another name that is marked as one."""

    family: str
    given: str = ""
    title: str = ""
    credentials: str = ""
    nickname: str = ""

    @property
    def spoken(self) -> str:
        """Given names first: how a related person is named."""
        return " ".join(part for part in (self.given, self.family) if part)


@dataclass(frozen=True, slots=True)
class Reach:
    """How somebody is reached, best number first; `unreadable` counts what was left out."""

    phones: tuple[Phone, ...] = ()
    email: str = ""
    unreadable: int = 0
    pager: str = ""


def name_of(value: object) -> Name:
    """The name to use: official, else usual, else the first that still holds; digits stay.

    Where only `text` is given it becomes the family name; where nothing is, "(no name)".
    """
    given = [name for name in nodes(value) if _has_words(name)]
    if not given:
        return Name(NO_NAME)
    best = min(given, key=_name_rank)
    nickname = next((name for name in given if name.get("use") == "nickname"), {})
    family, first = text(best.get("family")), texts(best.get("given"))
    return Name(
        family=family if family or first else text(best.get("text")),
        given=first,
        title=texts(best.get("prefix"))[:_LONGEST_TITLE],
        credentials=texts(best.get("suffix"), ", ")[:_LONGEST_CREDENTIALS],
        nickname="" if nickname is best else texts(nickname.get("given"))[:NAME_LENGTH],
    )


def reach_of(value: object) -> Reach:
    """Telephone numbers and e-mail in the order of their rank; old ones are left out."""
    points = [point for point in nodes(value) if point.get("use") != "old"]
    phones: dict[str, Phone] = {}
    emails: list[str] = []
    unreadable = 0
    pager = ""
    for point in sorted(points, key=_rank):
        said = text(point.get("value"), NAME_LENGTH + 1)
        system, use = text(point.get("system")), text(point.get("use"))
        if not said:
            continue
        if system == "email" or (not system and "@" in said):
            emails.append(said.removeprefix("mailto:"))
        elif system == "pager":
            pager = pager or said[:_LONGEST_NUMBER]
        elif system in ("phone", "sms") or use == "mobile" or not system:
            number = said.removeprefix("tel:")[:_LONGEST_NUMBER]
            kind = "mobile" if system == "sms" else _PHONE_KINDS.get(use, "other")
            kept = check_phones((_phone(number, kind, details_of(point, "phone")),), [])
            unreadable += not kept
            for phone in kept:
                phones.setdefault(phone.number, phone)
    good = [mail for mail in emails if "@" in mail and " " not in mail and len(mail) <= NAME_LENGTH]
    unreadable += len(emails) - len(good)
    return Reach(tuple(phones.values()), next(iter(good), ""), unreadable, pager)


def _phone(number: str, kind: str, said: Details | None) -> Phone:
    """A number, with what Careteam noted of it."""
    if said is None:
        return Phone(number, kind)
    return Phone(
        number,
        said.word("kind", _LONGEST_CODE) or kind,
        said.word("best_time", _LONGEST_CODE),
        said.answer("may_leave_message"),
        said.yes("is_wrong"),
    )


def address_of(value: object) -> Address:
    """The address to write to: home first, none that is marked as old; lines become one."""
    usable = [item for item in nodes(value) if item.get("use") != "old"]
    if not usable:
        return Address()
    best = min(usable, key=_address_rank)
    lines = best.get("line")
    line = texts(lines, ", ")
    parts = ("city", "state", "postalCode", "country")
    if not line and not any(text(best.get(part)) for part in parts):
        line = text(best.get("text"))
    return Address(
        line[:LINE_LENGTH],
        text(best.get("city"), NAME_LENGTH),
        text(best.get("state"), NAME_LENGTH),
        text(best.get("postalCode"), _LONGEST_CODE),
        text(best.get("country"), NAME_LENGTH),
    )


def _has_words(name: Node) -> bool:
    return bool(text(name.get("family")) or texts(name.get("given")) or text(name.get("text")))


def _name_rank(name: Node) -> int:
    return _NAME_RANKS.get(text(name.get("use")), _LAST) + _ended(name)


def _address_rank(address: Node) -> int:
    return _ADDRESS_RANKS.get(text(address.get("use")), _LAST) + _ended(address)


def _ended(value: Node) -> int:
    return _ENDED if node(value.get("period")).get("end") else 0


def _rank(point: Node) -> int:
    rank = point.get("rank")
    return rank if isinstance(rank, int) and not isinstance(rank, bool) else _ENDED
