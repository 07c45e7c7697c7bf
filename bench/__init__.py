"""Measures the real program on generated clinics; `python -m bench --help` tells how."""
