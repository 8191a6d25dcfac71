"""What lies ahead, on a target's page: the chance under the verdict, and the forecast as a table."""

from collections.abc import Iterable

from dash import html
from dash.development.base_component import Component

from app import components
from app.figures.forecast import value_text
from app.figures.style import day_text
from app.pages.target_dossier import Dossier
from etl.judge.odds import BAND, chance_sentence
from etl.judge.reliability import RELIABILITY
from etl.judge.wording import rough

ENDS = ("low_80", "high_80", "low_95", "high_95")


def chance(dossier: Dossier) -> Component | None:
    """The chance in a sentence, how often such chances came true, and the way to more; None where none is asked for."""
    ahead, view = dossier.ahead, dossier.view
    band = None
    if ahead:
        low, high = ahead.bands[BAND]
        band = low[-1], high[-1]
    said = chance_sentence(dossier.row, view.lang, band, ahead.figures if ahead else None)
    if not said:
        return None
    part = "forecast" if dossier.row["chance"] is None else "reliability"
    how = components.method_link(view, part, dossier.t(f"forecast.how.{part}"), "how")
    return html.P([dossier.t.flow([said, *_on_trial(dossier)]), " ", how], className="chance")


def _on_trial(dossier: Dossier) -> list[str]:
    """How often such chances came true where they were tried; nothing where there is none."""
    share, t = dossier.row["chance"], dossier.t
    if share is None:
        return []
    tried = RELIABILITY.around(share)
    times = sorted({round(100 * one.came_true) for one in tried})
    ends = {"least": t.share(tried[0].least), "most": t.share(tried[0].most)}
    return [t("forecast.on_trial", **ends, times="–".join(t.number(one) for one in (times[0], *times[1:][-1:])))]


def table(dossier: Dossier) -> list[Component]:
    """The forecast by year: the twin of the chart's dotted line and bands; nothing where there is none."""
    t, unit = dossier.t, dossier.row["unit"]
    rows = [
        [
            [day_text(day, t), " ", html.Span(t("forecast.mark"), className="muted")],
            *(value_text(value, unit, t) for value in values),
        ]
        for day, *values in forecast_rows(dossier)
    ]
    if not rows:
        return []
    columns = [(t("forecast.column.year"), False)]
    columns += [(t(f"forecast.column.{name}"), True) for name in ("expected", *ENDS)]
    unit_text = "" if unit.startswith("%") else dossier.row["unit_text"]
    said = [t("forecast.lead", day=t.day(dossier.view.as_of))]
    said += [t("target.table.all", name=t("target.table.unit"), value=unit_text)] if unit_text else []
    heading = html.H3(t("forecast.title"), className="table-name")
    lead = html.P(t("chart.separator").join(said), className="muted small")
    return [heading, lead, components.table(columns, rows, t("forecast.caption"))]


def forecast_rows(dossier: Dossier) -> Iterable[tuple]:
    """Day, expected value, and the ends of both bands in the order of `ENDS`, each to three digits."""
    ahead = dossier.ahead
    if ahead is None:
        return
    lines = [ahead.central, *ahead.bands[80], *ahead.bands[95]]
    for place, day in enumerate(ahead.days[1:], start=1):
        yield day, *(rough(line[place]) for line in lines)
