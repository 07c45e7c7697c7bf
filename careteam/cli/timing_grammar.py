"""The grammar of `careteam time`: a month is read, time is logged, months are locked."""

from careteam.cli.grammar import Commands, command, number, with_json


def add_timing(commands: Commands) -> None:
    """Add time, with what can be done about it."""
    about = "tell a month of navigation time, and what is missing before it counts"
    month = command(commands, "time", "timing", "month", about)
    month.add_argument("--month", metavar="2026-11", help="default the running month")
    month.add_argument("--program", default="", metavar="KEY", help="see: careteam keys programs")
    month.add_argument("--mine", action="store_true", help="only this desk's navigator's patients")
    with_json(month)
    kinds = month.add_subparsers(title="what", metavar="WHAT", required=False)
    log = command(kinds, "log", "timing", "log", "log work that was no contact")
    log.add_argument("mrn", metavar="MRN")
    log.add_argument("--activity", required=True, metavar="KEY", help="see: keys time_activity")
    log.add_argument("--minutes", required=True, type=number, metavar="N")
    log.add_argument("--note", required=True, metavar="TEXT", help="- reads standard input")
    log.add_argument("--work", default="other", metavar="KEY", help="see: careteam keys time_work")
    log.add_argument("--program", default="", metavar="KEY", help="default the patient's own")
    log.add_argument("--at", metavar="WHEN", help="22-Nov-2026 09:41, yesterday 16:20; now")
    log.add_argument("--long-ago", action="store_true", help="--at may be over a year ago")
    enrol = command(kinds, "enroll", "timing", "enroll", "enroll a patient in a program")
    enrol.add_argument("mrn", metavar="MRN")
    enrol.add_argument("program", metavar="PROGRAM", help="see: careteam keys programs")
    enrol.add_argument("--from", dest="start", metavar="DATE", help="first day; default today")
    enrol.add_argument("--billing", metavar="PERSON", help="who bills: id, NPI, e-mail, or name")
    enrol.add_argument("--supervising", metavar="PERSON", help="who supervises")
    consent = command(kinds, "consent", "timing", "consent", "record a consent to a program")
    consent.add_argument("mrn", metavar="MRN")
    consent.add_argument("program", metavar="PROGRAM")
    consent.add_argument("--way", choices=("verbal", "written"), default="verbal")
    consent.add_argument("--on", metavar="DATE", help="default today")
    consent.add_argument("--by", default="", metavar="NAME", help="who gave it, if not the patient")
    visit = command(kinds, "visit", "timing", "visit", "record the visit that begins a program")
    visit.add_argument("mrn", metavar="MRN")
    visit.add_argument("program", metavar="PROGRAM")
    visit.add_argument("--kind", required=True, metavar="KEY", help="see: keys visit_kind")
    visit.add_argument("--on", metavar="DATE", help="default today")
    visit.add_argument("--person", help="with whom: id, NPI, e-mail, or name")
    lock = command(kinds, "lock", "timing", "lock", "lock a month: what counts in it stands")
    again = command(kinds, "reopen", "timing", "reopen", "reopen a locked month")
    again.add_argument("--reason", required=True, metavar="TEXT")
    for parser in (lock, again):
        parser.add_argument("month", metavar="MONTH", help="such as 2026-11")
    for parser in (log, enrol, consent, visit, lock, again):
        with_json(parser)
