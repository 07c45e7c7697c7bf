"""Care teams: who of the staff holds which role for a patient, and which relatives help."""

from dataclasses import dataclass, field
from datetime import date
from zoneinfo import ZoneInfo

from careteam.domain.assignments import Rank
from careteam.domain.incoming import IncomingMember, IncomingRelated, Severity
from careteam.domain.kept import KeptPlace
from careteam.domain.text import NAME_LENGTH
from careteam.imports.fhir.details import details_of
from careteam.imports.fhir.identifiers import key_of_entry
from careteam.imports.fhir.notes import Note, Notes
from careteam.imports.fhir.people import People
from careteam.imports.fhir.references import References, asked_identifier, kind_of
from careteam.imports.fhir.related import Relations, related_of
from careteam.imports.fhir.roles import Held, Roles
from careteam.imports.fhir.times import start_and_end, whole_day
from careteam.imports.fhir.tree import Entry, Node, node, nodes, text

IN_ERROR = Note(
    "A care team was entered in error: left out.",
    "{count} care teams were entered in error: left out.",
    Severity.LEFT_OUT,
)
UNKNOWN_ROLE = Note(
    "The role {role} is not in the clinic's list: kept as written, shown under “Other”.",
    "The role {role} is not in the clinic's list ({count} times): "
    "kept as written, shown under “Other”.",
)
NOBODY = Note(
    "A place in a care team names nobody who could be found: left out.",
    "{count} places in care teams name nobody who could be found: left out.",
    Severity.LEFT_OUT,
)
TURNED = Note(
    "A place in a care team ends before it begins: its first day is left out.",
    "{count} places in care teams end before they begin: their first days are left out.",
)
_RUNNING = frozenset({"active", "proposed"})


@dataclass(slots=True)
class Team:
    """What a CareTeam gives: members of the staff, and the related people among them."""

    members: list[IncomingMember] = field(default_factory=list)
    related: list[IncomingRelated] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Teams:
    """Reads care teams; patients, organisations and services in them are not members."""

    zone: ZoneInfo
    people: People
    references: References
    roles: Roles
    relations: Relations
    notes: Notes

    def read(self, entry: Entry) -> Team:
        """The people of a CareTeam with their roles and days; `ends_on` is the last day."""
        team = Team()
        status = text(entry.body.get("status"))
        if status == "entered-in-error":
            self.notes.add(IN_ERROR, entry.file, entry.place)
            return team
        ended = bool(start_and_end(entry.body.get("period"))[1])
        is_active = (status in _RUNNING or not status) and not ended
        for participant in nodes(entry.body.get("participant")):
            self._participant(entry, participant, is_active, team)
        return team

    def _participant(self, entry: Entry, participant: Node, is_active: bool, team: Team) -> None:
        reference = node(participant.get("member"))
        held = self.roles.of_all(nodes(participant.get("role")))
        found = self.references.find(reference, entry)
        kind = found.kind if found else kind_of(reference)
        if kind == "RelatedPerson":
            self._related(entry, found, reference, team)
            return
        if kind in ("Patient", "Organization", "CareTeam", "Group", "HealthcareService"):
            return
        if found is None and any(role.is_service or role.key == "patient" for role in held):
            return
        met = self.people.met(reference, entry)
        if met is None:
            self.notes.add(NOBODY, entry.file, entry.place)
            return
        is_role = kind == "PractitionerRole"
        starts_on, ends_on = self._days(entry, participant)
        own = _told(participant)
        for role in held or (list(met.roles) if is_role else []) or [Held()]:
            self._note(entry, role)
            if own is None:
                self.people.can_fill(met.key, role)
            team.members.append(
                IncomingMember(
                    person_key=met.key,
                    role=role.key,
                    role_text=own.role_text if own else role.text,
                    role_code=role.code,
                    starts_on=starts_on,
                    ends_on=ends_on,
                    team_key=key_of_entry(entry),
                    is_active=is_active or own is not None,
                    told=own,
                )
            )

    def _related(self, entry: Entry, found: Entry | None, reference: Node, team: Team) -> None:
        if found is not None:
            team.related.append(related_of(found, self.relations, Notes()))
            return
        name = text(reference.get("display"), 200)
        asked = asked_identifier(reference)
        if not name:
            self.notes.add(NOBODY, entry.file, entry.place)
            return
        key = text(reference.get("reference"), 200) or f"contact|{name}"
        numbers = (asked[1],) if asked else ()
        team.related.append(IncomingRelated(key=key, name=name, identifiers=numbers))

    def _days(self, entry: Entry, participant: Node) -> tuple[date | None, date | None]:
        own = start_and_end(participant.get("period"))
        whole = start_and_end(entry.body.get("period"))
        starts_on, ends_on = (
            whole_day(mine or theirs, self.zone) for mine, theirs in zip(own, whole, strict=True)
        )
        if starts_on and ends_on and ends_on < starts_on:
            self.notes.add(TURNED, entry.file, entry.place)
            return None, ends_on
        return starts_on, ends_on

    def _note(self, entry: Entry, role: Held) -> None:
        if role.key == "other" and not role.is_unsaid:
            shown = role.text or role.code.rsplit("|", 1)[-1]
            self.notes.add(UNKNOWN_ROLE, entry.file, entry.place, role=f"“{shown}”")


def _told(participant: Node) -> KeptPlace | None:
    """What Careteam wrote of a place; None for a team that is not one of ours."""
    said = details_of(participant, "place")
    if said is None:
        return None
    return KeptPlace(
        rank=said.one_of("rank", Rank) or Rank.PRIMARY,
        end_reason=said.word("end_reason"),
        end_note=said.word("end_note"),
        note=said.word("note"),
        held_since=said.day("held_since"),
        hold_reason=said.word("hold_reason"),
        role_text=said.word("role_text", NAME_LENGTH),
        ends_on=said.day("ends_on"),
    )
