"""FHIR R4 files, read with the standard library and a forgiving mapping."""
