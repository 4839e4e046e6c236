"""What operators read in place of an id: the title of a page, the own name of a language, the name of a campaign."""

from collections.abc import Mapping

from bot.content.library import Library
from bot.dialogue.turns import Counted, Verdict
from bot.dialogue.words import fill_facts
from bot.i18n.bidi import FIRST_STRONG_ISOLATE, POP_ISOLATE, strip_controls
from bot.i18n.locales import LANGUAGES, SOURCE_LOCALE, language_name

_LANGUAGES = frozenset({Counted.LOCALE, Counted.ENGLISH, Counted.FALLBACK, Counted.OLD_BUTTON, Counted.WANTED})
_PAGES = frozenset({Counted.STEP, Counted.WITHHELD, Counted.WRONG, Counted.LISTENED, Counted.HELPED})
_LONGEST = 60
_USUAL: Mapping[str, str] = {"kmr": "Kurmanji", "ckb": "Sorani"}
"""English names that tell two languages apart (CLDR 47: "Kurdish", "Central Kurdish")."""
_PLAIN: Mapping[str, str] = {
    "telegram": "Telegram",
    "web": "the browser page",
    "terminal": "the terminal",
    "found": "a page or a town was found",
    "not-found": "nothing was found",
    "other": "all kinds",
    Verdict.YES: "yes",
    Verdict.NO: "no",
    Verdict.UNCLEAR: "not understood",
}


def name_value(library: Library, what: Counted, value: str) -> str:
    """Return the name of a value of a dimension; the value itself if the content does not know it any more."""
    if what in _PAGES:
        return name_page(library, value)
    if what in _LANGUAGES:
        return name_language(value)
    if what is Counted.HOUR:
        return f"{value}:00 to {value}:59"
    if what is Counted.CAMPAIGN:
        campaign = library.campaigns.get(value)
        return campaign.name if campaign else value
    if what is Counted.KIND:
        kind = library.bot.kinds.get(value)
        return kind.text if kind else value
    if what is Counted.PROVINCE:
        return library.bot.provinces.get(value, value)
    return _PLAIN.get(value, value)


def name_with_id(library: Library, what: Counted, value: str) -> str:
    """Return a short name with its id behind it; the id alone where the content does not know it any more.

    A name in Arabic letters stands in an isolate, so that what follows it keeps its place.
    """
    if what in _LANGUAGES and value in LANGUAGES:
        return f"{FIRST_STRONG_ISOLATE}{own_name(value)}{POP_ISOLATE} ({value})"
    name = name_value(library, what, value)
    if name == value:
        return value
    short = name if len(name) <= _LONGEST else f"{name[: _LONGEST - 1].rstrip()}…"
    return f"{short} ({value})"


def own_name(locale: str) -> str:
    """Return what a language calls itself, or its code."""
    return LANGUAGES[locale].own_name if locale in LANGUAGES else locale


def name_page(library: Library, step_id: str) -> str:
    """Return the English title of a page."""
    step = library.find_step(step_id)
    return strip_controls(fill_facts(library, step.title, SOURCE_LOCALE)) if step else step_id


def name_language(code: str) -> str:
    """Return a language's own name and its English one, as far as they are known."""
    english = _USUAL.get(code) or language_name(code, SOURCE_LOCALE)
    own = own_name(code)
    return english if own in {english, code} else f"{own} ({english})"
