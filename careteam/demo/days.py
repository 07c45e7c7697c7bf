"""The days of the invented clinic, counted from today in business days and within office hours."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from careteam.domain.calendar import BusinessCalendar

OPENS = time(8, 30)
SLOT_MINUTES = 5
SLOTS = 96
"""Every five minutes from 08:30 to 16:25."""


@dataclass(frozen=True, slots=True)
class Days:
    """Today with the clinic's calendar; `now` is the wall clock of the clinic, without a zone."""

    now: datetime
    calendar: BusinessCalendar

    @property
    def today(self) -> date:
        return self.now.date()

    def off(self, business_days: int) -> date:
        """The business day so many after today (before it when negative; 0: today or the next)."""
        if business_days > 0:
            return self.calendar.add(self.today, business_days)
        if business_days == 0:
            return self.calendar.on_or_after(self.today)
        return self.back(self.today, -business_days)

    def back(self, day: date, business_days: int) -> date:
        """The business day so many before a day."""
        for _ in range(business_days):
            day = self.on_or_before(day - timedelta(days=1))
        return day

    def on_or_before(self, day: date) -> date:
        """The day itself when it is a business day, else the last one before."""
        while not self.calendar.is_business_day(day):
            day -= timedelta(days=1)
        return day

    def between(self, first: date, last: date) -> list[date]:
        """The business days from one day to another, both included."""
        span = range((last - first).days + 1)
        every = (first + timedelta(days=days) for days in span)
        return [day for day in every if self.calendar.is_business_day(day)]

    def clock(self, day: date, at: time) -> datetime:
        """A time of a day, never later than now."""
        return min(datetime.combine(day, at), self.now)

    def slot(self, day: date, number: int) -> datetime:
        """One of the SLOTS of a working day."""
        opens = datetime.combine(day, OPENS)
        return opens + timedelta(minutes=SLOT_MINUTES * (number % SLOTS))
