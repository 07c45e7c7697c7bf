"""`careteam suggestions`: what waits for a decision, and deciding it."""

from argparse import Namespace

from careteam.cli.messages import NO_REASON, NO_SUCH_SUGGESTION
from careteam.cli.names import key_of, patient_of, person_of
from careteam.cli.opening import Clinic, open_clinic
from careteam.cli.output import print_json, print_table, tell
from careteam.domain.changes import Changes
from careteam.domain.dates import day_shown
from careteam.domain.suggestions import AcceptDraft, DismissDraft
from careteam.storage.reads.suggestions import SuggestionRow, open_suggestions
from careteam.storage.writes.deciding import accept_suggestion, dismiss_suggestion


def suggestions(args: Namespace) -> int:
    """List what is suggested, or decide one of it."""
    chosen = args.accept or args.refer or args.dismiss
    with open_clinic(args, writes=chosen is not None) as clinic:
        patient_id = patient_of(clinic, args.mrn)
        rows = clinic.store.read(
            open_suggestions, patient_id, today=clinic.moment.today, rules=clinic.rules
        )
        if chosen is not None:
            if chosen not in {row.id for row in rows}:
                raise NO_SUCH_SUGGESTION.error(id=chosen, mrn=args.mrn)
            return tell(_decide(clinic, args), as_json=args.json)
    if args.json:
        print_json({"mrn": args.mrn, "suggestions": [_tree(row) for row in rows]})
        return 0
    lines = (
        (row.id, row.role_label, row.words, row.because, _day(row), row.source) for row in rows
    )
    heads = ("ID", "ROLE", "WHAT", "BECAUSE", "BY", "RULE FROM")
    print_table(heads, lines, empty="Nothing is suggested.")
    return 0


def _decide(clinic: Clinic, args: Namespace) -> Changes:
    context = {"moment": clinic.moment, "rules": clinic.rules}
    if args.dismiss is not None:
        if not args.reason:
            raise NO_REASON.error()
        reasons = clinic.rules.catalogue.terms.get("dismiss_reason", {})
        reason = key_of(args.reason, reasons, "dismiss_reason")
        draft = DismissDraft(args.dismiss, reason, args.note)
        return clinic.store.do(dismiss_suggestion, draft, **context)
    person_id = person_of(clinic, args.person) if args.person else None
    accepted = AcceptDraft(args.accept or args.refer, person_id, as_referral=args.refer is not None)
    return clinic.store.do(accept_suggestion, accepted, **context)


def _tree(row: SuggestionRow) -> dict[str, object]:
    return {
        "id": row.id,
        "kind": row.kind,
        "role": row.role,
        "label": row.role_label,
        "what": row.words,
        "because": row.because,
        "rule": row.rule,
        "source": row.source,
        "wish": row.is_wish,
        "due_on": row.due_on,
    }


def _day(row: SuggestionRow) -> str:
    return day_shown(row.due_on) if row.due_on else "—"
