"""Every measure a second time, by plain Python over all rows of the tables."""

from collections.abc import Callable, Iterable
from datetime import UTC, date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import text

from careteam.domain.calendar import BusinessCalendar
from careteam.domain.periods import Period
from careteam.storage.store import Store
from tests.measured_lines import Line

PSYCHOSOCIAL = {"social_worker", "psychologist", "psychiatrist", "chaplain", "child_life"}
SUPPORT = {"social_worker", "financial_counselor", "case_manager", "community_health_worker"}
OPEN_REFERRALS = {"requested", "accepted", "scheduled", "in_progress"}
OFFERED = {
    "offered", "screening", "eligible", "enrolled", "declined", "not_eligible", "off_study",
}  # fmt: skip


class Rows:
    """All rows of a database, and the measures by hand."""

    def __init__(
        self, store: Store, period: Period, today: date, zone: str, mine: int | None
    ) -> None:
        self._store, self._period, self._today = store, period, today
        self._zone, self._mine = ZoneInfo(zone), mine
        self._calendar: BusinessCalendar = store.rules.calendar
        self.patients = {row["id"]: row for row in self.all("patient")}

    def all(self, table: str) -> list[dict[str, Any]]:
        """Every row of a table, days and moments as such."""
        sql = text(f"SELECT * FROM {table}")
        rows = self._store.read(lambda session: list(session.execute(sql).mappings()))
        return [{name: _typed(name, value) for name, value in row.items()} for row in rows]

    def lines(self, key: str) -> list[Line]:
        """The lines of a measure."""
        found = self.every(key)
        return [one for one in found if self._mine is None or self._is_mine(one.patient)]

    def every(self, key: str) -> Iterable[Line]:
        """The lines of a measure of the whole clinic."""
        if key.startswith("readmitted_"):
            return self._readmitted(int(key.removeprefix("readmitted_")))
        by_name: dict[str, Callable[[], Iterable[Line]]] = {
            "active": self._active, "new": self._new, "closed": self._closed,
            "roles_filled": self._roles_filled, "learning": self._learning,
            "contacts": self._contacts, "reach_rate": self._tries,
            "first_contact": self._first_contact,
            "to_assignment": lambda: self._answered(self._assigned),
            "to_contact": lambda: self._answered(self._reached),
            "first_treatment": self._first_treatment,
            "trials_offered": lambda: self._trials(OFFERED),
            "trials_enrolled": lambda: self._trials({"enrolled"}),
            "distress_screened": self._distress_screened,
            "distress_positive": self._distress_positive,
            "distress_referred": lambda: self._taken_up(self._is_referred),
            "distress_followed": lambda: self._taken_up(self._is_followed),
            "screened_on_time": self._screened_on_time,
            "barriers": self._barriers, "barriers_resolved": self._barriers_resolved,
            "barrier_days": self._barrier_days, "referrals_closed": self._referrals_closed,
            "referral_days": self._referral_days, "referral_age": self._referral_age,
            "palliative": lambda: self._referred_to({"palliative_physician", "palliative_nurse"}),
            "support": lambda: self._referred_to(SUPPORT),
        }  # fmt: skip
        return by_name[key]()

    def _is_mine(self, patient: int) -> bool:
        return self.patients[patient]["navigator_id"] == self._mine

    def _local(self, at: datetime) -> date:
        return at.astimezone(self._zone).date()

    def _came(self, row: dict[str, Any]) -> date:
        return row["referred_on"] or self._local(row["created_at"])

    def _in_care(self, since: date) -> Iterable[dict[str, Any]]:
        for row in self.patients.values():
            is_there = row["status"] == "active" or (
                row["status_on"] is not None and row["status_on"] > since
            )
            if self._came(row) <= self._period.last and is_there:
                yield row

    def _business(self, since: date, until: date) -> int:
        days = [since + timedelta(days=n) for n in range(1, (until - since).days + 1)]
        return len([day for day in days if self._calendar.is_business_day(day)])

    def _active(self) -> Iterable[Line]:
        for row in self._in_care(self._period.last):
            navigator = "" if row["navigator_id"] is None else str(row["navigator_id"])
            yield Line(row["id"], row["id"], parts=(("navigator", navigator),))

    def _new(self) -> Iterable[Line]:
        for row in self.patients.values():
            if self._period.holds(self._came(row)):
                navigator = "" if row["navigator_id"] is None else str(row["navigator_id"])
                yield Line(row["id"], row["id"], parts=(("navigator", navigator),))

    def _closed(self) -> Iterable[Line]:
        for row in self.patients.values():
            if row["status"] != "active" and self._period.holds(row["status_on"]):
                yield Line(row["id"], row["id"], parts=(("status", row["status"]),))

    def _roles_filled(self) -> Iterable[Line]:
        held = {
            (row["patient_id"], row["role"])
            for row in self.all("assignment")
            if row["state"] != "ended" and row["rank"] != "backup"
        }
        for row in self.all("team_role"):
            is_held = (row["patient_id"], row["role"]) in held
            is_wanted = row["is_required"] and row["declined_on"] is None
            is_there = self.patients[row["patient_id"]]["status"] == "active"
            if is_there and (is_held or is_wanted):
                yield Line(row["id"], row["patient_id"], is_held)

    def _learning(self) -> Iterable[Line]:
        known = {
            row["patient_id"] for row in self.all("care_profile") if row["learning_preference"]
        }
        for row in self.patients.values():
            if row["status"] == "active":
                yield Line(row["id"], row["id"], row["id"] in known)

    def _of_period(self) -> Iterable[dict[str, Any]]:
        for row in self.all("contact"):
            if row["retracted_at"] is None and self._period.holds(row["day"]):
                yield row

    def _contacts(self) -> Iterable[Line]:
        for row in self._of_period():
            parts = tuple((name, row[name]) for name in ("role", "mode", "outcome"))
            yield Line(row["id"], row["patient_id"], parts=parts)

    def _tries(self) -> Iterable[Line]:
        for row in self._of_period():
            if row["direction"] == "outbound" and row["mode"] != "chart_review":
                parts = tuple((name, row[name]) for name in ("role", "mode"))
                yield Line(row["id"], row["patient_id"], bool(row["is_reached"]), parts=parts)

    def _reached_days(self, patient: int, role: str | None, since: datetime | None) -> list[date]:
        return [
            row["day"]
            for row in self.all("contact")
            if row["patient_id"] == patient
            and row["is_reached"]
            and row["retracted_at"] is None
            and (role is None or row["role"] == role)
            and (since is None or row["at"] >= since)
        ]

    def _first_contact(self) -> Iterable[Line]:
        for row in self.patients.values():
            if not self._period.holds(row["referred_on"]):
                continue
            first = min(self._reached_days(row["id"], None, None), default=None)
            days = None if first is None else self._business(row["referred_on"], first)
            yield Line(row["id"], row["id"], first is not None, days)

    def _answered(self, answer: Callable[[dict[str, Any]], date | None]) -> Iterable[Line]:
        for row in self.all("suggestion"):
            made_on = self._local(row["made_at"])
            if row["kind"] == "role" and self._period.holds(made_on):
                until = answer(row)
                days = None if until is None else max((until - made_on).days, 0)
                parts = (("role", row["role"]),)
                yield Line(row["id"], row["patient_id"], until is not None, days, parts)

    def _assigned(self, asked: dict[str, Any]) -> date | None:
        days = [
            row["starts_on"]
            for row in self.all("assignment")
            if (row["patient_id"], row["role"]) == (asked["patient_id"], asked["role"])
            and row["made_at"] >= asked["made_at"]
            and row["end_reason"] != "entered_in_error"
        ]
        return min(days, default=None)

    def _reached(self, asked: dict[str, Any]) -> date | None:
        days = self._reached_days(asked["patient_id"], asked["role"], asked["made_at"])
        return min(days, default=None)

    def _first_treatment(self) -> Iterable[Line]:
        for row in self.all("care_profile"):
            if self._period.holds(row["first_treated_on"]):
                told = self.patients[row["patient_id"]]["diagnosed_on"]
                found = date.fromisoformat(told) if len(told) == 10 else None
                is_known = found is not None and found <= row["first_treated_on"]
                days = (row["first_treated_on"] - found).days if found and is_known else None
                yield Line(row["patient_id"], row["patient_id"], is_known, days)

    def _trials(self, states: set[str]) -> Iterable[Line]:
        seen: set[int] = set()
        for row in sorted(self.all("trial_step"), key=lambda row: row["id"]):
            if row["state"] in states and row["offer_id"] not in seen:
                seen.add(row["offer_id"])
                if self._period.holds(row["on_day"]):
                    yield Line(row["id"], row["patient_id"])

    def _readmitted(self, days: int) -> Iterable[Line]:
        stays = [
            row for row in self.all("stay")
            if row["kind"] == "inpatient" and row["retracted_at"] is None
        ]  # fmt: skip
        for row in stays:
            out, who = row["discharged_on"], self.patients[row["patient_id"]]
            died = who["status"] == "deceased" and who["status_on"] is not None
            if not self._period.holds(out) or (died and who["status_on"] <= out):
                continue
            is_back = any(
                other["patient_id"] == row["patient_id"]
                and not other["is_planned"]
                and out <= other["admitted_on"] <= out + timedelta(days=days)
                and (other["admitted_on"], other["id"]) > (row["admitted_on"], row["id"])
                for other in stays
            )
            yield Line(row["id"], row["patient_id"], is_back)

    def _scores(self) -> dict[int, list[dict[str, Any]]]:
        found: dict[int, list[dict[str, Any]]] = {}
        for row in self.all("screening"):
            is_distress = row["instrument"] == "distress_thermometer"
            if is_distress and row["retracted_at"] is None and self._period.holds(row["on_day"]):
                found.setdefault(row["patient_id"], []).append(row)
        return found

    def _positive(self) -> dict[int, date]:
        return {
            patient: min(days)
            for patient, rows in self._scores().items()
            if (days := [row["on_day"] for row in rows if row["score"] >= 4])
        }

    def _distress_screened(self) -> Iterable[Line]:
        screened = self._scores()
        for row in self._in_care(self._period.first):
            yield Line(row["id"], row["id"], row["id"] in screened)

    def _distress_positive(self) -> Iterable[Line]:
        positive = self._positive()
        for patient in self._scores():
            yield Line(patient, patient, patient in positive)

    def _taken_up(self, is_taken: Callable[[int, date], bool]) -> Iterable[Line]:
        for patient, day in self._positive().items():
            yield Line(patient, patient, is_taken(patient, day))

    def _is_referred(self, patient: int, day: date) -> bool:
        referred = any(
            row["patient_id"] == patient
            and row["to_role"] in PSYCHOSOCIAL
            and row["requested_on"] >= day
            and row["state"] not in ("declined", "cancelled", "failed")
            for row in self.all("referral")
        )
        return referred or any(
            row["patient_id"] == patient
            and row["role"] in PSYCHOSOCIAL
            and row["starts_on"] >= day
            and row["end_reason"] != "entered_in_error"
            for row in self.all("assignment")
        )

    def _is_followed(self, patient: int, day: date) -> bool:
        return any(
            reached >= day
            for role in PSYCHOSOCIAL
            for reached in self._reached_days(patient, role, None)
        )

    def _screened_on_time(self) -> Iterable[Line]:
        for row in self.all("follow_up"):
            is_screening = row["rule"] in ("phase_screening", "repeat_distress")
            if is_screening and row["state"] != "cancelled" and self._period.holds(row["due_on"]):
                is_done = row["state"] == "done" and self._local(row["closed_at"]) <= row["due_on"]
                yield Line(row["id"], row["patient_id"], is_done)

    def _barriers(self) -> Iterable[Line]:
        for row in self.all("barrier"):
            if self._period.holds(row["found_on"]):
                yield _barrier(row, True)

    def _barriers_resolved(self) -> Iterable[Line]:
        for row in self.all("barrier"):
            ended = row["closed_on"] or date.max
            if row["found_on"] <= self._period.last and ended >= self._period.first:
                is_over = row["state"] == "resolved" and self._period.holds(row["closed_on"])
                yield _barrier(row, is_over)

    def _barrier_days(self) -> Iterable[Line]:
        for row in self.all("barrier"):
            if row["state"] == "resolved" and self._period.holds(row["closed_on"]):
                yield _barrier(row, True, (row["closed_on"] - row["found_on"]).days)

    def _referrals_closed(self) -> Iterable[Line]:
        for row in self.all("referral"):
            if self._period.holds(row["requested_on"]):
                yield _referral(row, row["state"] not in OPEN_REFERRALS)

    def _referral_days(self) -> Iterable[Line]:
        for row in self.all("referral"):
            if row["state"] == "completed" and self._period.holds(row["state_on"]):
                yield _referral(row, True, (row["state_on"] - row["requested_on"]).days)

    def _referral_age(self) -> Iterable[Line]:
        for row in self.all("referral"):
            if row["state"] in OPEN_REFERRALS:
                yield _referral(row, True, (self._today - row["requested_on"]).days)

    def _referred_to(self, roles: set[str]) -> Iterable[Line]:
        for row in self.all("referral"):
            if row["to_role"] in roles and self._period.holds(row["requested_on"]):
                yield Line(row["id"], row["patient_id"])


def _barrier(row: dict[str, Any], is_hit: bool, days: int | None = None) -> Line:
    return Line(row["id"], row["patient_id"], is_hit, days, (("category", row["category"]),))


def _referral(row: dict[str, Any], is_hit: bool, days: int | None = None) -> Line:
    return Line(row["id"], row["patient_id"], is_hit, days, (("role", row["to_role"]),))


def _typed(name: str, value: Any) -> Any:
    if not isinstance(value, str) or not value:
        return value
    if name.endswith("_at") or name == "at":
        return datetime.fromisoformat(value).replace(tzinfo=UTC)
    if name != "diagnosed_on" and (name.endswith("_on") or name in ("on_day", "day")):
        return date.fromisoformat(value)
    return value
