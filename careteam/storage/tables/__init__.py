"""The Records: one SQLModel class a table, with its constraints; nothing else may come in here.

Records rest. They are made by the verbs in `storage.writes` and never leave `storage`.
"""

from careteam.storage.tables.catalogue import (
    HolidayRecord,
    MacroRecord,
    PhaseRecord,
    PhaseRoleRecord,
    RoleRecord,
    TermRecord,
)
from careteam.storage.tables.clinic import DraftRecord, ImportRunRecord, SettingRecord
from careteam.storage.tables.contacts import ContactRecord, ContactVersionRecord, FollowUpRecord
from careteam.storage.tables.patients import (
    AlertRecord,
    ConditionRecord,
    PatientIdentifierRecord,
    PatientPhoneRecord,
    PatientRecord,
    PatientSourceRecord,
    PhasePeriodRecord,
    RelatedRecord,
    StatusPeriodRecord,
)
from careteam.storage.tables.people import (
    AbsenceRecord,
    PersonIdentifierRecord,
    PersonPhoneRecord,
    PersonRecord,
    PersonRoleRecord,
    PersonSourceRecord,
)
from careteam.storage.tables.team import AssignmentRecord, SnoozeRecord, TeamRoleRecord

__all__ = [
    "AbsenceRecord",
    "AlertRecord",
    "AssignmentRecord",
    "ConditionRecord",
    "ContactRecord",
    "ContactVersionRecord",
    "DraftRecord",
    "FollowUpRecord",
    "HolidayRecord",
    "ImportRunRecord",
    "MacroRecord",
    "PatientIdentifierRecord",
    "PatientPhoneRecord",
    "PatientRecord",
    "PatientSourceRecord",
    "PersonIdentifierRecord",
    "PersonPhoneRecord",
    "PersonRecord",
    "PersonRoleRecord",
    "PersonSourceRecord",
    "PhasePeriodRecord",
    "PhaseRecord",
    "PhaseRoleRecord",
    "RelatedRecord",
    "RoleRecord",
    "SettingRecord",
    "SnoozeRecord",
    "StatusPeriodRecord",
    "TeamRoleRecord",
    "TermRecord",
]
