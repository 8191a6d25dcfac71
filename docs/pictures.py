"""Takes the pictures of docs/pictures anew: the shipped data, as pages in Chromium."""

import logging
import threading
from pathlib import Path
from tempfile import TemporaryDirectory

from playwright.sync_api import sync_playwright
from programs import chromium
from werkzeug.serving import make_server

from app.main import Settings, create_app
from docs import cards
from etl import pipeline
from etl.store.database import open_database

ROOT = Path(__file__).parents[1]
FOLDER = ROOT / "docs" / "pictures"
PICTURES = {
    "overview.png": ("/", 1280, 900),
    "target.png": ("/target/robot-density-492?asof=2024-12-01", 1280, 1100),
}
"""Address, width and height of each picture."""


def take(base: str) -> None:
    """Writes all pictures of the app at `base`."""
    path = chromium()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path)
        for name, (address, width, height) in PICTURES.items():
            page = browser.new_page(viewport={"width": width, "height": height})
            page.goto(base + address, wait_until="networkidle")
            page.screenshot(path=FOLDER / name)
        cards.take(browser, base)
        browser.close()


def main() -> None:
    """Loads the shipped data into a database of its own, serves it and takes the pictures."""
    logging.getLogger("werkzeug").setLevel(logging.ERROR)
    with TemporaryDirectory() as folder:
        url = f"sqlite:///{folder}/milepost.db"
        engine = open_database(url, create=True)
        files = sorted(path for path in (ROOT / "data").iterdir() if path.suffix in {".xlsx", ".ods", ".csv"})
        pipeline.load_files(engine, files, by="docs")
        server = make_server("127.0.0.1", 0, create_app(Settings(url)).server, threaded=True)
        threading.Thread(target=server.serve_forever, daemon=True).start()
        take(f"http://127.0.0.1:{server.server_port}")
        server.shutdown()


if __name__ == "__main__":
    main()
