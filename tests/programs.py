"""The programs that the tests drive: Chromium and LibreOffice. Run as a script it installs those that are missing."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable

CHROMIUM = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
LIBREOFFICE = ("soffice", "libreoffice")


def chromium() -> str | None:
    """Path of a Chromium: one on the PATH, else the one that Playwright has installed; None if there is neither."""
    return _on_path(CHROMIUM) or _of_playwright()


def libreoffice() -> str | None:
    """Path of LibreOffice on the PATH; None if there is none."""
    return _on_path(LIBREOFFICE)


def _on_path(names: tuple[str, ...]) -> str | None:
    return next(filter(None, map(shutil.which, names)), None)


def _of_playwright() -> str | None:
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        path = playwright.chromium.executable_path
    return path if os.path.exists(path) else None


def _of_debian(package: str) -> None:
    if os.geteuid() == 0 and shutil.which("apt-get"):
        quietly = {"check": False, "capture_output": True, "env": os.environ | {"DEBIAN_FRONTEND": "noninteractive"}}
        subprocess.run(["apt-get", "update"], **quietly)
        subprocess.run(["apt-get", "install", "-y", "--no-install-recommends", package], **quietly)


def _install_chromium() -> None:
    subprocess.run([sys.executable, "-m", "playwright", "install", "chromium"], check=False, capture_output=True)
    if chromium() is None:
        _of_debian("chromium")


def _require(name: str, command: str, package: str, find: Callable[[], str | None], install: Callable) -> None:
    if find() is None:
        sys.stderr.write(f"Installing {name} for the tests …\n")
        install()
    if find() is None:
        sys.exit(
            f"The tests need {name}. Install it (Debian: apt install {package}) so that `{command}` is on the PATH."
        )


if __name__ == "__main__":
    _require("Chromium", "chromium", "chromium", chromium, _install_chromium)
    office = "libreoffice-calc-nogui"
    _require("LibreOffice", "soffice", office, libreoffice, lambda: _of_debian(office))
