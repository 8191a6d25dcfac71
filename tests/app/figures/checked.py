"""Figures as the charts make them, checked: every property is one that plotly.js knows, and all of it can be sent."""

import json
from collections.abc import Callable
from functools import wraps

import plotly.graph_objects as go

from app.figures import compare as compare_chart
from app.figures import progress as progress_chart
from app.figures import reliability as reliability_chart
from app.figures import revisions as revisions_chart
from app.figures import style


def checked(draw: Callable[..., style.Figure]) -> Callable[..., go.Figure]:
    """The function with its figure as Plotly's own object; that is what finds a property or value it does not know."""

    @wraps(draw)
    def drawn(*given: object, **more: object) -> go.Figure:
        figure = draw(*given, **more)
        json.dumps(figure, allow_nan=False)
        return go.Figure(figure)

    return drawn


progress, export = checked(progress_chart.progress), checked(progress_chart.export)
compare, export_comparison = checked(compare_chart.compare), checked(compare_chart.export)
revisions = checked(revisions_chart.revisions)
reliability = checked(reliability_chart.reliability)
