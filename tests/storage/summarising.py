"""How the tests of care summaries change a patient before they collect one."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from careteam.domain.assignments import AssignmentDraft, Rank
from careteam.domain.moment import Moment
from careteam.domain.summary import Summary
from careteam.storage.reads.patient_form import draft_of
from careteam.storage.store import Store
from careteam.storage.writes.assignments import assign
from careteam.storage.writes.patients import amend_patient

Collect = Callable[..., Summary]


Log = Callable[..., int]


def amend(store: Store, moment: Moment, patient: int, **changes: object) -> None:
    draft = replace(store.read(draft_of, patient), **changes)
    store.do(amend_patient, patient, draft, moment=moment, rules=store.rules)


def assigned(store: Store, moment: Moment, patient: int, person: int, role: str, rank: Rank) -> int:
    draft = AssignmentDraft(patient, role, person, rank, date(2026, 11, 16))
    made = store.do(assign, draft, moment=moment, rules=store.rules).made
    assert made is not None
    return made
