"""`careteam init`: a new encrypted database with its clinic and the first navigator."""

from argparse import Namespace

from careteam.cli import opening
from careteam.cli.messages import NO_CLINIC, BadUse
from careteam.cli.names import read_person
from careteam.cli.opening import ask_passphrase, database_of
from careteam.domain.due import NAVIGATOR_ROLE
from careteam.domain.errors import CareteamError, Refused, Unavailable
from careteam.domain.moment import Moment
from careteam.domain.text import clean, person_name
from careteam.storage.places import check_place
from careteam.storage.reads.worker import WORKER_SETTING
from careteam.storage.store import Store
from careteam.storage.writes.people import add_person
from careteam.storage.writes.settings import check_zone, set_setting


def init(args: Namespace) -> int:
    """Make the database; an existing file is never touched."""
    path = database_of(args)
    if path.exists():
        raise Unavailable(f"There is a file at {path} already. Choose another name.")
    check_place(path)
    clinic = clean(args.clinic)
    if not clinic:
        raise NO_CLINIC.error()
    moment = Moment.at(opening.clock(), _zone(args.zone))
    passphrase = ask_passphrase(path, is_new=True)
    store = Store.create(path, passphrase, moment=moment, clinic=clinic)
    try:
        works = _add_navigator(store, args.navigator, moment) if args.navigator else ""
    except CareteamError:
        store.close()
        path.unlink()
        raise
    store.close()
    print(f"Made {path} for {clinic}, with days and hours of {moment.zone}.{works}")
    return 0


def _zone(typed: str | None) -> str:
    if typed is None:
        from tzlocal import get_localzone_name

        typed = get_localzone_name() or "UTC"
    try:
        return check_zone(typed)
    except Refused as refused:
        raise BadUse(f"--zone: {refused.sentence}") from refused


def _add_navigator(store: Store, typed: str, moment: Moment) -> str:
    draft = read_person(typed, NAVIGATOR_ROLE)
    made = store.do(add_person, draft, moment=moment, rules=store.rules).made
    store.do(set_setting, WORKER_SETTING, str(made), moment=moment, rules=store.rules)
    name = person_name(draft.family, draft.given, draft.title, draft.credentials)
    return f" {name} works at this desk."
