"""Changing the clinic's clinical rules: pathways, templates, triggers, cadence, instruments."""

from collections.abc import Sequence
from dataclasses import dataclass, fields
from typing import Any

from sqlalchemy import func, select
from sqlmodel import Session

from careteam.domain.access import Action, needs
from careteam.domain.catalogue_drafts import LONGEST_DAYS, new_key
from careteam.domain.changes import Changes, Part
from careteam.domain.clinical_rules import (
    Cadence,
    Instrument,
    MilestoneTemplate,
    Pathway,
    Trigger,
)
from careteam.domain.errors import Missing, Problem, Refused
from careteam.domain.moment import Moment
from careteam.domain.rule_checks import Rule, check_rule
from careteam.domain.rules import Rules
from careteam.domain.text import LINE_LENGTH, clean
from careteam.storage.reads.clinical_rules import ESCALATION_LINE, SILENT_DAYS, WAITING_DAYS
from careteam.storage.tables import (
    CadenceRecord,
    InstrumentRecord,
    MilestoneTemplateRecord,
    PathwayRecord,
    SettingRecord,
    TriggerRecord,
)
from careteam.storage.writes.catalogue import CATALOGUE, GONE
from careteam.storage.writes.recompute import follow

RECORDS: dict[type[Rule], Any] = {
    Pathway: PathwayRecord,
    MilestoneTemplate: MilestoneTemplateRecord,
    Trigger: TriggerRecord,
    Cadence: CadenceRecord,
    Instrument: InstrumentRecord,
}


@dataclass(frozen=True, slots=True)
class WatchDraft:
    """Whom to call for a red flag, and from how many calendar days on coverage speaks up."""

    escalation_line: str
    silent_days: int | None
    waiting_days: int | None


@needs(Action.SETTINGS)
def save_rule(session: Session, rule: Rule, *, moment: Moment, rules: Rules) -> Changes:
    """Keep a clinical rule; without a key (a template: with id 0) it is put at the end as new.

    What was proposed by the rule as it was stays; what it planned and is still open moves for every
    patient, unless somebody put it off. Refused at each field; Missing when it is gone.
    """
    rule = check_rule(rule, rules)
    kind = RECORDS[type(rule)]
    before = None
    if not is_new(rule):
        record = _record(session, rule)
        before = _values_of(record)
    else:
        record = kind(**_placed(session, rule))
    for name, value in _values(rule).items():
        setattr(record, name, value)
    session.add(record)
    session.flush()
    parts = CATALOGUE
    if isinstance(rule, Cadence) and before != _values_of(record):
        parts |= follow(session, moment=moment)
    return Changes(parts, summary=f"{_name(rule, rules)} is saved.", many=True)


@needs(Action.SETTINGS)
def switch_rule(
    session: Session, rule: Rule, is_active: bool, *, moment: Moment, rules: Rules
) -> Changes:
    """Switch a rule off or on: off, it proposes and plans nothing.

    What a cadence rule planned and is still open goes with it, and comes back with it.
    """
    record = _record(session, rule)
    record.is_active = is_active
    session.add(record)
    session.flush()
    parts = CATALOGUE
    if isinstance(rule, Cadence):
        parts |= follow(session, moment=moment)
    words = "on" if is_active else "off"
    return Changes(parts, summary=f"{_name(rule, rules)} is switched {words}.", many=True)


@needs(Action.SETTINGS)
def order_rules(
    session: Session, kind: type[Rule], keys: Sequence[str], *, moment: Moment, rules: Rules
) -> Changes:
    """Show the rules of a kind in this order; those that are not named follow."""
    record = RECORDS[kind]
    table = record.__table__.c
    found = session.scalars(select(record).order_by(table.position, table.key)).all()
    known = {each.key: each for each in found}
    wanted = [key for key in keys if key in known]
    for place, key in enumerate(dict.fromkeys([*wanted, *known])):
        known[key].position = place
        session.add(known[key])
    session.flush()
    return Changes(CATALOGUE, summary="The rules are in their new order.", many=True)


@needs(Action.SETTINGS)
def save_watch(session: Session, draft: WatchDraft, *, moment: Moment, rules: Rules) -> Changes:
    """Keep the escalation line and the days of the coverage view; Refused at each field."""
    line = clean(draft.escalation_line)
    days = {SILENT_DAYS: draft.silent_days, WAITING_DAYS: draft.waiting_days}
    problems = [
        Problem(name, "Days are a whole number from 1 to {most}.", {"most": str(LONGEST_DAYS)})
        for name, value in days.items()
        if value is None or not 1 <= value <= LONGEST_DAYS
    ]
    if len(line) > LINE_LENGTH:
        problems.append(Problem("escalation_line", "This is too long for one line."))
    if problems:
        raise Refused(problems)
    for key, value in ((ESCALATION_LINE, line), *days.items()):
        session.merge(SettingRecord(key=key, value=str(value)))
    session.flush()
    return Changes(CATALOGUE | {Part.SETTING}, summary="The settings are saved.", many=True)


def is_new(rule: Rule) -> bool:
    """Whether a rule has not been kept yet."""
    return not (rule.id if isinstance(rule, MilestoneTemplate) else rule.key)


def _record(session: Session, rule: Rule) -> Any:
    key = rule.id if isinstance(rule, MilestoneTemplate) else rule.key
    record = session.get(RECORDS[type(rule)], key)
    if record is None:
        raise Missing(GONE)
    return record


def _placed(session: Session, rule: Rule) -> dict[str, Any]:
    """Where a new rule stands: its key and place, or of a template what its table must have."""
    if isinstance(rule, MilestoneTemplate):
        return _values(rule)
    table = RECORDS[type(rule)].__table__.c
    keys = frozenset(session.execute(select(table.key)).scalars())
    last = session.execute(select(func.max(table.position))).scalar()
    place = 0 if last is None else last + 1
    return {**_values(rule), "key": new_key(rule.label, keys), "position": place}


def _values(rule: Rule) -> dict[str, Any]:
    """The columns that a rule fills, without its key."""
    values = {each.name: getattr(rule, each.name) for each in fields(rule)}
    values.pop("id" if isinstance(rule, MilestoneTemplate) else "key")
    if isinstance(rule, MilestoneTemplate):
        values["phase_key"] = values.pop("phase")
    if isinstance(rule, Pathway):
        values["phases"] = list(rule.phases)
    if isinstance(rule, Instrument):
        values["codes"] = dict(rule.codes)
    return values


def _values_of(record: Any) -> dict[str, Any]:
    return {column.name: getattr(record, column.name) for column in record.__table__.c}


def _name(rule: Rule, rules: Rules) -> str:
    if isinstance(rule, MilestoneTemplate):
        return rule.label or rules.catalogue.label("test", rule.kind)
    return rule.label
