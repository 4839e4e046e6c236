"""Methods that change or remove what stands in a chat."""

from telegram.constants import BulkRequestLimit

from tests.telegram_api.chats import Chat, Json, Message
from tests.telegram_api.markup import check_inline_markup
from tests.telegram_api.membership import report_membership
from tests.telegram_api.refusals import breach, circumstance
from tests.telegram_api.sending import join_text
from tests.telegram_api.texts import finish_text
from tests.telegram_api.world import World

DELETABLE_SECONDS = 48 * 3600
NOT_MODIFIED = (
    "message is not modified: specified new message content and reply markup are exactly the same as "
    "a current content and reply markup of the message"
)


def edit_message_text(world: World, parameters: Json) -> Json:
    """`editMessageText`."""
    content = join_text(finish_text(parameters, world.recorder, too_long="MESSAGE_TOO_LONG"))
    markup = check_inline_markup(parameters.get("reply_markup"))
    message = _find_editable(world, parameters)
    if "text" not in message.content:
        raise breach("there is no text in the message to edit")
    content |= {key: value for key, value in message.content.items() if key == "reply_to_message"}
    return _change(world, message, content, markup)


def edit_message_reply_markup(world: World, parameters: Json) -> Json:
    """`editMessageReplyMarkup`."""
    markup = check_inline_markup(parameters.get("reply_markup"))
    message = _find_editable(world, parameters)
    return _change(world, message, message.content, markup)


def delete_message(world: World, parameters: Json) -> bool:
    """`deleteMessage`."""
    chat = world.find_chat(parameters)
    message = world.find_message(chat, parameters, "delete")
    if not _may_delete(world, chat, message):
        raise circumstance("message can't be deleted for everyone")
    del world.chats.messages[message.number]
    return True


def delete_messages(world: World, parameters: Json) -> bool:
    """`deleteMessages`: true, whatever it found."""
    numbers = parameters.get("message_ids")
    if not numbers:
        raise breach("message identifiers are not specified")
    if len(numbers) > BulkRequestLimit.MAX_LIMIT:
        raise breach("too many message identifiers specified")
    if not all(isinstance(number, int) and number > 0 for number in numbers):
        raise breach("invalid message identifier specified")
    chat = world.find_chat(parameters)
    for number in set(numbers):
        message = world.chats.messages.get(number)
        if message is not None and _may_delete(world, chat, message):
            del world.chats.messages[number]
    return True


def leave_chat(world: World, parameters: Json) -> bool:
    """`leaveChat`."""
    chat = world.find_chat(parameters)
    if chat.kind == "private":
        raise breach("chat member status can't be changed in private chats")
    world.find_writable_chat(parameters)
    chat.has_bot = False
    report_membership(world, chat, world.bot, ("member", "left"))
    return True


def _find_editable(world: World, parameters: Json) -> Message:
    chat = world.find_writable_chat(parameters)
    message = world.find_message(chat, parameters, "edit")
    if not message.author.is_bot or (message.markup and not message.inline_markup):
        raise breach("message can't be edited")
    return message


def _change(world: World, message: Message, content: Json, markup: Json | None) -> Json:
    if (content, markup) == (message.content, message.markup):
        raise circumstance(NOT_MODIFIED)
    message.content, message.markup = content, markup
    message.edit_date = int(world.clock.now())
    return message.as_json()


def _may_delete(world: World, chat: Chat, message: Message) -> bool:
    is_young = world.clock.now() - message.date < DELETABLE_SECONDS
    return message.chat is chat and is_young and (chat.kind == "private" or message.author.is_bot)
