"""Which contacts a care summary tells, in which words, and what its digest is of."""

from datetime import date, timedelta

from careteam.domain.contacts import With
from careteam.domain.moment import Moment
from careteam.domain.patients import RelatedDraft
from careteam.domain.summary import ContactLine, Section, digest_of
from careteam.storage.reads.patient_form import draft_of
from careteam.storage.reads.summary import EVERYTHING, first_of_last
from careteam.storage.store import Store
from careteam.storage.writes.contacts import RetractDraft, retract_contact
from tests.storage.summarising import Collect, Log, amend


def test_contacts_stand_newest_first_in_words(
    store: Store, moment: Moment, patient: int, collect: Collect, log: Log
) -> None:
    amend(store, moment, patient, related=(RelatedDraft("Rosa Delacruz", "sibling"),))
    (rosa,) = store.read(draft_of, patient).related
    log(at=moment.now - timedelta(days=1), mode="clinic_visit", note="Sleeps better.", minutes=20)
    log(outcome="no_answer", topics=("treatment_plan",))
    log(
        at=moment.now - timedelta(days=2),
        with_kind=With.CAREGIVER,
        with_ref=rosa.id,
        outcome="reached_caregiver",
        note="Will drive.",
    )
    summary = collect()
    assert summary.contacts == (
        ContactLine(
            "20-Nov 09:30", "Oncology nurse navigator", "Phone, no answer", "Treatment plan", 12
        ),
        ContactLine("19-Nov 09:30", "Oncology nurse navigator", "Visit", "Sleeps better.", 20),
        ContactLine(
            "18-Nov 09:30",
            "Oncology nurse navigator",
            "Phone with Rosa Delacruz (sibling), reached",
            "Will drive.",
            12,
        ),
    )
    assert (summary.contacts_total, summary.contacts_minutes) == (3, 44)


def test_a_retracted_contact_is_not_in_it(
    store: Store, moment: Moment, collect: Collect, log: Log
) -> None:
    wrong = log(note="Meant for somebody else.")
    log(note="Hers.")
    store.do(
        retract_contact, RetractDraft(wrong, "Wrong patient"), moment=moment, rules=store.rules
    )
    summary = collect()
    assert [line.note for line in summary.contacts] == ["Hers."]
    assert (summary.contacts_total, summary.contacts_minutes) == (1, 12)


def test_the_period_cuts_the_contacts_and_says_so(
    collect: Collect, log: Log, moment: Moment
) -> None:
    for days in (0, 6, 7, 89, 90, 300):
        log(at=moment.now - timedelta(days=days), note=f"{days} days ago")

    def told(since: date | None) -> tuple[str, int, int]:
        summary = collect(since=since)
        return summary.contacts_period, len(summary.contacts), summary.contacts_total

    assert told(first_of_last(7, moment.today)) == ("last 7 days", 2, 6)
    assert told(None) == ("last 90 days", 4, 6)
    assert told(EVERYTHING) == ("", 6, 6)


def test_sections_that_were_not_chosen_are_empty_and_not_part_of_the_digest(
    collect: Collect, log: Log
) -> None:
    log()
    summary = collect(sections=(Section.TEAM, Section.WHERE))
    assert summary.sections == (Section.WHERE, Section.TEAM)
    assert summary.where_lead
    assert summary.team
    assert (summary.contacts, summary.contacts_total, summary.next_steps) == ((), 0, ())
    assert summary.digest == digest_of(summary)
    assert summary.digest != collect().digest


def test_the_same_moment_gives_the_same_digest(collect: Collect, log: Log) -> None:
    log()
    before = collect()
    assert collect() == before
    log(note="One more.")
    assert collect().digest != before.digest
