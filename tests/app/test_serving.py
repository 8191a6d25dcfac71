"""The web server around the app."""

import socket

import pytest

from app.serving import Server, place, require_free
from etl.errors import CallError


def test_a_taken_port_is_told_with_a_way_out():
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        with pytest.raises(CallError, match=f"Cannot listen on 127.0.0.1, port {port}.*--port"):
            require_free("127.0.0.1", port)
    require_free("127.0.0.1", port)


def test_a_host_that_is_not_here_is_told():
    with pytest.raises(CallError, match=r"Cannot listen on 192\.0\.2\.1"):
        require_free("192.0.2.1", 8050)


def test_the_address_is_one_a_reader_can_open():
    assert place("0.0.0.0", 8050) == "http://127.0.0.1:8050"
    assert place("::1", 8050) == "http://[::1]:8050"
    assert place("milepost.example", 80) == "http://milepost.example:80"


def test_one_process_answers_with_several_threads(app):
    server = Server(lambda: app.server, ("::1", 8050), lambda: None)
    assert server.cfg.settings["bind"].get() == ["[::1]:8050"]
    assert (server.cfg.workers, server.cfg.threads) == (1, 4)
    assert server.load() is app.server
