"""Somebody who saves contacts without end, and says of each that it was saved."""

from multiprocessing.connection import Connection

from careteam.storage import engine
from tests.reliability.clinic import Clinic, log_one

ANCHORED_EVERY = 20


def save_contacts(clinic: Clinic, count: int, said: Connection, synchronous: str = "") -> None:
    """Save contacts by the window's verb; each id goes into the pipe once it is acknowledged.

    Another value of `synchronous` than the program's own is for showing that a loss is found.
    """
    if synchronous:
        engine.PRAGMAS = (*engine.PRAGMAS, f"synchronous={synchronous}")
    store = clinic.open()
    for number in range(1, count + 1):
        said.send_bytes(str(log_one(store, clinic.patient)).encode())
        if number % ANCHORED_EVERY == 0:
            store.anchor()
    store.close()
