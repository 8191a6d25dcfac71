"""What a page says of itself to search engines and to those who share its address: written into the first answer."""

from dataclasses import dataclass, replace
from html import escape
from json import dumps

from app import address, text
from app.address import View
from etl.vocabulary import LANGUAGES

CARD = "/assets/cards/{lang}.png"
CARD_SIZE = (1200, 630)
"""The picture shown beside a shared address, made by `make pictures`."""

LONGEST = 300


@dataclass(frozen=True)
class About:
    """A page in words: its title, a sentence or two, and what it holds as a schema.org Dataset (None: no data)."""

    title: str
    description: str
    dataset: dict | None = None


def head(view: View, about: About) -> str:
    """The tags of a page: description, canonical address, other languages, Open Graph, Twitter, schema.org."""
    description = about.description if len(about.description) <= LONGEST else about.description[: LONGEST - 1] + "…"
    tags = [_meta("name", "description", description), *_links(view), *_cards(view, about.title, description)]
    return "\n".join(tags + ([_json(about.dataset)] if about.dataset else []))


def _links(view: View) -> list[str]:
    """The page's own address without what a reader opened or filtered, and the same in each language."""
    tags = [f'<link rel="canonical" href="{escape(address.canonical(view))}">']
    others = {text.of(lang).html_lang: replace(view, lang=lang) for lang in LANGUAGES}
    for lang, other in (others | {"x-default": replace(view, lang=LANGUAGES[0])}).items():
        tags.append(f'<link rel="alternate" hreflang="{lang}" href="{escape(address.canonical(other))}">')
    return tags


def _cards(view: View, title: str, description: str) -> list[str]:
    t = text.of(view.lang)
    picture = address.absolute(CARD.format(lang=view.lang))
    width, height = map(str, CARD_SIZE)
    shared = {"title": title, "description": description, "image": picture, "image:alt": t("meta.card")}
    graph = shared | {
        "url": address.canonical(view), "type": "website", "site_name": t("brand"), "locale": _locale(view.lang),
        "image:type": "image/png", "image:width": width, "image:height": height,
    }  # fmt: skip
    others = [_meta("property", "og:locale:alternate", _locale(lang)) for lang in LANGUAGES if lang != view.lang]
    twitter = shared | {"card": "summary_large_image"}
    tags = [_meta("property", f"og:{name}", words) for name, words in graph.items()]
    return tags + others + [_meta("name", f"twitter:{name}", words) for name, words in twitter.items()]


def _locale(lang: str) -> str:
    """A language with its territory, as Open Graph names it: "zh_CN", without the script."""
    locale = text.of(lang).locale
    return f"{locale.language}_{locale.territory}"


def _meta(kind: str, name: str, words: str) -> str:
    return f'<meta {kind}="{name}" content="{escape(words)}">'


def _json(dataset: dict) -> str:
    """A block of data: no browser runs it, so the content policy has nothing to say to it."""
    told = dumps(dataset, ensure_ascii=False).replace("<", "\\u003c")
    return f'<script type="application/ld+json">{told}</script>'
