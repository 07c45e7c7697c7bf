"""The codes that an import knows besides the catalogue's own, each with the list it is from.

SNOMED CT and NUCC codes are those of the care-team value sets that US Core binds; relationships
are HL7 v3 RoleCode, v2-0063 and v2-0131; classes of encounters HL7 v3 ActCode, and the words of
the older Encounter.class list.
"""

SNOMED = "http://snomed.info/sct"
NUCC = "http://nucc.org/provider-taxonomy"
ICD10CM = "http://hl7.org/fhir/sid/icd-10-cm"
ICDO3 = "http://terminology.hl7.org/CodeSystem/icd-o-3"
FUNCTION = "http://terminology.hl7.org/CodeSystem/v3-ParticipationFunction"

SYSTEMS = {
    "urn:oid:2.16.840.1.113883.6.96": SNOMED,
    "urn:oid:2.16.840.1.113883.6.101": NUCC,
    "urn:oid:2.16.840.1.113883.6.90": ICD10CM,
    "http://hl7.org/fhir/sid/icd-10": ICD10CM,
    "urn:oid:2.16.840.1.113883.6.3": ICD10CM,
    "urn:oid:2.16.840.1.113883.6.43.1": ICDO3,
    "http://hl7.org/fhir/v3/ParticipationFunction": FUNCTION,
}

ROLES = {
    (SNOMED, "309347007"): "heme_onc_adult",
    (SNOMED, "67811000052107"): "heme_onc_peds",
    (SNOMED, "453231000124104"): "primary_care",
    (SNOMED, "26031000087100"): "np_peds",
    (SNOMED, "445451001"): "case_manager",
    (SNOMED, "768820003"): "case_manager",
    (SNOMED, "429577009"): "community_health_worker",
    (SNOMED, "309416000"): "dietitian",
    (SNOMED, "1255374004"): "nutritionist",
    (SNOMED, "46255001"): "oncology_pharmacist",
    (SNOMED, "310191001"): "psychologist",
    (SNOMED, "224591003"): "child_life",
    (SNOMED, "407543004"): "caregiver",
    (SNOMED, "116153009"): "patient",
    (NUCC, "207RH0000X"): "heme_onc_adult",
    (NUCC, "2080H0002X"): "palliative_physician",
    (NUCC, "207R00000X"): "primary_care",
    (NUCC, "208000000X"): "primary_care",
    (NUCC, "208D00000X"): "primary_care",
    (NUCC, "363LA2200X"): "nurse_practitioner",
    (NUCC, "104100000X"): "social_worker",
    (NUCC, "2251P0200X"): "physical_therapist",
    (NUCC, "183500000X"): "oncology_pharmacist",
    (NUCC, "103T00000X"): "psychologist",
    (NUCC, "2084P0804X"): "psychiatrist",
    (NUCC, "133VN1004X"): "dietitian",
    (NUCC, "101YP1600X"): "chaplain",
    (NUCC, "1744R1102X"): "trial_coordinator",
    (FUNCTION, "PCP"): "primary_care",
}

# A code that is wider than the one role of the catalogue that carries it.
TOO_WIDE = frozenset({(NUCC, "163W00000X")})

# What is called a role but is a service, never a person.
SERVICES = frozenset({(SNOMED, "224891009")})

# Displays for role codes that are often sent without one.
ROLE_WORDS = {
    (FUNCTION, "PCP"): "Primary care physician",
    (FUNCTION, "ATTPHYS"): "Attending physician",
    (FUNCTION, "ADMPHYS"): "Admitting physician",
    (SNOMED, "223366009"): "Healthcare professional",
    (SNOMED, "303118004"): "Person in the healthcare environment",
}

RELATIONSHIPS = {
    **dict.fromkeys(("NMTH", "STPMTH", "ADOPTM", "NMTHF", "MTHFOST"), "mother"),
    **dict.fromkeys(("NFTH", "STPFTH", "ADOPTF", "NFTHF", "FTHFOST"), "father"),
    **dict.fromkeys(("NPRN", "STPPRN", "ADOPTP", "PRNFOST", "PAR"), "parent"),
    **dict.fromkeys(("HUSB", "WIFE", "SPO"), "spouse"),
    **dict.fromkeys(("SIGOTHR", "DOM", "FMRSPS"), "partner"),
    **dict.fromkeys(("NCHILD", "CHLDADOPT", "CHLDFOST", "STPCHLD", "CHD"), "child"),
    **dict.fromkeys(("NSON", "SONC", "SONADOPT", "SONFOST", "STPSON"), "son"),
    **dict.fromkeys(("NDAU", "DAUC", "DAUADOPT", "DAUFOST", "STPDAU"), "daughter"),
    **dict.fromkeys(
        ("BRO", "SIS", "NSIB", "NBRO", "NSIS", "HSIB", "HBRO", "HSIS", "STPSIB"), "sibling"
    ),
    **dict.fromkeys(
        ("GRMTH", "GRFTH", "MGRPRN", "MGRMTH", "MGRFTH", "PGRPRN", "PGRMTH", "PGRFTH", "GRP"),
        "grandparent",
    ),
    **dict.fromkeys(("GUADLTM", "GRD"), "guardian"),
    "FND": "friend",
    "N": "next_of_kin",
}
RELATIVES = frozenset(
    (
        "FAMMEMB",
        "EXT",
        "AUNT",
        "MAUNT",
        "PAUNT",
        "UNCLE",
        "MUNCLE",
        "PUNCLE",
        "COUSN",
        "MCOUSN",
        "PCOUSN",
        "NIECE",
        "NEPHEW",
        "NIENEPH",
        "GRNDCHILD",
        "GRNDDAU",
        "GRNDSON",
        "GGRPRN",
        "GGRMTH",
        "GGRFTH",
        "INLAW",
        "PRNINLAW",
        "MTHINLAW",
        "FTHINLAW",
        "CHLDINLAW",
        "DAUINLAW",
        "SONINLAW",
        "SIBINLAW",
        "BROINLAW",
        "SISINLAW",
    )
)
EMERGENCY = frozenset({"C", "ECON", "EMC"})

# Encounter.class to the keys of the ways of contact.
CLASSES = {
    "AMB": "clinic_visit",
    "EMER": "clinic_visit",
    "PRENC": "clinic_visit",
    "FLD": "clinic_visit",
    "IMP": "inpatient_visit",
    "ACUTE": "inpatient_visit",
    "NONAC": "inpatient_visit",
    "OBSENC": "inpatient_visit",
    "SS": "inpatient_visit",
    "HH": "home_visit",
    "AMBULATORY": "clinic_visit",
    "OUTPATIENT": "clinic_visit",
    "EMERGENCY": "clinic_visit",
    "INPATIENT": "inpatient_visit",
    "HOME": "home_visit",
}
VIRTUAL = frozenset({"VR", "VIRTUAL"})

# SNOMED CT telephone encounter, telemedicine consultation with patient, home visit; CPT
# telephone evaluation by a physician and by other staff.
TYPES = {
    "185317003": "phone",
    **dict.fromkeys(("99441", "99442", "99443", "98966", "98967", "98968"), "phone"),
    "448337001": "video",
    "439708006": "home_visit",
}

# SNOMED CT acute lymphoblastic leukemia to the subtypes of the catalogue.
LEUKEMIA = {
    "277571004": "b_nos",
    "277572006": "b_nos",
    "277575008": "t_all",
    "91857003": "all_unspecified",
}
# ICD-10-CM C91.0-: the code says the state, not the lineage.
ICD_STATES = {
    "C910": "",
    "C9100": "not_in_remission",
    "C9101": "in_remission",
    "C9102": "in_relapse",
}
STATES_BY_STATUS = {"remission": "in_remission", "relapse": "in_relapse"}
UNSPECIFIED = "all_unspecified"
