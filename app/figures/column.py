"""Labels one below the other at the ends of lines, each as near to its line as the others allow."""

import math
from collections.abc import Sequence
from functools import reduce

STEP = 1.0
"""Pixels between two middles that are tried."""

FARTHEST = 32.0
"""Pixels that a label may stand from the wanted middle."""

Interval = tuple[float, float]
Found = tuple[float, tuple[float, ...]]
"""A sum of squared distances, and the middles that make it."""

NOWHERE: Found = (math.inf, ())


def column(
    wanted: Sequence[float], heights: Sequence[float], ends: Interval, taken: Sequence[Interval] = ()
) -> list[float] | None:
    """Middles of labels, none on another or on what is taken, in the order of the wanted middles and with the least sum
    of squared distances to them. None where they do not fit between the ends, or only too far away. All in pixels from
    the top."""
    order = sorted(range(len(wanted)), key=lambda number: wanted[number])
    grid = [ends[0] + STEP * number for number in range(int((ends[1] - ends[0]) / STEP) + 1)]
    spaces = [(wanted[number], heights[number]) for number in order]
    apart = [0, *(math.ceil((one[1] + other[1]) / 2 / STEP) for one, other in zip(spaces, spaces[1:], strict=False))]
    free = [
        [abs(middle - at) <= FARTHEST and _is_free(middle, height / 2, ends, taken) for middle in grid]
        for at, height in spaces
    ]

    def below(least: list[Found], number: int) -> list[Found]:
        """For each middle the best way to have labels up to this one down to there."""
        best, found = NOWHERE, []
        for at, middle in enumerate(grid):
            if free[number][at] and at >= apart[number]:
                cost, middles = least[at - apart[number]]
                best = min(best, (cost + (middle - spaces[number][0]) ** 2, (*middles, middle)))
            found.append(best)
        return found

    _cost, chosen = reduce(below, range(len(order)), [(0.0, ())] * len(grid))[-1]
    middles = dict(zip(order, chosen, strict=False))
    return [middles[number] for number in range(len(order))] if middles or not order else None


def _is_free(middle: float, half: float, ends: Interval, taken: Sequence[Interval]) -> bool:
    low, high = middle - half, middle + half
    return ends[0] <= low and high <= ends[1] and all(high <= one[0] or low >= one[1] for one in taken)
