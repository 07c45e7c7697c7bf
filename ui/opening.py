"""Opens a database for the window, and composes the desk on it; loaded while one types."""

from collections.abc import Generator
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from careteam.domain.access import Action, all_roles
from careteam.domain.accounts import AccountDraft
from careteam.domain.audit import Event
from careteam.domain.backups import Why, is_due
from careteam.domain.moment import Moment
from careteam.domain.people import PersonDraft
from careteam.domain.salvage import Salvage
from careteam.storage.accepting import look_at_trail
from careteam.storage.copier import Copier
from careteam.storage.copies import copies_in
from careteam.storage.copy_keys import open_as_keeper
from careteam.storage.doubts import doubts_of
from careteam.storage.engine import Key
from careteam.storage.holding import Hold
from careteam.storage.key_acts import (
    confirm_recovery,
    is_recovery_confirmed,
    recover,
    renew_recovery,
)
from careteam.storage.key_turning import turn_key
from careteam.storage.own_account import choose_password, own_doorkeeper
from careteam.storage.reads.accounts import emergencies
from careteam.storage.reads.rules import read_settings
from careteam.storage.reads.worker import WORKER_SETTING
from careteam.storage.restoring import put_back
from careteam.storage.salvaging import rescued_name, salvage
from careteam.storage.signing_in import Credentials, ask_again, open_key, sign_in
from careteam.storage.soundness import check_pages
from careteam.storage.store import Store
from careteam.storage.writes.accounts import save_account
from careteam.storage.writes.audit_events import note_event
from careteam.storage.writes.day import open_day
from careteam.storage.writes.people import add_person
from careteam.storage.writes.settings import set_setting
from careteam.storage.wrong_tries import forget_wrong_tries, read_wrong_tries
from ui.background import Report
from ui.copying import Copying
from ui.desk import Desk
from ui.look.message_strip import Message
from ui.look.theme import Theme
from ui.look.tokens import Tone
from ui.pages import Pages, build_today
from ui.paper import Paper
from ui.preferences import Preferences
from ui.unlock.lost_sheet import LostRequest
from ui.unlock.page import UnlockRequest
from ui.unlock.rescue_sheet import RescueRequest
from ui.unlock.set_up import SetUpRequest
from ui.window import DeskWindow

if TYPE_CHECKING:
    from ui.admin_window import AdminWindow
    from ui.settings.page import SettingsPage

DEMO_PASSPHRASE = "demo"  # noqa: S105 - shown in the demo band, every person there is invented
DEMO_USER = "joan.ellis"
NAVIGATOR = "nurse_navigator"


@dataclass(frozen=True, slots=True)
class Opened:
    """An open database that this window holds, with the clinic's zone and who works here.

    `warning` is what the nurse is to be told of what was found, or nothing. `must_change`: a
    password of one's own has to be chosen first, for an account that `has_code`, a second factor,
    or not. `recovery` is a new recovery code that has to be put on paper first.
    """

    store: Store
    zone: str
    worker_id: int | None
    hold: Hold
    warning: str = ""
    must_change: bool = False
    has_code: bool = False
    recovery: str = field(default="", repr=False)

    def close(self) -> None:
        """Close the database and let others have it."""
        self.store.close()
        self.hold.release()


def clock() -> datetime:
    """Now; where the window reads the clock."""
    return datetime.now(UTC)


def open_database(path: Path, credentials: Credentials) -> Opened:
    """Open a database and bring it up to the day; Locked when another window has it open.

    Damaged when its file is not whole: then nothing was written to it. A wrong password is kept,
    to be told when somebody signs in.
    """
    hold = Hold.take(path, clock()) if path.is_file() else Hold(None)
    try:
        return _opened(sign_in(path, credentials, now=clock(), check=check_pages), hold)
    except BaseException:
        hold.release()
        raise


def check_password(store: Store, password: str) -> None:
    """WrongPassword, with how long to wait, unless it is the password of who is signed in."""
    own = store.again()
    try:
        ask_again(own, password, now=clock())
    finally:
        own.close()


def create_database(request: SetUpRequest) -> Opened:
    """Make a database with its clinic, its first navigator, whose account may do everything, and
    a recovery code.
    """
    moment = Moment.at(clock(), request.zone)
    store = Store.create(
        request.path,
        request.password,
        moment=moment,
        clinic=request.clinic,
        user=request.user,
    )
    person = PersonDraft(
        request.family,
        request.given,
        credentials=request.credentials,
        roles=(NAVIGATOR,),
    )
    rules = store.rules
    made = store.do(add_person, person, moment=moment, rules=rules).made
    store.do(set_setting, WORKER_SETTING, str(made), moment=moment, rules=rules)
    account = AccountDraft(request.user, all_roles(), made)
    first = own_doorkeeper(store).id
    store.do(save_account, first, account, 1, moment=moment, rules=rules)
    store.who = own_doorkeeper(store).who()
    code = renew_recovery(store, moment)
    return replace(_opened(store, Hold.take(request.path, clock())), recovery=code)


def recover_database(request: LostRequest) -> Opened:
    """Give an administrator a new password and open the database for them; a new recovery code."""
    with Hold.take(request.path, clock()):
        code = recover(request.path, request.code, request.user, request.password, now=clock())
    opened = open_database(request.path, Credentials(request.user, request.password))
    return replace(opened, recovery=code)


def choose_own(opened: Opened, password: str) -> Opened:
    """Keep the password of somebody who came in by a one-time code; Refused for a weak one."""
    store = opened.store.again()
    try:
        choose_password(store, password, _moment(opened))
    finally:
        store.close()
    return replace(opened, must_change=False)


def confirm_code(opened: Opened) -> Opened:
    """Note that the recovery code is on paper."""
    confirm_recovery(opened.store, _moment(opened))
    return replace(opened, recovery="")


def clinic_of(store: Store) -> str:
    """The name of the clinic."""
    return store.read(read_settings).get("clinic", "")


def _moment(opened: Opened) -> Moment:
    return Moment.at(clock(), opened.zone, opened.worker_id)


def make_demo(folder: Path) -> Opened:
    """Make the invented clinic in a folder."""
    from careteam.demo.clinic import build_clinic

    moment = Moment.at(clock(), "America/New_York")
    path = folder / "demo.db"
    store = Store.create(
        path, DEMO_PASSPHRASE, moment=moment, clinic="Leukemia Program", user=DEMO_USER
    )
    worker = build_clinic(store, now=moment.now).worker_id
    joan = AccountDraft(DEMO_USER, all_roles(), worker)
    first = own_doorkeeper(store).id
    store.do(save_account, first, joan, 1, moment=moment, rules=store.rules)
    store.who = own_doorkeeper(store).who()
    return _opened(store, Hold.take(path, clock()))


def build_window(
    theme: Theme,
    opened: Opened,
    preferences: Preferences,
    paper: Paper | None,
    *,
    is_demo: bool,
) -> "Generator[None, None, DeskWindow | AdminWindow]":
    """The desk on an open database, in pieces: the owner lets the window live at each yield.

    An account that sees no patients gets a window without them.
    """
    theme.load_every_font()
    desk = Desk(opened.store, clock, zone=opened.zone, worker_id=opened.worker_id)
    paper = paper or Paper()
    copying = Copying(desk, desk)

    def settings(theme: Theme, desk: Desk) -> "SettingsPage":
        from ui.settings.page import SettingsPage

        return SettingsPage(theme, desk, preferences, copying, paper)

    if desk.may(Action.SEE_PATIENTS):
        today = yield from build_today(theme, desk, paper)
        yield
        pages = Pages(theme, desk, paper, settings, today)
        window = DeskWindow(theme, desk, pages, copying, is_demo=is_demo)
    else:
        from ui.admin_window import AdminPages, AdminWindow

        plain = AdminPages(theme, desk, settings)
        window = AdminWindow(theme, desk, plain, copying, is_demo=is_demo)
    desk.setParent(window)
    is_written = opened.store.read_only is None
    if opened.store.note and is_written:
        window.strip.show_message(Message(opened.store.note, Tone.INFO))
    elif is_written and not is_demo and (told := _recovery_warning(opened.store, clock())):
        window.strip.show_message(Message(told, Tone.WARN))
    yield
    return window


def _opened(store: Store, hold: Hold) -> Opened:
    zone = store.read(read_settings).get("zone", "UTC")
    store.clock = clock
    worker_id = store.worker_id()
    moment = Moment.at(clock(), zone, worker_id)
    warning = "" if store.read_only is not None else _unlocked(store, moment)
    keeper = own_doorkeeper(store)
    has_code = bool(keeper.code_seed)
    return Opened(store, zone, worker_id, hold, warning, keeper.must_change, has_code)


def _unlocked(store: Store, moment: Moment) -> str:
    """Check the end of the audit trail, turn the day and note the unlocking; what is to be told."""
    if look_at_trail(store, moment) is None:
        store.do(open_day, moment=moment, rules=store.rules)
    doubts = doubts_of(store, moment)
    tries = read_wrong_tries(store.path)
    for at in tries:
        detail = {"tried_at": at.isoformat()}
        store.do(note_event, Event.WRONG, "desk", detail=detail, moment=moment, rules=store.rules)
    store.do(note_event, Event.UNLOCKED, "desk", moment=moment, rules=store.rules)
    forget_wrong_tries(store.path)
    store.anchor()
    if doubts or not tries:
        return doubts or _to_review(store)
    return QCoreApplication.translate(
        "UnlockPage",
        "%n wrong password(s) were typed since somebody signed in.",
        None,
        len(tries),
    )


def _recovery_warning(store: Store, now: datetime) -> str:
    """What whoever keeps the keys is to be told while no recovery code is known to be on paper."""
    who = store.who
    if who is None or Action.KEYS not in who.actions(now) or is_recovery_confirmed(store):
        return ""
    return QCoreApplication.translate(
        "UnlockPage",
        "No recovery code was typed again from paper: if passwords are lost, nobody can open the "
        "data. Make a new code in Settings, My account.",
    )


def _to_review(store: Store) -> str:
    """What a supervisor is told of emergency access that nobody has looked at yet."""
    if store.who is None or Action.REVIEW not in store.who.actions(None):
        return ""
    waiting = len(store.read(emergencies, to_review=True))
    if not waiting:
        return ""
    return QCoreApplication.translate(
        "UnlockPage",
        "%n emergency access(es) wait for a review, in Settings.",
        None,
        waiting,
    )


def copy_on_leaving(copier: Copier) -> None:
    """Make a copy when the newest is some hours old, and lay it into the second folder."""
    if copier.is_fixed:
        return
    newest = next(iter(copies_in(copier.folder)), None)
    if is_due(newest, clock()):
        copier.copy_also(copier.copy(Why.LEAVING, clock()))


def rescue(request: RescueRequest) -> str:
    """Put a copy in place of a damaged database; the sentence that says so."""
    typed = Credentials(request.user, request.password)
    key = open_as_keeper(request.copy, typed, request.database, now=clock())
    return put_copy_back(request.copy, request.database, key)


def salvage_beside(request: UnlockRequest, report: Report) -> Salvage:
    """Read what is left of a damaged database into a new one beside it, which is named after it."""
    key = open_key(request.path, Credentials(request.user, request.password)).key
    now = clock()
    target = rescued_name(request.path, now)
    return salvage(request.path, key, target, now=now, progress=report)


def put_copy_back(copy: Path, database: Path, key: Key) -> str:
    """Put a copy in place of the database; the sentence that says so."""
    before = put_back(copy, database, key, now=clock())
    kept = before.name if before else ""
    return QCoreApplication.translate(
        "UnlockPage", "The copy {copy} is in place; what was there before is kept as {kept}."
    ).format(copy=copy.name, kept=kept)


def turn_the_key(store: Store) -> str:
    """Change the data key; the sentence that says so."""
    try:
        turn_key(store, Moment.at(clock()))
    finally:
        store.close()
    return QCoreApplication.translate(
        "UnlockPage",
        "The key is changed, and passwords are as they were. Copies of before open with the keys "
        "beside them.",
    )
