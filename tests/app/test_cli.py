"""`milepost serve` as a user runs it."""

import os
import signal
import socket
import subprocess
import sys
import urllib.request

import pytest

from etl.store.database import open_database


@pytest.fixture
def database(tmp_path) -> str:
    """The URL of a database with nothing in it."""
    url = f"sqlite:///{tmp_path}/milepost.db"
    open_database(url, create=True).dispose()
    return url


def serve(*arguments: str) -> subprocess.Popen:
    """The command, running."""
    command = [sys.executable, "-m", "app.cli", "serve", *arguments]
    return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=os.environ)


def free_port() -> str:
    """A port that nothing listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return str(probe.getsockname()[1])


def test_it_says_where_it_is_answers_and_ends_quietly(database, tmp_path):
    port = free_port()
    with serve("--port", port, "--db", database) as running:
        assert running.stdout.readline().strip() == f"Milepost is at http://127.0.0.1:{port}  (Ctrl-C ends it)"
        with urllib.request.urlopen(f"http://127.0.0.1:{port}/?lang=zh", timeout=60) as answer:
            assert "尚未载入任何数据" in answer.read().decode()
        running.send_signal(signal.SIGINT)
        out, err = running.communicate(timeout=60)
    assert (running.returncode, out, err) == (0, "", "")
    assert [file.name for file in tmp_path.iterdir()] == ["milepost.db"]


def test_a_taken_port_ends_with_two(database):
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        with serve("--port", str(taken.getsockname()[1]), "--db", database) as running:
            _out, err = running.communicate(timeout=60)
    assert running.returncode == 2
    assert "Cannot listen on 127.0.0.1" in err
    assert "Traceback" not in err


def test_a_missing_database_ends_with_four(tmp_path):
    with serve("--port", free_port(), "--db", f"sqlite:///{tmp_path}/none.db") as running:
        _out, err = running.communicate(timeout=60)
    assert running.returncode == 4
    assert "milepost load" in err
