"""What the database says when something is wrong, turned into one sentence a nurse can act on."""

import contextlib
from collections.abc import Iterator

import sqlcipher3.dbapi2 as sqlcipher
from sqlalchemy.exc import DBAPIError, IntegrityError
from sqlalchemy.orm.exc import StaleDataError

from careteam.domain.errors import CareteamError, Damaged, Locked, Refused, Stale, Unavailable
from careteam.domain.read_only import Cause, ReadOnly

STALE = (
    "Somebody changed this entry while it was open here. Nothing was overwritten and what you "
    "typed is kept: look at the new version, then save again."
)
HALF_LETTER = "What was typed holds half a letter that cannot be kept or looked for; type it anew."
READ_ONLY = ReadOnly(Cause.FILE).sentence
DAMAGED = "The database file is damaged. Nothing was changed; restore the last backup."

_SENTENCES: tuple[tuple[str, type[CareteamError], str], ...] = (
    (
        "database is locked",
        Locked,
        "Another program is writing to the database. Nothing was saved; try again in a moment.",
    ),
    (
        "database or disk is full",
        Unavailable,
        "The disk is full. Nothing was saved and what you typed is kept; free some space.",
    ),
    (
        "readonly database",
        Unavailable,
        READ_ONLY,
    ),
    (
        "malformed",
        Damaged,
        DAMAGED,
    ),
    (
        "file is not a database",
        Locked,
        "This file cannot be opened with this passphrase, or it is not a Careteam database.",
    ),
    (
        "unable to open database",
        Unavailable,
        "The database cannot be opened: the file is gone or may not be read.",
    ),
    (
        "disk i/o error",
        Unavailable,
        "The disk did not answer. Nothing was saved; check the drive and try again.",
    ),
    (
        "no such table",
        Unavailable,
        "This database was not made by Careteam. Choose another file.",
    ),
)

_CONSTRAINTS: tuple[tuple[str, str, str], ...] = (
    ("patient.mrn", "mrn", "Another patient has this MRN already."),
    ("assignment_one_lead", "rank", "One person at most leads the team; replace the lead first."),
    (
        "assignment_one_holder",
        "role",
        "This role is held already; replace the holder or add a backup.",
    ),
    ("index 'assignment_one_lead'", "rank", "One person at most leads the team."),
)


@contextlib.contextmanager
def told_plainly() -> Iterator[None]:
    """Turn what the database raises inside into the program's own errors."""
    try:
        yield
    except UnicodeEncodeError as error:
        raise Refused.at("", HALF_LETTER) from error
    except StaleDataError as error:
        raise Stale(STALE) from error
    except IntegrityError as error:
        raise _integrity(error) from error
    except DBAPIError as error:
        raise _fault(str(error.orig)) from error
    except sqlcipher.Error as error:  # pyright: ignore[reportAttributeAccessIssue]
        raise _fault(str(error)) from error


def _integrity(error: IntegrityError) -> CareteamError:
    said = str(error.orig)
    if "assignment.patient_id, assignment.role" in said:
        said = "assignment_one_holder"
    elif said.endswith("assignment.patient_id"):
        said = "assignment_one_lead"
    for sign, field, sentence in _CONSTRAINTS:
        if sign in said:
            return Refused.at(field, sentence)
    return Refused.at("", "The entry breaks a rule of the database ({rule}).", rule=said)


def _fault(said: str) -> CareteamError:
    lowered = said.casefold()
    for sign, kind, sentence in _SENTENCES:
        if sign in lowered:
            return kind(sentence)
    return Unavailable("The database refused the request. Nothing was saved; try again.")
