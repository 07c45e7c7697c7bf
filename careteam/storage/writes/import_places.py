"""Writing the places in the care team that came in: made, ended, and changed as was decided."""

from collections.abc import Mapping

from sqlalchemy import select
from sqlmodel import Session

from careteam.domain.assignments import AssignmentState, Rank, state_on
from careteam.domain.intake.known import PersonMet
from careteam.domain.intake.place_conflicts import PlaceChange
from careteam.domain.intake.places import END_REASON, Place
from careteam.domain.intake.plan import PatientPlan
from careteam.domain.intake.report import Kind, Tally
from careteam.domain.kept import KeptPlace
from careteam.domain.moment import Moment
from careteam.domain.rules import Rules
from careteam.storage.identifiers import new_external_id
from careteam.storage.tables import AssignmentRecord
from careteam.storage.writes.board import place_on_board, wait_from
from careteam.storage.writes.course import refresh_course
from careteam.storage.writes.import_parts import count_kind


def write_places(
    session: Session,
    patient_id: int,
    plan: PatientPlan,
    people: Mapping[str, PersonMet],
    tally: Tally,
    *,
    moment: Moment,
) -> None:
    """Make and end assignments; what was assigned here stays as it is."""
    has_lead = _has_lead(session, patient_id)
    for place in plan.places.new:
        made = _assignment(patient_id, place, people, moment)
        if made.rank == Rank.LEAD and made.ends_on is None:
            made.rank = Rank.PRIMARY if has_lead else Rank.LEAD
            has_lead = True
        if place.ends_on is None or place.ends_on > moment.today:
            on_board = place_on_board(session, patient_id, place.role)
            on_board.declined_on, on_board.ask_on, on_board.ask_at_phase = None, None, ""
            wait_from(on_board, moment.today)
            session.add(on_board)
            session.flush()  # the row of the role has to be there when its holder comes
        session.add(made)
    session.flush()
    for row_id, ends_on, note in plan.places.ended:
        record = session.get_one(AssignmentRecord, row_id)
        record.ends_on = max(ends_on, record.starts_on)
        record.end_reason, record.end_note = END_REASON, note
        record.state = AssignmentState.ENDED
        record.version += 1
        session.add(record)
    session.flush()
    for change in plan.places.changed:
        _change_place(session, change, moment)
    over = len(plan.places.ended) + len(plan.places.changed)
    count_kind(tally, Kind.PLACE, len(plan.places.new), over)


def _change_place(session: Session, change: PlaceChange, moment: Moment) -> None:
    """Let days and rank of an assignment read as in the file, as somebody decided."""
    record = session.get_one(AssignmentRecord, change.id)
    record.starts_on = change.starts_on or record.starts_on
    if change.ends_on is not None:
        record.ends_on = max(change.ends_on, record.starts_on)
        record.end_reason = record.end_reason or END_REASON
    elif change.reopens:
        if record.rank != Rank.BACKUP and _is_held(session, record):
            record.rank = Rank.BACKUP
        record.ends_on, record.end_reason, record.end_note = None, "", ""
    record.rank = change.rank or record.rank
    is_held = record.held_since is not None
    record.state = state_on(
        moment.today, starts_on=record.starts_on, ends_on=record.ends_on, is_held=is_held
    )
    record.version += 1
    session.add(record)
    session.flush()


def _is_held(session: Session, record: AssignmentRecord) -> bool:
    """Whether somebody holds the role of a place meanwhile, or leads the team that it led."""
    table = AssignmentRecord.__table__.c
    query = select(table.rank, table.role).where(
        table.patient_id == record.patient_id,
        table.id != record.id,
        table.ends_on.is_(None),
        table.rank != Rank.BACKUP,
    )
    return any(
        row.role == record.role or Rank.LEAD == row.rank == record.rank
        for row in session.execute(query)
    )


def _has_lead(session: Session, patient_id: int) -> bool:
    table = AssignmentRecord.__table__.c
    query = select(table.id).where(
        table.patient_id == patient_id, table.rank == Rank.LEAD, table.ends_on.is_(None)
    )
    return session.execute(query).first() is not None


def refresh_courses(session: Session, patient_id: int, rules: Rules) -> None:
    """Read the history of every open assignment again and set its due day, once for all."""
    table = AssignmentRecord.__table__.c
    query = select(AssignmentRecord).where(
        table.patient_id == patient_id, table.state != AssignmentState.ENDED
    )
    for record in session.scalars(query).all():
        refresh_course(session, record, rules)
        session.add(record)
    session.flush()


def _assignment(
    patient_id: int, place: Place, people: Mapping[str, PersonMet], moment: Moment
) -> AssignmentRecord:
    person_id = people[place.person_key].id
    if person_id is None:
        raise ValueError("the people of a file are taken in before its patients")
    told = place.told or KeptPlace()
    rank = Rank.BACKUP if place.is_backup else Rank.PRIMARY
    if told.rank == Rank.LEAD and not place.is_backup:
        rank = Rank.LEAD
    return AssignmentRecord(
        external_id=new_external_id(),
        external_key=place.key,
        patient_id=patient_id,
        role=place.role,
        role_text=place.role_text,
        person_id=person_id,
        rank=rank,
        state=state_on(
            moment.today,
            starts_on=place.starts_on,
            ends_on=place.ends_on,
            is_held=told.held_since is not None,
        ),
        held_since=told.held_since,
        hold_reason=told.hold_reason,
        starts_on=place.starts_on,
        known_since=moment.today,
        ends_on=place.ends_on,
        end_reason=(told.end_reason or END_REASON) if place.ends_on else "",
        end_note=told.end_note if place.told else place.end_note,
        note=told.note if place.told else place.note,
        made_at=moment.now,
    )
