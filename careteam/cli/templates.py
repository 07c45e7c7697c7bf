"""`careteam template`: a workbook to fill in, which `careteam import` reads."""

from argparse import Namespace

from careteam.cli.opening import clock, open_clinic
from careteam.domain.catalogue import Catalogue
from careteam.domain.intake.tables import About
from careteam.exports.file_names import write_atomically
from careteam.imports.tables.template import template_bytes
from careteam.storage.default_rules import default_rules


def template(args: Namespace) -> int:
    """Write the workbook with the clinic's own lists, or with the default ones."""
    write_atomically(args.out, template_bytes(About(args.about), _catalogue(args)))
    print(f"Wrote {args.out}")
    return 0


def _catalogue(args: Namespace) -> Catalogue:
    if args.database is None:
        return default_rules(clock().date()).catalogue
    with open_clinic(args) as clinic:
        return clinic.rules.catalogue
