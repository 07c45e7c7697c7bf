"""What a person types for a role, a person or a patient, turned into keys and ids."""

import difflib
from collections.abc import Iterable
from dataclasses import replace

from careteam.cli.messages import NO_SUCH_KEY, NO_SUCH_PERSON, SEVERAL_PEOPLE
from careteam.cli.opening import Clinic
from careteam.domain.people import PersonDraft
from careteam.domain.text import clean, fold
from careteam.storage.reads.patient_page import patient_id_of
from careteam.storage.reads.person_lookup import all_names, people_called

NEAREST = 4
ALIKE = 0.5
TITLES = frozenset({"dr", "prof", "rev", "mr", "mrs", "ms"})
MOST_TYPED = 60


def patient_of(clinic: Clinic, mrn: str) -> int:
    """The patient with an MRN; Missing when there is none."""
    return clinic.store.read(patient_id_of, clean(mrn))


def key_of(typed: str, known: Iterable[str], kind: str) -> str:
    """A key of a list of the catalogue; BadUse with the nearest ones when it is not in it."""
    keys = list(known)
    if typed in keys:
        return typed
    raise NO_SUCH_KEY.error(key=typed[:MOST_TYPED], kind=kind, near=nearest(typed, keys))


def person_of(clinic: Clinic, typed: str) -> int:
    """The one person of the directory whom the words name.

    An id, an NPI, an e-mail address, "Family, Given", "Given Family", or a family name that only
    one person has. BadUse with the nearest names when there is nobody or more than one.
    """
    found = clinic.store.read(people_called, typed)
    if len(found) == 1:
        return found[0].id
    if found:
        near = "; ".join(f"{person.name} (id {person.id})" for person in found[: NEAREST * 2])
        raise SEVERAL_PEOPLE.error(typed=typed[:MOST_TYPED], near=near)
    names = clinic.store.read(all_names)
    raise NO_SUCH_PERSON.error(typed=typed[:MOST_TYPED], near=nearest(typed, names, "; "))


def is_known(clinic: Clinic, typed: str) -> bool:
    """Whether the words name somebody of the directory, or several."""
    return bool(clinic.store.read(people_called, typed))


def nearest(typed: str, known: Iterable[str], between: str = ", ") -> str:
    """The few names or keys most like what was typed."""
    words = set(_words(typed))

    def likeness(name: str) -> tuple[int, float]:
        alike = difflib.SequenceMatcher(None, fold(typed), fold(name)).ratio()
        return len(words & set(_words(name))), alike

    ranked = sorted(((likeness(name), name) for name in set(known)), reverse=True)[:NEAREST]
    near = [name for (shared, alike), name in ranked if shared or alike > ALIKE]
    return between.join(near or [name for _, name in ranked[:1]]) or "nothing yet"


def _words(text: str) -> list[str]:
    return fold(text).replace("_", " ").replace(",", " ").split()


def read_person(typed: str, *roles: str) -> PersonDraft:
    """A person as typed: "Marcus Bell, LCSW", "Bell, Marcus" or "Bell, Marcus, LCSW"."""
    words = clean(typed)
    title, _, named = words.partition(" ")
    if title.rstrip(".").casefold() in TITLES:
        return replace(read_person(named, *roles), title=title)
    first, _, rest = words.partition(",")
    second, _, more = rest.strip().partition(",")
    if not second or _is_credential(second):
        given, _, family = first.strip().rpartition(" ")
        return PersonDraft(family, given, credentials=rest.strip(), roles=roles)
    return PersonDraft(first.strip(), second.strip(), credentials=more.strip(), roles=roles)


def _is_credential(word: str) -> bool:
    """Credentials have two capitals in a row of letters (RN, LCSW, MDiv, PhD); names have one."""
    return any(sum(char.isupper() for char in part) > 1 for part in word.split())
