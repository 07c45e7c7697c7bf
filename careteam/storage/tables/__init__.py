"""The Records: one SQLModel class a table, with its constraints; nothing else may come in here.

Records rest. They are made by the verbs in `storage.writes` and never leave `storage`.
"""

from careteam.storage.tables.accounts import AccountRecord, EmergencyRecord
from careteam.storage.tables.audit import AuditRecord
from careteam.storage.tables.catalogue import (
    HolidayRecord,
    MacroRecord,
    PhaseRecord,
    PhaseRoleRecord,
    RoleRecord,
    TermRecord,
)
from careteam.storage.tables.clinic import (
    DraftRecord,
    ImportRunRecord,
    LetterheadRecord,
    SettingRecord,
)
from careteam.storage.tables.clinical_rules import (
    CadenceRecord,
    InstrumentRecord,
    MilestoneTemplateRecord,
    PathwayRecord,
    TriggerRecord,
)
from careteam.storage.tables.contacts import ContactRecord, ContactVersionRecord, FollowUpRecord
from careteam.storage.tables.disclosures import AuditReviewRecord, DisclosureRecord
from careteam.storage.tables.insights import BarrierReportRecord
from careteam.storage.tables.navigation_time import (
    EnrolmentRecord,
    InitiatingVisitRecord,
    MonthLockRecord,
    ProgramRecord,
    TimeConsentRecord,
    TimeEntryRecord,
    TimeEntryVersionRecord,
)
from careteam.storage.tables.needs import (
    BarrierActionRecord,
    BarrierRecord,
    EscalationRecord,
    ScreeningRecord,
    SuggestionRecord,
)
from careteam.storage.tables.own_lists import FollowedRecord, SavedFilterRecord
from careteam.storage.tables.pathway import (
    CareProfileRecord,
    ChecklistItemRecord,
    ConferenceRecord,
    DiseaseStatusRecord,
    FindingRecord,
    MilestoneRecord,
    OverlayRecord,
    StayRecord,
    TreatmentRecord,
)
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
from careteam.storage.tables.referrals import ReferralRecord, ReferralStepRecord
from careteam.storage.tables.team import AssignmentRecord, SnoozeRecord, TeamRoleRecord
from careteam.storage.tables.trials import TrialOfferRecord, TrialRecord, TrialStepRecord

__all__ = [
    "AbsenceRecord",
    "AccountRecord",
    "AlertRecord",
    "AssignmentRecord",
    "AuditRecord",
    "AuditReviewRecord",
    "BarrierActionRecord",
    "BarrierRecord",
    "BarrierReportRecord",
    "CadenceRecord",
    "CareProfileRecord",
    "ChecklistItemRecord",
    "ConditionRecord",
    "ConferenceRecord",
    "ContactRecord",
    "ContactVersionRecord",
    "DisclosureRecord",
    "DiseaseStatusRecord",
    "DraftRecord",
    "EmergencyRecord",
    "EnrolmentRecord",
    "EscalationRecord",
    "FindingRecord",
    "FollowUpRecord",
    "FollowedRecord",
    "HolidayRecord",
    "ImportRunRecord",
    "InitiatingVisitRecord",
    "InstrumentRecord",
    "LetterheadRecord",
    "MacroRecord",
    "MilestoneRecord",
    "MilestoneTemplateRecord",
    "MonthLockRecord",
    "OverlayRecord",
    "PathwayRecord",
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
    "ProgramRecord",
    "ReferralRecord",
    "ReferralStepRecord",
    "RelatedRecord",
    "RoleRecord",
    "SavedFilterRecord",
    "ScreeningRecord",
    "SettingRecord",
    "SnoozeRecord",
    "StatusPeriodRecord",
    "StayRecord",
    "SuggestionRecord",
    "TeamRoleRecord",
    "TermRecord",
    "TimeConsentRecord",
    "TimeEntryRecord",
    "TimeEntryVersionRecord",
    "TreatmentRecord",
    "TrialOfferRecord",
    "TrialRecord",
    "TrialStepRecord",
    "TriggerRecord",
]
