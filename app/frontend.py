"""What the browser gets besides a page's words: one style sheet, and scripts in the order in which they are needed."""

import re
from functools import cache
from hashlib import sha256
from pathlib import Path

from flask import Flask, Response

ASSETS = Path(__file__).parent / "assets"
STYLES = "/assets/pages.css"
PLOTLY = "vendor/plotly-basic.min.js"

OWN_ORDER = r"plotly|chart\.js|start\.js|\.css$"
"""Files that are not left to Dash, which would load each of them at once and by itself."""


def route(server: Flask) -> None:
    """The pages' style sheet under its address."""

    @server.get(STYLES)
    def styles() -> Response:
        """All style sheets of the pages."""
        response = Response(_styles(), mimetype="text/css")
        response.add_etag()
        return response


@cache
def _styles() -> str:
    return "\n".join(path.read_text("utf-8") for path in sorted(ASSETS.glob("*.css")))


def style_link() -> str:
    """The link to the pages' style sheet, all their files in one."""
    return f'<link rel="stylesheet" href="{STYLES}?m={sha256(_styles().encode()).hexdigest()[:7]}">'


def versioned(name: str) -> str:
    """The address of a file of the assets, which may be kept for as long as the file is the same."""
    return f"/assets/{name}?m={(ASSETS / name).stat().st_mtime}"


def charts(body: str) -> str:
    """The script that draws the charts of a page; the chart library is on its way at once where its HTML holds one."""
    at_once = _preload(versioned(PLOTLY)) if '<script type="application/json">' in body else ""
    return f'{at_once}<script src="{versioned("chart.js")}" data-plotly="{versioned(PLOTLY)}"></script>'


def live(scripts: str) -> str:
    """The scripts with which the page answers: fetched at once, run when words and charts are there (`start.js`)."""
    fetched = "".join(map(_preload, re.findall(r'src="([^"]+)"', scripts)))
    return f'{fetched}<template id="live">{scripts}</template><script src="{versioned("start.js")}"></script>'


def _preload(address: str) -> str:
    return f'<link rel="preload" href="{address}" as="script">'
