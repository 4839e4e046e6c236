"""Screens as one page that works without internet and without JavaScript; each screen is as wide as a small phone."""

from collections.abc import Iterable, Iterator, Sequence
from html import escape
from importlib.resources import files

from bot.browsing import csp_hash
from bot.channels.pictograms import PICTOGRAMS
from bot.content.library import Library
from bot.dialogue.messages import Block, Button
from bot.dialogue.position import Act
from bot.editors.screens import Screen, Section, Sheet, Variant
from bot.i18n.locales import LANGUAGES, SOURCE_LOCALE, direction_of

_OPEN_SHEETS = 60
"""Up to so many pages, all topics are unfolded from the start."""


def write_screens(library: Library, sections: Sequence[Section], locales: Sequence[str], note: str = "") -> str:
    """Return the whole page.

    Args:
        library: the content, for the bot's name and the topics in the contents.
        sections: what is shown.
        locales: the languages, in the order of the columns.
        note: a sentence on what is shown: since when, from which content.
    """
    style = files("bot.editors").joinpath("screens.css").read_text(encoding="utf-8") + _switches(locales)
    count = sum(len(section.sheets) for section in sections)
    title = f"{library.bot.name}: {'1 screen' if count == 1 else f'{count} screens'}"
    ids = {sheet.id for section in sections for sheet in section.sheets}
    parts = [
        '<!doctype html><html lang="en"><meta charset="utf-8">',
        f'<meta http-equiv="Content-Security-Policy" content="default-src \'none\'; style-src {csp_hash(style)}">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        f"<title>{escape(title)}</title><style>{style}</style>",
        *_choices(locales),
        f"<header><h1>{escape(title)}</h1><p>{escape(note)}",
        "<p>The buttons at the foot of every page (back, menu, emergency, language) are left out here.",
        *_contents(sections),
        "</header><main>",
    ]
    for section in sections:
        is_open = " open" if count <= _OPEN_SHEETS else ""
        parts.append(f"<details{is_open}><summary>{escape(section.title)}</summary>")
        parts += [line for sheet in section.sheets for line in _sheet(sheet, ids)]
        parts.append("</details>")
    return "\n".join([*parts, "</main></html>", ""])


def _switches(locales: Iterable[str]) -> str:
    """Return the rules that hide a language whose box is not ticked; no script is needed."""
    return "".join(f"#show-{locale}:not(:checked)~main .l-{locale}{{display:none}}" for locale in locales)


def _choices(locales: Iterable[str]) -> Iterator[str]:
    for locale in locales:
        name = escape(LANGUAGES[locale].own_name)
        yield f'<input type="checkbox" id="show-{locale}" checked>'
        yield f'<label for="show-{locale}" lang="{locale}">{name}</label>'


def _contents(sections: Iterable[Section]) -> Iterator[str]:
    yield "<nav><ul>"
    for section in sections:
        first = section.sheets[0].id  # A link to what is inside unfolds a topic; one to the topic itself does not.
        yield f'<li><a href="#{first}">{escape(section.title)}</a> {len(section.sheets)}'
    yield "</ul></nav>"


def _sheet(sheet: Sheet, ids: set[str]) -> Iterator[str]:
    yield f'<section id="{sheet.id}"><h2>{escape(sheet.title)} <a href="#{sheet.id}">{sheet.id}</a></h2><div>'
    for screen in sheet.screens:
        if screen.locale in sheet.before:
            yield from _screen(sheet.before[screen.locale], ids, "before")
            yield from _screen(screen, ids, "now")
        else:
            yield from _screen(screen, ids)
    yield "</div></section>"


def _screen(screen: Screen, ids: set[str], when: str = "") -> Iterator[str]:
    """Yield a screen; variants with the same words show only their buttons."""
    locale = screen.locale
    name = f"{LANGUAGES[locale].own_name}{', ' if when else ''}{when}"
    kind = f"l-{locale}" + (" old" if when == "before" else "")
    yield f'<article class="{kind}" lang="{locale}" dir="{direction_of(locale)}"><h3 dir="auto">{escape(name)}</h3>'
    shown: tuple[Block, ...] = ()
    for variant in screen.variants:
        if len(screen.variants) > 1:
            yield f'<p class="if" lang="en" dir="ltr">{escape(_label(variant))}</p>'
        if variant.blocks != shown:
            yield from _blocks(variant.blocks, locale)
            shown = variant.blocks
        if variant.rows:
            yield f"<div>{''.join(_button(button, ids) for row in variant.rows for button in row)}</div>"
    yield "</article>"


def _label(variant: Variant) -> str:
    """Return for which answers a variant is shown."""
    named = [" and ".join(f"{question}: {answer}" for question, answer in one) for one in variant.answers]
    return f"After {' or '.join(name or 'no answer' for name in named)}"


def _blocks(blocks: Iterable[Block], locale: str) -> Iterator[str]:
    is_list = False
    for block in blocks:
        if (block.kind == "item") is not is_list:
            is_list = block.kind == "item"
            yield "<ul>" if is_list else "</ul>"
        foreign = f' lang="{block.locale}" dir="{direction_of(block.locale)}"' if block.locale != locale else ""
        words = "".join(_run(run.text, bold=run.bold, italic=run.italic) for run in block.runs)
        yield {
            "heading": f"<h4{foreign}>{escape(block.words)}</h4>",
            "item": f"<li{foreign}>{words}",
            "state": f"<p class=state{foreign}>{words}",
            "card": f"<p class=card{foreign}>{words}",
        }.get(block.kind, f"<p{foreign}>{words}")
    if is_list:
        yield "</ul>"


def _run(text: str, *, bold: bool, italic: bool) -> str:
    words = escape(text, quote=False)
    words = f"<b>{words}</b>" if bold else words
    return f"<i>{words}</i>" if italic else words


def _button(button: Button, ids: set[str]) -> str:
    """Return a button; it is a link if the page holds the screen that it leads to."""
    words = f"{PICTOGRAMS.get(button.icon, '')} {escape(button.text, quote=False)}".strip()
    goal = button.position.thing.removeprefix("step:") if button.position else ""
    if button.position and button.position.act is Act.STEP and goal in ids:
        return f'<a class=b href="#{goal}">{words}</a>'
    return f"<span class=b>{words}</span>"


def default_locales(library: Library) -> tuple[str, ...]:
    """Return English and the first other language of bot.yaml."""
    others = [locale for locale in library.locales if locale != SOURCE_LOCALE]
    return (SOURCE_LOCALE, *others[:1])
