"""Sharing a caseload out among several people: patients stay whole, and the shares stay even."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence


def share_out(
    roles: Mapping[int, tuple[int, str]], takers: Sequence[tuple[int, frozenset[str]]]
) -> dict[int, int]:
    """Who takes which assignment: `roles` are the patient and the role of each, `takers` the people
    with the roles that they can fill.

    All roles of a patient go to one person where one can fill them all, to the one with the fewest
    patients so far, in the order of `takers`. A role that nobody can fill is left out.
    """
    patients: dict[int, list[int]] = defaultdict(list)
    for assignment_id, (patient_id, _) in roles.items():
        patients[patient_id].append(assignment_id)
    load: Counter[int] = Counter()
    shared: dict[int, int] = {}
    for ids in patients.values():
        wanted = {roles[each][1] for each in ids}
        whole = [person for person, able in takers if wanted <= able]
        took: set[int] = set()
        for each in ids:
            fit = whole or [person for person, able in takers if roles[each][1] in able]
            if fit:
                shared[each] = min(fit, key=lambda person: (person not in took, load[person]))
                took.add(shared[each])
        load.update(took)
    return shared
