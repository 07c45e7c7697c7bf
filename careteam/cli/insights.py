"""`careteam insights`: the measures with their definitions, their figures, and the lists behind."""

import sys
from argparse import Namespace
from collections.abc import Iterator, Sequence

from careteam.cli.messages import NO_SUCH_MEASURE, NO_WORKER, BadUse
from careteam.cli.names import nearest, person_of
from careteam.cli.opening import Clinic, open_clinic
from careteam.cli.output import print_json, print_table
from careteam.domain.dates import day_shown
from careteam.domain.errors import Refused
from careteam.domain.measures import MEASURES, change_shown, value_shown
from careteam.domain.measuring import Figure, Form, Measure, Result
from careteam.domain.periods import By, Period
from careteam.storage.reads.insights import insight_results
from careteam.storage.reads.insights_rows import (
    InsightRow,
    Wanted,
    insight_rows,
    navigator_names,
    part_label,
)
from careteam.storage.reads.insights_scope import Scope

HEADS = ("PART", "COUNT", "OF", "SHARE", "MEDIAN DAYS")
ROW_HEADS = ("NAME", "MRN", "WHAT", "DAY", "DAYS", "COUNTS", "NAVIGATOR")


def insights(args: Namespace) -> int:
    """All measures with their definitions, or one with its figure or its list."""
    if not args.measure:
        return _tell_definitions(as_json=args.json)
    measure = _measure_of(args.measure)
    with open_clinic(args) as clinic:
        scope = Scope(_period(args, clinic), _navigator(args, clinic))
        if args.list:
            rows = clinic.store.read(
                insight_rows, Wanted(measure.key), scope, moment=clinic.moment,
                rules=clinic.rules, limit=None,
            )  # fmt: skip
            return _tell_rows(measure, scope, rows, args)
        before = Scope(scope.period.before(), scope.navigator_id)
        now, then = (
            clinic.store.read(
                insight_results, (measure.key,), one, moment=clinic.moment, rules=clinic.rules,
                in_parts=(measure.key,),
            )[measure.key]
            for one in (scope, before)
        )  # fmt: skip
        parts = list(_parts(now, clinic))
    return _tell_figure(now, then, parts, scope, args)


def _tell_definitions(*, as_json: bool) -> int:
    if as_json:
        print_json({"measures": [_definition(one) for one in MEASURES.values()]})
        return 0
    for one in MEASURES.values():
        print(f"{one.key}: {one.title}")
        told = (
            ("", one.definition), ("Counts: ", one.numerator), ("Of: ", one.denominator),
            ("Without: ", one.exclusions), ("Source: ", one.source),
        )  # fmt: skip
        for head, words in told:
            if words:
                print(f"  {head}{words}")
    return 0


def _definition(one: Measure) -> dict[str, object]:
    return {
        "key": one.key,
        "title": one.title,
        "form": str(one.form),
        "topic": str(one.topic),
        "definition": one.definition,
        "numerator": one.numerator,
        "denominator": one.denominator,
        "exclusions": one.exclusions,
        "source": one.source,
        "by": list(one.by),
        "days": str(one.days) if one.form is Form.MEDIAN else None,
        "as_of_now": one.is_snapshot,
    }


def _measure_of(typed: str) -> Measure:
    if typed not in MEASURES:
        raise NO_SUCH_MEASURE.error(key=typed[:60], near=nearest(typed, MEASURES))
    return MEASURES[typed]


def _period(args: Namespace, clinic: Clinic) -> Period:
    """From and to as typed; one of them alone, or none, is filled up by the kind of period."""
    by = By(args.by)
    if args.since is None and args.until is None:
        return Period.holding(clinic.moment.today, by)
    if args.since is None or args.until is None:
        option = "--from" if args.until is None else "--to"
        return Period.holding(clinic.day(args.since or args.until, option), by)
    first, last = clinic.day(args.since, "--from"), clinic.day(args.until, "--to")
    try:
        return Period(first, last)
    except Refused as refused:
        raise BadUse(f"--to: {refused.sentence}") from refused


def _navigator(args: Namespace, clinic: Clinic) -> int | None:
    if args.navigator:
        return person_of(clinic, args.navigator)
    if not args.mine:
        return None
    worker = clinic.store.worker_id()
    if worker is None:
        raise NO_WORKER.error()
    return worker


def _parts(result: Result, clinic: Clinic) -> Iterator[tuple[str, str, str, Figure]]:
    """What it is told apart by, the key of the part, its words, its figure."""
    ids = [int(key) for key, _figure in result.parts.get("navigator", ()) if key]
    names = clinic.store.read(navigator_names, ids) if ids else {}
    for by, told in result.parts.items():
        for key, figure in told:
            yield by, key, names.get(key) or part_label(by, key, clinic.rules), figure


def _tell_figure(
    now: Result,
    then: Result,
    parts: Sequence[tuple[str, str, str, Figure]],
    scope: Scope,
    args: Namespace,
) -> int:
    measure, before = now.measure, None if now.measure.is_snapshot else then.value()
    if args.json:
        print_json(
            {
                "measure": measure.key,
                "from": scope.period.first,
                "to": scope.period.last,
                **_tree(now.whole),
                "before": before,
                "parts": [
                    {"by": by, "key": key, "label": label, **_tree(figure)}
                    for by, key, label, figure in parts
                ],
            }
        )
        return 0
    lines = [("all", *_cells(now.whole)), *((label, *_cells(one)) for _, _, label, one in parts)]
    if args.csv:
        _write_csv([head.capitalize() for head in HEADS], lines)
        return 0
    told = value_shown(now, now.value())
    change = change_shown(now, now.value(), before)
    against = f" (before: {value_shown(then, before)}, {change})" if change else ""
    print(f"{measure.title}, {scope.period.shown}: {told}{against}")
    print(measure.definition)
    print_table(HEADS, lines)
    return 0


def _tell_rows(measure: Measure, scope: Scope, rows: Sequence[InsightRow], args: Namespace) -> int:
    if args.json:
        print_json(
            {
                "measure": measure.key,
                "from": scope.period.first,
                "to": scope.period.last,
                "rows": [_row_tree(row) for row in rows],
            }
        )
        return 0
    lines = [
        (row.name, row.mrn, row.what, day_shown(row.day) if row.day else "—",
         "" if row.days is None else row.days, "yes" if row.is_hit else "no", row.navigator)
        for row in rows
    ]  # fmt: skip
    if args.csv:
        _write_csv([head.capitalize() for head in ROW_HEADS], lines)
        return 0
    print_table(ROW_HEADS, lines, empty="Nobody.")
    return 0


def _row_tree(row: InsightRow) -> dict[str, object]:
    return {
        "mrn": row.mrn,
        "name": row.name,
        "what": row.what,
        "day": row.day,
        "days": row.days,
        "counts": row.is_hit,
        "navigator": row.navigator,
    }


def _tree(figure: Figure) -> dict[str, object]:
    return {
        "count": figure.hits, "of": figure.of, "share": figure.share,
        "median_days": figure.median,
    }  # fmt: skip


def _cells(figure: Figure) -> tuple[object, ...]:
    share = "" if figure.share is None else f"{round(figure.share)} %"
    return figure.hits, figure.of, share, "" if figure.median is None else figure.median


def _write_csv(heads: Sequence[str], lines: Sequence[Sequence[object]]) -> None:
    from careteam.exports.list_csv import csv_bytes

    rows = [[one if isinstance(one, int | float) else str(one) for one in line] for line in lines]
    data = csv_bytes(heads, rows, text_columns=frozenset({"Mrn"}))
    sys.stdout.buffer.write(data)
