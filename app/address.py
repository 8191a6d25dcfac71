"""The view in the address: `?asof=2024-11-21&method=eurostat-cagr&lang=zh&status=behind`.

The only module that reads or writes it. Defaults are left out, unknown keys and values that make no sense are ignored:
an address that somebody mistyped still opens a page. Which values were ignored the view remembers, so that the page can
say it.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from urllib.parse import parse_qs, parse_qsl, quote, unquote, urlencode

from etl.vocabulary import JUDGING, LANGUAGES, STRIP, Family, Method

SORTS = ("policy", "newest", "status", "deadline", "chance", "age")
THEMES = ("light", "dark")
MAX_WORDS = 100

_NAME = re.compile(r"[A-Za-z0-9_.~-]{1,120}")
_CELL = re.compile(r"[A-Z]{1,3}[1-9][0-9]{0,6}")
LONGEST_SHEET = 255

SINCE_DAYS = 90
"""So long before the as-of day lies the day since which changes are told, where the address names none."""

_OWN = {"tab": "", "period": "", "vintages": False, "sheet": "", "cell": "", "since": None}
"""What belongs to one page, in its default."""


@dataclass(frozen=True)
class View:
    """What a reader looks at: the page, the day whose knowledge is used, the method, the language, the filters.

    `as_of` is never later than `today`. By the method None each target is judged by its own. `tab`, `period`,
    `vintages`, `sheet`, `cell` and `since` belong to one page and do not travel to another; `since` is None for its
    default. Where no `theme` was chosen, the one that the reader's system prefers is shown: the browser tells it, no
    address. `ignored` has the keys and values of the address that make no sense.
    """

    path: str
    today: date
    as_of: date
    method: Method | None = None
    lang: str = LANGUAGES[0]
    theme: str = ""
    status: Family | None = None
    policy: str = ""
    q: str = ""
    sort: str = SORTS[0]
    tab: str = ""
    period: str = ""
    vintages: bool = False
    sheet: str = ""
    cell: str = ""
    since: date | None = None
    system_theme: str = THEMES[0]
    ignored: tuple[tuple[str, str], ...] = field(default=(), compare=False)

    @property
    def shown_theme(self) -> str:
        """The theme in which the view is shown."""
        return self.theme or self.system_theme

    @property
    def since_day(self) -> date:
        """The day since which changes are told."""
        return self.since or before(self.as_of, SINCE_DAYS)

    @property
    def is_today(self) -> bool:
        """Whether the view shows what is known today."""
        return self.as_of == self.today


def home(today: date) -> View:
    """The view of the bare address "/"."""
    return View("/", today, today)


def before(day: date, days: int) -> date:
    """The day so many days earlier; at most the first of the calendar."""
    return date.fromordinal(max(day.toordinal() - days, 1))


def read(pathname: str | None, query: str | None, today: date, system_theme: object = None) -> View:
    """The view that an address stands for; `query` with or without its question mark. Never raises."""
    given = {key: values[0] for key, values in parse_qs(_text(query).removeprefix("?")).items()}
    status, as_of = given.get("status", ""), _day(given.get("asof", ""), today)
    view = View(
        path=_path(unquote(_text(pathname))),
        today=today,
        as_of=as_of,
        method=Method(given["method"]) if given.get("method") in JUDGING else None,
        lang=_among(given.get("lang"), LANGUAGES),
        theme=_theme(given.get("theme")),
        status=Family(status) if status in STRIP else None,
        policy=_name(given.get("policy", "")),
        q=" ".join(given.get("q", "").split())[:MAX_WORDS].strip(),
        sort=_among(given.get("sort"), SORTS),
        tab=_name(given.get("tab", "")),
        period=_name(given.get("period", "")),
        vintages=given.get("vintages") == "1",
        sheet=given.get("sheet", "")[:LONGEST_SHEET],
        cell=_matching(_CELL, given.get("cell", "")),
        since=_since(_day(given.get("since", ""), as_of), as_of),
        system_theme=_among(system_theme, THEMES),
    )
    return replace(view, ignored=_ignored(given, view))


def _ignored(given: Mapping[str, str], view: View) -> tuple[tuple[str, str], ...]:
    """What an address asks for and its view does not show."""
    shown = {"asof": view.as_of, "since": view.since_day}
    shown |= {key: getattr(view, key) or "" for key in ("method", "lang", "theme", "status", "policy", "sort")}
    return tuple((key, given[key][:MAX_WORDS]) for key in shown if key in given and given[key] != str(shown[key]))


def search(view: View) -> str:
    """The address's query of a view, "?asof=…&lang=zh", or "" where every field has its default."""
    plain, since = home(view.today), view.since and _since(view.since, view.as_of)
    said = {
        "asof": "" if view.is_today else view.as_of.isoformat(),
        "vintages": "1" if view.vintages else "",
        "since": since.isoformat() if since else "",
    }
    for name in ("method", "lang", "theme", "status", "policy", "q", "sort", "tab", "period", "sheet", "cell"):
        value = getattr(view, name)
        said[name] = "" if value == getattr(plain, name) else str(value)
    order = (
        "asof", "method", "lang", "theme", "status", "policy", "q", "sort", "tab", "period", "vintages", "sheet",
        "cell", "since",
    )  # fmt: skip
    query = urlencode([(key, said[key]) for key in order if said[key]])
    return f"?{query}" if query else ""


def href(view: View, path: str | None = None, **changes: object) -> str:
    """The address of `view` with some fields changed; another page keeps all but what belongs to one page."""
    if path is not None and path != view.path:
        changes = {**_OWN, **changes, "path": path}
    changed = replace(view, **changes)
    return quote(changed.path) + search(changed)


def fields(view: View, path: str, **changes: object) -> list[tuple[str, str]]:
    """The keys and values of `href`, for a form that adds one of its own."""
    return parse_qsl(href(view, path, **changes).partition("?")[2])


def anchored(view: View, path: str, anchor: str) -> str:
    """The address of a part of another page, "/methods?lang=zh#open-sdg"."""
    return f"{href(view, path)}#{quote(anchor)}"


def file_path(load_id: int, file_name: str) -> str:
    """The address under which the file of a load is handed over."""
    return f"/file/{load_id}/{quote(file_name, safe='')}"


def cite(view: View) -> str:
    """The address that brings back the same numbers on any later day: the as-of day is always written."""
    fixed = replace(home(view.today), path=view.path, as_of=view.as_of, method=view.method, lang=view.lang)
    query = search(fixed).removeprefix("?")
    return (
        f"{view.path}?{query}" if not view.is_today else f"{view.path}?asof={view.as_of}{'&' if query else ''}{query}"
    )


def match(pattern: str, path: str) -> dict[str, str] | None:
    """The named parts of `path` where it has the shape of `pattern` ("/target/<slug>"), else None."""
    shape = re.sub(r"<(\w+)>", rf"(?P<\1>{_NAME.pattern})", pattern.rstrip("/"))
    found = re.fullmatch(shape, path.rstrip("/"))
    return found.groupdict() if found else None


def _text(given: object) -> str:
    return given if isinstance(given, str) else ""


def _path(given: str) -> str:
    """A path of this site: one that begins with two strokes would be read as the address of another."""
    return "/" + given.lstrip("/\\")


def _theme(given: str | None) -> str:
    return given if given in THEMES else ""


def _among(given: object, known):
    return next((one for one in known if one == given), known[0])


def _name(given: str) -> str:
    return _matching(_NAME, given)


def _matching(pattern: re.Pattern, given: str) -> str:
    return given if pattern.fullmatch(given) else ""


def _since(day: date, as_of: date) -> date | None:
    """A day before the as-of day; None where it is none, or the default."""
    return None if day >= as_of or day == before(as_of, SINCE_DAYS) else day


def _day(given: str, today: date) -> date:
    if not re.fullmatch(r"\d{4}-\d{2}-\d{2}", given):
        return today
    try:
        return min(date.fromisoformat(given), today)
    except ValueError:
        return today
