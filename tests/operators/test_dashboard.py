"""The dashboard shows what is published, says so where nothing is, and never shows more."""

import re
from collections.abc import AsyncIterator, Collection, Sequence
from datetime import datetime

import pytest

from bot.content.library import Library
from bot.content.talks import BELGIUM
from bot.errors import StorageError
from bot.operators.dashboard import dashboard_parts
from bot.operators.export import write_csv
from bot.operators.guard import Guard
from bot.ports import Figure
from bot.storage.memory import MemoryCounters, MemoryFigures
from tests.operators.asking import SECRET, Clock, Operator, behind_guard, settings_with
from tests.operators.filled import fill

MORNING = datetime(2026, 11, 23, 9, tzinfo=BELGIUM)
_TAGS = re.compile(r"<(?:svg|style)\b.*?</(?:svg|style)>|<[^>]*>", re.DOTALL)


class BrokenFigures(MemoryFigures):
    """A database that cannot be read."""

    async def read(self, periods: Collection[str]) -> Sequence[Figure]:
        """Refuse."""
        raise StorageError("The database is locked by another program.")


def browser(library: Library, figures: MemoryFigures) -> Operator:
    """Return the browser of an operator at a bot with these figures."""
    clock = Clock(MORNING)
    parts = dashboard_parts(figures, lambda: library, clock, 10)
    return Operator(behind_guard(library, Guard(settings_with(), SECRET, clock), clock, parts))


@pytest.fixture
async def operator(library: Library) -> AsyncIterator[Operator]:
    """An operator who is logged in, at a bot that ran for a quarter."""
    async with browser(library, await fill()) as opened:
        await opened.log_in()
        yield opened


async def words(operator: Operator, path: str) -> str:
    """Return the words of a page, in one line."""
    answer = await operator.get(path)
    assert answer.status_code == 200, path
    return " ".join(_TAGS.sub(" ", answer.text).replace("&lt;", "<").split())


@pytest.mark.parametrize("path", ["figures", "topics", "demand", "content", "figures.csv"])
async def test_nobody_sees_anything_without_the_password(library: Library, path: str) -> None:
    """Each page leads to the login."""
    async with browser(library, await fill(1)) as stranger:
        answer = await stranger.get(f"/operators/{path}")
        assert answer.status_code == 303
        assert answer.headers["location"] == "/operators/login"


async def test_the_last_week_stands_beside_the_one_before(operator: Operator) -> None:
    """Thirty a day are 210 a week, with the title of the page and its id."""
    page = await words(operator, "/operators/figures")
    assert "Week 2026-W47 (2026-11-16 to 2026-11-22) , beside Week 2026-W46" in page
    assert "Arrested or held: my rights detention.start 210 210" in page or "detention.start 210 210" in page
    assert "ትግርኛ (Tigrinya) ti 140 140" in page


async def test_a_span_can_be_chosen_and_another_word_means_the_week(operator: Operator) -> None:
    """By a link, so that it works without JavaScript."""
    assert "detention.start 30 30" in await words(operator, "/operators/figures?span=day")
    assert "detention.start 930" in await words(operator, "/operators/figures?span=month")
    week = await words(operator, "/operators/figures")
    assert await words(operator, "/operators/figures?span=%3Cscript%3E") == week


async def test_what_is_hidden_is_nowhere(operator: Operator) -> None:
    """Nine a day of one page, three a day of one language, one a day in Pashto: on no page, and not in the file."""
    for path in ("figures", "topics?topic=detention", "topics?topic=trust", "demand", "figures.csv"):
        text = (await operator.get(f"/operators/{path}")).text
        assert "Mongolian" not in text
        assert "|ps" not in text
        assert ">63<" not in text
    assert "trust.welcome" not in (await operator.get("/operators/figures")).text


async def test_a_topic_shows_its_pages_in_order_their_languages_and_whether_they_helped(operator: Operator) -> None:
    """Where people stop, in which languages, and how sure it is that it helped."""
    page = await words(operator, "/operators/topics?topic=detention")
    assert "detention.start 930" in page
    assert "detention.first-hours < 10" in page
    assert "Arabic" in page
    assert re.search(r"between \d+% and \d+%", page)


async def test_unmet_demand_is_named_by_kind(operator: Operator) -> None:
    """Languages that are wanted, words without an answer, pages said to be wrong."""
    page = await words(operator, "/operators/demand")
    assert "Bangla 310" in page or "Bengali 310" in page
    assert "nothing was found 310" in page


async def test_content_health_names_what_waits(operator: Operator, library: Library) -> None:
    """Drafts, places that nobody compared, and every language with how much a person has read."""
    page = await words(operator, "/operators/content")
    assert f"topics that no organisation has signed off {len(library.flows)}" in page
    assert "draft: not confirmed by anybody" in page
    assert "دری (Dari) 100 % 0 % 0 0" in page


async def test_the_csv_is_the_one_of_the_command(operator: Operator) -> None:
    """The same bytes, as a file with the last closed day in its name."""
    figures = await fill()
    answer = await operator.get("/operators/figures.csv")
    assert answer.text == write_csv(await figures.read(await figures.closed()), await figures.closed())
    assert answer.headers["content-disposition"] == 'attachment; filename="wegwijs-figures-2026-11-22.csv"'


async def test_a_new_bot_says_when_there_will_be_figures(library: Library) -> None:
    """No empty charts without a word."""
    async with browser(library, MemoryFigures(MemoryCounters())) as operator:
        await operator.log_in()
        page = await words(operator, "/operators/figures")
        assert "Nothing is published yet. The bot publishes a day one hour after it is over." in page
        assert "No week is published yet." in await words(operator, "/operators/topics")


async def test_a_database_that_cannot_be_read_is_said(library: Library) -> None:
    """One sentence with the reason; the page of content does not need the database."""
    async with browser(library, BrokenFigures(MemoryCounters())) as operator:
        await operator.log_in()
        for path in ("figures", "topics", "demand"):
            assert "The database is locked by another program." in await words(operator, f"/operators/{path}")
        assert "Translations" in await words(operator, "/operators/content")


async def test_a_day_that_is_closed_later_appears_without_a_restart(library: Library) -> None:
    """The figures are read again when something new was published."""
    figures = await fill(3)
    async with browser(library, figures) as operator:
        await operator.log_in()
        before = await words(operator, "/operators/figures?span=day")
        await figures.freeze("2026-11-23", 10, [Figure("2026-11-23", "step", "detention.start", 90)], ())
        assert "2026-11-23" in (await operator.get("/operators/figures.csv")).text
        assert await words(operator, "/operators/figures?span=day") == before
