"""`careteam barrier`: barriers to care are listed, added, acted on and closed."""

from argparse import Namespace

from careteam.cli.names import key_of, patient_of
from careteam.cli.opening import open_clinic
from careteam.cli.output import print_json, print_table, tell
from careteam.domain.barriers import ActionDraft, BarrierDraft, CloseBarrierDraft
from careteam.domain.dates import day_shown
from careteam.storage.reads.needs import BarrierRow, barrier_rows
from careteam.storage.writes.barriers import add_action, add_barrier, close_barrier


def list_barriers(args: Namespace) -> int:
    """A patient's barriers, with what is done about each."""
    with open_clinic(args) as clinic:
        patient_id = patient_of(clinic, args.mrn)
        rows = clinic.store.read(
            barrier_rows, patient_id, today=clinic.moment.today, rules=clinic.rules
        )
    if args.json:
        print_json({"mrn": args.mrn, "barriers": [_tree(row) for row in rows]})
        return 0
    lines = (
        (row.id, row.label, row.detail, row.state, day_shown(row.found_on),
         "; ".join(action.text for action in row.actions) or row.result)
        for row in rows
    )  # fmt: skip
    heads = ("ID", "BARRIER", "DETAIL", "STATE", "SINCE", "WHAT IS BEING DONE")
    print_table(heads, lines, empty="No barriers.")
    return 0


def add(args: Namespace) -> int:
    """Note a barrier."""
    with open_clinic(args, writes=True) as clinic:
        known = clinic.rules.catalogue.terms.get("barrier", {})
        category = key_of(args.category, known, "barrier")
        found_on = clinic.day(args.on, "--on")
        draft = BarrierDraft(patient_of(clinic, args.mrn), category, found_on, args.detail)
        changes = clinic.store.do(add_barrier, draft, moment=clinic.moment, rules=clinic.rules)
    return tell(changes, as_json=args.json)


def act(args: Namespace) -> int:
    """Note what is done about a barrier."""
    with open_clinic(args, writes=True) as clinic:
        role = key_of(args.role, clinic.rules.catalogue.roles, "roles") if args.role else ""
        due_on = clinic.day(args.due, "--due") if args.due else None
        draft = ActionDraft(args.id, args.text, clinic.moment.today, role, due_on=due_on)
        changes = clinic.store.do(add_action, draft, moment=clinic.moment, rules=clinic.rules)
    return tell(changes, as_json=args.json)


def close(args: Namespace) -> int:
    """Close a barrier with how it ended."""
    with open_clinic(args, writes=True) as clinic:
        draft = CloseBarrierDraft(args.id, args.state, clinic.day(args.on, "--on"), args.result)
        changes = clinic.store.do(close_barrier, draft, moment=clinic.moment, rules=clinic.rules)
    return tell(changes, as_json=args.json)


def _tree(row: BarrierRow) -> dict[str, object]:
    return {
        "id": row.id,
        "category": row.category,
        "label": row.label,
        "detail": row.detail,
        "state": row.state,
        "found_on": row.found_on,
        "closed_on": row.closed_on,
        "result": row.result,
        "actions": [
            {
                "id": action.id,
                "text": action.text,
                "state": action.state,
                "due_on": action.due_on,
                "result": action.result,
            }
            for action in row.actions
        ],
    }
