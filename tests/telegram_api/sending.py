"""Methods that put a new message into a chat."""

from telegram.constants import ChatAction, LocationLimit

from tests.telegram_api.chats import Chat, Json
from tests.telegram_api.entities import FormattedText
from tests.telegram_api.files import LARGEST_PICTURE, as_json, picture_size
from tests.telegram_api.markup import check_markup
from tests.telegram_api.refusals import breach, circumstance
from tests.telegram_api.texts import finish_caption, finish_text
from tests.telegram_api.world import World

LONGEST_SIDES = 10_000
ACTIONS = frozenset(action.value for action in ChatAction)


def send_message(world: World, parameters: Json) -> Json:
    """`sendMessage`."""
    formatted = finish_text(parameters, world.recorder, too_long="message is too long")
    return post(world, parameters, join_text(formatted))


def send_location(world: World, parameters: Json) -> Json:
    """`sendLocation`."""
    return post(world, parameters, {"location": _read_point(parameters)})


def send_venue(world: World, parameters: Json) -> Json:
    """`sendVenue`."""
    point = _read_point(parameters)
    for name in ("title", "address"):
        if not (parameters.get(name) or "").strip():
            raise breach(f"venue {name} must be non-empty")
    venue = {"location": point, "title": parameters["title"], "address": parameters["address"]}
    return post(world, parameters, {"venue": venue, "location": point})


def send_photo(world: World, parameters: Json) -> Json:
    """`sendPhoto`: width and height together at most 10000, the longer at most 20 times the shorter."""
    number, file = world.files.take(parameters.get("photo"), "photo")
    if len(file.data) > LARGEST_PICTURE:
        raise breach("file is too big")
    width, height = picture_size(file.data)
    if not min(width, height) or width + height > LONGEST_SIDES or max(width, height) > 20 * min(width, height):
        raise breach("PHOTO_INVALID_DIMENSIONS")
    content = {"photo": [{**as_json(number, file), "width": width, "height": height}]}
    return post(world, parameters, content | read_caption(world, parameters))


def send_chat_action(world: World, parameters: Json) -> bool:
    """`sendChatAction`."""
    if parameters.get("action") not in ACTIONS:
        raise breach("wrong parameter action in request")
    world.find_writable_chat(parameters)
    return True


def join_text(formatted: FormattedText) -> Json:
    """The text fields of a message."""
    entities = {"entities": list(formatted.entities)} if formatted.entities else {}
    return {"text": formatted.text, **entities}


def post(world: World, parameters: Json, content: Json) -> Json:
    """Put a message into the chat that a call names."""
    markup = check_markup(parameters.get("reply_markup"))
    chat = world.find_writable_chat(parameters)
    content |= _read_reply(world, chat, parameters.get("reply_parameters"))
    return world.chats.post(chat, world.bot, content, markup).as_json()


def _read_reply(world: World, chat: Chat, reply: Json | None) -> Json:
    if reply is None:
        return {}
    answered = world.chats.messages.get(reply["message_id"])
    if answered is not None and answered.chat is chat:
        return {"reply_to_message": answered.as_json()}
    if reply.get("allow_sending_without_reply"):
        return {}
    raise circumstance("message to be replied not found")


def _read_point(parameters: Json) -> Json:
    for name, limit in (("latitude", 90), ("longitude", 180)):
        value = parameters.get(name)
        if value is None:
            raise breach(f"{name} is empty")
        if abs(value) > limit:
            raise breach("wrong location coordinates specified")
    if not 0 <= parameters.get("horizontal_accuracy", 0) <= LocationLimit.HORIZONTAL_ACCURACY:
        raise breach("wrong horizontal accuracy specified")
    return {"latitude": parameters["latitude"], "longitude": parameters["longitude"]}


def read_caption(world: World, parameters: Json) -> Json:
    """Return the words under a file."""
    formatted = finish_caption(parameters, world.recorder)
    if not formatted.text:
        return {}
    return {"caption": formatted.text, "caption_entities": list(formatted.entities)}
