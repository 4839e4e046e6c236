"""Tests: long polling, webhooks and answers to presses."""

import asyncio
from collections.abc import AsyncIterator

import pytest
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route
from telegram import Bot
from telegram.error import Conflict

from tests.telegram_api.echo import MENU
from tests.telegram_api.expectations import expect_breach, expect_circumstance
from tests.telegram_api.listener import HOST, Listener
from tests.telegram_api.stand_in import StandIn

pytest_plugins = ["tests.telegram_api.fixtures"]

TOO_OLD = "Bad Request: query is too old and response timeout expired or query ID is invalid"


class Hook:
    """A web server that takes updates."""

    def __init__(self) -> None:
        self.listener = Listener()
        self.app = Starlette(routes=[Route("/hook", self.take, methods=["POST"])])
        self.texts: list[str] = []
        self.secrets: list[str | None] = []
        self.answers: list[Response] = []

    @property
    def url(self) -> str:
        """Where it takes them."""
        return f"http://{HOST}:{self.listener.port}/hook"

    async def take(self, request: Request) -> Response:
        """Keep an update; answer as ordered, else 200."""
        body = await request.json()
        self.texts.append(body["message"]["text"])
        self.secrets.append(request.headers.get("X-Telegram-Bot-Api-Secret-Token"))
        return self.answers.pop(0) if self.answers else Response()


@pytest.fixture
async def hook() -> AsyncIterator[Hook]:
    server = Hook()
    await server.listener.start(server.app)
    yield server
    await server.listener.stop()


async def test_updates_come_again_until_confirmed(api: StandIn, telegram_bot: Bot) -> None:
    """Only a higher offset takes an update off the queue, and `limit` bounds a batch."""
    person = api.person()
    for text in ("one", "two", "three"):
        await person.sends(text, waits=False)
    first = await telegram_bot.get_updates(limit=2)
    again = await telegram_bot.get_updates()
    rest = await telegram_bot.get_updates(offset=first[-1].update_id + 1)
    assert [len(first), len(again), len(rest)] == [2, 3, 1]
    assert await telegram_bot.get_updates(offset=rest[-1].update_id + 1) == ()


async def test_a_negative_offset_forgets_all_but_the_last(api: StandIn, telegram_bot: Bot) -> None:
    """Offset -1 keeps one update."""
    person = api.person()
    for text in ("one", "two", "three"):
        await person.sends(text, waits=False)
    kept = await telegram_bot.get_updates(offset=-1)
    assert [update.message.text for update in kept if update.message] == ["three"]


async def test_a_poll_waits_for_an_update(api: StandIn, telegram_bot: Bot) -> None:
    """A long poll is answered when something happens, not when its time is over."""
    polling = asyncio.create_task(telegram_bot.get_updates(timeout=30))
    await api.world.updates.has_poll.wait()
    await api.person().sends("hello", waits=False)
    assert len(await polling) == 1


async def test_the_older_poll_is_refused(api: StandIn, telegram_bot: Bot) -> None:
    """A second poll ends the first with 409, and gets the update."""
    async with Bot(api.token, base_url=f"{api.base_url}/bot") as twin:
        older = asyncio.create_task(telegram_bot.get_updates(timeout=30))
        await api.world.updates.has_poll.wait()
        newer = asyncio.create_task(twin.get_updates(timeout=30))
        with pytest.raises(Conflict, match="terminated by other getUpdates request"):
            await older
        await api.person().sends("hello", waits=False)
        assert len(await newer) == 1


async def test_allowed_updates_stay_in_force(api: StandIn, telegram_bot: Bot) -> None:
    """The list of wanted kinds holds until another one is given; unknown kinds are refused."""
    person = api.person()
    await telegram_bot.get_updates(allowed_updates=["callback_query"])
    await person.sends("unheard")
    await telegram_bot.get_updates()
    await person.sends("unheard again")
    await telegram_bot.get_updates(allowed_updates=[])
    await person.sends("heard", waits=False)
    assert len(await telegram_bot.get_updates()) == 1
    await expect_breach(api, telegram_bot.get_updates(allowed_updates=["gossip"]), "unknown kind of update")


async def test_a_webhook_gets_updates_with_the_secret(api: StandIn, telegram_bot: Bot, hook: Hook) -> None:
    """An act is over when the webhook has answered 2xx; polling is refused meanwhile."""
    await telegram_bot.set_webhook(hook.url, secret_token="quiet-secret")
    await api.person().sends("hello")
    assert (hook.texts, hook.secrets) == (["hello"], ["quiet-secret"])
    with pytest.raises(Conflict, match="webhook is active"):
        await telegram_bot.get_updates()
    await telegram_bot.delete_webhook()
    assert await telegram_bot.get_updates() == ()


async def test_a_webhook_is_asked_until_it_answers(api: StandIn, telegram_bot: Bot, hook: Hook) -> None:
    """An update comes again while the answer is an error, and nothing overtakes it in its chat."""
    hook.answers = [Response(status_code=500), Response(status_code=503)]
    person = api.person()
    await person.sends("one", waits=False)
    await telegram_bot.set_webhook(hook.url)
    await person.sends("two")
    assert hook.texts == ["one", "one", "one", "two"]


async def test_a_webhook_answer_may_bring_a_call(api: StandIn, telegram_bot: Bot, hook: Hook) -> None:
    """One method in the body of the webhook's answer is carried out."""
    person = api.person()
    hook.answers = [JSONResponse({"method": "sendMessage", "chat_id": person.number, "text": "welcome"})]
    await telegram_bot.set_webhook(hook.url)
    await person.sends("hello")
    assert person.screen.text == "welcome"


async def test_pending_updates_can_be_dropped(api: StandIn, telegram_bot: Bot) -> None:
    """`drop_pending_updates` throws away what waits."""
    await api.person().sends("hello", waits=False)
    assert (await telegram_bot.get_webhook_info()).pending_update_count == 1
    await telegram_bot.delete_webhook(drop_pending_updates=True)
    assert await telegram_bot.get_updates() == ()


async def test_webhook_parameters_have_bounds(api: StandIn, telegram_bot: Bot) -> None:
    """A secret has 1–256 plain signs, and connections are 1–100."""
    call = telegram_bot.set_webhook("https://example.org/", secret_token="a b")
    await expect_breach(api, call, "secret token contains unallowed characters")
    call = telegram_bot.set_webhook("https://example.org/", secret_token="a" * 257)
    await expect_breach(api, call, "secret token is too long")
    call = telegram_bot.set_webhook("https://example.org/", max_connections=101)
    await expect_breach(api, call, "max_connections must be between 1 and 100")
    await expect_breach(api, telegram_bot.set_webhook("example"), "invalid webhook URL specified")


async def test_a_press_is_answered_once(api: StandIn, telegram_bot: Bot) -> None:
    """A second answer, an answer to nothing and a too long answer are refused."""
    person = api.person()
    await person.sends("/start", waits=False)
    await telegram_bot.send_message(person.number, "menu", reply_markup=MENU)
    await person.presses("English", waits=False)
    [query] = api.unanswered_queries
    call = telegram_bot.answer_callback_query(query.number, text="a" * 201)
    await expect_breach(api, call, "MESSAGE_TOO_LONG")
    await telegram_bot.answer_callback_query(query.number, text="heard", show_alert=True)
    assert [notice["text"] for notice in person.notices] == ["heard"]
    await expect_circumstance(api, telegram_bot.answer_callback_query(query.number), TOO_OLD)
    await expect_circumstance(api, telegram_bot.answer_callback_query("1"), TOO_OLD)
    assert api.unanswered_queries == []


async def test_a_press_grows_old(api: StandIn, telegram_bot: Bot) -> None:
    """After its time by the stand-in's clock a press can no longer be answered."""
    person = api.person()
    await person.sends("/start", waits=False)
    await telegram_bot.send_message(person.number, "menu", reply_markup=MENU)
    await person.presses("English", waits=False)
    api.clock.advance(seconds=16)
    call = telegram_bot.answer_callback_query(api.unanswered_queries[0].number)
    await expect_circumstance(api, call, TOO_OLD)
