"""Periods and days as written, in English and Chinese: "2025-Q1", "March 2025", "2025年上半年", "2026-01..08".

Each way of writing is one pattern with the function that makes the period of it; the first that fits counts. A hyphen
between year and two digits is a month (2010-12); where a dash there could be a month or a span of years, it is refused.
"""

import re
from calendar import isleap, monthrange
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from functools import total_ordering

from etl.normalise.characters import DASH, plain
from etl.vocabulary import Frequency

FIRST_YEAR, LAST_YEAR = 1900, 2200


class NotAPeriod(ValueError):
    """A text that is no period or day, an impossible one, or one that could be two.

    `reason` says which, the message also what was found.
    """

    def __init__(self, reason: str, found: str | None = None):
        self.reason = reason
        super().__init__(reason if found is None else f"found '{found.strip()[:60]}': {reason}")


@total_ordering
@dataclass(frozen=True)
class Period:
    """A stretch of days, both ends included. Periods are ordered by their ends. `label` reads to the same period."""

    label: str
    start: date
    end: date
    frequency: Frequency

    def __lt__(self, other: "Period") -> bool:
        return (self.end, self.start, self.label) < (other.end, other.start, other.label)


@dataclass(frozen=True)
class StatedDay:
    """A day as stated. `precision` is "day", "month" or "year": what was known of it; `day` is then the last one."""

    day: date
    precision: str
    text: str

    @property
    def first(self) -> date:
        """First day of the month or year that was stated; the day itself where it is known."""
        return {"day": self.day, "month": self.day.replace(day=1)}.get(self.precision, date(self.day.year, 1, 1))


def read_period(text: str) -> Period:
    """The period that a text names. NotAPeriod, with the reason, if it names none or an impossible one."""
    written = plain(text)
    try:
        return _read(written, _NO_PERIOD)
    except NotAPeriod as error:
        raise NotAPeriod(error.reason, text) from None


def read_day(text: str) -> StatedDay | None:
    """The last day that a text can mean; None where it says that there is none. NotAPeriod for an impossible one.

    Remarks in brackets are left out; of two days ("text / release") and of two months ("2021-11/12") the later counts.
    """
    written = _REMARK.sub("", plain(text)).strip()
    if _UNDATED.fullmatch(written):
        return None
    try:
        period = max(_read(part, _NO_DAY) for part in _alternatives(written))
    except NotAPeriod as error:
        raise NotAPeriod(error.reason, text) from None
    return StatedDay(period.end, _PRECISION.get(period.frequency, "month"), text)


def next_period(period: Period) -> Period:
    """The year, half, quarter or month after one. ValueError for a period of another length."""
    begins = period.end + timedelta(days=1)
    labels = {
        Frequency.year: f"{begins.year}",
        Frequency.half: f"{begins.year}-H{(begins.month + 5) // 6}",
        Frequency.quarter: f"{begins.year}-Q{(begins.month + 2) // 3}",
        Frequency.month: f"{begins:%Y-%m}",
    }
    if period.frequency not in labels:
        raise ValueError(f"{period.label} is followed by no period of its own length")
    return read_period(labels[period.frequency])


def decimal_year(day: date) -> float:
    """The end of a day as a decimal year: 2024-12-31 is 2025.0. Day of the year over the days of that year."""
    return day.year + day.timetuple().tm_yday / (366 if isleap(day.year) else 365)


_REMARK = re.compile(r"\s*\([^()]*\)")
_UNDATED = re.compile(
    r"|[-–]|(?:undated|n/?a|none stated|not stated|no date|unknown)\b[^0-9]*|(?:未注明|不详|无)[^0-9]*", re.I
)
_PRECISION = {Frequency.day: "day", Frequency.year: "year", Frequency.span: "year"}
_NO_PERIOD = "this is no period; write it as 2024, 2025-H1, 2025-Q1, 2025-03, 2026-01..08 or 2021..2024"
_NO_DAY = "this is no day; write it as 2024-11-20, or 2024-11 or 2024 where no more is known"
_NO_FORMAT = "this may be a day whose cell lost its date format; write it as 2024-11-20"
_SERIAL = re.compile("[2-7][0-9]{4}")  # days of 1954 to 2118 as a spreadsheet counts them
_TWO_MONTHS = re.compile(r"([0-9]{4})-([0-9]{1,2})/([0-9]{1,2})")


def _alternatives(text: str) -> list[str]:
    if match := _TWO_MONTHS.fullmatch(text):
        year, first, last = match.groups()
        if int(first) >= int(last):
            raise NotAPeriod("the second month must be the later one; write one month, such as 2021-12")
        return [f"{year}-{first}", f"{year}-{last}"]
    return text.split(" / ")


def _read(text: str, otherwise: str) -> Period:
    """The period; where no way of writing fits, `otherwise` is the reason."""
    for pattern, make in _FORMS:
        if match := pattern.fullmatch(text):
            return make(*match.groups())
    raise NotAPeriod(_NO_FORMAT if _SERIAL.fullmatch(text) else otherwise)


def _year(year: str) -> Period:
    number = _checked_year(year)
    return Period(year, date(number, 1, 1), date(number, 12, 31), Frequency.year)


def _checked_year(year: str) -> int:
    if not FIRST_YEAR <= int(year) <= LAST_YEAR:
        raise NotAPeriod(f"the year must lie between {FIRST_YEAR} and {LAST_YEAR}")
    return int(year)


def _months(year: str, first: int, last: int) -> tuple[date, date]:
    number = _checked_year(year)
    return date(number, first, 1), date(number, last, monthrange(number, last)[1])


def _part(letter: str, length: int, frequency: Frequency) -> Callable[[str, str], Period]:
    """Maker of halves or quarters: parts of a year of that many months."""

    def make(year: str, part: str) -> Period:
        number = _ORDINALS.get(part.lower(), part)
        if not 1 <= int(number) <= 12 // length:
            raise NotAPeriod(f"a year has no {letter}{number}")
        start, end = _months(year, (int(number) - 1) * length + 1, int(number) * length)
        return Period(f"{year}-{letter}{number}", start, end, frequency)

    return make


_ORDINALS = {"first": "1", "second": "2", "third": "3", "fourth": "4"}
_ORDINALS |= {"一": "1", "二": "2", "三": "3", "四": "4", "上": "1", "下": "2"}
_half = _part("H", 6, Frequency.half)
_quarter = _part("Q", 3, Frequency.quarter)


def _month_number(month: str) -> int:
    number = int(month) if month.isdigit() else _MONTH_NAMES.index(month[:3].lower()) + 1
    if not 1 <= number <= 12:
        raise NotAPeriod(f"a year has no month {month}")
    return number


def _month(year: str, month: str) -> Period:
    number = _month_number(month)
    return Period(f"{year}-{number:02}", *_months(year, number, number), Frequency.month)


def _month_or_span(year: str, dash: str, two: str) -> Period:
    """Two digits after a year: a month if there is one of that number, else the last year of a span."""
    is_later_year = int(two) > int(year[2:])
    if 1 <= int(two) <= 12:
        if dash == DASH and is_later_year:
            raise NotAPeriod(f"this may be a month or a span; write {year}-{two} or {year}..{year[:2]}{two}")
        return _month(year, two)
    if not is_later_year:
        raise NotAPeriod(f"a year has no month {two}")
    return _span(year, year[:2] + two)


def _day(year: str, month: str, day: str) -> Period:
    start, end = _months(year, _month_number(month), _month_number(month))
    if not 1 <= int(day) <= end.day:
        raise NotAPeriod(f"{year}-{start.month:02} has no day {int(day)}")
    only = start.replace(day=int(day))
    return Period(only.isoformat(), only, only, Frequency.day)


def _any_day(*groups: str | None) -> Period:
    return _day(*(group for group in groups if group is not None))


def _day_of_two_orders(first: str, second: str, year: str) -> Period:
    """A day written 13/4/2024: in one order only, or refused."""
    if int(first) <= 12 and int(second) <= 12 and first.lstrip("0") != second.lstrip("0"):
        raise NotAPeriod(f"this may be a day in either of two months; write {year}-MM-DD")
    return _day(year, first, second) if int(second) > 12 else _day(year, second, first)


def _year_to_date(year: str, last: str) -> Period:
    """January to a month: January alone is that month, all twelve are the year; three or six stay months so far."""
    month = _month_number(last)
    if month in (1, 12):
        return _month(year, last) if month == 1 else _year(year)
    return Period(f"{year}-01..{month:02}", *_months(year, 1, month), Frequency.year_to_date)


def _from_january(year: str, first: str, last: str) -> Period:
    if _month_number(first) > _month_number(last):
        raise NotAPeriod("the months run backwards")
    if _month_number(first) != 1:
        raise NotAPeriod(f"months of a year must begin in January: {year}-01..{_month_number(last):02}")
    return _year_to_date(year, last)


def _quarters_to_date(year: str, quarters: str) -> Period:
    return _year_to_date(year, str(3 * int(_ORDINALS.get(quarters, quarters))))


def _span(first: str, last: str) -> Period:
    if int(first) > int(last):
        raise NotAPeriod("the years run backwards")
    start, end = _year(first), _year(last)
    return start if first == last else Period(f"{first}..{last}", start.start, end.end, Frequency.span)


_MONTH_NAMES = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_NAME = (
    "(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
    r"|nov(?:ember)?|dec(?:ember)?)\.?"
)
_TIME = "(?:[ T][0-9]{1,2}:[0-9]{2}(?::[0-9]{2})?)?"  # of a cell that holds a moment; its day counts
_Y, _M, _D = "([0-9]{4})", "([0-9]{1,2})", "([0-9]{1,2})(?:st|nd|rd|th)?"
_TO = rf"\s?(?:\.\.|-|{DASH}|~|to|至|到)\s?"


_YEAR_FORMS = (
    rf"{_Y}年?",
    rf"(?:by )?(?:the )?end[- ]?(?:of )?(?:year )?{_Y}",
    rf"{_Y},? (?:year[- ]end|full year)",
    rf"year[- ]end {_Y}",
    rf"{_Y}年?(?:年底|年末|年终|全年|底|末)",
)


def _turned(make: Callable[..., Period], *order: int) -> Callable[..., Period]:
    """The maker for a pattern whose groups stand in another order: the n-th argument is group `order[n]`."""
    return lambda *groups: make(*(groups[index] for index in order))


def _forms() -> Iterable[tuple[str, Callable[..., Period]]]:
    """All ways of writing: pattern and maker."""
    yield from ((form, _year) for form in _YEAR_FORMS)
    yield rf"{_Y}[- ]?H([0-9])", _half
    yield rf"H([0-9])[ -]?{_Y}", _turned(_half, 1, 0)
    yield rf"(first|second) half(?: of)? {_Y}", _turned(_half, 1, 0)
    yield rf"{_Y}年?([上下])半年", _half
    yield rf"{_Y}[- ]?Q([0-9])", _quarter
    yield rf"Q([0-9])[ -]?{_Y}", _turned(_quarter, 1, 0)
    yield rf"(first|second|third|fourth) quarter(?: of)? {_Y}", _turned(_quarter, 1, 0)
    yield rf"{_Y}年第?([一二三四1-4])季度", _quarter
    yield rf"{_Y}(-|{DASH})([0-9]{{2}})", _month_or_span
    yield rf"{_Y}[-/]{_M}", _month
    yield rf"{_M}/{_Y}", _turned(_month, 1, 0)
    yield rf"{_NAME}[ -]?{_Y}", _turned(_month, 1, 0)
    yield rf"{_Y}[ -]{_NAME}", _month
    yield rf"{_Y}年{_M}月(?:份|底|末)?", _month
    yield rf"{_Y}-{_M}-{_M}{_TIME}|{_Y}/{_M}/{_M}|{_Y}\.{_M}\.{_M}|{_Y}年{_M}月{_M}[日号]", _any_day
    yield rf"{_D} {_NAME},? {_Y}", _turned(_day, 2, 1, 0)
    yield rf"{_NAME} {_D},? {_Y}", _turned(_day, 2, 0, 1)
    yield rf"{_M}[-/.]{_M}[-/.]{_Y}", _day_of_two_orders
    yield rf"{_Y}-([0-9]{{2}})\s?(?:\.\.|{DASH}|~)\s?([0-9]{{2}})", _from_january
    yield rf"{_NAME}{_TO}{_NAME},? {_Y}", _turned(_from_january, 2, 0, 1)
    yield rf"{_Y}年{_M}月?{_TO}{_M}月(?:份)?", _from_january
    yield rf"{_Y}年前([一二三])季度", _quarters_to_date
    yield rf"{_Y}年前{_M}个月", _year_to_date
    yield rf"{_Y}{_TO}{_Y}年?", _span


_FORMS = tuple((re.compile(form, re.I), make) for form, make in _forms())
