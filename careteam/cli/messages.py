"""What the command line says when it cannot do what was asked: one sentence each, with its code."""

from dataclasses import dataclass
from enum import IntEnum

from careteam.domain.errors import CareteamError, Missing, Refused


class Code(IntEnum):
    """The exit codes."""

    DONE = 0
    REFUSED = 1
    BAD_USE = 2


class BadUse(CareteamError):  # noqa: N818 - the word of the command line
    """The words make no sense, or the database cannot be opened; nothing was done."""


@dataclass(frozen=True, slots=True)
class Message:
    """A sentence with the exit code it comes with; what stands in braces is put in."""

    code: Code
    text: str

    def error(self, **values: object) -> CareteamError:
        """The sentence with its values, to be raised."""
        kind = BadUse if self.code is Code.BAD_USE else Missing
        return kind(self.text.format(**values))


OPTIONS = {
    "at": "--at",
    "minutes": "--minutes",
    "note": "--note",
    "next_step": "--due",
    "result": "--result",
    "on": "--on",
}


def sentence_of(error: CareteamError) -> str:
    """What an error says, with the option that a refused field was typed in."""
    if not isinstance(error, Refused):
        return error.sentence
    told = (
        f"{OPTIONS[problem.field]}: {problem.sentence}"
        if problem.field in OPTIONS
        else problem.sentence
        for problem in error.problems
    )
    return " ".join(told)


NO_DATABASE = Message(Code.BAD_USE, "Name the database: --database PATH, or set CARETEAM_DATABASE.")
NO_PASSPHRASE = Message(
    Code.BAD_USE,
    "The passphrase is missing: set CARETEAM_PASSPHRASE, or run this on a terminal to be asked.",
)
SHORT_PASSPHRASE = Message(
    Code.BAD_USE,
    "The passphrase has fewer than {least} characters: choose four or five words.",
)
DIFFERENT_PASSPHRASES = Message(Code.BAD_USE, "The two passphrases differ; nothing was made.")
NO_CLINIC = Message(Code.BAD_USE, "The clinic needs a name.")
NO_SUCH_FILE = Message(Code.BAD_USE, "There is no file or folder {path}.")
NO_FILES = Message(Code.BAD_USE, "There are no .json or .ndjson files in {path}.")
NO_SUCH_KEY = Message(
    Code.BAD_USE,
    "{key} is not a key of the list {kind}; near it: {near}. See: careteam keys {kind}.",
)
NO_SUCH_LIST = Message(Code.BAD_USE, "There is no list {key}; there are: {near}.")
NO_SUCH_SECTION = Message(Code.BAD_USE, "{key} is not a section; there are: {near}.")
NO_SUCH_PERSON = Message(
    Code.BAD_USE,
    "Nobody in the directory is called {typed}; near it: {near}. --add-person adds them.",
)
SEVERAL_PEOPLE = Message(
    Code.BAD_USE, "{typed} may be {near}; name the person by id, NPI or e-mail."
)
NO_WORKER = Message(
    Code.BAD_USE, "Nobody is set to work at this desk; leave --mine out, or name them in Settings."
)
STEP_WITHOUT_DAY = Message(Code.BAD_USE, "--next and --due belong together: what, and when.")
NO_HOLDER = Message(
    Code.REFUSED, "Nobody holds this role, so nobody can be replaced; leave --replace out."
)
NO_REASON = Message(Code.BAD_USE, "Say why: --reason KEY, see careteam keys dismiss_reason.")
NO_SUCH_SUGGESTION = Message(
    Code.REFUSED, "No open suggestion of the patient with the MRN {mrn} has the id {id}."
)
NO_COPY = Message(Code.BAD_USE, "There is no copy in {folder}. Make one: careteam backup.")
NO_SUCH_COPY = Message(
    Code.BAD_USE, "There is no copy {name} in {folder}; careteam backup --list shows them."
)
RESTORE_WHICH = Message(
    Code.BAD_USE, "Name the copy to restore; careteam backup --list shows them."
)
RECORD_WHICH = Message(Code.BAD_USE, "Name one patient by MRN, or write everybody with --all.")
NOT_EMPTY = Message(Code.BAD_USE, "{path} is there and not empty. Name a new folder.")
BAD_WORDS = Message(Code.BAD_USE, "{what}. See: {prog} --help.")

OURS = (
    NO_DATABASE, NO_PASSPHRASE, SHORT_PASSPHRASE, DIFFERENT_PASSPHRASES, NO_CLINIC, NO_SUCH_FILE,
    NO_FILES, NO_SUCH_KEY, NO_SUCH_LIST, NO_SUCH_SECTION, NO_SUCH_PERSON, SEVERAL_PEOPLE,
    NO_WORKER, STEP_WITHOUT_DAY, NO_HOLDER, NO_COPY, NO_SUCH_COPY, RESTORE_WHICH, NO_REASON,
    NO_SUCH_SUGGESTION, RECORD_WHICH, NOT_EMPTY, BAD_WORDS,
)  # fmt: skip

_OPENING = """\
There is no database at {path}. Choose another file, or make one with init.
There is a file at {path} already. Choose another name.
{path} is a folder, not a database. Name the file in it.
{path} may not be read by this account. Ask for the right to read and write it.
{path} cannot be made on this disk. Choose another folder.
{path} may not be written to. Choose another folder.
{folder} is on a network share, where a database can be damaged. \
Keep it in a folder of this machine; copies may lie on the share.
{folder} is synchronised by {name}, which can damage a database. \
Keep it in another folder of this machine; copies may lie there.
{path} is empty: it is damaged. Restore a backup of it.
{path} is a database that is not encrypted, so it is not one of Careteam's. Choose another file.
{path} is too short to be a database. Restore a backup of it.
This file cannot be opened with this passphrase, or it is not a Careteam database. \
Check the passphrase and the file.
This database was made by a newer Careteam (schema {found}; this one knows {known}). \
Nothing was changed; install the newer version.
This database was not made by Careteam. Choose another file.
The database file is damaged. Nothing was changed; restore the last backup.
The database is read-only here. Nothing was saved; ask for the right to write to it.
Another program is writing to the database. Nothing was saved; try again in a moment.
{name} is open since {since} {place} by process {process}. \
Close it there, or choose another file.
The disk is full. Nothing was saved and what you typed is kept; free some space.
The disk did not answer. Nothing was saved; check the drive and try again."""
OPENING = tuple(Message(Code.BAD_USE, text) for text in _OPENING.splitlines())
"""What the database says; told here so that the help has it, worded where it is found out."""

WORK = tuple(
    Message(Code.REFUSED, text)
    for text in (
        "There is no patient with the MRN {mrn}.",
        "{name} holds this role; replace them or add a backup.",
        "This person holds the role already.",
        "{name} leads the team; one person at most leads.",
        "{name} has left and cannot take a role.",
        "--at: A contact cannot lie in the future; plan a next step.",
        "--minutes: Minutes are a whole number from 0 to 1440.",
        "--note: The note has {length} characters; at most {limit} fit.",
        "--due: The next step cannot be due in the past.",
    )
)
"""What the rules of the clinic refuse; nothing was changed."""
