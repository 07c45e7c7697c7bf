"""What `resources/demo` says of the invented clinic, as it stands there."""

import tomllib
from dataclasses import dataclass, fields
from functools import cache
from pathlib import Path
from typing import Any, TypeVar

FOLDER = Path(__file__).parents[2] / "resources" / "demo"
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody of the directory; `leaves` and `away` count days from today."""

    key: str
    family: str
    given: str = ""
    title: str = ""
    credentials: str = ""
    roles: tuple[str, ...] = ()
    organisation: str = ""
    department: str = ""
    phone: str = ""
    pager: str = ""
    email: str = ""
    npi: str = ""
    languages: tuple[str, ...] = ()
    cares_for: str = ""
    share: int = 1
    leaves: int | None = None
    away: tuple[Any, ...] = ()
    note: str = ""


@dataclass(frozen=True, slots=True)
class NextThing:
    """A next step of a contact; `due` in business days from today, 0 is today itself."""

    text: str
    due: int
    owner: str
    time: str = ""


@dataclass(frozen=True, slots=True)
class Told:
    """What a contact says; `person` empty is whoever holds the role on that day.

    `late_hours` is how long after the contact it was entered, `before` what it said until it was
    amended, `retracted` why it was taken back.
    """

    role: str
    text: str
    person: str = ""
    with_kind: str = "patient"
    mode: str = "phone"
    outcome: str = "reached_patient"
    direction: str = "outbound"
    minutes: int = 0
    topics: tuple[str, ...] = ()
    reasons: tuple[str, ...] = ()
    interventions: tuple[str, ...] = ()
    interpreter: bool = False
    step: NextThing | None = None
    late_hours: int = 0
    before: str = ""
    retracted: str = ""


@dataclass(frozen=True, slots=True)
class Scripted(Told):
    """A contact told word by word, `ago` business days before today at a time of the clinic."""

    ago: int = 1
    at: str = "09:00"


@dataclass(frozen=True, slots=True)
class Patient:
    """A patient of the invented clinic; the words are those of `patients.toml`."""

    mrn: str
    family: str
    given: str
    age: int
    sex: str
    subtype: str
    icd: str
    navigator: str
    phases: tuple[tuple[str, int], ...]
    title: str = ""
    preferred: str = ""
    birthday: str = ""
    language: str = "en"
    other_languages: tuple[str, ...] = ()
    interpreter: bool = False
    phones: tuple[tuple[str, str, str, str], ...] = ()
    kin: tuple[tuple[str, ...], ...] = ()
    payer: str = ""
    found: int | None = None
    alerts: tuple[tuple[Any, ...], ...] = ()
    due: int = 6
    due_role: str = "nurse_navigator"
    team: dict[str, str] | None = None
    extra: dict[str, str] | None = None
    joins: dict[str, int] | None = None
    first: tuple[tuple[str, int], ...] = ()
    gaps: tuple[str, ...] = ()
    declines: tuple[dict[str, Any], ...] = ()
    holds: tuple[dict[str, Any], ...] = ()
    replaced: tuple[dict[str, Any], ...] = ()
    backup: str = ""
    weekend: dict[str, str] | None = None
    status: dict[str, Any] | None = None
    contact: tuple[Scripted, ...] = ()


@dataclass(frozen=True, slots=True)
class Note:
    """What a contact of some roles may say; in its phases nothing else is said when `only`."""

    roles: tuple[str, ...]
    text: str
    mode: str
    minutes: int
    topics: tuple[str, ...] = ()
    reasons: tuple[str, ...] = ()
    interventions: tuple[str, ...] = ()
    whom: str = ""
    phases: tuple[str, ...] = ()
    only: bool = False
    with_kind: str = "patient"


@dataclass(frozen=True, slots=True)
class Tried:
    """What a try that reached nobody may say."""

    outcome: str
    text: str
    mode: str = "phone"


@dataclass(frozen=True, slots=True)
class Cast:
    """Everybody and everything of the invented clinic."""

    people: tuple[Person, ...]
    patients: tuple[Patient, ...]
    notes: tuple[Note, ...]
    tried: tuple[Tried, ...]
    welcome: tuple[str, ...]
    steps: dict[str, tuple[str, ...]]
    streets: tuple[str, ...]
    towns: tuple[str, ...]
    payers: tuple[str, ...]
    times: tuple[str, ...]
    results: dict[str, dict[str, tuple[str, ...]]]


@cache
def read_cast() -> Cast:
    """All of `resources/demo`, read once."""
    patients, notes = read_file("patients"), read_file("notes")
    return Cast(
        people=tuple(made(Person, row) for row in read_file("people")["person"]),
        patients=tuple(_patient(row) for row in patients["patient"]),
        notes=tuple(made(Note, row) for row in notes["note"]),
        tried=tuple(made(Tried, row) for row in notes["tried"]),
        welcome=tuple(notes["welcome"]),
        steps={role: tuple(texts) for role, texts in notes["steps"].items()},
        streets=tuple(patients["streets"]),
        towns=tuple(patients["towns"]),
        payers=tuple(patients["payers"]),
        times=tuple(patients["times"]),
        results={
            group: {kind: tuple(lines) for kind, lines in of.items()}
            for group, of in read_file("results").items()
        },
    )


def _patient(row: dict[str, Any]) -> Patient:
    contacts = [
        contact | ({"step": made(NextThing, contact["step"])} if "step" in contact else {})
        for contact in row.get("contact", [])
    ]
    told = row | {"contact": [made(Scripted, contact) for contact in contacts]}
    return made(Patient, told)


def made(kind: type[T], row: dict[str, Any]) -> T:
    """A row of a file as a dataclass; ValueError for a word that the dataclass has not."""
    known = {field.name for field in fields(kind)}  # pyright: ignore[reportArgumentType]
    if strange := row.keys() - known:
        raise ValueError(f"{kind.__name__} has no {sorted(strange)}")
    return kind(**{name: frozen(value) for name, value in row.items()})


def frozen(value: Any) -> Any:
    """Lists as tuples, all the way down."""
    return tuple(frozen(part) for part in value) if isinstance(value, list) else value


def read_file(name: str) -> dict[str, Any]:
    """What one file of `resources/demo` says, as it stands there."""
    return tomllib.loads((FOLDER / f"{name}.toml").read_text(encoding="utf-8"))
