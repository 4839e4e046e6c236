"""Hearing a page: the button stands only where a person read just what the page says."""

from dataclasses import replace
from datetime import datetime, time, timedelta

import pytest

from bot.content.library import Library
from bot.content.phrases import Phrase
from bot.content.talks import BELGIUM
from bot.dialogue.inputs import Pressed, Started
from bot.dialogue.messages import Button
from bot.dialogue.position import Act, Position, encode, home
from bot.dialogue.respond import respond
from bot.dialogue.turns import Count, Counted, PlayAloud, Turn
from bot.i18n.bidi import strip_controls
from tests.content.sample import RECORDED, library_of, planted, recorded, sample_files

NOON = datetime(2026, 11, 21, 12, tzinfo=BELGIUM)
THING = f"step:{RECORDED}"


@pytest.fixture(scope="module")
def sample() -> Library:
    """The sample, with one page read aloud in English and in Arabic."""
    return library_of(sample_files())


def press(library: Library, position: Position, now: datetime = NOON) -> Turn:
    """Return what a press causes."""
    return respond(library, position, Pressed(), now)


def listen_button(turn: Turn) -> Button | None:
    """Return the button that plays the page, if it has one."""
    return next((button for button in turn.message.buttons if button.icon == "listen"), None)


def step(locale: str, act: Act = Act.STEP, thing: str = THING) -> Position:
    """Return the position of the recorded page."""
    return replace(home(locale), act=act, thing=thing)


@pytest.mark.parametrize("locale", ["en", "ar"])
def test_a_page_that_somebody_read_aloud_begins_its_buttons_with_listen(sample: Library, locale: str) -> None:
    button = press(sample, step(locale)).message.rows[0][0]
    assert button.icon == "listen"
    assert strip_controls(button.text) == strip_controls(sample.say(locale, Phrase.LISTEN, length="1:20"))


def test_a_press_plays_it_and_the_page_stays(sample: Library) -> None:
    shown = press(sample, step("ar"))
    button = listen_button(shown)
    assert button is not None
    assert button.position is not None
    turn = press(sample, button.position)
    assert turn.message == shown.message
    (effect,) = turn.effects
    assert effect == PlayAloud(sample.recordings["ar", RECORDED], shown.message.title)
    assert turn.counts == (Count(Counted.LISTENED, RECORDED),)


def test_the_english_original_is_heard_in_english_and_the_page_stays_in_the_readers_language(sample: Library) -> None:
    shown = press(sample, step("ar", Act.ORIGINAL))
    button = listen_button(shown)
    assert button is not None
    assert button.position is not None
    turn = press(sample, button.position)
    assert turn.message == shown.message
    assert turn.message.locale == "ar"
    assert turn.effects == (PlayAloud(sample.recordings["en", RECORDED], shown.message.title),)


def test_one_language_lends_its_voice_to_no_other() -> None:
    """A reader of Arabic gets no English voice, and the original without an English recording has no button."""
    files = sample_files()
    arabic_only = library_of({name: data for name, data in files.items() if not name.startswith("audio/en/")})
    english_only = library_of({name: data for name, data in files.items() if not name.startswith("audio/ar/")})
    assert listen_button(press(arabic_only, step("ar", Act.ORIGINAL))) is None
    assert listen_button(press(arabic_only, step("en"))) is None
    assert listen_button(press(english_only, step("ar"))) is None


def test_a_page_without_a_recording_has_no_button(sample: Library) -> None:
    assert listen_button(press(sample, step("en", thing="step:paper.start"))) is None


def test_an_old_button_shows_the_page_as_it_is_now_and_plays_nothing() -> None:
    """The number changed since the button was sent: nobody hears yesterday's."""
    changed = library_of(planted("facts.yaml", 'value: "112"', 'value: "+3280032745"'))
    turn = press(changed, step("en", Act.LISTEN))
    assert turn.effects == ()
    assert turn.message == press(changed, step("en")).message
    assert listen_button(turn) is None
    assert "32745" in turn.message.words.replace(" ", "")


def test_a_page_that_is_too_old_to_be_shown_is_not_heard_either() -> None:
    files = sample_files()
    files |= recorded(files, "en", "paper.decision")
    library = library_of(files)
    decision = step("en", Act.LISTEN, "step:paper.decision")
    assert press(library, decision).effects
    later = datetime.combine((NOON + timedelta(days=1500)).date(), time(12), BELGIUM)
    turn = press(library, decision, later)
    assert turn.effects == ()
    assert listen_button(turn) is None


def test_a_page_that_waits_for_a_reviewer_is_not_heard_either(sample: Library) -> None:
    strict = replace(sample, require_review="all")
    assert press(strict, step("ar", Act.LISTEN)).effects == ()
    assert press(strict, step("en", Act.LISTEN)).effects


def test_a_start_link_of_the_button_opens_the_page_and_plays_it(sample: Library) -> None:
    """Any button's data works as a start link; a flyer can carry a voice."""
    turn = respond(sample, home("en"), Started(encode(step("ar", Act.LISTEN), sample.keys)), NOON)
    assert turn.message == press(sample, step("ar")).message
    assert len(turn.effects) == 1


def test_the_button_of_a_step_that_is_gone_is_an_old_one(sample: Library) -> None:
    turn = press(sample, step("en", Act.LISTEN, "kind:legal"))
    assert turn.effects == ()
    assert sample.say("en", Phrase.OLD_BUTTON) in turn.message.words
