"""Files as Telegram keeps them: an id stands for one form, and what is inside decides what may be made of it."""

from dataclasses import dataclass, field
from typing import Any

from tests.telegram_api.refusals import RefusedError, breach, circumstance
from tests.telegram_api.signatures import Upload

Json = dict[str, Any]
LARGEST = 50_000_000
"""Bytes that a bot may upload (Bot API, sendVoice, sendAudio, sendDocument)."""
PNG = b"\x89PNG\r\n\x1a\n"
LARGEST_PICTURE = 10_000_000
"""Bytes of a photo (Bot API, sendPhoto)."""
_SIGNS = ((b"ID3", "mp3"), (b"\xff\xfb", "mp3"), (b"\xff\xf3", "mp3"))


@dataclass(frozen=True)
class Stored:
    """A file that Telegram has."""

    form: str
    name: str
    data: bytes


@dataclass
class Files:
    """All files that were uploaded, by their ids; one that was forgotten is known by its id alone."""

    stored: dict[str, Stored] = field(default_factory=dict)
    forgotten: set[str] = field(default_factory=set)

    def forget(self) -> None:
        """Lose every file, as Telegram may after a while."""
        self.forgotten |= set(self.stored)
        self.stored.clear()

    def take(self, given: Any, form: str) -> tuple[str, Stored]:
        """Return the id and the file that a call brings or names."""
        if not given:
            raise breach(f"there is no {form} in the request")
        if isinstance(given, Upload):
            return self._keep(given, form)
        if given in self.forgotten:
            raise circumstance("wrong file identifier/HTTP URL specified")
        if given not in self.stored:
            raise breach("wrong file identifier/HTTP URL specified")
        if self.stored[given].form != form:
            raise breach(f"can't use file of type {self.stored[given].form.title()} as {form.title()}")
        return given, self.stored[given]

    def _keep(self, given: Upload, form: str) -> tuple[str, Stored]:
        if not given.data:
            raise breach("file must be non-empty")
        if len(given.data) > LARGEST:
            raise RefusedError(413, "Request Entity Too Large", is_breach=True)
        number = f"{form}-{len(self.stored) + len(self.forgotten) + 1}"
        self.stored[number] = Stored(form, given.filename, given.data)
        return number, self.stored[number]


def sound_format(data: bytes) -> str:
    """Return "opus", "mp3", "m4a", or "" for what is none of the three."""
    if data.startswith(b"OggS"):
        return "opus" if data[28:36] == b"OpusHead" else ""
    if data[4:8] == b"ftyp":
        return "m4a"
    return next((name for sign, name in _SIGNS if data.startswith(sign)), "")


def picture_size(data: bytes) -> tuple[int, int]:
    """Return width and height of a PNG, the only pictures that this stand-in reads."""
    if not data.startswith(PNG) or data[12:16] != b"IHDR":
        raise breach("IMAGE_PROCESS_FAILED")
    return int.from_bytes(data[16:20]), int.from_bytes(data[20:24])


def png(width: int, height: int) -> bytes:
    """Return the beginning of a PNG of this size, which is all that is looked at."""
    return PNG + b"\x00\x00\x00\x0dIHDR" + width.to_bytes(4) + height.to_bytes(4) + b"\x08\x06\x00\x00\x00"


def as_json(number: str, file: Stored) -> Json:
    """Return what is said of any file."""
    return {"file_id": number, "file_unique_id": f"unique-{number}", "file_size": len(file.data)}
