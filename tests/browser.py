"""The Chromium of the tests: found on the PATH, else installed. Run as a script it installs one where none is found."""

import os
import shutil
import subprocess
import sys

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
HELP = "The tests need Chromium. Install one (Debian: apt install chromium) so that `chromium` is on the PATH."


def chromium() -> str | None:
    """Path of a Chromium: one on the PATH, else the one that Playwright has installed; None if there is neither."""
    on_path = next(filter(None, map(shutil.which, NAMES)), None)
    return on_path or _of_playwright()


def _of_playwright() -> str | None:
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        path = playwright.chromium.executable_path
    return path if os.path.exists(path) else None


def _install() -> None:
    subprocess.run([sys.executable, "-m", "playwright", "install", "chromium"], check=False, capture_output=True)
    if chromium() is None and os.geteuid() == 0 and shutil.which("apt-get"):
        quietly = {"check": False, "capture_output": True, "env": os.environ | {"DEBIAN_FRONTEND": "noninteractive"}}
        subprocess.run(["apt-get", "update"], **quietly)
        subprocess.run(["apt-get", "install", "-y", "--no-install-recommends", "chromium"], **quietly)


if __name__ == "__main__":
    if chromium() is None:
        sys.stderr.write("Installing Chromium for the tests …\n")
        _install()
    if chromium() is None:
        sys.exit(HELP)
