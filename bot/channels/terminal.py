"""The same conversation in a terminal: numbered buttons, words, commands, @ latitude, longitude."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime

from bot.dialogue.inputs import Commanded, Input, Pressed, Said, SharedPoint, Started
from bot.dialogue.messages import Block, Button, Message
from bot.dialogue.position import Act, encode
from bot.dialogue.turns import PlayAloud
from bot.i18n.bidi import strip_controls
from bot.reception import Reception, Visit

_POINT = re.compile(r"^@\s*(-?[0-9]+(?:\.[0-9]+)?)\s*,\s*(-?[0-9]+(?:\.[0-9]+)?)$")
WIDTH = 72


@dataclass(slots=True)
class Terminal:
    """One conversation in a terminal; `language` stands for the phone's language.

    `played` holds what the person did, each as the line of a talk, and the page that came of it.
    """

    reception: Reception
    now: Callable[[], datetime]
    language: str = "en"
    buttons: tuple[Button, ...] = field(default=())
    played: list[tuple[str, Message]] = field(default_factory=list)

    async def open(self) -> str:
        """Return the first page."""
        return await self._visit("/start", Started())

    async def answer(self, line: str) -> str:
        """Return the page that one typed line leads to: a button's number, a command, a point, or words."""
        typed = line.strip()
        if typed.isdigit() and 0 < int(typed) <= len(self.buttons):
            return await self._press(self.buttons[int(typed) - 1])
        point = _POINT.match(typed)
        if point:
            return await self._visit(typed, SharedPoint(float(point.group(1)), float(point.group(2))))
        if typed.startswith("/"):
            name, _, rest = typed[1:].partition(" ")
            return await self._visit(typed, Started(rest.strip()) if name == "start" else Commanded(name))
        return await self._visit(typed, Said(typed))

    async def _press(self, button: Button) -> str:
        if button.position is None:
            return button.url or button.copies
        if button.position.act is Act.SPEAK:
            self.language = button.position.locale
        data = encode(button.position, self.reception.library.keys)
        return await self._visit(f"[{strip_controls(button.text)}]", Pressed(), data)

    async def _visit(self, line: str, given: Input, button: str = "") -> str:
        visit = Visit("terminal", given, button=button, phone_language=self.language)
        turn = await self.reception.receive(visit, self.now())
        self.played.append((line, turn.message))
        self.buttons = tuple(one for one in turn.message.buttons if not is_share(one))
        played = [effect.recording for effect in turn.effects if isinstance(effect, PlayAloud)]
        lines = [f"\n[{recording.file}, {recording.length}]" for recording in played]
        return "\n".join([write_message(turn.message, self.buttons), *lines])


def is_share(button: Button) -> bool:
    """Tell whether a button asks for the phone's location, which a terminal does not have."""
    return button.position is not None and button.position.act is Act.SHARE


def write_message(message: Message, buttons: tuple[Button, ...]) -> str:
    """Return a page as lines of text with its buttons numbered."""
    lines = [""]
    for block in message.blocks:
        lines += _write_block(block)
    lines.append("")
    lines += [f"{number:>3}  {button.text}" for number, button in enumerate(buttons, 1)]
    return "\n".join(lines)


def _write_block(block: Block) -> list[str]:
    words = "".join(f"{run.text} <{run.link}>" if run.link.startswith("http") else run.text for run in block.runs)
    if block.kind == "heading":
        return [words, "-" * min(len(words), WIDTH)]
    if block.kind == "item":
        return [f"  - {words}"]
    if block.kind == "state":
        return ["", f"({words})"]
    if block.kind == "card":
        return ["", f"[{block.locale}] {words}"]
    return ["", words]
