"""The view in the address: `?asof=2024-11-21&method=eurostat-cagr&lang=zh&status=behind`.

The only module that reads or writes it; a control's key is written by the browser as `choice` tells it. Defaults are
left out, unknown keys and values that make no sense are ignored: an address that somebody mistyped still opens a page.
Which values were ignored the view remembers, so that the page can say it.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from urllib.parse import parse_qs, parse_qsl, quote, unquote, urlencode, urljoin

import flask

from etl.vocabulary import JUDGING, LANGUAGES, STRIP, Family, Method

SORTS = ("policy", "newest", "status", "deadline", "chance", "age")
BY_POLICY = ("policy", "newest")
"""Orders in which a policy's promises stand together, unless the view groups them otherwise."""

GROUPS = ("policy", "sector", "status", "deadline", "none")
DUES = ("passed", "soon", "later", "none")
"""Deadlines that have passed, that fall up to the end of next year, later, or not at all; a year stands for itself."""

AGES = ("fresh", "aging", "old", "none")
"""Figures made known within a year, within two, earlier; targets without a figure."""

ORDERS = ("newest", "oldest", "name", "most")
"""Orders of documents."""
THEMES = ("light", "dark")
MAX_WORDS = 100

_NAME = re.compile(r"[A-Za-z0-9_.~-]{1,120}")
_NAMES = re.compile(rf"{_NAME.pattern}(?:,{_NAME.pattern}){{0,99}}")
_YEAR = re.compile(r"(?:19|20|21)[0-9]{2}")
_PAGE = re.compile(r"[1-9][0-9]{0,3}")
_CELL = re.compile(r"[A-Z]{1,3}[1-9][0-9]{0,6}")
_DIGITS = re.compile(r"[0-9a-f]{7}")
_VERSION = re.compile(r"[1-9][0-9]{0,4}")
_YES_OR_NO = {"": None, "1": True, "0": False}
LONGEST_SHEET = 255
LONGEST_SAID = 60
"""So much is repeated of a value that makes no sense."""

SINCE_DAYS = 90
"""So long before the as-of day lies the day since which changes are told, where the address names none."""

_LISTED = ("sector", "body", "area", "due", "age", "group", "order", "page")

_ORDER = (
    "asof", "method", "rules", "data", "lang", "theme", "status", "policy", "q", "sort", "tab", "period",
    "vintages", "sheet", "cell", "since", *_LISTED, "indicator", "series", "base", "together",
)  # fmt: skip
"""The keys of an address, in the order in which they are written."""

_CHOOSING = {"status", "policy", "q", "sort", "sector", "body", "area", "due", "age", "group", "order", "since"}
"""What chooses or orders the rows of a list."""

_UNDONE = dict.fromkeys(_CHOOSING, ("page",)) | dict.fromkeys(("asof", "method"), ("rules", "data"))
_UNDONE |= {"indicator": ("series", "base")}
"""Keys that mean nothing any more once another has a new value."""

SEARCH_PATH = "/search"

VIEWS = "/view/"
"""Below this address stand the files of what pages show: `/view/deadlines.csv`."""

_FIRST = "overview"


@dataclass(frozen=True)
class Cited:
    """What a citation says beside day and method: the hash of what its statement rests on, and the rules' version."""

    digits: str
    rules_version: int


@dataclass(frozen=True)
class View:
    """What a reader looks at: the page, the day whose knowledge is used, the method, the language, the filters.

    `as_of` is never later than `today`. By the method None each target is judged by its own. `tab`, `period`,
    `vintages`, `sheet`, `cell`, `since`, `order`, `page`, `indicator`, `series` (codes with commas between), `base` (a
    year), `together` and `cited` belong to one page and do not travel to another; `since` and `together` are None for
    their defaults.
    `group` is "" where the order says how rows are grouped. A view that is `cited` names its day and its method in its
    address whatever they are. Where no `theme` was chosen, the one that the reader's system prefers is shown: the
    browser tells it, no address. `ignored` has the keys and values of the address that make no sense.
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
    sector: str = ""
    body: str = ""
    area: str = ""
    due: str = ""
    age: str = ""
    group: str = ""
    order: str = ORDERS[0]
    page: int = 1
    tab: str = ""
    period: str = ""
    vintages: bool = False
    sheet: str = ""
    cell: str = ""
    since: date | None = None
    indicator: str = ""
    series: str = ""
    base: str = ""
    together: bool | None = None
    cited: Cited | None = None
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
    def grouping(self) -> str:
        """How the overview's rows are grouped: one of GROUPS."""
        return self.group or implied_group(self.sort)

    @property
    def is_today(self) -> bool:
        """Whether the view shows what is known today."""
        return self.as_of == self.today


def implied_group(sort: str) -> str:
    """How rows are grouped in this order, where nothing else is asked for."""
    return "policy" if sort in BY_POLICY else "none"


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
    sort, group = _among(given.get("sort"), SORTS), _if_among(given.get("group"), GROUPS)
    view = View(
        path=_path(unquote(_text(pathname))),
        today=today,
        as_of=as_of,
        method=Method(given["method"]) if given.get("method") in JUDGING else None,
        lang=_among(given.get("lang"), LANGUAGES),
        theme=_if_among(given.get("theme"), THEMES),
        status=Family(status) if status in STRIP else None,
        policy=_name(given.get("policy", "")),
        q=" ".join(given.get("q", "").split())[:MAX_WORDS].strip(),
        sort=sort,
        sector=_name(given.get("sector", "")),
        body=_name(given.get("body", "")),
        area=_name(given.get("area", "")),
        due=_if_among(given.get("due"), DUES) or _matching(_YEAR, given.get("due", "")),
        age=_if_among(given.get("age"), AGES),
        group="" if group == implied_group(sort) else group,
        order=_among(given.get("order"), ORDERS),
        page=int(_matching(_PAGE, given.get("page", "")) or 1),
        tab=_name(given.get("tab", "")),
        period=_name(given.get("period", "")),
        vintages=given.get("vintages") == "1",
        sheet=given.get("sheet", "")[:LONGEST_SHEET],
        cell=_matching(_CELL, given.get("cell", "")),
        since=_since(_day(given.get("since", ""), as_of), as_of),
        indicator=_name(given.get("indicator", "")),
        series=_matching(_NAMES, given.get("series", "")),
        base=_matching(_YEAR, given.get("base", "")),
        together=_YES_OR_NO.get(given.get("together")),
        system_theme=_among(system_theme, THEMES),
        cited=_cited(given),
    )
    return replace(view, ignored=_ignored(given, view))


def _ignored(given: Mapping[str, str], view: View) -> tuple[tuple[str, str], ...]:
    """What an address asks for and its view does not show."""
    keys = (key for key in _ORDER if key in given and key != "q")
    return tuple((key, cut(given[key])) for key in keys if given[key] != _shown(key, view))


def _shown(key: str, view: View) -> str:
    """A key's value as a view has it, its default too."""
    said = {"asof": view.as_of, "since": view.since_day, "group": view.grouping}
    said |= {"vintages": int(view.vintages), "together": _yes_or_no(view.together)}
    said |= {"rules": view.cited and view.cited.rules_version, "data": view.cited and view.cited.digits}
    return str(said[key] if key in said else getattr(view, key) or "")


def cut(given: str) -> str:
    """What an address asks for, short enough to be repeated in a sentence."""
    return given if len(given) <= LONGEST_SAID else given[: LONGEST_SAID - 1] + "…"


def leave_out(view: View, names: Sequence[str]) -> View:
    """The view without what it asks for under these names; it remembers that as ignored."""
    asked = tuple((name, cut(str(getattr(view, name)))) for name in names)
    plain = home(view.today)
    return replace(view, **{name: getattr(plain, name) for name in names}, ignored=view.ignored + asked)


def search(view: View) -> str:
    """The address's query of a view, "?asof=…&lang=zh", or "" where every field has its default."""
    plain, since = home(view.today), view.since and _since(view.since, view.as_of)
    said = {
        "asof": "" if view.is_today and not view.cited else view.as_of.isoformat(),
        "rules": str(view.cited.rules_version) if view.cited else "",
        "data": view.cited.digits if view.cited else "",
        "vintages": "1" if view.vintages else "",
        "together": _yes_or_no(view.together),
        "since": since.isoformat() if since else "",
    }
    names = ("method", "lang", "theme", "status", "policy", "q", "sort", "tab", "period", "sheet", "cell")
    for name in (*names, *_LISTED, "indicator", "series", "base"):
        value = getattr(view, name)
        said[name] = "" if value == getattr(plain, name) else str(value)
    query = urlencode([(key, said[key]) for key in _ORDER if said[key]], safe=",")
    return f"?{query}" if query else ""


def href(view: View, path: str | None = None, **changes: object) -> str:
    """The address of `view` with some fields changed.

    Another page opens `fresh`; another choice of rows begins at their first page.
    """
    if path is not None and path != view.path:
        view = fresh(view, path)
    elif _CHOOSING & changes.keys():
        changes = {"page": 1, **changes}
    turned = changed(view, **changes) if changes else view
    return quote(turned.path) + search(turned)


def choice(view: View, key: str) -> dict:
    """What the browser has to know to write a key: the value that an address leaves out, and which keys it undoes.

    How rows are grouped by default depends on their order, so that a grouping is always written.
    """
    plain = replace(home(view.today), as_of=view.as_of)
    known = {"asof": view.today.isoformat(), "group": ""}
    left_out = known[key] if key in known else _shown(key, plain)
    return {"key": key, "left_out": left_out, "undoes": list(_UNDONE.get(key, ()))}


def fresh(view: View, path: str) -> View:
    """A page as it opens: day, method, language and theme are the view's, and nothing is filtered."""
    kept = {name: getattr(view, name) for name in ("today", "as_of", "method", "lang", "theme", "system_theme")}
    return View(path, **kept)


def changed(view: View, **changes: object) -> View:
    """The view with some fields changed; on another day or by another method it is no longer the cited one."""
    turned = replace(view, **changes)
    is_same = (turned.as_of, turned.method) == (view.as_of, view.method)
    return turned if is_same or "cited" in changes else replace(turned, cited=None)


def absolute(path: str) -> str:
    """The address on this site with the name under which its caller knows the site; without one outside a request."""
    return urljoin(flask.request.url_root, path) if flask.has_request_context() else path


def fields(view: View, path: str, **changes: object) -> list[tuple[str, str]]:
    """The keys and values of `href`, for a form that adds one of its own."""
    return parse_qsl(href(view, path, **changes).partition("?")[2])


def anchored(view: View, path: str, anchor: str) -> str:
    """The address of a part of another page, "/methods?lang=zh#open-sdg"."""
    return f"{href(view, path)}#{quote(anchor)}"


def file_path(load_id: int, file_name: str) -> str:
    """The address under which the file of a load is handed over."""
    return f"/file/{load_id}/{quote(file_name, safe='')}"


def dated(view: View, path: str) -> str:
    """The address of a page that names its day also where it is today's."""
    kept = search(replace(home(view.today), method=view.method, lang=view.lang)).removeprefix("?")
    return f"{quote(path)}?" + "&".join(part for part in (f"asof={view.as_of}", kept) if part)


def cite(view: View, method: Method, cited: Cited) -> str:
    """The address that brings back the same number and verdict on any later day, or tells why it cannot."""
    return href(_plain(view), method=method, cited=cited)


def embed(view: View, slug: str) -> str:
    """The address of a target's chart alone, for a frame on another site."""
    return href(_plain(view), f"/embed/target/{slug}")


def canonical(view: View) -> str:
    """The page's own address, with the site's name: day, method and language, nothing that a reader opened."""
    return absolute(href(_plain(view)))


def file(view: View, path: str) -> str:
    """The address of a file with what is known on the view's day, by its method, in its language."""
    return href(_plain(view), path)


def shown_as(view: View, suffix: str) -> str:
    """The address of what the view shows as a file of that kind."""
    return quote(f"{VIEWS}{view.path.strip('/') or _FIRST}.{suffix}") + search(view)


def path_of_file(name: str) -> str:
    """The path of the page whose file has that name: the reverse of `shown_as`."""
    return "/" if name == _FIRST else _path(name)


def _plain(view: View) -> View:
    """The view without what a reader filtered or opened, in no theme."""
    return replace(fresh(view, view.path), theme="")


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


def _yes_or_no(chosen: bool | None) -> str:
    return next(text for text, one in _YES_OR_NO.items() if one is chosen)


def _among(given: object, known):
    return next((one for one in known if one == given), known[0])


def _if_among(given: str | None, known: Sequence[str]) -> str:
    return given if given in known else ""


def _name(given: str) -> str:
    return _matching(_NAME, given)


def _matching(pattern: re.Pattern, given: str) -> str:
    return given if pattern.fullmatch(given) else ""


def _cited(given: Mapping[str, str]) -> Cited | None:
    """What was cited, where day, method, version and hash are all there."""
    digits, version = _matching(_DIGITS, given.get("data", "")), _matching(_VERSION, given.get("rules", ""))
    is_whole = digits and version and "asof" in given and given.get("method") in JUDGING
    return Cited(digits, int(version)) if is_whole else None


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
