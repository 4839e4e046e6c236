"""A bot that nobody looks after says so, on the day on which content gets too old."""

from datetime import date, datetime, timedelta

import pytest

from bot.content.ages import LAW_INTERVAL, PHONE_INTERVAL
from bot.content.library import Library
from bot.content.talks import BELGIUM
from bot.dialogue.inputs import Pressed
from bot.dialogue.position import Act, Position
from bot.dialogue.respond import respond
from bot.operators.aging import AgeWatch
from tests.content.sample import library_of, sample_files
from tests.storage.reloading import Told

SEEN = date(2026, 11, 21)
"""The day on which the sources of the sample were read."""
DAY = timedelta(days=1)


@pytest.fixture
def operators() -> Told:
    return Told()


@pytest.fixture
def sample() -> Library:
    return library_of(sample_files())


def page(library: Library, day: date) -> str:
    """Return the red page of the sample as a person sees it on a day."""
    noon = datetime(day.year, day.month, day.day, 12, tzinfo=BELGIUM)
    return respond(library, Position(Act.STEP, "en", "step:paper.decision"), Pressed(), noon).message.words


def test_a_bot_that_runs_for_years_without_a_reload_warns_then_withholds(sample: Library, operators: Told) -> None:
    """Day by day, with one library: on the very day readers see it, operators hear it, and once."""
    watch = AgeWatch(lambda: sample, operators)
    told: dict[date, list[str]] = {}
    for number in range(3 * 366):
        day = SEEN + number * DAY
        before = len(operators.news)
        watch.look(day)
        watch.look(day)
        if operators.news[before:]:
            told[day] = [news.sentence for news in operators.news[before:]]
    warned, gone = SEEN + LAW_INTERVAL + DAY, SEEN + 2 * LAW_INTERVAL + DAY
    assert "waits for a new check" not in page(sample, warned - DAY)
    assert "waits for a new check" in page(sample, warned)
    assert "Pages past their review, of which readers are warned: 2 (help.start, paper.decision)" in told[warned][0]
    assert "too old" not in page(sample, gone - DAY)
    assert "too old" in page(sample, gone)
    assert "do not see any more: 1 (paper.decision)" in told[gone][0]
    assert [day for day in told if any("paper.decision" in sentence for sentence in told[day])] == [warned, gone]
    urgent = [news for news in operators.news if news.is_urgent]
    assert len(urgent) == 1
    assert watch.standing()[0] == "pages not shown, too old: 1"


def test_a_place_that_nobody_compared_warns_too(sample: Library, operators: Told) -> None:
    """Its telephone number may be another one today."""
    watch = AgeWatch(lambda: sample, operators)
    watch.look(SEEN)
    assert (watch.standing(), operators.news) == ((), [])
    watch.look(SEEN + PHONE_INTERVAL + DAY)
    assert f"places past their review: {len(sample.places)}" in watch.standing()
    assert any("Places past their review" in news.sentence for news in operators.news)


def test_new_content_ends_it(sample: Library, operators: Told) -> None:
    """Somebody compared it; it is looked at again after a reload, on the same day."""
    library = [sample]
    watch = AgeWatch(lambda: library[0], operators)
    day = SEEN + LAW_INTERVAL + 2 * DAY
    watch.look(day)
    assert watch.standing()
    fresh = {name: data.replace(b"seen: 2026-11-21", f"seen: {day}".encode()) for name, data in sample_files().items()}
    library[0] = library_of(fresh)
    watch.look(day)
    assert watch.standing() == ()
