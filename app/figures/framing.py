"""What stands around a chart that travels alone: title above, source and as-of lines below, in the picture itself."""

from dataclasses import dataclass

from app import theme
from app.figures import style


@dataclass(frozen=True)
class Heading:
    """What stands around the chart when it travels alone: title, a line below it, source and as-of lines."""

    title: str
    subtitle: str
    lines: tuple[str, ...]


def framed(figure: style.Figure, frame: style.Frame, heading: Heading) -> style.Figure:
    """The figure, drawn in `frame`, with room above and below for its heading and lines."""
    width = frame.size.width - 48
    lines = [style.wrap(line, width, style.SMALL) for line in heading.lines if line]
    title = style.wrap(heading.title, width, style.TITLE * 1.05)
    subtitle = style.wrap(heading.subtitle, width, style.LABEL)
    head = style.text_height(title, style.TITLE) + style.text_height(subtitle, style.LABEL) + 34
    foot = sum(style.text_height(line, style.SMALL) for line in lines) + 24
    layout = figure["layout"]
    below_axis = layout["margin"]["b"]
    margin = {"l": frame.left + 24, "r": frame.right + 8, "t": frame.top + head, "b": below_axis + foot}
    left = 0.0 - frame.left
    top = frame.top + head - 24
    below = top - style.text_height(title, style.TITLE) - 4
    words = [
        _paper(title, 1, (left, top), style.font(theme.INK, style.TITLE, 650)),
        _paper(subtitle, 1, (left, below), style.font(theme.MUTED, style.LABEL)),
        _paper("<br>".join(lines), 0, (left, -below_axis - 12), style.font(theme.MUTED)),
    ]
    changed = {"height": round(layout["height"] + head + foot), "margin": layout["margin"] | margin}
    return style.figure(figure["data"], layout | changed | {"annotations": [*layout["annotations"], *words]})


def _paper(text: str, end: int, shift: tuple[float, float], font: dict) -> dict:
    """A text outside the plotted area, hung below its top (1) or bottom (0) end by pixels."""
    return style.annotation(
        text, 0, end, xref="paper", yref="paper", xanchor="left", yanchor="top", xshift=shift[0], yshift=shift[1],
        font=font,
    )  # fmt: skip
