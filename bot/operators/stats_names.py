"""Values of counters as operators read them: titles of pages, own names of languages, names of campaigns."""

from bot.content.library import Library
from bot.dialogue.turns import Counted
from bot.dialogue.words import fill_facts
from bot.i18n.bidi import FIRST_STRONG_ISOLATE, POP_ISOLATE
from bot.i18n.locales import LANGUAGES, SOURCE_LOCALE, language_name

_LONGEST = 60
_PAGES = frozenset({Counted.STEP, Counted.WITHHELD, Counted.WRONG, Counted.LISTENED, Counted.HELPED})
_LOCALES = frozenset({Counted.LOCALE, Counted.ENGLISH, Counted.FALLBACK, Counted.OLD_BUTTON})


def name_value(library: Library, what: Counted, value: str) -> str:
    """Return the name of a value with its id; the id alone where the content does not know it any more."""
    name = _find_name(library, what, value)
    return f"{_shorten(name)} ({value})" if name else value


def own_name(locale: str) -> str:
    """Return what a language calls itself, or its code."""
    return LANGUAGES[locale].own_name if locale in LANGUAGES else locale


def _find_name(library: Library, what: Counted, value: str) -> str:
    if what in _PAGES:
        step = library.find_step(value)
        return fill_facts(library, step.title, SOURCE_LOCALE) if step else ""
    if what in _LOCALES:
        # The isolate keeps the number behind a name in Arabic letters where it belongs.
        return f"{FIRST_STRONG_ISOLATE}{own_name(value)}{POP_ISOLATE}" if value in LANGUAGES else ""
    if what is Counted.WANTED:
        name = language_name(value, SOURCE_LOCALE)
        return "" if name == value else name
    campaign = library.campaigns.get(value) if what is Counted.CAMPAIGN else None
    return campaign.name if campaign else ""


def _shorten(name: str) -> str:
    return name if len(name) <= _LONGEST else f"{name[: _LONGEST - 1].rstrip()}…"
