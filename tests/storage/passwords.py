"""What the tests of keys share: two passwords, a user, and acts that are made to fail."""

from collections.abc import Callable
from typing import Any

import pytest

from careteam.domain.access import Role
from careteam.domain.accounts import AccountDraft
from careteam.domain.errors import Unavailable

OLD, NEW = "harbor violet timber 63", "glacier pepper window 17"


JOAN = AccountDraft("joan", frozenset({Role.NAVIGATOR}))


Opens = Callable[[str, str], bool]


def fail_at(monkeypatch: pytest.MonkeyPatch, owner: Any, name: str, nth: int) -> list[int]:
    """Let the nth call fail before it does anything; the calls are counted in what it gives."""
    whole, calls = getattr(owner, name), [0]

    def failing(*args: Any, **kwargs: Any) -> Any:
        calls[0] += 1
        if calls[0] == nth:
            raise Unavailable("The disk is full.")
        return whole(*args, **kwargs)

    monkeypatch.setattr(owner, name, failing)
    return calls
