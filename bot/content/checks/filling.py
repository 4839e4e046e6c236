"""Facts filled into a text as a reader sees them, even while some facts are still wrong."""

from bot.content.facts import find_fault, show_fact
from bot.content.library import Library
from bot.content.model import Fact
from bot.content.phrases import fill, placeholders

_UNITS = 42
"""Characters that a language at most adds to the value of a fact: the name of a month, of a unit, of a currency."""


def fill_shown(library: Library, text: str, locale: str) -> str:
    """Return the text with each sound fact in it; an unknown or faulty one stays as written."""
    if "{" not in text:
        return text
    facts = [library.facts[name] for name in placeholders(text) if name in library.facts]
    shown = {fact.id: show_fact(fact, locale).text for fact in facts if not list(faults_of(fact))}
    return fill(text, shown)


def longest_filled(library: Library, text: str) -> int:
    """Return how many characters a text has at most with its facts in it, in any language, without showing one."""
    if "{" not in text:
        return len(text)
    facts = [library.facts[name] for name in placeholders(text) if name in library.facts]
    longest = max((2 * max(map(len, (fact.value, *fact.local.values()))) + _UNITS for fact in facts), default=0)
    return len(text) + text.count("{") * longest


def faults_of(fact: Fact) -> dict[str, str]:
    """Return what is wrong with a fact's values: locale, or "" for all others -> fault."""
    values = {"": fact.value, **fact.local}
    faults = {locale: find_fault(fact.model_copy(update={"value": value})) for locale, value in values.items()}
    return {locale: fault for locale, fault in faults.items() if fault}
