"""Who of the invented directory takes which role of which patient."""

import random
from collections.abc import Mapping

from careteam.demo.data import Patient, Person
from careteam.domain.catalogue import ADULT_FROM_YEARS

NAVIGATOR = "nurse_navigator"
INTERPRETER = "interpreter"
LEADERS = frozenset({"heme_onc_adult", "heme_onc_peds"})


class Casting:
    """Deals the roles out by each person's share; the same seed deals the same hand."""

    def __init__(self, people: Mapping[str, Person], rng: random.Random) -> None:
        self._people = people
        self._rng = rng

    def team_of(self, patient: Patient, roles: tuple[str, ...]) -> dict[str, str]:
        """The person for each role, by key; roles that nobody can take are left out."""
        team: dict[str, str] = {}
        for role in (*roles, *(role for role, _ in patient.first)):
            chosen = (patient.team or {}).get(role) or self._choose(role, patient)
            if chosen:
                team[role] = chosen
        return {**team, **(patient.extra or {}), NAVIGATOR: patient.navigator}

    def _choose(self, role: str, patient: Patient) -> str:
        whom = "children" if patient.age < ADULT_FROM_YEARS else "adults"
        able = [
            person
            for person in self._people.values()
            if role in person.roles
            and person.share
            and person.cares_for in ("", whom)
            and (role != INTERPRETER or patient.language in person.languages)
        ]
        if not able:
            return ""
        return self._rng.choices(able, [person.share for person in able])[0].key
