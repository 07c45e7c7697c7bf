"""`careteam audit`: a report of the audit trail, as a table, CSV, JSON or PDF."""

import json
from argparse import Namespace

from careteam.cli.messages import NO_SUCH_ACTOR, PDF_WANTS_A_FILE, SEVERAL_USERS
from careteam.cli.names import patient_of
from careteam.cli.opening import Clinic, open_clinic
from careteam.cli.output import print_json, print_table
from careteam.cli.paper import paper_of
from careteam.domain.audit import Event
from careteam.domain.audit_reports import AuditAsked, AuditReport, Sort
from careteam.domain.paper_sizes import PaperSize
from careteam.exports.audit_report import COLUMNS, audit_csv, audit_lines, audit_pdf, audit_tree
from careteam.exports.file_names import write_atomically
from careteam.storage.reads.actors import actor_names, actors_called
from careteam.storage.reads.audit_report import MOST_ON_PAPER, audit_report
from careteam.storage.writes.audit_events import note_event


def audit(args: Namespace) -> int:
    """Report what was done; the report is noted in the trail, after its own end."""
    if args.format == "pdf" and args.out is None:
        raise PDF_WANTS_A_FILE.error()
    with open_clinic(args) as clinic:
        paper = paper_of(clinic, args.paper)
        asked = _asked(clinic, args)
        report = clinic.store.read(
            audit_report,
            asked,
            Sort(args.sort),
            moment=clinic.moment,
            rules=clinic.rules,
            most=MOST_ON_PAPER if args.format == "pdf" else None,
        )
        clinic.store.do(
            note_event,
            Event.EXPORTED,
            "audit",
            detail={"asked": report.asked, "rows": len(report.lines), "form": args.format},
            moment=clinic.moment,
            rules=clinic.rules,
        )
    if args.out is not None:
        write_atomically(args.out, _bytes(report, args.format, paper))
        print(f"Wrote {args.out}")
    else:
        _print(report, args.format)
    return 0


def _asked(clinic: Clinic, args: Namespace) -> AuditAsked:
    return AuditAsked(
        actor_id=_actor(clinic, args.user) if args.user else None,
        patient_id=patient_of(clinic, args.patient) if args.patient else None,
        action=args.action or "",
        since=clinic.day(args.since, "--since") if args.since else None,
        until=clinic.day(args.until, "--until") if args.until else None,
    )


def _actor(clinic: Clinic, typed: str) -> int:
    found = clinic.store.read(actors_called, typed)
    if not found:
        raise NO_SUCH_ACTOR.error(typed=typed[:60])
    first, *others = found
    if others:
        names = clinic.store.read(actor_names, found)
        near = ", ".join(f"{name} ({one})" for one, name in list(names.items())[:5])
        raise SEVERAL_USERS.error(typed=typed[:60], near=near)
    return first


def _print(report: AuditReport, form: str) -> None:
    if form == "json":
        print_json(audit_tree(report))
    elif form == "csv":
        print(audit_csv(report).decode("utf-8-sig").replace("\r\n", "\n"), end="")
    else:
        heads = tuple(title.upper() for title in COLUMNS)
        print_table(heads, audit_lines(report), empty="Nothing of this kind was done.")
        print(report.end)


def _bytes(report: AuditReport, form: str, paper: PaperSize) -> bytes:
    if form == "pdf":
        return audit_pdf(report, paper)
    if form == "csv":
        return audit_csv(report)
    if form == "json":
        return json.dumps(audit_tree(report), ensure_ascii=False, indent=2).encode()
    lines = ["\t".join(COLUMNS), *("\t".join(line) for line in audit_lines(report)), report.end]
    return ("\n".join(lines) + "\n").encode()
