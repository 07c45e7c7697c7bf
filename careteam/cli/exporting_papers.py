"""`careteam export summary`: a paper about a patient, of any kind and in any form."""

import sys
from argparse import Namespace

from careteam.cli.exporting import (
    STREAM,
    Outfile,
    as_json,
    handed,
    put,
    record_of,
    spelled_out,
)
from careteam.cli.exporting_batch import write_many
from careteam.cli.messages import (
    JSON_WANTS_A_FILE,
    NO_FONT,
    NO_LANGUAGE,
    NO_SUCH_SECTION,
    NOT_THIS_FORM,
    PASSWORD_IS_FOR_PDF,
    SUMMARY_WHICH,
)
from careteam.cli.names import patient_of
from careteam.cli.opening import Clinic, open_clinic
from careteam.cli.paper import paper_of
from careteam.domain.access import Action
from careteam.domain.disclosures import DisclosureDraft, Form
from careteam.domain.handing import Leaving, kind_of_paper, told_by, told_sections
from careteam.domain.kinds import KINDS, Kind, PaperWish
from careteam.domain.passwords import check_password
from careteam.domain.patient_summary import PatientSummary
from careteam.domain.summary import Section
from careteam.storage.reads.papers import collect_paper
from careteam.storage.reads.summary import USUAL_DAYS, first_of_last, period_of


def summary(args: Namespace) -> int:
    """Write one paper; the whole file or nothing."""
    kind = Kind(args.kind)
    if args.password_stdin and args.format != Form.PDF:
        raise PASSWORD_IS_FOR_PDF.error()
    if args.format == Form.FHIR and not KINDS[kind].has_fhir:
        raise NOT_THIS_FORM.error(kind=kind, form=args.format)
    if (args.language or args.free_text) and not KINDS[kind].has_language:
        raise NO_LANGUAGE.error(kind=kind)
    if (args.all or bool(args.filter)) == bool(args.mrn):
        raise SUMMARY_WHICH.error()
    if args.json and args.out == STREAM:
        raise JSON_WANTS_A_FILE.error()
    sections, password = _sections(kind, args.sections), _password(args.password_stdin)
    if not args.mrn:
        return write_many(args, PaperWish(kind, sections, shape=args.shape), password)
    with open_clinic(args) as clinic:
        clinic.store.allow(Action.EXPORT)
        since = clinic.day(args.since, "--since") if args.since else None
        patient_id = patient_of(clinic, args.mrn)
        wish = PaperWish(
            kind,
            sections,
            since,
            args.language,
            has_free_text=args.free_text,
            shape=args.shape,
        )
        make = _paper
        if args.format == Form.FHIR:
            make = _document if kind is Kind.CLINICIAN else _paper_document
        put(
            clinic,
            args.out,
            make(clinic, args, patient_id, wish, password),
            as_json=args.json,
        )
    return 0


def _paper(
    clinic: Clinic, args: Namespace, patient_id: int, wish: PaperWish, password: str
) -> Outfile:
    from careteam.exports.papers import SUFFIXES, paper_made, paper_name
    from careteam.exports.protecting import protected

    tree = clinic.store.read(
        collect_paper, patient_id, wish, moment=clinic.moment, rules=clinic.rules
    )
    form = Form(args.format)
    made = paper_made(tree, form, paper_of(clinic, args.paper, KINDS[wish.kind].setting("paper")))
    warned = _warned(tree, made.spelled)
    data = protected(made.data, password) if password else made.data
    draft = DisclosureDraft(
        kind_of_paper(tree),
        form,
        handed(args),
        (patient_id,),
        told_by(tree),
        is_encrypted=bool(password),
    )
    return Outfile(paper_name(tree, SUFFIXES[form]), data, draft, made.spelled, warned)


def _warned(tree: Leaving, spelled: tuple[str, ...]) -> tuple[str, ...]:
    """What the paper lacks; one that no font here can draw is not written."""
    from careteam.exports.papers import undrawn_language

    if language := undrawn_language(tree, spelled):
        raise NO_FONT.error(language=language)
    of_patient = _of_patient(tree) if isinstance(tree, PatientSummary) else ()
    return (*spelled_out(spelled), *of_patient)


def _of_patient(tree: PatientSummary) -> list[str]:
    from careteam.exports.patient_parts import unphrased
    from careteam.exports.patient_words import words_of

    words, warned = words_of(tree), list[str]()
    if not tree.phone:
        warned.append("No phone for any hour is set; the paper has a line to write it on.")
    if words.is_draft:
        warned.append(f"The translation into {words.english} is not reviewed; the paper says so.")
    if own := unphrased(tree, words):
        warned.append(f"In the clinic's own words: {', '.join(own)}.")
    return warned


def _document(
    clinic: Clinic, args: Namespace, patient_id: int, wish: PaperWish, _password: str
) -> Outfile:
    from careteam.exports.fhir.document import summary_document

    told = record_of(clinic, patient_id)
    today = clinic.moment.today
    first = wish.since or first_of_last(USUAL_DAYS, today)
    sections = tuple(Section(key) for key in wish.chosen_sections())
    tree = summary_document(told, clinic.rules, sections=sections, since=first)
    what = told_sections(sections, period_of(first, today))
    draft = DisclosureDraft("fhir_summary", Form.FHIR, handed(args), (patient_id,), what)
    return as_json(clinic, "care-summary", tree, draft)


def _paper_document(
    clinic: Clinic, args: Namespace, patient_id: int, wish: PaperWish, _password: str
) -> Outfile:
    from careteam.exports.fhir.paper_document import paper_document

    record, context = (
        record_of(clinic, patient_id),
        {"moment": clinic.moment, "rules": clinic.rules},
    )
    tree = clinic.store.read(collect_paper, patient_id, wish, **context)
    made = paper_document(tree, record, clinic.rules, wish, today=clinic.moment.today)
    kind = kind_of_paper(tree)
    draft = DisclosureDraft(kind, Form.FHIR, handed(args), (patient_id,), told_by(tree))
    return as_json(clinic, KINDS[wish.kind].file, made, draft)


def _password(is_asked: bool) -> str:
    """The first line of standard input; never an option, which other accounts can read."""
    return check_password(sys.stdin.readline().rstrip("\r\n")) if is_asked else ""


def _sections(kind: Kind, typed: str | None) -> tuple[str, ...] | None:
    if not typed:
        return None
    known = KINDS[kind].sections
    asked = tuple(part.strip() for part in typed.split(","))
    for part in asked:
        if part not in known:
            near = ", ".join(known) or "none; this paper is always whole"
            raise NO_SUCH_SECTION.error(key=part[:60], near=near)
    return asked
