"""Bringing files of other systems in: choose, check, import, and what became of it."""
