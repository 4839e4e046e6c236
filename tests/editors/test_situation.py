"""What an editor sets by hand is what the person has answered, at that time, in that place."""

from datetime import datetime

from bot.content.library import Library
from bot.content.talks import BELGIUM
from bot.dialogue.inputs import Commanded, Pressed, Said
from bot.dialogue.position import Act, Position, encode, home
from bot.editors.situation import questions_of, read_moment, read_situation

NOW = datetime(2026, 11, 28, 15, 7, 30, tzinfo=BELGIUM)


def carried(library: Library, position: Position) -> str:
    """Return a position as a button carries it."""
    return encode(position, library.keys)


def test_it_begins_in_the_menu_now(library: Library) -> None:
    """A preview that was just opened shows what a person sees first."""
    situation = read_situation(library, {}, NOW)
    assert situation.position == home("en")
    assert situation.moment == NOW.replace(second=0)
    assert not situation.remarks


def test_detained_with_children_on_monday_at_eight_in_liege(library: Library) -> None:
    """Answers, clock and place are set without walking there."""
    fields = {
        "step": "detention.first-hours", "answer.home": "none", "answer.children": "with-me",
        "day": "2026-11-28", "shown_day": "2026-11-28", "weekday": "0", "time": "20:00", "place": "Liège",
    }  # fmt: skip
    situation = read_situation(library, fields, NOW)
    position = situation.position
    assert position.thing == "step:detention.first-hours"
    assert dict(position.answers) == {"home": "none", "children": "with-me"}
    assert position.area == "4000"
    assert situation.moment == datetime(2026, 11, 23, 20, 0, tzinfo=BELGIUM)


def test_another_day_wins_over_the_weekday_that_was_shown(library: Library) -> None:
    """Whoever picks a date means that date."""
    del library
    fields = {"day": "2026-12-24", "shown_day": "2026-11-28", "weekday": "5", "time": "nonsense"}
    assert read_moment(fields, NOW) == datetime(2026, 12, 24, 15, 7, tzinfo=BELGIUM)


def test_a_pressed_button_brings_its_own_answers(library: Library) -> None:
    """What the buttons carry is stronger than what stood in the fields."""
    pressed = home("fr").with_answer("children", "without")
    situation = read_situation(library, {"p": carried(library, pressed), "answer.children": "with-me"}, NOW)
    assert situation.position == pressed
    assert situation.given == Pressed()


def test_a_button_of_the_second_phone_is_pressed_in_both(library: Library) -> None:
    """Two languages side by side stay on the same page."""
    step = Position(Act.STEP, "ar", "step:detention.first-hours")
    situation = read_situation(library, {"locale": "nl", "second": "ar", "p2": carried(library, step)}, NOW)
    assert situation.position.locale == "nl"
    assert situation.in_second().position == step


def test_a_language_chosen_on_a_phone_is_the_language_of_that_phone(library: Library) -> None:
    """The choice stands in its list from then on, and the page stays."""
    speak = Position(Act.SPEAK, "ti", "step:detention.first-hours")
    first = read_situation(library, {"p": carried(library, speak)}, NOW)
    assert first.here == Position(Act.STEP, "ti", "step:detention.first-hours")
    second = read_situation(library, {"second": "ar", "p2": carried(library, speak)}, NOW)
    assert (second.position.locale, second.second) == ("en", "ti")


def test_a_button_that_means_nothing_is_an_old_button(library: Library) -> None:
    """A wrong choice is a message, as always."""
    for field in ("p", "p2"):
        assert read_situation(library, {field: "nonsense"}, NOW).given == Pressed(is_old=True)


def test_typed_words_stay_until_something_else_is_done(library: Library) -> None:
    """Another language shows the answer to the same words."""
    assert read_situation(library, {"words": "/help"}, NOW).given == Commanded("help")
    said = read_situation(library, {"words": "lawyer"}, NOW)
    assert said.said == "lawyer"
    again = read_situation(library, {"said": "lawyer", "locale": "fr", "here": carried(library, said.here)}, NOW)
    assert again.given == Said("lawyer")
    assert again.position.locale == "fr"


def test_an_answer_can_be_taken_back_and_an_unknown_one_is_none(library: Library) -> None:
    """An empty choice means: not asked yet."""
    here = carried(library, home("en").with_answer("children", "without"))
    assert read_situation(library, {"here": here}, NOW).position.answers == (("children", "without"),)
    assert read_situation(library, {"here": here, "answer.children": "without"}, NOW).position.answers
    for value in ("", "nonsense"):
        assert read_situation(library, {"here": here, "answer.children": value}, NOW).position.answers == ()
    assert read_situation(library, {"here": here, "answer.nonsense": "without"}, NOW).position.answers


def test_a_place_is_found_by_any_spelling_and_the_list_of_places_opens(library: Library) -> None:
    """The page that asks where somebody is becomes the page of that place."""
    asked = carried(library, Position(Act.WHERE, "en"))
    found = read_situation(library, {"here": asked, "place": "9000"}, NOW)
    assert (found.position.act, found.position.area) == (Act.AREA, "9000")
    gone = read_situation(library, {"here": carried(library, found.here), "place": "", "shown_place": "9000"}, NOW)
    assert gone.position.area == ""
    unknown = read_situation(library, {"place": "Xyzzyx"}, NOW)
    assert unknown.remarks == ('No town or postcode is called "Xyzzyx".',)


def test_a_recording_that_was_played_leaves_its_page(library: Library) -> None:
    """The page comes back, not the sound."""
    listen = Position(Act.LISTEN, "en", "step:detention.first-hours")
    assert read_situation(library, {"p": carried(library, listen)}, NOW).here.act is Act.STEP


def test_the_questions_of_a_flow_are_those_it_asks_or_depends_on(library: Library) -> None:
    """The list of answers is short, and whole."""
    assert set(questions_of(library, ["urgent-medical-aid"])) >= {"home"}
    assert questions_of(library, ["urgent-medical-aid"])["home"] == ("address", "none", "reception")
    assert questions_of(library, ["cards"]) == {}
