"""Clinical trials: the register's words, the form of an NCT number, a patient's way with one."""

import re
from enum import StrEnum

_NCT = re.compile(r"NCT[0-9]{8}")


class TrialKind(StrEnum):
    """What a trial studies, in the seed's three kinds and the rest."""

    NEW_DRUG = "new_drug"
    NEW_COMBINATION = "new_combination"
    IMMUNOTHERAPY = "immunotherapy"
    OTHER = "other"


class TrialState(StrEnum):
    """Whether patients can be offered a trial."""

    PLANNED = "planned"
    OPEN = "open"
    PAUSED = "paused"
    CLOSED = "closed"


class OfferState(StrEnum):
    """Where a patient stands with a trial."""

    CONSIDERED = "considered"
    OFFERED = "offered"
    SCREENING = "screening"
    ELIGIBLE = "eligible"
    ENROLLED = "enrolled"
    DECLINED = "declined"
    NOT_ELIGIBLE = "not_eligible"
    OFF_STUDY = "off_study"


NEEDS_REASON = frozenset({OfferState.DECLINED, OfferState.NOT_ELIGIBLE, OfferState.OFF_STUDY})
"""The steps that ask why."""

WAS_OFFERED = frozenset(OfferState) - {OfferState.CONSIDERED}
"""The steps after which a patient counts as having been offered a trial."""


def is_nct(number: str) -> bool:
    """Whether a text has the form of a ClinicalTrials.gov identifier: NCT and eight digits."""
    return _NCT.fullmatch(number) is not None
