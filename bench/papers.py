"""`python -m bench.papers` writes the summaries of many patients and tells time and memory."""

import argparse
import resource
import tempfile
import time
from pathlib import Path

from bench import PASSPHRASE
from bench.clinic import make_clinic
from bench.goals import Goal
from bench.patients import NOW
from bench.report import print_goals
from careteam.domain.accounts import FIRST_USER
from careteam.domain.disclosures import Form, Handed
from careteam.domain.kinds import Kind, PaperWish
from careteam.domain.moment import Moment
from careteam.outgoing.papers_batch import Batch, patients_asked, write_batch
from careteam.storage.reads.patient_filter import PatientFilter, Standing
from careteam.storage.signing_in import Credentials, sign_in

PAPERS = 1_000
MOST_SECONDS = 300.0
"""For 1,000 summaries as PDF: a coffee, and the nurse works on meanwhile."""
MOST_GROWTH_MIB = 80.0
"""From the first hundred papers to the last: it must not grow with the number of patients."""


def main() -> int:
    """Write them in two forms; 1 when a goal is missed."""
    words = argparse.ArgumentParser(prog="python -m bench.papers", description=__doc__)
    words.add_argument("--papers", type=int, default=PAPERS)
    count = words.parse_args().papers
    with tempfile.TemporaryDirectory(prefix="careteam-bench-") as folder:
        path = Path(folder) / "clinic.db"
        make_clinic(path, count * 3)
        goals = [goal for form in (Form.PDF, Form.DOCX) for goal in _measure(path, form, count)]
    print_goals(f"{count:,} summaries in a batch", goals)
    return any(not goal.is_met for goal in goals)


def _measure(path: Path, form: Form, count: int) -> list[Goal]:
    store = sign_in(path, Credentials(FIRST_USER, PASSPHRASE), now=NOW)
    moment = Moment.at(NOW, "America/New_York", None)
    rules = store.rules
    asked = PatientFilter(standing=Standing.ALL)
    everybody = patients_asked(store, asked, moment=moment, rules=rules)[:count]
    peaks: list[int] = []

    def report(done: int, _total: int) -> bool:
        if done % 100 == 0:
            peaks.append(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)
        return True

    batch = Batch(
        everybody, PaperWish(Kind.CLINICIAN), form, Handed("bench"), path.parent / form.value
    )
    begun = time.perf_counter()
    done = write_batch(store, batch, moment=moment, rules=rules, report=report)
    took = time.perf_counter() - begun
    store.close()
    after_warm = peaks[min(1, len(peaks) - 1)]
    growth = (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - after_warm) / 1024
    is_pdf = form is Form.PDF
    return [
        Goal(f"{form}: left out", float(done.left_out), "files", 0.0),
        Goal(f"{form}: whole batch, wall", took, "s", MOST_SECONDS if is_pdf else None),
        Goal(f"{form}: one paper, wall", 1000 * took / max(1, done.made), "ms"),
        Goal(f"{form}: peak memory", peaks[-1] / 1024, "MiB"),
        Goal(f"{form}: memory grown after the first hundred", growth, "MiB", MOST_GROWTH_MIB),
    ]


if __name__ == "__main__":
    raise SystemExit(main())
