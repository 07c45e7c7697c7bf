"""The clinic's register of clinical trials, and what became of each for a patient."""

from datetime import date, datetime

from sqlalchemy import Index, text
from sqlmodel import Field

from careteam.domain.text import LINE_LENGTH
from careteam.domain.trials import OfferState, TrialKind, TrialState
from careteam.storage.tables.constraints import STRICT, belongs_to, longest, one_of, ordered
from careteam.storage.tables.record import Record


class TrialRecord(Record, table=True):
    """A trial of the register; `nct` is its ClinicalTrials.gov identifier or empty."""

    __table_args__ = (
        one_of("kind", TrialKind),
        one_of("state", TrialState),
        ordered("opens_on", "closes_on"),
        longest("title", LINE_LENGTH),
        longest("site", 200),
        longest("contact", LINE_LENGTH),
        Index("trial_nct", "nct", unique=True, sqlite_where=text("nct <> ''")),
        Index("trial_state", "state", "title"),
        STRICT,
    )

    id: int | None = Field(default=None, primary_key=True)
    external_id: str = Field(unique=True)
    nct: str = ""
    title: str
    kind: str
    phase: str = ""
    site: str = ""
    contact: str = ""
    state: str = TrialState.OPEN
    opens_on: date | None = None
    closes_on: date | None = None
    version: int = 1


class TrialOfferRecord(Record, table=True):
    """Where a patient stands with a trial; every step before is kept in `trial_step`."""

    __table_args__ = (
        one_of("state", OfferState),
        Index("trial_offer_place", "patient_id", "trial_id", unique=True),
        Index("trial_offer_trial", "trial_id", "state", "patient_id"),
        STRICT,
    )

    id: int | None = Field(default=None, primary_key=True)
    patient_id: int = Field(sa_column=belongs_to("patient", cascade=True))
    trial_id: int = Field(sa_column=belongs_to("trial"))
    state: str
    on_day: date
    reason: str = ""
    note: str = ""
    version: int = 1


class TrialStepRecord(Record, table=True):
    """One step of a patient with a trial, with its day, its reason and who noted it."""

    __table_args__ = (
        one_of("state", OfferState),
        longest("note", LINE_LENGTH),
        Index("trial_step_of", "offer_id", "id"),
        Index("trial_step_on", "state", "on_day", "offer_id"),
        Index("trial_step_patient", "patient_id", "on_day"),
        STRICT,
    )

    id: int | None = Field(default=None, primary_key=True)
    offer_id: int = Field(sa_column=belongs_to("trial_offer", cascade=True))
    patient_id: int = Field(sa_column=belongs_to("patient", cascade=True))
    state: str
    on_day: date
    reason: str = ""
    note: str = ""
    made_at: datetime
    by_id: int | None = Field(default=None, sa_column=belongs_to("person", optional=True))
