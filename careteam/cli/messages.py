"""What the command line says when it cannot do what was asked: one sentence each, with its code."""

from dataclasses import dataclass
from enum import IntEnum

from careteam.domain.errors import CareteamError, Missing, Refused
from careteam.domain.time_drafts import LOCKED


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
    "recipient": "--recipient",
    "password": "--password-stdin",
    "program": "--program",
    "activity": "--activity",
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
NO_PASSWORD = Message(
    Code.BAD_USE,
    "The password is missing: set CARETEAM_PASSPHRASE, write it to standard input, or run this "
    "on a terminal to be asked.",
)
DIFFERENT_PASSWORDS = Message(Code.BAD_USE, "The two passwords differ; nothing was done.")
NO_NEW_PASSWORD = Message(
    Code.BAD_USE,
    "The new password is missing: set CARETEAM_NEW_PASSPHRASE, or run this on a terminal to be "
    "asked.",
)
NO_RECOVERY_CODE = Message(
    Code.BAD_USE,
    "The recovery code is missing: set CARETEAM_RECOVERY_CODE, or run this on a terminal to be "
    "asked.",
)
NO_CLINIC = Message(Code.BAD_USE, "The clinic needs a name.")
NO_SUCH_FILE = Message(Code.BAD_USE, "There is no file or folder {path}.")
NO_FILES = Message(Code.BAD_USE, "There are no .json or .ndjson files in {path}.")
ONE_TABLE = Message(
    Code.BAD_USE, "{path} is a table: bring one in at a time, and not together with other files."
)
ABOUT_WHAT = Message(
    Code.BAD_USE,
    "The headings of {file} do not say what it is a list of: --as patients, directory, "
    "assignments or contacts.",
)
NO_COLUMN = Message(
    Code.BAD_USE,
    "{file} has no column for {missing}; its headings are: {headings}. Name the column so, or "
    "say in the window what it means and use --mapping.",
)
NO_SUCH_MAPPING = Message(
    Code.BAD_USE, "No columns are remembered as {name}; there are: {near}. The window makes them."
)
NO_IMPORT = Message(Code.REFUSED, "No import of a table stands that could be taken back.")
NO_SUCH_KEY = Message(
    Code.BAD_USE,
    "{key} is not a key of the list {kind}; near it: {near}. See: careteam keys {kind}.",
)
NO_SUCH_LIST = Message(Code.BAD_USE, "There is no list {key}; there are: {near}.")
NO_SUCH_MEASURE = Message(
    Code.BAD_USE, "There is no measure {key}; near it: {near}. See: careteam insights."
)
CONFLICTS = Message(
    Code.REFUSED,
    "Nothing was taken in: what was changed here is told otherwise in the files. {what}. Decide "
    "with --take ours or --take theirs, or one by one in the window.",
)
CALENDAR_WHICH = Message(
    Code.BAD_USE, "Name one patient by MRN, or all of this desk's navigator with --mine."
)
CARDS_WHICH = Message(
    Code.BAD_USE, "Name a patient whose team is meant, or people with --person; not both."
)
NO_SUCH_FILTER = Message(
    Code.BAD_USE, "The list {name} cannot be narrowed by {key}; it can be by: {near}."
)
NO_SUCH_VALUE = Message(Code.BAD_USE, "The filter {key} cannot be {value}; it can be: {near}.")
NO_PATIENT_NAMED = Message(Code.BAD_USE, "The list {name} is about one patient: name the MRN.")
NO_ONE_PATIENT = Message(Code.BAD_USE, "The list {name} is about many patients: leave the MRN out.")
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
WAS_LONG_AGO = Message(
    Code.REFUSED, "--at: This is more than a year ago. If that is right, add --long-ago."
)
NO_PROGRAM = Message(
    Code.REFUSED, "The patient is in no program; enroll them, or name one: --program KEY."
)
NO_HOLDER = Message(
    Code.REFUSED, "Nobody holds this role, so nobody can be replaced; leave --replace out."
)
NO_REASON = Message(Code.BAD_USE, "Say why: --reason KEY, see careteam keys dismiss_reason.")
NO_SUCH_SUGGESTION = Message(
    Code.REFUSED, "No open suggestion of the patient with the MRN {mrn} has the id {id}."
)
NO_SUCH_USER = Message(
    Code.REFUSED, "There is no user {name}; near it: {near}. See: careteam users."
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
PASSWORD_IS_FOR_PDF = Message(
    Code.BAD_USE,
    "Only a PDF can have a password: leave out --password-stdin or the other --format.",
)
NO_LANGUAGE = Message(
    Code.BAD_USE,
    "A paper of the kind {kind} is always in English: leave out --language and --free-text.",
)
NO_FONT = Message(
    Code.REFUSED,
    "No font on this machine can draw {language}: put one into the folder that CARETEAM_FONTS "
    "names, or take --language en.",
)
JSON_WANTS_A_FILE = Message(
    Code.BAD_USE, "With --json the answer stands on standard output: name a file with --out."
)
NOT_THIS_FORM = Message(
    Code.BAD_USE, "A paper of the kind {kind} has no form {form}; take another --format."
)
SUMMARY_WHICH = Message(
    Code.BAD_USE, "Name one patient by MRN, or those of a list with --all or --filter."
)
BATCH_WANTS_A_FOLDER = Message(
    Code.BAD_USE, "Papers of many patients go into a folder: --out FOLDER."
)
NO_SUCH_BATCH_FILTER = Message(
    Code.BAD_USE,
    "{typed} is not a filter; they are KEY=VALUE with the keys {near}; navigator can only be me, "
    "and standing active, closed or all.",
)
NO_SUCH_ACTOR = Message(Code.BAD_USE, "Nobody who uses the program is called {typed}.")
SEVERAL_USERS = Message(Code.BAD_USE, "{typed} may be {near}; name the user by id.")
PDF_WANTS_A_FILE = Message(Code.BAD_USE, "A PDF is written into a file: --out FILE.pdf.")
BAD_WORDS = Message(Code.BAD_USE, "{what}. See: {prog} --help.")

OURS = (
    ONE_TABLE, ABOUT_WHAT, NO_COLUMN, NO_SUCH_MAPPING, NO_IMPORT,
    NO_DATABASE, NO_PASSWORD, DIFFERENT_PASSWORDS, NO_NEW_PASSWORD, NO_RECOVERY_CODE, NO_CLINIC,
    NO_SUCH_FILE,
    NO_FILES, NO_SUCH_KEY, NO_SUCH_LIST, NO_SUCH_SECTION, NO_SUCH_PERSON, SEVERAL_PEOPLE,
    NO_WORKER, STEP_WITHOUT_DAY, NO_PROGRAM, NO_HOLDER, NO_COPY, NO_SUCH_COPY, RESTORE_WHICH,
    NO_REASON,
    NO_SUCH_SUGGESTION, NO_SUCH_USER, RECORD_WHICH, NOT_EMPTY, PASSWORD_IS_FOR_PDF, NO_LANGUAGE,
    NOT_THIS_FORM, SUMMARY_WHICH, BATCH_WANTS_A_FOLDER, NO_SUCH_BATCH_FILTER, NO_FONT,
    JSON_WANTS_A_FILE,
    NO_SUCH_ACTOR,
    SEVERAL_USERS, NO_SUCH_MEASURE, CONFLICTS, CALENDAR_WHICH, CARDS_WHICH, NO_SUCH_FILTER,
    NO_SUCH_VALUE, NO_PATIENT_NAMED, NO_ONE_PATIENT, PDF_WANTS_A_FILE, WAS_LONG_AGO, BAD_WORDS,
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
User name or password is wrong.
Too many wrong tries. The next one is taken in {seconds} s.
Type the code that your device shows.
This code is not the right one, or was used already. Wait for the next one.
This account may not sign in any more. Ask an administrator.
This one-time code has expired. Ask an administrator for a new one.
This file is not the database that belongs to these keys. \
Choose another file, or restore a copy.
The keys in {name} cannot be read. \
Put that file back from beside a copy, or restore a copy.
The database file is damaged. Nothing was changed; restore the last backup.
The first page of {name} is damaged, and without it nothing in the file can be read. \
Restore a copy of it.
A page of {name} is damaged that says where everything lies, and without it nothing in the file \
can be read. Restore a copy of it.
The rescued file did not pass its own check. Choose another folder and try again.
The database is read-only here. Nothing was saved; ask for the right to write to it.
The audit trail is broken, so the database is only read. Nothing was saved; ask a supervisor to \
look at the trail in Settings.
This database is older than the program, and where it is only read it cannot be brought up to \
date. Ask for the right to write to its file and folder.
A password of your own has to be chosen first, and the database is read-only here. Sign in where \
it can be written.
A spare code counts once, and the database is read-only here, so that it could not be crossed \
off. Type the code that your device shows.
The database is read-only here and has a log that was not folded in; there is no room to read \
both elsewhere. Free some space on this machine's disk.
Another program is writing to the database. Nothing was saved; try again in a moment.
{name} is open since {since} {place} by process {process}. \
Close it there, or choose another file.
The disk is full. Nothing was saved and what you typed is kept; free some space.
The disk did not answer. Nothing was saved; check the drive and try again."""
OPENING = tuple(Message(Code.BAD_USE, text) for text in _OPENING.splitlines())
"""What the database says; told here so that the help has it, worded where it is found out."""

NO_ADMINISTRATOR = (
    "There is no administrator of this name. Anybody else asks an administrator for a one-time "
    "code and signs in with it."
)
FOR_SUPERVISORS = (
    "Months of navigation time are locked and reopened by supervisors. Nothing was changed; ask "
    "whoever keeps the users."
)
WORK = tuple(
    Message(Code.REFUSED, text)
    for text in (
        "There is no patient with the MRN {mrn}.",
        "This is the password you have; choose another.",
        "This recovery code is wrong, or was replaced by a newer one.",
        NO_ADMINISTRATOR,
        "A code has {length} letters and digits; this has {found}.",
        "There is a typing mistake in this code; compare it with the paper, group by group.",
        "Users are kept by administrators. Nothing was changed; ask whoever keeps the users.",
        "This account sees no patients. Nothing was changed; ask whoever keeps the users.",
        "There is a user of that name already; names that were used are not used again.",
        "This is the last administrator who may sign in; make another first.",
        "{name} holds this role; replace them or add a backup.",
        "This person holds the role already.",
        "{name} leads the team; one person at most leads.",
        "{name} has left and cannot take a role.",
        "--at: A contact cannot lie in the future; plan a next step.",
        "--minutes: Minutes are a whole number from 0 to 1440.",
        "--minutes: Minutes are a whole number from 1 to 1440.",
        "--at: Time cannot be logged ahead; log it when it is done.",
        f"--at: {LOCKED}",
        FOR_SUPERVISORS,
        "{month} is locked already.",
        "{month} is not locked.",
        "The patient is enrolled like this already.",
        "--note: The note has {length} characters; at most {limit} fit.",
        "--note: The note still asks for {asked}: fill in {place}, or take it out.",
        "--due: The next step cannot be due in the past.",
    )
)
"""What the rules of the clinic refuse; nothing was changed."""
