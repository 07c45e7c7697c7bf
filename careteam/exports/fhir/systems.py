"""The code systems and profiles of what leaves, each with the list its codes are from.

SNOMED CT and NUCC codes are those of the care-team value sets that US Core binds; LOINC codes are
those of the R4 document types, of US Core and of mCODE; the rest are HL7's own terminologies.
"""

SNOMED = "http://snomed.info/sct"
LOINC = "http://loinc.org"
NUCC = "http://nucc.org/provider-taxonomy"
NCIT = "http://ncicb.nci.nih.gov/xml/owl/EVS/Thesaurus.owl"
ICD10CM = "http://hl7.org/fhir/sid/icd-10-cm"
ICDO3 = "http://terminology.hl7.org/CodeSystem/icd-o-3"
NPI = "http://hl7.org/fhir/sid/us-npi"
UCUM = "http://unitsofmeasure.org"
LANGUAGES = "urn:ietf:bcp:47"
NCT = "http://clinicaltrials.gov"
GRAVITY = "http://hl7.org/fhir/us/sdoh-clinicalcare/CodeSystem/SDOHCC-CodeSystemTemporaryCodes"
HL7 = "http://terminology.hl7.org/CodeSystem/"
US_CORE = "http://hl7.org/fhir/us/core/"
PROFILE = f"{US_CORE}StructureDefinition/us-core-"
US_CORE_CATEGORY = f"{US_CORE}CodeSystem/us-core-category"
TASK_CODE = "http://hl7.org/fhir/CodeSystem/task-code"
DATA_ABSENT = "http://hl7.org/fhir/StructureDefinition/data-absent-reason"
INTERPRETER = "http://hl7.org/fhir/StructureDefinition/patient-interpreterRequired"

SYSTEMS = {
    "snomed": SNOMED,
    "loinc": LOINC,
    "nucc": NUCC,
    "ncit": NCIT,
    "icd10cm": ICD10CM,
    "icdo": ICDO3,
    "gravity": GRAVITY,
    "v3": f"{HL7}v3-RoleCode",
}
"""By the name that the clinic's catalogue gives a system."""
