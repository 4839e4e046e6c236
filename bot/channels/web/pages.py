"""A message as an HTML page."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import groupby

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from bot.channels.web.assets import SCRIPT, style_of
from bot.channels.web.audio import find_player
from bot.channels.web.links import link_of, sheet_path, step_path
from bot.channels.web.pictograms import draw
from bot.content.facts import OPERATOR
from bot.content.library import Library
from bot.content.phrases import Phrase
from bot.dialogue.listening import LISTENING
from bot.dialogue.messages import Block, Button, Message
from bot.dialogue.position import Act, Position, encode
from bot.dialogue.words import fill_facts
from bot.i18n.bidi import isolate_name
from bot.i18n.locales import LANGUAGES, direction_of, in_pairs

TEMPLATES = Environment(
    loader=PackageLoader("bot.channels.web"), autoescape=True, undefined=StrictUndefined, trim_blocks=True,
    lstrip_blocks=True,
)  # fmt: skip
_SAID = (
    Phrase.SKIP, Phrase.LEAVE, Phrase.LEAVE_HOW, Phrase.MENU, Phrase.LANGUAGE, Phrase.WRITE_HERE, Phrase.SEND,
    Phrase.PAGE_LINK, Phrase.SHEET, Phrase.LOCATION_REFUSED, Phrase.OFFLINE, Phrase.OFFLINE_HOW, Phrase.OFFLINE_KEEP,
    Phrase.OFFLINE_KEPT, Phrase.OFFLINE_REMOVE, Phrase.OFFLINE_REMOVED, Phrase.OFFLINE_ABSENT, Phrase.OFFLINE_UNABLE,
)  # fmt: skip
_ELSEWHERE = frozenset({Act.HIDE, Act.LANGUAGES}) | LISTENING
"""What a browser has in its own form: the button for leaving, the list of languages, a player."""
_FIRST = frozenset({Act.MENU, Act.LANGUAGES})


@dataclass(frozen=True, slots=True)
class WebButton:
    """A control of the page: a link, or a button that posts a position. `locale` is set if it changes the language."""

    text: str
    drawing: Markup
    link: str = ""
    data: str = ""
    locale: str = ""
    is_share: bool = False

    @property
    def direction(self) -> str:
        """The direction of its words."""
        return direction_of(self.locale)

    @property
    def is_foreign(self) -> bool:
        """Whether it leads to another site."""
        return not self.link.startswith("/")


@dataclass(frozen=True, slots=True)
class Group:
    """Blocks of one kind and language that belong together: a list, a card."""

    kind: str
    locale: str
    direction: str
    blocks: tuple[Block, ...]


def write_page(library: Library, message: Message, here: Position | None, base: str) -> str:
    """Return the whole HTML of a message.

    Args:
        library: all content.
        message: what the page says.
        here: where the person is, or None if the page is none of the conversation (an address that leads nowhere).
        base: the address of the site, without a slash at the end; for the link to this page.
    """
    locale, path = message.locale, _own_path(library, here)
    page = frame_of(library, locale) | {
        "title": message.title,
        "path": path,
        "sheet_link": _sheet_link(library, here),
        "address": f"{base}{path}" if path else "",
        "alternates": list(_alternates(library, here, base)) if path else [],
        "explains_leaving": _comes_first(library, here),
        "has_heading": any(block.kind == "heading" for block in message.blocks),
        "groups": list(_groups(message.blocks)),
        "rows": _rows(library, message),
        "languages": _languages(library, message),
        "language_drawing": draw("language"),
        "search_drawing": draw("search"),
        "print_drawing": draw("print"),
        "player": find_player(message),
        "listen_drawing": draw("listen"),
    }
    return TEMPLATES.get_template("page.html").render(page=page, say=say_all(library, locale))


def frame_of(library: Library, locale: str) -> dict[str, object]:
    """Return what every page of the site shows around its words."""
    web = library.bot.web
    browser = library.steps[library.bot.pages.browser]
    operator = isolate_name(fill_facts(library, f"{{{OPERATOR}}}", locale), locale)
    return {
        "locale": locale,
        "direction": direction_of(locale),
        "name": library.bot.name,
        "style": Markup(style_of(web.colour)),  # noqa: S704 - our own file
        "script": Markup(SCRIPT),  # noqa: S704 - our own file
        "leave": web.leave,
        "leave_drawing": draw("leave"),
        "browser_link": step_path(locale, browser.id),
        "browser_title": library.text(locale, f"{browser.id}.title"),
        "offline_link": f"/offline/{locale}" if web.offline else "",
        "run_by": library.say(locale, Phrase.RUN_BY, organisation=operator),
    }


def say_all(library: Library, locale: str) -> dict[str, str]:
    """Return the words that the templates ask for by name."""
    return {phrase.value.replace("-", "_"): library.say(locale, phrase) for phrase in _SAID}


def _own_path(library: Library, here: Position | None) -> str:
    """Return the address of the page itself, without answers and way; "" for a page that has none."""
    if here is None:
        return ""
    return link_of(library, Position(here.act, here.locale, here.thing)) or ""


def _sheet_link(library: Library, here: Position | None) -> str:
    """Return where the topic of a page stands on paper; "" for a page of no topic."""
    step = library.steps.get(here.thing.removeprefix("step:")) if here else None
    return sheet_path(here.locale, step.flow) if here and step else ""


def _alternates(library: Library, here: Position | None, base: str) -> Iterator[tuple[str, str]]:
    if here is not None:
        for locale in library.locales:
            yield locale, f"{base}{_own_path(library, replace(here, locale=locale))}"
    yield "x-default", f"{base}/"


def _comes_first(library: Library, here: Position | None) -> bool:
    """Tell whether people begin on this page: it explains the button for leaving before anything else."""
    return here is None or here.act in _FIRST or here.thing == f"step:{library.bot.pages.welcome}"


def _rows(library: Library, message: Message) -> list[list[WebButton]]:
    """Return the rows of controls; the ways home share one row once the languages have left theirs."""
    rows: list[list[WebButton]] = []
    for row in message.rows:
        kept = [_button(library, one, message.locale) for one in row if not _is_elsewhere(one)]
        if rows and 0 < len(kept) < len(row):
            rows[-1] += kept
        else:
            rows.append(kept)
    return [row for row in rows if row]


def _is_elsewhere(button: Button) -> bool:
    return button.position is not None and button.position.act in _ELSEWHERE


def _button(library: Library, button: Button, page_locale: str) -> WebButton:
    drawing = draw(button.icon)
    position = button.position
    if position is None:
        return WebButton(button.text, drawing, button.url)
    if position.act is Act.SHARE:
        return WebButton(button.text, drawing, is_share=True)
    locale = position.locale if position.locale != page_locale else ""
    link = link_of(library, position)
    return WebButton(button.text, drawing, link or "", "" if link else encode(position, library.keys), locale)


def _languages(library: Library, message: Message) -> list[WebButton]:
    """Return a control for each other language: the same page there, with the answers kept."""
    positions = [one.position for one in message.buttons if one.position and one.position.act is Act.LANGUAGES]
    return [
        _button(library, Button(LANGUAGES[other].own_name, position=_in(here, other)), message.locale)
        for here in positions
        for row in in_pairs(other for other in library.locales if other != message.locale)
        for other in row
    ]


def _in(here: Position, locale: str) -> Position:
    return replace(here, act=Act.SPEAK, locale=locale)


def _groups(blocks: Iterable[Block]) -> Iterable[Group]:
    for (kind, locale), members in groupby(blocks, key=lambda block: (block.kind, block.locale)):
        yield Group(kind, locale, direction_of(locale), tuple(members))
