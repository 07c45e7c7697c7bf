"""Writes everything that a generated clinic keeps into a folder, and says what it took.

`python -m bench.leaving DATABASE` prints one line of JSON: rows, megabytes, seconds of the
processor, and by how much the most memory that the process ever had grew while it wrote.
"""

import json
import resource
import sys
import tempfile
import time
from pathlib import Path

from bench import PASSPHRASE
from bench.patients import NOW
from careteam.domain.accounts import FIRST_USER
from careteam.domain.disclosures import Handed
from careteam.domain.moment import Moment
from careteam.outgoing.everything import write_everything
from careteam.storage.signing_in import Credentials, sign_in

MIB = 1024


def main(database: Path) -> None:
    """Measure once; nothing is registered, so that the database stays as it is."""
    store = sign_in(database, Credentials(FIRST_USER, PASSPHRASE), now=NOW)
    before = most_kib()
    start = time.process_time()
    with tempfile.TemporaryDirectory(prefix="careteam-bench-", dir=database.parent) as place:
        folder = Path(place) / "all"
        written = write_everything(
            store, folder, Handed("bench"), lambda _draft: None, moment=Moment.at(NOW)
        )
        seconds = time.process_time() - start
        size = sum(path.stat().st_size for path in folder.iterdir())
    store.close()
    told = {
        "rows": written.rows if written else 0,
        "megabytes": round(size / 1e6),
        "seconds": round(seconds, 1),
        "memory_before_mib": before // MIB,
        "memory_grew_mib": (most_kib() - before) // MIB,
    }
    print(json.dumps(told))


def most_kib() -> int:
    """The most resident memory that this process ever had."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss


if __name__ == "__main__":
    main(Path(sys.argv[1]))
