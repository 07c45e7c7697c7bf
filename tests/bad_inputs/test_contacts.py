"""A contact that cannot be as it was entered is asked about or refused, and nothing is lost."""

from dataclasses import replace
from datetime import timedelta

import pytest

from careteam.domain.contacts import WAS_LONG_AGO, ContactDraft
from careteam.domain.dates import moment_shown
from careteam.domain.errors import Refused
from careteam.domain.moment import Moment
from careteam.storage.store import Store
from careteam.storage.writes.contacts import amend_contact, log_contact
from tests.cli.conftest import Typed
from tests.cli.test_writing import LOG
from tests.ui.contacts.conftest import Place

ASKS = "Fever {temperature?}, told {who?|mother|father}."


@pytest.fixture
def draft(patient: int, moment: Moment) -> ContactDraft:
    return ContactDraft(patient, "nurse_navigator", "phone", "reached_patient", moment.now)


def test_a_note_that_still_asks_is_refused_and_the_place_is_named(
    store: Store, draft: ContactDraft, moment: Moment
) -> None:
    rules = store.rules
    with pytest.raises(Refused) as refused:
        store.do(log_contact, replace(draft, note=ASKS), moment=moment, rules=rules)
    [problem] = refused.value.problems
    assert problem.field == "note"
    assert problem.sentence == (
        "The note still asks for temperature: fill in {temperature?}, or take it out."
    )
    made = store.do(log_contact, replace(draft, note="38.4"), moment=moment, rules=rules).made
    assert made is not None
    amended = replace(draft, note="38.4, told {who?|mother|father}")
    with pytest.raises(Refused, match="still asks for who"):
        store.do(amend_contact, made, amended, moment=moment, rules=rules)


@pytest.mark.parametrize("note", ["{not a prompt}", "{", "{?}", "{}", "really? {yes}", "{a\nb?}"])
def test_braces_that_ask_nothing_are_text(
    store: Store, draft: ContactDraft, moment: Moment, note: str
) -> None:
    store.do(log_contact, replace(draft, note=note), moment=moment, rules=store.rules)


def test_the_composer_keeps_a_note_that_still_asks(place: Place) -> None:
    form = place.composer.form
    form.show_entry(replace(form.entry(), outcome="reached_patient", note=ASKS))
    place.composer.save()
    assert place.contacts() == []
    assert "still asks for temperature" in form._fields["note"].problem()
    assert form.entry().note == ASKS
    place.composer.write_note("Fever 38.4, told mother.")
    place.composer.save()
    assert [each.note for each in place.contacts()] == ["Fever 38.4, told mother."]


def test_a_contact_of_ten_years_ago_is_asked_about_and_saved_when_it_is_meant(place: Place) -> None:
    form = place.composer.form
    form.show_entry(replace(form.entry(), outcome="reached_patient", when="18-Nov-2016 16:20"))
    place.composer.save()
    assert place.contacts() == []
    assert form._fields["at"].problem() == WAS_LONG_AGO
    assert form.entry().when == "18-Nov-2016 16:20"
    place.composer.save()
    [kept] = place.contacts()
    assert moment_shown(kept.at) == "18-Nov-2016 16:20"
    place.composer.amend(kept.id)
    place.composer.write_note("Of the old file.")
    place.composer.save()
    assert [each.note for each in place.contacts()] == ["Of the old file."]


def test_another_day_long_ago_is_asked_about_again(place: Place) -> None:
    form = place.composer.form
    form.show_entry(replace(form.entry(), outcome="reached_patient", when="18-Nov-2016 16:20"))
    place.composer.save()
    form.how.when.set_typed("18-Nov-2015 16:20")
    place.composer.save()
    assert place.contacts() == []
    assert form._fields["at"].problem() == WAS_LONG_AGO


def test_a_year_is_not_long_ago(store: Store, draft: ContactDraft, moment: Moment) -> None:
    at = moment.now - timedelta(days=365)
    store.do(log_contact, replace(draft, at=at), moment=moment, rules=store.rules)


def test_at_the_command_line_a_day_long_ago_has_to_be_meant(typed: Typed, clinic: Store) -> None:
    said = typed(*LOG, "--at", "18-Nov-2016 16:20")
    assert (said.code, said.err.count("\n")) == (1, 1)
    assert "--long-ago" in said.err
    assert typed(*LOG, "--at", "18-Nov-2016 16:20", "--long-ago").code == 0
