"""Tests: what is common to all calls."""

from typing import Any

import httpx
import pytest
from telegram import Bot
from telegram.error import BadRequest, EndPointNotFound

from tests.telegram_api.expectations import expect_breach, expect_circumstance
from tests.telegram_api.person import Person
from tests.telegram_api.stand_in import StandIn

pytest_plugins = ["tests.telegram_api.fixtures"]


@pytest.fixture
async def person(api: StandIn) -> Person:
    someone = api.person()
    await someone.sends("/start", waits=False)
    return someone


async def test_the_bot_is_known_by_its_token(api: StandIn, telegram_bot: Bot) -> None:
    """The right token gives the bot's account, another one 401."""
    assert (await telegram_bot.get_me()).id == 7000000001
    async with httpx.AsyncClient(base_url=api.base_url, trust_env=False) as client:
        answer = await client.get("/bot7000000001:another/getMe")
    assert answer.json() == {"ok": False, "error_code": 401, "description": "Unauthorized"}
    assert answer.status_code == 401


async def test_an_unknown_method_is_not_found(api: StandIn, telegram_bot: Bot) -> None:
    """A method that Telegram does not have gives 404 and is a violation."""
    with pytest.raises(EndPointNotFound):
        await telegram_bot.do_api_request("sendGreetings")
    assert api.take_violations() == ["sendGreetings: there is no such method"]


async def test_a_method_that_is_not_played_says_so(api: StandIn, telegram_bot: Bot, person: Person) -> None:
    """A method that only the real Telegram knows fails with a clear sentence."""
    call = telegram_bot.pin_chat_message(person.number, 1)
    await expect_breach(api, call, "pinChatMessage is unknown to this stand-in, though not to Telegram")


async def test_an_unknown_parameter_is_refused(api: StandIn, telegram_bot: Bot, person: Person) -> None:
    """A parameter that the method does not have is refused, where Telegram would ignore it."""
    call = telegram_bot.send_message(person.number, "text", api_kwargs={"colour": "red"})
    await expect_breach(api, call, "sendMessage has no parameter colour")


async def test_a_parameter_of_the_wrong_type_is_refused(api: StandIn, telegram_bot: Bot, person: Person) -> None:
    """Numbers, truth values, arrays and objects must be what they are declared to be."""
    wrong: list[tuple[str, dict[str, Any], str]] = [
        ("getUpdates", {"limit": "many"}, "can't parse parameter limit: expected int"),
        ("getUpdates", {"timeout": True}, "parameter timeout must be int"),
        ("sendMessage", {"chat_id": 1, "text": "a", "protect_content": 1}, "protect_content must be bool"),
        ("deleteMessages", {"chat_id": 1, "message_ids": 5}, "parameter message_ids must be array"),
        ("sendMessage", {"chat_id": 1, "text": "a", "reply_markup": []}, "reply_markup must be object"),
        ("setMyCommands", {"commands": [{"command": "a"}]}, "can't parse commands"),
        ("setMyCommands", {"commands": ["a"]}, "can't parse commands: expected an Object"),
    ]
    for method, parameters, words in wrong:
        await expect_breach(api, telegram_bot._post(method, parameters), words)
    assert len(person.chat) == 1


async def test_missing_parameters_are_named(api: StandIn, telegram_bot: Bot, person: Person) -> None:
    """A call without its chat, its message or its point is refused."""
    request = telegram_bot._post
    await expect_breach(api, request("sendMessage", {"text": "a"}), "chat_id is empty")
    chat = {"chat_id": person.number}
    await expect_breach(api, request("sendMessage", chat), "message text is empty")
    await expect_breach(api, request("deleteMessage", chat), "message identifier is not specified")
    await expect_breach(api, request("sendLocation", chat), "latitude is empty")


async def test_parameters_may_come_in_any_form(api: StandIn, person: Person) -> None:
    """A JSON body, a web form, a query string and any case of the method's name are understood."""
    parameters: dict[str, Any] = {"chat_id": person.number, "text": "text", "disable_notification": True}
    async with httpx.AsyncClient(base_url=f"{api.base_url}/bot{api.token}", trust_env=False) as client:
        answers = [
            await client.post("/sendMessage", json=parameters),
            await client.post("/sendmessage", data=parameters),
            await client.get("/SENDMESSAGE", params=parameters),
        ]
    assert [answer.json()["ok"] for answer in answers] == [True] * 3
    assert len(api.calls_of("sendMessage")) == 3


async def test_a_chat_must_exist(api: StandIn, telegram_bot: Bot) -> None:
    """Nobody can be written to before they have turned to the bot."""
    call = telegram_bot.send_message(api.person().number, "hello")
    await expect_circumstance(api, call, "Bad Request: chat not found")
    await expect_circumstance(api, telegram_bot.send_message("@nobody", "hello"), "chat not found")


async def test_a_blocked_bot_is_shut_out(api: StandIn, telegram_bot: Bot, person: Person) -> None:
    """Who blocks the bot gets nothing until they let it in again."""
    words = "Forbidden: bot was blocked by the user"
    await person.blocks_bot(waits=False)
    await expect_circumstance(api, telegram_bot.send_message(person.number, "hello"), words)
    await expect_circumstance(api, telegram_bot.send_chat_action(person.number, "typing"), words)
    await person.unblocks_bot(waits=False)
    await telegram_bot.send_message(person.number, "hello")


async def test_places_and_actions_are_checked(api: StandIn, telegram_bot: Bot, person: Person) -> None:
    """A point lies on earth, a venue has a title and an address, an action is one that Telegram has."""
    await telegram_bot.send_venue(person.number, 51.05, 3.72, "Desk", "Street 1")
    assert person.screen.content["venue"]["title"] == "Desk"
    call = telegram_bot.send_location(person.number, 91, 3)
    await expect_breach(api, call, "wrong location coordinates")
    call = telegram_bot.send_venue(person.number, 51, 3, " ", "Street 1")
    await expect_breach(api, call, "venue title must be non-empty")
    await expect_breach(api, telegram_bot.send_chat_action(person.number, "dancing"), "wrong parameter action")


async def test_a_reply_needs_its_message(api: StandIn, telegram_bot: Bot, person: Person) -> None:
    """A reply to a message of this chat carries it; a reply to nothing is refused."""
    sent = await telegram_bot.send_message(person.number, "a", reply_to_message_id=person.chat[0].number)
    assert sent.reply_to_message is not None
    with pytest.raises(BadRequest, match="essage to be replied not found"):
        await telegram_bot.send_message(person.number, "a", reply_to_message_id=999)
    assert api.violations == []


async def test_an_uploaded_file_is_taken(telegram_bot: Bot, person: Person) -> None:
    """A document keeps its name and its size."""
    await telegram_bot.send_document(person.number, b"four", filename="card.txt", caption="<b>card</b>")
    assert person.screen.content["document"]["file_name"] == "card.txt"
    assert person.screen.content["document"]["file_size"] == 4
