"""How long the passphrase of a database has to be."""

LEAST_CHARACTERS = 15
"""NIST SP 800-63B-4: at least 15 characters where a passphrase is all that is asked for."""
