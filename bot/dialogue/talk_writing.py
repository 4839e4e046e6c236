"""Writes a talk from a conversation that was played, so that it holds today and says what matters of each page."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from bot.content.library import Library
from bot.content.markup import plain_words
from bot.content.model import Option, Step
from bot.content.talks import Talk, read_talk
from bot.content.texts import step_context
from bot.dialogue.messages import Message, Row
from bot.dialogue.position import Act
from bot.dialogue.talk_runner import Played, play_talk
from bot.dialogue.turns import Counted
from bot.dialogue.words import fill_facts
from bot.i18n.bidi import strip_controls

LONGEST_LINE = 120
"""A longer sentence is no line that somebody wants to mend by hand."""
SHOWN_BUTTONS = 3
NAVIGATION_ROWS = 2
"""Rows that every page has: back and menu, emergency and language."""
_FILE = "recorded.talk"


@dataclass(frozen=True, slots=True)
class Conversation:
    """What was played: each act as the line of a talk, with the page that came of it, in which languages, and when."""

    acts: Sequence[tuple[str, Message]]
    languages: Sequence[str]
    at: datetime


def write_talk(library: Library, title: str, played: Conversation) -> str | None:
    """Return a talk that holds today; None if the conversation cannot be written as one.

    Facts stand in it by their names, so that a changed number breaks nothing. The moment stands in it only if the
    pages are others without it.
    """
    for at in (None, played.at):
        for locale in dict.fromkeys(reversed(played.languages)):
            head = [f"talk: {title}", f"locale: {locale}", *([f"at: {at:%Y-%m-%d %H:%M}"] if at else []), ""]
            talk = _read([*head, *(f"> {line}" for line, _ in played.acts)])
            turns, faults = play_talk(library, talk) if talk else ((), ())
            if talk is None or faults or not _is_same(turns, played.acts):
                continue
            text = "\n".join([*head, *_lines(library, turns), ""])
            written = _read(text.splitlines())
            if written is not None and not play_talk(library, written)[1]:
                return text
    return None


def shown_step(library: Library, played: Played) -> Step | None:
    """Return the step that a turn showed, or None if its page is no step's."""
    for count in played.turn.counts:
        if count.what is Counted.STEP and count.value in library.steps:
            return library.steps[count.value]
    return None


def pressed_option(library: Library, before: Played, played: Played) -> Option | None:
    """Return the option of a step that was pressed, or None if it was another button."""
    step, message = shown_step(library, before), before.turn.message
    for option in step.options if step else ():
        text = library.text(message.locale, step_context(step, f"option.{option.slug}")) if step else ""
        if _plain(fill_facts(library, text, message.locale)) == _plain(
            fill_facts(library, played.line.text, message.locale)
        ):
            return option
    return None


def _read(lines: Sequence[str]) -> Talk | None:
    return read_talk(_FILE, "\n".join(lines).encode())[0]


def _is_same(turns: Sequence[Played], acts: Sequence[tuple[str, Message]]) -> bool:
    """Tell whether the same pages came again; the language of the phone decides on a first page that nobody reads."""
    pages = [played.turn.message for played in turns]
    wanted = [message for _, message in acts]
    return len(pages) == len(wanted) and [page.words for page in pages[1:]] == [page.words for page in wanted[1:]]


def _lines(library: Library, turns: Sequence[Played]) -> Iterator[str]:
    for number, played in enumerate(turns):
        before = turns[number - 1] if number else None
        yield f"> {_act(library, before, played)}"
        yield from (f"< {line}" for line in _characteristic(library, played))
    if turns:
        rows = [row for row in turns[-1].turn.message.rows[:-NAVIGATION_ROWS] if not _asks_whether_it_helped(row)]
        options = [button for row in rows[:SHOWN_BUTTONS] for button in row[:1]]
        yield from (f"< [{strip_controls(button.text)}]" for button in options if not _has_digit(button.text))


def _asks_whether_it_helped(row: Row) -> bool:
    return any(button.position is not None and button.position.act is Act.HELPED for button in row)


def _act(library: Library, before: Played | None, played: Played) -> str:
    """Return what the person did; a button with a fact in its words is named by the fact."""
    written = played.line.mark.quote.removeprefix("> ")
    option = pressed_option(library, before, played) if before and written.startswith("[") else None
    step = shown_step(library, before) if before else None
    if option is None or step is None or before is None:
        return written
    return f"[{library.text(before.turn.message.locale, step_context(step, f'option.{option.slug}'))}]"


def _characteristic(library: Library, played: Played) -> list[str]:
    """Return a page's heading, and a sentence of it: the first with a fact, else the first."""
    message, step = played.turn.message, shown_step(library, played)
    locale = message.locale
    if step is None:
        lines = [strip_controls(message.title)]
        return [line for line in lines if line and not _has_digit(line) and _stands_in(library, line, message)]
    title, text = (library.text(locale, step_context(step, part)) for part in ("title", "text"))
    sentences = [line for line in _sentences(plain_words(text)) if len(line) <= LONGEST_LINE]
    best = next((line for line in sentences if "{" in line), sentences[0] if sentences else "")
    return [line for line in (title, best) if line and _stands_in(library, line, message)]


def _sentences(text: str) -> Iterator[str]:
    for line in text.splitlines():
        for sentence in line.replace(". ", ".\n").splitlines():
            if sentence.strip():
                yield sentence.strip()


def _stands_in(library: Library, line: str, message: Message) -> bool:
    """Tell whether a line holds as a line of a talk: it is on the page, and nothing of it is read as a sign."""
    is_plain = not line.startswith(("[", "!", "#")) and "  #" not in line
    return is_plain and _plain(fill_facts(library, line, message.locale)) in _plain(message.words)


def _has_digit(text: str) -> bool:
    """Tell whether a text that is not of a step holds a number, which may be another one tomorrow."""
    return any(sign.isdigit() for sign in text)


def _plain(text: str) -> str:
    return " ".join(strip_controls(text).casefold().split())
