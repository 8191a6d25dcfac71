"""An app on made-up promises, served on a free port; and a browser to look at it."""

import threading
from collections.abc import Iterator
from datetime import date
from urllib.parse import urlsplit

import pytest
from dash import Dash
from playwright.sync_api import Browser, BrowserContext, Page, expect, sync_playwright
from programs import chromium
from werkzeug.serving import make_server

from app.data import Data
from app.main import Settings, create_app
from tests.app.made_up import MadeUp

TODAY = date(2026, 6, 15)
PATIENCE = 20_000
"""Milliseconds that a browser is waited for, on a machine that has much else to do."""

expect.set_options(timeout=PATIENCE)


def made_up_app(count: int = 150) -> Dash:
    """An app on made-up promises, with a day of its own."""
    return create_app(Settings(today=lambda: TODAY), Data(None, MadeUp(count)))


@pytest.fixture(scope="session")
def data() -> Data:
    """Data over the made-up promises."""
    return Data(None, MadeUp())


@pytest.fixture(scope="session")
def empty_data() -> Data:
    """Data with nothing loaded."""
    return Data(None, MadeUp(0))


@pytest.fixture(scope="session")
def today() -> date:
    """The day on which the made-up app lives."""
    return TODAY


@pytest.fixture(scope="session")
def app() -> Dash:
    """The app on made-up promises."""
    return made_up_app()


def serve(app: Dash) -> Iterator[str]:
    """The address of a running app; it is stopped afterwards."""
    server = make_server("127.0.0.1", 0, app.server, threaded=True)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    thread.join()
    server.server_close()


@pytest.fixture(scope="session")
def live(app: Dash) -> Iterator[str]:
    """The address of the running app."""
    yield from serve(app)


@pytest.fixture(scope="session")
def live_shipped(loaded_database: str) -> Iterator[str]:
    """The address of a running app on the shipped data."""
    yield from serve(create_app(Settings(loaded_database, today=lambda: TODAY)))


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """The system's Chromium."""
    path = chromium()
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=path)
        yield running
        running.close()


@pytest.fixture(scope="session")
def desk(browser: Browser) -> Iterator[BrowserContext]:
    """A screen 1440 wide, whose cache all tests share."""
    context = browser.new_context(viewport={"width": 1440, "height": 900})
    yield context
    context.close()


@pytest.fixture(scope="session")
def pocket(browser: Browser) -> Iterator[BrowserContext]:
    """A telephone's screen, whose cache all tests share."""
    context = browser.new_context(viewport={"width": 390, "height": 844}, has_touch=True)
    yield context
    context.close()


@pytest.fixture
def page(desk: BrowserContext) -> Iterator[Page]:
    """An empty page, 1440 wide. Afterwards: no script complained, and nothing was asked of another machine."""
    yield from watched(desk)


@pytest.fixture
def phone(pocket: BrowserContext) -> Iterator[Page]:
    """An empty page on a phone, watched in the same way."""
    yield from watched(pocket)


def watched(context: BrowserContext) -> Iterator[Page]:
    """A page of the context; fails afterwards on a console error or a request that left the machine."""
    page, complaints, hosts = context.new_page(), [], set()
    page.set_default_timeout(PATIENCE)
    page.on("console", lambda message: message.type == "error" and complaints.append(message.text))
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.on("request", lambda request: hosts.add(urlsplit(request.url).hostname))
    yield page
    page.close()
    assert complaints == []
    assert hosts <= {"127.0.0.1", None}
