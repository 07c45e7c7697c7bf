"""The grammar of the commands that read and write the clinical record."""

from careteam.cli.grammar import Commands, command, number, with_json


def add_clinical(commands: Commands) -> None:
    """Add screen, phase, suggestions, coverage, insights, barrier and referral."""
    screen = command(commands, "screen", "courses", "screen", "record a screening score")
    screen.add_argument("mrn", metavar="MRN")
    screen.add_argument("instrument", metavar="INSTRUMENT", help="see: careteam keys instruments")
    screen.add_argument("score", type=number, metavar="SCORE", help="a whole number")
    screen.add_argument("--on", metavar="DATE", help="the day of the score; default today")
    phase = command(commands, "phase", "courses", "phase", "change the phase of treatment")
    phase.add_argument("mrn", metavar="MRN")
    phase.add_argument("phase", metavar="PHASE", help="a key, see: careteam keys phases")
    phase.add_argument("--on", metavar="DATE", help="its first day; default today")
    phase.add_argument("--reason", default="", metavar="TEXT")
    coverage = command(
        commands, "coverage", "covering", "coverage", "roles to fill, without a backup, or silent"
    )
    coverage.add_argument("--mine", action="store_true", help="only this desk's navigator's")
    coverage.add_argument("--finding", metavar="FINDING", help="the patients behind one count")
    insights = command(
        commands, "insights", "insights", "insights", "the measures, a figure, or its list"
    )
    insights.add_argument("measure", nargs="?", metavar="MEASURE", help="none lists them all")
    insights.add_argument("--from", dest="since", metavar="DATE", help="the first day")
    insights.add_argument("--to", dest="until", metavar="DATE", help="the last day")
    insights.add_argument(
        "--by", choices=("week", "month", "quarter", "year"), default="month",
        help="the period that holds today, or the one day that is named; default month",
    )  # fmt: skip
    whose = insights.add_mutually_exclusive_group()
    whose.add_argument("--navigator", metavar="NAME", help="only this navigator's patients")
    whose.add_argument("--mine", action="store_true", help="only this desk's navigator's")
    insights.add_argument("--list", action="store_true", help="every line that it counts")
    insights.add_argument("--csv", action="store_true", help="CSV instead of a table")
    for parser in (screen, phase, coverage, insights):
        with_json(parser)
    _add_suggestions(commands)
    _add_barrier(commands)
    _add_referral(commands)


def _add_suggestions(commands: Commands) -> None:
    about = "what the rules and wishes suggest for a patient, and deciding it"
    suggestions = command(commands, "suggestions", "suggesting", "suggestions", about)
    suggestions.add_argument("mrn", metavar="MRN")
    decision = suggestions.add_mutually_exclusive_group()
    decision.add_argument("--accept", type=int, metavar="ID", help="accept one, with --person")
    decision.add_argument("--refer", type=int, metavar="ID", help="accept one as a referral")
    decision.add_argument("--dismiss", type=int, metavar="ID", help="dismiss one, with --reason")
    suggestions.add_argument("--person", help="who takes the role: id, NPI, e-mail, or name")
    suggestions.add_argument("--reason", metavar="KEY", help="see: careteam keys dismiss_reason")
    suggestions.add_argument("--note", default="", metavar="TEXT")
    with_json(suggestions)


def _add_barrier(commands: Commands) -> None:
    barrier = commands.add_parser("barrier", help="read, add and close barriers to care")
    kinds = barrier.add_subparsers(title="what", metavar="WHAT", required=True)
    listed = command(kinds, "list", "barriers", "list_barriers", "list a patient's barriers")
    listed.add_argument("mrn", metavar="MRN")
    added = command(kinds, "add", "barriers", "add", "note a barrier")
    added.add_argument("mrn", metavar="MRN")
    added.add_argument("category", metavar="CATEGORY", help="see: careteam keys barrier")
    added.add_argument("--detail", default="", metavar="TEXT")
    added.add_argument("--on", metavar="DATE", help="when it was found; default today")
    action = command(kinds, "action", "barriers", "act", "note what is done about a barrier")
    action.add_argument("id", type=int, metavar="ID", help="the barrier, see: barrier list")
    action.add_argument("text", metavar="TEXT")
    action.add_argument("--role", default="", metavar="ROLE", help="whose it is")
    action.add_argument("--due", metavar="DATE", help="puts the patient on the list of that day")
    closed = command(kinds, "close", "barriers", "close", "close a barrier with its result")
    closed.add_argument("id", type=int, metavar="ID")
    closed.add_argument(
        "state", choices=("resolved", "unresolvable", "no_longer_relevant"), metavar="STATE",
        help="resolved, unresolvable or no_longer_relevant",
    )  # fmt: skip
    closed.add_argument("--result", required=True, metavar="TEXT")
    closed.add_argument("--on", metavar="DATE", help="default today")
    for parser in (listed, added, action, closed):
        with_json(parser)


def _add_referral(commands: Commands) -> None:
    referral = commands.add_parser("referral", help="read, make and follow referrals")
    kinds = referral.add_subparsers(title="what", metavar="WHAT", required=True)
    listed = command(kinds, "list", "referrals", "list_referrals", "list a patient's referrals")
    listed.add_argument("mrn", metavar="MRN")
    new = command(kinds, "new", "referrals", "new", "make a referral")
    new.add_argument("mrn", metavar="MRN")
    to = new.add_mutually_exclusive_group(required=True)
    to.add_argument("--role", metavar="ROLE", help="to a role, see: careteam keys roles")
    to.add_argument("--person", metavar="PERSON", help="to a person of the directory")
    to.add_argument("--outside", metavar="NAME", help="to an outside body")
    new.add_argument("--reason", required=True, metavar="TEXT")
    new.add_argument("--method", default="", metavar="KEY", help="see: keys referral_method")
    new.add_argument("--urgent", action="store_true")
    new.add_argument("--on", metavar="DATE", help="when it was asked for; default today")
    step = command(kinds, "step", "referrals", "step", "say what became of a referral")
    step.add_argument("id", type=int, metavar="ID", help="the referral, see: referral list")
    step.add_argument("state", metavar="STATE", help="accepted, scheduled, completed, …")
    step.add_argument("--note", default="", metavar="TEXT")
    step.add_argument("--result", default="", metavar="TEXT", help="needed to complete")
    step.add_argument("--person", help="who accepted and takes the role")
    step.add_argument("--scheduled", metavar="DATE", help="the day of the appointment")
    step.add_argument("--on", metavar="DATE", help="default today")
    again = command(kinds, "reopen", "referrals", "reopen", "open a closed referral again")
    again.add_argument("id", type=int, metavar="ID")
    again.add_argument("--note", required=True, metavar="TEXT", help="why")
    for parser in (listed, new, step, again):
        with_json(parser)
