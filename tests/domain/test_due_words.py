"""A due day reads the same on every chip."""

from datetime import date

import pytest

from careteam.domain.due import NEVER, Urgency, due_words

TODAY = date(2026, 11, 20)


@pytest.mark.parametrize(
    ("due_on", "due_time", "words", "group"),
    [
        (date(2026, 11, 18), "14:00", "2 days late", Urgency.OVERDUE),
        (date(2026, 11, 19), "", "1 day late", Urgency.OVERDUE),
        (TODAY, "", "Today", Urgency.TODAY),
        (TODAY, "14:00", "Today 14:00", Urgency.TODAY),
        (date(2026, 11, 24), "09:00", "Tue 24", Urgency.THIS_WEEK),
        (date(2026, 11, 27), "", "Fri 27", Urgency.THIS_WEEK),
        (date(2026, 12, 8), "", "8 Dec", Urgency.LATER),
        (date(2027, 12, 8), "", "8 Dec 2027", Urgency.LATER),
        (NEVER, "", "—", Urgency.LATER),
    ],
)
def test_a_due_day_is_told_in_the_words_of_the_list(
    due_on: date, due_time: str, words: str, group: Urgency
) -> None:
    assert due_words(due_on, due_time, TODAY) == (words, group)
