import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.content.gazetteer import Area
from bot.content.model import Place, Point
from bot.places.areas import Gazetteer
from bot.places.nearest import find_nearest

GHENT = Point(latitude=51.0543, longitude=3.7174)
AREA = Area("9000", {"nl": "Gent"}, "east-flanders", GHENT, local=("nl",))


def _place(name: str, point: str | None = None, serves: object = (), kinds: str = "medical") -> Place:
    written = {"id": name, "name": {"nl": name}, "kinds": kinds, "serves": serves, "seen": "2026-11-21"}
    return Place.model_validate(written | ({"point": point} if point else {}))


NEAR = _place("near", "51.06, 3.72")
FAR = _place("far", "50.63, 5.57")
SERVING = _place("serving", serves=["9000", "9030"])
NATIONWIDE = _place("nationwide", serves="Belgium")
POINTLESS = _place("pointless")
OTHER = _place("other", "51.06, 3.72", kinds="legal")
ALL = (FAR, NATIONWIDE, POINTLESS, OTHER, NEAR, SERVING)


def _ids(*places: Place, area: Area | None = AREA, point: Point | None = None, limit: int = 10) -> list[str]:
    return [found.place.id for found in find_nearest(places, "medical", area, point, limit)]


def test_who_serves_the_area_comes_first_then_the_nearest_then_nationwide() -> None:
    """The order is: works for this area, by distance, works for the whole country."""
    assert _ids(*ALL) == ["serving", "near", "far", "nationwide"]


def test_the_limit_holds() -> None:
    """Never more places than asked for, and none for a limit below one."""
    assert _ids(*ALL, limit=2) == ["serving", "near"]
    assert _ids(*ALL, limit=0) == []
    assert _ids(*ALL, limit=-1) == []


def test_a_place_without_a_point_is_found_only_through_what_it_serves() -> None:
    """Nobody is sent to a place of which nothing says that it is near."""
    assert _ids(POINTLESS) == []
    assert _ids(SERVING, area=None, point=GHENT) == []


def test_distances_are_measured_from_the_shared_point() -> None:
    """A shared point is more exact than the area it lies in."""
    liege = Point(latitude=50.63, longitude=5.57)
    assert _ids(NEAR, FAR, point=liege) == ["far", "near"]


def test_distances_are_measured_from_the_area_without_a_point() -> None:
    """Who named a town gets distances from there."""
    (found,) = find_nearest((NEAR,), "medical", AREA, None, 1)
    assert found.distance == pytest.approx(0.66, abs=0.05)


def test_nobody_knows_how_far_a_place_without_a_point_is() -> None:
    """The distance is None where there is no point to measure to or from."""
    assert [found.distance for found in find_nearest((SERVING, NATIONWIDE), "medical", AREA, None, 5)] == [None, None]


def test_without_area_and_point_only_nationwide_places_are_found() -> None:
    """Nothing is near to nowhere; what works for the whole country works there too."""
    assert _ids(*ALL, area=None) == ["nationwide"]


def test_equal_places_follow_each_other_by_id() -> None:
    """The order never depends on the order of the files."""
    twins = [_place(name, "51.06, 3.72") for name in ("b", "a", "c")]
    assert _ids(*twins) == _ids(*reversed(twins)) == ["a", "b", "c"]


@given(st.floats(), st.floats())
def test_any_point_is_answered(latitude: float, longitude: float) -> None:
    """A broken point breaks nothing; what is infinitely far has no distance."""
    point = Point.model_construct(latitude=latitude, longitude=longitude)
    found = find_nearest(ALL, "medical", None, point, 10)
    assert len(found) == 3
    assert all(entry.distance is None or math.isfinite(entry.distance) for entry in found)


def test_a_point_in_ghent_finds_the_desk_of_ghent_first(gazetteer: Gazetteer, places: tuple[Place, ...]) -> None:
    """The desk has no published address; it is found because it serves the town."""
    found = find_nearest(places, "return-desk", gazetteer.nearest(GHENT), GHENT, 5)
    ids = [entry.place.id for entry in found]
    assert ids[0] == "fedasil-return-desk-ghent"
    assert ids[-1] == "voluntary-return-line"
    assert {"fedasil-return-desk-antwerp", "fedasil-return-desk-brussels"} <= set(ids)


def test_luik_finds_the_desk_of_liege_first(gazetteer: Gazetteer, places: tuple[Place, ...]) -> None:
    """The Dutch name of Liège leads to 4000 and to its return desk."""
    area = gazetteer.find("Luik")[0]
    assert area.postcode == "4000"
    found = find_nearest(places, "return-desk", area, None, 3)
    assert found[0].place.id == "fedasil-return-desk-liege"


def test_a_municipality_finds_its_own_welfare_centre_first(gazetteer: Gazetteer, places: tuple[Place, ...]) -> None:
    """Only the centre of the municipality where somebody lives decides, so it comes first."""
    found = find_nearest(places, "social-welfare", gazetteer.get("1030"), None, 3)
    assert found[0].place.id == "cpas-schaerbeek"


def test_the_real_places_serve_postcodes_and_provinces_that_exist(
    gazetteer: Gazetteer, places: tuple[Place, ...]
) -> None:
    """Every postcode and province of a place is in the gazetteer."""
    known = {"Belgium", *gazetteer.provinces}
    for place in places:
        for postcode in (*place.serves, *([place.postcode] if place.postcode else [])):
            assert postcode in known or gazetteer.get(postcode), (place.id, postcode)
