"""`careteam referral`: referrals are listed, made, followed step by step and reopened."""

from argparse import Namespace

from careteam.cli.names import key_of, patient_of, person_of
from careteam.cli.opening import Clinic, open_clinic
from careteam.cli.output import print_json, print_table, tell
from careteam.domain.dates import day_shown
from careteam.domain.referrals import (
    ReferralDraft,
    ReferralState,
    ReferralStepDraft,
    ReferralTo,
    ReopenDraft,
)
from careteam.storage.reads.referrals import ReferralRow, referral_rows
from careteam.storage.writes.referrals import make_referral, reopen_referral, step_referral


def list_referrals(args: Namespace) -> int:
    """A patient's referrals, the newest first."""
    with open_clinic(args) as clinic:
        patient_id = patient_of(clinic, args.mrn)
        rows = clinic.store.read(
            referral_rows, patient_id, today=clinic.moment.today, rules=clinic.rules
        )
    if args.json:
        print_json({"mrn": args.mrn, "referrals": [_tree(row) for row in rows]})
        return 0
    lines = (
        (row.id, row.to, row.state.replace("_", " "), day_shown(row.requested_on),
         row.open_days if row.is_open else "—", row.result or row.reason)
        for row in rows
    )  # fmt: skip
    heads = ("ID", "TO", "STATE", "REQUESTED", "DAYS OPEN", "RESULT OR REASON")
    print_table(heads, lines, empty="No referrals.")
    return 0


def new(args: Namespace) -> int:
    """Make a referral to a role, a person or an outside body."""
    with open_clinic(args, writes=True) as clinic:
        known = clinic.rules.catalogue
        methods = known.terms.get("referral_method", {})
        draft = ReferralDraft(
            patient_of(clinic, args.mrn),
            clinic.day(args.on, "--on"),
            *_to(clinic, args),
            priority="urgent" if args.urgent else "routine",
            method=key_of(args.method, methods, "referral_method") if args.method else "",
            reason_text=args.reason,
        )
        changes = clinic.store.do(make_referral, draft, moment=clinic.moment, rules=clinic.rules)
    return tell(changes, as_json=args.json)


def _to(clinic: Clinic, args: Namespace) -> tuple[ReferralTo, str, int | None, str]:
    """To whom: the kind, the role, the person and the name of an outside body."""
    if args.role:
        return ReferralTo.ROLE, key_of(args.role, clinic.rules.catalogue.roles, "roles"), None, ""
    if args.person:
        return ReferralTo.PERSON, "", person_of(clinic, args.person), ""
    return ReferralTo.OUTSIDE, "", None, args.outside


def step(args: Namespace) -> int:
    """Say what became of a referral."""
    with open_clinic(args, writes=True) as clinic:
        state = key_of(args.state, list(ReferralState), "states")
        draft = ReferralStepDraft(
            args.id,
            state,
            clinic.day(args.on, "--on"),
            note=args.note,
            result=args.result,
            scheduled_on=clinic.day(args.scheduled, "--scheduled") if args.scheduled else None,
            person_id=person_of(clinic, args.person) if args.person else None,
        )
        changes = clinic.store.do(step_referral, draft, moment=clinic.moment, rules=clinic.rules)
    return tell(changes, as_json=args.json)


def reopen(args: Namespace) -> int:
    """Open a closed referral again."""
    with open_clinic(args, writes=True) as clinic:
        draft = ReopenDraft(args.id, clinic.moment.today, args.note)
        changes = clinic.store.do(reopen_referral, draft, moment=clinic.moment, rules=clinic.rules)
    return tell(changes, as_json=args.json)


def _tree(row: ReferralRow) -> dict[str, object]:
    return {
        "id": row.id,
        "to_kind": row.to_kind,
        "to": row.to,
        "to_role": row.to_role,
        "priority": row.priority,
        "method": row.method,
        "reason": row.reason,
        "state": row.state,
        "since": row.since,
        "requested_on": row.requested_on,
        "scheduled_on": row.scheduled_on,
        "open_days": row.open_days,
        "due_on": row.due_on,
        "result": row.result,
    }
