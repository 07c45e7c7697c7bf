"""`careteam export list`: a list as the window shows it, for a spreadsheet."""

from argparse import Namespace
from pathlib import Path

from careteam.cli.handing_out import hand_out, handed_of
from careteam.cli.messages import (
    NO_ONE_PATIENT,
    NO_PATIENT_NAMED,
    NO_SUCH_FILTER,
    NO_SUCH_LIST,
    NO_SUCH_VALUE,
    NO_WORKER,
)
from careteam.cli.names import key_of, patient_of
from careteam.cli.opening import Clinic, open_clinic
from careteam.domain.access import Action
from careteam.exports.list_file import Format
from careteam.outgoing.catalogue import LISTS, Kind
from careteam.outgoing.listed import Listed, Told, made_list, rows_of


def list_(args: Namespace) -> int:
    """Write the list; the whole file or nothing."""
    kind = _kind(args)
    asked = _asked(args, kind)
    with open_clinic(args) as clinic:
        clinic.store.authorize(Action.EXPORT)
        told = Told(clinic.moment, clinic.rules)
        _check_keys(clinic, asked)
        listed = kind.make(told, asked, _whose(clinic, args, kind, asked))
        _write(clinic, args, listed)
    return 0


def _kind(args: Namespace) -> Kind:
    if args.name not in LISTS:
        near = ", ".join(LISTS)
        raise NO_SUCH_LIST.error(key=args.name[:60], near=near)
    kind = LISTS[args.name]
    if kind.needs_patient != bool(args.mrn):
        sentence = NO_PATIENT_NAMED if kind.needs_patient else NO_ONE_PATIENT
        raise sentence.error(name=args.name)
    return kind


def _asked(args: Namespace, kind: Kind) -> dict[str, str]:
    asked: dict[str, str] = {}
    for typed in args.filter:
        key, _, value = typed.partition("=")
        if key not in kind.filters:
            known = ", ".join(kind.filters) or "none"
            raise NO_SUCH_FILTER.error(name=args.name, key=key[:60], near=known)
        values = kind.filters[key]
        if values and value not in values:
            raise NO_SUCH_VALUE.error(key=key, value=value[:60], near=", ".join(values))
        asked[key] = value
    return asked


def _check_keys(clinic: Clinic, asked: dict[str, str]) -> None:
    """Roles and phases are keys of the catalogue; a wrong one would give an empty list."""
    known = clinic.rules.catalogue
    if role := asked.get("role"):
        key_of(role, known.roles, "roles")
    if phase := asked.get("phase"):
        key_of(phase, known.phases, "phases")


def _whose(clinic: Clinic, args: Namespace, kind: Kind, asked: dict[str, str]) -> int | None:
    if kind.needs_patient:
        return patient_of(clinic, args.mrn)
    if asked.get("mine") != "yes":
        return None
    if clinic.moment.by is None:
        raise NO_WORKER.error()
    return clinic.moment.by


def _write(clinic: Clinic, args: Namespace, listed: Listed[object]) -> None:
    form = Format(args.format or _suffix(args.out))
    rows = rows_of(clinic.store, listed) or []
    made = made_list(listed, rows, form, handed_of(args), clinic.moment)
    hand_out(clinic, args.out, f"{args.name}.{form}", made.data, made.draft)


def _suffix(path: Path) -> str:
    return Format.XLSX if path.suffix.casefold() == ".xlsx" else Format.CSV
