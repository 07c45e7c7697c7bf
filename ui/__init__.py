"""What is seen: pages, forms and the window, in Qt Widgets."""

import builtins

import PySide6.QtCore

# PySide looks through the source of every module that is imported after it, for the sake of
# `__feature__`, which nothing here uses (docs/decisions/050-imports-without-a-look.md).
assert PySide6.QtCore  # noqa: S101 - imported for its effect
builtins.__import__ = getattr(builtins, "__orig_import__", builtins.__import__)
