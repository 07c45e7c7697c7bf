"""What is killed: each operation with what lies there before, and how its end is told.

A new one is an entry of `OPERATIONS` and its three functions. After a kill it has to leave the
old state or the new one, whole; done again, it has to come to its end and leave nothing behind.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from pypdf import PdfReader

from careteam.domain.backups import Why
from careteam.domain.moment import Moment
from careteam.exports.file_names import write_atomically
from careteam.exports.summary_pdf import summary_pdf
from careteam.imports.fhir.reader import read_files
from careteam.storage.copies import check_copy, copies_in, folder_of
from careteam.storage.copy_keys import open_copy
from careteam.storage.importing import run_import
from careteam.storage.key_ring import coming_ring_of
from careteam.storage.key_turning import turn_key
from careteam.storage.reads.summary import collect_summary
from careteam.storage.restoring import put_back
from careteam.storage.schema import SCHEMA
from careteam.storage.signing_in import Credentials, open_key, sign_in
from careteam.storage.store import Store
from tests.conftest import NOW, PASSPHRASE
from tests.imports.resources import coded, patient, written
from tests.reliability.clinic import MOMENT, ZONE, Clinic, content, log_one
from tests.reliability.old_schemas import PAST, make_old, schema_of

MR = "http://terminology.hl7.org/CodeSystem/v2-0203"
FILE = "incoming.json"
IMPORTED = 5
OLD, NEW, BETWEEN = "old", "new", "between"
SIGNED = Credentials("admin", PASSPHRASE)


@dataclass(frozen=True, slots=True)
class Operation:
    """`lay` puts a clinic into a folder, `do` is what is killed, `state` says what it left.

    `state` fails when what is left is neither old nor new, or not whole.
    """

    name: str
    lay: Callable[[Clinic, Path], Clinic]
    do: Callable[[Clinic, datetime], None]
    state: Callable[[Clinic], str]


def _lay(clinic: Clinic, folder: Path) -> Clinic:
    return clinic.laid(folder)


# a migration from the oldest schema


def _lay_oldest(clinic: Clinic, folder: Path) -> Clinic:
    return make_old(clinic, PAST[0], folder / clinic.path.name)


def _migrate(clinic: Clinic, now: datetime) -> None:
    Store.open(clinic.path, clinic.key, now=now).close()


def _state_migrated(clinic: Clinic) -> str:
    for copy in copies_in(folder_of(clinic.path)):
        check_copy(folder_of(clinic.path) / copy.name, clinic.key)
    if schema_of(clinic.path, clinic.key) == int(PAST[0]):
        return OLD
    found = content(clinic.path, clinic.key, untold=3)
    assert (found.schema, found.counted) == (SCHEMA, 3)
    assert copies_in(folder_of(clinic.path)), "what was there before is kept"
    return NEW


# a copy


def _copy(clinic: Clinic, now: datetime) -> None:
    store = clinic.open()
    store.copier().copy(Why.ASKED, now)
    store.close()


def _state_copied(clinic: Clinic) -> str:
    content(clinic.path, clinic.key)
    folder = folder_of(clinic.path)
    copies = copies_in(folder)
    for copy in copies:
        assert check_copy(folder / copy.name, clinic.key).contacts == 3
    return NEW if copies else OLD


# a copy put back


def _lay_with_copy(clinic: Clinic, folder: Path) -> Clinic:
    laid = clinic.laid(folder)
    store = laid.open()
    store.copier().copy(Why.ASKED, NOW)
    log_one(store, laid.patient)
    store.close()
    return laid


def _put_back(clinic: Clinic, now: datetime) -> None:
    folder = folder_of(clinic.path)
    put_back(folder / copies_in(folder)[-1].name, clinic.path, clinic.key, now=now)


def _state_put_back(clinic: Clinic) -> str:
    found = content(clinic.path, clinic.key)
    return {3: NEW, 4: OLD}[found.counted]


# a copy of before the key was changed put back


def _lay_with_older_copy(clinic: Clinic, folder: Path) -> Clinic:
    laid = clinic.laid(folder)
    store = laid.open()
    store.copier().copy(Why.ASKED, NOW)
    store.close()
    store = sign_in(laid.path, SIGNED, now=NOW)
    turn_key(store, MOMENT)
    log_one(store, laid.patient)
    store.close()
    return laid


def _put_older_back(clinic: Clinic, now: datetime) -> None:
    [copy] = folder_of(clinic.path).glob(f"*-{Why.ASKED}.db")
    key = open_copy(copy, SIGNED, clinic.path, now=now).key
    put_back(copy, clinic.path, key, now=now)


def _state_older_put_back(clinic: Clinic) -> str:
    store = sign_in(clinic.path, SIGNED, now=NOW)
    key = store.key
    store.close()
    return {3: NEW, 4: OLD}[content(clinic.path, key).counted]


# an import of a FHIR file


def _lay_with_file(clinic: Clinic, folder: Path) -> Clinic:
    laid = clinic.laid(folder)
    people = (
        patient(
            id=f"p{number}",
            identifier=[{"type": coded("MR", MR), "value": f"90{number}"}],
            name=[{"family": f"Invented{number}", "given": ["Ada"]}],
        )
        for number in range(IMPORTED)
    )
    written(folder, *people, name=FILE)
    return laid


def _import(clinic: Clinic, now: datetime) -> None:
    store = clinic.open()
    files = [clinic.path.parent / FILE]
    incoming = read_files(files, catalogue=store.rules.catalogue, zone="UTC")
    report = run_import(store, incoming, {}, moment=Moment.at(now, ZONE))
    assert not report.stopped, report.stopped
    store.close()


def _state_imported(clinic: Clinic) -> str:
    found = content(clinic.path, clinic.key)
    patients = found.rows["patient"] - 1
    return {0: OLD, IMPORTED: NEW}.get(patients, BETWEEN)


# a summary


def _export(clinic: Clinic, now: datetime) -> None:
    store = clinic.open()
    told: Any = store.read(collect_summary, clinic.patient, moment=MOMENT, rules=store.rules)
    store.close()
    write_atomically(_paper(clinic), summary_pdf(told))


def _state_exported(clinic: Clinic) -> str:
    content(clinic.path, clinic.key)
    if not _paper(clinic).exists():
        return OLD
    assert "Delacruz" in PdfReader(_paper(clinic)).pages[0].extract_text().title()
    return NEW


def _paper(clinic: Clinic) -> Path:
    return clinic.path.parent / "summary.pdf"


# a change of the data key


def _turn_key(clinic: Clinic, now: datetime) -> None:
    store = sign_in(clinic.path, SIGNED, now=now)
    turn_key(store, Moment.at(now, ZONE))
    store.close()


def _state_turned(clinic: Clinic) -> str:
    store = sign_in(clinic.path, SIGNED, now=NOW)
    key = store.key
    store.close()
    content(clinic.path, key)
    assert not coming_ring_of(clinic.path).exists(), "one ring of keys is left"
    for copy in copies_in(folder_of(clinic.path)):
        path = folder_of(clinic.path) / copy.name
        check_copy(path, open_key(path, SIGNED).key)
    return OLD if key == clinic.key else NEW


OPERATIONS = (
    Operation("migration", _lay_oldest, _migrate, _state_migrated),
    Operation("copy", _lay, _copy, _state_copied),
    Operation("restore", _lay_with_copy, _put_back, _state_put_back),
    Operation(
        "restore of a copy with another key",
        _lay_with_older_copy,
        _put_older_back,
        _state_older_put_back,
    ),
    Operation("import", _lay_with_file, _import, _state_imported),
    Operation("export", _lay, _export, _state_exported),
    Operation("change of the key", _lay, _turn_key, _state_turned),
)
