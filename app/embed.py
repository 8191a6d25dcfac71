"""A target's chart alone, for a frame on another site: `/embed/target/<slug>`, light and without the dashboard."""

import json
from html import escape
from pathlib import Path

from dash import html
from flask import Flask, Response, request
from plotly.utils import PlotlyJSONEncoder

from app import address, components, text, theme
from app.address import View
from app.data import Data, Today
from app.figures import progress as figure
from app.figures.description import describe
from app.pages.target_chart import sources
from app.pages.target_dossier import Dossier, read, story
from app.prerender import html_of
from app.server import FRAMED, PLOTLY
from etl.vocabulary import Method

STYLES = ("milepost.css", "milepost_parts.css", "embed/frame.css")
SCRIPT = "embed/frame.js"

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


def route(server: Flask, data: Data, today: Today, assets: Path) -> None:
    """The frame's page under its address, as known on its day; 404 with words where the target is not known then."""
    links = [f'<link rel="stylesheet" href="{_versioned(name, assets)}">' for name in STYLES]
    script = _versioned(SCRIPT, assets)

    @server.get(f"{FRAMED}target/<slug>")
    def frame(slug: str) -> Response:
        view = address.read(request.path, request.query_string.decode("utf-8", "replace"), today())
        t, dossier = text.of(view.lang), read(data, view, slug)
        body = _unknown(view) if dossier is None else _words(dossier)
        drawn = None if dossier is None else figures(dossier)
        page = PAGE.format(
            lang=t.html_lang,
            title=escape(t("missing.title") if dossier is None else dossier.row["title"]),
            theme=theme.css(),
            styles="\n".join(links),
            body=html_of(body),
            scripts=_scripts(drawn, script) if drawn else "",
        )
        return Response(page, 404 if dossier is None else 200, mimetype="text/html")


def _versioned(name: str, assets: Path) -> str:
    return f"/assets/{name}?m={(assets / name).stat().st_mtime}"


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
    described = {"aria-label": describe(told, view.as_of, t), "role": "img"}
    line = components.source_line(t, view, sources(dossier), Method(row["method"]))
    return [
        html.H1(title),
        html.P([mark, " ", row["sentence"]], className="frame-verdict"),
        html.Div(className="frame-chart", **described) if _has_figures(told) else None,
        line,
        html.P(page, className="small"),
    ]


def _has_figures(told: figure.Story) -> bool:
    return bool(told.others) or not told.observations.empty


def figures(dossier: Dossier) -> dict[str, object] | None:
    """The chart for a wide and a narrow frame as plotly.js takes it; None where nothing can be drawn."""
    told = story(dossier)
    if not _has_figures(told):
        return None
    drawn = {
        name: figure.progress(told, dossier.view.as_of, dossier.t, narrow=name == "narrow").to_plotly_json()
        for name in ("wide", "narrow")
    }
    return drawn | {"config": theme.GRAPH_CONFIG}


def _scripts(drawn: dict[str, object], script: str) -> str:
    told = json.dumps(drawn, cls=PlotlyJSONEncoder, ensure_ascii=False).replace("<", "\\u003c")
    sources = "".join(f'<script src="{source}" defer></script>' for source in (PLOTLY, script))
    return f'<script type="application/json" id="figures">{told}</script>{sources}'
