import pytest

from bot.content.gazetteer import Area
from bot.content.model import Place, Point
from bot.places.areas import Gazetteer
from bot.places.overview import NOWHERE, province_of, tally

GAZETTEER = Gazetteer(
    (
        Area("9000", {"nl": "Gent"}, "east-flanders", Point(latitude=51.05, longitude=3.72), local=("nl",)),
        Area("4000", {"fr": "Liège"}, "liege", Point(latitude=50.63, longitude=5.57), local=("fr",)),
    )
)


def _place(**written: object) -> Place:
    plain = {"id": "place", "name": {"nl": "Place"}, "kinds": "medical", "seen": "2026-11-21"}
    return Place.model_validate(plain | written)


@pytest.mark.parametrize(
    ("written", "province"),
    [
        ({"postcode": "9000", "point": "50.63, 5.57"}, "east-flanders"),
        ({"point": "50.64, 5.58", "serves": ["9000"]}, "liege"),
        ({"serves": ["9000"]}, "east-flanders"),
        ({"serves": ["liege"]}, "liege"),
        ({"serves": ["9999", "4000"]}, "liege"),
        ({"serves": "Belgium"}, "Belgium"),
        ({}, NOWHERE),
    ],
)
def test_a_place_is_in_the_province_of_its_address_or_its_service(written: dict[str, object], province: str) -> None:
    """The address decides, then the point, then what it serves; else nothing is said."""
    assert province_of(_place(**written), GAZETTEER) == province


def test_each_kind_is_counted_with_what_is_not_known() -> None:
    """A place of two kinds counts in both, one that is closed for good in none."""
    places = (
        _place(id="a", postcode="9000", phones="+3280032745", checked="2026-11-22"),
        _place(id="b", kinds="medical, legal", postcode="4000", point="50.63, 5.57"),
        _place(id="c", postcode="9000", status="closed"),
    )
    medical, legal, shelter = tally(places, ("medical", "legal", "shelter"), GAZETTEER)
    assert medical.provinces == {"east-flanders": 1, "liege": 1}
    assert (medical.total, medical.verified, medical.unverified) == (2, 1, 1)
    assert (medical.without_point, medical.without_phone) == (1, 1)
    assert (legal.total, shelter.total) == (1, 0)
