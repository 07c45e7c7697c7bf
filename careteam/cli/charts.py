"""The commands that read one patient: the care team and the contacts, as the window shows them."""

from argparse import Namespace

from careteam.cli.names import patient_of
from careteam.cli.opening import Clinic, open_clinic
from careteam.cli.output import print_json, print_table
from careteam.domain.dates import day_short, day_shown, moment_shown
from careteam.domain.due import NEVER
from careteam.storage.reads.board import BoardRow, HolderRow, team_board, team_on
from careteam.storage.reads.contacts import ContactRow, contacts_of
from careteam.storage.reads.patient_page import PatientPageRow, patient_page


def team(args: Namespace) -> int:
    """The role board, or who held which role on a day."""
    with open_clinic(args) as clinic:
        today = clinic.moment.today
        page = _page(clinic, args.mrn)
        on = clinic.day(args.on, "--on")
        if args.on:
            held = clinic.store.read(team_on, page.id, on, rules=clinic.rules)
            tree, heads = (
                [_holder_tree(row) for row in held],
                ("ROLE", "WHO", "AS", "FROM", "UNTIL"),
            )
            lines = [_holder_cells(row) for row in held]
        else:
            board = clinic.store.read(team_board, page.id, today=today, rules=clinic.rules)
            tree = [_board_tree(row, clinic) for row in board]
            heads = ("ROLE", "WHO", "AS", "PHONE", "LAST CONTACT", "NEXT DUE")
            lines = [_board_cells(row, clinic) for row in board]
    if args.json:
        print_json({"mrn": page.mrn, "name": page.name, "on": on, "team": tree})
        return 0
    print(f"{page.name} · MRN {page.mrn} · {day_shown(on)}")
    print_table(heads, lines, empty="Nobody held a role on that day.")
    return 0


def _page(clinic: Clinic, mrn: str) -> PatientPageRow:
    patient_id = patient_of(clinic, mrn)
    return clinic.store.read(
        patient_page, patient_id, today=clinic.moment.today, rules=clinic.rules
    )


def _board_cells(row: BoardRow, clinic: Clinic) -> tuple[object, ...]:
    who = row.person or ("Declined by patient" if row.declined_on else "Nobody yet")
    at = clinic.moment.local(row.last_at).date() if row.last_at else None
    return (
        row.role_label,
        who,
        row.rank,
        row.phone,
        day_short(at, clinic.moment.today) if at else "—",
        "on hold" if row.state == "held" else row.due_text,
    )


def _board_tree(row: BoardRow, clinic: Clinic) -> dict[str, object]:
    return {
        "role": row.role,
        "label": row.role_label,
        "required": row.is_required,
        "state": row.state,
        "person_id": row.person_id,
        "person": row.person,
        "as": row.rank,
        "phone": row.phone,
        "from": row.starts_on,
        "until": row.ends_on,
        "declined_on": row.declined_on,
        "ask_on": row.ask_on,
        "ask_at_phase": row.ask_at_phase,
        "last_at": clinic.moment.local(row.last_at) if row.last_at else None,
        "last_reached": row.is_reached if row.last_at else None,
        "tries": row.attempts,
        "due_on": None if row.due_on == NEVER else row.due_on,
        "due": row.due_text,
    }


def _holder_cells(row: HolderRow) -> tuple[object, ...]:
    until = f"{day_shown(row.ends_on)} ({row.end_reason})" if row.ends_on else "—"
    return row.role_label, row.person, row.rank, day_shown(row.starts_on), until


def _holder_tree(row: HolderRow) -> dict[str, object]:
    return {
        "role": row.role,
        "label": row.role_label,
        "person_id": row.person_id,
        "person": row.person,
        "as": row.rank,
        "from": row.starts_on,
        "until": row.ends_on,
        "end_reason": row.end_reason if row.ends_on else "",
    }


def contacts(args: Namespace) -> int:
    """A patient's contacts, newest first."""
    with open_clinic(args) as clinic:
        page = _page(clinic, args.mrn)
        rows = clinic.store.read(contacts_of, page.id)
    if args.json:
        tree = [_contact_tree(row, clinic) for row in rows]
        print_json({"mrn": page.mrn, "name": page.name, "contacts": tree})
        return 0
    print(f"{page.name} · MRN {page.mrn}")
    heads = ("WHEN", "ROLE", "WHO", "WITH", "HOW", "OUTCOME", "MIN", "NOTE")
    lines = (_contact_cells(row, clinic) for row in rows)
    print_table(heads, lines, empty="No contacts yet.")
    return 0


def _contact_cells(row: ContactRow, clinic: Clinic) -> tuple[object, ...]:
    known = clinic.rules.catalogue
    note = row.note.replace("\n", " ")
    return (
        moment_shown(row.at),
        known.role_label(row.role),
        row.person,
        row.with_name or row.with_kind.replace("_", " "),
        known.modes[row.mode].short if row.mode in known.modes else row.mode,
        known.outcomes[row.outcome].short if row.outcome in known.outcomes else row.outcome,
        row.minutes,
        f"[retracted: {row.retract_reason}] {note}" if row.is_retracted else note,
    )


def _contact_tree(row: ContactRow, clinic: Clinic) -> dict[str, object]:
    return {
        "id": row.id,
        "at": row.at,
        "role": row.role,
        "person_id": row.person_id,
        "person": row.person,
        "with": row.with_kind,
        "with_name": row.with_name,
        "mode": row.mode,
        "direction": row.direction,
        "outcome": row.outcome,
        "reached": row.is_reached,
        "try": row.attempt,
        "minutes": row.minutes,
        "reasons": row.reasons,
        "topics": row.topics,
        "interventions": row.interventions,
        "note": row.note,
        "interpreter": row.used_interpreter,
        "late_entry": row.is_late_entry,
        "entered_at": clinic.moment.local(row.entered_at),
        "by": row.by,
        "amendments": row.amendments,
        "retracted": row.is_retracted,
        "retract_reason": row.retract_reason,
        "next_steps": [
            {"text": step.text, "owner_role": step.owner_role, "due_on": step.due_on,
             "due_time": step.due_time, "state": step.state}
            for step in row.steps
        ],
        "try_again_on": row.retry_on,
    }  # fmt: skip
