"""The view in the address: `?asof=2024-11-21&method=eurostat-cagr&lang=zh&status=behind`.

The only module that reads or writes it. Defaults are left out, unknown keys and values that make no sense are ignored:
an address that somebody mistyped still opens a page.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from urllib.parse import parse_qs, quote, unquote, urlencode, urljoin

import flask

from etl.vocabulary import JUDGING, LANGUAGES, STRIP, Family, Method

SORTS = ("policy", "newest", "status", "deadline", "chance", "age")
MAX_WORDS = 100

_NAME = re.compile(r"[A-Za-z0-9_.~-]{1,120}")
_CELL = re.compile(r"[A-Z]{1,3}[1-9][0-9]{0,6}")
_DIGITS = re.compile(r"[0-9a-f]{7}")
_VERSION = re.compile(r"[1-9][0-9]{0,4}")
LONGEST_SHEET = 255

SINCE_DAYS = 90
"""So long before the as-of day lies the day since which changes are told, where the address names none."""

_OWN = {"tab": "", "period": "", "vintages": False, "sheet": "", "cell": "", "since": None, "cited": None}
"""What belongs to one page, in its default."""


@dataclass(frozen=True)
class Cited:
    """What a citation says beside day and method: the hash of what its statement rests on, and the rules' version."""

    digits: str
    rules_version: int


@dataclass(frozen=True)
class View:
    """What a reader looks at: the page, the day whose knowledge is used, the method, the language, the filters.

    `as_of` is never later than `today`. By the method None each target is judged by its own. `tab`, `period`,
    `vintages`, `sheet`, `cell`, `since` and `cited` belong to one page and do not travel to another; `since` is None
    for its default. A view that is `cited` names its day and its method in its address whatever they are.
    """

    path: str
    today: date
    as_of: date
    method: Method | None = None
    lang: str = LANGUAGES[0]
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
    cited: Cited | None = None

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


def read(pathname: str | None, query: str | None, today: date) -> View:
    """The view that an address stands for; `query` with or without its question mark. Never raises."""
    given = {key: values[0] for key, values in parse_qs(_text(query).removeprefix("?")).items()}
    status, as_of = given.get("status", ""), _day(given.get("asof", ""), today)
    return View(
        path=_path(unquote(_text(pathname))),
        today=today,
        as_of=as_of,
        method=Method(given["method"]) if given.get("method") in JUDGING else None,
        lang=_among(given.get("lang"), LANGUAGES),
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
        cited=_cited(given),
    )


def search(view: View) -> str:
    """The address's query of a view, "?asof=…&lang=zh", or "" where every field has its default."""
    plain, since = home(view.today), view.since and _since(view.since, view.as_of)
    said = {
        "asof": "" if view.is_today and not view.cited else view.as_of.isoformat(),
        "rules": str(view.cited.rules_version) if view.cited else "",
        "data": view.cited.digits if view.cited else "",
        "vintages": "1" if view.vintages else "",
        "since": since.isoformat() if since else "",
    }
    for field in ("method", "lang", "status", "policy", "q", "sort", "tab", "period", "sheet", "cell"):
        value = getattr(view, field)
        said[field] = "" if value == getattr(plain, field) else str(value)
    order = (
        "asof", "method", "rules", "data", "lang", "status", "policy", "q", "sort", "tab", "period", "vintages",
        "sheet", "cell", "since",
    )  # fmt: skip
    query = urlencode([(key, said[key]) for key in order if said[key]])
    return f"?{query}" if query else ""


def href(view: View, path: str | None = None, **changes: object) -> str:
    """The address of `view` with some fields changed; another page keeps all but what belongs to one page."""
    if path is not None and path != view.path:
        changes = {**_OWN, **changes, "path": path}
    turned = changed(view, **changes)
    return quote(turned.path) + search(turned)


def changed(view: View, **changes: object) -> View:
    """The view with some fields changed; on another day or by another method it is no longer the cited one."""
    turned = replace(view, **changes)
    is_same = (turned.as_of, turned.method) == (view.as_of, view.method)
    return turned if is_same or "cited" in changes else replace(turned, cited=None)


def absolute(path: str) -> str:
    """The address on this site with the name under which its caller knows the site; without one outside a request."""
    return urljoin(flask.request.url_root, path) if flask.has_request_context() else path


def anchored(view: View, path: str, anchor: str) -> str:
    """The address of a part of another page, "/methods?lang=zh#open-sdg"."""
    return f"{href(view, path)}#{quote(anchor)}"


def file_path(load_id: int, file_name: str) -> str:
    """The address under which the file of a load is handed over."""
    return f"/file/{load_id}/{quote(file_name, safe='')}"


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


def _plain(view: View) -> View:
    """The view without what a reader filtered or opened."""
    return replace(home(view.today), path=view.path, as_of=view.as_of, method=view.method, lang=view.lang)


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


def _among(given: str | None, known):
    return next((one for one in known if one == given), known[0])


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
