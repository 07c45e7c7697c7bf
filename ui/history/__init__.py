"""The history of a record: who did what, and who looked at it."""
