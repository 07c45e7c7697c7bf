"""Who may open the database: accounts, and what was opened in an emergency."""

from datetime import datetime

from sqlalchemy import JSON, Column, Index
from sqlmodel import Field

from careteam.domain.text import LINE_LENGTH
from careteam.storage.tables.constraints import STRICT, belongs_to, longest, ordered
from careteam.storage.tables.record import Record

FIRST_ACCOUNT = 1_000_000_001
"""Ids of accounts and of people never meet: one column of the audit trail names either."""


class AccountRecord(Record, table=True):
    """A user; the password rests in the ring of keys, in the slot `slot_id`.

    `roles` are keys of `domain.access.Role`. `code_seed` is the seed of the one-time codes (base
    32), empty without them; `code_step` the step of the last code that was used; `spare_codes`
    the SHA-256 of the codes for a lost device. A disabled account is never deleted.
    """

    __table_args__ = (
        longest("name", 40),
        Index("account_name", "name_key", unique=True),
        STRICT,
    )

    id: int | None = Field(default=None, primary_key=True)
    name: str
    name_key: str
    roles: list[str] = Field(sa_column=Column(JSON, nullable=False))
    person_id: int | None = Field(default=None, sa_column=belongs_to("person", optional=True))
    slot_id: str
    must_change: bool = False
    code_seed: str = ""
    code_step: int = 0
    spare_codes: list[str] = Field(
        default_factory=list[str], sa_column=Column(JSON, nullable=False)
    )
    made_at: datetime
    disabled_at: datetime | None = None
    version: int = 1


class EmergencyRecord(Record, table=True):
    """Emergency access of an account: why, from when to when, and who looked at it afterwards."""

    __table_args__ = (
        longest("reason", LINE_LENGTH),
        longest("review", LINE_LENGTH),
        ordered("begun_at", "ends_at"),
        Index("emergency_of_account", "account_id", "ends_at"),
        Index("emergency_to_review", "reviewed_at", "begun_at"),
        STRICT,
    )

    id: int | None = Field(default=None, primary_key=True)
    account_id: int = Field(sa_column=belongs_to("account"))
    kind: str
    reason: str
    begun_at: datetime
    ends_at: datetime
    reviewed_at: datetime | None = None
    reviewed_by: int | None = Field(default=None, sa_column=belongs_to("account", optional=True))
    review: str = ""
