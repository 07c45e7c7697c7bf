"""The reports of measures: they name nobody, hide what is small, and say what was written."""

import io
import re
from datetime import date

import pytest

from careteam.domain.barrier_reports import BarrierReportDraft
from careteam.domain.errors import Refused, Stale
from careteam.domain.moment import Moment
from careteam.domain.periods import By, Period
from careteam.exports.insight_report import CSV_TITLES, insight_csv, insight_rows_of
from careteam.exports.papers import paper_name, paper_pdf, paper_text
from careteam.storage.reads.insight_reports import (
    barrier_report_of,
    collect_barriers,
    collect_distress,
    collect_insights,
)
from careteam.storage.reads.insights_scope import Scope
from careteam.storage.store import Store
from careteam.storage.writes.insights import save_barrier_report
from tests.invented import fill_clinic
from tests.people import add_member
from tests.storage.needs import hindered, scored
from tests.storage.test_insights import LATER

YEAR = Scope(Period.holding(date(2026, 11, 20), By.MONTH))
COLLECT = (collect_insights, collect_barriers, collect_distress)


@pytest.mark.parametrize("collect", COLLECT)
def test_a_report_names_no_patient_and_leaves_as_pdf_text_and_table(
    store: Store, moment: Moment, patient: int, collect: object
) -> None:
    hindered(store, moment, patient, "fear")
    scored(store, moment, patient, "distress_thermometer", 7)
    report = store.read(collect, YEAR, 0, moment=moment, rules=store.rules)  # type: ignore[arg-type]
    pdf = paper_pdf(report, "us-letter")
    assert pdf.startswith(b"%PDF")
    assert b"pdfuaid" in pdf
    text = paper_text(report)
    rows = list(insight_rows_of(report))
    assert {len(row) for row in rows} == {len(CSV_TITLES)}
    for told in (text, io.BytesIO(insight_csv(report)).read().decode("utf-8-sig")):
        assert "DELACRUZ" not in told.upper()
        assert "482913" not in told
    assert re.fullmatch(r"[a-z-]+-2026-11-20-0930-[0-9a-f]{4}\.pdf", paper_name(report))


def test_readers_outside_see_no_count_from_one_to_ten(store: Store) -> None:
    ellis = add_member(store, "Ellis", "", "RN", "nurse_navigator")
    for seed in range(8):
        fill_clinic(store, seed, LATER, (ellis,))
    for collect in COLLECT:
        report = store.read(collect, YEAR, 11, moment=LATER, rules=store.rules)
        lines = [line for part in report.parts for line in part.lines]
        numbers = [one for line in lines for one in (line.count, line.of) if one.isdecimal()]
        assert all(int(one) == 0 or int(one) > 10 for one in numbers)
        assert any(line.count == "fewer than 11" for line in lines)
        inside = store.read(collect, YEAR, 0, moment=LATER, rules=store.rules)
        assert not any(
            line.count.startswith("fewer") for part in inside.parts for line in part.lines
        )


def test_what_is_written_about_the_barrier_of_a_year_stands_in_its_report(
    store: Store, moment: Moment, patient: int
) -> None:
    hindered(store, moment, patient, "transportation")
    draft = BarrierReportDraft(2026, "transportation", "Rides were missed.", "Vouchers.", "Fewer.")
    store.do(save_barrier_report, draft, moment=moment, rules=store.rules)
    kept = store.read(barrier_report_of, 2026)
    assert (kept.category, kept.version) == ("transportation", 1)
    report = store.read(collect_barriers, YEAR, 0, moment=moment, rules=store.rules)
    texts = {part.title: part.text for part in report.parts if part.text}
    assert texts["What was done"] == "Vouchers."
    assert "8.1" in report.ends[0]
    again = BarrierReportDraft(2026, "fear", version=7)
    with pytest.raises(Stale):
        store.do(save_barrier_report, again, moment=moment, rules=store.rules)
    wrong = BarrierReportDraft(2026, "no such barrier")
    with pytest.raises(Refused):
        store.do(save_barrier_report, wrong, moment=moment, rules=store.rules)
    assert store.read(barrier_report_of, 2025) == BarrierReportDraft(2025, "")


def test_the_steps_of_distress_are_told_for_the_year(
    store: Store, moment: Moment, patient: int
) -> None:
    scored(store, moment, patient, "distress_thermometer", 6)
    report = store.read(collect_distress, YEAR, 0, moment=moment, rules=store.rules)
    [together, *_] = report.parts
    counts = {line.what: (line.count, line.of) for line in together.lines}
    assert counts["Distress screened"] == ("1", "1")
    assert counts["Distress positive"] == ("1", "1")
    assert counts["Positive and referred"] == ("0", "1")
