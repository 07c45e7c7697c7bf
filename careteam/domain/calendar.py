"""Business days: Monday to Friday without the clinic's holidays.

Two-business-day rules count this way (Medicare transitional care: Monday to Friday except
holidays).
"""

from dataclasses import dataclass, field
from datetime import date, timedelta

SATURDAY = 5


@dataclass(frozen=True, slots=True)
class BusinessCalendar:
    """The clinic's working days; `holidays` are days off that fall on any day of the week."""

    holidays: frozenset[date] = field(default_factory=frozenset)

    def is_business_day(self, day: date) -> bool:
        return day.weekday() < SATURDAY and day not in self.holidays

    def on_or_after(self, day: date) -> date:
        """The day itself when it is a business day, else the next one."""
        while not self.is_business_day(day):
            day += timedelta(days=1)
        return day

    def add(self, day: date, business_days: int) -> date:
        """The business day that lies so many business days after `day` (at least 0)."""
        if business_days < 0:
            raise ValueError("business days are counted forward")
        day = self.on_or_after(day) if business_days == 0 else day
        for _ in range(business_days):
            day = self.on_or_after(day + timedelta(days=1))
        return day
