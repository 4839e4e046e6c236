import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.content.model import Point
from bot.places.geography import EARTH_RADIUS, distance

FINITE = st.floats(allow_nan=False, allow_infinity=False)
DEGREES = st.builds(Point, latitude=st.floats(-90, 90), longitude=st.floats(-180, 180))


def _raw(latitude: float, longitude: float) -> Point:
    return Point.model_construct(latitude=latitude, longitude=longitude)


@pytest.mark.parametrize(
    ("here", "there", "kilometres"),
    [
        ((50.8467, 4.3525), (51.0543, 3.7174), 50.1),  # Brussels, Ghent
        ((51.2213, 4.4051), (50.6333, 5.5667), 105.0),  # Antwerp, Liège
        ((0.0, 0.0), (0.0, 180.0), math.pi * EARTH_RADIUS),
        ((90.0, 12.0), (-90.0, 77.0), math.pi * EARTH_RADIUS),
        ((51.0, 179.9), (51.0, -179.9), 13.99),
    ],
)
def test_known_distances(here: tuple[float, float], there: tuple[float, float], kilometres: float) -> None:
    """Distances agree with known ones, also over the poles and the date line."""
    measured = distance(_raw(*here), _raw(*there))
    assert measured == pytest.approx(kilometres, rel=0.01)


@given(DEGREES, DEGREES)
def test_there_is_as_far_as_back(here: Point, there: Point) -> None:
    """The distance is the same in both directions and never more than half around the Earth."""
    assert distance(here, there) == pytest.approx(distance(there, here), abs=1e-6)
    assert 0 <= distance(here, there) <= math.pi * EARTH_RADIUS + 1e-6


@given(DEGREES)
def test_a_point_is_at_no_distance_from_itself(point: Point) -> None:
    """A point lies exactly on itself."""
    assert distance(point, point) == 0


@given(FINITE, FINITE, FINITE, FINITE)
def test_no_finite_number_breaks_it(south: float, west: float, north: float, east: float) -> None:
    """Numbers that are no degrees give some distance, never an error."""
    assert math.isfinite(distance(_raw(south, west), _raw(north, east)))


@given(st.sampled_from([math.nan, math.inf, -math.inf]), st.floats())
def test_no_number_is_infinitely_far(broken: float, other: float) -> None:
    """What is no number is never the nearest."""
    here = _raw(50.0, 4.0)
    assert distance(here, _raw(broken, other)) == math.inf
    assert distance(_raw(other, broken), here) == math.inf
