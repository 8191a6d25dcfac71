"""How long a task takes."""

import time
from collections.abc import Callable
from typing import TypeVar

TURNS = 3
Result = TypeVar("Result")


def timed(task: Callable[[], Result]) -> tuple[float, Result]:
    """The shortest of a few turns, in seconds, and what came out."""
    seconds = []
    for _ in range(TURNS):
        start = time.perf_counter()
        result = task()
        seconds.append(time.perf_counter() - start)
    return min(seconds), result
