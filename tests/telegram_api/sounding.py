"""Methods that put a file to be heard, or any other file, into a chat."""

from tests.telegram_api.chats import Json
from tests.telegram_api.files import Stored, as_json, sound_format
from tests.telegram_api.refusals import breach, circumstance
from tests.telegram_api.sending import post, read_caption
from tests.telegram_api.world import World

_VOICE_TYPES = {"opus": "audio/ogg", "mp3": "audio/mpeg", "m4a": "audio/mp4"}
_MUSIC_FORMATS = frozenset({"mp3", "m4a"})


def send_voice(world: World, parameters: Json) -> Json:
    """`sendVoice`: Opus in Ogg, MP3 or M4A; Telegram would turn anything else into a file without a word."""
    number, file = world.files.take(parameters.get("voice"), "voice")
    if not sound_format(file.data):
        raise breach("a voice must be an OGG file encoded with OPUS, or MP3, or M4A")
    return _post_voice(world, parameters, number, file)


def send_audio(world: World, parameters: Json) -> Json:
    """`sendAudio`: MP3 or M4A alone."""
    number, file = world.files.take(parameters.get("audio"), "audio")
    if sound_format(file.data) not in _MUSIC_FORMATS:
        raise breach("an audio must be MP3 or M4A")
    content = {"audio": {**as_json(number, file), "duration": _read_duration(parameters), "file_name": file.name}}
    return post(world, parameters, content | read_caption(world, parameters))


def send_document(world: World, parameters: Json) -> Json:
    """`sendDocument`: any file; Telegram looks into it and makes a voice of Opus in Ogg, unless it is told not to."""
    number, file = world.files.take(parameters.get("document"), "document")
    if sound_format(file.data) == "opus" and not parameters.get("disable_content_type_detection"):
        return _post_voice(world, parameters, number, file)
    content = {"document": {**as_json(number, file), "file_name": file.name}}
    return post(world, parameters, content | read_caption(world, parameters))


def _post_voice(world: World, parameters: Json, number: str, file: Stored) -> Json:
    if world.find_writable_chat(parameters).forbids_voices:
        raise circumstance("VOICE_MESSAGES_FORBIDDEN")
    kind = _VOICE_TYPES[sound_format(file.data)]
    voice = {**as_json(number, file), "duration": _read_duration(parameters), "mime_type": kind}
    return post(world, parameters, {"voice": voice} | read_caption(world, parameters))


def _read_duration(parameters: Json) -> int:
    duration = int(parameters.get("duration", 0))
    if duration < 0:
        raise breach("duration must be non-negative")
    return duration
