"""Wishes keep what fulfils them, and the order among places is the one that helps most."""

from datetime import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.content.gazetteer import Area
from bot.content.model import Place, Point
from bot.content.wishes import Wish, join_wishes, split_wishes, wish_identifiers
from bot.places.hours import BRUSSELS
from bot.places.nearest import Directory
from bot.places.wishes import Asking, arrange

GHENT = Point(latitude=51.0543, longitude=3.7174)
AREA = Area("9000", {"nl": "Gent"}, "east-flanders", GHENT, local=("nl",))
MONDAY_NOON = datetime(2026, 11, 23, 12, tzinfo=BRUSSELS)
SUNDAY_NOON = datetime(2026, 11, 22, 12, tzinfo=BRUSSELS)


def place(name: str, **written: object) -> Place:
    """A place near the middle of Ghent unless something else is said."""
    plain = {"id": name, "name": {"nl": name}, "kinds": "legal", "seen": "2026-11-21", "point": "51.055, 3.718"}
    return Place.model_validate({key: value for key, value in (plain | written).items() if value is not None})


def order(
    *places: Place, now: datetime = MONDAY_NOON, wishes: tuple[Wish, ...] = (), competent: bool = False
) -> list[str]:
    """Return the ids in the order in which a reader of Dutch in Ghent sees them."""
    found = Directory(places).nearest("legal", AREA, None, 50)
    return [one.place.id for one in arrange(found, Asking("nl", now, wishes), is_competent=competent)]


SOON = place("near")
SERVING = place("serving", point=None, serves=["9000"])
PROVINCE = place("province", point=None, serves=["east-flanders"])
NEXT_TOWN = place("next-town", point="51.05, 3.95")
FAR_AWAY = place("far-away", point="50.63, 5.57")
LINE = place("line", point=None, serves="Belgium", line="yes", phones="1712")
EVERYTHING = (LINE, FAR_AWAY, PROVINCE, SERVING, NEXT_TOWN, SOON)


def test_near_comes_before_far_and_lines_come_last() -> None:
    """A place without an address counts as inside its town or its province, not as the nearest."""
    assert order(*EVERYTHING) == ["near", "serving", "province", "next-town", "far-away", "line"]


def test_the_competent_place_comes_first_whatever_is_nearer() -> None:
    """Only the welfare centre of the own municipality decides."""
    assert order(*EVERYTHING, competent=True)[:2] == ["serving", "near"]


def test_among_equally_near_places_the_open_one_comes_first() -> None:
    """Three hundred metres do not matter; a closed door does."""
    shut = place("a-shut", hours="Mo-Fr 14:00-16:00")
    open_now = place("b-open", hours="Mo-Fr 09:00-16:00", point="51.058, 3.718")
    assert order(shut, open_now) == ["b-open", "a-shut"]
    assert order(shut, open_now, now=SUNDAY_NOON) == ["a-shut", "b-open"]


def test_then_the_one_that_speaks_the_readers_language() -> None:
    """Known languages only."""
    french = place("a-french", languages="fr")
    dutch = place("b-dutch", languages="nl")
    assert order(french, dutch) == ["b-dutch", "a-french"]


@pytest.mark.parametrize(
    ("wish", "fulfilling"),
    [
        (Wish.OPEN, {"hours": "Mo-Fr 09:00-16:00"}),
        (Wish.LANGUAGE, {"languages": "fr, nl"}),
        (Wish.WALK_IN, {"appointment": "none"}),
    ],
)
def test_a_wish_keeps_only_what_is_known_to_fulfil_it(wish: Wish, fulfilling: dict[str, str]) -> None:
    """What nobody knows of a place is no promise."""
    assert order(place("unknown"), place("known", **fulfilling), wishes=(wish,)) == ["known"]


def test_a_place_that_closed_for_good_is_in_no_list() -> None:
    """Its old button still says so."""
    assert order(place("gone", status="closed"), SOON) == ["near"]


@given(st.sets(st.sampled_from(Wish)))
def test_wishes_survive_the_way_through_a_button(wishes: set[Wish]) -> None:
    """As one answer, which has a key of its own."""
    written = join_wishes(wishes)
    assert set(split_wishes(written)) == wishes
    assert not wishes or f"answer:{written}" in wish_identifiers()
