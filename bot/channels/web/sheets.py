"""A topic for paper as one HTML file: its style is inside, it has no script, and it asks for fonts at most."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from bot.channels.web.links import link_of
from bot.channels.web.qr_codes import draw_code
from bot.channels.web.sheet_style import sheet_style
from bot.content.library import Library
from bot.content.model import Flow
from bot.content.phrases import Phrase
from bot.dialogue.messages import Block
from bot.dialogue.position import Act, Position
from bot.dialogue.sheet import Reference, Section, Sheet
from bot.i18n.locales import direction_of

_TEMPLATES = Environment(
    loader=PackageLoader("bot.channels.web"), autoescape=True, undefined=StrictUndefined, trim_blocks=True,
    lstrip_blocks=True,
)  # fmt: skip
OFFLINE_POLICY = "default-src 'none'; style-src 'unsafe-inline'; font-src data:"
"""What a file that was mailed may do: use the style and the fonts that are in it."""


@dataclass(frozen=True, slots=True)
class Paper:
    """A sheet as HTML, and the style in it, which a server must allow by its hash."""

    html: str
    style: str


@dataclass(frozen=True, slots=True)
class Passage:
    """Blocks of one kind and language that stand together: a list, a part of a card."""

    kind: str
    locale: str
    direction: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Onward:
    """References that lead to the same: a page of the sheet, another topic, or nowhere on paper."""

    number: int
    topic: str
    references: tuple[Reference, ...]


def write_sheet(library: Library, sheet: Sheet, address: str, faces: str, *, is_file: bool = False) -> Paper:
    """Return a sheet as HTML.

    Args:
        library: all content.
        sheet: the topic.
        address: where the site is, without a slash at its end; empty: no QR code and no address.
        faces: the fonts, as CSS.
        is_file: whether the sheet is a file that works alone; else it is a page of the site.
    """
    flow = library.flows[sheet.flow]
    link = topic_address(library, flow, sheet.locale, address)
    style = sheet_style(library, sheet, faces)
    html = _TEMPLATES.get_template("sheet.html").render(
        sheet=sheet,
        direction=direction_of(sheet.locale),
        direction_of=direction_of,
        name=library.bot.name,
        link=link,
        qr=draw_code(link) if link else "",
        policy=OFFLINE_POLICY if is_file else "",
        style=Markup(style),  # noqa: S704 - our own CSS; what comes from content is escaped in it
        passages=_passages,
        onward=_onward,
        say=_words(library, sheet.locale),
    )
    return Paper(html, style)


def topic_address(library: Library, flow: Flow, locale: str, address: str) -> str:
    """Return the whole address of a topic's first page, or nothing if the site has no address."""
    path = link_of(library, Position(Act.STEP, locale, f"step:{flow.start}"))
    return f"{address}{path}" if address else ""


def _words(library: Library, locale: str) -> dict[str, str]:
    """Return the sheet's own words in its language."""
    phrases = {
        "how": Phrase.SHEET_HOW,
        "address": Phrase.SHEET_ADDRESS,
        "pages": Phrase.SHEET_PAGES,
        "go_on": Phrase.SHEET_GO_ON,
        "other": Phrase.SHEET_OTHER,
        "online": Phrase.SHEET_ONLINE,
        "sources": Phrase.SHEET_SOURCES,
    }
    words = {name: library.say(locale, phrase) for name, phrase in phrases.items()}
    return words | {"answers": library.text(locale, f"interface.{Phrase.SHEET_ANSWER.value}")}


def _passages(blocks: Iterable[Block]) -> Iterator[Passage]:
    for (kind, locale), members in groupby(blocks, key=lambda block: (block.kind, block.locale)):
        yield Passage(kind, locale, direction_of(locale), tuple(members))


def _onward(section: Section) -> dict[str, list[Onward]]:
    """Return a page's references by where they lead, in the order in which they stood."""
    grouped: dict[tuple[int, str], list[Reference]] = {}
    for reference in section.references:
        grouped.setdefault((reference.number, reference.topic), []).append(reference)
    found = [Onward(number, topic, tuple(members)) for (number, topic), members in grouped.items()]
    return {
        "pages": [one for one in found if one.number],
        "topics": [one for one in found if one.topic],
        "online": [one for one in found if not one.number and not one.topic],
    }
