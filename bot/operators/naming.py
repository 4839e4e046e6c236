"""What operators read in place of an id: the title of a page, the own name of a language, the name of a campaign."""

from collections.abc import Mapping

from babel import Locale

from bot.content.library import Library
from bot.dialogue.turns import Counted, Verdict
from bot.dialogue.words import fill_facts
from bot.i18n.bidi import strip_controls
from bot.i18n.locales import LANGUAGES, SOURCE_LOCALE

_LANGUAGES = frozenset({Counted.LOCALE, Counted.ENGLISH, Counted.FALLBACK, Counted.OLD_BUTTON, Counted.WANTED})
_PAGES = frozenset({Counted.STEP, Counted.WITHHELD, Counted.WRONG, Counted.LISTENED})
_UNNAMED: Mapping[str, str] = {"prs": "Dari", "kmr": "Kurmanji", "ckb": "Sorani"}
"""English names that CLDR lacks or gives otherwise (CLDR 47: "Central Kurdish")."""
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


def name_page(library: Library, step_id: str) -> str:
    """Return the English title of a page."""
    step = library.find_step(step_id)
    return strip_controls(fill_facts(library, step.title, SOURCE_LOCALE)) if step else step_id


def name_language(code: str) -> str:
    """Return a language's own name and its English one, as far as they are known."""
    english = _UNNAMED.get(code) or Locale.parse(SOURCE_LOCALE).languages.get(code, code)
    if code in LANGUAGES:
        own_name = LANGUAGES[code].own_name
        return own_name if own_name == english else f"{own_name} ({english})"
    return str(english)
