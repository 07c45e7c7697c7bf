"""Logging contacts at the side of the page, and reading them in their tab."""
