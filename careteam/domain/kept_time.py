"""Work that was no contact, as it leaves in a whole record and arrives from one."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class KeptWork:
    """Work for a patient: under which program, what, what for, how long."""

    uid: str
    program: str
    work: str
    minutes: int
    at: datetime
    activity: str = ""
    note: str = ""
    by: str = ""
    is_retracted: bool = False
    retract_reason: str = ""
