"""The Today list: who is due, in groups by urgency, with the reason each patient is on it."""
