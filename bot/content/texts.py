"""Every translatable string of the content, with its context: what goes into the catalogues."""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from bot.content.model import Bot, Flow, Notice, Step, Term
from bot.i18n.catalogues import SourceText

BUTTON_LIMIT = 40
"""Characters of a button in English; a phone of 320 px shows about 34 in two lines."""
TITLE_LIMIT = 60
TEXT_LIMIT = 700
"""Characters of a page in English (issue of the content: longer pages are split)."""
RESERVED_DOMAINS = ("interface", "bot", "glossary", "notices", "places")


def step_context(step: Step, part: str) -> str:
    """Return the context of one part of a step: flow.step.text."""
    return f"{step.id}.{part}"


def flow_texts(flow: Flow) -> Iterator[SourceText]:
    """Yield the texts of a flow in the order of the file."""
    sheet = f"{flow.flow}/"
    yield SourceText(flow.flow, f"{flow.flow}.title", flow.title, "Title of the topic.", TITLE_LIMIT, flow.title, sheet)
    for step in flow.steps.values():
        for source in _step_texts(step):
            yield replace(source, page=step.title, path=f"{flow.flow}/{step.name}")


def _step_texts(step: Step) -> Iterator[SourceText]:
    yield SourceText(step.flow, step_context(step, "title"), step.title, "Heading of the page.", TITLE_LIMIT)
    yield SourceText(step.flow, step_context(step, "text"), step.text, step.note)
    for option in step.options:
        context = step_context(step, f"option.{option.slug}")
        yield SourceText(step.flow, context, option.text, "Button.", BUTTON_LIMIT)
    if step.keywords:
        words = ", ".join(step.keywords)
        hint = "Words people type to find this page, with commas; add forms of your language."
        yield SourceText(step.flow, step_context(step, "keywords"), words, hint)


def bot_texts(bot: Bot) -> Iterator[SourceText]:
    """Yield the texts of bot.yaml."""
    yield SourceText("bot", "bot.description", bot.description, "Shown before the first message.", 512)
    yield SourceText("bot", "bot.about", bot.about, "Shown on the bot's profile.", 120)
    for entry in bot.menu:
        yield SourceText("bot", menu_context(entry.to), entry.text, "Button of the menu.", BUTTON_LIMIT)
    for kind in bot.kinds.values():
        yield SourceText("bot", f"bot.kind.{kind.id}", kind.text, "A kind of places; a button.", BUTTON_LIMIT)
    for province, name in bot.provinces.items():
        yield SourceText("bot", f"bot.province.{province}", name, "A province; a button.", BUTTON_LIMIT)


def menu_context(target: str | None) -> str:
    """Return the context of a menu button from where it leads."""
    return f"bot.menu.{(target or 'places').replace('.', '-')}"


def term_texts(terms: Mapping[str, Term]) -> Iterator[SourceText]:
    """Yield the texts of the glossary."""
    for term in terms.values():
        yield SourceText("glossary", f"glossary.{term.id}.term", term.term, term.note)
        yield SourceText("glossary", f"glossary.{term.id}.text", term.text, term.note)


def notice_texts(notices: Mapping[str, Notice]) -> Iterator[SourceText]:
    """Yield the texts of the notices."""
    for notice in notices.values():
        yield SourceText("notices", f"notices.{notice.id}", notice.text, "Short-lived message.")


def phrase_texts(phrases: Mapping[str, str]) -> Iterator[SourceText]:
    """Yield the bot's own words."""
    for name, text in phrases.items():
        yield SourceText("interface", f"interface.{name}", text)
