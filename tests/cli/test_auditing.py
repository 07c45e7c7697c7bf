"""`careteam verify` says whether the audit trail is whole, by sentence and by exit code."""

import json

from careteam.storage.engine import connect
from careteam.storage.store import Store
from tests.cli.conftest import Typed


def test_a_whole_trail_is_told_with_its_rows(typed: Typed, clinic: Store) -> None:
    clinic.close()
    said = typed("verify")
    assert said.code == 0
    assert said.out.startswith("The audit trail is whole: ")
    told = json.loads(typed("verify", "--json").out)
    assert (told["sound"], told["anchored"], told["broken"]) == (True, True, None)


def test_the_history_of_a_record_is_told_newest_first(typed: Typed, clinic: Store) -> None:
    clinic.close()
    assert typed("phase", "482913", "consolidation").code == 0
    said = typed("history", "482913")
    assert said.code == 0
    assert "changed the registration – the phase from" in said.out
    told = json.loads(typed("history", "482913", "--json").out)["history"]
    assert [row["seq"] for row in told] == sorted((row["seq"] for row in told), reverse=True)
    assert told[-1]["what"] == "added the registration"


def test_a_broken_trail_names_its_row_and_fails(typed: Typed, clinic: Store) -> None:
    clinic.close()
    raw = connect(clinic.path, clinic.key)
    raw.execute("DROP TRIGGER audit_stays_update")
    raw.execute("UPDATE audit SET workstation = 'elsewhere' WHERE seq = 12")
    raw.close()
    said = typed("verify")
    assert (said.code, said.out) == (1, "Row 12 of the audit trail was changed.\n")
    told = json.loads(typed("verify", "--json").out)
    assert told["broken"]["row"] == 12


def test_a_broken_trail_lets_nothing_be_written_until_it_is_accepted(
    typed: Typed, clinic: Store
) -> None:
    clinic.close()
    raw = connect(clinic.path, clinic.key)
    raw.execute("DROP TRIGGER audit_stays_update")
    raw.execute("UPDATE audit SET workstation = 'elsewhere' WHERE seq = 12")
    raw.close()
    said = typed("phase", "482913", "consolidation")
    assert said.code == 2
    assert "Row 12 of the audit trail was changed." in said.err
    assert "The audit trail is broken, so the database is only read." in said.err
    assert typed("patients").code == 0
    assert typed("verify", "--accept", "because").code != 0
    said = typed("verify", "--accept", "The disk was repaired by hand.")
    assert said.code == 0
    assert "accepted by a supervisor: Row 12 of the audit trail was changed." in said.out
    told = json.loads(typed("verify", "--json").out)
    assert (told["sound"], len(told["accepted"])) == (True, 1)
    assert typed("phase", "482913", "consolidation").code == 0
