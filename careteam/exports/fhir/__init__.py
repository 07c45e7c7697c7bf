"""What leaves as FHIR R4: plain dictionaries, one function a resource, US Core where it has one."""
