"""What an import would do to a patient, in the words of the preview."""

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date

from careteam.domain.catalogue import Catalogue
from careteam.domain.dates import PartialDate
from careteam.domain.incoming import Finding, IncomingPatient, Severity
from careteam.domain.intake.plan import PatientPlan, kept_phase
from careteam.domain.intake.stands import is_ended

FIELDS = {
    "name": "name",
    "title": "title",
    "preferred": "nickname",
    "birth_date": "birth date",
    "sex": "sex",
    "email": "e-mail",
    "language": "language",
    "other_languages": "other languages",
    "needs_interpreter": "interpreter",
    "address": "address",
    "subtype": "diagnosis",
    "icd_state": "state of the disease",
    "diagnosed_on": "day of diagnosis",
    "payer": "payer",
    "referred_on": "day of referral",
    "death": "death",
}
_KINDS = {
    "Claim": "claims",
    "ExplanationOfBenefit": "claims",
    "Coverage": "claims",
    "Medication": "medications",
    "MedicationRequest": "medications",
    "MedicationStatement": "medications",
    "MedicationAdministration": "medications",
    "MedicationDispense": "medications",
    "Observation": "observations",
    "DiagnosticReport": "reports",
    "Immunization": "immunizations",
    "Procedure": "procedures",
    "CarePlan": "care plans",
    "DocumentReference": "documents",
    "Communication": "messages",
    "Goal": "goals",
    "Location": "places",
    "Device": "devices",
    "AllergyIntolerance": "allergies",
}
_IN_FHIR = " is written in FHIR "
_NAMED_KINDS = 2


def found_in_file(patient: IncomingPatient, catalogue: Catalogue, today: date) -> str:
    """What is worth knowing of somebody who is added, before they go in."""
    parts = [_diagnosis(patient, catalogue)]
    if patient.is_deceased:
        parts.append(f"died {patient.deceased_on.shown}" if patient.deceased_on else "has died")
    parts.append(teams_found(patient, today))
    parts.append(_born(patient.birth_date))
    return _joined(parts)


def teams_found(patient: IncomingPatient, today: date) -> str:
    """6 care teams, 5 ended; or that nobody is in the care team. A table names no teams."""
    if patient.is_own and patient.members:
        return counted(len(patient.members), "place in the care team", "places in the care team")
    teams: dict[str, bool] = {}
    for member in patient.members:
        ended = is_ended(member, today)
        teams[member.team_key] = teams.get(member.team_key, True) and ended
    if not teams:
        return "nobody in the care team yet"
    ended = sum(teams.values())
    words = counted(len(teams), "care team", "care teams")
    if not ended:
        return words
    return f"{words}, ended" if ended == len(teams) else f"{words}, {ended} ended"


def changes_found(plan: PatientPlan) -> str:
    """What the file has newer of somebody who is here, and what stays as it was entered here."""
    return _joined([_newer(plan), *_more(plan), _kept(plan)])


def newer_fields(plan: PatientPlan) -> tuple[str, ...]:
    """The fields of a patient that the file changes, in plain words."""
    phones = ("phone",) if plan.known and plan.has_new_phones else ()
    phones += ("phase",) if plan.phase else ()
    return (*phones, *(FIELDS[name] for name in plan.values.taken))


def kept_fields(plan: PatientPlan) -> tuple[str, ...]:
    """What the file says otherwise, but was changed here and stays as it is."""
    kept = [FIELDS[name] for name in plan.values.kept]
    kept += ["phone"] if plan.phones.kept else []
    kept += [f"what is known of {name}" for name in plan.related.kept]
    kept += [counted(plan.contacts.kept, "contact", "contacts")] if plan.contacts.kept else []
    kept += ["phase"] if kept_phase(plan) else []
    kept += [each.label for each in (*plan.conditions.kept, *plan.places.kept)]
    return tuple(kept)


def future_words(count: int) -> str:
    """Contacts that lie in the future, which nobody can have had."""
    if count == 1:
        return "A contact lies in the future: left out."
    return f"{count:,} contacts lie in the future: left out."


def left_words(count: int) -> str:
    """Entries of a record that belong to somebody else here."""
    if count == 1:
        return "An entry of the record belongs to somebody else here: left out."
    return f"{count:,} entries of the record belong to somebody else here: left out."


def locked_words(count: int, months: Sequence[str]) -> str:
    """Entries that would change what counts in locked months."""
    what = f"{counted(count, 'entry stays', 'entries stay')} out"
    are = "is" if len(months) == 1 else "are"
    return (
        f"{what}: {listed(months)} {are} locked, and what counts as navigation time in it stands; "
        "import the file again once a supervisor has reopened it."
    )


def left_out_words(left_out: Iterable[tuple[str, int]]) -> str:
    """Claims, medications and more, not kept here: the largest kinds by name."""
    counts: Counter[str] = Counter()
    for kind, count in left_out:
        counts[_KINDS.get(kind, "")] += count
    named = [kind for kind, _ in counts.most_common() if kind][:_NAMED_KINDS]
    if not counts:
        return "everything in the files is kept here"
    if not named:
        return "kinds that are not kept here"
    others = ["more"] if len(counts) > len(named) else []
    return f"{listed([*named, *others])}, not kept here"


def refused_words(findings: Iterable[Finding]) -> str:
    """Why files were refused, in short."""
    why = [finding.sentence for finding in findings if finding.severity is Severity.REFUSED]
    versions = [sentence.partition(_IN_FHIR)[2].partition(",")[0] for sentence in why]
    if not why:
        return "every file could be read"
    if all(versions):
        return f"{listed(list(dict.fromkeys(versions)))}, not R4: ask the sender for R4"
    return why[0] if len(why) == 1 else "the list below says why"


def counted(count: int, one: str, many: str) -> str:
    """1 contact, 118 contacts, 1,204 contacts."""
    return f"{count:,} {one if count == 1 else many}"


def listed(words: Sequence[str]) -> str:
    """One, two and three."""
    if len(words) < 2:
        return "".join(words)
    return f"{', '.join(words[:-1])} and {words[-1]}"


def _diagnosis(patient: IncomingPatient, catalogue: Catalogue) -> str:
    if patient.has_leukemia:
        return catalogue.label("subtype", patient.subtype)
    if patient.is_own:
        return "no subtype in the file"
    if not patient.conditions:
        return "no conditions in the file"
    among = counted(len(patient.conditions), "condition", "conditions")
    return f"no leukemia among {among}"


def _born(born: PartialDate | None) -> str:
    if born is None:
        return "no birth date"
    if born.is_whole:
        return ""
    return "birth date has only a year" if born.month is None else "birth date has no day"


def _newer(plan: PatientPlan) -> str:
    phones = plan.phones
    words: list[str] = []
    if plan.has_new_phones:
        words.append(f"{phones.changes} phones" if phones.changes > 1 else "the phone")
    words += [f"the {FIELDS[name]}" for name in plan.values.taken]
    words += ["the phase"] if plan.phase else []
    if not words:
        return ""
    is_one = len(words) == 1 and not words[0][0].isdigit()
    return f"{listed(words)} {'is' if is_one else 'are'} newer in the file"


def _more(plan: PatientPlan) -> list[str]:
    related, places = plan.related, plan.places
    amounts = (
        (len(plan.contacts.new), "new contact", "new contacts"),
        (len(plan.contacts.changed), "contact changed", "contacts changed"),
        (len(places.new), "new place in the care team", "new places in the care team"),
        (len(places.ended), "place in the care team ended", "places in the care team ended"),
        (len(places.changed), "place in the care team changed", "places in the care team changed"),
        (len(related.new), "new related person", "new related people"),
        (len(related.changed), "related person changed", "related people changed"),
        (len(plan.conditions.new), "new condition", "new conditions"),
        (len(plan.conditions.changed), "condition changed", "conditions changed"),
        (plan.parts.count, "new entry of the record", "new entries of the record"),
    )
    return [counted(count, one, many) for count, one, many in amounts if count]


def _kept(plan: PatientPlan) -> str:
    kept = kept_fields(plan)
    return f"changed here and kept: {listed(kept)}" if kept else ""


def _joined(parts: Iterable[str]) -> str:
    return " · ".join(part for part in parts if part)
