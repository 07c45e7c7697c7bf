"""The list of patients is read in the order of names, a page at a time, through an index."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from sqlalchemy import ClauseElement
from sqlmodel import Session

from careteam.domain.access import Action, needs
from careteam.domain.assignments import AssignmentDraft
from careteam.domain.contacts import ContactDraft, NextStep
from careteam.domain.dates import PartialDate
from careteam.domain.due import Urgency
from careteam.domain.moment import Moment
from careteam.domain.patients import Alert, PatientDraft, Status, StatusDraft
from careteam.domain.phones import Phone
from careteam.storage.reads.patient_filter import (
    MOST_FOUND,
    PatientFilter,
    Standing,
    find_conditions,
)
from careteam.storage.reads.patients import (
    COUNT_UP_TO,
    PAGE,
    PatientRow,
    count_patients,
    first_patients,
    list_patients,
    page_query,
)
from careteam.storage.reads.today import due_rows
from careteam.storage.store import Store
from careteam.storage.writes.assignments import assign
from careteam.storage.writes.contacts import log_contact
from careteam.storage.writes.patients import register_patient, set_status


def register(store: Store, moment: Moment, draft: PatientDraft) -> int:
    made = store.do(register_patient, draft, moment=moment, rules=store.rules).made
    assert made is not None
    return made


def close(store: Store, moment: Moment, patient: int, status: Status) -> None:
    draft = StatusDraft(status, date(2026, 11, 12), "as the family told us")
    store.do(set_status, patient, draft, moment=moment, rules=store.rules)


def rows_of(store: Store, moment: Moment, asked: PatientFilter) -> tuple[PatientRow, ...]:
    return store.read(list_patients, asked, moment=moment, rules=store.rules)


def names_of(store: Store, moment: Moment, asked: PatientFilter) -> list[str]:
    return [row.name for row in rows_of(store, moment, asked)]


@pytest.fixture
def clinic(store: Store, moment: Moment, patient: int) -> dict[str, int]:
    """DELACRUZ with a navigator, and four others without."""
    drafts = {
        "luisa": PatientDraft(
            "514010", "Ferreira", "Luísa", birth_date=PartialDate(1969, 7, 30), language="pt"
        ),
        "chidi": PatientDraft("500342", "Ábara", "Chidi", subtype="t_all", phase="consolidation",
                              phase_since=date(2026, 10, 21)),
        "joon": PatientDraft("505561", "Park", "Joon-ho", alerts=(Alert("neutropenic"),)),
        "denise": PatientDraft("511298", "Wright", "Denise", phones=(Phone("(646) 555-0177"),)),
    }  # fmt: skip
    made = {name: register(store, moment, draft) for name, draft in drafts.items()}
    close(store, moment, made["joon"], Status.TRANSFERRED)
    return {**made, "maria": patient}


def test_a_row_says_what_its_columns_show(
    store: Store, moment: Moment, patient: int, navigator: int
) -> None:
    step = NextStep("Call back", moment.today, "14:00", owner_role="nurse_navigator")
    store.do(
        log_contact,
        ContactDraft(
            patient_id=patient,
            role="nurse_navigator",
            person_id=navigator,
            mode="phone",
            outcome="reached_patient",
            at=moment.now - timedelta(days=1),
            minutes=12,
            next_step=step,
        ),
        moment=moment,
        rules=store.rules,
    )
    [row] = rows_of(store, moment, PatientFilter())
    assert (row.name, row.mrn) == ("DELACRUZ, Maria", "482913")
    assert row.born == "14-Mar-1981 (45 y)"
    assert row.diagnosis == "B-ALL, BCR::ABL1 (Ph+)"
    assert row.phase == "Induction · day 12"
    assert (row.filled, row.declined) == (1, 0)
    assert row.missing > 5
    assert row.last_contact == "19 Nov"
    assert (row.due, row.urgency) == ("Today 14:00", Urgency.TODAY)


def test_names_stand_in_order_whatever_their_accents(
    store: Store, moment: Moment, clinic: dict[str, int]
) -> None:
    assert names_of(store, moment, PatientFilter()) == [
        "ÁBARA, Chidi",
        "DELACRUZ, Maria",
        "FERREIRA, Luísa",
        "WRIGHT, Denise",
    ]


@pytest.mark.parametrize(
    ("asked", "names"),
    [
        (PatientFilter(typed="MARIA"), ["DELACRUZ, Maria"]),
        (PatientFilter(typed="luisa"), ["FERREIRA, Luísa"]),
        (PatientFilter(typed="fe"), ["FERREIRA, Luísa"]),
        (PatientFilter(typed="Ferreira, L"), ["FERREIRA, Luísa"]),
        (PatientFilter(typed="0342"), ["ÁBARA, Chidi"]),
        (PatientFilter(typed="14-Mar-1981"), ["DELACRUZ, Maria"]),
        (PatientFilter(typed="7/30/1969"), ["FERREIRA, Luísa"]),
        (PatientFilter(typed="646-555-0177"), ["WRIGHT, Denise"]),
        (PatientFilter(typed="(212) 555-0148"), ["DELACRUZ, Maria"]),
        (PatientFilter(typed="100%_"), []),
        (PatientFilter(typed="zzz"), []),
        (PatientFilter(phase="consolidation"), ["ÁBARA, Chidi"]),
        (PatientFilter(subtype="t_all"), ["ÁBARA, Chidi"]),
        (PatientFilter(language="pt"), ["FERREIRA, Luísa"]),
        (PatientFilter(alert="neutropenic"), []),
        (PatientFilter(alert="neutropenic", standing=Standing.ALL), ["PARK, Joon-ho"]),
        (PatientFilter(standing=Standing.CLOSED), ["PARK, Joon-ho"]),
        (PatientFilter(standing=Standing.CLOSED, typed="joon"), ["PARK, Joon-ho"]),
        (PatientFilter(standing=Standing.ALL, phase="consolidation"), ["ÁBARA, Chidi"]),
        (PatientFilter(phase="consolidation", language="pt"), []),
    ],
)
def test_what_is_typed_and_chosen_narrows_the_list(
    store: Store, moment: Moment, clinic: dict[str, int], asked: PatientFilter, names: list[str]
) -> None:
    assert names_of(store, moment, asked) == names
    page = store.read(first_patients, asked, moment=moment, rules=store.rules)
    assert [row.name for row in page.rows] == names
    assert (page.count.patients, page.count.is_more) == (len(names), False)
    assert store.read(count_patients, asked, moment=moment) == page.count


@pytest.mark.parametrize(
    ("typed", "names"),
    [
        ("", ["DELACRUZ, Maria"]),
        ("ari", ["DELACRUZ, Maria"]),
        ("wright", []),
        ("ma", ["DELACRUZ, Maria"]),
        ("ar", []),
    ],
)
def test_mine_are_those_whose_navigator_i_am(
    store: Store,
    moment: Moment,
    clinic: dict[str, int],
    navigator: int,
    typed: str,
    names: list[str],
) -> None:
    assert names_of(store, moment, PatientFilter(navigator, typed=typed)) == names
    asked = PatientFilter(navigator, phase="induction", typed=typed)
    assert names_of(store, moment, asked) == names
    assert names_of(store, moment, PatientFilter(navigator, phase="consolidation")) == []


def test_pages_follow_each_other_without_loss_also_among_namesakes(
    store: Store, moment: Moment
) -> None:
    for number in range(PAGE * 2 + 3):
        name = "Smith" if number % 3 else f"Adams {number:03}"
        register(store, moment, PatientDraft(f"7{number:03}", name, "Ann"))
    seen: list[PatientRow] = []
    while True:
        after = seen[-1] if seen else None
        page = store.read(
            list_patients, PatientFilter(), moment=moment, rules=store.rules, after=after
        )
        seen += page
        if len(page) < PAGE:
            break
    assert len({row.id for row in seen}) == len(seen) == PAGE * 2 + 3
    assert [(row.key, row.id) for row in seen] == sorted((row.key, row.id) for row in seen)


@pytest.mark.parametrize("status", [status for status in Status if status is not Status.ACTIVE])
def test_a_patient_who_is_not_active_is_due_nowhere(
    store: Store, moment: Moment, patient: int, navigator: int, status: Status
) -> None:
    step = NextStep("Call back", moment.today, owner_role="nurse_navigator")
    contact = ContactDraft(patient, "nurse_navigator", "phone", "no_answer", moment.now)
    store.do(log_contact, replace(contact, next_step=step), moment=moment, rules=store.rules)
    close(store, moment, patient, status)
    assert store.read(due_rows, today=moment.today, rules=store.rules) == ()
    assert rows_of(store, moment, PatientFilter()) == ()
    [row] = rows_of(store, moment, PatientFilter(standing=Standing.CLOSED))
    assert (row.due, row.status, row.status_on) == ("—", status, date(2026, 11, 12))


def plan_of(store: Store, asked: PatientFilter) -> list[str]:
    def explain(session: Session) -> list[str]:
        query = page_query(asked, find_conditions(session, asked), None, PAGE)
        assert isinstance(query, ClauseElement)
        connection = session.connection()
        sql = query.compile(connection, compile_kwargs={"literal_binds": True})
        return [row[3] for row in connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {sql}")]

    return store.read(explain)


@pytest.mark.parametrize(
    ("asked", "index"),
    [
        (PatientFilter(), "patient_all (status=?)"),
        (PatientFilter(typed="d"), "patient_all (status=? AND name_key>? AND name_key<?)"),
        (PatientFilter(5), "patient_mine (navigator_id=? AND status=?)"),
        (PatientFilter(5, typed="maria"), "patient_mine (navigator_id=? AND status=?)"),
        (PatientFilter(5, phase="induction"), "patient_mine (navigator_id=? AND status=?)"),
        (PatientFilter(phase="induction"), "patient_phase (phase=? AND status=?)"),
        (PatientFilter(subtype="t_all"), "patient_subtype (subtype=? AND status=?)"),
        (PatientFilter(language="es"), "patient_language (language=? AND status=?)"),
        (PatientFilter(standing=Standing.CLOSED), "patient_all (status=?)"),
        (PatientFilter(standing=Standing.ALL), "patient_name"),
        (PatientFilter(alert="isolation"), "patient_all (status=?)"),
    ],
)
def test_a_page_is_walked_in_an_index_and_never_sorted(
    store: Store, patient: int, asked: PatientFilter, index: str
) -> None:
    plan = plan_of(store, asked)
    assert not any("TEMP B-TREE" in step for step in plan)
    walked = [step for step in plan if "patient USING" in step and "alert" not in step]
    assert walked
    assert all(step.endswith(f"INDEX {index}") for step in walked), plan


@pytest.mark.parametrize("typed", ["maria", "ma", "de"])
def test_a_few_hits_of_a_search_are_looked_up_one_by_one(
    store: Store, patient: int, typed: str
) -> None:
    assert "SEARCH patient USING INTEGER PRIMARY KEY (rowid=?)" in plan_of(
        store, PatientFilter(typed=typed)
    )


def test_words_that_fit_too_many_find_the_names_that_begin_so(store: Store, moment: Moment) -> None:
    for number in range(MOST_FOUND + 2):
        register(store, moment, PatientDraft(f"7{number:03}", f"Adams {number:03}", "Smith"))
    register(store, moment, PatientDraft("9", "Smith", "Zoe"))
    found = store.read(
        first_patients, PatientFilter(typed="smith"), moment=moment, rules=store.rules
    )
    assert [row.name for row in found.rows] == ["SMITH, Zoe"]
    assert found.count.is_more
    many = store.read(first_patients, PatientFilter(typed="dams"), moment=moment, rules=store.rules)
    assert len(many.rows) == PAGE
    assert (many.count.patients, many.count.is_more) == (MOST_FOUND, True)


def test_the_count_stops_where_nobody_counts_any_more(store: Store, moment: Moment) -> None:
    from careteam.domain.changes import Changes
    from careteam.storage.tables import PatientRecord

    @needs(Action.OWN)
    def many(session: Session, *, moment: Moment) -> Changes:
        session.add_all(
            PatientRecord(external_id=f"x{n}", mrn=f"{n}", family="A", name_key="a",
                          created_at=moment.now, updated_at=moment.now)
            for n in range(COUNT_UP_TO + 5)
        )  # fmt: skip
        session.flush()
        return Changes(frozenset())

    store.do(many, moment=moment)
    count = store.read(count_patients, PatientFilter(), moment=moment)
    assert (count.patients, count.is_more) == (COUNT_UP_TO, True)


def test_an_assignment_due_in_days_stands_as_its_day(
    store: Store, moment: Moment, patient: int, navigator: int
) -> None:
    [row] = rows_of(store, moment, PatientFilter())
    assert (row.due, row.urgency) == ("8 days late", Urgency.OVERDUE)
    other = register(store, moment, PatientDraft("1", "Vale", "Uma"))
    store.do(
        assign,
        AssignmentDraft(other, "nurse_navigator", navigator, starts_on=moment.today),
        moment=moment,
        rules=store.rules,
    )
    assert rows_of(store, moment, PatientFilter(typed="vale"))[0].due == "Tue 24"
