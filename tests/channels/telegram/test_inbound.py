"""Tests: from Telegram's update to what a person did."""

from typing import Any

import pytest
from telegram import Update

from bot.channels.telegram.inbound import Arrival, read_update
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
from bot.reception import Visit

PERSON = {"id": 501, "is_bot": False, "first_name": "Amina", "language_code": "fr"}
PRIVATE = {"id": 501, "type": "private", "first_name": "Amina"}
GROUP = {"id": -77, "type": "supergroup", "title": "Neighbours"}
BOT = {"id": 7, "is_bot": True, "first_name": "Wegwijs"}


def read(**content: Any) -> Arrival | None:
    update = Update.de_json({"update_id": 1, **content}, None)
    assert update is not None
    return read_update(update)


def message(**content: Any) -> dict[str, Any]:
    return {"message_id": 9, "date": 0, "chat": PRIVATE, "from": PERSON, **content}


def given(**content: Any) -> Input:
    arrival = read(message=message(**content))
    assert arrival is not None
    return arrival.visit.given


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("/start", Started()),
        ("/start flyer-1", Started("flyer-1")),
        ("/start@wegwijs_bot flyer-1", Started("flyer-1")),
        ("/menu", Commanded("menu")),
        ("/Privacy@wegwijs_bot", Commanded("privacy")),
        ("/clear now", Commanded("clear")),
        ("/nonsense", Commanded("nonsense")),
        ("/", Said("/")),
        ("9000", Said("9000")),
        ("and /menu", Said("and /menu")),
    ],
)
def test_typed_words_and_commands(text: str, expected: Input) -> None:
    """A command counts with or without the bot's name, in capitals too; all else are words."""
    assert given(text=text) == expected


def test_a_visit_names_channel_chat_and_language() -> None:
    """What reception needs is there, and where the answer goes stands beside it."""
    visit = Visit("telegram", Said("doctor"), chat="501", phone_language="fr")
    assert read(message=message(text="doctor")) == Arrival(visit, 501, 9)


def test_points_are_read_from_locations_and_venues() -> None:
    """A venue and a live location hold a point like any other."""
    point = {"latitude": 51.05, "longitude": 3.72}
    expected = SharedPoint(51.05, 3.72)
    assert given(location=point) == expected
    assert given(location={**point, "live_period": 900}) == expected
    assert given(location=point, venue={"location": point, "title": "A", "address": "B"}) == expected


@pytest.mark.parametrize(
    "content",
    [
        {"voice": {"file_id": "a", "file_unique_id": "b", "duration": 3}},
        {"photo": [{"file_id": "a", "file_unique_id": "b", "width": 8, "height": 8}], "caption": "my paper"},
        {"document": {"file_id": "a", "file_unique_id": "b"}},
        {"contact": {"phone_number": "+32470000000", "first_name": "Amina"}},
        {"dice": {"emoji": "🎲", "value": 3}},
        {"something_new": True},
    ],
)
def test_anything_else_is_told_apart(content: dict[str, Any]) -> None:
    """Voices, pictures and whatever Telegram invents are something else; a caption is not read."""
    assert given(**content) == SentSomethingElse()


def test_a_press_brings_its_button() -> None:
    """The button's data is handed in as it is, and the pressed message is the one to change."""
    query = {"id": "q", "from": PERSON, "chat_instance": "1", "data": "1m", "message": message(text="menu")}
    visit = Visit("telegram", Pressed(), "1m", "501", "fr")
    assert read(callback_query=query) == Arrival(visit, 501, 9, "q")


def test_a_press_on_a_message_that_telegram_no_longer_shows() -> None:
    """An inaccessible message (date 0) still has its number."""
    gone = {"message_id": 9, "date": 0, "chat": PRIVATE}
    arrival = read(callback_query={"id": "q", "from": PERSON, "chat_instance": "1", "data": "x", "message": gone})
    assert arrival is not None
    assert (arrival.chat, arrival.message) == (501, 9)


def test_presses_outside_private_chats_are_ignored() -> None:
    """An inline message has no chat, and in groups the bot does not talk."""
    query = {"id": "q", "from": PERSON, "chat_instance": "1", "data": "x"}
    assert read(callback_query={**query, "inline_message_id": "7"}) is None
    assert read(callback_query={**query, "message": message(text="a", chat=GROUP)}) is None


def membership(chat: dict[str, Any], before: str, after: str) -> dict[str, Any]:
    states: list[dict[str, Any]] = [{"user": BOT, "status": status} for status in (before, after)]
    for state in states:
        if state["status"] == "kicked":
            state["until_date"] = 0
    return {"chat": chat, "from": PERSON, "date": 0, "old_chat_member": states[0], "new_chat_member": states[1]}


def test_being_added_to_a_group_is_an_input_without_a_chat_to_remember() -> None:
    """The sentence goes to the group; reception hears of no chat."""
    arrival = read(my_chat_member=membership(GROUP, "left", "member"))
    assert arrival == Arrival(Visit("telegram", AddedToGroup(), phone_language="fr"), -77)


@pytest.mark.parametrize(
    "content",
    [
        {"my_chat_member": membership(PRIVATE, "member", "kicked")},
        {"my_chat_member": membership(PRIVATE, "kicked", "member")},
        {"my_chat_member": membership(GROUP, "member", "left")},
        {"message": message(text="/menu", chat=GROUP)},
        {"message": message(text="hello", **{"from": BOT})},
        {"message": message(message_auto_delete_timer_changed={"message_auto_delete_time": 86400})},
        {"edited_message": message(text="hello")},
        {"channel_post": {"message_id": 9, "date": 0, "chat": {"id": -5, "type": "channel"}, "text": "a"}},
        {},
    ],
)
def test_what_is_not_answered(content: dict[str, Any]) -> None:
    """Blocking, other groups, channels, edits, service messages and bots get no answer."""
    assert read(**content) is None
