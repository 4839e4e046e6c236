"""One input and all it causes: messages, effects, counts."""

from dataclasses import dataclass
from enum import StrEnum

from bot.content.audio import Recording
from bot.dialogue.messages import Message


@dataclass(frozen=True, slots=True)
class RememberLanguage:
    """Keep this language for the chat, if it differs from the phone's."""

    locale: str


@dataclass(frozen=True, slots=True)
class ForgetChat:
    """Delete whatever is kept for the chat."""


@dataclass(frozen=True, slots=True)
class ClearChat:
    """Remove from the chat what the channel can remove."""


@dataclass(frozen=True, slots=True)
class AskForLocation:
    """Show the channel's own way to share a location, with these words on its button."""

    button: str
    text: str


@dataclass(frozen=True, slots=True)
class PlayAloud:
    """Play a recording to the person; the title of its page stands beside it. The page itself stays."""

    recording: Recording
    title: str


Effect = RememberLanguage | ForgetChat | ClearChat | AskForLocation | PlayAloud


class Counted(StrEnum):
    """The closed list of what is counted; each is one dimension and never crossed with a place."""

    STEP = "step"
    LOCALE = "locale"
    CAMPAIGN = "campaign"
    KIND = "kind"
    PROVINCE = "province"
    SEARCH = "search"
    FALLBACK = "fallback"
    OLD_BUTTON = "old-button"
    UNSUPPORTED = "unsupported"
    WITHHELD = "withheld"
    LISTENED = "listened"
    CHANNEL = "channel"


@dataclass(frozen=True, slots=True)
class Count:
    """One to be added: what was counted, and which value of it."""

    what: Counted
    value: str


@dataclass(frozen=True, slots=True)
class Turn:
    """What one input causes."""

    message: Message
    effects: tuple[Effect, ...] = ()
    counts: tuple[Count, ...] = ()
