"""After a change of the rules the patients follow beside the nurse's work, in batches."""

from typing import Any

import pytest
from pytestqt.qtbot import QtBot
from sqlmodel import Session

from careteam.domain.access import Action, needs
from careteam.domain.moment import Moment
from careteam.storage.reads.settings import waiting
from careteam.storage.store import Store
from careteam.storage.writes import recompute
from careteam.storage.writes.catalogue import switch_role
from tests.ui.paper import FakePaper
from tests.ui.settings.driving import Settings, desk, required, settings
from ui.copying import Copying
from ui.desk import Desk
from ui.look.buttons import Button
from ui.look.theme import Theme
from ui.preferences import Preferences
from ui.settings.following import FollowStrip
from ui.settings.page import SettingsPage

# fixtures of this clinic
assert desk
assert settings


def test_the_page_follows_what_another_window_changed(settings: Settings, store: Store) -> None:
    settings.open("clinic")
    moment = settings.desk.moment
    store.do(rename, moment=moment, rules=store.rules)
    settings.desk.heard_from_outside()
    assert "Elsewhere" in settings.words()


@needs(Action.OWN)
def rename(session: Session, *, moment: Moment, rules: Any) -> Any:
    from careteam.storage.writes.settings import set_setting

    return set_setting(session, "clinic", "Elsewhere", moment=moment, rules=rules)


def test_in_a_large_clinic_the_patients_follow_beside_the_nurses_work(
    settings: Settings,
    store: Store,
    patient: int,
    monkeypatch: pytest.MonkeyPatch,
    qtbot: QtBot,
) -> None:
    monkeypatch.setattr(recompute, "AT_ONCE", 0)
    settings.open("roles")
    assert "chaplain" in required(store, patient)
    settings.desk.do(switch_role, "chaplain", False)
    qtbot.waitUntil(lambda: store.read(waiting) is None)
    assert "chaplain" not in required(store, patient)
    (strip,) = settings.page.findChildren(FollowStrip)
    qtbot.waitUntil(lambda: not strip.isVisible())


def test_a_run_that_was_stopped_says_so_and_goes_on_when_asked(
    settings: Settings,
    store: Store,
    patient: int,
    monkeypatch: pytest.MonkeyPatch,
    qtbot: QtBot,
) -> None:
    monkeypatch.setattr(recompute, "AT_ONCE", 0)
    (strip,) = settings.page.findChildren(FollowStrip)
    monkeypatch.setattr("ui.settings.following.follow_all", lambda *_args: False)
    settings.desk.do(switch_role, "chaplain", False)
    qtbot.waitUntil(lambda: "still follow the rules as they were" in settings.words())
    monkeypatch.undo()
    (button,) = strip.findChildren(Button)
    assert button.text() == "Go on"
    button.click()
    qtbot.waitUntil(lambda: store.read(waiting) is None)
    assert "chaplain" not in required(store, patient)


def test_what_was_interrupted_goes_on_when_the_page_is_made_again(
    look: Theme,
    desk: Desk,
    store: Store,
    patient: int,
    monkeypatch: pytest.MonkeyPatch,
    qtbot: QtBot,
) -> None:
    monkeypatch.setattr(recompute, "AT_ONCE", 0)
    desk.do(switch_role, "chaplain", False)
    assert store.read(waiting) is not None
    page = SettingsPage(look, desk, Preferences(), Copying(desk, desk), FakePaper())
    qtbot.addWidget(page)
    qtbot.waitUntil(lambda: store.read(waiting) is None)
    assert "chaplain" not in required(store, patient)
    page.stop()


def test_a_page_that_goes_ends_the_work_beside_it(
    look: Theme, desk: Desk, patient: int, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    ended: list[bool] = []

    def until_told(_store: Store, _moment: Moment, start: Any, report: Any) -> bool:
        while report(start.done, start.total):
            pass
        ended.append(True)
        return False

    monkeypatch.setattr(recompute, "AT_ONCE", 0)
    monkeypatch.setattr("ui.settings.following.follow_all", until_told)
    desk.do(switch_role, "chaplain", False)
    page = SettingsPage(look, desk, Preferences(), Copying(desk, desk), FakePaper())
    (strip,) = page.findChildren(FollowStrip)
    qtbot.waitUntil(lambda: not strip.isHidden())
    page.deleteLater()
    qtbot.waitUntil(lambda: ended == [True])
