"""Takes the pictures that stand beside a shared address: the product's name and its marks, in each language."""

from pathlib import Path

from playwright.sync_api import Browser

from app import text, theme
from app.metadata import CARD_SIZE
from etl.vocabulary import LANGUAGES, STRIP

ASSETS = Path(__file__).parents[1] / "app" / "assets"

PAGE = """<!DOCTYPE html><html lang="{lang}"><head><base href="{base}/">
<link rel="stylesheet" href="/assets/milepost.css"><link rel="stylesheet" href="/assets/milepost_parts.css">
<style>{theme}
body {{ display: grid; align-content: center; height: 100vh; margin: 0; padding: 0 96px; }}
h1 {{ font-size: 112px; line-height: 1.1; letter-spacing: -0.03em; }}
p {{ margin: 8px 0 56px; font-size: 44px; color: var(--muted); }}
div {{ display: flex; flex-wrap: wrap; gap: 20px 48px; padding-top: 40px; border-top: 4px solid var(--ink); }}
.mark {{ font-size: 30px; gap: 16px; }} .mark i {{ width: 28px; height: 28px; }}
</style></head><body><h1>{brand}</h1><p>{words}</p><div>{marks}</div></body></html>"""


def take(browser: Browser, base: str) -> None:
    """Writes the card of each language; `base` is where the app serves its fonts."""
    width, height = CARD_SIZE
    for lang in LANGUAGES:
        page = browser.new_page(viewport={"width": width, "height": height})
        page.goto(f"{base}/embed/target/none")  # a document of the same origin, whose content is replaced
        page.set_content(_page(lang, base), wait_until="networkidle")
        page.evaluate("document.fonts.ready")
        page.screenshot(path=ASSETS / "cards" / f"{lang}.png")
        page.close()


def _page(lang: str, base: str) -> str:
    t = text.of(lang)
    marks = "".join(f'<span class="mark is-family-{one}"><i></i><span>{t.label(one)}</span></span>' for one in STRIP)
    return PAGE.format(
        lang=t.html_lang, base=base, theme=theme.css(), brand=t("brand"), words=t("meta.name"), marks=marks
    )
