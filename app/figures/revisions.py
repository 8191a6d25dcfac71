"""How the value of one period moved from publication to publication, and below it how the verdict did."""

from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass, field
from datetime import date, timedelta
from itertools import pairwise

from app import theme
from app.figures import scales, style
from app.figures.placement import Box, Ground, Label, place
from app.figures.readings import Reading
from app.text import Text
from etl.vocabulary import Status

WIDE = style.Size(660, 330, 40, style.WIDEST_ON_A_DESK)
NARROW = style.Size(340, 300, 42, style.WIDEST_ON_A_PHONE)
SHORTEST_SPAN = 180
STRIP = 10.0
WORDS = 24.0
ABOVE_STRIP = 30.0
BOTTOM = 30.0
MARK = 12.0
LEAST_MARK = 15.0
LEAST_MONTH = 64
STEPS = (1, 3, 6, 12, 24, 60, 120, 240)
SIDES_OF_VALUES = ("N", "NE", "NW", "S", "SE", "SW", "E", "W")


@dataclass(frozen=True)
class Told:
    """What was said of one period: its publications by day, the unit in the reader's language, the statuses of the
    verdict from their days on, words for bases, and which publications (day, basis) are revisions beyond the limit."""

    period: str
    unit: str
    readings: Sequence[tuple[date, Reading]]
    verdicts: Sequence[tuple[date, Status]] = ()
    bases: Mapping[str, str] = field(default_factory=dict)
    beyond: Set[tuple[date, str]] = frozenset()


@dataclass(frozen=True)
class Piece:
    """A stretch of time with one status."""

    status: Status
    start: date
    end: date


def pieces(verdicts: Sequence[tuple[date, Status]], as_of: date) -> list[Piece]:
    """The statuses up to the day; days on which the status stayed as it was begin no piece."""
    changes = [one for n, one in enumerate(verdicts) if n == 0 or verdicts[n - 1][1] != one[1]]
    ends = [*(day for day, _status in changes[1:]), as_of][: len(changes)]
    return [Piece(Status(status), day, end) for (day, status), end in zip(changes, ends, strict=True)]


def revisions(told: Told, as_of: date, t: Text, *, narrow: bool = False) -> style.Figure:
    """The chart as the page shows it: steps of the value above, the strip of the verdict below, on one axis of time."""
    size = NARROW if narrow else WIDE
    values = scales.values(
        [one.value for _, one in told.readings] + [one.top for _, one in told.readings], told.unit, t
    )
    frame = _frame(told, as_of, size, values)
    strip = pieces(told.verdicts, as_of)
    traces = [*_lines(told, as_of), _points(told, t), _hovers(strip, t)]
    words = [_caption(values, frame), *_labels(told, as_of, frame, t, narrow), *_words(strip, frame, t)]
    marks = {"shapes": list(_shapes(strip)), "images": list(_pictures(strip, frame)), "annotations": words}
    return style.figure(traces, _layout(frame, values, t) | marks)


def _frame(told: Told, as_of: date, size: style.Size, values: scales.Values) -> style.Frame:
    """The place of the steps; the strip and its words stand in the frame's bottom margin."""
    first = min([day for day, _ in told.readings] + [day for day, _ in told.verdicts])
    first = min(first, as_of - timedelta(days=SHORTEST_SPAN))
    room = round((as_of - first).days * 0.03)
    bottom = BOTTOM + ABOVE_STRIP + STRIP + WORDS
    start, end = first - timedelta(days=room), as_of + timedelta(days=room)
    return style.Frame(size, values.text_width + 14, 24, 34, bottom, start, end, values.low, values.high)


def _layout(frame: style.Frame, values: scales.Values, t: Text) -> dict:
    layout = style.layout(frame)
    inner = frame.height + frame.bottom - BOTTOM
    layout["margin"] = layout["margin"] | {"b": BOTTOM}
    ticks, texts = time_ticks(frame, t)
    across = {
        "type": "date", "range": [frame.start.isoformat(), frame.end.isoformat()], "anchor": "y2", "tickangle": 0,
        "tickvals": [day.isoformat() for day in ticks], "ticktext": texts, "ticks": "outside", "ticklen": 5,
        "tickcolor": style.RULE, "tickfont": style.font(theme.MUTED), "showgrid": False, "zeroline": False,
        "fixedrange": True,
    }  # fmt: skip
    up = {
        "range": [values.low, values.high], "domain": [1 - frame.height / inner, 1], "tickvals": list(values.ticks),
        "ticktext": list(values.texts), "tickfont": style.font(theme.MUTED), "ticklabelstandoff": 6,
        "gridcolor": style.GRID, "zeroline": values.low <= 0 <= values.high, "zerolinecolor": style.RULE,
        "zerolinewidth": 1, "fixedrange": True,
    }  # fmt: skip
    below = {"range": [-WORDS, STRIP], "domain": [0, (STRIP + WORDS) / inner], "visible": False, "fixedrange": True}
    return layout | {"xaxis": across, "yaxis": up, "yaxis2": below}


def time_ticks(frame: style.Frame, t: Text) -> tuple[list[date], list[str]]:
    """Firsts of months, quarters or years between the frame's ends, as far apart as their words need, and the words."""
    months = frame.width * 30.44 / (frame.end - frame.start).days
    step = next((one for one in STEPS if months * one >= (LEAST_MONTH if one < 12 else frame.size.least_tick_gap)), 480)
    first, last = (one.year * 12 + one.month - 1 for one in (frame.start, frame.end))
    numbers = [number for number in range(first + 1, last + 1) if number % step == 0]
    days = [date(number // 12, number % 12 + 1, 1) for number in numbers]
    return days, [t.month(day) if step < 12 else style.period_text(str(day.year), t) for day in days]


def _caption(values: scales.Values, frame: style.Frame) -> dict:
    text = style.wrap(values.caption, frame.size.width - 8)
    return style.annotation(
        text, 0, 1, xref="paper", yref="paper", xanchor="left", yanchor="bottom", xshift=-frame.left, yshift=12,
        font=style.font(theme.MUTED),
    )  # fmt: skip


def by_basis(told: Told) -> dict[str, list[tuple[date, Reading]]]:
    """The publications of each basis; the basis that was published first comes first."""
    found: dict[str, list[tuple[date, Reading]]] = {}
    for day, one in told.readings:
        found.setdefault(one.basis, []).append((day, one))
    return found


def held(told: Told, as_of: date) -> dict[str, list[tuple[date, float]]]:
    """The steps of each basis: its values hold until a later publication on another basis, else to the as-of day."""
    found = {}
    for basis, own in by_basis(told).items():
        last = own[-1][0]
        later = [day for day, one in told.readings if one.basis != basis and day > last]
        found[basis] = [(day, one.value) for day, one in own] + [(min(later, default=as_of), own[-1][1].value)]
    return found


def _lines(told: Told, as_of: date) -> Iterable[style.Trace]:
    for number, steps in enumerate(held(told, as_of).values()):
        yield style.scatter(
            x=[day.isoformat() for day, _ in steps], y=[value for _, value in steps], name="steps", mode="lines",
            line={"color": style.OBSERVED, "width": 2.4, "shape": "hv", "dash": "6px,3px" if number else "solid"},
            hoverinfo="skip", cliponaxis=False,
        )  # fmt: skip


def _points(told: Told, t: Text) -> style.Trace:
    soft = [one.is_soft for _, one in told.readings]
    marker = {
        "size": 8, "opacity": 1, "color": [style.PAPER if one else style.OBSERVED for one in soft],
        "line": {"color": [style.OBSERVED if one else style.PAPER for one in soft], "width": 1.5},
    }  # fmt: skip
    return style.scatter(
        x=[day.isoformat() for day, _ in told.readings], y=[one.value for _, one in told.readings], name="published",
        mode="markers", marker=marker, cliponaxis=False, hovertemplate="%{customdata}<extra></extra>",
        customdata=["<br>".join(_hover(day, one, told, t)) for day, one in told.readings],
    )  # fmt: skip


def _hover(day: date, reading: Reading, told: Told, t: Text) -> list[str]:
    basis = told.bases.get(reading.basis, reading.basis)
    said = [t("revisions.published", day=t.day_short(day)), *([basis] if basis else [])]
    said += [t("revisions.beyond")] if (day, reading.basis) in told.beyond else []
    return [f"<b>{style.as_typed(value_text(reading, told, t))}</b>", *map(style.as_typed, said)]


def value_text(reading: Reading, told: Told, t: Text) -> str:
    """A published value in words: "402", "> 300"."""
    return style.amount(t.quantity(reading.value, reading.high, reading.qualifier), told.unit, t)


def _labels(told: Told, as_of: date, frame: style.Frame, t: Text, narrow: bool) -> Iterable[dict]:
    """The values beside their points, the newest first; a new basis is named at its first value."""
    named = _further(told)
    words, labels = [], []
    for number, (day, one) in reversed(list(enumerate(told.readings))):
        text = f"<b>{style.as_typed(value_text(one, told, t))}</b>"
        if number in named:
            text += f'<br><span style="color:{theme.MUTED}">{_basis(one.basis, told, t, narrow)}</span>'
        size = style.text_width(text, style.LABEL) * style.BOLD, style.text_height(text, style.LABEL)
        is_optional = 0 < len(words) < len(told.readings) - 1
        words.append((day, one.value, text))
        labels.append(Label(*size, (frame.pixel(day, one.value),), SIDES_OF_VALUES, is_optional=is_optional))
    grounds = [_ground(told, as_of, one) for one in frame.extremes]
    for (day, value, text), at in zip(words, place(labels, *grounds), strict=True):
        if at:
            given = {"font": style.font(style.OBSERVED, style.LABEL)} | at.properties(style.OBSERVED)
            yield style.annotation(text, day.isoformat(), value, **given)


def _further(told: Told) -> set[int]:
    """Places of the publications with which each basis but the first begins."""
    first: dict[str, int] = {}
    for number, (_, one) in enumerate(told.readings):
        first.setdefault(one.basis, number)
    return set(first.values()) - {0}


def _basis(code: str, told: Told, t: Text, narrow: bool) -> str:
    long = style.wrap(t("chart.basis", basis=told.bases.get(code, code)), 190)
    return t("chart.basis_short") if narrow or not code or long.count("<br>") > 2 else long


def _ground(told: Told, as_of: date, frame: style.Frame) -> Ground:
    """What values keep clear of: the steps, the points, the ends of the frame."""
    bounds = Box(0, -6, frame.width + frame.right - 2, frame.height - 2)
    points = [frame.pixel(day, one.value) for day, one in told.readings]
    lines = []
    for steps in held(told, as_of).values():
        for (start, low), (end, high) in pairwise(steps):
            lines += [(frame.pixel(start, low), frame.pixel(end, low)), (frame.pixel(end, low), frame.pixel(end, high))]
    marks = tuple(Box(x - 4.5, y - 4.5, x + 4.5, y + 4.5) for x, y in points)
    return Ground(bounds, marks, tuple(lines), stretch=frame.stretch)


def _shapes(strip: Sequence[Piece]) -> Iterable[dict]:
    """The strip: a full colour for a firm verdict, an outline for an open or weak one."""
    for one in strip:
        mark = theme.MARKS[one.status]
        is_filled = not mark.is_outline
        edge = {"color": style.PAPER if is_filled else mark.colour, "width": 1}
        yield {
            "type": "rect", "xref": "x", "yref": "y2", "x0": one.start.isoformat(), "x1": one.end.isoformat(), "y0": 0,
            "y1": STRIP, "line": edge, "fillcolor": mark.colour if is_filled else style.PAPER, "layer": "below",
        }  # fmt: skip


def _width(piece: Piece, frame: style.Frame) -> float:
    return frame.pixel(piece.end, frame.low)[0] - frame.pixel(piece.start, frame.low)[0]


def _shown(strip: Sequence[Piece], frame: style.Frame) -> list[tuple[Piece, float]]:
    """The pieces with room for their mark, and their room in pixels; the last may run into the margin."""
    rooms = [(one, _width(one, frame) + (frame.right if one is strip[-1] else 0)) for one in strip]
    return [(one, room) for one, room in rooms if room >= LEAST_MARK]


def _pictures(strip: Sequence[Piece], frame: style.Frame) -> Iterable[dict]:
    """The marks of the statuses below the strip, as they stand beside their words everywhere."""
    day = 24 * 3600 * 1000
    for one, _room in _shown(strip, frame):
        yield {
            "source": theme.picture(one.status), "xref": "x", "yref": "y2", "x": one.start.isoformat(), "y": -WORDS / 2,
            "xanchor": "left", "yanchor": "middle", "sizing": "contain", "sizey": MARK,
            "sizex": MARK * day * (frame.end - frame.start).days / frame.width,
        }  # fmt: skip


def _hovers(strip: Sequence[Piece], t: Text) -> style.Trace:
    """What the strip says under the pointer."""
    middles = [one.start + (one.end - one.start) / 2 for one in strip]
    return style.scatter(
        x=[day.isoformat() for day in middles], y=[STRIP / 2] * len(strip), yaxis="y2", name="verdict", mode="markers",
        marker={"size": 14, "opacity": 0}, hovertemplate="%{customdata}<extra></extra>",
        customdata=[t("revisions.since", status=t.label(one.status), day=t.day_short(one.start)) for one in strip],
    )  # fmt: skip


def _words(strip: Sequence[Piece], frame: style.Frame, t: Text) -> Iterable[dict]:
    below = {"yref": "y2", "xanchor": "left"}
    if strip:
        words = t("revisions.verdict"), strip[0].start.isoformat(), STRIP
        yield style.annotation(*words, **below, yanchor="bottom", yshift=2, font=style.font(theme.MUTED))
    for one, room in _shown(strip, frame):
        word = t.label(one.status)
        if style.text_width(word, style.SMALL) + MARK + 12 <= room:
            place = one.start.isoformat(), -WORDS / 2
            yield style.annotation(word, *place, **below, yanchor="middle", xshift=MARK + 9)


def describe(told: Told, as_of: date, t: Text) -> str:
    """What the chart shows in words."""
    before = told.readings[0][1].basis
    said = []
    for day, one in told.readings:
        key = "revisions.value" if one.basis == before else "revisions.value_other"
        words = t(key, value=value_text(one, told, t), day=t.day_short(day))
        said.append(t("revisions.value_beyond", said=words) if (day, one.basis) in told.beyond else words)
        before = one.basis
    period = style.period_text(told.period, t)
    parts = [t("revisions.describe", period=period, unit=told.unit, values=t("chart.list").join(said))]
    strip = [
        t("revisions.since", status=t.label(one.status), day=t.day_short(one.start))
        for one in pieces(told.verdicts, as_of)
    ]
    parts += [t("revisions.describe_verdict", verdicts=t("chart.list").join(strip))] if strip else []
    return t("sentence.stop").join([*parts, ""]).strip()
