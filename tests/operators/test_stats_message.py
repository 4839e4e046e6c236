"""What an operator reads on a telephone: only what is published, whole sentences, never longer than a message."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.channels.telegram.outbound import write_page
from bot.content.library import Library
from bot.dialogue.turns import Counted
from bot.operators.stats_message import Published, write_figures
from bot.operators.views import last_spans
from bot.ports import Figure
from tests.operators.simulated import TODAY, simulate

MOST = 4096
WEEK = [f"2026-11-{day}" for day in range(16, 23)]
CLOSED = ["2026-10", "2026-W47", "2026-11-25", *WEEK]


async def text_of(library: Library, days: int, size: float = 1) -> str:
    """Return the message on an imagined bot as Telegram gets it."""
    figures = await simulate(days, size)
    closed = await figures.closed()
    return written(library, Published(closed, await figures.read(closed), 10))


def written(library: Library, published: Published, today: date = TODAY) -> str:
    """Return a message as Telegram gets it."""
    return write_page(write_figures(library, last_spans(today), published), library.keys).text


async def test_the_last_day_week_and_month_stand_beside_the_ones_before(library: Library) -> None:
    """Titles beside ids, own names of languages, what people did not find, and the two sentences on top."""
    text = await text_of(library, 75)
    first, *rest = [text.index(part) for part in ("Day 2026-11-25", "Week 2026-W47", "Month 2026-10")]
    assert rest == sorted(rest)
    assert text.index("rounded down to a multiple of 10; what is fewer than 10 is not listed") < first
    assert text.index("They count pages and presses, not people.") < first
    week = text.split("Week 2026-W47")[1].split("Month")[0]
    for line in (
        "• Doctor and medicine (urgent-medical-aid.start): ",
        "• \u2068العربية\u2069 (ar): ",
        "• poster-north: ",
        "• Bangla (bn): ",
        "Typed words that found nothing: ",
        "Pages not there in the language\n• \u2068سۆرانی\u2069 (ckb): ",
        "Pages that did not help\n• Doctor and medicine (urgent-medical-aid.start): ",
    ):
        assert line in week, line
    assert week.count("(before: ") > 15


async def test_with_few_readers_it_says_fewer_than_10_and_why(library: Library) -> None:
    """No number at all, and no row that tells that there was one."""
    text = await text_of(library, 75, 0.05)
    assert "Each of these counts is fewer than 10. With so few readers, figures would be about single persons." in text
    assert text.count("Menus: fewer than 10 (before: fewer than 10)") == 3
    assert "•" not in text


async def test_before_the_first_day_is_closed_it_says_just_that(library: Library) -> None:
    """Nobody wonders whether the bot counts."""
    text = await text_of(library, 0)
    assert "The bot has closed no day yet." in text
    assert "Week" not in text


async def test_a_period_that_was_never_closed_is_no_period_of_few_readers(library: Library) -> None:
    """A bot of three days has no last week; of its first day there is none before."""
    text = await text_of(library, 3)
    assert text.count("Nothing is published of it: the bot was not running, or has not closed it yet.") == 2
    assert "Nothing is published of the one before." in written(
        library, Published(["2026-11-25"], [Figure("2026-11-25", "step", "trust.start", 20)], 10)
    )


def test_a_value_that_the_content_no_longer_knows_stands_by_its_id(library: Library) -> None:
    """Figures outlive pages, campaigns and languages."""
    gone = [Figure("2026-11-25", what, "gone-1", 20) for what in ("step", "locale", "campaign", "wanted")]
    assert written(library, Published(CLOSED, gone, 10)).count("• gone-1: 20 (before: fewer than 10)") == 4


def test_what_fell_below_the_threshold_is_still_named(library: Library) -> None:
    """A page that was read last week and is hidden now is worth knowing."""
    figures = [Figure("2026-11-24", "step", "trust.start", 20)]
    text = written(library, Published(["2026-11-24", "2026-11-25"], figures, 10))
    assert "• About this bot (trust.start): fewer than 10 (before: 20)" in text


@given(st.sets(st.tuples(st.sampled_from(list(Counted)), st.text("abc|. ይ", min_size=1, max_size=90)), max_size=300))
@pytest.mark.parametrize("k", [10, 1000])
def test_the_message_is_never_too_long(library: Library, k: int, cells: set[tuple[Counted, str]]) -> None:
    """However much is published, Telegram takes it whole, and a list that is cut says so."""
    figures = [Figure(label, what, value, k) for label in CLOSED for what, value in cells]
    message = write_figures(library, last_spans(TODAY), Published(CLOSED, figures, k))
    words = write_page(message, library.keys).text
    assert len(words) < MOST
    assert message.words.count("•") + message.words.count("more, in the file") >= bool(
        {what for what, _ in cells} & {Counted.STEP, Counted.WANTED}
    )


@pytest.mark.parametrize("length", [30, 90, 3000])
def test_a_bot_of_many_readers_has_shorter_lists(library: Library, length: int) -> None:
    """A list names what it leaves out; if need be, it names nothing else."""
    cells = [(what, f"{n:02}{'x' * length}") for what in Counted for n in range(40)]
    cells = [(what, f"{value}|no") if what is Counted.HELPED else (what, value) for what, value in cells]
    figures = [Figure(label, what, value, 10) for label in CLOSED for what, value in cells]
    text = written(library, Published(CLOSED, figures, 10))
    assert len(text) < MOST
    longest = [part.count("•") for part in text.split("Week 2026-W47")[1].split("Month")[0].split("\n\n")[2:-1]]
    assert len(set(longest)) == 1
    assert text.count(f"… and {40 - longest[0]} more, in the file") >= len(longest)
