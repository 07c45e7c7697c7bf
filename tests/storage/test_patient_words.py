"""The clinic's own words of when to call, and reviews of a language: kept, taken back, watched."""

from datetime import date, timedelta
from typing import Any

import pytest
from sqlmodel import Session, select

from careteam.domain.access import Action, needs
from careteam.domain.changes import Part
from careteam.domain.errors import Refused
from careteam.domain.moment import Moment
from careteam.domain.patient_reviews import (
    CallDraft,
    OwnWords,
    ReviewDraft,
    draft_again,
    kept_review,
)
from careteam.domain.patient_words import LANGUAGES
from careteam.storage.reads.patient_summary import collect_patient_summary
from careteam.storage.reads.patient_words import own_words
from careteam.storage.reads.rules import read_settings
from careteam.storage.store import Store
from careteam.storage.tables import AuditRecord
from careteam.storage.writes.patient_words import (
    remove_words_review,
    save_patient_call,
    save_words_review,
)

CALL = CallDraft("es", "Llame si tiene 38.3 °C:", "Call if you have 38.3 °C:")
REVIEW = ReviewDraft("es", "Ana Ruiz", "CMI-Spanish", date(2026, 11, 19), "ab12" * 4)


def kept(store: Store, code: str) -> OwnWords:
    return next(own for own in store.read(own_words) if own.code == code)


def audited(store: Store, key: str) -> list[Any]:
    @needs(Action.OWN)
    def read(session: Session) -> list[Any]:
        table = AuditRecord.__table__
        query = select(table.c.action).where(table.c.entity == "setting", table.c.entity_id == key)
        return list(session.execute(query.order_by(table.c.seq)).scalars())

    return store.read(read)


def test_own_words_stand_on_the_paper_and_go_without_a_trace_in_the_settings(
    store: Store, patient: int, moment: Moment
) -> None:
    context = {"moment": moment, "rules": store.rules}
    changes = store.do(save_patient_call, CALL, **context)
    assert changes.touches(Part.SETTING, patient)
    assert kept(store, "es") == OwnWords("es", CALL.text, CALL.english)
    assert store.read(collect_patient_summary, patient, **context).call == CALL.text
    store.do(save_patient_call, CallDraft("es"), **context)
    assert kept(store, "es") == OwnWords("es")
    assert not any(key.startswith("patient_call") for key in store.read(read_settings))


def test_a_review_stands_on_the_paper_until_it_is_taken_back_and_is_in_the_trail(
    store: Store, patient: int, moment: Moment
) -> None:
    context = {"moment": moment, "rules": store.rules}
    store.do(save_words_review, REVIEW, **context)
    review = store.read(collect_patient_summary, patient, **context).review
    assert review is not None
    assert draft_again("es", review) == REVIEW
    assert review.on == date(2026, 11, 19)
    other = store.read(collect_patient_summary, patient, language="ru", **context)
    assert other.review is None
    store.do(remove_words_review, "es", **context)
    assert store.read(collect_patient_summary, patient, **context).review is None
    assert audited(store, "patient_review_es") == ["insert", "delete"]


def test_every_language_is_told_in_its_order(store: Store) -> None:
    assert [own.code for own in store.read(own_words)] == list(LANGUAGES)


@pytest.mark.parametrize(
    ("draft", "field"),
    [
        (CallDraft("xx", "Llame", "Call"), "code"),
        (CallDraft("es", "Llame"), "english"),
        (CallDraft("es", "Llame" * 101, "Call"), "text"),
        (CallDraft("es", "Llame", "Call " * 101), "english"),
    ],
)
def test_words_that_nobody_here_can_read_or_that_are_too_long_are_refused(
    store: Store, moment: Moment, draft: CallDraft, field: str
) -> None:
    with pytest.raises(Refused) as refused:
        store.do(save_patient_call, draft, moment=moment, rules=store.rules)
    assert [problem.field for problem in refused.value.problems] == [field]
    assert not any(key.startswith("patient_") for key in store.read(read_settings))


def test_english_words_need_no_english_beside_them(store: Store, moment: Moment) -> None:
    store.do(save_patient_call, CallDraft("en", "Call us:"), moment=moment, rules=store.rules)
    assert kept(store, "en").call == "Call us:"


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"name": "  "}, "name"),
        ({"qualification": ""}, "qualification"),
        ({"name": "A" * 121}, "name"),
        ({"on": date(2026, 11, 20) + timedelta(days=1)}, "on"),
        ({"code": "en"}, "name"),
        ({"code": "tlh"}, "code"),
    ],
)
def test_a_review_without_a_name_or_of_tomorrow_is_refused(
    store: Store, moment: Moment, change: dict[str, Any], field: str
) -> None:
    values = {name: getattr(REVIEW, name) for name in ("code", "name", "qualification", "on", "of")}
    draft = ReviewDraft(**(values | change))
    with pytest.raises(Refused) as refused:
        store.do(save_words_review, draft, moment=moment, rules=store.rules)
    assert [problem.field for problem in refused.value.problems] == [field]


@pytest.mark.parametrize("said", ["", "Ana", "a | b | c", "a | b | someday | d", "a|b|c|d|e"])
def test_what_is_no_review_is_none(said: str) -> None:
    assert kept_review(said) is None


def test_a_bar_in_a_name_does_not_part_it(store: Store, moment: Moment) -> None:
    draft = ReviewDraft("es", "Ana | Ruiz", "CMI|x", date(2026, 11, 19), "f" * 16)
    store.do(save_words_review, draft, moment=moment, rules=store.rules)
    review = kept(store, "es").review
    assert review is not None
    assert (review.name, review.qualification) == ("Ana / Ruiz", "CMI/x")
