"""What a column of a table can mean, with the headings under which it is met."""

from collections.abc import Mapping
from dataclasses import dataclass

from careteam.domain.catalogue import Catalogue
from careteam.domain.intake.tables import About

ROLE = "role:"
"""Before the key of a role: a column of a table of patients that names who holds it."""


@dataclass(frozen=True, slots=True)
class Field:
    """One thing that a column can hold: its key, its name, how else it is called, what fits in.

    `kind` names a list of the catalogue from which its values come, or is empty.
    """

    key: str
    label: str
    also: tuple[str, ...] = ()
    note: str = ""
    kind: str = ""
    is_needed: bool = False


def _words(text: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in text.split(",") if part.strip())


_MRN = Field(
    "mrn", "MRN",
    _words("medical record number, medical record no, medical record, record number, chart number, "
           "hospital number, mr number, mrn number, mrn id, mrn no, pat mrn id, unit number, id, "
           "patient id, pat id, patient number, patient mrn, mr, emr number, ehr id, chart"),
    "The clinic's own record number. Written as text, so that leading zeros stay.",
    is_needed=True,
)  # fmt: skip
_LAST = _words("family name, surname, last, lname, l name, lastname, name last, last names, "
               "pat last name, family, legal last name")  # fmt: skip
_FIRST = _words("given name, first, fname, f name, firstname, name first, forename, "
                "given names, first names, pat first name, given, legal first name, "
                "first middle name")  # fmt: skip
_WHOLE = _words("full name, patient name, pat name, patient, name last first, name first last, "
                "last name first name, last first, legal name")  # fmt: skip
_DAY = "A day such as 14-Mar-1981 or 1981-03-14."

PATIENTS = (
    _MRN,
    Field("family", "Last name", _LAST, "Or the whole name in the column Name.", is_needed=True),
    Field("given", "First name", _FIRST),
    Field("name", "Name", _WHOLE, "Last, First or First Last, where it is in one column."),
    Field("preferred", "Nickname", _words("preferred name, goes by, known as, called, nick name, "
                                          "preferred first name")),
    Field("title", "Title", _words("prefix, salutation"), "Ms, Mr, Dr …"),
    Field("birth_date", "Birth date",
          _words("dob, date of birth, birthdate, born, birthday, birth, d o b, birth dt, "
                 "pat dob, date birth, dateofbirth"), _DAY),
    Field("sex", "Sex", _words("gender, legal sex, sex at birth, administrative sex, m f, "
                               "patient sex"), kind="sex"),
    Field("phone_mobile", "Mobile phone",
          _words("cell, cell phone, mobile, phone, telephone, phone number, tel, cellphone, "
                 "mobile number, primary phone, contact number, best phone, cell number, phone 1, "
                 "telephone number, preferred phone, phone no")),
    Field("phone_home", "Home phone", _words("home, home telephone, phone home, home number, "
                                             "landline, phone 2, home phone number")),
    Field("phone_work", "Work phone", _words("work, work telephone, phone work, office phone, "
                                             "work number, business phone, work phone number")),
    Field("email", "E-mail", _words("email, email address, e mail address, mail, e mail")),
    Field("address_line", "Street", _words("address, street address, address line, address 1, "
                                           "address line 1, home address, addr, mailing address")),
    Field("address_city", "City", _words("town")),
    Field("address_state", "State", _words("province, st, state province")),
    Field("address_postal_code", "ZIP", _words("zip code, postal code, postcode, zipcode, zip")),
    Field("address_country", "Country"),
    Field("language", "Language", _words("preferred language, primary language, spoken language, "
                                         "lang, language spoken"), kind="language"),
    Field("needs_interpreter", "Interpreter needed",
          _words("needs interpreter, interpreter required, interpreter needed y n"),
          "yes or no", kind="yes_no"),
    Field("payer", "Payer", _words("insurance, payor, primary insurance, insurer, coverage, plan, "
                                   "insurance company, primary payer, primary payor")),
    Field("subtype", "Subtype", _words("diagnosis, dx, leukemia subtype, all subtype, disease, "
                                       "leukemia type, primary diagnosis"), kind="subtype"),
    Field("diagnosed_on", "Day of diagnosis",
          _words("diagnosis date, dx date, date of diagnosis, diagnosed, diagnosed on, date dx, "
                 "date of dx"), _DAY),
    Field("referred_on", "Day of referral",
          _words("referral date, date of referral, referred, referred on, date referred"), _DAY),
    Field("phase", "Phase", _words("treatment phase, phase of treatment, phase of care, stage, "
                                   "current phase"), kind="phase"),
    Field("phase_since", "Phase since",
          _words("phase start, phase start date, start of phase, phase date, phase started"),
          _DAY + " Needed where there is a phase."),
    Field("caregiver_name", "Caregiver",
          _words("caregiver name, emergency contact, emergency contact name, next of kin, contact "
                 "person, family contact, care giver, parent, guardian, parent guardian")),
    Field("caregiver_phone", "Caregiver phone",
          _words("caregiver telephone, emergency contact phone, emergency phone, "
                 "next of kin phone, caregiver number, caregiver phone number, parent phone")),
    Field("caregiver_relationship", "Caregiver is",
          _words("relationship, caregiver relationship, relation, relationship to patient, "
                 "emergency contact relationship, caregiver relation"), kind="relationship"),
)  # fmt: skip

_ROLE = Field("role", "Role", _words("role on team, team role, care team role, discipline, "
                                     "function, position, job title, job, specialty, service, "
                                     "provider type, role name"),
              "A role of the clinic's list.", kind="role", is_needed=True)  # fmt: skip
_PERSON = Field("person", "Person",
                _words("name, staff, staff member, team member, provider, provider name, member, "
                       "clinician, assigned to, who, person name, care team member, assigned, "
                       "contacted by, made by, navigator, nurse, staff name, caller, logged by"),
                "Somebody of the directory: name, NPI or e-mail.")  # fmt: skip
_NOTE = Field("note", "Note", _words("notes, comment, comments, remarks, details, description, "
                                     "summary, narrative, free text, contact note"))  # fmt: skip
_PATIENT = Field("patient", "Patient", (*_WHOLE, *_words("name of patient")),
                 "Only for the eye: patients are found by their MRN.")  # fmt: skip

DIRECTORY = (
    Field("family", "Last name", _LAST, "Or the whole name in the column Name.", is_needed=True),
    Field("given", "First name", _FIRST),
    Field("name", "Name", (*_WHOLE, *_words("provider, provider name, staff name, staff, person, "
                                            "member, team member, clinician, employee"))),
    Field("title", "Title", _words("prefix, salutation"), "Dr, Prof …"),
    Field("credentials", "Credentials", _words("degree, degrees, credential, suffix, "
                                               "licence, license, qualification, qualifications"),
          "RN, OCN"),
    Field("role", "Role", (*_ROLE.also, *_words("roles, title role")),
          "A role of the clinic's list; several with a semicolon between them.", kind="role"),
    Field("organisation", "Organisation", _words("organization, clinic, hospital, practice, "
                                                 "company, employer, facility, institution")),
    Field("department", "Department", _words("dept, division, unit, section")),
    Field("phone", "Phone", _words("telephone, phone number, work phone, office phone, tel, "
                                   "cell, cell phone, mobile, extension, ext, direct line")),
    Field("pager", "Pager", _words("beeper, pager number, bleep")),
    Field("email", "E-mail", _words("email, email address, e mail address, mail, e mail")),
    Field("npi", "NPI", _words("npi number, national provider identifier, provider npi, npi no")),
)  # fmt: skip
ASSIGNMENTS = (
    _MRN,
    _PATIENT,
    _ROLE,
    Field("person", "Person", _PERSON.also, _PERSON.note, is_needed=True),
    Field("rank", "Primary or backup", _words("rank, primary backup, primary, type, backup, "
                                              "assignment type"),
          "primary or backup; empty is primary while nobody holds the role.", kind="rank"),
    Field("starts_on", "From", _words("start, start date, since, from date, assigned on, date "
                                      "assigned, assignment date, effective date, begin, "
                                      "begin date, starts on"), _DAY),
    Field("ends_on", "Until", _words("end, end date, to, until date, thru, through, ended, "
                                     "last day, to date, stop date, ends on"),
          "The last day; empty while it goes on."),
    _NOTE,
)  # fmt: skip
CONTACTS = (
    _MRN,
    _PATIENT,
    Field("at", "Date", _words("contact date, date of contact, day, when, date time, datetime, "
                               "call date, date and time, encounter date, contact datetime, visit "
                               "date, contacted on, timestamp, service date, date of service"),
          "A day, with or without the time.", is_needed=True),
    Field("time", "Time", _words("time of contact, contact time, call time, start time, hour, at"),
          "Such as 14:30 or 2:30 pm."),
    Field("mode", "Mode", _words("method, contact method, type of contact, contact type, type, "
                                 "how, contact mode, channel, way, encounter type, "
                                 "mode of contact"),
          kind="mode", is_needed=True),
    Field("outcome", "Outcome", _words("result, contact outcome, disposition, status, response, "
                                       "call result, contact result, contact status"),
          kind="outcome", is_needed=True),
    Field("direction", "Direction", _words("in out, inbound outbound, incoming outgoing, call "
                                           "direction, contact direction"),
          "outbound, inbound or internal; empty is outbound.", kind="direction"),
    Field("minutes", "Minutes", _words("duration, length, min, mins, time spent, minutes spent, "
                                       "duration minutes, duration min, total minutes, "
                                       "time spent minutes, length minutes"),
          "A whole number from 0 to 1440."),
    Field("role", "Role", (*_ROLE.also, *_words("contact role, made by role")),
          "The role that made the contact; empty takes that of the person.", kind="role"),
    _PERSON,
    _NOTE,
)  # fmt: skip
_BY_ABOUT: Mapping[About, tuple[Field, ...]] = {
    About.PATIENTS: PATIENTS,
    About.DIRECTORY: DIRECTORY,
    About.ASSIGNMENTS: ASSIGNMENTS,
    About.CONTACTS: CONTACTS,
}


def plain_fields(about: About) -> tuple[Field, ...]:
    """The fields of a kind of table, without the roles of the clinic."""
    return _BY_ABOUT[about]


def fields_of(about: About, catalogue: Catalogue) -> tuple[Field, ...]:
    """The fields of a kind of table; one of patients can name the holder of each role too."""
    if about is not About.PATIENTS:
        return plain_fields(about)
    roles = sorted(catalogue.roles.values(), key=lambda role: role.position)
    return (
        *PATIENTS,
        *(
            Field(f"{ROLE}{role.key}", role.label, tuple(filter(None, (role.short, role.key))))
            for role in roles
            if role.is_active and role.key not in ("patient", "caregiver", "other")
        ),
    )
