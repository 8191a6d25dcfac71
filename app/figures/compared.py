"""What a comparison shows: its series as they are drawn, on common axes, and the sheet that their charts stand on."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta

from app.figures import goals, scales
from app.figures.goals import Goal
from app.figures.indexed import Offer, indexed, offer
from app.figures.readings import Break, Reading, breaks, runs
from app.figures.style import BOLD, NARROW, SMALL, Frame, Size, period_text, shorten, text_width
from app.text import Text

MOST_COLUMNS = 3
GAP = 28.0
PANEL = 132.0
TITLE = 44.0
YEARS = 28.0
NAMES = {False: 150, True: 94}
"""Width of the names at the lines' ends, on a desk and on a phone."""
SHORTEST_SPAN = 3 * 365
ROOM = 0.04


@dataclass(frozen=True)
class Strand:
    """A series in a comparison: its short name, its readings, the status rows of targets held against it, words for its
    bases (code → words)."""

    name: str
    readings: Sequence[Reading]
    targets: Sequence[Mapping] = ()
    bases: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Comparison:
    """What is compared: series of one indicator, its unit in the reader's language, its name, and the base year of an
    index ("": the values themselves). A base year has to be one of those offered."""

    strands: Sequence[Strand]
    unit: str
    title: str
    base: str = ""

    def offer(self) -> Offer:
        """The base years that these series allow."""
        return offer([_runs(one) for one in self.strands])


@dataclass(frozen=True)
class Aim:
    """A level to be reached by a day, and the targets that state it: the short names of their policies by their ids."""

    goal: Goal
    policies: Mapping[str, str]

    @property
    def key(self) -> tuple:
        """What equal ones have in common."""
        return self.goal.value, self.goal.high, self.goal.day, self.goal.lines[0]

    def text(self, t: Text) -> str:
        """Level and day, and how many targets state it where they are several: "≥ 492 by 2025 (3 targets)"."""
        count, value = len(self.policies), self.goal.lines[0]
        return t.counted("compare.alike", count, value=value) if count > 1 else value

    def described(self, t: Text) -> str:
        """Level, day, number of targets and their policies."""
        names = t("list.names").join(dict.fromkeys(self.policies.values()))
        return t.counted("compare.describe_target", len(self.policies), value=self.goal.lines[0], policies=names)


@dataclass(frozen=True)
class Drawn:
    """A series ready to be drawn: its readings of one basis each, where the basis breaks, its targets, and the bases
    that an index leaves out."""

    name: str
    runs: list[list[Reading]]
    breaks: list[Break]
    aims: list[Aim]
    left_out: list[str]
    bases: Mapping[str, str]

    @property
    def readings(self) -> list[Reading]:
        """All readings by time."""
        return sorted((one for run in self.runs for one in run), key=lambda one: one.end)

    @property
    def goals(self) -> list[Goal]:
        """The levels of its targets."""
        return [one.goal for one in self.aims]

    @property
    def main(self) -> list[Reading]:
        """The run with most readings, which bears the series' name; of equally long ones the one that ends last."""
        return max(self.runs, key=lambda run: (len(run), run[-1].end))

    @property
    def latest(self) -> Reading:
        """The newest reading, of the basis that begins last."""
        return max(self.readings, key=lambda one: one.end)


@dataclass(frozen=True)
class Sheet:
    """The sheet of one chart, or of small ones in rows: what is drawn, the axes, and sizes in pixels: `row` from one
    row's top to the next, `title` above a small chart, its `width` and `height`, the `gap` between columns."""

    comparison: Comparison
    drawn: list[Drawn]
    together: bool
    values: scales.Values
    frame: Frame
    columns: int = 1
    width: float = 0.0
    height: float = PANEL
    gap: float = GAP
    title: float = TITLE
    row: float = TITLE + PANEL + YEARS

    @property
    def widest(self) -> float:
        """The greatest width of a small chart."""
        return self.width * self.frame.extremes[-1].stretch


def drawn(comparison: Comparison, t: Text) -> list[Drawn]:
    """The series with readings that decide, in their order; those that an index leaves nothing of are left out."""
    found = [_drawn(one, comparison.base, t) for one in comparison.strands]
    return [one for one in found if one.runs]


def _runs(strand: Strand) -> list[list[Reading]]:
    return runs([one for one in strand.readings if one.is_decisive])


def _drawn(strand: Strand, base: str, t: Text) -> Drawn:
    of_bases = _runs(strand)
    kept = indexed(of_bases, base) if base else of_bases
    bases = {run[0].basis for run in kept}
    left_out = [run[0].basis for run in of_bases if run[0].basis not in bases]
    aims = [] if base else _aims(strand, t)
    return Drawn(strand.name, kept, breaks(kept), aims, left_out, strand.bases)


def _aims(strand: Strand, t: Text) -> list[Aim]:
    """The targets on the axis, equal ones as one."""
    found = [(goals.goal(row, t), row) for row in strand.targets]
    return alike(Aim(goal, {row["target_id"]: row["policy_short"]}) for goal, row in found if goal)


def alike(aims: Iterable[Aim]) -> list[Aim]:
    """Equal ones as one, which has the targets of all."""
    found: dict[tuple, Aim] = {}
    for one in aims:
        first = found.get(one.key, one)
        found[one.key] = replace(first, policies={**first.policies, **one.policies})
    return list(found.values())


def _each_once(found: Sequence[Drawn]) -> list[Drawn]:
    """The series with each level at the first one only that is held to it, as one chart shows them."""
    left = {one.key: one for one in alike(aim for each in found for aim in each.aims)}
    return [replace(each, aims=[left.pop(aim.key) for aim in each.aims if aim.key in left]) for each in found]


def sheet(comparison: Comparison, as_of: date, t: Text, size: Size, together: bool) -> Sheet:
    """The sheet of a comparison; a series alone is one chart of full size. Raises ValueError where nothing is drawn."""
    found = drawn(comparison, t)
    if not found:
        raise ValueError("no series has a reading that decides")
    together = together or len(found) == 1
    is_narrow = size is NARROW
    unit = unit_text(comparison, t)
    values = scales.values(_values(found), unit, t, 5 if is_narrow or not together else 6)
    start, end = _days(found, as_of)
    left = values.text_width + 14
    if together:
        right = _right(found, size)
        frame = Frame(size, left, right, 34, 30, start, end, values.low, values.high)
        return Sheet(comparison, _each_once(found), True, values, frame)
    columns = _columns(len(found), is_narrow)
    rows = -(-len(found) // columns)
    right = 24.0
    width = (size.width - left - right - GAP * (columns - 1)) / columns
    inner = rows * (TITLE + PANEL + YEARS) - YEARS
    whole = replace(size, height=round(inner + 34 + 30))
    frame = Frame(whole, left, right, 34, 30, start, end, values.low, values.high)
    return Sheet(comparison, found, False, values, frame, columns, width)


def unit_text(comparison: Comparison, t: Text) -> str:
    """What the axis counts: the unit, or which year is 100."""
    return t("compare.index_unit", year=period_text(comparison.base, t)) if comparison.base else comparison.unit


def _columns(count: int, is_narrow: bool) -> int:
    """Charts in a row: as few as leave no row nearly empty."""
    return 2 if is_narrow or count in (2, 4) else MOST_COLUMNS


def _values(found: Sequence[Drawn]) -> list[float]:
    points = [point for one in found for point in (*one.readings, *one.goals)]
    return [point.value for point in points] + [point.top for point in points]


def _days(found: Sequence[Drawn], as_of: date) -> tuple[date, date]:
    days = [one.end for each in found for one in each.readings]
    days += [goal.day for each in found for goal in each.goals if goal.day]
    if any(goal.day is None for each in found for goal in each.goals):
        days.append(as_of)
    first, last = min(days), max(days)
    first = min(first, last - timedelta(days=SHORTEST_SPAN))
    room = round((last - first).days * ROOM)
    return first - timedelta(days=room), last + timedelta(days=room)


def _right(found: Sequence[Drawn], size: Size) -> float:
    """Room for the names at the lines' ends."""
    names = [shorten(one.name, NAMES[size is NARROW], 2) for one in found]
    return max(text_width(name, SMALL) * BOLD for name in names) + 14


def notes(comparison: Comparison, t: Text) -> list[str]:
    """What a reader must know to read the marks of this chart."""
    found = drawn(comparison, t)
    shown = [one for each in found for one in each.readings]
    stops = [
        t("compare.note_left_out", name=each.name, basis=each.bases.get(basis, basis))
        for each in (_drawn(one, comparison.base, t) for one in comparison.strands)
        for basis in each.left_out
    ]
    said = {
        "compare.note_break": any(each.breaks for each in found),
        "chart.note_hollow": any(one.is_weak for one in shown),
        "chart.note_converted": not comparison.base and any(one.is_converted for one in shown),
        "chart.note_year_end": any(one.frequency != "year" for one in shown),
        "compare.note_no_targets": bool(comparison.base) and any(one.targets for one in comparison.strands),
    }
    return stops + [t(key) for key, is_true in said.items() if is_true]


def describe(comparison: Comparison, t: Text) -> str:
    """What the chart shows in one sentence: the indicator, of each series its span and newest reading, and the
    targets."""
    found = drawn(comparison, t)
    said = [t("compare.describe", title=comparison.title, unit=unit_text(comparison, t))]
    for one in found:
        latest = one.latest
        value = t.quantity(round(latest.value, 1 if comparison.base else 4), None, latest.qualifier)
        words = {"value": value, "period": period_text(latest.period, t)}
        said.append(t.counted("compare.describe_series", len(one.readings), name=one.name, **words))
    said += [aim.described(t) for aim in alike(aim for each in found for aim in each.aims)]
    return t("list.separator").join(said) + t("chart.stop")
