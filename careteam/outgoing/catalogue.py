"""Every list by its name, with what it can be narrowed by: the command line's way to them."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from careteam.domain.audit_reports import AuditAsked
from careteam.outgoing import clinic_lists as many
from careteam.outgoing import record_lists as one
from careteam.outgoing import register_lists as register
from careteam.outgoing.listed import Listed, Told
from careteam.storage.reads.contacts import Only
from careteam.storage.reads.coverage_query import Finding
from careteam.storage.reads.own_lists import Own
from careteam.storage.reads.patient_filter import PatientFilter, Standing
from careteam.storage.reads.people import DirectoryFilter
from careteam.storage.reads.timeline import TimelineFilter

WORDS: tuple[str, ...] = ()
"""As the values of a filter: any words."""
MINE = ("yes", "no")
_MINE = {"mine": MINE}
_Values = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Kind:
    """A list that can be asked for by name; `filters` are its keys with the values they take.

    One that `needs_patient` is about a single one. `make` gets what was asked and whose desk or
    which patient it is.
    """

    make: Callable[[Told, _Values, int | None], Listed[Any]]
    filters: Mapping[str, tuple[str, ...]]
    needs_patient: bool = False


def _today(told: Told, _asked: _Values, navigator: int | None) -> Listed[Any]:
    return many.today_list(told, navigator_id=navigator)


def _gaps(told: Told, _asked: _Values, navigator: int | None) -> Listed[Any]:
    return many.today_list(told, navigator_id=navigator, is_gaps=True)


def _patients(told: Told, asked: _Values, navigator: int | None) -> Listed[Any]:
    wanted = PatientFilter(
        navigator,
        Standing(asked.get("standing", Standing.ACTIVE)),
        asked.get("find", ""),
        asked.get("phase", ""),
        asked.get("subtype", ""),
        asked.get("language", ""),
        asked.get("alert", ""),
        Own(asked.get("own", "")),
    )
    return many.patients_list(told, wanted)


def _coverage(told: Told, asked: _Values, navigator: int | None) -> Listed[Any]:
    finding = Finding(asked.get("finding", Finding.UNFILLED))
    return many.coverage_list(told, finding, role=asked.get("role", ""), navigator_id=navigator)


def _directory(told: Told, asked: _Values, _navigator: int | None) -> Listed[Any]:
    roles = (asked["role"],) if asked.get("role") else ()
    wanted = DirectoryFilter(roles, asked.get("find", ""), asked.get("left") == "yes")
    return register.directory_list(told, wanted)


def _contacts(told: Told, asked: _Values, patient_id: int | None) -> Listed[Any]:
    only, role, words = asked.get("only", Only.ALL), asked.get("role", ""), asked.get("find", "")
    kinds = one.CONTACTS_ONLY.kinds
    return one.timeline_list(told, patient_id or 0, TimelineFilter(kinds, only, role, words))


def _timeline(told: Told, _asked: _Values, patient_id: int | None) -> Listed[Any]:
    return one.timeline_list(told, patient_id or 0)


def _of_patient(make: Callable[[Told, int], Listed[Any]]) -> Kind:
    return Kind(lambda told, _asked, patient_id: make(told, patient_id or 0), {}, True)


LISTS: Mapping[str, Kind] = {
    "today": Kind(_today, _MINE),
    "roles-to-fill": Kind(_gaps, _MINE),
    "huddle": Kind(lambda told, _asked, whose: many.huddle_list(told, navigator_id=whose), _MINE),
    "patients": Kind(
        _patients,
        {
            **_MINE,
            "standing": tuple(Standing),
            "find": WORDS,
            "phase": WORDS,
            "subtype": WORDS,
            "language": WORDS,
            "alert": WORDS,
            "own": tuple(own for own in Own if own),
        },
    ),
    "directory": Kind(_directory, {"role": WORDS, "find": WORDS, "left": MINE}),
    "coverage": Kind(_coverage, {**_MINE, "finding": tuple(Finding), "role": WORDS}),
    "trials": Kind(lambda _told, _asked, _whose: register.trials_list(), {}),
    "not-offered": Kind(
        lambda told, _asked, whose: many.not_offered_list(told, navigator_id=whose), _MINE
    ),
    "audit": Kind(lambda told, _asked, _whose: register.audit_list(told, AuditAsked()), {}),
    "team": _of_patient(one.team_list),
    "contacts": Kind(_contacts, {"only": tuple(Only), "role": WORDS, "find": WORDS}, True),
    "timeline": Kind(_timeline, {}, True),
    "barriers": _of_patient(one.barriers_list),
    "referrals": _of_patient(one.referrals_list),
    "screenings": _of_patient(one.screenings_list),
    "milestones": _of_patient(one.milestones_list),
    "treatments": _of_patient(one.treatments_list),
    "next-steps": _of_patient(one.next_steps_list),
    "disclosures": _of_patient(register.disclosures_list),
}
