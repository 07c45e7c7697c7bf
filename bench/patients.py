"""The rows of generated patients.

A patient has 8 roles of which most are held, 10 contacts over a year, 1 open next step and 9 places
on the board; a navigator has 250 patients.
"""

import itertools
import random
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from typing import Any

from careteam.domain.due import NAVIGATOR_ROLE, NEVER
from careteam.domain.text import fold
from careteam.storage.search import search_key

NOW = datetime(2026, 11, 20, 14, 30, tzinfo=UTC)
PANEL = 250
CONTACTS = 10
ROLES = (
    "heme_onc_adult", "nurse_practitioner", "nurse_navigator", "oncology_nurse",
    "social_worker", "oncology_dietitian", "physical_therapist", "chaplain",
)  # fmt: skip
NAVIGATOR_PLACE = ROLES.index(NAVIGATOR_ROLE)
PHASES = ("induction", "consolidation", "interim_maintenance", "maintenance", "surveillance")
SYLLABLES = (
    "an", "bel", "cor", "da", "el", "fer", "gan", "ha", "il", "jo", "ka", "lin", "mo", "nor",
    "ost", "per", "qui", "ra", "son", "ter", "ul", "ver", "win", "xi", "yan", "zel",
)  # fmt: skip
WORDS = (
    "ride", "confirmed", "sister", "fever", "nausea", "appointment", "insurance", "form", "sent",
    "called", "back", "slept", "badly", "platelets", "transfusion", "lumbar", "puncture", "visit",
    "pharmacy", "copay", "school", "work", "lodging", "interpreter", "chaplain", "distress",
)  # fmt: skip
VOCABULARY = [*WORDS, *(f"{one}{two}" for one in SYLLABLES for two in SYLLABLES)]
random.Random(0).shuffle(VOCABULARY)
WEIGHTS = list(itertools.accumulate(1 / (rank + 3) for rank in range(len(VOCABULARY))))
"""Few words stand in many notes and most words in few, as people write."""


def navigator_of(number: int, patients: int) -> int:
    """The directory id of the navigator of a patient."""
    navigators = max(1, patients // PANEL)
    return holder(NAVIGATOR_PLACE, navigators, (number - 1) % navigators + 1)


def holder(place: int, navigators: int, team: int) -> int:
    """People stand in the directory role by role; a team has one of each."""
    return place * navigators + team


def add_patients(raw: Any, ids: range, navigators: int, chance: random.Random, today: date) -> None:
    """Add patients by their numbers, with everything that belongs to them and the kept columns."""
    patients, phones, places, assignments, contacts, steps = [], [], [], [], [], []
    for number in ids:
        navigator = (number - 1) % navigators + 1
        due_days = [today + timedelta(days=chance.randint(-3, 40)) for _ in ROLES]
        held = [role for role in ROLES if role == "nurse_navigator" or chance.random() < 0.9]
        step_on = today + timedelta(days=chance.randint(-1, 60))
        history = list(_contacts(number, navigator, navigators, chance, today))
        first = number * len(ROLES)
        open_ones = [
            (due_days[place], 1, first + place, "assignment")
            for place, role in enumerate(ROLES)
            if role in held
        ]
        next_due = min([*open_ones, (step_on, 0, number, "follow_up")])
        worker = holder(NAVIGATOR_PLACE, navigators, navigator)
        patients.append(_patient(number, worker, held, next_due, history, chance, today))
        phones.append((number, f"(212) 555-{number % 10000:04d}"))
        since = patients[-1][7]
        places += [
            (number, role, 1, int(role in held), None if role in held else since) for role in ROLES
        ]
        places.append((number, "palliative_physician", 1, 0, since))
        assignments += [
            _assignment(first + place, number, role, holder(place, navigators, navigator), day)
            for place, (role, day) in enumerate(zip(ROLES, due_days, strict=True))
            if role in held
        ]
        contacts += history
        steps.append(
            (number, f"f{number:036d}", number, "Call about the ride", step_on.isoformat())
        )
    _insert(raw, patients, phones, places, assignments, contacts, steps)


def _patient(
    number: int,
    navigator: int,
    held: list[str],
    next_due: tuple[date, int, int, str],
    history: list[tuple[Any, ...]],
    chance: random.Random,
    today: date,
) -> tuple[Any, ...]:
    family, given = invented_name(chance), invented_name(chance)
    mrn = f"{400_000 + number}"
    birth = f"{chance.randint(1940, 2022)}-{chance.randint(1, 12):02d}-{chance.randint(1, 28):02d}"
    phone = f"(212) 555-{number % 10000:04d}"
    since = today - timedelta(days=chance.randint(1, 200))
    stamp = "2026-01-01 00:00:00.000000"
    reached = [row[9] for row in history if row[8]]
    return (
        number, f"u{number:036d}", mrn, family, given, birth, chance.choice(PHASES),
        since.isoformat(), stamp, stamp, fold(f"{family} {given}"),
        search_key(family, given, "", mrn, birth, (phone,)), navigator,
        min(next_due[0], NEVER).isoformat(), next_due[3], next_due[2], max(reached, default=None),
        len(history), len(ROLES) + 1, len(held), len(ROLES) + 1 - len(held),
    )  # fmt: skip


def _assignment(number: int, patient: int, role: str, person: int, due: date) -> tuple[Any, ...]:
    return (number, f"a{number:036d}", patient, role, person, due.isoformat())


def _contacts(
    patient: int, navigator: int, navigators: int, chance: random.Random, today: date
) -> Iterator[tuple[Any, ...]]:
    for place in range(CONTACTS):
        number = patient * CONTACTS + place
        role = chance.randrange(len(ROLES))
        is_reached = chance.random() < 0.75
        at = datetime.combine(today, NOW.time()) - timedelta(minutes=chance.randint(1, 525_600))
        words = chance.choices(VOCABULARY, cum_weights=WEIGHTS, k=chance.randint(8, 24))
        note = " ".join((*words, invented_name(chance)))
        yield (
            number, f"c{number:036d}", patient, number, ROLES[role],
            holder(role, navigators, navigator), "phone",
            "reached_patient" if is_reached else "no_answer",
            int(is_reached), f"{at:%Y-%m-%d %H:%M:%S}.000000", at.date().isoformat(),
            chance.choice((5, 10, 15)), note,
        )  # fmt: skip


def _insert(
    raw: Any,
    patients: list[Any],
    phones: list[Any],
    places: list[Any],
    assignments: list[Any],
    contacts: list[Any],
    steps: list[Any],
) -> None:
    raw.executemany(
        "INSERT INTO patient (id, external_id, mrn, family, given, title, preferred, birth_date, "
        "sex, email, language, other_languages, needs_interpreter, address_line, address_city, "
        "address_state, address_postal_code, address_country, payer, subtype, icd_state, "
        "diagnosed_on, phase, phase_since, status, status_reason, created_at, updated_at, "
        "name_key, search_key, version, navigator_id, next_due_on, next_due_time, next_due_kind, "
        "next_due_ref, last_contact_at, contact_count, required_count, filled_count, "
        "declined_count, gap_count) VALUES (?, ?, ?, ?, ?, '', '', ?, 'female', '', 'en', '', 0, "
        "'', '', '', '', '', '', 'b_nos', 'not_in_remission', '', ?, ?, 'active', '', ?, ?, ?, "
        "?, 1, ?, ?, '', ?, ?, ?, ?, ?, ?, 0, ?)",
        patients,
    )
    raw.executemany(
        "INSERT INTO patient_phone (patient_id, kind, number, best_time, is_wrong, position) "
        "VALUES (?, 'mobile', ?, '', 0, 0)",
        phones,
    )
    raw.executemany(
        "INSERT INTO team_role (patient_id, role, is_required, is_filled, decline_reason, "
        "decline_note, ask_at_phase, open_since) VALUES (?, ?, ?, ?, '', '', '', ?)",
        places,
    )
    raw.executemany(
        "INSERT INTO assignment (id, external_id, external_key, patient_id, role, role_text, "
        "person_id, rank, state, starts_on, end_reason, end_note, note, hold_reason, attempts, "
        "next_due_on, due_kind, made_at, version) VALUES (?, ?, '', ?, ?, '', ?, 'primary', "
        "'active', '2026-01-05', '', '', '', '', 0, ?, 'cadence', "
        "'2026-01-05 12:00:00.000000', 1)",
        assignments,
    )
    raw.executemany(
        "INSERT INTO contact (id, external_id, external_key, patient_id, assignment_id, role, "
        "person_id, with_kind, with_name, mode, direction, outcome, is_reached, at, day, zone, "
        "minutes, reasons, topics, interventions, note, used_interpreter, attempt, "
        "is_late_entry, entered_at, retract_reason, source, version) "
        "SELECT ?1, ?2, '', ?3, NULL, ?5, ?6, 'patient', '', ?7, 'outbound', ?8, ?9, ?10, ?11, "
        "'America/New_York', ?12, '[]', '[\"transport_lodging\"]', '[]', ?13, 0, 0, 0, ?10, '', "
        "'', 1",
        contacts,
    )
    raw.executemany(
        "INSERT INTO follow_up (id, external_id, patient_id, text, owner_role, due_on, due_time, "
        "state, close_note, made_at, version) VALUES (?, ?, ?, ?, 'nurse_navigator', ?, '', "
        "'open', '', '2026-11-01 12:00:00.000000', 1)",
        steps,
    )


def invented_name(chance: random.Random) -> str:
    """A name of two to four syllables."""
    return "".join(chance.choices(SYLLABLES, k=chance.randint(2, 4))).title()
