"""Papers of many patients into one folder: one after the other, with a report of what was made."""

import gc
import hashlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from careteam.domain.access import Action
from careteam.domain.disclosures import DisclosureDraft, Form, Handed
from careteam.domain.errors import CareteamError, Unavailable
from careteam.domain.handing import Leaving, kind_of_paper, told_by
from careteam.domain.kinds import Kind, PaperWish
from careteam.domain.moment import Moment
from careteam.domain.rules import Rules
from careteam.exports.documents import Paper
from careteam.exports.fhir.paper_document import paper_document
from careteam.exports.fhir.writing import as_bytes
from careteam.exports.file_names import why_not, write_atomically
from careteam.exports.list_csv import csv_bytes
from careteam.exports.papers import SUFFIXES, Made, paper_made, paper_name, undrawn_language
from careteam.exports.protecting import protected
from careteam.storage.reads.papers import collect_paper
from careteam.storage.reads.patient_filter import PatientFilter
from careteam.storage.reads.patients import PatientRow, list_patients
from careteam.storage.reads.record import collect_record
from careteam.storage.reads.summary import USUAL_DAYS, first_of_last
from careteam.storage.store import Store
from careteam.storage.writes.disclosures import register_disclosure
from careteam.storage.writes.settings import name_site

AT_ONCE = 2_000
CLEARED_EVERY = 50
"""Papers after which what they left is cleared: a Word document holds itself, and is large outside
of what Python counts before it clears by itself."""
COLUMNS = ("Number", "MRN", "File", "Made", "Why not", "SHA-256", "Spelled out")
NO_FONT = (
    "No font on this machine can draw {language}. Put one into the folder that CARETEAM_FONTS "
    "names, or choose another form or language."
)
BROKEN = "The paper could not be made. Open the patient's Summary tab to see it."


@dataclass(frozen=True, slots=True)
class Batch:
    """Which paper of whom, in which form, for whom, and where it goes; each with its MRN."""

    patients: tuple[tuple[int, str], ...]
    wish: PaperWish
    form: Form
    handed: Handed
    folder: Path
    paper: Paper = "us-letter"
    password: str = ""


@dataclass(frozen=True, slots=True)
class BatchDone:
    """How it went; `report` is the file in the folder that tells each of them.

    `spelled` counts the papers with letters that no font here has, which are spelled out there.
    """

    made: int
    left_out: int
    is_stopped: bool
    report: Path
    spelled: int = 0


@dataclass(frozen=True, slots=True)
class _Outcome:
    number: int
    mrn: str
    file: str = ""
    why_not: str = ""
    digest: str = ""
    spelled: tuple[str, ...] = ()


def patients_asked(
    store: Store, asked: PatientFilter, *, moment: Moment, rules: Rules
) -> tuple[tuple[int, str], ...]:
    """Everybody of a list in its order, by id and MRN."""
    return tuple(_pages(store, asked, moment, rules))


def _pages(
    store: Store, asked: PatientFilter, moment: Moment, rules: Rules
) -> Iterator[tuple[int, str]]:
    after: PatientRow | None = None
    while True:
        rows = store.read(
            list_patients, asked, moment=moment, rules=rules, after=after, limit=AT_ONCE
        )
        yield from ((row.id, row.mrn) for row in rows)
        if len(rows) < AT_ONCE:
            return
        after = rows[-1]


def write_batch(
    store: Store,
    batch: Batch,
    *,
    moment: Moment,
    rules: Rules,
    report: Callable[[int, int], bool] = lambda _done, _of: True,
    warn: Callable[[int, tuple[str, ...]], object] = lambda _number, _spelled: None,
) -> BatchDone:
    """Write the papers, each registered before it appears, and the report at the end.

    One patient who cannot be told never stops the rest. `report` hears how many are done of how
    many; when it gives False nothing more is begun. `warn` hears before a paper is written what
    stands in it for letters that no font here has. No more than one paper is in memory.
    """
    store.allow(Action.EXPORT)
    _make_folder(batch.folder)
    if batch.form is Form.FHIR:
        store.do(name_site, moment=moment, rules=rules)
    told: list[_Outcome] = []
    is_stopped = False
    for number, (patient_id, mrn) in enumerate(batch.patients, 1):
        if not report(number - 1, len(batch.patients)):
            is_stopped = True
            break
        if number % CLEARED_EVERY == 0 and gc.isenabled():
            gc.collect()  # beside a window, its own thread does
        told.append(_one(store, batch, number, patient_id, mrn, moment, rules, warn))
    made = sum(1 for each in told if each.file)
    path = batch.folder / f"report-{moment.local(moment.now):%Y-%m-%d-%H%M%S}.csv"
    write_atomically(path, _report(batch, told))
    spelled = sum(1 for each in told if each.spelled)
    return BatchDone(made, len(told) - made, is_stopped, path, spelled)


def _one(
    store: Store,
    batch: Batch,
    number: int,
    patient_id: int,
    mrn: str,
    moment: Moment,
    rules: Rules,
    warn: Callable[[int, tuple[str, ...]], object],
) -> _Outcome:
    try:
        tree = store.read(collect_paper, patient_id, batch.wish, moment=moment, rules=rules)
        if batch.form is Form.FHIR:
            made = Made(_fhir(store, tree, patient_id, batch.wish, moment, rules))
        else:
            made = paper_made(tree, batch.form, batch.paper)
        if language := undrawn_language(tree, made.spelled):
            return _Outcome(number, mrn, why_not=NO_FONT.format(language=language))
        if made.spelled:
            warn(number, made.spelled)
        data = made.data
        if batch.password and batch.form is Form.PDF:
            data = protected(data, batch.password)
        digest = hashlib.sha256(data).hexdigest()
        draft = DisclosureDraft(
            _kind(batch, tree),
            batch.form,
            batch.handed,
            (patient_id,),
            told_by(tree),
            digest,
            is_encrypted=bool(batch.password) and batch.form is Form.PDF,
        )
        suffix = SUFFIXES.get(batch.form, "json")
        path = batch.folder / f"{number:05d}-{paper_name(tree, suffix)}"
        write_atomically(
            path,
            data,
            lambda: store.do(register_disclosure, draft, moment=moment, rules=rules),
        )
    except CareteamError as error:
        return _Outcome(number, mrn, why_not=error.sentence)
    except Exception:  # noqa: BLE001 - one bad patient never stops the rest; the report tells it
        return _Outcome(number, mrn, why_not=BROKEN)
    return _Outcome(number, mrn, path.name, digest=digest, spelled=made.spelled)


def _kind(batch: Batch, tree: Leaving) -> str:
    """As the register calls it; a care summary in FHIR has had a name of its own for long."""
    is_summary = batch.form is Form.FHIR and batch.wish.kind is Kind.CLINICIAN
    return "fhir_summary" if is_summary else kind_of_paper(tree)


def _fhir(
    store: Store, tree: Leaving, patient_id: int, wish: PaperWish, moment: Moment, rules: Rules
) -> bytes:
    """The paper as a FHIR document; the usual days of contacts where none were asked for."""
    record = store.read(collect_record, patient_id, moment=moment)
    if wish.since is None:
        wish = replace(wish, since=first_of_last(USUAL_DAYS, moment.today))
    return as_bytes(paper_document(tree, record, rules, wish, today=moment.today))


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(mode=0o700, exist_ok=True)
    except OSError as error:
        raise Unavailable(why_not(error, folder)) from error


def _report(batch: Batch, told: list[_Outcome]) -> bytes:
    """Where the papers are protected, the report beside them names nobody whose paper was made."""
    rows = (
        (
            each.number,
            "" if batch.password and each.file else each.mrn,
            each.file,
            bool(each.file),
            each.why_not,
            each.digest,
            " ".join(each.spelled),
        )
        for each in told
    )
    return csv_bytes(COLUMNS, rows, text_columns=frozenset({"MRN", "SHA-256"}))
