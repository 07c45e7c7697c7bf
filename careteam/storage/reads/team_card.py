"""The care-team card of a patient: who holds which role, and how to reach them."""

from dataclasses import replace

from sqlmodel import Session

from careteam.domain.assignments import Rank
from careteam.domain.dates import moment_shown
from careteam.domain.due import NAVIGATOR_ROLE
from careteam.domain.moment import Moment
from careteam.domain.phones import shown
from careteam.domain.rules import Rules
from careteam.domain.summary import digest_of
from careteam.domain.team_card import PAGE, CardLine, TeamCard, dialling
from careteam.storage.reads import summary_lines as lines
from careteam.storage.reads.board import team_board
from careteam.storage.reads.letterhead import letterhead_of
from careteam.storage.reads.patient_form import draft_of
from careteam.storage.reads.patient_page import patient_page
from careteam.storage.reads.rules import read_settings
from careteam.storage.reads.summary import author_of

CLOSED = "When the clinic is closed"


def collect_card(
    session: Session, patient_id: int, *, moment: Moment, rules: Rules, shape: str = PAGE
) -> TeamCard:
    """The card with its digest: the number after hours first, then the board in its order.

    Missing when there is no such patient.
    """
    today = moment.today
    page = patient_page(session, patient_id, today=today, rules=rules)
    draft = draft_of(session, patient_id)
    head = letterhead_of(session)
    clinic = read_settings(session).get("clinic", "")
    author, author_phone = author_of(session, moment.by)
    board = team_board(session, patient_id, today=today, rules=rules)
    after = head.after_hours or head.phone
    first = (CardLine(CLOSED, clinic, after, dialling(after), True),) if after else ()
    card = TeamCard(
        clinic=clinic,
        author=author or clinic,
        author_phone=author_phone,
        made_at=moment_shown(moment.local(moment.now)),
        made_on_iso=today.isoformat(),
        identity=lines.identity_of(page, draft, today=today, rules=rules),
        lines=(
            *first,
            *(
                CardLine(
                    row.role_label,
                    row.person,
                    shown(row.phone) if row.phone else "",
                    dialling(row.phone),
                    row.role == NAVIGATOR_ROLE or row.rank == Rank.LEAD,
                )
                for row in board
                if row.assignment_id is not None
            ),
        ),
        shape=shape or PAGE,
        letterhead=head,
    )
    return replace(card, digest=digest_of(card))
