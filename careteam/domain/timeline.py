"""What can stand on a patient's one timeline: the kinds of entries and what happened in each."""

from enum import StrEnum


class EntryKind(StrEnum):
    """What an entry is about; the filter of the timeline offers these, in this order."""

    CONTACT = "contact"
    TIME = "time"
    TEAM = "team"
    PHASE = "phase"
    TREATMENT = "treatment"
    TEST = "test"
    DISEASE = "disease"
    STAY = "stay"
    SCORE = "score"
    BARRIER = "barrier"
    REFERRAL = "referral"
    RED_FLAG = "red_flag"
    FINDING = "finding"
    ALERT = "alert"
    TRIAL = "trial"
    BOARD = "board"
    STATE = "state"


class EntryStep(StrEnum):
    """What happened; steps of referrals and trials and states of patients are their own words."""

    LOGGED = "logged"
    BEGAN = "began"
    ENDED = "ended"
    REPLACED = "replaced"
    HELD = "held"
    DECLINED = "declined"
    DONE = "done"
    LEFT_OUT = "left_out"
    ACTED = "acted"
    ADMITTED = "admitted"
    DISCHARGED = "discharged"
    EMERGENCY = "emergency"
    NOTED = "noted"


WITH_ROLE = frozenset({EntryKind.CONTACT, EntryKind.TEAM, EntryKind.BARRIER, EntryKind.REFERRAL})
"""The kinds of which a role can be asked."""
