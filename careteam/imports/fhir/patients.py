"""A Patient resource as the draft of a patient."""

from zoneinfo import ZoneInfo

from careteam.domain.catalogue import Catalogue
from careteam.domain.identity import NO_NAME, name_words
from careteam.domain.incoming import IncomingPatient, Severity
from careteam.domain.kept import KeptStatus
from careteam.domain.patients import MRN_LENGTH, Status
from careteam.domain.text import NAME_LENGTH
from careteam.imports.fhir.details import Details, details_of
from careteam.imports.fhir.identifiers import (
    identifiers,
    key_of_identifier,
    record_number,
)
from careteam.imports.fhir.names import address_of, name_of, reach_of
from careteam.imports.fhir.notes import Note, Notes
from careteam.imports.fhir.times import partial
from careteam.imports.fhir.tree import (
    Entry,
    Node,
    codings,
    extensions,
    key_of,
    node,
    nodes,
    text,
)

WITHOUT_NUMBER = Note(
    "A patient has no record number: left out, since nobody could tell them apart.",
    "{count} patients have no record number: left out, since nobody could tell them apart.",
    Severity.LEFT_OUT,
)
TOO_LONG = Note(
    "A patient's name or record number is too long to be one: left out.",
    "The names or record numbers of {count} patients are too long to be one: left out.",
    Severity.LEFT_OUT,
)
NAMELESS = Note(
    "A patient has no name: goes in as “(no name)”.",
    "{count} patients have no name: they go in as “(no name)”.",
)
DEAD = Note(
    "A patient has died: goes in as deceased.",
    "{count} patients have died: they go in as deceased.",
)
BAD_DATE = Note(
    "A birth date or day of death could not be read: left empty.",
    "{count} birth dates or days of death could not be read: left empty.",
)
BAD_REACH = Note(
    "A telephone number or e-mail address could not be read: left out.",
    "{count} telephone numbers or e-mail addresses could not be read: left out.",
)

_SEXES = frozenset({"female", "male", "other", "unknown"})
_INTERPRETER = ("patient-interpreterRequired", "us-core-interpreter-needed")
_YES = "373066001"
_LONGEST_LANGUAGE = 40


def patient_of(
    entry: Entry, *, catalogue: Catalogue, zone: ZoneInfo, notes: Notes
) -> IncomingPatient | None:
    """The patient with identity and reach; None without a usable record number, which is noted."""
    body = entry.body
    kept = identifiers(body)
    number = record_number(kept)
    if number is None:
        notes.add(WITHOUT_NUMBER, entry.file, entry.place)
        return None
    name = name_of(body.get("name"))
    if len(number.value) > MRN_LENGTH or max(len(name.family), len(name.given)) > NAME_LENGTH:
        notes.add(TOO_LONG, entry.file, entry.place)
        return None
    reach = reach_of(body.get("telecom"))
    born = partial(body.get("birthDate"), zone)
    died = partial(body.get("deceasedDateTime"), zone)
    is_deceased = bool(text(body.get("deceasedDateTime"))) or body.get("deceasedBoolean") is True
    languages = _languages(body, catalogue)
    _note(entry, notes, is_nameless=name.family == NO_NAME, is_deceased=is_deceased)
    for value, day in ((body.get("birthDate"), born), (body.get("deceasedDateTime"), died)):
        if text(value) and day is None:
            notes.add(BAD_DATE, entry.file, entry.place)
    notes.add(BAD_REACH, entry.file, entry.place, times=reach.unreadable)
    own = details_of(body, "patient") or Details("", {})
    gender = text(body.get("gender"))
    words = " ".join(sorted(name_words(name.family, name.given)))
    return IncomingPatient(
        key=key_of_identifier(number)
        if number.system
        else key_of(number.value, words, str(born or "")),
        mrn=number.value,
        family=name.family,
        given=name.given,
        title=name.title,
        preferred=name.nickname,
        identifiers=kept,
        birth_date=born,
        sex=gender if gender in _SEXES else "unknown",
        deceased_on=died,
        is_deceased=is_deceased,
        phones=reach.phones,
        email=reach.email,
        address=address_of(body.get("address")),
        language=next(iter(languages), ""),
        other_languages=languages[1:],
        needs_interpreter=_needs_interpreter(body),
        file=entry.file,
        payer=own.word("payer"),
        referred_on=own.day("referred_on"),
        status=_status(own),
    )


def _status(own: Details) -> KeptStatus | None:
    """The state that Careteam wrote, when it is one that ends navigation."""
    status, on_day = own.one_of("status", Status), own.day("status_on")
    if status in ("", Status.ACTIVE) or on_day is None:
        return None
    return KeptStatus(status, on_day, own.word("status_reason"))


def _note(entry: Entry, notes: Notes, *, is_nameless: bool, is_deceased: bool) -> None:
    if is_nameless:
        notes.add(NAMELESS, entry.file, entry.place)
    if is_deceased:
        notes.add(DEAD, entry.file, entry.place)


def _languages(body: Node, catalogue: Catalogue) -> tuple[str, ...]:
    """Preferred first; as the catalogue's key where it has the language, else as coded."""
    terms = catalogue.terms.get("language", {})
    spoken = sorted(
        nodes(body.get("communication")), key=lambda item: item.get("preferred") is not True
    )
    found: dict[str, None] = {}
    for item in spoken:
        language = node(item.get("language"))
        code = next((coding.code for coding in codings(language)), "")
        code = code or text(language.get("text"))
        options = (code, code.casefold(), code.casefold().split("-")[0])
        known = next((option for option in options if option in terms), code[:_LONGEST_LANGUAGE])
        if known:
            found[known] = None
    return tuple(found)


def _needs_interpreter(body: Node) -> bool:
    for ending in _INTERPRETER:
        for item in extensions(body, ending):
            answer = node(item.get("valueCoding")).get("code")
            if item.get("valueBoolean") is True or answer == _YES:
                return True
    return False
