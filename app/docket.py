"""The docket and the silence: deadlines passed and to come, and findings in words.

Rows are records of `Data.rows`. A promise told in several policies is one promise here as on the overview.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from app import promises
from app.paging import page_of
from etl.judge.arithmetic import Found
from etl.judge.remarks import remark
from etl.status import was_judged
from etl.vocabulary import GIVEN_UP, STRIP, Family, Finding, Status

YEARS_AHEAD = 2
SILENT = (Finding.overdue, Finding.discontinued, Finding.not_taken_up)
"""Findings of silence; the others do not add up."""

_ORDER = {status: place for place, status in enumerate(Status)}


@dataclass(frozen=True)
class Year:
    """Deadlines of a year that have passed: promises with a figure or a decision, and those nobody measures."""

    year: int
    rows: list[dict]
    unmeasured: list[dict]


@dataclass(frozen=True)
class Docket:
    """Deadlines passed by year, the latest first; their statuses counted; deadlines to come by day, the next first, and
    how many of these fall within a year."""

    years: list[Year]
    counts: list[tuple[Status, int]]
    coming: list[tuple[date, list[dict]]]
    soon: int

    @property
    def passed(self) -> int:
        """Promises whose deadline has passed."""
        return sum(count for _, count in self.counts)

    @property
    def rows(self) -> list[dict]:
        """Promises whose deadline has passed, in their order."""
        return [row for year in self.years for row in (*year.rows, *year.unmeasured)]

    @property
    def rows_ahead(self) -> list[dict]:
        """Promises that fall due next, in their order."""
        return [row for _, own in self.coming for row in own]

    @property
    def ahead(self) -> int:
        """Promises that fall due next."""
        return len(self.rows_ahead)


@dataclass(frozen=True)
class Remark:
    """A finding in words: rows of the targets that it is about, of those added up, and a document that bears on it."""

    code: Finding
    sentence: str
    rows: list[dict]
    others: list[dict]
    policy_id: str | None


def docket(rows: Sequence[dict], as_of: date) -> Docket:
    """The docket as of a day, and the deadlines of the two years that follow."""
    due = [row for row in promises.fold(rows) if row["deadline"] and was_judged(row)]
    passed = sorted((row for row in due if row["deadline"] < as_of), key=_place)
    ahead = [
        row for row in due if as_of <= row["deadline"] <= _later(as_of, YEARS_AHEAD) and row["status"] not in GIVEN_UP
    ]
    counts = Counter(row["status"] for row in passed)
    return Docket(
        years=[_year(year, list(own)) for year, own in groupby(passed, key=lambda row: row["deadline"].year)],
        counts=[(status, counts[status]) for status in Status if counts[status]],
        coming=_by_day(ahead),
        soon=sum(row["deadline"] <= _later(as_of, 1) for row in ahead),
    )


def paged(found: Docket, page: int) -> tuple[int, list[Year]]:
    """The number of a page of the deadlines passed, at most the last one's, and its years with their promises on it."""
    page, shown = page_of(found.rows, page)
    codes = {row["target_id"] for row in shown}
    years = [
        Year(one.year, *([row for row in own if row["target_id"] in codes] for own in (one.rows, one.unmeasured)))
        for one in found.years
    ]
    return page, [one for one in years if one.rows or one.unmeasured]


def calendar(rows: Sequence[dict]) -> list[tuple[int, dict[Family, int]]]:
    """Each year in which promises with a number fall due, the earliest first, with how many stand where.

    A promise that is told again for another year falls due in both.
    """
    due: dict[int, list[dict]] = {}
    for row in rows:
        if row["deadline"] and row["family"] in STRIP:
            due.setdefault(row["deadline"].year, []).append(row)
    return [(year, _families(promises.fold(due[year]))) for year in sorted(due)]


def _families(rows: Sequence[dict]) -> dict[Family, int]:
    counts = Counter(row["family"] for row in rows)
    return {family: counts[family] for family in STRIP if counts[family]}


def _place(row: Mapping) -> tuple:
    return -row["deadline"].year, _ORDER[row["status"]], -row["deadline"].toordinal(), row["target_id"]


def _year(year: int, rows: list[dict]) -> Year:
    unmeasured = [row for row in rows if row["status"] == Status.no_data]
    return Year(year, [row for row in rows if row["status"] != Status.no_data], unmeasured)


def _by_day(rows: list[dict]) -> list[tuple[date, list[dict]]]:
    rows = sorted(rows, key=lambda row: (row["deadline"], _ORDER[row["status"]], row["target_id"]))
    return [(day, list(own)) for day, own in groupby(rows, key=lambda row: row["deadline"])]


def _later(day: date, years: int) -> date:
    """The same day some years on; of a leap day the 28th of February."""
    is_leap_day = (day.month, day.day) == (2, 29)
    return day.replace(year=min(day.year + years, date.max.year), day=28 if is_leap_day else day.day)


def remarks(found: Sequence[Found], rows: Sequence[dict], lang: str) -> list[Remark]:
    """Findings in words, in the order of their codes; what is said alike of several targets is said once."""
    told = {row["target_id"]: row for row in rows}
    said: dict[tuple, list[Found]] = {}
    for one in found:
        row = told[one.target_id]
        series = row["series_id"] if one.policy_id is None else None
        key = (one.code, remark(one, row, lang), series, one.others, one.policy_id)
        said.setdefault(key, []).append(one)
    made = [
        Remark(code, sentence, _told(told, [one.target_id for one in own]), _told(told, others), policy)
        for (code, sentence, _series, others, policy), own in said.items()
    ]
    return sorted(made, key=lambda one: list(Finding).index(one.code))


def _told(rows: Mapping[str, dict], target_ids: Sequence[str]) -> list[dict]:
    return promises.fold([rows[target_id] for target_id in target_ids])
