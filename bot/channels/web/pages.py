"""A message as an HTML page."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby

from jinja2 import Environment, PackageLoader, StrictUndefined

from bot.channels.pictograms import PICTOGRAMS
from bot.channels.web.audio import find_player
from bot.channels.web.links import is_shown, link_of
from bot.content.library import Library
from bot.content.phrases import Phrase
from bot.dialogue.messages import Block, Button, Message
from bot.dialogue.position import encode
from bot.i18n.locales import direction_of

_TEMPLATES = Environment(
    loader=PackageLoader("bot.channels.web"), autoescape=True, undefined=StrictUndefined, trim_blocks=True,
    lstrip_blocks=True,
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class WebButton:
    """A button in the page: a link, or a form that posts a position."""

    text: str
    pictogram: str
    link: str
    data: str


@dataclass(frozen=True, slots=True)
class Group:
    """Blocks of one kind and language that belong together: a list, a card."""

    kind: str
    locale: str
    direction: str
    blocks: tuple[Block, ...]


def write_page(library: Library, message: Message) -> str:
    """Return the whole HTML of a message."""
    rows = [[_button(library, one) for one in row if is_shown(one.position)] for row in message.rows]
    return _TEMPLATES.get_template("page.html").render(
        locale=message.locale,
        direction=direction_of(message.locale),
        title=message.title,
        name=library.bot.name,
        groups=list(_groups(message.blocks)),
        player=find_player(message),
        rows=[row for row in rows if row],
        search=library.say(message.locale, Phrase.WRITE_HERE),
        send=library.say(message.locale, Phrase.SEND),
    )


def _button(library: Library, button: Button) -> WebButton:
    pictogram = PICTOGRAMS.get(button.icon, "")
    if button.position is None:
        return WebButton(button.text, pictogram, button.url, "")
    link = link_of(library, button.position)
    data = "" if link else encode(button.position, library.keys)
    return WebButton(button.text, pictogram, link or "", data)


def _groups(blocks: Iterable[Block]) -> Iterable[Group]:
    for (kind, locale), members in groupby(blocks, key=lambda block: (block.kind, block.locale)):
        yield Group(kind, locale, direction_of(locale), tuple(members))
