"""The clinic's clinical rules as the domain knows them, switched-off ones too."""

from typing import Any

from sqlalchemy import Row, Table, select
from sqlmodel import Session

from careteam.domain.access import Action, needs
from careteam.domain.clinical_rules import (
    Cadence,
    ClinicalRules,
    Event,
    Instrument,
    MilestoneTemplate,
    Pathway,
    Trigger,
)
from careteam.storage.tables import (
    CadenceRecord,
    InstrumentRecord,
    MilestoneTemplateRecord,
    PathwayRecord,
    TriggerRecord,
)

ESCALATION_LINE = "escalation_line"
"""The setting that holds whom to call, and on which number, for a red flag."""

SILENT_DAYS, WAITING_DAYS = "silent_days", "waiting_days"
"""The settings of the coverage view, as the domain explains them."""


@needs(Action.SEE_SETTINGS)
def read_clinical_rules(session: Session, settings: dict[str, str]) -> ClinicalRules:
    """Pathways, templates, triggers, cadence and instruments in the clinic's order."""
    templates = MilestoneTemplateRecord.__table__
    by_day = select(templates).order_by(templates.c.phase_key, templates.c.day, templates.c.id)
    return ClinicalRules(
        pathways={
            row["key"]: Pathway(phases=tuple(row.pop("phases")), **row)
            for row in _rows(session, PathwayRecord.__table__)
        },
        templates=tuple(
            MilestoneTemplate(phase=row.phase_key, **_but(row, "phase_key"))
            for row in session.execute(by_day)
        ),
        triggers={row["key"]: Trigger(**row) for row in _rows(session, TriggerRecord.__table__)},
        cadence={
            row["key"]: Cadence(event=Event(row.pop("event")), **row)
            for row in _rows(session, CadenceRecord.__table__)
        },
        instruments={
            row["key"]: Instrument(**row) for row in _rows(session, InstrumentRecord.__table__)
        },
        escalation_line=settings.get(ESCALATION_LINE, ""),
        silent_days=int(settings.get(SILENT_DAYS, str(ClinicalRules().silent_days))),
        waiting_days=int(settings.get(WAITING_DAYS, str(ClinicalRules().waiting_days))),
    )


def _but(row: Row[Any], left_out: str) -> dict[str, Any]:
    return {name: value for name, value in zip(row._fields, row, strict=True) if name != left_out}


def _rows(session: Session, table: Table) -> list[dict[str, Any]]:
    """Every row of a list by its position, without the position."""
    columns = [column for column in table.c if column.name != "position"]
    query = select(*columns).order_by(table.c.position, table.c.key)
    return [dict(row) for row in session.execute(query).mappings()]
