"""The letterhead is checked, kept in the database, printed by papers and gone in one step."""

import base64

import pytest
from sqlalchemy import text

from careteam.domain.errors import Refused
from careteam.domain.letterhead import NO_LETTERHEAD, LetterheadDraft
from careteam.domain.moment import Moment
from careteam.storage.reads.letterhead import letterhead_of
from careteam.storage.reads.rules import read_settings
from careteam.storage.reads.summary import collect_summary
from careteam.storage.reads.team_card import CLOSED, collect_card
from careteam.storage.store import Store
from careteam.storage.writes.letterhead import save_letterhead, save_logo
from tests.pictures import png

DRAFT = LetterheadDraft("12 Elm Street\n Springfield \n", "(212) 555-0100", "(212) 555-0199")


def test_address_and_phones_stand_on_papers_and_the_number_after_hours_first_on_the_card(
    store: Store, patient: int, moment: Moment
) -> None:
    context = {"moment": moment, "rules": store.rules}
    before = store.read(collect_summary, patient, **context)
    assert before.letterhead == NO_LETTERHEAD
    store.do(save_letterhead, DRAFT, **context)
    head = store.read(letterhead_of)
    assert head.address == ("12 Elm Street", "Springfield")
    assert head.lines()[2:] == ("Phone (212) 555-0100", "After hours (212) 555-0199")
    assert store.read(read_settings)["after_hours_phone"] == "(212) 555-0199"
    after = store.read(collect_summary, patient, **context)
    assert after.letterhead == head
    assert after.digest != before.digest
    card = store.read(collect_card, patient, **context)
    assert (card.lines[0].role, card.lines[0].uri) == (CLOSED, "tel:2125550199")


def test_a_logo_is_kept_and_removed_in_one_step_and_the_trail_holds_its_digest_alone(
    store: Store, moment: Moment
) -> None:
    context = {"moment": moment, "rules": store.rules}
    logo = png(64, 32)
    store.do(save_logo, logo, **context)
    assert store.read(letterhead_of).logo == logo
    store.do(save_logo, "", **context)
    assert store.read(letterhead_of).logo == ""
    sql = "SELECT action, detail FROM audit WHERE entity = 'letterhead' ORDER BY seq"
    trail = store.read(lambda session: session.execute(text(sql)).all())
    assert [row.action for row in trail] == ["insert", "delete"]
    assert all(logo[:40] not in row.detail for row in trail)
    assert all('"digest"' in row.detail for row in trail)


@pytest.mark.parametrize(
    ("logo", "words"),
    [
        (base64.b64encode(b"<svg onload='x'/>").decode(), "not a picture"),
        (base64.b64encode(b"\x89PNG\r\n\x1a\n" + b"x" * 60).decode(), "not a picture"),
        (png(8, 8), "16 to 4,000 pixels"),
        (png(64, 32, b"tail"), "not a picture"),
        (base64.b64encode(b"\x89PNG" + b"0" * 200_000).decode(), "more than 200 kB"),
    ],
)
def test_what_is_no_picture_of_a_sane_size_is_refused(
    store: Store, moment: Moment, logo: str, words: str
) -> None:
    with pytest.raises(Refused, match=words):
        store.do(save_logo, logo, moment=moment, rules=store.rules)
    assert store.read(letterhead_of) == NO_LETTERHEAD


@pytest.mark.parametrize(
    ("draft", "field"),
    [
        (LetterheadDraft("a\nb\nc\nd\ne"), "address"),
        (LetterheadDraft("a" * 81), "address"),
        (LetterheadDraft(phone="ask"), "phone"),
        (LetterheadDraft(after_hours="1" * 41), "after_hours"),
    ],
)
def test_what_does_not_fit_a_paper_is_refused_at_its_field(
    store: Store, moment: Moment, draft: LetterheadDraft, field: str
) -> None:
    with pytest.raises(Refused) as refused:
        store.do(save_letterhead, draft, moment=moment, rules=store.rules)
    assert [problem.field for problem in refused.value.problems] == [field]
