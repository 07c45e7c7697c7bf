"""A table compared with the database: whom its rows name here, and what importing it would do."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from difflib import get_close_matches
from zoneinfo import ZoneInfo

from sqlalchemy import select
from sqlmodel import Session

from careteam.domain.dates import PartialDate, moment_shown
from careteam.domain.identity import is_named_like, name_words
from careteam.domain.incoming import Finding, IncomingPerson, Severity
from careteam.domain.intake.preview import ImportPreview
from careteam.domain.intake.settling import Ground, Here, Person, settled
from careteam.domain.intake.tables import About, Staged, row_named
from careteam.domain.moment import Moment
from careteam.domain.rules import Rules
from careteam.domain.text import digits, fold, listed_name
from careteam.storage.reads.import_known import in_chunks
from careteam.storage.reads.imports import compare
from careteam.storage.reads.person_lookup import Called, all_names, people_called
from careteam.storage.tables import ImportRunRecord, PatientRecord, PersonRecord, PersonRoleRecord

DIGEST = "sha256:"
"""Before the digest of a table among the files of an import."""
FIRST, LAST = "first_row_of_trail", "last_row_of_trail"
"""From where to where an import wrote in the audit trail: what taking it back goes by."""
UNDONE = "undone"
NEAREST, ALIKE = 3, 0.6

_patient = PatientRecord.__table__.c
_person = PersonRecord.__table__.c
_run = ImportRunRecord.__table__.c


@dataclass(frozen=True, slots=True)
class Run:
    """An import that was taken in: of which file, when, and whether it was taken back."""

    id: int
    file: str
    at: str
    is_undone: bool


def compare_table(
    session: Session, staged: Staged, *, rules: Rules, moment: Moment
) -> ImportPreview:
    """What importing a table would do, with the rows that stay out and why."""
    ready = settle_table(session, staged, today=moment.today)
    preview = compare(session, ready.incoming, rules=rules, today=moment.today)
    run = run_of(session, staged.table.digest, moment.zone)
    already = already_words(staged, run) if run is not None else ""
    findings = [Finding("", "", already)] if already else []
    return replace(
        preview,
        findings=(*findings, *preview.findings, *refused_findings(ready)),
        about=staged.about,
        refused_rows=ready.refused,
        already=already,
        people_asked=preview.people_asked if staged.about is About.DIRECTORY else (),
    )


def already_words(staged: Staged, run: Run) -> str:
    """That this very file came in before, and when."""
    return f"{staged.table.file} was imported already, on {run.at}."


def refused_findings(staged: Staged) -> tuple[Finding, ...]:
    """Each row that stays out, with its reason."""
    return tuple(
        Finding(staged.table.file, row_named(row.number), row.reason, Severity.LEFT_OUT)
        for row in staged.refused
    )


def settle_table(session: Session, staged: Staged, *, today: date) -> Staged:
    """The table with everybody found whom it names; rows that name nobody stay out."""
    people = {}
    if staged.about is About.DIRECTORY:
        people = _own_people(session, staged.incoming.people)
    ground = Ground(
        patients=_patients(session, staged),
        called=_called(session, staged.people),
        people=people,
        near=_near(session, staged.people),
        today=today,
        zone=_zone(session),
    )
    return settled(staged, ground)


def run_of(session: Session, digest: str, zone: str) -> Run | None:
    """The import that brought this very file and still stands, or None."""
    mark = DIGEST + digest
    return next(
        (run for run, files in _runs(session, zone) if mark in files and not run.is_undone), None
    )


def last_run(session: Session, zone: str) -> Run | None:
    """The last import of a table that can be taken back, or None."""
    return next(
        (
            run
            for run, files in _runs(session, zone)
            if not run.is_undone and any(file.startswith(DIGEST) for file in files)
        ),
        None,
    )


def _runs(session: Session, zone: str) -> Iterable[tuple[Run, list[str]]]:
    query = select(ImportRunRecord.__table__).order_by(_run.id.desc())
    for row in session.execute(query):
        at = moment_shown(row.at.astimezone(ZoneInfo(zone)))
        yield Run(row.id, row.files[0], at, bool(row.counts.get(UNDONE))), row.files


def _zone(session: Session) -> str:
    from careteam.storage.reads.rules import read_settings

    return read_settings(session).get("zone", "UTC")


def _patients(session: Session, staged: Staged) -> Mapping[str, Here]:
    """Those here whom a table of assignments or contacts names, by MRN."""
    named = [each.mrn for each in staged.incoming.patients if each.is_named_only]
    columns = (_patient.mrn, _patient.family, _patient.given, _patient.birth_date)
    return {
        row.mrn: Here(
            row.family,
            row.given,
            PartialDate.from_iso(row.birth_date) if row.birth_date else None,
        )
        for some in in_chunks(named)
        for row in session.execute(select(*columns).where(_patient.mrn.in_(some)))
    }


def _called(session: Session, people: Mapping[str, str]) -> Mapping[str, tuple[Person, ...]]:
    found = {
        key: [each.id for each in people_called(session, words) or _without_degrees(session, words)]
        for key, words in people.items()
        if not _is_bare_number(words)
    }
    wanted = {each for ids in found.values() for each in ids}
    persons: dict[int, Person] = {}
    for some in in_chunks(sorted(wanted)):
        persons |= _persons(session, some)
    return {key: tuple(persons[each] for each in ids) for key, ids in found.items()}


def _without_degrees(session: Session, words: str) -> tuple[Called, ...]:
    """Who is meant by a name with degrees behind it and no comma: Marcus Bell LCSW."""
    names = words.split()
    if words.isupper():
        return ()
    while len(names) > 1 and sum(char.isupper() for char in names[-1]) > 1:
        names.pop()
    return people_called(session, " ".join(names)) if len(names) < len(words.split()) else ()


def _is_bare_number(words: str) -> bool:
    """Digits that are no NPI: an id means nothing in a table."""
    return words.isdigit() and len(digits(words)) < 10


def _persons(session: Session, ids: Iterable[int]) -> dict[int, Person]:
    wanted = list(ids)
    role = PersonRoleRecord.__table__.c
    roles: dict[int, list[str]] = defaultdict(list)
    query = select(role.person_id, role.role_key).where(role.person_id.in_(wanted))
    for row in session.execute(query.order_by(role.position)):
        roles[row.person_id].append(row.role_key)
    columns = (_person.id, _person.family, _person.given, _person.credentials, _person.leaves_on)
    return {
        row.id: Person(
            row.id,
            row.family,
            row.given,
            listed_name(row.family, row.given, row.credentials),
            tuple(roles[row.id]),
            row.leaves_on,
        )
        for row in session.execute(select(*columns).where(_person.id.in_(wanted)))
    }


def _near(session: Session, people: Mapping[str, str]) -> Mapping[str, str]:
    """The names of the directory that are most like words, to be told when nobody is meant."""
    names: dict[str, str] = {}
    for name in all_names(session) if people else ():
        family, _, given = name.partition(", ")
        names[fold(name)] = names[fold(f"{given} {family}")] = name
    found: dict[str, str] = {}
    for key, words in people.items():
        alike = get_close_matches(fold(words), names, NEAREST, ALIKE)
        found[key] = "; ".join(dict.fromkeys(names[name] for name in alike))
    return found


def _own_people(
    session: Session, people: Iterable[IncomingPerson]
) -> Mapping[str, tuple[int, ...]]:
    """Who of the directory each person of a table could be: by NPI, e-mail, else by name."""
    by_npi: dict[str, list[int]] = defaultdict(list)
    by_email: dict[str, list[int]] = defaultdict(list)
    by_name: dict[str, list[int]] = defaultdict(list)
    words: dict[int, frozenset[str]] = {}
    columns = (_person.id, _person.family, _person.given, _person.npi, _person.email)
    for row in session.execute(select(*columns, _person.name_key)):
        by_npi[row.npi].append(row.id)
        by_email[row.email.casefold()].append(row.id)
        by_name[row.name_key].append(row.id)
        words[row.id] = name_words(row.family, row.given)
    found: dict[str, tuple[int, ...]] = {}
    for person in people:
        own = name_words(person.family, person.given)
        numbered = by_npi.get(person.npi, []) if person.npi else []
        mailed = by_email.get(person.email.casefold(), []) if person.email else []
        alike = [each for each in (*numbered, *mailed) if is_named_like(own, words[each])]
        named = by_name.get(fold(f"{person.family} {person.given}"), [])
        found[person.key] = tuple(dict.fromkeys(alike or named))
    return found
