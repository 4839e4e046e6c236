import re

import pytest

from bot.content.gazetteer import Area
from bot.content.model import Point
from bot.places.outline import draw_provinces, label_point, view_of


def _area(province: str, latitude: float, longitude: float) -> Area:
    return Area("9000", {"nl": "Gent"}, province, Point(latitude=latitude, longitude=longitude), local=("nl",))


WEST, EAST = _area("west", 51.0, 3.0), _area("east", 51.0, 3.1)


def test_a_view_shows_all_areas_with_a_margin() -> None:
    """What is shown lies inside, a far point does not."""
    view = view_of((WEST, EAST), 5.0)
    assert view.width == pytest.approx(17, abs=0.1)
    assert all(view.shows(area.point) for area in (WEST, EAST))
    assert not view.shows(Point(latitude=48.85, longitude=2.35))
    assert view.flat(EAST.point) > view.flat(WEST.point)


def test_each_square_belongs_to_the_nearest_postcode() -> None:
    """Two provinces beside each other share the squares between them, and no square is in both."""
    view = view_of((WEST, EAST), 10.0)
    paths = draw_provinces((WEST, EAST), view, 1.0)
    bars = {name: re.findall(r"M(\d+) (\d+)h(\d+)", path) for name, path in paths.items()}
    squares = {
        name: {(int(left) + step, int(top)) for left, top, width in found for step in range(int(width))}
        for name, found in bars.items()
    }
    assert not squares["west"] & squares["east"]
    assert len(squares["west"]) > 100
    assert max(squares["west"]) < max(squares["east"])


def test_the_name_of_a_province_stands_in_its_eastern_half() -> None:
    """Large towns with many dots lie anywhere; half a province away from the middle there is more room."""
    assert label_point((WEST, EAST)) == EAST.point
