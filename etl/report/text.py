"""The report's texts; the words of codes are in `etl.vocabulary`."""

from datetime import date

from babel.dates import format_date

from etl import catalogue
from etl.report.guide import explained
from etl.vocabulary import LANGUAGES


class Text:
    """Texts of one language: `text("title")`, with named fields where a text has them."""

    def __init__(self, lang: str):
        if lang not in LANGUAGES:
            raise ValueError(f"no texts in {lang!r}; there are {', '.join(LANGUAGES)}")
        self.lang = lang
        self._texts = catalogue.of("report", lang)

    def __call__(self, key: str, **fields) -> str:
        """The text of a key. KeyError for an unknown key or a missing field."""
        return self._texts(key, **fields)

    def counted(self, key: str, count: int, **fields) -> str:
        """The form of a key that goes with a count, which is its field `count`."""
        return self._texts.counted(key, count, count=count, **fields)

    def day(self, day: date) -> str:
        """A day in words: "1 December 2024", "2024年12月1日"."""
        return format_date(day, "long", locale=catalogue.LOCALES[self.lang])

    def guide(self, part: str) -> dict[str, str]:
        """What is said of each item (a code or a subject) of a part of the guide."""
        return explained(part, self.lang)

    def topic(self, item: str) -> str:
        """The heading of what all methods share."""
        return catalogue.of("guide", self.lang)(f"topics.{item}")
