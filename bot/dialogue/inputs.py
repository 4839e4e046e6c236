"""What a person can do: a closed set."""

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Started:
    """The person opened the bot, perhaps by a start link; `is_known` tells that a language is kept for them."""

    code: str = ""
    is_known: bool = False


@dataclass(frozen=True, slots=True)
class Pressed:
    """The person pressed a button; the position is the button's. None of ours: `is_old`."""

    is_old: bool = False


@dataclass(frozen=True, slots=True)
class Said:
    """The person typed words."""

    words: str


@dataclass(frozen=True, slots=True)
class SharedPoint:
    """The person shared a point, in degrees; it lives for this one call, and no log or message can print it."""

    latitude: float = field(repr=False)
    longitude: float = field(repr=False)


@dataclass(frozen=True, slots=True)
class Commanded:
    """The person gave a command such as /menu; `name` is without the slash."""

    name: str


@dataclass(frozen=True, slots=True)
class SentSomethingElse:
    """The person sent a voice message, a picture, a file, a sticker or a contact; nothing of it is read."""


@dataclass(frozen=True, slots=True)
class AddedToGroup:
    """Somebody added the bot to a group."""


Input = Started | Pressed | Said | SharedPoint | Commanded | SentSomethingElse | AddedToGroup
