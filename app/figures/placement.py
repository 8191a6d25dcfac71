"""Where labels stand: beside the points that they name, on nothing else. Pixels from the left and from the top."""

import math
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import product

Point = tuple[float, float]
Segment = tuple[Point, Point]

SIDES = {
    "N": (0, -1), "NE": (1, -1), "E": (1, 0), "SE": (1, 1), "S": (0, 1), "SW": (-1, 1), "W": (-1, 0), "NW": (-1, -1),
    "N_FLUSH": (1, -1), "S_FLUSH": (1, 1),
}  # fmt: skip
"""Where a label lies from its point: its side across and down. A flush one begins at the point, above or below it."""

FLUSH = -6.0

RINGS = (1.0, 1.6, 2.4, 3.4, 5.0)
"""How many gaps away from its point a label is tried."""

NEAR = 16.0
"""Pixels from its point, about the height of a text, beyond which a label needs a leader: a thin line to its point."""

TOLERABLE = 12.0
MISLEADING = 40.0
BARE = 5.0
"""Pixels of a leader that are left out at the point, whose mark stands there."""

XANCHORS = {-1: "right", 0: "center", 1: "left"}
YANCHORS = {-1: "bottom", 0: "middle", 1: "top"}


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

    def distance(self, point: Point) -> float:
        """Pixels from the box to a point; 0 within it."""
        across = max(self.left - point[0], 0.0, point[0] - self.right)
        return math.hypot(across, max(self.top - point[1], 0.0, point[1] - self.bottom))

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
    """A label to be placed: its size, the points it may stand at, the sides in order of preference; whether it may be
    farther away with a leader; points of others, to which it must not be nearer than to its own."""

    width: float
    height: float
    anchors: tuple[Point, ...]
    sides: tuple[str, ...] = tuple(SIDES)
    gap: float = 9.0
    is_optional: bool = False
    may_lead: bool = True
    others: tuple[Point, ...] = ()

    def stretched(self, factor: float) -> "Label":
        """The label on a chart so many times as wide."""
        anchors, others = (tuple((x * factor, y) for x, y in points) for points in (self.anchors, self.others))
        return replace(self, anchors=anchors, others=others)


@dataclass(frozen=True)
class Place:
    """Where a label stands: the number of its anchor, the side, how far its nearest edge or corner is from the anchor
    (pixels to the right and down), its box, and its leader where it has one."""

    anchor: int
    side: str
    shift: Point
    box: Box
    leader: Segment | None = None

    def properties(self, colour: str) -> dict:
        """What puts a Plotly annotation of the anchor's place there; a leader is of `colour`."""
        (across, down), (right, below) = SIDES[self.side], self.shift
        found = {"xanchor": XANCHORS[across], "yanchor": YANCHORS[down], "align": XANCHORS[across]}
        if self.leader is None:
            return found | {"xshift": right, "yshift": -below}
        line = {"arrowhead": 0, "arrowwidth": 0.8, "arrowcolor": colour, "standoff": BARE}
        return found | line | {"showarrow": True, "ax": right, "ay": below}


@dataclass(frozen=True)
class Ground:
    """What labels keep clear of: the bounds they stay in, boxes, straight lines, and hairlines that do less harm; all
    of a chart that is shown `stretch` times as wide as the labels' points tell."""

    bounds: Box
    boxes: tuple[Box, ...] = ()
    lines: tuple[Segment, ...] = ()
    hairlines: tuple[Segment, ...] = ()
    stretch: float = 1.0

    def with_places(self, places: Iterable[Place]) -> "Ground":
        """The ground with labels on it, and their leaders."""
        places = list(places)
        leaders = [one.leader for one in places if one.leader]
        boxes = (*self.boxes, *(one.box for one in places))
        return replace(self, boxes=boxes, lines=(*self.lines, *leaders))


def place(labels: Sequence[Label], *grounds: Ground) -> list[Place | None]:
    """A place for each label, in order: the first that is free on all grounds, else the one that covers least.

    An optional label with no free place gets none. Labels that come first choose first. A chart that may be shown in
    several widths gives a ground for each; a place is told as it is on the first.
    """
    return [at for _number, at in place_texts([[label] for label in labels], *grounds)]


def place_texts(texts: Sequence[Sequence[Label]], *grounds: Ground) -> list[tuple[int, Place | None]]:
    """For each text, given in lengths, the number of the first length that has a free place, and that place; where none
    has, the last one's as `place` tells."""
    found: list[tuple[int, Place | None]] = []
    for lengths in texts:
        last = len(lengths) - 1
        tries = (
            (number, _choose(label if number == last else replace(label, is_optional=True), grounds))
            for number, label in enumerate(lengths)
        )
        number, chosen = next(one for one in tries if one[1] or one[0] == last)
        found.append((number, chosen[0] if chosen else None))
        grounds = [ground.with_places([at]) for ground, at in zip(grounds, chosen, strict=True)] if chosen else grounds
    return found


def _choose(label: Label, grounds: Sequence[Ground]) -> list[Place] | None:
    """The nearest place that does no harm worth a step away; the least harmful of all where each does some. As it is on
    each ground."""
    stretched = [label.stretched(ground.stretch) for ground in grounds]
    tried: list[tuple[float, list[Place]]] = []
    most = TOLERABLE if label.is_optional else math.inf
    for ring in _rings(label):
        for side, number in product(label.sides, range(len(label.anchors))):
            places = [place_at(one, number, side, ring) for one in stretched]
            cost = _cost(places, stretched, grounds, most)
            if cost == 0:
                return places
            most = min(most, cost)
            tried.append((cost, places))
        least = min(tried, key=lambda one: one[0])
        if least[0] <= TOLERABLE:
            return least[1]
    return None if label.is_optional else least[1]


def _rings(label: Label) -> Iterable[float]:
    """How many gaps away the label is tried."""
    return [ring for ring in RINGS if label.may_lead or ring == RINGS[0] or label.gap * ring <= NEAR]


def place_at(label: Label, number: int, side: str, ring: float = 1.0) -> Place:
    """A label's place on one side of one of its anchors, `ring` times its gap away; with a leader where that is far."""
    anchor, away = label.anchors[number], shift(side, label.gap * ring)
    leader = _leader(anchor, away) if label.gap * ring > NEAR else None
    return Place(number, side, away, box_at(label, anchor, side, away), leader)


def beside(label: Label, away: Point, has_leader: bool) -> Place:
    """A label's place to the right of its first anchor, so far away."""
    anchor = label.anchors[0]
    return Place(0, "E", away, box_at(label, anchor, "E", away), _leader(anchor, away) if has_leader else None)


def _leader(anchor: Point, away: Point) -> Segment:
    """The line from a point's mark to a label so far away."""
    bare = min(BARE / math.hypot(*away), 1.0)
    (x, y), (right, below) = anchor, away
    return (x + right * bare, y + below * bare), (x + right, y + below)


def box_at(label: Label, anchor: Point, side: str, away: Point) -> Box:
    """The box of a label on one side of a point, its nearest edge or corner so far to the right and down."""
    left = anchor[0] + away[0] - {1: 0.0, 0: label.width / 2, -1: label.width}[SIDES[side][0]]
    top = anchor[1] + away[1] - {1: 0.0, 0: label.height / 2, -1: label.height}[SIDES[side][1]]
    return Box(left, top, left + label.width, top + label.height)


def shift(side: str, gap: float) -> Point:
    """Pixels from a point to the nearest corner or edge of a label on one side of it; corners stand a little closer."""
    across, down = SIDES[side]
    if side.endswith("_FLUSH"):
        return FLUSH, down * gap
    near = gap * (0.7 if across and down else 1.0)
    return across * near, down * near


def _cost(places: Sequence[Place], labels: Sequence[Label], grounds: Sequence[Ground], most: float) -> float:
    """What a place costs on the ground where it costs most; where that is more than `most`, some number above it."""
    worst = 0.0
    for place, label, ground in zip(places, labels, grounds, strict=True):
        worst = max(worst, _cost_on(ground, place, label, most))
        if worst > most:
            break
    return worst


def _cost_on(ground: Ground, place: Place, label: Label, most: float) -> float:
    cost = 0.0
    for harm in _harms(place, label, ground):
        cost += harm
        if cost > most:
            break
    return cost


def _harms(place: Place, label: Label, ground: Ground) -> Iterator[float]:
    box = place.box
    yield box.beyond(ground.bounds) * 60.0
    yield _confusion(place, label, ground)
    yield from (box.overlap(other) * 40.0 for other in ground.boxes)
    yield from (box.cuts(start, end) * 4.0 for start, end in ground.lines)
    yield from (box.cuts(start, end) * 0.4 for start, end in ground.hairlines)


def _confusion(place: Place, label: Label, ground: Ground) -> float:
    """What a label costs that is taken for another's: by standing nearer to it, or by a leader through its marks."""
    if place.leader:
        return sum(other.cuts(*place.leader) for other in ground.boxes) * 4.0
    own = place.box.distance(label.anchors[place.anchor])
    return MISLEADING if any(place.box.distance(other) < own - 1.0 for other in label.others) else 0.0
