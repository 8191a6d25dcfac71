"""What judging works on: a reading of a series, a promise (one version of a target), and the verdict."""

from dataclasses import dataclass
from datetime import date

from etl.judge.scales import UNBOUNDED, Bounds
from etl.normalise.periods import Period
from etl.vocabulary import (
    Badge,
    Choice,
    Comparator,
    Flag,
    Grade,
    Kind,
    Measured,
    MethodClass,
    NoChance,
    Obstacle,
    Qualifier,
    Reason,
    Status,
    TextStatus,
    Working,
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Reading:
    """One observation as one publication gave it, in the indicator's unit; `decides`: its period is one that counts."""

    period: str
    start: date
    end: date
    value: float
    high: float | None
    qualifier: Qualifier
    published_on: date | None
    known_on: date
    basis: str
    decides: bool
    grade: Grade
    flag: Flag | None = None
    source: tuple | None = None


@dataclass(frozen=True, slots=True)
class Decision:
    """An analyst's decision on a basis of a series; `factor` or the `overlap` period belong to a rebase.

    One that is only thought of has no `decision_id`.
    """

    choice: Choice
    basis: str
    to_basis: str | None
    factor: float | None
    overlap: str | None
    decided_on: date
    decision_id: str = ""


@dataclass(frozen=True, slots=True)
class Promise:
    """One version of a target. Values are in the indicator's unit; for change and growth_per_year in per cent."""

    target_id: str
    kind: Kind
    comparator: Comparator | None
    value: float | None
    high: float | None
    baseline_value: float | None
    baseline_period: Period | None
    deadline: date | None
    basis: str | None
    tolerance: float | None
    known_on: date
    text_status: TextStatus
    milestones: tuple[tuple[date, float], ...]
    has_series: bool
    has_proxies: bool
    superseded_on: date | None
    measured: Measured
    yearly_rates: bool
    dropped_on: date | None = None
    decisions: tuple[Decision, ...] = ()
    natural: Bounds = UNBOUNDED

    def is_dropped(self, as_of: date) -> bool:
        """Whether it was on record by the day that it was given up."""
        return self.dropped_on is not None and self.dropped_on <= as_of

    def is_superseded(self, as_of: date) -> bool:
        """Whether a later statement had taken its place by the day."""
        return self.superseded_on is not None and self.superseded_on <= as_of


@dataclass(frozen=True, slots=True)
class Verdict:
    """Where a target stood as of a day by one method, with every input; what is absent is None."""

    status: Status
    reason: Reason
    detail: Status | None = None
    ratio: float | None = None
    progress_share: float | None = None
    time_share: float | None = None
    required_value: float | None = None
    period: str | None = None
    value: float | None = None
    high: float | None = None
    qualifier: Qualifier | None = None
    published_on: date | None = None
    basis: str | None = None
    second_period: str | None = None
    second_value: float | None = None
    second_basis: str | None = None
    baseline_period: str | None = None
    baseline_value: float | None = None
    baseline_published_on: date | None = None
    target_value: float | None = None
    target_high: float | None = None
    target_is_derived: bool = False
    actual_per_year: float | None = None
    required_per_year: float | None = None
    distance: float | None = None
    method_class: MethodClass | None = None
    obstacle: Obstacle | None = None
    workings: tuple[tuple[Working, float], ...] = ()
    chance: float | None = None
    expected: float | None = None
    no_chance: NoChance | None = None
    badges: tuple[Badge, ...] = ()
    source: tuple | None = None
