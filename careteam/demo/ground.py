"""What the invented clinic has besides its patients: letterhead, trials, escalation, own lists."""

from sqlmodel import Session

from careteam.demo.depth import Depth
from careteam.domain.letterhead import LetterheadDraft
from careteam.domain.moment import Moment
from careteam.domain.own_lists import SavedFilterDraft
from careteam.domain.rules import Rules
from careteam.domain.trials import TrialDraft, TrialKind
from careteam.storage.reads.rules import read_rules
from careteam.storage.writes.clinical_rules import WatchDraft, save_watch
from careteam.storage.writes.letterhead import save_letterhead
from careteam.storage.writes.own_lists import follow_patient, save_filter
from careteam.storage.writes.trials import add_trial

PAGE = "patients"
LETTERHEAD = LetterheadDraft(
    "400 East River Walk, Floor 6\nNew York, NY 10001",
    "(212) 555-0100",
    "(212) 555-0190",
)


def lay_ground(
    session: Session, depth: Depth, *, moment: Moment, rules: Rules
) -> tuple[dict[str, int], Rules]:
    """Keep letterhead, register of trials and escalation line; the ids by key, and the rules."""
    save_letterhead(session, LETTERHEAD, moment=moment, rules=rules)
    trials = {
        trial.key: add_trial(
            session,
            TrialDraft(
                trial.title,
                TrialKind(trial.kind),
                nct=trial.nct,
                phase=trial.phase,
                site=trial.site,
                contact=trial.contact,
            ),
            moment=moment,
            rules=rules,
        ).made
        or 0
        for trial in depth.trials
    }
    clinical = rules.clinical
    watch = WatchDraft(depth.escalation_line, clinical.silent_days, clinical.waiting_days)
    save_watch(session, watch, moment=moment, rules=rules)
    return trials, read_rules(session)


def keep_own_lists(
    session: Session, depth: Depth, followed_id: int, *, moment: Moment, rules: Rules
) -> None:
    """The filters of whoever works at the desk, and the patient they follow."""
    for kept in depth.filters:
        draft = SavedFilterDraft(PAGE, kept["name"], kept["body"])
        save_filter(session, draft, moment=moment, rules=rules)
    follow_patient(session, followed_id, moment=moment, rules=rules)
