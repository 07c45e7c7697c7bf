"""Every shipped code has the form, the check digit or the place in a list that it must have."""

import json
import re
import tarfile
from pathlib import Path
from typing import Any

import pytest

from careteam.domain.catalogue_drafts import is_sctid
from tests.catalogue.files import codes

US_CORE = Path(__file__).parents[3] / "shared" / "data" / "fhir" / "ig"

RELATIONSHIPS = frozenset(
    [
        "MTH",
        "FTH",
        "PRN",
        "SPS",
        "DOMPART",
        "CHILD",
        "SON",
        "DAU",
        "SIB",
        "GRPRN",
        "GUARD",
        "HPOWATT",
        "FRND",
        "NBOR",
        "NOK",
        "ECON",
        "ONESELF",
        "FAMMEMB",
    ]
)  # HL7 v3 RoleCode
REFERRAL_METHODS = frozenset(["fax", "phone", "elec", "semail", "mail", "self"])
PARTICIPATION = frozenset(
    [
        "PHONE",
        "VIDEOCONF",
        "FACE",
        "APPWRIT",
        "SMSWRIT",
        "EMAILWRIT",
        "MAILWRIT",
        "FAXWRIT",
        "VERBAL",
        "ELECTRONIC",
    ]
)  # HL7 v3 ParticipationMode
NOT_DONE = frozenset(
    [
        "recipient-unavailable",
        "invalid-phone-number",
        "patient-objection",
        "family-objection",
        "system-error",
    ]
)  # HL7 communication-not-done-reason
ICD_10_CM = frozenset({"C91.00", "C91.01", "C91.02"})
ICD_O_3 = frozenset(f"98{number}/3" for number in (*range(11, 20), 37))
GRAVITY = frozenset(
    [
        "transportation-insecurity",
        "housing-instability",
        "homelessness",
        "food-insecurity",
        "utility-insecurity",
        "material-hardship",
        "digital-access",
        "intimate-partner-violence",
        "health-insurance-coverage-status",
        "medical-cost-burden",
        "financial-insecurity",
        "employment-status",
        "language-access",
        "personal-health-literacy",
        "stress",
        "social-connection",
    ]
)  # SDOH Clinical Care categories


def is_loinc(code: str) -> bool:
    """Whether a LOINC number ends with its check digit (Luhn, modulus 10)."""
    match = re.fullmatch(r"([0-9]{1,7})-([0-9])", code)
    if match is None:
        return False
    total = 0
    for place, char in enumerate(reversed(match[1])):
        digit = int(char) * (2 if place % 2 == 0 else 1)
        total += digit - 9 if digit > 9 else digit
    return (10 - total % 10) % 10 == int(match[2])


CHECKS = {
    "snomed": is_sctid,
    "loinc": is_loinc,
    "nucc": lambda code: re.fullmatch(r"[0-9A-Z]{9}X", code) is not None,
    "icdo": lambda code: code in ICD_O_3,
    "icd10cm": lambda code: code in ICD_10_CM,
    "ncit": lambda code: re.fullmatch(r"C[1-9][0-9]{3,6}", code) is not None,
    "bcp47": lambda code: re.fullmatch(r"[a-z]{2,3}(-[A-Za-z0-9]+)*", code) is not None,
    "participation": lambda code: code in PARTICIPATION,
    "not_done": lambda code: code in NOT_DONE,
    "gravity": lambda code: code in GRAVITY,
}


@pytest.mark.parametrize(("place", "system", "code"), list(codes()))
def test_a_shipped_code_is_one_of_its_system(place: str, system: str, code: str) -> None:
    if system == "v3":
        known = REFERRAL_METHODS if "referral_method" in place else RELATIONSHIPS
        assert code in known
    else:
        assert CHECKS[system](code)


def test_the_check_digits_tell_a_wrong_code_from_a_right_one() -> None:
    assert is_loinc("58410-2")
    assert not is_loinc("58410-3")
    assert is_sctid("49401003")
    assert not is_sctid("49401004")


def us_core_codes(system: str) -> set[str]:
    """The codes of a system that the value sets of US Core name one by one."""
    found: set[str] = set()
    for path in sorted(US_CORE.glob("*.tgz")):
        with tarfile.open(path) as package:
            for member in package.getmembers():
                if "/ValueSet-" in member.name and (file := package.extractfile(member)):
                    found |= set(_codes_of(json.load(file), system))
    return found


def _codes_of(value_set: dict[str, Any], system: str) -> list[str]:
    included = value_set.get("compose", {}).get("include", [])
    listed = [one for part in included if part.get("system") == system
              for one in part.get("concept", [])]  # fmt: skip
    contained = value_set.get("expansion", {}).get("contains", [])
    listed += [one for one in contained if one.get("system") == system]
    return [one["code"] for one in listed]


def test_the_types_of_the_role_codes_are_those_that_us_core_lists() -> None:
    """US Core names the types of provider (the first three characters), not every specialty."""
    if not US_CORE.exists():
        pytest.skip("the US Core packages are not beside this checkout")
    known = {code[:3] for code in us_core_codes("http://nucc.org/provider-taxonomy")}
    shipped = {code[:3] for _, system, code in codes() if system == "nucc"}
    assert known
    assert shipped - known == set()
