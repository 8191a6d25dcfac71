"""What a comparison shows: its series as they are drawn, on common axes, and the sheet that their charts stand on."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta

from app.figures import goals, names, scales
from app.figures.goals import Goal
from app.figures.indexed import Offer, indexed, offer
from app.figures.readings import Break, Reading, breaks, runs
from app.figures.style import BOLD, NARROW, SMALL, Frame, Size, amount, period_text, text_width
from app.text import Text

MOST_COLUMNS = 3
GAP = 28.0
PANEL = 132.0
TITLE = 44.0
YEARS = 28.0
NAMES = {False: 170, True: 94}
"""Width of the names at the lines' ends, on a desk and on a phone."""
A_NAME = 28.0
"""Pixels of one chart's height for each of its series."""
SHORTEST_SPAN = 3 * 365
ROOM = 0.04


@dataclass(frozen=True)
class Strand:
    """A series in a comparison: its name, its readings, the status rows of targets held against it, words for its bases
    (code → words), a shorter name for where the other has no room ("": none)."""

    name: str
    readings: Sequence[Reading]
    targets: Sequence[Mapping] = ()
    bases: Mapping[str, str] = field(default_factory=dict)
    short: str = ""


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
    short: str

    @property
    def names(self) -> names.Name:
        """Its name, and the shorter one."""
        return self.name, self.short

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
    row's top to the next, `title` above a small chart, its `width` and `height`, the `gap` between columns. `names` are
    the words on each series: above its small chart, or at its line's end in one chart."""

    comparison: Comparison
    drawn: list[Drawn]
    names: list[str]
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
    return Drawn(strand.name, kept, breaks(kept), aims, left_out, strand.bases, strand.short)


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
    values = scales.values(_values(found), unit_text(comparison, t), t, 5 if size is NARROW or not together else 6)
    start, end = _days(found, as_of)
    frame = Frame(size, values.text_width + 14, 24.0, 34, 30, start, end, values.low, values.high)
    if together:
        return _one_chart(comparison, found, values, frame, t)
    return _small_charts(comparison, found, values, frame)


def _one_chart(comparison: Comparison, found: Sequence[Drawn], values: scales.Values, frame: Frame, t: Text) -> Sheet:
    """One chart, with room for the words at the lines' ends beside it."""
    ends = _line_ends(comparison, found, frame.size is NARROW, t)
    own = replace(frame.size, height=max(frame.size.height, round(frame.top + frame.bottom + A_NAME * len(found))))
    right = max(text_width(one, SMALL) * BOLD for one in ends) + 14
    return Sheet(comparison, _each_once(found), ends, True, values, replace(frame, size=own, right=right))


def _small_charts(comparison: Comparison, found: Sequence[Drawn], values: scales.Values, frame: Frame) -> Sheet:
    """A chart each, in rows."""
    size = frame.size
    columns = _columns(len(found), size is NARROW)
    rows = -(-len(found) // columns)
    width = (size.width - frame.left - frame.right - GAP * (columns - 1)) / columns
    inner = rows * (TITLE + PANEL + YEARS) - YEARS
    whole = replace(frame, size=replace(size, height=round(inner + frame.top + frame.bottom)))
    titles = names.titles([one.names for one in found], width / BOLD)
    return Sheet(comparison, found, titles, False, values, whole, columns, width)


def unit_text(comparison: Comparison, t: Text) -> str:
    """What the axis counts: the unit, or which year is 100."""
    return t("compare.index_unit", year=period_text(comparison.base, t)) if comparison.base else comparison.unit


def _line_ends(comparison: Comparison, found: Sequence[Drawn], is_narrow: bool, t: Text) -> list[str]:
    """The words at the ends of the series' main lines in one chart."""
    values = [value_text(one.main[-1], comparison, t) for one in found]
    return names.line_ends([one.names for one in found], values, NAMES[is_narrow])


def value_text(reading: Reading, comparison: Comparison, t: Text) -> str:
    """A reading's value in words; of an index to one digit behind the point."""
    if comparison.base:
        high = None if reading.high is None else round(reading.high, 1)
        return t.quantity(round(reading.value, 1), high, reading.qualifier)
    return amount(t.quantity(reading.value, reading.high, reading.qualifier), comparison.unit, t)


def common_breaks(found: Sequence[Drawn]) -> list[date]:
    """The days on which a basis of each series gives way to another: a rule there is true of all of them."""
    days = [{one.day for one in each.breaks} for each in found]
    return sorted(set.intersection(*days)) if days else []


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


def notes(comparison: Comparison, t: Text, *, together: bool = False) -> list[str]:
    """What a reader must know to read the marks of this chart."""
    found = drawn(comparison, t)
    has_rule = bool(common_breaks(found)) if together else any(each.breaks for each in found)
    shown = [one for each in found for one in each.readings]
    stops = [
        t("compare.note_left_out", name=each.name, basis=each.bases.get(basis, basis))
        for each in (_drawn(one, comparison.base, t) for one in comparison.strands)
        for basis in each.left_out
    ]
    said = {
        "compare.note_break" if has_rule else "compare.note_apart": any(each.breaks for each in found),
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
