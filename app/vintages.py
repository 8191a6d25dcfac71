"""The publications of one series side by side: what each of them gave for each period, and what it changed.

Records are rows of `query.vintages`. A value is revised where a later publication gives another one for the same period
on the same basis; a value on another basis is told apart from that.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from etl.normalise.revisions import is_beyond_limit

COMPARED = ("value", "high", "qualifier")


@dataclass(frozen=True)
class Published:
    """A value as one publication gave it, and the one before it for the same period and basis (None: the first)."""

    record: Mapping
    before: Mapping | None

    @property
    def is_revised(self) -> bool:
        """Whether it takes the place of another value."""
        return self.before is not None and any(self.record[name] != self.before[name] for name in COMPARED)

    @property
    def is_beyond_limit(self) -> bool:
        """Whether it is so far from the value before it that the checks ask for a basis of its own."""
        return self.before is not None and is_beyond_limit(self.before, self.record)


@dataclass(frozen=True)
class Grid:
    """All publications of a series, by day and then period."""

    published: Sequence[Published]

    @cached_property
    def days(self) -> list[date]:
        """The days on which something was published, the newest first."""
        return sorted({one.record["known_on"] for one in self.published}, reverse=True)

    @cached_property
    def periods(self) -> list[str]:
        """The periods, the newest first."""
        ends = {one.record["period"]: one.record["period_end"] for one in self.published}
        return sorted(ends, key=lambda period: (ends[period], period), reverse=True)

    @cached_property
    def bases(self) -> list[str]:
        """The bases in the order in which figures on them were first published."""
        return list(dict.fromkeys(one.record["basis"] or "" for one in self.published))

    @cached_property
    def revised(self) -> list[str]:
        """The periods with a revision, the newest first."""
        return self._with(one for one in self.published if one.is_revised)

    @cached_property
    def beyond(self) -> list[str]:
        """The periods with a revision beyond the limit, the newest first."""
        return self._with(one for one in self.published if one.is_beyond_limit)

    def _with(self, chosen: Iterable[Published]) -> list[str]:
        found = {one.record["period"] for one in chosen}
        return [period for period in self.periods if period in found]

    @cached_property
    def rebased(self) -> list[str]:
        """The periods that have figures on more than one basis, the newest first."""
        return [one for one in self.periods if len({each.record["basis"] for each in self.of(one)}) > 1]

    def of(self, period: str) -> list[Published]:
        """The publications for a period, the oldest first."""
        return [one for one in self.published if one.record["period"] == period]

    def at(self, period: str, day: date) -> list[Published]:
        """What was published for a period on a day: one value a basis."""
        return self._cells.get((period, day), [])

    @cached_property
    def _cells(self) -> dict[tuple[str, date], list[Published]]:
        cells: dict[tuple[str, date], list[Published]] = {}
        for one in self.published:
            cells.setdefault((one.record["period"], one.record["known_on"]), []).append(one)
        return cells

    def shown(self, period: str) -> str | None:
        """The period asked for; where there is none of it, the one published most often, the newest of several."""
        if period in self.periods:
            return period
        times = {one: (len(self.of(one)), self.of(one)[0].record["decides"]) for one in self.periods}
        return max(self.periods, key=lambda one: times[one], default=None)


def grid(records: Sequence[Mapping]) -> Grid:
    """The publications of one series, each with the one that it follows."""
    last: dict[tuple[str, str], Mapping] = {}
    found = []
    for record in sorted(records, key=lambda one: (one["known_on"], one["period_end"])):
        key = (record["period"], record["basis"])
        found.append(Published(record, last.get(key)))
        last[key] = record
    return Grid(found)
