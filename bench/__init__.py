"""Measures the real program on generated clinics; `python -m bench --help` tells how."""

PASSPHRASE = "benchmark"  # noqa: S105 - generated people only
