"""What may be chosen in the patient form, from the clinic's catalogue."""

from collections.abc import Iterable

from careteam.domain.catalogue import Catalogue
from careteam.domain.rules import Rules
from careteam.domain.strip import is_branch
from ui.look.options import Option


def term_options(catalogue: Catalogue, kind: str, *kept: str) -> tuple[Option, ...]:
    """A list of the catalogue; what a patient already has stays to be chosen, known or not."""
    options = [Option(term.key, term.label) for term in catalogue.terms.get(kind, {}).values()]
    return with_kept(options, kept)


def icd_options(catalogue: Catalogue, kept: str) -> tuple[Option, ...]:
    """The states of the diagnosis with their ICD-10-CM codes."""
    options = [
        Option(term.key, term.label, term.codes.get("icd10cm", ""))
        for term in catalogue.terms.get("icd_state", {}).values()
    ]
    return with_kept(options, (kept,))


def phase_options(catalogue: Catalogue, kept: str = "") -> tuple[Option, ...]:
    """The phases in use."""
    options = [
        Option(phase.key, phase.label, phase.alt)
        for phase in catalogue.phases.values()
        if phase.is_active or phase.key == kept
    ]
    return with_kept(options, (kept,))


def pathway_options(rules: Rules, kept: str = "") -> tuple[Option, ...]:
    """The ways through treatment in use; branches leave one of them and are not chosen."""
    first_phase = next(iter(rules.catalogue.phases), "")
    options = [
        Option(pathway.key, pathway.label)
        for pathway in rules.clinical.pathways.values()
        if pathway.key == kept or (pathway.is_active and not is_branch(pathway, first_phase))
    ]
    return with_kept(options, (kept,))


def asked_options(not_asked: str, yes: str, no: str) -> tuple[Option, ...]:
    """Three answers, of which the first is that nobody has asked yet."""
    return (Option("", not_asked), Option("yes", yes), Option("no", no))


def with_kept(options: Iterable[Option], kept: Iterable[str]) -> tuple[Option, ...]:
    """The options, and each kept key that is not among them under its own name."""
    listed = tuple(options)
    known = {option.key for option in listed}
    return (*listed, *(Option(key, key) for key in kept if key and key not in known))
