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
    """The closed list of what is counted; docs/counting.md says of each what it is, and when it is deleted.

    Whoever knows two sums of the same things can subtract. So no two of these count the same things, but for the
    families in `bot.operators.publishing`, which are published together.
    """

    STEP = "step"
    LOCALE = "locale"
    CHANNEL = "channel"
    HOUR = "hour"
    CAMPAIGN = "campaign"
    KIND = "kind"
    PROVINCE = "province"
    SEARCH = "search"
    WANTED = "wanted"
    ENGLISH = "english"
    FALLBACK = "fallback"
    WITHHELD = "withheld"
    WRONG = "wrong"
    LISTENED = "listened"
    OLD_BUTTON = "old-button"
    UNSUPPORTED = "unsupported"
    ERROR = "error"
    STEP_LOCALE = "step-locale"
    HELPED = "helped"


CROSSED = frozenset({Counted.STEP_LOCALE, Counted.HELPED})
"""The closed list of crossings, each of a page with one thing more: counted by week, never by day."""


class Verdict(StrEnum):
    """What a person answers to "Did this page help?"."""

    YES = "yes"
    NO = "no"
    UNCLEAR = "unclear"


@dataclass(frozen=True, slots=True)
class Count:
    """One to be added: what was counted, and which value of it."""

    what: Counted
    value: str


def crossed(step: str, other: str) -> str:
    """Return the value of a crossing: a step and one thing more."""
    return f"{step}|{other}"


@dataclass(frozen=True, slots=True)
class Turn:
    """What one input causes."""

    message: Message
    effects: tuple[Effect, ...] = ()
    counts: tuple[Count, ...] = ()
