"""The web server around the app."""

import atexit
import gc
import socket
from collections.abc import Callable

from flask import Flask
from gunicorn.app.base import BaseApplication

from app.components import target_path
from app.main import Site
from etl.errors import CallError
from etl.vocabulary import LANGUAGES

WORKERS = 1
THREADS = 4
"""One process, so that what was read is remembered once; its threads answer several readers at a time."""

COLLECTED = (20_000, 20, 100)
"""Python's collector looks through what is new after so many objects, and seldom through what is remembered: one look
at the records of thousands of targets takes longer than an answer."""


def require_free(host: str, port: int) -> None:
    """Raises CallError where nothing can listen on this port."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family, socket.SOCK_STREAM) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError as error:
            reason, mend = error.strerror or error, "Choose another with --port, or with make run PORT=8051."
            raise CallError(f"Cannot listen on {host}, port {port}: {reason}. {mend}") from None


def place(host: str, port: int) -> str:
    """The address at which a reader on this machine finds what listens on `host` and `port`."""
    name = "127.0.0.1" if host in ("0.0.0.0", "::") else f"[{host}]" if ":" in host else host
    return f"http://{name}:{port}"


def prepared(app: Site) -> Flask:
    """The app's server after it has answered once what first readers ask for: what is read and imported on the
    way is there, and Python's collector need not look through it again and again. The database is let go at the end."""
    caller, today = app.server.test_client(), app.site_today()
    measured = [row for row in app.site_data.rows(today, None, LANGUAGES[0]) if row["value"] is not None]
    for path in ("/", *(target_path(row["slug"]) for row in measured[:1])):
        caller.get(path)
    atexit.register(app.site_data.close)
    gc.collect()
    gc.freeze()
    gc.set_threshold(*COLLECTED)
    return app.server


class Server(BaseApplication):
    """A web server without files of settings.

    `make` makes the app, in the process that answers: no database connection is shared between processes. `ready` is
    called once callers are heard.
    """

    def __init__(self, make: Callable[[], Flask], bound: tuple[str, int], ready: Callable[[], None]):
        self.make = make
        self.bound = f"[{bound[0]}]:{bound[1]}" if ":" in bound[0] else f"{bound[0]}:{bound[1]}"
        self.ready = ready
        super().__init__()

    def load_config(self) -> None:
        """The few settings that differ from the server's own."""
        settings = {
            "bind": self.bound,
            "workers": WORKERS,
            "threads": THREADS,
            "worker_class": "gthread",
            "loglevel": "error",
            "control_socket_disable": True,
            "keepalive": 30,
            "when_ready": lambda _arbiter: self.ready(),
        }
        for name, value in settings.items():
            self.cfg.set(name, value)

    def load(self) -> Flask:
        """The app to serve."""
        return self.make()
