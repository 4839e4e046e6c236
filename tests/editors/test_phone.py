"""A phone of the preview shows what the channel would, and what it does not show just now."""

from dataclasses import replace
from datetime import datetime

from bot.content.audio import Recording
from bot.content.library import Library
from bot.dialogue.inputs import Commanded, Input, Pressed
from bot.dialogue.position import Act, Position, decode, home
from bot.dialogue.turns import PlayAloud
from bot.editors.phone import describe_effect, show
from bot.editors.situation import Situation
from tests.content.sample import library_of, planted, sample_files


def at(library: Library, now: datetime, step: str, locale: str = "en") -> Situation:
    """Return the situation of a person on a page."""
    del library
    return Situation(Position(Act.STEP, locale, f"step:{step}"), Pressed(), now)


def test_the_buttons_carry_positions_with_their_pictograms(library: Library, now: datetime) -> None:
    """A button of the preview leads where the same button leads on Telegram."""
    phone = show(library, at(library, now, "detention.first-hours"))
    first = phone.rows[0][0]
    assert first.words.startswith("⚖️")
    assert decode(first.data, library.keys) is not None


def test_the_rows_of_a_language_from_the_right_are_mirrored(library: Library, now: datetime) -> None:
    """Telegram never does it, so our channel does; the preview shows that."""
    english = show(library, at(library, now, "detention.first-hours"))
    arabic = show(library, at(library, now, "detention.first-hours", "ar"))
    assert (english.direction, arabic.direction) == ("ltr", "rtl")
    acts = [
        [getattr(decode(key.data, library.keys), "act", "") for key in phone.rows[-1]] for phone in (english, arabic)
    ]
    assert acts[0] == acts[1][::-1]


def test_branches_that_the_answers_close_are_named_with_their_condition(now: datetime) -> None:
    """An editor sees what somebody with other answers would see."""
    library = library_of(sample_files())
    closed = at(library, now, "paper.decision")
    assert show(library, closed).branches == ()
    answered = replace(closed, position=closed.position.with_answer("home", "address"))
    (branch,) = show(library, answered).branches
    assert (branch.words, branch.reason, branch.step) == ("A lawyer near me", "home: none or not-given", "")


def test_typed_words_have_no_branches(library: Library, now: datetime) -> None:
    """The page they bring up is none of the flow's."""
    said = replace(at(library, now, "detention.first-hours"), given=Commanded("help"), said="/help")
    assert show(library, said).branches == ()


def test_what_the_channel_would_do_is_said_in_words(library: Library, now: datetime) -> None:
    """The preview has no chat to clear and no phone to locate."""
    given: dict[str, tuple[Position, Input]] = {
        "keeps the language": (Position(Act.SPEAK, "fr"), Pressed()),
        "deletes what it keeps": (home("en"), Commanded("forget")),
        "removes its messages": (home("en"), Commanded("clear")),
        "share a location": (Position(Act.SHARE, "en"), Pressed()),
    }
    for words, (position, one) in given.items():
        (effect,) = show(library, Situation(position, one, now)).effects
        assert words in effect
    played = describe_effect(
        PlayAloud(Recording("ti", "help.numbers", "audio/ti/help.numbers.ogg", "x" * 64, 31.0), "Numbers")
    )
    assert "recording" in played


def test_a_site_opens_as_a_link(now: datetime) -> None:
    """A map is a site, not a page."""
    library = library_of(planted("places/antwerp.yaml", "precision: street", "precision: exact"))
    phone = show(library, Situation(Position(Act.PLACE, "en", "place:legal-desk"), Pressed(), now))
    assert phone.rows[0][0].link.startswith("https://www.openstreetmap.org/")
