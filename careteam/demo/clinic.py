"""Builds the invented clinic in an open database: 60 patients, all role groups, things overdue."""

import random
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlmodel import Session

from careteam.demo.casting import Casting
from careteam.demo.clinical import Clinical
from careteam.demo.course import record_course
from careteam.demo.data import Person, read_cast
from careteam.demo.days import Days
from careteam.demo.dealing import course_of
from careteam.demo.depth import read_depth
from careteam.demo.ground import keep_own_lists, lay_ground
from careteam.demo.identity import draft_of
from careteam.demo.minutes import count_time, read_time
from careteam.demo.scene import Scene
from careteam.demo.story import Story
from careteam.domain.access import Action, needs
from careteam.domain.changes import Changes, Part
from careteam.domain.moment import Moment
from careteam.domain.people import AbsenceDraft, PersonDraft
from careteam.domain.phones import Phone
from careteam.domain.rules import Rules
from careteam.storage.reads.rules import read_settings
from careteam.storage.reads.worker import WORKER_SETTING
from careteam.storage.store import Store
from careteam.storage.writes.people import add_person, amend_person
from careteam.storage.writes.settings import set_setting

OPENED_DAYS_AGO = 200
WORKER_KEY = "ellis"
FOLLOWED = 3
"""The place of the patient whom the worker follows."""


@dataclass(frozen=True, slots=True)
class DemoClinic:
    """What was built: who works at the desk, the first patient to show, and how many there are."""

    worker_id: int
    first_patient_id: int
    people: int
    patients: int
    contacts: int


def build_clinic(store: Store, *, now: datetime) -> DemoClinic:
    """Fill a new database with the invented clinic as it stands at a moment, in one transaction.

    The same day gives the same clinic. `now` is aware; the zone is the database's own.
    """
    moment = Moment.at(now, store.read(read_settings)["zone"])
    built: list[DemoClinic] = []
    store.do(_build, built, moment=moment, rules=store.rules)
    return built[0]


@needs(Action.CARE)
def _build(session: Session, built: list[DemoClinic], *, moment: Moment, rules: Rules) -> Changes:
    days = Days(moment.local(moment.now).replace(tzinfo=None), rules.calendar)
    cast = read_cast()
    rng = random.Random(f"careteam {days.today.isoformat()}")
    people = _add_people(session, cast.people, moment, rules)
    set_setting(session, WORKER_SETTING, str(people[WORKER_KEY]), moment=moment, rules=rules)
    depth, minutes = read_depth(), read_time()
    trials, rules = lay_ground(session, depth, moment=moment, rules=rules)
    casting = Casting({person.key: person for person in cast.people}, rng)
    ids: list[int] = []
    contacts = 0
    for place, patient in enumerate(cast.patients):
        story = Story(patient, days, rules)
        draft = draft_of(patient, place, story.frame, cast, days)
        by = people[patient.navigator]
        scene = Scene(session, rules, moment.zone, moment.now, by, people, draft)
        course = course_of(patient, place, depth, WORKER_KEY)
        clinical = Clinical(course, story.frame, days, trials).laid_out()
        acts = [*story.acts(cast, casting, rng), *clinical]
        for act in sorted(acts, key=lambda act: act.at):
            act.play(scene)
            contacts += act.is_contact
        navigator = Moment.at(moment.now, moment.zone, by)
        record_course(scene, patient, course, cast, navigator, days)
        if story_of_time := minutes.get(patient.mrn):
            told = (scene.patient_id, story_of_time, people, days)
            count_time(session, *told, moment=navigator, rules=rules)
        ids.append(scene.patient_id)
    worker = Moment.at(moment.now, moment.zone, people[WORKER_KEY])
    keep_own_lists(session, depth, ids[FOLLOWED], moment=worker, rules=rules)
    built.append(DemoClinic(people[WORKER_KEY], ids[0], len(people), len(ids), contacts))
    return Changes(frozenset(Part), many=True, summary="The invented clinic is open.")


def _add_people(
    session: Session, people: tuple[Person, ...], moment: Moment, rules: Rules
) -> dict[str, int]:
    opened = Moment.at(moment.now - timedelta(days=OPENED_DAYS_AGO), moment.zone)
    ids: dict[str, int] = {}
    for person in people:
        draft = _person_draft(person, moment)
        ids[person.key] = add_person(session, draft, moment=opened, rules=rules).made or 0
    for person in people:
        if person.away:
            first, last, cover = person.away
            absence = AbsenceDraft(
                moment.today + timedelta(days=first),
                moment.today + timedelta(days=last),
                ids[cover],
                person.note,
            )
            draft = _person_draft(person, moment, absence)
            amend_person(session, ids[person.key], draft, moment=opened, rules=rules)
    return ids


def _person_draft(person: Person, moment: Moment, *absences: AbsenceDraft) -> PersonDraft:
    leaves = person.leaves
    return PersonDraft(
        family=person.family,
        given=person.given,
        title=person.title,
        credentials=person.credentials,
        roles=person.roles,
        organisation=person.organisation or "Leukemia Program",
        department=person.department,
        phones=(Phone(person.phone, "work"),),
        pager=person.pager,
        email=person.email,
        npi=person.npi,
        languages=person.languages,
        leaves_on=moment.today + timedelta(days=leaves) if leaves is not None else None,
        absences=absences,
        note=person.note,
    )
