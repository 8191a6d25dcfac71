"""What the app asks of its web server: compressed answers, cache times, a strict content policy, no foreign callers."""

import gzip
from collections import OrderedDict
from collections.abc import Callable, Iterable
from contextlib import AbstractContextManager
from urllib.parse import urlsplit
from wsgiref.types import StartResponse, WSGIApplication, WSGIEnvironment

from flask import Flask, Response, abort, request

FRAMED = "/embed/"
"""Pages below this address may stand in a frame of any site; all others in none."""

STATIC = ("/assets/", "/_dash-component-suites/")
COMPRESSED = ("text/", "application/json", "application/javascript", "image/svg+xml")
LEAST = 1024
YEAR = 31_536_000
REMEMBERED = 64


def harden(server: Flask, script_hashes: list[str]) -> None:
    """Adds all of the above to a Flask server."""
    policy = "; ".join(
        (
            "default-src 'self'",
            " ".join(("script-src 'self'", *script_hashes)),
            "style-src 'self' 'unsafe-inline'",
            "img-src 'self' data: blob:",
            "base-uri 'self'",
            "form-action 'self'",
        )
    )
    squeezed: OrderedDict[str, bytes] = OrderedDict()

    server.before_request(_refuse_foreign_callers)

    @server.after_request
    def finish(response: Response) -> Response:
        is_framed = request.path.startswith(FRAMED)
        framed_by = "*" if is_framed else "'none'"
        response.headers["Content-Security-Policy"] = f"{policy}; frame-ancestors {framed_by}"
        if not is_framed:
            response.headers["X-Frame-Options"] = "DENY"
        response.headers["X-Content-Type-Options"] = "nosniff"
        response.headers["Referrer-Policy"] = "same-origin"
        _set_cache_time(response)
        return _compress(response, squeezed)


def within(context: Callable[[], AbstractContextManager], answer: WSGIApplication) -> WSGIApplication:
    """`answer`, each time within a context of its own; files that are the same for all are answered without."""

    def answered(environ: WSGIEnvironment, start: StartResponse) -> Iterable[bytes]:
        if environ["PATH_INFO"].startswith(STATIC):
            return answer(environ, start)
        with context():
            return answer(environ, start)

    return answered


def _refuse_foreign_callers() -> None:
    origin = request.headers.get("Origin")
    if request.method not in ("GET", "HEAD", "OPTIONS") and origin and urlsplit(origin).netloc != request.host:
        abort(403)


def _set_cache_time(response: Response) -> None:
    """A file whose address carries its version may be kept for a year; all else is asked for again."""
    is_versioned = "/assets/" in request.path and "m" in request.args
    if response.status_code == 200 and (is_versioned or request.path.endswith(".woff2")):
        response.headers["Cache-Control"] = f"public, max-age={YEAR}, immutable"


def _compress(response: Response, squeezed: OrderedDict[str, bytes]) -> Response:
    is_text = (response.mimetype or "").startswith(COMPRESSED)
    response.vary.add("Accept-Encoding")
    if response.status_code != 200 or not is_text or response.headers.get("Content-Encoding"):
        return response
    if "gzip" not in request.headers.get("Accept-Encoding", ""):
        return response
    response.direct_passthrough = False
    body = response.get_data()
    if len(body) >= LEAST:
        response.set_data(_squeeze(body, response, squeezed))
        response.headers["Content-Encoding"] = "gzip"
    return response


def _squeeze(body: bytes, response: Response, squeezed: OrderedDict[str, bytes]) -> bytes:
    """The compressed body; that of a file is remembered under its address and tag."""
    tag = response.headers.get("ETag")
    if tag is None:
        return gzip.compress(body, compresslevel=5)
    key = f"{request.path} {tag}"
    found = squeezed.get(key)
    if found is None:
        found = squeezed[key] = gzip.compress(body, compresslevel=9)
        if len(squeezed) > REMEMBERED:
            squeezed.popitem(last=False)
    return found
