"""The Needs tab: screening, barriers to care, red flags, and how a patient wants to be met."""
