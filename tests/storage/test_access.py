"""The one gate: every verb says what it is, and runs for exactly the roles that may."""

import ast
import importlib
import inspect
import pkgutil
import re
from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlmodel import Session

from careteam.domain.access import (
    ALLOWED,
    IN_EMERGENCY,
    Action,
    Denied,
    Role,
    Who,
    action_of,
)
from careteam.domain.changes import Changes
from careteam.domain.moment import Moment
from careteam.storage import reads, writes
from careteam.storage.reads.directory import able, able_alone, candidates
from careteam.storage.reads.patient_page import patient_id_of
from careteam.storage.store import Store
from tests.conftest import NOW

ROOT = Path(__file__).resolve().parents[2]
DOORS = {"ui/opening.py", "ui/late.py", "careteam/cli/opening.py"}
"""Where the window and the command line ask before anybody is signed in."""
BEHIND = {"look", "found", "key", "_key", "_engine", "_session"}


def functions_of(package: Any) -> Iterator[Callable[..., Any]]:
    """Every public function of the modules of a package whose first argument is a session."""
    for found in pkgutil.iter_modules(package.__path__):
        module = importlib.import_module(f"{package.__name__}.{found.name}")
        for name, function in vars(module).items():
            if not inspect.isfunction(function) or name.startswith("_"):
                continue
            first = next(iter(inspect.signature(function).parameters), "")
            if function.__module__ == module.__name__ and first == "session":
                yield function


def is_verb(function: Callable[..., Any]) -> bool:
    signature = inspect.signature(function)
    returned = signature.return_annotation
    return {"moment", "rules"} <= set(signature.parameters) and returned in (Changes, "Changes")


def named(function: Callable[..., Any]) -> str:
    return f"{function.__module__.rsplit('.', 1)[1]}.{function.__name__}"


VERBS = sorted(filter(is_verb, functions_of(writes)), key=named)
READS = sorted(functions_of(reads), key=named)


def may(role: Role) -> Who:
    return Who(1_000_000_001, str(role), frozenset({role}))


def is_let_in(ask: Callable[[], object]) -> bool:
    """Whether the gate lets it pass; what is told too little fails behind the gate."""
    try:
        ask()
    except Denied:
        return False
    except TypeError as error:
        return "missing" in str(error)
    return True


def test_every_verb_names_what_it_is() -> None:
    assert len(VERBS) > 100
    nameless = [named(verb) for verb in VERBS if not isinstance(getattr(verb, "needs", 0), Action)]
    assert nameless == []


def test_a_verb_that_names_nothing_never_runs(store: Store, moment: Moment) -> None:
    ran: list[str] = []

    def nameless(session: Session, *, moment: Moment, rules: object) -> Changes:
        ran.append("ran")
        return Changes(frozenset())

    with pytest.raises(TypeError, match="names no action"):
        store.do(nameless, moment=moment, rules=store.rules)
    assert ran == []


@pytest.mark.parametrize("role", Role)
def test_a_verb_runs_for_exactly_the_roles_that_may(
    store: Store, moment: Moment, role: Role
) -> None:
    rules = store.rules
    store.who = may(role)
    let_in = {
        named(verb)
        for verb in VERBS
        if is_let_in(lambda verb=verb: store.do(verb, moment=moment, rules=rules))
    }
    assert let_in == {named(verb) for verb in VERBS if action_of(verb) in ALLOWED[role]}


@pytest.mark.parametrize("role", Role)
def test_a_read_answers_exactly_the_roles_that_may(store: Store, role: Role) -> None:
    store.who = may(role)
    let_in = {named(read) for read in READS if is_let_in(lambda read=read: store.read(read))}
    assert let_in == {
        named(read)
        for read in READS
        if getattr(read, "needs", Action.SEE_PATIENTS) in ALLOWED[role]
    }


@pytest.mark.parametrize("action", Action)
@pytest.mark.parametrize("role", Role)
def test_what_is_denied_has_run_nothing(
    store: Store, moment: Moment, role: Role, action: Action
) -> None:
    ran: list[Action] = []

    def verb(session: Session, *, moment: Moment, rules: object) -> Changes:
        ran.append(action)
        return Changes(frozenset())

    verb.needs = action  # type: ignore[attr-defined]
    rules = store.rules
    store.who = may(role)
    is_allowed = is_let_in(lambda: store.do(verb, moment=moment, rules=rules))
    assert is_allowed is (action in ALLOWED[role])
    assert ran == [action] * is_allowed


def test_a_read_that_names_nothing_is_refused_to_an_administrator(store: Store) -> None:
    def nameless(session: Session) -> str:
        return "a patient"

    store.who = may(Role.ADMINISTRATOR)
    with pytest.raises(Denied, match="sees no patients"):
        store.read(nameless)
    store.who = may(Role.READER)
    assert store.read(nameless) == "a patient"


def test_nobody_signed_in_reads_and_writes_nothing(store: Store, moment: Moment) -> None:
    rules = store.rules
    store.who = None
    for read in READS:
        assert not is_let_in(lambda read=read: store.read(read)), named(read)
    for verb in VERBS:
        ask = lambda verb=verb: store.do(verb, moment=moment, rules=rules)  # noqa: E731
        assert not is_let_in(ask), named(verb)


def test_emergency_access_lets_in_until_it_ends_and_not_a_moment_longer(store: Store) -> None:
    until = NOW + timedelta(minutes=60)
    store.who = Who(1, "reader", frozenset({Role.READER}), emergency_until=until)
    for action in IN_EMERGENCY:
        store.authorize(action, until - timedelta(microseconds=1))
    for late in (until, until + timedelta(days=1)):
        with pytest.raises(Denied):
            store.authorize(Action.CARE, late)
    with pytest.raises(Denied):
        store.authorize(Action.CARE)
    store.clock = lambda: NOW
    store.authorize(Action.CARE)


def test_an_administrator_keeps_people_and_sees_no_patient(store: Store, patient: int) -> None:
    store.who = may(Role.ADMINISTRATOR)
    (row,) = store.read(able_alone, ("nurse_navigator",), NOW.date())
    assert row.patients is None
    with pytest.raises(Denied):
        store.read(candidates, "nurse_navigator", NOW.date())
    with pytest.raises(Denied):
        store.read(able, ("nurse_navigator",), NOW.date())
    with pytest.raises(Denied):
        store.read(patient_id_of, "482913")


@pytest.mark.parametrize("folder", ["ui", "careteam/cli"])
def test_nothing_but_the_door_goes_behind_the_gate(folder: str) -> None:
    behind = []
    for path in sorted((ROOT / folder).rglob("*.py")):
        place = path.relative_to(ROOT).as_posix()
        if place in DOORS:
            continue
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Attribute) and node.attr in BEHIND:
                of = ast.unparse(node.value)
                if re.search(r"(^|[._])(store|own)(\(\))?$", of):
                    behind.append(f"{place}:{node.lineno} {of}.{node.attr}")
    assert behind == []
