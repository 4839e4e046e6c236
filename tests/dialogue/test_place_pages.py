"""Lists of places: wishes, far places, telephone lines."""

from datetime import datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.content.ages import PHONE_INTERVAL
from bot.content.library import Library
from bot.content.phrases import Phrase
from bot.content.talks import BELGIUM
from bot.dialogue.inputs import Pressed, Said, SharedPoint
from bot.dialogue.messages import Message
from bot.dialogue.position import Act, Position, encode, home
from bot.dialogue.respond import respond
from bot.dialogue.turns import Count, Counted
from bot.i18n.bidi import strip_controls

MONDAY_NOON = datetime(2026, 11, 23, 12, tzinfo=BELGIUM)
SUNDAY_NIGHT = datetime(2026, 11, 22, 23, tzinfo=BELGIUM)
NOT_HERE = "None of these places works for this municipality"
LIEGE = Position(Act.PLACES, "en", "kind:medical", (("children", "yes"),), ("step:urgent-medical-aid.start",), "4000")


def show(library: Library, position: Position, now: datetime = MONDAY_NOON) -> Message:
    """Return the page at a position."""
    return respond(library, position, Pressed(), now).message


def press(library: Library, message: Message, words: str, now: datetime = MONDAY_NOON) -> Message:
    """Press the button with these words."""
    [button] = [button for button in message.buttons if button.text == words]
    assert button.position is not None
    return show(library, button.position, now)


def test_a_wish_shortens_the_list_and_can_be_taken_back(library: Library) -> None:
    """Pressed once it holds, pressed again it is gone; the answers and the way back stay."""
    whole = show(library, LIEGE)
    wished = press(library, whole, "Open now")
    assert "Open now, until" in wished.words
    assert wished.words != whole.words
    [button] = [button for button in wished.buttons if button.text == "Open now"]
    assert button.icon == "yes"
    assert button.position == LIEGE


@pytest.mark.parametrize(
    ("locale", "until", "monday"),
    [("am", "እስከ 17:00 (ከሰዓት በኋላ)", "ሰኞ 09:00 (ጠዋት)"), ("ti", "ክሳብ 17:00 (ድሕሪ ቀትሪ)", "ሰኑይ 09:00 (ንግሆ)")],
)
def test_an_hour_says_its_part_of_the_day(library: Library, locale: str, until: str, monday: str) -> None:
    """A reader who counts hours from six in the morning does not come six hours late."""
    lines = Position(Act.LINES, locale)
    assert until in strip_controls(show(library, lines).words)
    office = Position(Act.PLACE, locale, "place:bjb-brussels-nl")
    assert monday in strip_controls(show(library, office, SUNDAY_NIGHT).words)


def test_a_wish_that_nobody_fulfils_is_said(library: Library) -> None:
    """And every wish can be taken back on the same page."""
    shut = [place for place in library.places.values() if "return-desk" in place.kinds and place.hours]
    assert shut, "the free number has hours"
    desks = Position(Act.PLACES, "en", "kind:return-desk", (("wish", "open"),), (), "9000")
    page = show(library, desks, SUNDAY_NIGHT)
    assert "No place in our list is known to fit all this." in page.words
    assert "Open now" in [button.text for button in page.buttons]


def test_where_all_is_far_the_page_says_so(library: Library) -> None:
    """The nearest is shown anyway, and a way to telephone."""
    page = show(library, Position(Act.PLACES, "en", "kind:medical", (), (), "6700"))
    assert "Nothing in our list is nearer than" in page.words
    assert "Telephone lines" in [button.text for button in page.buttons]


@pytest.mark.parametrize("now", [MONDAY_NOON, SUNDAY_NIGHT], ids=["Monday noon", "Sunday night"])
def test_lines_that_are_open_come_first(library: Library, now: datetime) -> None:
    """Then those whose hours are not known, and the closed ones last, over all pages of the list."""
    page = show(library, Position(Act.LINES, "en"), now)
    blocks = list(page.blocks[2:])
    while "More" in [button.text for button in page.buttons]:
        page = press(library, page, "More", now)
        blocks += page.blocks[2:]
    order = ("\nOpen", "\nHours not known", "\nClosed")
    states = [next(number for number, words in enumerate(order) if words in block.words) for block in blocks]
    assert len(states) == sum(place.line for place in library.places.values())
    assert states == sorted(states)
    assert len(set(states)) > 1


@pytest.mark.parametrize("kind", ["", "kind:medical", "kind:violence"])
def test_every_line_has_a_number_to_press(library: Library, kind: str) -> None:
    """A line without a number would be no line."""
    page = show(library, Position(Act.LINES, "en", kind))
    blocks = [block for block in page.blocks if block.kind == "paragraph"][1:]
    assert blocks
    assert all(any(run.link.startswith("tel:") for run in block.runs) for block in blocks)


def test_lines_of_a_kind_lead_back_to_its_list(library: Library) -> None:
    """With the town and the answers kept."""
    page = press(library, show(library, LIEGE), "Telephone lines")
    assert press(library, page, "Back").words == show(library, LIEGE).words


def test_a_list_counts_its_kind_and_its_province_and_nothing_finer(library: Library) -> None:
    """Two counts that are never crossed; no postcode."""
    turn = respond(library, LIEGE, Pressed(), MONDAY_NOON)
    assert turn.counts == (Count(Counted.KIND, "medical"), Count(Counted.PROVINCE, "liege"))


@given(st.floats(49.5, 51.5), st.floats(2.5, 6.4))
def test_a_shared_point_is_in_nothing_that_leaves_the_answer(
    library: Library, latitude: float, longitude: float
) -> None:
    """Not in a button, an address, an effect or a count: what travels on is the postcode of the nearest town."""
    turn = respond(library, home("en"), SharedPoint(latitude, longitude), MONDAY_NOON)
    carried = [encode(button.position, library.keys) for button in turn.message.buttons if button.position]
    carried += [button.url + button.copies for button in turn.message.buttons]
    carried += [str(turn.effects), str(turn.counts), turn.message.words]
    for degrees in (latitude, longitude):
        assert not any(f"{degrees:.3f}" in words for words in carried)


def test_a_place_whose_address_is_not_known_has_no_distance_inside_its_town(library: Library) -> None:
    """Its point is the middle of the town: "about 2 km" would be said of nothing."""
    page = show(library, Position(Act.PLACES, "en", "kind:return-desk", (), (), "9000"))
    ghent = next(block for block in page.blocks if "Ghent" in block.words and block.kind == "paragraph")
    assert "km" not in ghent.words
    assert "Address not known: call first" in ghent.words


def welfare(area: str, wish: str = "", kind: str = "social-welfare") -> Position:
    """Return the list of a kind around a postcode."""
    return Position(Act.PLACES, "en", f"kind:{kind}", (("wish", wish),) if wish else (), (), area)


def test_where_no_centre_works_for_the_municipality_the_list_says_so(library: Library) -> None:
    """Arlon's centre is not known: every centre in the list can refuse, on each page of the list."""
    page = show(library, welfare("6700"))
    assert NOT_HERE in page.words
    assert "Ask at the town hall" in press(library, page, "More").words


@pytest.mark.parametrize("area", ["4000", "3000", "9160"])
def test_where_a_centre_works_for_the_municipality_nothing_is_said(library: Library, area: str) -> None:
    """It stands first, and the others are only below it."""
    assert NOT_HERE not in show(library, welfare(area)).words


def test_a_wish_that_hides_the_right_centre_is_no_way_to_a_wrong_one(library: Library) -> None:
    """Liège's centre is not known to be open now; those that are open work for other municipalities."""
    assert NOT_HERE in show(library, welfare("4000", "open")).words


@pytest.mark.parametrize("wish", ["", "walk-in"])
@pytest.mark.parametrize("area", ["6700", "8000", "9000"])
def test_a_return_desk_refuses_nobody_for_the_municipality(library: Library, area: str, wish: str) -> None:
    """Their line works for the whole country, so a desk that names its town is only the nearer one."""
    assert NOT_HERE not in show(library, welfare(area, wish, "return-desk")).words


@pytest.mark.parametrize("given", [Said("6700 Arlon"), SharedPoint(49.6837, 5.8164)], ids=["town", "point"])
def test_no_wrong_centre_is_named_as_the_nearest(library: Library, given: Said | SharedPoint) -> None:
    """The line of the kind stays, and says that the centre is not known."""
    page = respond(library, home("en"), given, MONDAY_NOON).message
    [line] = [block.words for block in page.blocks if block.words.startswith("Social welfare centre")]
    assert line == "Social welfare centre: we do not know the one of this municipality"


def test_a_place_that_nobody_compared_for_half_a_year_says_so(library: Library) -> None:
    """Its telephone number may be another one today."""
    place = next(place for place in library.places.values() if not place.status)
    page = Position(Act.PLACE, "en", f"place:{place.id}")
    confirmed = place.checked or place.seen
    day = datetime(confirmed.year, confirmed.month, confirmed.day, 12, tzinfo=BELGIUM)
    warning = library.say("en", Phrase.OVERDUE)
    assert warning not in show(library, page, day + PHONE_INTERVAL).words
    assert warning in show(library, page, day + PHONE_INTERVAL + timedelta(days=1)).words
