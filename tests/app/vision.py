"""How colours look to eyes without one kind of cone, and how far apart they then are."""

from math import atan2, cos, degrees, exp, hypot, radians, sin

SIMULATED = {
    "normal": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    "protanopia": ((0.152286, 1.052583, -0.204868), (0.114503, 0.786281, 0.099216), (-0.003882, -0.048116, 1.051998)),
    "deuteranopia": ((0.367322, 0.860646, -0.227968), (0.280085, 0.672501, 0.047413), (-0.011820, 0.042940, 0.968881)),
    "tritanopia": ((1.255528, -0.076749, -0.178779), (-0.078411, 0.930809, 0.147602), (0.004733, 0.691367, 0.303900)),
}
"""Matrices on linear light of Machado, Oliveira, Fernandes (2009), severity 1."""

_TO_XYZ = ((0.4124564, 0.3575761, 0.1804375), (0.2126729, 0.7151522, 0.0721750), (0.0193339, 0.1191920, 0.9503041))
_WHITE = (0.95047, 1.0, 1.08883)


def linear(colour: str) -> list[float]:
    """Linear light of "#rrggbb", red, green, blue from 0 to 1."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    return [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]


def lab(light: list[float]) -> tuple[float, float, float]:
    """CIELAB of linear light under D65."""
    xyz = [value / white for value, white in zip(_times(_TO_XYZ, light), _WHITE, strict=True)]
    x, y, z = (one ** (1 / 3) if one > 216 / 24389 else (24389 / 27 * one + 16) / 116 for one in xyz)
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)


def _times(matrix, vector) -> list[float]:
    return [sum(a * b for a, b in zip(row, vector, strict=True)) for row in matrix]


def seen(colour: str, eyes: str) -> tuple[float, float, float]:
    """CIELAB of "#rrggbb" as eyes of a kind see it."""
    return lab([min(max(part, 0.0), 1.0) for part in _times(SIMULATED[eyes], linear(colour))])


def difference(one: tuple[float, float, float], other: tuple[float, float, float]) -> float:
    """CIEDE2000 between two colours in CIELAB (Sharma, Wu, Dalal 2005)."""
    (l1, a1, b1), (l2, a2, b2) = one, other
    mean = (hypot(a1, b1) + hypot(a2, b2)) / 2
    g = 0.5 * (1 - (mean**7 / (mean**7 + 25**7)) ** 0.5)
    c1, c2 = hypot(a1 * (1 + g), b1), hypot(a2 * (1 + g), b2)
    h1, h2 = _hue(a1 * (1 + g), b1), _hue(a2 * (1 + g), b2)
    turn = (h2 - h1 + 180) % 360 - 180 if c1 * c2 else 0.0
    h = (h1 + turn / 2) % 360 if c1 * c2 else h1 + h2
    light, chroma = (l1 + l2) / 2, (c1 + c2) / 2
    waves = zip((-0.17, 0.24, 0.32, -0.20), (1, 2, 3, 4), (-30, 0, 6, -63), strict=True)
    t = 1 + sum(height * cos(radians(n * h + at)) for height, n, at in waves)
    s_l = 1 + 0.015 * (light - 50) ** 2 / (20 + (light - 50) ** 2) ** 0.5
    parts = (l2 - l1) / s_l, (c2 - c1) / (1 + 0.045 * chroma)
    hue = 2 * (c1 * c2) ** 0.5 * sin(radians(turn / 2)) / (1 + 0.015 * chroma * t)
    bend = -2 * (chroma**7 / (chroma**7 + 25**7)) ** 0.5 * sin(radians(60 * exp(-(((h - 275) / 25) ** 2))))
    return (parts[0] ** 2 + parts[1] ** 2 + hue**2 + bend * parts[1] * hue) ** 0.5


def _hue(a: float, b: float) -> float:
    return degrees(atan2(b, a)) % 360
