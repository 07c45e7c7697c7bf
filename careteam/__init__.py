"""Careteam coordinates the care team of people with acute lymphoblastic leukemia."""

__version__ = "0.3.0"
