"""Referrals of a patient, and deciding on suggestions: the section, its acts and their sheets."""
