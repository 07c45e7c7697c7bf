"""The audit trail on the screen: its rows, its check, and the review that is signed off."""
