"""A paper about one patient, of any kind, collected as it stands in the database at a moment."""

from collections.abc import Callable, Mapping
from typing import Any

from sqlmodel import Session

from careteam.domain.handing import Leaving
from careteam.domain.kinds import Kind, PaperWish
from careteam.domain.moment import Moment
from careteam.domain.rules import Rules
from careteam.domain.summary import Section
from careteam.domain.treatment_summary import TreatmentSection
from careteam.storage.reads.handoff import collect_handoff
from careteam.storage.reads.patient_summary import collect_patient_summary
from careteam.storage.reads.summary import collect_summary
from careteam.storage.reads.team_card import collect_card
from careteam.storage.reads.treatment_summary import collect_treatment


def collect_paper(
    session: Session, patient_id: int, wish: PaperWish, *, moment: Moment, rules: Rules
) -> Leaving:
    """The tree of the wanted kind with its digest; Missing when there is no such patient."""
    return _COLLECTORS[wish.kind](session, patient_id, wish, moment=moment, rules=rules)


def _clinician(session: Session, patient_id: int, wish: PaperWish, **context: Any) -> Leaving:
    sections = tuple(Section(key) for key in wish.chosen_sections())
    return collect_summary(session, patient_id, sections=sections, since=wish.since, **context)


def _handoff(session: Session, patient_id: int, _wish: PaperWish, **context: Any) -> Leaving:
    return collect_handoff(session, patient_id, **context)


def _patient(session: Session, patient_id: int, wish: PaperWish, **context: Any) -> Leaving:
    return collect_patient_summary(
        session,
        patient_id,
        language=wish.language,
        has_free_text=wish.has_free_text,
        **context,
    )


def _treatment(session: Session, patient_id: int, wish: PaperWish, **context: Any) -> Leaving:
    sections = tuple(TreatmentSection(key) for key in wish.chosen_sections())
    return collect_treatment(session, patient_id, sections=sections, **context)


def _card(session: Session, patient_id: int, wish: PaperWish, **context: Any) -> Leaving:
    return collect_card(session, patient_id, shape=wish.shape, **context)


_COLLECTORS: Mapping[Kind, Callable[..., Leaving]] = {
    Kind.CLINICIAN: _clinician,
    Kind.HANDOFF: _handoff,
    Kind.PATIENT: _patient,
    Kind.TREATMENT: _treatment,
    Kind.CARD: _card,
}
