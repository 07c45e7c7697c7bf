"""Two windows that write at once: each reads what is there, and writes what follows from it."""

from dataclasses import dataclass
from pathlib import Path

from sqlmodel import Session

from careteam.domain.access import Action, needs
from careteam.domain.changes import Changes
from careteam.domain.moment import Moment
from careteam.domain.rules import Rules
from careteam.storage.reads.rules import read_settings
from careteam.storage.writes.settings import set_setting
from tests.reliability.clinic import MOMENT, Clinic, content, log_one
from tests.reliability.yard import Yard, ended

COUNT = "count"
CONTACT_EVERY = 10


@dataclass(frozen=True, slots=True)
class Together:
    """What was found: changes that were acknowledged, and how many of them are missing."""

    changes: int
    lost: int
    contacts: int
    lost_contacts: int


def write_together(
    yard: Yard, clinic: Clinic, folder: Path, *, windows: int = 2, times: int = 200
) -> Together:
    """Let several processes count one number up, and log a contact now and then."""
    laid = clinic.laid(folder / "together")
    before = content(laid.path, laid.key).counted
    processes = [yard.begin(count_up, laid, times) for _ in range(windows)]
    for process in processes:
        assert ended(process) == 0
    contacts = windows * (times // CONTACT_EVERY)
    lost_contacts = before + contacts - content(laid.path, laid.key).counted
    store = laid.open()
    counted = int(store.read(read_settings)[COUNT])
    store.close()
    return Together(windows * times, windows * times - counted, contacts, lost_contacts)


def count_up(clinic: Clinic, times: int) -> None:
    """One window: so many times read, add one, write."""
    store = clinic.open()
    rules = store.rules
    for number in range(times):
        store.do(one_more, moment=MOMENT, rules=rules)
        if number % CONTACT_EVERY == 0:
            log_one(store, clinic.patient)
    store.close()


@needs(Action.OWN)
def one_more(session: Session, *, moment: Moment, rules: Rules) -> Changes:
    """A verb that reads before it writes."""
    counted = int(read_settings(session).get(COUNT, "0"))
    return set_setting(session, COUNT, str(counted + 1), moment=moment, rules=rules)
