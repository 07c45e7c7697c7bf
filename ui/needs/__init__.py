"""The Needs tab: screening, barriers to care, red flags, and how a patient wants to be met."""

RED_FLAG_KEYS = "Ctrl+Shift+R"
"""Raises a red flag from anywhere on a patient; the window asks before the tab is made."""
