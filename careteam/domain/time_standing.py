"""What is on file of a patient for the programs: enrolment, consent, initiating visits."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from careteam.domain.navigation_time import ConsentRule, Program, stands_until


@dataclass(frozen=True, slots=True)
class Enrolment:
    """A patient in a program; `ends_on` is the first day on which that no longer stands.

    Who bills and who supervises are directory ids.
    """

    program: str
    starts_on: date
    ends_on: date | None = None
    billing_id: int | None = None
    supervising_id: int | None = None

    def stands_on(self, day: date) -> bool:
        return self.starts_on <= day and (self.ends_on is None or day < self.ends_on)


@dataclass(frozen=True, slots=True)
class Consent:
    """A consent to a program on the day it was given."""

    program: str
    on: date


@dataclass(frozen=True, slots=True)
class Visit:
    """An initiating visit to a program."""

    program: str
    on: date


@dataclass(frozen=True, slots=True)
class Standing:
    """What is on file of a patient for all programs."""

    enrolments: Sequence[Enrolment] = ()
    consents: Sequence[Consent] = ()
    visits: Sequence[Visit] = ()

    def enrolment(self, program: str, day: date) -> Enrolment | None:
        """The enrolment that stands on a day, the latest begun where there are two."""
        found = [one for one in self.enrolments if one.program == program and one.stands_on(day)]
        return max(found, key=lambda one: one.starts_on, default=None)

    def consent(self, program: Program, day: date) -> Consent | None:
        """The newest consent that stands on a day."""
        given = [one for one in self.consents if one.program == program.key and one.on <= day]
        found = [one for one in given if self._stands(program, one, day)]
        return max(found, key=lambda one: one.on, default=None)

    def was_consented(self, program: str, day: date) -> bool:
        """Whether a consent was given up to a day, whether it still stands or not."""
        return any(one.program == program and one.on <= day for one in self.consents)

    def has_begun(self, program: str, day: date) -> bool:
        """Whether the initiating visit was on a day or before it."""
        return any(one.program == program and one.on <= day for one in self.visits)

    def _stands(self, program: Program, consent: Consent, day: date) -> bool:
        if program.consent is ConsentRule.UNTIL_BILLING_CHANGES:
            return len(self._billing_between(program.key, consent.on, day)) <= 1
        until = stands_until(program.consent, consent.on)
        return until is None or day < until

    def _billing_between(self, program: str, first: date, last: date) -> set[int]:
        return {
            one.billing_id
            for one in self.enrolments
            if one.program == program
            and one.billing_id is not None
            and one.starts_on <= last
            and (one.ends_on is None or one.ends_on > first)
        }
