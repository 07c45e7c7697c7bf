"""The reports of measures, collected whole before they leave: figures, barriers, distress."""

from dataclasses import replace

from sqlalchemy import select
from sqlmodel import Session

from careteam.domain.barrier_reports import BarrierReportDraft
from careteam.domain.dates import moment_shown
from careteam.domain.insight_reports import (
    NO_JUDGEMENT,
    InsightReport,
    ReportLine,
    ReportPart,
    line_of,
    lines_of,
    note_of,
)
from careteam.domain.measures import MEASURES, hides, value_shown
from careteam.domain.measuring import Result, Topic
from careteam.domain.moment import Moment
from careteam.domain.periods import By, Period
from careteam.domain.rules import Rules
from careteam.domain.summary import digest_of
from careteam.storage.reads.insights import insight_results
from careteam.storage.reads.insights_rows import part_label
from careteam.storage.reads.insights_scope import Scope
from careteam.storage.reads.letterhead import letterhead_of
from careteam.storage.reads.rules import read_settings
from careteam.storage.reads.summary import author_of
from careteam.storage.tables import BarrierReportRecord

INSIGHTS, BARRIERS, DISTRESS = "insights", "barrier_report", "distress_report"
HEADINGS = {
    INSIGHTS: "Insights",
    BARRIERS: "Barriers to care, yearly report",
    DISTRESS: "Psychosocial distress, yearly report",
}
TOPICS = {
    Topic.CASELOAD: "Caseload",
    Topic.CONTACTS: "Contacts",
    Topic.PATHWAY: "Treatment",
    Topic.NEEDS: "Needs",
}
DISTRESS_KEYS = (
    "distress_screened", "distress_positive", "distress_referred", "distress_followed",
)  # fmt: skip
_NOT_WRITTEN = "Not written yet."
BARRIER_SOURCE = (
    "Form: Commission on Cancer, Optimal Resources for Cancer Care (2020), standard 8.1, "
    "Addressing Barriers to Care."
)
DISTRESS_SOURCE = (
    "Form: Commission on Cancer, standard 5.2, Psychosocial Distress Screening. Cut-off: the "
    "clinic's own for the instrument."
)


def barrier_report_of(session: Session, year: int) -> BarrierReportDraft:
    """What is written about a year's barrier; an empty draft when nothing is."""
    table = BarrierReportRecord.__table__
    row = session.execute(select(table).where(table.c.year == year)).one_or_none()
    if row is None:
        return BarrierReportDraft(year, "", version=None)
    return BarrierReportDraft(row.year, row.category, row.why, row.actions, row.result, row.version)


def collect_insights(
    session: Session, scope: Scope, least: int, *, moment: Moment, rules: Rules
) -> InsightReport:
    """Every measure of a period beside the period before, and its parts as bars."""
    before = Scope(scope.period.before(), scope.navigator_id)
    apart = [key for key, one in MEASURES.items() if "role" in one.by or "category" in one.by]
    now = insight_results(session, MEASURES, scope, moment=moment, rules=rules, in_parts=apart)
    then = insight_results(session, MEASURES, before, moment=moment, rules=rules)
    parts = [
        ReportPart(
            words,
            tuple(
                line_of(one.measure.title, one.measure, one.whole, least,
                        before=_before(one, then[key], least))
                for key, one in now.items()
                if one.measure.topic is topic
            ),
        )
        for topic, words in TOPICS.items()
    ]  # fmt: skip
    parts += [part for key in apart for part in _apart(now[key], least, rules)]
    return _made(session, INSIGHTS, scope, parts, (NO_JUDGEMENT, note_of(least)), moment)


def collect_barriers(
    session: Session, scope: Scope, least: int, *, moment: Moment, rules: Rules
) -> InsightReport:
    """A year's barriers by category, with the barrier that was chosen and what was done about it.

    Commission on Cancer (2020), standard 8.1: a barrier, what is done about it, and the result.
    """
    year = Scope(Period.holding(scope.period.last, By.YEAR), scope.navigator_id)
    keys = ("barriers", "barriers_resolved", "barrier_days")
    found = insight_results(session, keys, year, moment=moment, rules=rules, in_parts=keys)
    written = barrier_report_of(session, year.period.first.year)
    chosen = rules.catalogue.label("barrier", written.category) if written.category else ""
    texts = (
        ("The barrier of the year", chosen),
        ("Why it was chosen", written.why),
        ("What was done", written.actions),
        ("What came of it", written.result),
    )
    parts = [ReportPart(title, text=words or _NOT_WRITTEN) for title, words in texts]
    parts += [part for one in found.values() for part in _apart(one, least, rules)]
    whole = tuple(
        line_of(one.measure.title, one.measure, one.whole, least) for one in found.values()
    )
    parts.insert(len(texts), ReportPart("The year together", whole))
    return _made(session, BARRIERS, year, parts, (BARRIER_SOURCE, note_of(least)), moment)


def collect_distress(
    session: Session, scope: Scope, least: int, *, moment: Moment, rules: Rules
) -> InsightReport:
    """How many were screened in a year, were positive, were referred and were followed.

    Commission on Cancer, standard 5.2, and the four steps of the published workflow.
    """
    year = Scope(Period.holding(scope.period.last, By.YEAR), scope.navigator_id)
    before = Scope(year.period.before(), scope.navigator_id)
    found = insight_results(session, DISTRESS_KEYS, year, moment=moment, rules=rules)
    then = insight_results(session, DISTRESS_KEYS, before, moment=moment, rules=rules)
    lines = tuple(
        line_of(one.measure.title, one.measure, one.whole, least,
                before=_before(one, then[key], least), bar=(one.whole.share or 0) / 100)
        for key, one in found.items()
    )  # fmt: skip
    told = tuple(
        ReportPart(one.measure.title, text=f"{one.measure.numerator} Of: {one.measure.denominator}")
        for one in found.values()
    )
    parts = [ReportPart("The year together", lines), *told]
    return _made(session, DISTRESS, year, parts, (DISTRESS_SOURCE, note_of(least)), moment)


def _before(now: Result, then: Result, least: int) -> str:
    if now.measure.is_snapshot:
        return ""
    if least and hides(then.whole.hits, then.whole.of, least):
        return "not shown"
    return value_shown(then, then.value())


def _apart(result: Result, least: int, rules: Rules) -> list[ReportPart]:
    by = next((name for name in result.measure.by if name in ("role", "category")), "")
    parts = result.parts.get(by, ())
    if not parts:
        return []
    words = "by role" if by == "role" else "by category"
    named = [(part_label(by, key, rules), figure) for key, figure in parts]
    lines: tuple[ReportLine, ...] = lines_of(result.measure, named, least)
    return [ReportPart(f"{result.measure.title} {words}", lines)]


def _made(
    session: Session,
    kind: str,
    scope: Scope,
    parts: list[ReportPart],
    ends: tuple[str, ...],
    moment: Moment,
) -> InsightReport:
    clinic = read_settings(session).get("clinic", "")
    author, phone = author_of(session, moment.by)
    navigator = scope.navigator_id
    whose = "Whole clinic" if navigator is None else author_of(session, navigator)[0]
    report = InsightReport(
        kind=kind,
        heading=HEADINGS[kind],
        clinic=clinic,
        author=author or clinic,
        author_phone=phone,
        made_at=moment_shown(moment.local(moment.now)),
        made_on_iso=moment.today.isoformat(),
        period=scope.period.shown,
        whose=whose,
        parts=tuple(parts),
        ends=ends,
        letterhead=letterhead_of(session),
    )
    return replace(report, digest=digest_of(report))
