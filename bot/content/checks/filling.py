"""Facts filled into a text as a reader sees them, even while some facts are still wrong."""

from bot.content.facts import find_fault, show_fact
from bot.content.library import Library
from bot.content.model import Fact
from bot.content.phrases import fill, placeholders


def fill_shown(library: Library, text: str, locale: str) -> str:
    """Return the text with each sound fact in it; an unknown or faulty one stays as written."""
    facts = [library.facts[name] for name in placeholders(text) if name in library.facts]
    shown = {fact.id: show_fact(fact, locale).text for fact in facts if not list(faults_of(fact))}
    return fill(text, shown)


def faults_of(fact: Fact) -> dict[str, str]:
    """Return what is wrong with a fact's values: locale, or "" for all others -> fault."""
    values = {"": fact.value, **fact.local}
    faults = {locale: find_fault(fact.model_copy(update={"value": value})) for locale, value in values.items()}
    return {locale: fault for locale, fault in faults.items() if fault}
