"""Where labels stand: beside the points that they name, on nothing else. Pixels from the left and from the top."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import product

Point = tuple[float, float]
Segment = tuple[Point, Point]

SIDES = {
    "N": (0, -1), "NE": (1, -1), "E": (1, 0), "SE": (1, 1), "S": (0, 1), "SW": (-1, 1), "W": (-1, 0), "NW": (-1, -1),
    "N_FLUSH": (1, -1), "S_FLUSH": (1, 1),
}  # fmt: skip
"""Where a label lies from its point: its side across and down. A flush one begins at the point, above or below it."""

FLUSH = -6.0

RINGS = (1.0, 2.2, 3.4)
TOLERABLE = 12.0


@dataclass(frozen=True)
class Box:
    """A rectangle."""

    left: float
    top: float
    right: float
    bottom: float

    def overlap(self, other: "Box") -> float:
        """Area that two boxes share."""
        if self.right <= other.left or other.right <= self.left or self.bottom <= other.top or other.bottom <= self.top:
            return 0.0
        across = min(self.right, other.right) - max(self.left, other.left)
        down = min(self.bottom, other.bottom) - max(self.top, other.top)
        return across * down

    def beyond(self, other: "Box") -> float:
        """By how many pixels this box sticks out of another."""
        across = max(other.left - self.left, 0.0) + max(self.right - other.right, 0.0)
        return across + max(other.top - self.top, 0.0) + max(self.bottom - other.bottom, 0.0)

    def cuts(self, start: Point, end: Point) -> float:
        """Length of a straight line's part within the box."""
        (x, y), (to_x, to_y) = start, end
        if x < self.left > to_x or x > self.right < to_x or y < self.top > to_y or y > self.bottom < to_y:
            return 0.0
        low, high = 0.0, 1.0
        dx, dy = end[0] - start[0], end[1] - start[1]
        edges = ((-dx, start[0] - self.left), (dx, self.right - start[0]))
        edges += ((-dy, start[1] - self.top), (dy, self.bottom - start[1]))
        for slope, distance in edges:
            if slope == 0:
                if distance < 0:
                    return 0.0
            elif slope < 0:
                low = max(low, distance / slope)
            else:
                high = min(high, distance / slope)
        return max(high - low, 0.0) * (dx * dx + dy * dy) ** 0.5


@dataclass(frozen=True)
class Label:
    """A label to be placed: its size, the points it may stand at, the sides in order of preference."""

    width: float
    height: float
    anchors: tuple[Point, ...]
    sides: tuple[str, ...] = tuple(SIDES)
    gap: float = 9.0
    is_optional: bool = False


@dataclass(frozen=True)
class Place:
    """Where a label stands: the number of its anchor, the side, how many gaps away, and its box."""

    anchor: int
    side: str
    ring: float
    box: Box


@dataclass(frozen=True)
class Ground:
    """What labels keep clear of: the bounds they stay in, boxes, straight lines, and hairlines that do less harm."""

    bounds: Box
    boxes: tuple[Box, ...] = ()
    lines: tuple[Segment, ...] = ()
    hairlines: tuple[Segment, ...] = ()


def place(labels: Sequence[Label], ground: Ground) -> list[Place | None]:
    """A place for each label, in order: the first that is free, else the one that covers least.

    An optional label with no free place gets none. Labels that come first choose first.
    """
    taken: list[Box] = list(ground.boxes)
    found: list[Place | None] = []
    for label in labels:
        chosen = _choose(label, ground, taken)
        found.append(chosen)
        if chosen:
            taken.append(chosen.box)
    return found


def _choose(label: Label, ground: Ground, taken: Sequence[Box]) -> Place | None:
    """The nearest place that does no harm worth a step away; the least harmful of all where each does some."""
    tried: list[tuple[float, Place]] = []
    for ring in RINGS:
        for side, number in product(label.sides, range(len(label.anchors))):
            place = Place(number, side, ring, box_at(label, label.anchors[number], side, ring))
            cost = _cost(place.box, ground, taken)
            if cost == 0:
                return place
            tried.append((cost, place))
        least = min(tried, key=lambda one: one[0])
        if least[0] <= TOLERABLE:
            return least[1]
    return None if label.is_optional else least[1]


def box_at(label: Label, anchor: Point, side: str, ring: float = 1.0) -> Box:
    """The box of a label that stands on one side of a point, `ring` times its gap away."""
    across, down = shift(side, label.gap * ring)
    left = anchor[0] + across - {1: 0.0, 0: label.width / 2, -1: label.width}[SIDES[side][0]]
    top = anchor[1] + down - {1: 0.0, 0: label.height / 2, -1: label.height}[SIDES[side][1]]
    return Box(left, top, left + label.width, top + label.height)


def shift(side: str, gap: float) -> Point:
    """Pixels from a point to the nearest corner or edge of a label on one side of it; corners stand a little closer."""
    across, down = SIDES[side]
    if side.endswith("_FLUSH"):
        return FLUSH, down * gap
    near = gap * (0.7 if across and down else 1.0)
    return across * near, down * near


def _cost(box: Box, ground: Ground, taken: Sequence[Box]) -> float:
    covered = sum(box.overlap(other) for other in taken)
    crossed = sum(box.cuts(start, end) for start, end in ground.lines)
    crossed += sum(box.cuts(start, end) for start, end in ground.hairlines) * 0.1
    return covered * 2.0 + crossed * 4.0 + box.beyond(ground.bounds) * 60.0
