"""The kinds of paper are told in one place, and all that makes a paper knows each of them."""

import pytest

from careteam.domain.disclosures import KINDS as REGISTERED
from careteam.domain.errors import Refused
from careteam.domain.kinds import CHOSEN_SETTINGS, KINDS, Kind, PaperWish, check_wish
from careteam.storage.reads.papers import _COLLECTORS


@pytest.mark.parametrize("kind", Kind)
def test_every_kind_is_collected_registered_and_named(kind: Kind) -> None:
    takes = KINDS[kind]
    assert takes.key is kind
    assert kind in _COLLECTORS
    assert takes.registered in REGISTERED
    assert takes.file
    assert takes.setting("paper") in CHOSEN_SETTINGS


def test_sections_stand_in_the_order_of_their_kind_and_are_all_there_unless_named() -> None:
    every = KINDS[Kind.CLINICIAN].sections
    assert PaperWish().chosen_sections() == every
    assert PaperWish(sections=("contacts", "team")).chosen_sections() == ("team", "contacts")
    assert PaperWish(Kind.HANDOFF, ("team",)).chosen_sections() == ()


def test_a_section_of_another_kind_is_refused() -> None:
    assert check_wish(PaperWish(sections=("team",))).sections == ("team",)
    with pytest.raises(Refused, match="phases is not a section of this paper; there are: where"):
        check_wish(PaperWish(sections=("phases",)))
