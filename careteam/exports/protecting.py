"""A PDF that opens with a password only: AES-256, made in memory, nothing on the disk before."""

import io
import secrets

ALPHABET = "abcdefghjkmnpqrstuvwxyz23456789"
"""Without the letters and digits that look alike."""

GROUPS, GROUP = 5, 4
"""Twenty of 31 signs: 99 bits."""


def protected(pdf: bytes, password: str) -> bytes:
    """The PDF with every text, its title and metadata encrypted; screen readers may read it.

    Revision 6 of the standard handler (ISO 32000-2, 7.6.4): AES with a key of 256 bits. The owner's
    password is thrown away, so nobody has more rights than who opens it.
    """
    import pikepdf

    made = io.BytesIO()
    with pikepdf.open(io.BytesIO(pdf)) as document:
        document.save(
            made,
            encryption=pikepdf.Encryption(
                user=password,
                owner=secrets.token_urlsafe(32),
                R=6,
                aes=True,
                metadata=True,
                allow=pikepdf.Permissions(accessibility=True, extract=True),
            ),
        )
    return made.getvalue()


def new_password() -> str:
    """A password that nobody chose, in groups that can be read out: k7mf-q2vd-…"""
    groups = ("".join(secrets.choice(ALPHABET) for _ in range(GROUP)) for _ in range(GROUPS))
    return "-".join(groups)
