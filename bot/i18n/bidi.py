"""Direction of mixed text: isolates around inserted values, a mark before paragraphs (UAX #9)."""

import re
import unicodedata

from bot.i18n.locales import direction_of

LEFT_TO_RIGHT_ISOLATE = "\u2066"
FIRST_STRONG_ISOLATE = "\u2068"
POP_ISOLATE = "\u2069"
RIGHT_TO_LEFT_MARK = "\u200f"
CONTROLS = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
_COMMAND = re.compile(r"(?<![\w/])/[a-z]+\b")
_CONTROL = re.compile(f"[{''.join(sorted(CONTROLS))}]")


def isolate(value: str, locale: str) -> str:
    """Keep a number, address or URL in its own left-to-right order inside right-to-left text.

    The mark behind it parts it from a Latin name that follows: two names with a number between them would else be
    one run from left to right, where the last number stands nearest to the beginning (UAX #9, N1).
    """
    if direction_of(locale) == "ltr":
        return value
    return f"{LEFT_TO_RIGHT_ISOLATE}{value}{POP_ISOLATE}{RIGHT_TO_LEFT_MARK}"


def isolate_name(value: str, locale: str) -> str:
    """Keep a name in the order of its own first letter inside right-to-left text."""
    if direction_of(locale) == "ltr":
        return value
    return f"{FIRST_STRONG_ISOLATE}{value}{POP_ISOLATE}"


def isolate_commands(text: str, locale: str) -> str:
    """Keep the commands in a text ("/menu") whole: in right-to-left text the stroke would stand behind the word."""
    return _COMMAND.sub(lambda found: isolate(found[0], locale), text)


def anchor(paragraph: str, locale: str) -> str:
    """Make a right-to-left paragraph start from the right even if its first letter is Latin.

    Letters inside isolates count too: the rules pass over them (UAX #9, P2), but browsers do not (`dir=auto` in
    HTML), and Telegram is read in both.
    """
    if direction_of(locale) == "ltr" or not paragraph:
        return paragraph
    strong = (kind for kind in map(unicodedata.bidirectional, paragraph) if kind in {"L", "R", "AL"})
    return paragraph if next(strong, "L") != "L" else RIGHT_TO_LEFT_MARK + paragraph


def strip_controls(text: str) -> str:
    """Return the text without invisible direction characters, as a link or a number needs it."""
    return _CONTROL.sub("", text)
