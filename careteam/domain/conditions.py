"""The conditions of trigger rules: `mst >= 2 and age >= 18`, read without running any code."""

import ast
import operator
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from careteam.domain.errors import Refused

Fact = float | int | str | bool
Facts = Mapping[str, Fact]

_COMPARE: dict[type[ast.cmpop], tuple[str, Callable[[Any, Any], bool]]] = {
    ast.GtE: (">=", operator.ge),
    ast.Gt: (">", operator.gt),
    ast.LtE: ("<=", operator.le),
    ast.Lt: ("<", operator.lt),
    ast.Eq: ("==", operator.eq),
    ast.NotEq: ("!=", operator.ne),
}


@dataclass(frozen=True, slots=True)
class Test:
    """One test of a condition: a fact alone, or a fact against a number or a word."""

    __test__ = False

    fact: str
    sign: str = ""
    value: Fact = True

    def holds(self, facts: Facts) -> bool:
        """Whether the fact is known and stands the test; words and numbers are never compared."""
        found = facts.get(self.fact)
        if found is None:
            return False
        if not self.sign:
            return bool(found)
        if isinstance(found, str) != isinstance(self.value, str):
            return False
        compare = next(run for sign, run in _COMPARE.values() if sign == self.sign)
        return compare(found, self.value)


@dataclass(frozen=True, slots=True)
class Condition:
    """Tests joined by `and` (`is_all`) or by `or`."""

    parts: "tuple[Test | Condition, ...]"
    is_all: bool

    def tests(self) -> Iterator[Test]:
        """Every test, in the order in which they are written."""
        for part in self.parts:
            yield from (part,) if isinstance(part, Test) else part.tests()

    def holds(self, facts: Facts) -> bool:
        """Whether the whole condition holds."""
        found = (part.holds(facts) for part in self.parts)
        return all(found) if self.is_all else any(found)

    def held(self, facts: Facts) -> tuple[Test, ...]:
        """The tests that hold, when the whole condition does; else none."""
        if not self.holds(facts):
            return ()
        found: list[Test] = []
        for part in self.parts:
            if isinstance(part, Condition):
                found += part.held(facts)
            elif part.holds(facts):
                found.append(part)
        return tuple(found)


def parse(text: str) -> Condition:
    """Read a condition; Refused at `condition` with a sentence when it cannot be read.

    Facts are names, numbers are written plainly, words stand without quotes after `==` or `!=`.
    """
    try:
        tree = ast.parse(text.strip(), mode="eval").body
    except (SyntaxError, ValueError, RecursionError, MemoryError) as error:
        raise _unreadable(text) from error
    return _joined(tree, text)


def _joined(node: ast.expr, text: str) -> Condition:
    if isinstance(node, ast.BoolOp):
        parts = tuple(
            _joined(part, text) if isinstance(part, ast.BoolOp) else _test(part, text)
            for part in node.values
        )
        return Condition(parts, isinstance(node.op, ast.And))
    return Condition((_test(node, text),), is_all=True)


def _test(node: ast.expr, text: str) -> Test:
    if isinstance(node, ast.Name):
        return Test(node.id)
    if isinstance(node, ast.Compare) and len(node.ops) == 1 and isinstance(node.left, ast.Name):
        sign = _COMPARE.get(type(node.ops[0]))
        value = node.comparators[0]
        if sign and isinstance(value, ast.Constant) and isinstance(value.value, int | float):
            return Test(node.left.id, sign[0], value.value)
        if sign and isinstance(value, ast.Name) and sign[0] in ("==", "!="):
            return Test(node.left.id, sign[0], value.id)
    raise _unreadable(text)


def _unreadable(text: str) -> Refused:
    return Refused.at(
        "condition",
        "“{text}” is not a condition; write it as: mst >= 2 and age >= 18.",
        text=text[:80],
    )
