"""Operators are called on Telegram: once a day for a cause, never in the way of anybody, and never silently in vain."""

import asyncio
import contextlib
import logging
from collections.abc import AsyncIterator, Iterable
from datetime import date, timedelta
from pathlib import Path

import pytest

from bot.operators.alert_days import read_days, write_days
from bot.operators.alerts import MOST_WAITING, Alerts
from bot.ports import Cause, News

TODAY = date(2026, 11, 23)
CHATS = (123456789, 987654321)
REFUSED = News("The content on disk is not used. Mend it.", Cause.CONTENT_REFUSED, is_urgent=True)
FULL = News("The disk is nearly full. Make room.", Cause.DISK, is_urgent=True)


class Phone:
    """Where alerts arrive; `troubles` are met one after the other first."""

    def __init__(self, troubles: Iterable[Exception | bool] = ()) -> None:
        self.troubles = list(troubles)
        self.shown: list[tuple[int, str]] = []
        self.tries = 0

    async def __call__(self, chat: int, words: str) -> bool:
        """Show words, unless a trouble comes first."""
        self.tries += 1
        trouble = self.troubles.pop(0) if self.troubles else True
        if isinstance(trouble, Exception):
            raise trouble
        if trouble:
            self.shown.append((chat, words))
        return trouble


class Calendar:
    """Today, as a test wants it."""

    def __init__(self) -> None:
        self.day = TODAY

    def __call__(self) -> date:
        """Return it."""
        return self.day


def alerts_in(folder: Path, calendar: Calendar, chats: tuple[int, ...] = CHATS) -> Alerts:
    """Return alerts that try twice, without a pause."""
    return Alerts(chats, calendar, folder / "wegwijs.db.alerts", (0.0,))


@contextlib.asynccontextmanager
async def delivered(alerts: Alerts, phone: Phone) -> AsyncIterator[None]:
    """Deliver what the block tells, until nothing waits."""
    stopping = asyncio.Event()
    delivering = asyncio.create_task(alerts.deliver(phone, stopping))
    yield
    await alerts.settled()
    stopping.set()
    await delivering


async def test_each_operator_gets_what_is_told_and_the_log_too(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    """In the very words, with a line above that says whom they are for."""
    alerts, phone = alerts_in(tmp_path, Calendar()), Phone()
    async with delivered(alerts, phone):
        alerts.tell(REFUSED)
    words = "For the operators of Wegwijs\n\nThe content on disk is not used. Mend it."
    assert sorted(phone.shown) == [(chat, words) for chat in CHATS]
    assert [record.getMessage() for record in caplog.records] == [REFUSED.sentence]
    assert (alerts.lost, alerts.notes()) == (0, ())


async def test_of_one_cause_they_hear_once_a_day(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    """Other causes are told all the same; the next day it is told again; the log has every line."""
    calendar, phone = Calendar(), Phone()
    alerts = alerts_in(tmp_path, calendar, CHATS[:1])
    async with delivered(alerts, phone):
        for news in (REFUSED, REFUSED, FULL, REFUSED):
            alerts.tell(news)
        calendar.day += timedelta(days=1)
        alerts.tell(REFUSED)
    assert [words.splitlines()[-1] for _, words in phone.shown] == [
        REFUSED.sentence, FULL.sentence, REFUSED.sentence
    ]  # fmt: skip
    assert len(caplog.records) == 5


async def test_a_program_that_restarts_again_and_again_does_not_call_again(tmp_path: Path) -> None:
    """The day is kept; a file that is damaged or gone costs one more call."""
    phone = Phone()
    for _ in range(3):
        alerts = alerts_in(tmp_path, Calendar(), CHATS[:1])
        async with delivered(alerts, phone):
            alerts.tell(REFUSED)
    assert len(phone.shown) == 1
    (tmp_path / "wegwijs.db.alerts").write_text("[1, {", encoding="utf-8")
    alerts = alerts_in(tmp_path, Calendar(), CHATS[:1])
    async with delivered(alerts, phone):
        alerts.tell(REFUSED)
    assert len(phone.shown) == 2


async def test_good_news_are_for_the_log_alone(tmp_path: Path) -> None:
    """Nobody is woken because all is well again; what is past its review calls though it is not urgent."""
    alerts, phone = alerts_in(tmp_path, Calendar(), CHATS[:1]), Phone()
    async with delivered(alerts, phone):
        alerts.tell(News("New content is in use.", Cause.CONTENT_TAKEN))
        alerts.tell(News("There is room again.", Cause.DISK))
        alerts.tell(News("Pages past their review: 2.", Cause.PAGES_OVERDUE))
    assert [words.splitlines()[-1] for _, words in phone.shown] == ["Pages past their review: 2."]


async def test_a_passing_trouble_is_waited_out(tmp_path: Path) -> None:
    """Telegram was away for a moment."""
    alerts, phone = alerts_in(tmp_path, Calendar(), CHATS[:1]), Phone([TimeoutError()])
    async with delivered(alerts, phone):
        alerts.tell(REFUSED)
    assert (len(phone.shown), alerts.lost) == (1, 0)


@pytest.mark.parametrize("troubles", [[False], [OSError(), OSError()]])
async def test_what_telegram_cannot_carry_is_said_in_the_log_and_on_readyz(
    tmp_path: Path, caplog: pytest.LogCaptureFixture, troubles: list[Exception | bool]
) -> None:
    """With the mend, and without the number of anybody; the next alert that arrives ends the note."""
    alerts, phone = alerts_in(tmp_path, Calendar(), CHATS[:1]), Phone(troubles)
    async with delivered(alerts, phone):
        alerts.tell(REFUSED)
    assert (phone.shown, alerts.lost) == ([], 1)
    assert "did not reach every operator" in alerts.notes()[0]
    last = caplog.records[-1]
    assert last.levelno == logging.ERROR
    assert "did not reach 1 of 1 operators on Telegram. Check OPERATOR_IDS" in last.getMessage()
    assert str(CHATS[0]) not in caplog.text
    async with delivered(alerts, phone):
        alerts.tell(FULL)
    assert alerts.notes() == ()


async def test_nothing_waits_for_telegram_and_the_queue_has_an_end(tmp_path: Path) -> None:
    """Telling returns at once although nobody delivers; what is too much is lost and said so."""
    calendar = Calendar()
    alerts = alerts_in(tmp_path, calendar, CHATS[:1])
    for _ in range(MOST_WAITING + 2):
        alerts.tell(REFUSED)
        calendar.day += timedelta(days=1)
    assert alerts.lost == 2


async def test_without_operators_on_telegram_the_log_is_all(tmp_path: Path) -> None:
    """Nothing gathers, and no file is made."""
    alerts, phone = alerts_in(tmp_path, Calendar(), ()), Phone()
    async with delivered(alerts, phone):
        alerts.tell(REFUSED)
    assert phone.tries == 0
    assert list(tmp_path.iterdir()) == []


async def test_the_program_ends_while_an_alert_still_waits_for_telegram(tmp_path: Path) -> None:
    """Nobody waits for a call that hangs."""
    started, stopping = asyncio.Event(), asyncio.Event()

    async def hang(_chat: int, _words: str) -> bool:
        started.set()
        await asyncio.Event().wait()
        return True

    alerts = alerts_in(tmp_path, Calendar())
    delivering = asyncio.create_task(alerts.deliver(hang, stopping))
    alerts.tell(REFUSED)
    await started.wait()
    stopping.set()
    await delivering


def test_days_that_cannot_be_kept_cost_nothing_but_a_call(tmp_path: Path) -> None:
    """The disk may be full: that is what the alert is about."""
    write_days(tmp_path / "gone" / "days", {Cause.DISK: TODAY})
    assert read_days(tmp_path / "gone" / "days") == {}
    write_days(tmp_path / "days", {Cause.DISK: TODAY})
    assert read_days(tmp_path / "days") == {Cause.DISK: TODAY}
    assert (tmp_path / "days").stat().st_mode & 0o777 == 0o600
    for held in ('{"what": "2026-01-01"}', '{"disk": "soon"}', '{"disk": 3}', "[]", "7"):
        (tmp_path / "days").write_text(held, encoding="utf-8")
        assert read_days(tmp_path / "days") == {}
