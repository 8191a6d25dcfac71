"""Explanations in the report: how to read it, badges, statuses, causes, findings, decisions, and what methods share."""

from etl import catalogue
from etl.judge.watch import HABIT, LEAST
from etl.normalise.revisions import LIMIT
from etl.vocabulary import Badge, Cause, Choice, Finding, Status

CAUSES = (Cause.stated, Cause.superseded, Cause.decision, Cause.restated) + (
    *(Cause.basis, Cause.figure, Cause.revision, Cause.deadline),
)
"""The first that holds is the cause, in this order."""

SHARED = (
    *("symbols", "progress_share", "time_share", "required_value", "growth", "order", "baseline", "knowledge"),
    "revisions",
)
PARTS: dict[str, tuple[str, ...]] = {
    "causes": CAUSES,
    "findings": tuple(Finding),
    "choices": tuple(Choice),
    "reading": ("known", "status", "bar", "ratio", "numbers", "cells"),
    "badges": tuple(Badge),
    "statuses": tuple(Status),
    "shared": SHARED,
}
LIMITS = {"habit": HABIT, "least": LEAST, "limit": round(100 * LIMIT)}


def explained(part: str, lang: str) -> dict[str, str]:
    """What is said of each item (a code or a subject) of a part, in its order."""
    texts = catalogue.of("guide", lang)
    return {item: texts(f"{part}.{item}", **LIMITS) for item in PARTS[part]}
