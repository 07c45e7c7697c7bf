"""The care team of a patient: the role board, and the sheets that change it."""
