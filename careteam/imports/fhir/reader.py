"""FHIR R4 files read into one Incoming, with a sentence for all that stood in the way."""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from zoneinfo import ZoneInfo

from careteam.domain.catalogue import Catalogue
from careteam.domain.clinical_rules import ClinicalRules
from careteam.domain.incoming import Incoming, Severity
from careteam.imports import Cancelled
from careteam.imports.fhir.charts import Chart, Charts
from careteam.imports.fhir.conditions import Conditions
from careteam.imports.fhir.contacts import Contacts, notes_of
from careteam.imports.fhir.details import details_of, is_ours
from careteam.imports.fhir.files import Found, find, read_text
from careteam.imports.fhir.notes import Note, Notes
from careteam.imports.fhir.parts import Parts
from careteam.imports.fhir.parts_course import COURSE
from careteam.imports.fhir.parts_needs import NEEDS
from careteam.imports.fhir.parts_time import TIME
from careteam.imports.fhir.patients import patient_of
from careteam.imports.fhir.people import People
from careteam.imports.fhir.references import References
from careteam.imports.fhir.related import Relations, contacts_of, related_of
from careteam.imports.fhir.resources import Contents, NotReadable, contents
from careteam.imports.fhir.roles import Roles
from careteam.imports.fhir.shapes import R4, version_of_file
from careteam.imports.fhir.teams import Teams
from careteam.imports.fhir.tree import Entry, node

Progress = Callable[[int, int], bool]

UNREADABLE = Note("{why}", severity=Severity.REFUSED)
OTHER_VERSION = Note(
    "{file} is written in FHIR {version}, not R4: ask the sender for R4.",
    severity=Severity.REFUSED,
)
ODD_VERSION = Note(
    "An entry has the shape of FHIR {version}, not R4: left out.",
    "{count} entries have the shape of FHIR {version}, not R4: left out.",
    Severity.LEFT_OUT,
)
BAD_LINE = Note(
    "A line is not JSON: left out.", "{count} lines are not JSON: left out.", Severity.LEFT_OUT
)
BLANK = Note("An entry holds no resource.", "{count} entries hold no resource.", Severity.LEFT_OUT)
DOUBLED = Note(
    "A name stands twice in one object: the last one counts.",
    "{count} names stand twice in one object: the last one counts.",
)
NOT_A_NUMBER = Note(
    "NaN or Infinity stands where a number belongs: read as missing.",
    "NaN or Infinity stands {count} times where a number belongs: read as missing.",
)
NOTHING = Note("{file} is FHIR, but holds nothing that Careteam keeps.")
ONLY_ORGANISATIONS = Note(
    "An organisation: only its name is used.", "{count} organisations: only their names are used."
)
NO_PATIENT = Note(
    "One of the {kinds} belongs to a patient who is not in these files or was left out: "
    "left out too.",
    "{count} of the {kinds} belong to patients who are not in these files or were left out: "
    "left out too.",
    Severity.LEFT_OUT,
)
_PARTS = {
    "Condition": "subject",
    "Encounter": "subject",
    "CarePlan": "subject",
    "ServiceRequest": "subject",
    "Observation": "subject",
    "Flag": "subject",
    "Task": "for",
    "CareTeam": "subject",
    "Communication": "subject",
    "ResearchSubject": "individual",
    "EpisodeOfCare": "patient",
    "Consent": "patient",
}
"""The kinds in which Careteam's own parts of a record come, and what names the patient in each."""
_AS_ANOTHER = frozenset({"barrier", "finding", "stay", "escalation", "initiating_visit"})
_KINDS = {
    "RelatedPerson": "related people",
    "CareTeam": "care teams",
    "Condition": "conditions",
    "Encounter": "visits",
}


def read_files(
    paths: Sequence[Path],
    *,
    catalogue: Catalogue,
    zone: str,
    clinical: ClinicalRules | None = None,
    progress: Progress | None = None,
) -> Incoming:
    """Everything in the files and folders, in any order; they resolve each other's references.

    Folders are walked for .json and .ndjson. Hours without a zone are taken to be in `zone`.
    `clinical` are the rules by which scores and plans that Careteam wrote are read back.
    `progress` is told files done and files in all, and answers False to stop: Cancelled. What
    cannot be read becomes a finding; no file keeps another one out.
    """
    notes = Notes()
    files = find(paths, notes)
    entries: list[Entry] = []
    left_out: Counter[str] = Counter()
    for done, file in enumerate(files):
        _tell(progress, done, len(files))
        entries.extend(_entries(file, len(entries), left_out, notes))
    _tell(progress, len(files), len(files))
    rules = clinical or ClinicalRules()
    return incoming_of(
        entries, files, left_out, notes, catalogue=catalogue, clinical=rules, zone=ZoneInfo(zone)
    )


def incoming_of(
    entries: list[Entry],
    files: Sequence[Found],
    left_out: Counter[str],
    notes: Notes,
    *,
    catalogue: Catalogue,
    clinical: ClinicalRules,
    zone: ZoneInfo,
    of_people: Notes | None = None,
) -> Incoming:
    """What these entries tell, with all that was noted of the files they are from.

    What is noted of the staff goes to `of_people` instead, where that is given.
    """
    charts, people, parts = _read(entries, catalogue, clinical, zone, notes, of_people or notes)
    return Incoming(
        files=tuple(file.name for file in files),
        patients=tuple(replace(chart.incoming(), parts=parts.of(chart)) for chart in charts),
        people=people.incoming(),
        findings=notes.findings(),
        left_out=tuple(sorted(left_out.items(), key=lambda item: (-item[1], item[0]))),
        refused=notes.refused,
    )


def _tell(progress: Progress | None, done: int, total: int) -> None:
    if progress is not None and not progress(done, total):
        raise Cancelled


def _entries(file: Found, first: int, left_out: Counter[str], notes: Notes) -> list[Entry]:
    try:
        found = contents(read_text(file), has_lines=file.has_lines)
    except NotReadable as reason:
        notes.add(UNREADABLE, file.name, why=reason.sentence.replace("{file}", file.name))
        return []
    version = version_of_file(found.versions)
    if version != R4:
        notes.add(OTHER_VERSION, file.name, version=version)
        return []
    left_out.update(found.left_out)
    note_contents(file, found, notes)
    entries: list[Entry] = []
    for held in found.found:
        if held.version not in ("", R4):
            notes.add(ODD_VERSION, file.name, held.place, version=held.version)
            continue
        number = first + len(entries)
        entries.append(
            Entry(number, held.kind, held.body, file.name, file.folder, held.place, held.url)
        )
    return entries


def note_contents(file: Found, found: Contents, notes: Notes) -> None:
    """Note what was odd in a file, and whether it held anything at all."""
    for line in found.bad_lines:
        notes.add(BAD_LINE, file.name, f"line {line}")
    for note, count in (
        (BLANK, found.blank_entries),
        (DOUBLED, found.doubled_names),
        (NOT_A_NUMBER, found.not_numbers),
    ):
        notes.add(note, file.name, times=count)
    kinds = found.kinds
    if not kinds:
        notes.add(NOTHING, file.name)
    elif set(kinds) == {"Organization"}:
        notes.add(ONLY_ORGANISATIONS, file.name, times=kinds["Organization"])


def _read(
    entries: list[Entry],
    catalogue: Catalogue,
    clinical: ClinicalRules,
    zone: ZoneInfo,
    notes: Notes,
    of_people: Notes,
) -> tuple[Charts, People, Parts]:
    references = References(entries)
    roles, relations = Roles(catalogue), Relations(catalogue)
    people = People(references, roles, of_people)
    people.gather(entries)
    charts = Charts(references, zone, notes)
    _read_patients(entries, charts, relations, catalogue, zone, notes)
    teams = Teams(zone, people, references, roles, relations, notes)
    for entry, chart in _of_kind(entries, "CareTeam", charts, notes):
        team = teams.read(entry)
        chart.members.extend(team.members)
        chart.related.extend(team.related)
    conditions = Conditions(catalogue, zone, notes)
    for entry, chart in _of_kind(entries, "Condition", charts, notes):
        if details_of(entry.body, "diagnosis"):
            chart.diagnosis = conditions.own_diagnosis(entry)
            continue
        read = None if _is_part(entry) else conditions.read(entry)
        if read is not None:
            condition, leukemia = read
            chart.conditions[condition.key] = condition
            chart.leukemia.extend([leukemia] if leukemia else [])
    contacts = Contacts(catalogue, zone, people, references, notes, notes_of(entries, references))
    for kind in ("Encounter", "Communication"):
        for entry, chart in _of_kind(entries, kind, charts, notes):
            contact = None if _is_part(entry) else contacts.read(entry)
            if contact is not None and charts.in_time(contact, chart, entry):
                chart.add_contact(contact, entry)
    parts = Parts(catalogue, clinical, people, references, notes, {**COURSE, **NEEDS, **TIME})
    ours = [entry for entry in entries if is_ours(entry.body)]
    for kind, subject in _PARTS.items():
        told = Notes() if kind in _KINDS else notes
        for entry, chart in _of_kind(ours, kind, charts, told, subject):
            parts.read(entry, chart)
    return charts, people, parts


def _is_part(entry: Entry) -> bool:
    """Whether a Condition or an Encounter is something else that Careteam wrote as one."""
    found = details_of(entry.body)
    return found is not None and found.kind in _AS_ANOTHER


def _read_patients(
    entries: list[Entry],
    charts: Charts,
    relations: Relations,
    catalogue: Catalogue,
    zone: ZoneInfo,
    notes: Notes,
) -> None:
    for entry in entries:
        if entry.kind == "Patient":
            patient = patient_of(entry, catalogue=catalogue, zone=zone, notes=notes)
            chart = charts.add(patient, entry) if patient else None
            if chart is not None:
                chart.related.extend(contacts_of(entry, relations, notes))
    for entry, chart in _of_kind(entries, "RelatedPerson", charts, notes, "patient"):
        chart.related.append(related_of(entry, relations, notes))


def _of_kind(
    entries: list[Entry], kind: str, charts: Charts, notes: Notes, part: str = "subject"
) -> Iterator[tuple[Entry, Chart]]:
    for entry in entries:
        if entry.kind != kind:
            continue
        chart = charts.of(node(entry.body.get(part)), entry)
        if chart is None:
            notes.add(NO_PATIENT, entry.file, entry.place, kinds=_KINDS.get(kind, "entries"))
        else:
            yield entry, chart
