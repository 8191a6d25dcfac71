"""What a page shows as a file, under an address of its own: `/view/deadlines.xlsx?asof=2024-11-21`."""

from types import ModuleType

from flask import Flask, Response, abort, request

from app import address, views
from app.address import VIEWS
from app.data import Data, Today
from app.downloads import TYPES, send
from app.pages import changes, compare, deadlines, overview, policies, policy

PAGES: tuple[ModuleType, ...] = (overview, policies, policy, changes, deadlines, compare)
"""Pages that show a list. Each has a `file`: the name and the bytes of what a view of it shows, on all its pages."""


def route(server: Flask, data: Data, today: Today) -> None:
    """The file of a page's view, as known on its day; 404 where the page has none."""

    @server.get(f"{VIEWS}<path:page>.<any({', '.join(TYPES)}):suffix>")
    def shown(page: str, suffix: str) -> Response:
        asked = views.read(data, request.path, request.query_string.decode("utf-8", "replace"), today())
        view = address.changed(asked, path=address.path_of_file(page))
        for module in PAGES:
            parts = address.match(module.PATH, view.path)
            found = None if parts is None else module.file(data, view, suffix, **parts)
            if found is not None:
                return send(*found, view.as_of, suffix)
        abort(404)
