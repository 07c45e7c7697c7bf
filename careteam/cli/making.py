"""`careteam init`: a new encrypted database with its clinic and the first navigator."""

from argparse import Namespace

from careteam.cli import opening
from careteam.cli.messages import NO_CLINIC, BadUse
from careteam.cli.names import read_person
from careteam.cli.opening import ask_new_password, database_of, user_named
from careteam.domain.due import NAVIGATOR_ROLE
from careteam.domain.errors import CareteamError, Refused, Unavailable
from careteam.domain.moment import Moment
from careteam.domain.text import clean, person_name
from careteam.storage.anchors import anchor_of
from careteam.storage.key_acts import renew_recovery
from careteam.storage.key_ring import ring_of
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
    password = ask_new_password(path)
    store = Store.create(path, password, moment=moment, clinic=clinic, user=user_named())
    try:
        code = renew_recovery(store, moment)
        works = _add_navigator(store, args.navigator, moment) if args.navigator else ""
    except CareteamError:
        store.close()
        for made in (path, ring_of(path), anchor_of(path)):
            made.unlink(missing_ok=True)
        raise
    store.close()
    print(f"Made {path} for {clinic}, with days and hours of {moment.zone}.{works}")
    print(f"The user {user_named()} may do everything. Recovery code, shown this once: {code}")
    print("Print it and keep it in a sealed envelope: it opens the database if passwords are lost.")
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
