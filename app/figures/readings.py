"""Observations as a chart needs them: which are joined, which are hollow, where the basis breaks."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise

import pandas as pd

from etl.vocabulary import Flag, Frequency, Grade, Qualifier

COLUMNS = (
    "period", "period_end", "value", "high", "qualifier", "basis", "decides", "frequency", "grade", "flag", "publisher",
    "publisher_en", "publisher_zh", "published_on", "published_value", "published_basis",
)  # fmt: skip
"""What is read of an observation."""

LONGEST_STEP = {Frequency.month: 46, Frequency.quarter: 138, Frequency.half: 276}
"""Days between two ends of periods that still follow each other; a year and a half for all others."""
A_YEAR_AND_A_HALF = 548


@dataclass(frozen=True)
class Reading:
    """One observation: its period and last day, its value, and how far it is to be trusted."""

    period: str
    end: date
    value: float
    high: float | None = None
    qualifier: str = Qualifier.exact
    basis: str = ""
    is_decisive: bool = True
    frequency: str = Frequency.year
    grade: str = Grade.primary
    flag: str | None = None
    publisher: str = ""
    published_on: date | None = None
    published_value: float | None = None
    published_basis: str | None = None

    @property
    def is_converted(self) -> bool:
        """Whether a decision converted it from the value published on another basis."""
        return self.published_value not in (None, self.value)

    @property
    def is_kept(self) -> bool:
        """Whether a decision has it compared as it is with values on another basis."""
        return self.published_basis not in (None, self.basis) and not self.is_converted

    @property
    def is_soft(self) -> bool:
        """Whether it is less than a firm value as published. Drawn hollow."""
        return self.is_weak or self.is_converted

    @property
    def is_weak(self) -> bool:
        """Whether it is provisional, bounded, approximate or disputed."""
        is_firm = self.qualifier == Qualifier.exact and self.grade != Grade.disputed
        return not is_firm or self.high is not None or self.flag in (Flag.provisional, Flag.estimate, Flag.forecast)

    @property
    def top(self) -> float:
        """The upper end of a range, else the value."""
        return self.value if self.high is None else self.high


@dataclass(frozen=True)
class Break:
    """A change of basis: the day at which its rule stands, and the basis from there on."""

    day: date
    basis: str


def readings(frame: pd.DataFrame, lang: str = "en") -> list[Reading]:
    """The rows of an observations frame by the end of their periods; rows without a value are not drawn."""
    columns = [column for column in COLUMNS if column in frame.columns]
    cells = zip(*(frame[column].tolist() for column in columns), strict=True)
    rows = (dict(zip(columns, values, strict=True)) for values in cells)
    found = (_reading(row, lang) for row in rows if not pd.isna(row["value"]))
    return sorted(found, key=lambda one: (one.end, one.basis, one.period))


def _reading(row: dict, lang: str) -> Reading:
    return Reading(
        period=row["period"],
        end=row["period_end"],
        value=float(row["value"]),
        high=_given(row["high"]),
        qualifier=_given(row["qualifier"]) or Qualifier.exact,
        basis=_given(row["basis"]) or "",
        is_decisive=bool(row["decides"]),
        frequency=row["frequency"],
        grade=_given(row["grade"]) or Grade.primary,
        flag=_given(row["flag"]),
        publisher=_given(row.get(f"publisher_{lang}")) or _given(row.get("publisher")) or "",
        published_on=_given(row["published_on"]),
        published_value=_given(row.get("published_value")),
        published_basis=_given(row.get("published_basis")),
    )


def _given(value):
    return None if pd.isna(value) else value


def runs(decisive: Sequence[Reading]) -> list[list[Reading]]:
    """Readings of one basis each, by time; the basis that begins first comes first."""
    found: dict[str, list[Reading]] = {}
    for one in decisive:
        found.setdefault(one.basis, []).append(one)
    return list(found.values())


def links(run: Sequence[Reading]) -> tuple[list[tuple[Reading, Reading]], list[tuple[Reading, Reading]]]:
    """Neighbours of one basis: those that follow each other, and those with years missing between them."""
    frequencies = {one.frequency for one in run}
    step = LONGEST_STEP.get(next(iter(frequencies)), A_YEAR_AND_A_HALF) if len(frequencies) == 1 else A_YEAR_AND_A_HALF
    near, far = [], []
    for first, second in pairwise(run):
        (near if (second.end - first.end).days <= step else far).append((first, second))
    return near, far


def breaks(of_bases: Sequence[Sequence[Reading]]) -> list[Break]:
    """A rule for each basis that takes over from the one before it; none where two bases run side by side.

    It stands between the last reading of the old basis and the first of the new; on the reading where both have one.
    """
    found = []
    for old, new in pairwise(of_bases):
        first, last = new[0].end, old[-1].end
        if first >= last:
            found.append(Break(first - timedelta(days=(first - last).days // 2), new[0].basis))
    return found
