"""How far two points are from each other."""

import math

from bot.content.model import Point

EARTH_RADIUS = 6371.0088
"""Mean radius R1 of the Earth in kilometres (IUGG; Moritz, Geodetic Reference System 1980)."""


def distance(here: Point, there: Point) -> float:
    """Return the distance of two points in kilometres, as the crow flies.

    Haversine formula (R. W. Sinnott, "Virtues of the Haversine", Sky and Telescope 68, 1984, p. 159) on a
    sphere with the Earth's mean radius: at most 0.5 % off. A coordinate that is no number is infinitely far.
    """
    degrees = (here.latitude, here.longitude, there.latitude, there.longitude)
    if not all(map(math.isfinite, degrees)):
        return math.inf
    south, west, north, east = map(math.radians, degrees)
    height = math.sin((north - south) / 2) ** 2
    width = math.sin((east - west) / 2) ** 2
    haversine = height + math.cos(south) * math.cos(north) * width
    return 2 * EARTH_RADIUS * math.asin(math.sqrt(min(1.0, max(0.0, haversine))))
