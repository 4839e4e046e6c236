"""One call from its name and raw parameters to Telegram's answer."""

from collections.abc import Awaitable, Callable, Mapping
from inspect import isawaitable
from typing import Any

from tests.telegram_api import changing, profile, receiving, sending, sounding
from tests.telegram_api.recorder import Call
from tests.telegram_api.refusals import RefusedError, breach
from tests.telegram_api.shapes import check_shapes
from tests.telegram_api.signatures import Upload, decode, known_methods
from tests.telegram_api.world import World

METHODS: Mapping[str, Callable[[World, dict[str, Any]], Any | Awaitable[Any]]] = {
    "answerCallbackQuery": receiving.answer_callback_query,
    "deleteMessage": changing.delete_message,
    "deleteMessages": changing.delete_messages,
    "deleteMyCommands": profile.delete_commands,
    "deleteWebhook": receiving.delete_webhook,
    "editMessageReplyMarkup": changing.edit_message_reply_markup,
    "editMessageText": changing.edit_message_text,
    "getChat": profile.get_chat,
    "getChatMenuButton": profile.get_menu_button,
    "getMe": profile.get_me,
    "getMyCommands": profile.get_commands,
    "getMyDescription": profile.get_description,
    "getMyName": profile.get_name,
    "getMyShortDescription": profile.get_short_description,
    "getUpdates": receiving.get_updates,
    "getWebhookInfo": receiving.get_webhook_info,
    "leaveChat": changing.leave_chat,
    "sendAudio": sounding.send_audio,
    "sendChatAction": sending.send_chat_action,
    "sendDocument": sounding.send_document,
    "sendLocation": sending.send_location,
    "sendMessage": sending.send_message,
    "sendPhoto": sending.send_photo,
    "sendVenue": sending.send_venue,
    "sendVoice": sounding.send_voice,
    "setChatMenuButton": profile.set_menu_button,
    "setMyCommands": profile.set_commands,
    "setMyDescription": profile.set_description,
    "setMyName": profile.set_name,
    "setMyShortDescription": profile.set_short_description,
    "setWebhook": receiving.set_webhook,
}


def find_method(world: World, token: str, name: str) -> str:
    """Telegram's spelling of a method's name, if token and name are right."""
    if token != world.token:
        raise RefusedError(401, "Unauthorized", is_breach=False)
    method = known_methods().get(name.lower())
    if method is None:
        world.recorder.violate(name, "there is no such method")
        raise RefusedError(404, "Not Found", is_breach=False)
    return method


async def perform(world: World, call: Call, raw: Mapping[str, str | Upload]) -> dict[str, Any]:
    """Do what is asked and return the body of the answer; a refusal is raised."""
    try:
        call.parameters = decode(call.method, raw)
        check_shapes(call.parameters)
        if call.method not in METHODS:
            raise breach(f"{call.method} is unknown to this stand-in, though not to Telegram")
        result = METHODS[call.method](world, call.parameters)
        if isawaitable(result):
            result = await result
    except RefusedError as refusal:
        if refusal.is_breach:
            world.recorder.violate(call.method, refusal.description)
        raise
    return {"ok": True, "result": result}
