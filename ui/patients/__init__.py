"""Patients as a list and as a form, and the sheets that move them between phases and states."""
