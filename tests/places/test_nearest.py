import math
from collections.abc import Sequence

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.content.gazetteer import Area
from bot.content.model import Place, Point
from bot.places.areas import Gazetteer
from bot.places.geography import distance
from bot.places.nearest import EVERYWHERE, Directory, Fit, Found

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
    return [found.place.id for found in Directory(places).nearest("medical", area, point, limit)]


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
    (found,) = Directory((NEAR,)).nearest("medical", AREA, None, 1)
    assert found.distance == pytest.approx(0.66, abs=0.05)


def test_nobody_knows_how_far_a_place_without_a_point_is() -> None:
    """The distance is None where there is no point to measure to or from."""
    assert [found.distance for found in Directory((SERVING, NATIONWIDE)).nearest("medical", AREA, None, 5)] == [
        None,
        None,
    ]


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
    found = Directory(ALL).nearest("medical", None, point, 10)
    assert len(found) == 3
    assert all(entry.distance is None or math.isfinite(entry.distance) for entry in found)


def test_a_point_in_ghent_finds_the_desk_of_ghent_first(gazetteer: Gazetteer, places: tuple[Place, ...]) -> None:
    """The desk has no published address; it is found because it serves the town."""
    found = Directory(places).nearest("return-desk", gazetteer.nearest(GHENT), GHENT, 6)
    ids = [entry.place.id for entry in found]
    assert ids[0] == "fedasil-return-desk-ghent"
    assert ids[-1] == "voluntary-return-line"
    assert {"fedasil-return-desk-antwerp", "fedasil-return-desk-brussels"} <= set(ids)


def test_luik_finds_the_desk_of_liege_first(gazetteer: Gazetteer, places: tuple[Place, ...]) -> None:
    """The Dutch name of Liège leads to 4000 and to its return desk."""
    area = gazetteer.find("Luik")[0]
    assert area.postcode == "4000"
    found = Directory(places).nearest("return-desk", area, None, 3)
    assert found[0].place.id == "fedasil-return-desk-liege"


def test_a_municipality_finds_its_own_welfare_centre_first(gazetteer: Gazetteer, places: tuple[Place, ...]) -> None:
    """Only the centre of the municipality where somebody lives decides, so it comes first."""
    found = Directory(places).nearest("social-welfare", gazetteer.get("1030"), None, 3)
    assert found[0].place.id == "cpas-schaerbeek"


def test_only_a_kind_that_works_by_municipality_is_bound_to_it(gazetteer: Gazetteer, places: tuple[Place, ...]) -> None:
    """Welfare centres are; return desks have a line for the country, medical help has places for all of Brussels."""
    directory, arlon, brussels = Directory(places), gazetteer.get("6700"), gazetteer.get("1000")
    assert arlon is not None
    assert brussels is not None
    assert directory.is_bound("social-welfare", arlon)
    assert not directory.is_bound("return-desk", arlon)
    assert not directory.is_bound("medical", brussels)
    assert not directory.is_bound("nothing", arlon)


def test_the_real_places_serve_postcodes_and_provinces_that_exist(
    gazetteer: Gazetteer, places: tuple[Place, ...]
) -> None:
    """Every postcode and province of a place is in the gazetteer."""
    known = {"Belgium", *gazetteer.provinces}
    for place in places:
        for postcode in (*place.serves, *([place.postcode] if place.postcode else [])):
            assert postcode in known or gazetteer.get(postcode), (place.id, postcode)


def _plain_scan(places: Sequence[Place], area: Area | None, point: Point | None, limit: int) -> tuple[Found, ...]:
    """Judge every place one by one: slow, and plainly what is meant."""
    origin = point or (area.point if area else None)
    ranked: list[tuple[Fit, float, str, Found]] = []
    for place in places:
        away = distance(origin, place.point) if origin and place.point else None
        fit = _judge(place, area, away)
        if fit is not None and "medical" in place.kinds and place.status != "closed":
            known = away if away is not None and math.isfinite(away) else None
            ranked.append((fit, math.inf if away is None else away, place.id, Found(place, known, fit)))
    ranked.sort(key=lambda entry: entry[:3])
    return tuple(found for *_, found in ranked[:limit])


def _judge(place: Place, area: Area | None, away: float | None) -> Fit | None:
    if area and area.postcode in place.serves:
        return Fit.SERVES_AREA
    if away is not None and EVERYWHERE not in place.serves:
        return Fit.HAS_POINT
    if area and area.province in place.serves:
        return Fit.SERVES_PROVINCE
    return Fit.SERVES_COUNTRY if EVERYWHERE in place.serves else None


COORDINATE = st.sampled_from([51.05, 3.72, 51.06, 3.75, 0.0, 90.0, -90.0]) | st.floats(-90, 90)
LONGITUDE = COORDINATE | st.sampled_from([180.0, -180.0, 179.99])
POINTS = st.none() | st.builds(Point, latitude=COORDINATE, longitude=LONGITUDE)
SERVED = st.lists(st.sampled_from(["9000", "9030", "east-flanders", EVERYWHERE]), max_size=2).map(tuple)


@st.composite
def many_places(draw: st.DrawFn) -> tuple[Place, ...]:
    """Draw places of two kinds, enough of them for a tree of several levels."""
    entries = draw(st.lists(st.tuples(POINTS, SERVED, st.sampled_from(["medical", "legal"])), max_size=120))
    return tuple(
        _place(f"p{number}", kinds=kind).model_copy(update={"point": point, "serves": serves})
        for number, (point, serves, kind) in enumerate(entries)
    )


@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(many_places(), st.sampled_from([None, AREA]), POINTS, st.integers(0, 130))
def test_the_tree_finds_what_a_plain_scan_finds(
    places: tuple[Place, ...], area: Area | None, point: Point | None, limit: int
) -> None:
    """The quick way gives the same places, distances and reasons in the same order, also over poles and date line."""
    found = Directory(places).nearest("medical", area, point, limit)
    assert found == _plain_scan(places, area, point, limit)


@given(st.floats(), st.floats(), many_places())
@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None)
def test_a_broken_point_finds_the_same_places(latitude: float, longitude: float, places: tuple[Place, ...]) -> None:
    """No number, however odd, loses a place or raises an error."""
    point = Point.model_construct(latitude=latitude, longitude=longitude)
    found = Directory(places).nearest("medical", AREA, point, 200)
    assert {one.place.id for one in found} == {one.place.id for one in _plain_scan(places, AREA, point, 200)}
