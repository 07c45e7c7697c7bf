"""`careteam coverage`: where care has gaps, as figures, and the patients behind each."""

from argparse import Namespace

from careteam.cli.messages import NO_WORKER
from careteam.cli.names import key_of
from careteam.cli.opening import Clinic, open_clinic
from careteam.cli.output import print_json, print_table
from careteam.domain.dates import day_shown
from careteam.storage.reads.coverage import (
    CoverageRow,
    Figure,
    coverage_counts,
    coverage_rows,
)
from careteam.storage.reads.coverage_query import Finding

WORDS = {
    Finding.UNFILLED: "roles to fill",
    Finding.WAITING: "of those, roles that have waited long",
    Finding.NO_BACKUP: "roles without a backup",
    Finding.SILENT: "patients not heard of for long",
    Finding.DECLINED: "roles declined, to ask again",
}


def coverage(args: Namespace) -> int:
    """Every figure, or the list behind one."""
    with open_clinic(args) as clinic:
        if args.mine and clinic.moment.by is None:
            raise NO_WORKER.error()
        asked = {
            "today": clinic.moment.today,
            "rules": clinic.rules,
            "navigator_id": clinic.moment.by if args.mine else None,
        }
        if args.finding:
            finding = Finding(key_of(args.finding, list(Finding), "findings"))
            rows = clinic.store.read(coverage_rows, finding, limit=None, **asked)
            return _tell_rows(finding, rows, as_json=args.json)
        counts = clinic.store.read(coverage_counts, **asked)
        labels = {role: _label(clinic, role) for role, _ in counts.roles}
    if args.json:
        print_json(
            {
                "figures": {name: _tree(figure) for name, figure in counts.figures.items()},
                "roles": {role: _tree(figure) for role, figure in counts.roles},
            }
        )
        return 0
    lines = [(name, _shown(figure), WORDS[name]) for name, figure in counts.figures.items()]
    lines += [(role, _shown(figure), f"wait for: {labels[role]}") for role, figure in counts.roles]
    print_table(("FINDING", "COUNT", "WHAT"), lines)
    return 0


def _tell_rows(finding: Finding, rows: tuple[CoverageRow, ...], *, as_json: bool) -> int:
    if as_json:
        print_json({"finding": finding, "patients": [_row_tree(row) for row in rows]})
        return 0
    lines = (
        (row.name, row.mrn, row.phase, row.role_label,
         day_shown(row.since) if row.since else "—", row.navigator)
        for row in rows
    )  # fmt: skip
    heads = ("NAME", "MRN", "PHASE", "ROLE", "SINCE", "NAVIGATOR")
    print_table(heads, lines, empty="Nobody.")
    return 0


def _row_tree(row: CoverageRow) -> dict[str, object]:
    return {
        "mrn": row.mrn,
        "name": row.name,
        "phase": row.phase,
        "role": row.role,
        "since": row.since,
        "days": row.waited_days,
        "last_contact_at": row.last_at,
        "navigator": row.navigator,
        "ask_on": row.ask_on,
        "ask_at_phase": row.ask_at_phase,
    }


def _tree(figure: Figure) -> dict[str, object]:
    return {"count": figure.count, "more": figure.is_more}


def _shown(figure: Figure) -> str:
    return f"{figure.count:,}{'+' if figure.is_more else ''}"


def _label(clinic: Clinic, role: str) -> str:
    return clinic.rules.catalogue.role_label(role)
