"""Makes the app: a frame around the pages, which are named here one by one."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from html import escape
from types import ModuleType

import dash_mantine_components as dmc
import flask
from dash import ClientsideFunction, Dash, Input, Output, State, dcc, html, no_update
from dash.development.base_component import Component

from app import (
    address,
    components,
    datasets,
    embed,
    exports,
    files,
    frontend,
    header,
    metadata,
    prerender,
    searching,
    server,
    text,
    theme,
    views,
)
from app.address import View
from app.components import link
from app.data import Data, Today
from app.pages import (
    about,
    changes,
    compare,
    deadlines,
    methods,
    not_found,
    overview,
    policies,
    policy,
    search_results,
    source,
    target,
    too_early,
)
from app.text import Text
from etl.store.database import open_database

PAGES: tuple[ModuleType, ...] = (
    overview,
    policies,
    policy,
    search_results,
    target,
    source,
    changes,
    deadlines,
    compare,
    methods,
    about,
)
BRAND = "Milepost"


@dataclass(frozen=True)
class Settings:
    """What an app is made from: the tables (a URL, else the environment's or the default file) and a clock."""

    database: str | None = None
    today: Today = date.today


def create_app(settings: Settings, data: Data | None = None) -> "Site":
    """An app on the database of `settings`, or on `data` where that is given. Raises DatabaseError."""
    data = data or Data(open_database(settings.database))
    app = Site(
        "milepost",
        assets_folder=str(frontend.ASSETS),
        assets_ignore=frontend.OWN_ORDER,
        title=BRAND,
        update_title=None,
        serve_locally=True,
        suppress_callback_exceptions=True,
        meta_tags=[{"name": "viewport", "content": "width=device-width, initial-scale=1"}],
    )
    app.site_data, app.site_today = data, settings.today
    app.layout = _frame
    _callbacks(app, data, settings.today)
    for page in PAGES:
        page.callbacks(app, data, settings.today)
    files.route(app.server, data)
    searching.route(app.server, data, settings.today)
    datasets.route(app.server, data, settings.today)
    exports.route(app.server, data, settings.today)
    embed.route(app.server, data, settings.today)
    frontend.route(app.server)
    server.harden(app.server, list(app.csp_hashes()))
    app.server.wsgi_app = server.within(data.one_state, app.server.wsgi_app)
    return app


class Site(Dash):
    """Dash with an index of its own: the page's language, title and first content stand in it already."""

    site_data: Data
    site_today: Today

    def interpolate_index(self, **parts: str) -> str:
        """The HTML of the first answer: complete to read before any script has run."""
        request = flask.request
        query = request.query_string.decode("utf-8", "replace")
        view = views.read(self.site_data, request.path, query, self.site_today())
        t = text.of(view.lang)
        body = prerender.html_of(
            [_top(self.site_data, view), html.Main(_content(self.site_data, view), className="page"), _foot(view)]
        )
        return INDEX.format(
            lang=t.html_lang,
            named_theme=_named_theme(view),
            title=escape(_title(self.site_data, view)),
            metas=parts["metas"],
            about=metadata.head(view, datasets.about(self.site_data, view, _name(self.site_data, view))),
            styles=frontend.style_link(),
            theme=theme.css(),
            body=body,
            noscript=t("shell.noscript"),
            **{key: escape(words) for key, words in _gone(t).items()},
            config=parts["config"],
            scripts=frontend.charts(body) + frontend.live(parts["scripts"] + parts["renderer"]),
        )


INDEX = """<!DOCTYPE html>
<html lang="{lang}" data-theme="{named_theme}">
<head>
{metas}
<title>{title}</title>
{about}
<link rel="icon" type="image/svg+xml" href="/assets/favicon.svg">
<link rel="preload" href="/assets/fonts/inter-latin-wght-normal.woff2" as="font" type="font/woff2" crossorigin>
<style>{theme}</style>
{styles}
</head>
<body>
<div id="unanswered" role="status" data-words="{words}" data-retry="{retry}" hidden></div>
<div class="first">{body}</div>
<div id="react-entry-point"></div>
<noscript><p class="page">{noscript}</p></noscript>
{config}
{scripts}
</body>
</html>"""


def _frame() -> Component:
    """What every page stands in. The callback below fills it."""
    return dmc.MantineProvider(
        [
            dcc.Location(id="address", refresh=False),
            dcc.Store(id="system-theme"),
            dcc.Store(id="shown"),
            dcc.Store(id="document"),
            html.Div(id="gone", role="status", hidden=True),
            html.Div(id="top"),
            html.Main(id="main", className="page", tabIndex=-1),
            html.Div(id="foot"),
        ],
        id="controls",
        theme=theme.MANTINE,
        forceColorScheme="light",
    )


def _callbacks(app: Dash, data: Data, today: Today) -> None:
    @app.callback(
        Output("top", "children"),
        Output("main", "children"),
        Output("foot", "children"),
        Output("shown", "data"),
        Output("document", "data"),
        Output("controls", "forceColorScheme"),
        Input("address", "pathname"),
        Input("address", "search"),
        Input("system-theme", "data"),
        State("shown", "data"),
    )
    def show(pathname: object, search: object, system_theme: object, shown: object):
        view = views.read(data, pathname, search, today(), system_theme)
        key = _key(view)
        content = no_update if key == shown else _content(data, view)
        return _top(data, view), content, _foot(view), key, _about(data, view), view.shown_theme

    app.clientside_callback(ClientsideFunction("milepost", "describe"), Input("document", "data"))
    app.clientside_callback(
        ClientsideFunction("milepost", "systemTheme"), Output("system-theme", "data"), Input("system-theme", "id")
    )


def _about(data: Data, view: View) -> dict:
    """What the document itself is told."""
    t = text.of(view.lang)
    return {
        "title": _title(data, view),
        "lang": t.html_lang,
        "theme": _named_theme(view),
        "path": view.path,
        "gone": _gone(t),
    }


def _gone(t: Text) -> dict[str, str]:
    """What is said where the server does not answer; the browser puts the time in."""
    return {"words": t("gone.words", time="{time}"), "retry": t("gone.retry")}


def _named_theme(view: View) -> str:
    """The theme as style sheets name it."""
    return view.theme or "system"


def _top(data: Data, view: View) -> list[Component]:
    skip = html.A(text.of(view.lang)("shell.skip"), href="#main", className="skip")
    days = header.Days(data.known_days(view.today), data.change_days(view.today))
    return [skip, *header.header(view, days)]


def _foot(view: View) -> Component:
    """The end of every page: all data as files, and the way to what the numbers are."""
    t = text.of(view.lang)
    files_of_all = html.P([html.Span(t("files.all", day=t.day(view.as_of))), *components.all_files(view, t)])
    return html.Footer([files_of_all, html.P(link(view, about.PATH, t("about.title")))], className="site-foot")


def _page(view: View) -> tuple[ModuleType | None, dict[str, str]]:
    """The page of an address, and the named parts of its path."""
    for page in PAGES:
        parts = address.match(page.PATH, view.path)
        if parts is not None:
            return page, parts
    return None, {}


def _content(data: Data, view: View) -> Component | Sequence[Component]:
    page, parts = _page(view)
    first = data.first_day(view.today)
    if page and first and view.as_of < first:
        return too_early.layout(view, first)
    content = page.layout(data, view, **parts) if page else None
    return not_found.layout(data, view) if content is None else content


def _title(data: Data, view: View) -> str:
    return f"{_name(data, view)} · {BRAND}"


def _name(data: Data, view: View) -> str:
    page, parts = _page(view)
    return page.title(data, view, **parts) if page else not_found.title(view)


def _key(view: View) -> str:
    """What the page's content depends on, besides what the page follows by callbacks of its own."""
    page, _parts = _page(view)
    plain = address.home(view.today)
    own = {field: getattr(plain, field) for field in page.OWN} if page else {}
    return f"{view.today} {address.href(replace(view, **own))}"
