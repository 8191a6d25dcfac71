"""Texts of the search."""

TEXTS = {
    "search.label": "Search everything",
    "search.hint": "Search targets, policies, 中文 …",
    "search.title": "Search",
    "search.title_of": "Search: {words}",
    "search.empty": "Words in the field above are looked for in targets, policies, bodies, indicators and series, "
    "in English and Chinese at once.",
    "search.found.0": "Nothing found",
    "search.found.1": "1 found",
    "search.found.2": "{n} found",
    "search.none": "Nothing holds “{words}”",
    "search.none_hint": "All words must stand somewhere in a name, a statement or a source. Fewer or shorter words "
    "find more.",
    "search.all": "All {n}",
    "search.more": "{n} more; another word narrows them down.",
    "search.kind.target": "Targets",
    "search.kind.policy": "Policies",
    "search.kind.body": "Bodies",
    "search.kind.indicator": "Indicators",
    "search.kind.series": "Series",
}
