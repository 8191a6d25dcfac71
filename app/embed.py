"""A target's chart alone, for a frame on another site: `/embed/target/<slug>`, light and without the dashboard."""

from functools import partial
from html import escape

from dash import html
from flask import Flask, Response, request

from app import address, charts, components, frontend, text, theme
from app.address import View
from app.data import Data, Today
from app.figures import progress as figure
from app.figures.description import describe
from app.pages.target_chart import sources
from app.pages.target_dossier import Dossier, read, story
from app.prerender import html_of
from app.server import FRAMED
from app.text import Text
from etl.vocabulary import Method

STYLES = ("milepost.css", "milepost_parts.css", "embed/frame.css")

PAGE = """<!DOCTYPE html>
<html lang="{lang}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>{title}</title>
<base target="_blank">
<style>{theme}</style>
{styles}
</head>
<body class="frame">
<main>{body}</main>
{scripts}
</body>
</html>"""


def route(server: Flask, data: Data, today: Today) -> None:
    """The frame's page under its address, as known on its day; 404 with words where the target is not known then."""
    links = [f'<link rel="stylesheet" href="{frontend.versioned(name)}">' for name in STYLES]

    @server.get(f"{FRAMED}target/<slug>")
    def frame(slug: str) -> Response:
        """The page of one frame."""
        view = address.read(request.path, request.query_string.decode("utf-8", "replace"), today())
        t, dossier = text.of(view.lang), read(data, view, slug)
        body = html_of(_unknown(view) if dossier is None else _words(dossier))
        page = PAGE.format(
            lang=t.html_lang,
            title=escape(t("missing.title") if dossier is None else dossier.row["title"]),
            theme=theme.css(),
            styles="\n".join(links),
            body=body,
            scripts=frontend.charts(body),
        )
        return Response(page, 404 if dossier is None else 200, mimetype="text/html")


def _unknown(view: View) -> list[html.P]:
    t = text.of(view.lang)
    return [html.P(t("missing.title")), html.P(t("missing.hint", day=t.day(view.as_of)), className="muted small")]


def _words(dossier: Dossier) -> list[object]:
    """Title, verdict, the chart's place, source line and the link to the whole page."""
    row, t, view = dossier.row, dossier.t, dossier.view
    page = components.link(view, components.target_path(row["slug"]), t("cite.full"))
    title = components.link(view, components.target_path(row["slug"]), row["title"])
    mark = components.status_mark(row["status"], t, row["detail"])
    told = story(dossier)
    line = components.source_line(t, view, sources(dossier), Method(row["method"]))
    return [
        html.H1(title),
        html.P([mark, " ", row["sentence"]], className="frame-verdict"),
        _chart(told, view, t) if told.others or not told.observations.empty else None,
        line,
        html.P(page, className="small"),
    ]


def _chart(told: figure.Story, view: View, t: Text) -> charts.Chart:
    draw = partial(figure.progress, told, view.as_of, t)
    return charts.chart(draw, describe(told, view.as_of, t), address.THEMES[0], "frame-graph")
