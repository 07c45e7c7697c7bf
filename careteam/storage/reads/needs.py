"""What a patient needs: barriers with what is done about them, red flags, and what is open."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import bindparam, func, select
from sqlmodel import Session

from careteam.domain.escalations import flag_shown
from careteam.domain.needs import OPEN_BARRIERS, ActionState
from careteam.domain.rules import Rules
from careteam.domain.text import person_name
from careteam.storage.tables import (
    BarrierActionRecord,
    BarrierRecord,
    CareProfileRecord,
    EscalationRecord,
    PersonRecord,
)


@dataclass(frozen=True, slots=True)
class ActionRow:
    """What is done about a barrier, whose it is, and what came of it."""

    id: int
    text: str
    who: str
    owner_role: str
    owner_id: int | None
    on: date
    due_on: date | None
    state: str
    done_on: date | None
    result: str
    version: int

    @property
    def is_open(self) -> bool:
        return self.state == ActionState.OPEN


@dataclass(frozen=True, slots=True)
class BarrierRow:
    """A barrier with its actions, the open ones first; `open_days` count from the day found."""

    id: int
    category: str
    label: str
    group: str
    detail: str
    found_on: date
    state: str
    closed_on: date | None
    result: str
    open_days: int
    actions: tuple[ActionRow, ...]
    version: int

    @property
    def is_open(self) -> bool:
        return self.state in OPEN_BARRIERS

    @property
    def open_actions(self) -> tuple[ActionRow, ...]:
        return tuple(action for action in self.actions if action.is_open)


@dataclass(frozen=True, slots=True)
class EscalationRow:
    """A red flag with the clinic's line as it was shown, and who was told; times are UTC."""

    id: int
    flag: str
    label: str
    temp_tenths: int | None
    is_for_an_hour: bool
    at: datetime
    note: str
    line: str
    told_who: str
    told_how: str
    told_at: datetime | None
    advice: str

    @property
    def is_open(self) -> bool:
        return self.told_at is None

    @property
    def what(self) -> str:
        """Fever 38.4 °C, or the flag alone."""
        return flag_shown(self.label, self.temp_tenths)


@dataclass(frozen=True, slots=True)
class PreferencesRow:
    """How a patient wants to be met; `has_directive` None means that nobody asked yet."""

    learning_preference: str = ""
    learning_label: str = ""
    preferences: str = ""
    has_directive: bool | None = None
    directive_place: str = ""
    version: int = 0


@dataclass(frozen=True, slots=True)
class OpenNeeds:
    """What counts as open on the tab: barriers, and red flags that nobody was told of."""

    barriers: int
    untold: tuple[str, ...]

    @property
    def count(self) -> int:
        return self.barriers + len(self.untold)


_barrier, _action = BarrierRecord.__table__.c, BarrierActionRecord.__table__.c
_escalation, _person = EscalationRecord.__table__.c, PersonRecord.__table__.c
_profile = CareProfileRecord.__table__.c
_OPEN_COUNT = select(func.count()).where(
    _barrier.patient_id == bindparam("of_patient"), _barrier.state.in_(OPEN_BARRIERS)
)
_UNTOLD = (
    select(_escalation.flag, _escalation.temp_tenths)
    .where(
        _escalation.patient_id == bindparam("of_patient"),
        _escalation.told_at.is_(None),
        _escalation.retracted_at.is_(None),
    )
    .order_by(_escalation.id)
)


def open_needs(session: Session, patient_id: int, *, rules: Rules) -> OpenNeeds:
    """How many barriers are open, and the red flags that nobody was told of, in words."""
    asked = {"of_patient": patient_id}
    untold = tuple(
        flag_shown(rules.catalogue.label("red_flag", row.flag), row.temp_tenths)
        for row in session.execute(_UNTOLD, asked)
    )
    return OpenNeeds(session.execute(_OPEN_COUNT, asked).scalar_one(), untold)


def barrier_rows(
    session: Session, patient_id: int, *, today: date, rules: Rules
) -> tuple[BarrierRow, ...]:
    """Every barrier of a patient with its actions: open ones first, the latest found first."""
    actions = _action_rows(session, patient_id, rules)
    query = (
        select(BarrierRecord.__table__)
        .where(_barrier.patient_id == patient_id)
        .order_by(_barrier.state.not_in(OPEN_BARRIERS), _barrier.found_on.desc(), _barrier.id)
    )
    terms = rules.catalogue.terms.get("barrier", {})
    return tuple(
        BarrierRow(
            id=row.id,
            category=row.category,
            label=rules.catalogue.label("barrier", row.category),
            group=terms[row.category].group if row.category in terms else "",
            detail=row.detail,
            found_on=row.found_on,
            state=row.state,
            closed_on=row.closed_on,
            result=row.result,
            open_days=((row.closed_on or today) - row.found_on).days,
            actions=tuple(actions.get(row.id, ())),
            version=row.version,
        )
        for row in session.execute(query)
    )


def escalation_rows(
    session: Session, patient_id: int, *, rules: Rules
) -> tuple[EscalationRow, ...]:
    """Every red flag of a patient that was not taken back: untold ones first, then the latest."""
    query = (
        select(EscalationRecord.__table__)
        .where(_escalation.patient_id == patient_id, _escalation.retracted_at.is_(None))
        .order_by(_escalation.told_at.is_not(None), _escalation.at.desc(), _escalation.id.desc())
    )
    modes = rules.catalogue.modes
    return tuple(
        EscalationRow(
            id=row.id,
            flag=row.flag,
            label=rules.catalogue.label("red_flag", row.flag),
            temp_tenths=row.temp_tenths,
            is_for_an_hour=row.is_for_an_hour,
            at=row.at,
            note=row.note,
            line=row.line,
            told_who=row.told_who,
            told_how=modes[row.told_how].label if row.told_how in modes else row.told_how,
            told_at=row.told_at,
            advice=row.advice,
        )
        for row in session.execute(query)
    )


def preferences_row(session: Session, patient_id: int, *, rules: Rules) -> PreferencesRow:
    """How a patient wants to be met; empty where nothing was entered yet."""
    query = select(
        _profile.learning_preference,
        _profile.preferences,
        _profile.has_directive,
        _profile.directive_place,
        _profile.version,
    ).where(_profile.patient_id == patient_id)
    row = session.execute(query).one_or_none()
    if row is None:
        return PreferencesRow()
    key = row.learning_preference
    label = rules.catalogue.label("learning_preference", key) if key else ""
    return PreferencesRow(
        key, label, row.preferences, row.has_directive, row.directive_place, row.version
    )


def _action_rows(session: Session, patient_id: int, rules: Rules) -> dict[int, list[ActionRow]]:
    query = (
        select(
            BarrierActionRecord.__table__,
            _person.family,
            _person.given,
            _person.title,
            _person.credentials,
        )
        .outerjoin(PersonRecord.__table__, _person.id == _action.owner_id)
        .where(_action.patient_id == patient_id)
        .order_by(_action.state != ActionState.OPEN, _action.on_day.desc(), _action.id.desc())
    )
    found: dict[int, list[ActionRow]] = defaultdict(list)
    for row in session.execute(query):
        who = rules.catalogue.role_short(row.owner_role) if row.owner_role else ""
        if row.family is not None:
            who = person_name(row.family, row.given, row.title, row.credentials)
        found[row.barrier_id].append(
            ActionRow(
                id=row.id,
                text=row.text,
                who=who,
                owner_role=row.owner_role,
                owner_id=row.owner_id,
                on=row.on_day,
                due_on=row.due_on,
                state=row.state,
                done_on=row.done_on,
                result=row.result,
                version=row.version,
            )
        )
    return found
