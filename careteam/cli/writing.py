"""The commands that write, through the same verbs as the window: assign and contact."""

import sys
from argparse import Namespace
from dataclasses import replace
from datetime import date, datetime

from sqlmodel import Session

from careteam.cli.messages import NO_HOLDER, STEP_WITHOUT_DAY, WAS_LONG_AGO, BadUse
from careteam.cli.names import is_known, key_of, patient_of, person_of, read_person
from careteam.cli.opening import Clinic, open_clinic
from careteam.cli.output import tell
from careteam.domain.access import Action, needs
from careteam.domain.assignments import AssignmentDraft, Rank
from careteam.domain.changes import Changes
from careteam.domain.contacts import LONG_AGO, ContactDraft, Direction, NextStep
from careteam.domain.dates import read_moment
from careteam.domain.errors import Refused
from careteam.domain.moment import Moment
from careteam.domain.people import PersonDraft
from careteam.domain.rules import Rules
from careteam.storage.reads.board import team_board, team_on
from careteam.storage.writes.assignments import assign, replace_holder
from careteam.storage.writes.contacts import log_contact
from careteam.storage.writes.people import add_person


def assign_role(args: Namespace) -> int:
    """Give a role of a patient to a person."""
    with open_clinic(args, writes=True) as clinic:
        role = key_of(args.role, clinic.rules.catalogue.roles, "roles")
        patient_id = patient_of(clinic, args.mrn)
        start = clinic.day(args.start, "--from")
        newcomer = None
        if args.add_person and not is_known(clinic, args.person):
            newcomer = read_person(args.person, role)
        person_id = 0 if newcomer else person_of(clinic, args.person)
        draft = AssignmentDraft(patient_id, role, person_id, Rank(args.rank), start)
        held = _held(clinic, draft) if args.replace else None
        changes = clinic.store.do(
            _give, draft, newcomer, held, moment=clinic.moment, rules=clinic.rules
        )
    return tell(changes, as_json=args.json)


@needs(Action.TEAM)
def _give(
    session: Session,
    draft: AssignmentDraft,
    newcomer: PersonDraft | None,
    held: int | None,
    *,
    moment: Moment,
    rules: Rules,
) -> Changes:
    """Add the person, end what they take over, and give the role: all of it or nothing."""
    if newcomer is not None:
        made = add_person(session, newcomer, moment=moment, rules=rules).made
        draft = replace(draft, person_id=made or 0)
    if held is not None:
        on = draft.starts_on or moment.today
        return replace_holder(session, held, draft.person_id, on=on, moment=moment, rules=rules)
    return assign(session, draft, moment=moment, rules=rules)


def _held(clinic: Clinic, draft: AssignmentDraft) -> int:
    today = clinic.moment.today
    board = clinic.store.read(team_board, draft.patient_id, today=today, rules=clinic.rules)
    for row in board:
        if row.role == draft.role and row.assignment_id and row.rank != Rank.BACKUP:
            return row.assignment_id
    raise NO_HOLDER.error()


def contact(args: Namespace) -> int:
    """Log a contact."""
    if bool(args.step) != bool(args.due):
        raise STEP_WITHOUT_DAY.error()
    note = sys.stdin.read() if args.note == "-" else args.note
    with open_clinic(args, writes=True) as clinic:
        draft = replace(_contact(clinic, args), note=note)
        changes = clinic.store.do(log_contact, draft, moment=clinic.moment, rules=clinic.rules)
    return tell(changes, as_json=args.json)


def _contact(clinic: Clinic, args: Namespace) -> ContactDraft:
    known = clinic.rules.catalogue
    role = key_of(args.role, known.roles, "roles")
    mode = key_of(args.mode, known.modes, "modes")
    outcome = key_of(args.outcome, known.outcomes, "outcomes")
    topics = [key_of(topic, known.terms.get("topic", {}), "topics") for topic in args.topic]
    patient_id = patient_of(clinic, args.mrn)
    at = moment_of(clinic, args.at)
    if at < clinic.moment.now - LONG_AGO and not args.long_ago:
        raise WAS_LONG_AGO.error()
    on = clinic.moment.local(at).date()
    person_id = (
        person_of(clinic, args.person) if args.person else _holder(clinic, patient_id, role, on)
    )
    return ContactDraft(
        patient_id,
        role,
        mode,
        outcome,
        at,
        person_id=person_id,
        direction=Direction(args.direction),
        minutes=args.minutes,
        topics=tuple(topics),
        program=args.program,
        activity=args.activity,
        next_step=_step(clinic, args, role),
        may_be_long_ago=args.long_ago,
    )


def moment_of(clinic: Clinic, typed: str | None) -> datetime:
    """When something was, as typed, or now; BadUse when it cannot be read."""
    if typed is None:
        return clinic.moment.now
    try:
        return clinic.moment.to_utc(read_moment(typed, clinic.moment.today))
    except Refused as refused:
        raise BadUse(f"--at: {refused.sentence}") from refused


def _step(clinic: Clinic, args: Namespace, role: str) -> NextStep | None:
    if not args.step:
        return None
    return NextStep(args.step, clinic.day(args.due, "--due"), owner_role=role)


def _holder(clinic: Clinic, patient_id: int, role: str, on: date) -> int | None:
    held = clinic.store.read(team_on, patient_id, on, rules=clinic.rules)
    mine = [row for row in held if row.role == role]
    mine.sort(key=lambda row: row.rank == Rank.BACKUP)
    return mine[0].person_id if mine else None
