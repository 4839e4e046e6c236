"""Recordings as voice messages: uploaded once per program, then named by the id that Telegram gave them."""

from collections.abc import Awaitable, Callable
from typing import Literal

from telegram import Bot, Message
from telegram.error import BadRequest

from bot.channels.telegram.pace import Pace
from bot.channels.telegram.patience import patiently, says
from bot.content.audio import Recording
from bot.dialogue.turns import PlayAloud
from bot.i18n.bidi import anchor

Form = Literal["voice", "document"]
"""How a recording is sent: as a voice, or as a file where the person lets nobody send voices. An id fits one form."""

FILE_NAME = "audio.ogg"
"""What a phone would keep it as; it tells nobody who looks at the phone what was asked."""
_FORBIDDEN = ("voice_messages_forbidden",)
_ID_REFUSED = ("wrong file identifier", "wrong remote file identifier", "file reference", "file_id")


class Voices:
    """Sends recordings; all it remembers is which file Telegram has under which id, and nothing of any person."""

    def __init__(self, bot: Bot, sound_of: Callable[[Recording], Awaitable[bytes]], pace: Pace) -> None:
        self._bot = bot
        self._sound_of = sound_of
        self._pace = pace
        self._ids: dict[tuple[Form, str], str] = {}

    async def play(self, chat: int, asked: PlayAloud) -> None:
        """Send a recording; as a file to a person whose privacy settings forbid voices.

        Raises:
            StorageError: the recording is gone, or no longer the one that fits.
        """
        try:
            await self._send("voice", chat, asked)
        except BadRequest as refusal:
            if not says(refusal, *_FORBIDDEN):
                raise
            await self._send("document", chat, asked)

    async def _send(self, form: Form, chat: int, asked: PlayAloud) -> None:
        """Send by id, else by upload; an id that Telegram has forgotten is forgotten too."""
        key = form, asked.recording.digest
        known = self._ids.get(key)
        if known is not None:
            try:
                await self._call(form, chat, asked, known)
            except BadRequest as refusal:
                if not says(refusal, *_ID_REFUSED):
                    raise
                self._ids.pop(key, None)
            else:
                return
        sent = await self._call(form, chat, asked, await self._sound_of(asked.recording))
        file = sent.voice if form == "voice" else sent.document
        if file is not None:
            self._ids[key] = file.file_id

    async def _call(self, form: Form, chat: int, asked: PlayAloud, sound: str | bytes) -> Message:
        caption = anchor(asked.title, asked.recording.locale)
        seconds = round(asked.recording.seconds)

        async def send() -> Message:
            if form == "voice":
                return await self._bot.send_voice(chat, sound, seconds, caption, filename=FILE_NAME)
            # Without the last parameter Telegram would look into the file and make a voice of it again.
            return await self._bot.send_document(
                chat, sound, caption, filename=FILE_NAME, disable_content_type_detection=True
            )

        return await patiently(send, self._pace)
