"""Conversations, as function calls."""

from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.content.library import Library
from bot.content.model import Campaign, Notice
from bot.dialogue.inputs import (
    AddedToGroup,
    Commanded,
    Input,
    Pressed,
    Said,
    SentSomethingElse,
    SharedPoint,
    Started,
)
from bot.dialogue.messages import Message
from bot.dialogue.position import Act, Position, home
from bot.dialogue.respond import COMMANDS, respond
from bot.dialogue.talk_runner import find_button
from bot.dialogue.turns import AskForLocation, ClearChat, Count, Counted, ForgetChat, RememberLanguage, Turn
from bot.i18n.locales import LANGUAGES


class Talker:
    """Somebody who talks with the core: says, presses, sees."""

    def __init__(self, library: Library, now: datetime, locale: str = "en") -> None:
        self.library, self.now, self.locale = library, now, locale
        self.turn: Turn = respond(library, home(locale), Started(), now)

    @property
    def page(self) -> Message:
        """What is on the screen."""
        return self.turn.message

    def does(self, given: Input) -> Message:
        """Do something that needs no button."""
        self.turn = respond(self.library, home(self.locale), given, self.now)
        return self.page

    def presses(self, text: str) -> Message:
        """Press the button with these words."""
        button = find_button(self.page, text)
        assert button is not None, [one.text for one in self.page.buttons]
        assert button.position is not None
        self.turn = respond(self.library, button.position, Pressed(), self.now)
        return self.page


@pytest.fixture
def talker(library: Library, now: datetime) -> Talker:
    """Somebody with an English telephone who has just opened the bot."""
    return Talker(library, now)


def test_the_first_page_names_each_language_in_itself_with_the_phones_first(library: Library, now: datetime) -> None:
    """A person who reads no English finds their language."""
    page = Talker(library, now, "ti").page
    assert next(button.text for button in page.buttons) == "ትግርኛ"
    assert {button.text for button in page.buttons} == {LANGUAGES[locale].own_name for locale in library.locales}


def test_after_the_language_comes_what_this_is_and_then_the_menu(talker: Talker) -> None:
    """First contact: language, one short page, menu."""
    talker.presses("English")
    assert talker.turn.effects == (RememberLanguage("en"),)
    assert "free" in talker.page.words.casefold()
    assert "What do you want to know?" in talker.presses("Menu").words


def test_who_is_known_starts_at_the_menu(library: Library, now: datetime) -> None:
    """Nobody chooses a language twice."""
    turn = respond(library, home("en"), Started(is_known=True), now)
    assert turn.message.title == "What do you want to know?"


def test_back_leads_to_the_page_before_and_menu_forgets_the_way(talker: Talker) -> None:
    """From every page there is a way back and a way home."""
    talker.presses("English")
    talker.presses("Menu")
    first = talker.presses("Doctor and medicine")
    option = first.buttons[0]
    talker.presses(option.text)
    assert talker.presses("Back").title == first.title
    assert find_button(talker.presses("Menu"), "Back") is None


def test_the_language_button_keeps_the_page(talker: Talker) -> None:
    """Switching in mid-page shows the same page."""
    talker.presses("English")
    talker.presses("Menu")
    title = talker.presses("Arrested or held: my rights").title
    talker.presses("Language")
    assert talker.presses("English").title == title


def test_a_start_link_opens_its_step_and_adds_one_to_its_campaign(library: Library, now: datetime) -> None:
    """A flyer leads straight to its page, in its language."""
    campaign = Campaign(id="antwerp", name="Poster", to="detention.start", locale="en")
    shelf = replace(library, campaigns={"antwerp": campaign})
    turn = respond(shelf, home("nl"), Started("antwerp"), now)
    assert turn.message.locale == "en"
    assert turn.message.title == library.steps["detention.start"].title
    assert Count(Counted.CAMPAIGN, "antwerp") in turn.counts


@pytest.mark.parametrize("code", ["unknown", "1s", "", "x" * 64])
def test_an_unknown_start_link_is_an_ordinary_start(library: Library, now: datetime, code: str) -> None:
    """A link of somebody else's flyer breaks nothing."""
    assert respond(library, home("en"), Started(code), now).message.title == "Choose your language"


def test_an_old_button_says_so_and_offers_the_menu(library: Library, now: datetime) -> None:
    """Nobody is stranded by a button of last year."""
    turn = respond(library, home("en"), Pressed(is_old=True), now)
    assert "old" in turn.message.words
    assert find_button(turn.message, "I got a paper") is not None
    assert turn.counts == (Count(Counted.OLD_BUTTON, "en"),)


def test_typed_words_lead_to_pages_and_areas(talker: Talker) -> None:
    """Words are answered by pages that fit; a town by what is near it; nonsense by the menu."""
    assert any("octor" in button.text for button in talker.does(Said("doctor")).buttons)
    assert "Liège" in talker.does(Said("Luik")).words
    assert find_button(talker.does(Said("qqqxxyz")), "I got a paper") is not None
    assert talker.turn.counts == (Count(Counted.SEARCH, "not-found"),)


def test_a_shared_point_is_answered_by_the_nearest_of_each_main_kind(talker: Talker) -> None:
    """The point is used for this one answer; the buttons carry the postcode that the person sees."""
    page = talker.does(SharedPoint(51.0543, 3.7174))
    assert "Return desk" in page.words
    goal = next(button for button in page.buttons if "9000" in button.text)
    assert goal.position is not None
    assert goal.position.area == "9000"


def test_commands_lead_where_they_say(talker: Talker, library: Library) -> None:
    """/menu /language /help /privacy /forget /clear."""
    assert talker.does(Commanded("menu")).title == "What do you want to know?"
    assert talker.does(Commanded("language")).title == "Choose your language"
    assert talker.does(Commanded("help")).title == library.steps[library.bot.pages.help].title
    assert talker.does(Commanded("privacy")).title == library.steps[library.bot.pages.privacy].title
    assert "does not know" in talker.does(Commanded("stats")).words


def test_forget_and_clear_ask_for_their_effects(library: Library, now: datetime) -> None:
    """The core only says what is wanted; reception and channel do it."""
    assert respond(library, home("en"), Commanded("forget"), now).effects == (ForgetChat(),)
    assert respond(library, home("en"), Commanded("clear"), now).effects == (ClearChat(),)


def test_a_voice_message_gets_one_sentence_and_a_group_one_without_buttons(talker: Talker) -> None:
    """Nothing that is sent is opened; a group is left."""
    assert "words and buttons" in talker.does(SentSomethingElse()).words
    assert talker.does(AddedToGroup()).rows == ()


def test_asking_for_the_location_keeps_the_question_on_the_screen(talker: Talker) -> None:
    """Sharing is one of several ways; the others stay."""
    talker.does(Commanded("menu"))
    talker.presses("Help near me")
    page = talker.presses("Share my location")
    assert isinstance(talker.turn.effects[0], AskForLocation)
    assert find_button(page, "Antwerp") is not None


def test_a_place_is_reached_through_province_and_town(talker: Talker) -> None:
    """Nobody has to share or write anything."""
    talker.does(Commanded("menu"))
    talker.presses("Help near me")
    talker.presses("East Flanders")
    town = next(button.text for button in talker.page.buttons if button.text.startswith("9000"))
    talker.presses(town)
    page = talker.presses("Return desk")
    assert "Ghent" in page.words or "Gent" in page.words


def test_a_notice_is_shown_in_its_days_only(library: Library, now: datetime) -> None:
    """A strike of last year is not news."""
    today = now.date()
    notice = Notice.model_validate(
        {"id": "n", "text": "Closed today.", "from": today, "until": today, "sources": "none"}
    )
    english = {**library.texts["en"]}
    source = replace(next(iter(library.source_texts.values())), context="notices.n", text="Closed today.")
    shelf = replace(
        library, notices={"n": notice}, texts={**library.texts, "en": english},
        source_texts={**library.source_texts, "notices.n": source},
    )  # fmt: skip
    assert "Closed today." in respond(shelf, home("en"), Commanded("menu"), now).message.words
    later = now + timedelta(days=1)
    assert "Closed today." not in respond(shelf, home("en"), Commanded("menu"), later).message.words


def test_a_red_page_is_withheld_twice_past_its_interval_and_emergency_never(library: Library, now: datetime) -> None:
    """An old statement on appeals harms; an old emergency number is better than none."""
    red = next(step for step in library.steps.values() if step.sensitivity == "red" and not step.always_shown)
    later = now + timedelta(days=3 * 366)
    turn = respond(library, Position(Act.STEP, "en", f"step:{red.id}"), Pressed(), later)
    assert "too old" in turn.message.words
    assert red.title not in turn.message.words
    emergency = Position(Act.STEP, "en", f"step:{library.bot.pages.emergency}")
    assert "112" in respond(library, emergency, Pressed(), later).message.words


@given(words=st.text(max_size=4096))
def test_any_words_are_answered(library: Library, now: datetime, words: str) -> None:
    """Nobody can type what breaks the bot."""
    assert respond(library, home("en"), Said(words), now).message.words


@given(latitude=st.floats(), longitude=st.floats())
def test_any_point_is_answered(library: Library, now: datetime, latitude: float, longitude: float) -> None:
    """Poles, antimeridian, and numbers that are none."""
    assert respond(library, home("en"), SharedPoint(latitude, longitude), now).message.words


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_is_answered_in_every_language(library: Library, now: datetime, command: str) -> None:
    """Also in a language the bot does not speak: then in English."""
    for locale in (*library.locales, "xx"):
        assert respond(library, home(locale), Commanded(command), now).message.words
