"""Staff of other systems find their place in the directory once, and in the care team."""

from datetime import date
from pathlib import Path

from careteam.domain.intake.report import Did, Kind
from careteam.domain.moment import Moment
from careteam.domain.people import PersonDraft
from careteam.storage.reads.board import team_board, team_history
from careteam.storage.store import Store
from careteam.storage.tables import (
    AssignmentRecord,
    PersonRecord,
)
from careteam.storage.writes.people import add_person, amend_person
from tests.imports.resources import (
    NPI,
    coded,
    practitioner,
    team,
    written,
)
from tests.storage.importing import (
    JOIN,
    SKIP,
    ana,
    bring_in,
    count,
    dump,
    member,
    one,
    phone,
    read_in,
    rows,
    told,
    with_npi,
)
from tests.storage.test_kept_columns import kept, plain


def test_the_staff_of_a_patient_who_is_left_out_stay_out_too(
    store: Store, moment: Moment, tmp_path: Path
) -> None:
    alone = practitioner("Alone")
    path = written(
        tmp_path,
        ana(),
        practitioner(),
        alone,
        team(member("bell"), subject={"reference": "Patient/p7"}),
    )
    report = bring_in(store, moment, path, **{"7": SKIP})
    assert [done.did for done in report.patients] == [Did.SKIPPED]
    assert [name for (name,) in rows(store, PersonRecord, "family")] == ["Alone"]
    assert report.is_whole


def test_a_place_that_comes_in_fills_its_role_on_the_board(
    store: Store, moment: Moment, tmp_path: Path
) -> None:
    held = team(
        {**member("bell"), "role": [coded("106328005")]},
        {**member("raman"), "role": [coded("40204001")]},
        subject={"reference": "Patient/p7"},
    )
    path = written(tmp_path, ana(), practitioner(), practitioner("Raman", "Priya"), held)
    (done,) = bring_in(store, moment, path).patients
    assert done.patient_id is not None
    figures = kept(store, done.patient_id)
    assert figures == plain(store, done.patient_id)
    assert figures["filled_count"] == 2


def test_the_first_of_a_role_is_primary_unless_somebody_holds_it(
    store: Store, moment: Moment, tmp_path: Path, patient: int
) -> None:
    role = [coded("446050000")]
    staff = [practitioner(name) for name in ("Bell", "Cole", "Dorn")]
    path = written(
        tmp_path,
        ana("482913", name=[{"family": "Delacruz", "given": ["Maria"]}]),
        *staff,
        team(
            *(member(name, role=role) for name in ("bell", "cole")),
            member("dorn", role=[coded("1", "urn:x", "Herbalist")]),
            subject={"reference": "Patient/p482913"},
        ),
    )
    key = read_in(store, moment, path).patients[0]
    bring_in(store, moment, path, **{key.mrn: JOIN})
    found = rows(store, AssignmentRecord, "role", "rank", "role_text", "known_since")
    assert found == [
        ("nurse_navigator", "primary", "", None),
        ("primary_care", "primary", "", moment.today),
        ("primary_care", "backup", "", moment.today),
        ("other", "primary", "Herbalist", moment.today),
    ]
    board = store.read(team_board, patient, today=moment.today, rules=store.rules)
    assert [line.role_label for line in board if line.role == "other"] == ["Herbalist"]
    history = store.read(team_history, patient, rules=store.rules)
    assert "Herbalist" in [line.role_label for line in history]


def test_somebody_who_left_the_clinic_gets_no_place(
    store: Store, moment: Moment, tmp_path: Path
) -> None:
    draft = PersonDraft("Bell", "Marcus", npi="1245319599", leaves_on=date(2026, 1, 5))
    store.do(add_person, draft, moment=moment, rules=store.rules)
    path = written(
        tmp_path,
        ana(),
        with_npi("1245319599"),
        team(member("bell"), subject={"reference": "Patient/p7"}),
    )
    said = told(store, moment, path)
    assert "Marcus Bell has left the clinic: their place in the care team is left out." in said
    assert count(store, AssignmentRecord) == 0
    assert count(store, PersonRecord) == 1


def test_somebody_of_the_directory_is_found_by_npi_and_keeps_what_was_entered(
    store: Store, moment: Moment, tmp_path: Path
) -> None:
    draft = PersonDraft("Bell", "Marcus", email="bell@here.org", npi="1245319599")
    made = store.do(add_person, draft, moment=moment, rules=store.rules).made
    there = with_npi("1245319599", telecom=[{"system": "email", "value": "bell@there.org"}])
    path = written(tmp_path, there)
    said = told(store, moment, path)
    assert "Told otherwise in the file, but changed here: kept." in said
    assert one(store, PersonRecord, "id", "email", "is_stub") == (made, "bell@here.org", False)
    other = with_npi("1245319599", "Unrelated", given="Zoe")
    other["name"] = [{"family": "Unrelated", "given": ["Zoe"]}]
    bring_in(store, moment, written(tmp_path, other))
    assert count(store, PersonRecord) == 2


def test_somebody_only_named_is_described_by_a_later_file_and_never_the_other_way(
    store: Store, moment: Moment, tmp_path: Path
) -> None:
    reference = {"identifier": {"system": NPI, "value": "1245319599"}, "display": "Dr. Marcus Bell"}
    named = written(
        tmp_path,
        ana(),
        team(
            {"member": {"type": "Practitioner", **reference}}, subject={"reference": "Patient/p7"}
        ),
        name="named.json",
    )
    bring_in(store, moment, named)
    assert one(store, PersonRecord, "family", "is_stub") == ("Dr. Marcus Bell", True)
    bring_in(store, moment, written(tmp_path, with_npi("1245319599"), name="staff.json"))
    assert one(store, PersonRecord, "family", "given", "is_stub") == ("Bell", "Marcus", False)
    before = dump(store)
    bring_in(store, moment, named)
    assert dump(store) == before


def test_a_person_changed_here_stays_and_one_changed_there_follows(
    store: Store, moment: Moment, tmp_path: Path
) -> None:
    path = written(tmp_path, with_npi("1245319599", telecom=[phone("212-555-0130", "work")]))
    bring_in(store, moment, path)
    (person,) = rows(store, PersonRecord, "id")[0]
    draft = PersonDraft("Bell", "Marcus", department="Clinic 4", npi="1245319599")
    store.do(amend_person, person, draft, moment=moment, rules=store.rules)
    before = dump(store)
    bring_in(store, moment, path)
    assert dump(store) == before
    mail = [{"system": "email", "value": "bell@there.org"}]
    report = bring_in(store, moment, written(tmp_path, with_npi("1245319599", telecom=mail)))
    assert report.count_updated(Kind.PERSON) == 1
    assert one(store, PersonRecord, "email", "department") == ("bell@there.org", "Clinic 4")
