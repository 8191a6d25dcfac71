"""The report's rows on methods, from the one table that describes them."""

from collections.abc import Iterator

from etl.judge.methods import METHODS, Classed, Described
from etl.report.text import Text


def method_rows(text: Text) -> Iterator[dict[str, str]]:
    """Rows of each method: its rule, its classes with their cut-offs, when it applies and where it was read."""
    for method in METHODS.values():
        yield from ({"item": method.id.label(text.lang), **row} for row in _rows(method, text))


def _rows(method: Described, text: Text) -> Iterator[dict[str, str]]:
    lang = text.lang
    yield {"topic": text("method.rule"), "text": method.rule(lang)}
    yield {"topic": text("method.classes"), "text": _classes(method.measure(lang), method.classes, text)}
    if method.beside is not None:
        name = method.beside.name.label(lang)
        yield {"topic": text("method.classes"), "text": _classes(name, method.beside.classes, text)}
    yield {"topic": text("method.needs"), "text": method.needs(lang)}
    source = text("method.source_reading", source=method.source, reading=method.reading(lang))
    yield {"topic": text("method.source"), "text": source}


def _classes(measure: str, classes: tuple[Classed, ...], text: Text) -> str:
    lines = [text("method.by", measure=measure), *(_class(classed, text) for classed in classes)]
    return "\n".join(lines)


def _class(classed: Classed, text: Text) -> str:
    name, cut_off = classed.name.label(text.lang), classed.cut_off(text.lang)
    if classed.status is None:
        return text("method.class", name=name, cut_off=cut_off)
    return text("method.class_status", name=name, cut_off=cut_off, status=classed.status.label(text.lang))
