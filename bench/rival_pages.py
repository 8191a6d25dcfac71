"""Servers to be measured: Milepost, and minimal pages of rivals in an environment of their own.

The rivals pin packages that the project must not have: they are installed beside it, under `.venv-rivals`.
"""

import os
import socket
import subprocess
import sys
import time
import venv
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

ROOT = Path(__file__).parents[1]
VENV = ROOT / ".venv-rivals"
PYTHON = VENV / "bin" / "python"
WANTED = ("vizro>=1,<2", "streamlit>=1.50")
PATIENCE = 60.0


class NoRivals(Exception):
    """The rivals cannot be installed here."""


def install() -> None:
    """Makes the rivals' environment where it is not there yet. Raises NoRivals with pip's last words."""
    done = VENV / ".installed"
    if done.exists():
        return
    venv.create(VENV, with_pip=True)
    asked = [PYTHON, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", *WANTED]
    found = subprocess.run(asked, capture_output=True, text=True, check=False)
    if found.returncode:
        raise NoRivals(found.stderr.strip().splitlines()[-1])
    done.touch()


@contextmanager
def milepost(database: str) -> Iterator[str]:
    """The address of Milepost on a database, served as `milepost serve` does."""
    port = _free_port()
    command = [sys.executable, "-m", "app.cli", "serve", "--port", str(port), "--db", database]
    with _running(command, {"PYTHONPATH": str(ROOT)}, port) as base:
        yield base


@contextmanager
def vizro(folder: Path) -> Iterator[str]:
    """The address of the minimal Vizro page over `table.csv` and `series.csv` in `folder`."""
    port = _free_port()
    given = {"RIVAL_DATA": str(folder), "RIVAL_PORT": str(port)}
    with _running([PYTHON, ROOT / "bench" / "vizro_page.py"], given, port) as base:
        yield base


@contextmanager
def streamlit(folder: Path) -> Iterator[str]:
    """The address of the minimal Streamlit page over the same files."""
    port = _free_port()
    quiet = ["--server.headless", "true", "--browser.gatherUsageStats", "false", "--server.port", str(port)]
    command = [PYTHON, "-m", "streamlit", "run", ROOT / "bench" / "streamlit_page.py", *quiet]
    with _running(command, {"RIVAL_DATA": str(folder)}, port) as base:
        yield base


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


@contextmanager
def _running(command: Sequence[object], given: Mapping[str, str], port: int) -> Iterator[str]:
    """The address of a server that is started and, once done, ended."""
    base = f"http://127.0.0.1:{port}"
    quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    server = subprocess.Popen([str(part) for part in command], env=os.environ | given, cwd=ROOT, **quiet)
    try:
        _wait(base, server)
        yield base
    finally:
        server.terminate()
        server.wait(timeout=20)


def _wait(base: str, server: subprocess.Popen) -> None:
    """Returns once the server answers. Raises RuntimeError where it ended or stays silent."""
    end = time.monotonic() + PATIENCE
    while server.poll() is None and time.monotonic() < end:
        try:
            urlopen(base, timeout=PATIENCE).close()
        except (URLError, ConnectionError):
            time.sleep(0.1)
        else:
            return
    raise RuntimeError(f"{server.args} does not answer")
