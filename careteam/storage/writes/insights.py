"""Setting goals and limits of the measures, and writing the yearly report of a barrier."""

from sqlmodel import Session

from careteam.domain.access import Action, needs
from careteam.domain.barrier_reports import BarrierReportDraft, check
from careteam.domain.changes import Changes, Part
from careteam.domain.errors import Stale
from careteam.domain.insight_settings import (
    ACUITY,
    GOAL,
    LEAST,
    OFF,
    ON,
    WITH_GOALS,
    InsightSettings,
    check_insight_settings,
)
from careteam.domain.moment import Moment
from careteam.domain.rules import Rules
from careteam.storage.faults import STALE
from careteam.storage.tables import BarrierReportRecord, SettingRecord


@needs(Action.SETTINGS)
def save_insight_settings(
    session: Session, draft: InsightSettings, *, moment: Moment, rules: Rules
) -> Changes:
    """Keep goals, the smallest count that outside readers see, and whether acuity is shown."""
    draft = check_insight_settings(draft)
    told = {
        **{GOAL + one.key: str(draft.goals.get(one.key) or "") for one in WITH_GOALS},
        LEAST: str(draft.least),
        ACUITY: ON if draft.has_acuity else OFF,
    }
    for key, value in told.items():
        session.merge(SettingRecord(key=key, value=value))
    session.flush()
    return Changes(frozenset({Part.SETTING}), summary="The settings of the measures are saved.")


@needs(Action.CARE)
def save_barrier_report(
    session: Session, draft: BarrierReportDraft, *, moment: Moment, rules: Rules
) -> Changes:
    """Keep what is written about a year's barrier; Stale when somebody else wrote meanwhile."""
    draft = check(draft, catalogue=rules.catalogue)
    record = session.get(BarrierReportRecord, draft.year)
    if record is None:
        record = BarrierReportRecord(year=draft.year, category=draft.category, version=0)
    elif draft.version is not None and draft.version != record.version:
        raise Stale(STALE)
    record.category, record.why = draft.category, draft.why
    record.actions, record.result = draft.actions, draft.result
    record.version += 1
    session.add(record)
    session.flush()
    words = f"The barrier report of {draft.year} is saved."
    return Changes(frozenset({Part.SETTING}), made=draft.year, summary=words)
