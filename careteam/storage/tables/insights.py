"""What is written beside the figures: the barrier of each year, for accreditation."""

from sqlmodel import Field

from careteam.domain.barrier_reports import LONGEST
from careteam.storage.tables.constraints import STRICT, longest
from careteam.storage.tables.record import Record


class BarrierReportRecord(Record, table=True):
    """The barrier that was chosen for a year, why, what was done, and what came of it."""

    __table_args__ = (
        longest("why", LONGEST),
        longest("actions", LONGEST),
        longest("result", LONGEST),
        STRICT,
    )

    year: int = Field(primary_key=True)
    category: str
    why: str = ""
    actions: str = ""
    result: str = ""
    version: int = 1
