"""Reading talks: conversations that must stay true, as editors write them."""

import re
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from zoneinfo import ZoneInfo

from bot.content.issues import Issue, Mark, error

BELGIUM = ZoneInfo("Europe/Brussels")


class Move(StrEnum):
    """What one line of a talk is."""

    SAYS = "says"
    PRESSES = "presses"
    SHARES = "shares"
    SEES = "sees"
    SEES_NOT = "sees-not"
    SEES_BUTTON = "sees-button"
    SEES_NO_BUTTON = "sees-no-button"


@dataclass(frozen=True, slots=True)
class TalkLine:
    """One move of a talk and where it is written."""

    move: Move
    text: str
    mark: Mark


@dataclass(frozen=True, slots=True)
class Talk:
    """A conversation: its title, language, the moment it happens (None: the content date), and its moves."""

    file: str
    title: str
    locale: str
    at: datetime | None
    lines: tuple[TalkLine, ...]


_COMMENT = re.compile(r"(^|\s{2,})#.*$")
_HEADER = re.compile(r"^(talk|locale|at):\s*(.+)$")
_MOVE = re.compile(r"^(>|<!|<)\s*(.+)$")
_BUTTON = re.compile(r"^\[(.+)\]$")


def read_talk(file: str, data: bytes) -> tuple[Talk | None, tuple[Issue, ...]]:
    """Read one talk; return it, or None and what is wrong with it."""
    headers: dict[str, str] = {}
    lines: list[TalkLine] = []
    issues: list[Issue] = []
    for number, written in enumerate(data.decode("utf-8-sig", errors="replace").splitlines(), 1):
        mark = Mark(file, number, 1, written)
        line = _COMMENT.sub("", written).strip()
        header, move = _HEADER.match(line), _MOVE.match(line)
        if header:
            headers[header.group(1)] = header.group(2).strip()
        elif move:
            lines.append(_read_move(move.group(1), move.group(2).strip(), mark))
        elif line:
            sentence = "A line of a talk begins with > (the person) or < (the bot)."
            issues.append(error("talk-line", mark, sentence, "Compare the section on talks in docs/editors.md."))
    top = Mark(file)
    for name in ("talk", "locale"):
        if name not in headers:
            sentence = f'The talk has no line "{name}: …".'
            issues.append(error("talk-header", top, sentence, "Write it in the first lines."))
    moment, fault = _read_moment(headers.get("at"), top)
    issues += fault
    if issues:
        return None, tuple(issues)
    return Talk(file, headers["talk"], headers["locale"], moment, tuple(lines)), ()


def _read_move(sign: str, text: str, mark: Mark) -> TalkLine:
    button = _BUTTON.match(text)
    if sign == ">":
        if button:
            return TalkLine(Move.PRESSES, button.group(1), mark)
        if text.startswith("@"):
            return TalkLine(Move.SHARES, text[1:].strip(), mark)
        return TalkLine(Move.SAYS, text, mark)
    if button:
        return TalkLine(Move.SEES_BUTTON if sign == "<" else Move.SEES_NO_BUTTON, button.group(1), mark)
    return TalkLine(Move.SEES if sign == "<" else Move.SEES_NOT, text, mark)


def _read_moment(text: str | None, mark: Mark) -> tuple[datetime | None, list[Issue]]:
    if text is None:
        return None, []
    try:
        return datetime.strptime(text, "%Y-%m-%d %H:%M").replace(tzinfo=BELGIUM), []
    except ValueError:
        sentence = f'"{text}" is not a moment.'
        return None, [error("talk-header", mark, sentence, "Write it as 2026-11-23 20:00.")]
