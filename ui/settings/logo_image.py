"""A picture that somebody chose becomes the clinic's logo: read whole, made small, kept as PNG."""

import base64
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize, Qt
from PySide6.QtGui import QImageReader, QImageWriter

from careteam.domain.errors import Refused, Unavailable
from careteam.domain.letterhead import LEAST_PIXELS, MOST_BYTES, MOST_PIXELS

KEPT = QSize(880, 224)
"""Twice as fine as the largest that papers print it."""
FORMATS = (b"png", b"jpeg")


def logo_of(path: Path) -> str:
    """The picture as PNG in Base64, without anything but its pixels.

    Refused for what is no PNG or JPEG of a sane size and at most 200 kB; Unavailable when the file
    cannot be read.
    """
    try:
        with path.open("rb") as file:
            data = file.read(MOST_BYTES + 1)
    except OSError as error:
        raise Unavailable(f"{path.name} cannot be read. Choose another file.") from error
    if len(data) > MOST_BYTES:
        raise Refused.at("logo", "The logo has more than 200 kB. Choose a smaller picture.")
    source = QBuffer()
    source.setData(QByteArray(data))
    source.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(source)
    reader.setDecideFormatFromContent(True)
    size = reader.size()
    if bytes(reader.format().data()) not in FORMATS or not size.isValid():
        raise Refused.at("logo", "This is not a picture. Choose a PNG or JPEG file.")
    sides = (size.width(), size.height())
    if min(sides) < LEAST_PIXELS or max(sides) > MOST_PIXELS:
        raise Refused.at("logo", "A logo is 16 to 4,000 pixels wide and high.")
    if size.width() > KEPT.width() or size.height() > KEPT.height():
        reader.setScaledSize(size.scaled(KEPT, Qt.AspectRatioMode.KeepAspectRatio))
    image = reader.read()
    if image.isNull():
        raise Refused.at("logo", "This is not a picture. Choose a PNG or JPEG file.")
    for key in image.textKeys():
        image.setText(key, "")
    made = QBuffer()
    made.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(made, QByteArray(b"png")).write(image)
    return base64.b64encode(made.data().data()).decode("ascii")
