"""A whole report of the audit trail, in words, with the end that the trail had."""

from dataclasses import replace

from sqlmodel import Session

from careteam.domain.access import Action, needs
from careteam.domain.audit_reports import AuditAsked, AuditLine, AuditReport, Sort
from careteam.domain.dates import day_shown, moment_shown
from careteam.domain.moment import Moment
from careteam.domain.rules import Rules
from careteam.domain.summary import digest_of
from careteam.storage.reads.actors import actor_names
from careteam.storage.reads.audit_rows import AuditRow, audit_rows, trail_head
from careteam.storage.reads.rules import read_settings
from careteam.storage.reads.summary import author_of
from careteam.storage.tables import PatientRecord

MOST_ON_PAPER = 5_000
"""So many rows are printed at most, a hundred pages; the rest goes into a table."""
AT_ONCE = 2_000


@needs(Action.REVIEW)
def audit_report(
    session: Session,
    asked: AuditAsked,
    sort: Sort = Sort.AT,
    *,
    moment: Moment,
    rules: Rules,
    is_rising: bool = False,
    most: int | None = None,
) -> AuditReport:
    """Every row that is asked for, at most `most`; the end is read in the same transaction."""
    head = trail_head(session)
    lines: list[AuditLine] = []
    after: AuditRow | None = None
    wanted = None if most is None else most + 1
    while wanted is None or len(lines) < wanted:
        limit = AT_ONCE if wanted is None else min(AT_ONCE, wanted - len(lines))
        page = audit_rows(
            session, asked, sort, moment=moment, rules=rules, is_rising=is_rising, after=after,
            limit=limit,
        )  # fmt: skip
        lines += [line_of(row, moment) for row in page]
        if len(page) < limit:
            break
        after = page[-1]
    clinic = read_settings(session).get("clinic", "")
    author, phone = author_of(session, moment.by)
    report = AuditReport(
        clinic=clinic,
        author=author or clinic,
        author_phone=phone,
        made_at=moment_shown(moment.local(moment.now)),
        made_on_iso=moment.today.isoformat(),
        asked=_asked_words(session, asked, sort),
        head_seq=head.seq,
        head_hash=head.hash,
        lines=tuple(lines[:most]),
        is_cut=most is not None and len(lines) > most,
    )
    return replace(report, digest=digest_of(report))


def line_of(row: AuditRow, moment: Moment) -> AuditLine:
    """A row in words, at the clinic's clock to the second."""
    at = moment.local(row.at)
    patient = f"{row.patient} ({row.mrn})" if row.mrn else ""
    return AuditLine(
        row.seq, f"{moment_shown(at)}:{at:%S}", row.who, row.workstation, row.action, patient,
        row.what,
    )  # fmt: skip


def _asked_words(session: Session, asked: AuditAsked, sort: Sort) -> str:
    words: list[str] = []
    if asked.actor_id is not None:
        names = actor_names(session, (asked.actor_id,))
        words.append(f"user {names.get(asked.actor_id, asked.actor_id)}")
    if asked.patient_id is not None:
        patient = session.get(PatientRecord, asked.patient_id)
        words.append(f"patient MRN {patient.mrn if patient else asked.patient_id}")
    if asked.action:
        words.append(f"action {asked.action}")
    if asked.since is not None:
        words.append(f"from {day_shown(asked.since)}")
    if asked.until is not None:
        words.append(f"to {day_shown(asked.until)}")
    return f"{', '.join(words) or 'everything'}; sorted by {_SORTED[sort]}"


_SORTED = {
    Sort.AT: "time",
    Sort.USER: "user",
    Sort.PATIENT: "patient",
    Sort.ACTION: "action",
}
