"""A chart in words, for readers who do not see it."""

from datetime import date

from app.figures import events, forecast, goals
from app.figures.drawing import Drawing, Story, draw
from app.figures.labelling import reading_text
from app.figures.style import WIDE, amount, day_text, period_text
from app.text import Text


def describe(story: Story, as_of: date, t: Text) -> str:
    """What the chart shows in one sentence: "Line chart: robot density, latest 470 in 2023, target ≥ 492 by 2025."."""
    drawing = draw(story, as_of, t, WIDE)
    said = [t("chart.describe", title=story.title), t("chart.describe_unit", unit=story.unit) if story.unit else ""]
    said += [*_observed(drawing), *_baseline(story, t), _target(story, t)]
    if drawing.breaks:
        names = [drawing.bases.get(one.basis, one.basis) for one in drawing.breaks]
        said.append(t("chart.describe_basis", basis=t("chart.list").join(names)))
    converted = [reading_text(one, drawing) for one in drawing.decisive if one.is_converted]
    if converted:
        said.append(t("chart.describe_converted", values=t("chart.separator").join(converted)))
    said += _range(drawing) + _forecast(drawing)
    if drawing.others:
        names = dict.fromkeys(line.name for line in drawing.others)
        said.append(t("chart.describe_others", names=t("chart.list").join(names)))
    said += events.describe(drawing.ticks, t)
    return t("chart.list").join(part for part in said if part) + t("chart.stop")


def _observed(drawing: Drawing) -> list[str]:
    t, found = drawing.t, drawing.decisive
    if not found:
        return [t("chart.describe_none")]
    ends = {"first": period_text(found[0].period, t), "last": period_text(found[-1].period, t)}
    span = [t.counted("chart.describe_span", len(found), **ends)] if len(found) > 1 else []
    latest = [reading_text(run[-1], drawing) for run in drawing.runs if run[-1].end == drawing.latest.end]
    return span + [t("chart.describe_latest", value=t("chart.separator").join(latest))]


def _forecast(drawing: Drawing) -> list[str]:
    """What is expected at the deadline, within which ends, and the chance."""
    found, t = drawing.forecast, drawing.t
    if found is None:
        return []
    told, unit = found.told, drawing.unit
    said = [t("forecast.on_day", value=forecast.value_text(told.central[-1], unit, t), day=day_text(told.days[-1], t))]
    for share, (low, high) in told.bands.items():
        ends = {"low": forecast.value_text(low[-1], unit, t), "high": forecast.value_text(high[-1], unit, t)}
        said.append(t("forecast.band_ends", share=share, **ends))
    return [*said, *found.short]


def _range(drawing: Drawing) -> list[str]:
    """On how many periods publishers differ, and how far where they do most."""
    t, found = drawing.t, drawing.ranges
    if not found:
        return []
    widest = max(found, key=lambda one: one.high - one.low)
    low, high = (amount(t.figure(value), drawing.unit, t) for value in (widest.low, widest.high))
    period = period_text(widest.period, t)
    return [t("chart.describe_range", count=len(found), period=period, low=low, high=high)]


def _baseline(story: Story, t: Text) -> list[str]:
    row = story.verdict
    if row["baseline_value"] is None:
        return []
    value = amount(t.figure(row["baseline_value"]), row["unit"], t)
    if not row["baseline_period"]:
        return [t("chart.describe_baseline_undated", value=value)]
    return [t("chart.describe_baseline", value=value, period=period_text(row["baseline_period"], t))]


def _target(story: Story, t: Text) -> str:
    row = story.verdict
    if row["target_value"] is None:
        return t("chart.describe_no_target")
    return t("chart.describe_target", value=goals.claim(row, t))
