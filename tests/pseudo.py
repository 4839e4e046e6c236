"""Two languages nobody speaks, made from the English: one 40 % longer (qps-long), one from right to left (qps-rtl).

Their codes are of the range that ISO 639 leaves free, since a button has room for three letters. What breaks with them
breaks later with a real language that nobody here can read.
"""

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from math import ceil

from bot.content.keys import assign_keys
from bot.content.library import Library
from bot.content.model import Locale
from bot.content.phrases import split_placeholders
from bot.i18n.catalogues import Translated
from bot.i18n.ledger import State
from bot.i18n.locales import LANGUAGES, Language

LONG = "qpl"
RTL = "qpr"
GROWTH = 0.4
"""How much longer than English a language may be: Tigrinya, Somali and German come near on short texts."""
_ACCENTED = str.maketrans("aeiouyncszAEIOUYNCSZ", "àéîöûÿñçšžÀÉÎÖÛÝÑÇŠŽ")
_ARABIC = dict(zip("abcdefghijklmnopqrstuvwxyz", "ابتثجحخدذرزسشصضطظعغفقكلمنه", strict=True))
_WORD = re.compile(r"[^\W\d_]+")
_VOWEL = re.compile("[àéîöûÿÀÉÎÖÛÝ]")


def lengthen(text: str) -> str:
    """Return a text with accents and two fifths more letters, each word by itself; names and markup stay."""
    return _outside_names(text, lambda part: _WORD.sub(lambda match: _longer(match.group()), part))


def mirror(text: str) -> str:
    """Return a text in Arabic letters; names and markup stay."""
    return _outside_names(text, lambda part: "".join(_ARABIC.get(sign.lower(), sign) for sign in part))


def _outside_names(text: str, change: Callable[[str], str]) -> str:
    return "".join(f"{{{part}}}" if is_name else change(part) for part, is_name in split_placeholders(text))


def _longer(word: str) -> str:
    accented = word.translate(_ACCENTED)
    vowel = _VOWEL.search(accented)
    place = vowel.end() if vowel else len(accented)
    return accented[:place] + accented[place - 1].lower() * ceil(GROWTH * len(word)) + accented[place:]


@contextmanager
def pseudo_locales(library: Library) -> Iterator[Library]:
    """Let the bot speak both for a while; every text is there, as a machine would have drafted it."""
    languages = (
        Language(LONG, "Löööñg", "ltr", "Latn", "en_GB", None),
        Language(RTL, "ضرت", "rtl", "Arab", "ar", None),
    )
    LANGUAGES.update({language.code: language for language in languages})
    texts = {
        code: {
            context: Translated(change(source.text), State.MACHINE) for context, source in library.source_texts.items()
        }
        for code, change in ((LONG, lengthen), (RTL, mirror))
    }
    locales = {**library.bot.locales, LONG: Locale(id=LONG), RTL: Locale(id=RTL)}
    try:
        bot = library.bot.model_copy(update={"locales": locales})
        keys = assign_keys(library.keys.by_id, [f"answer:{code}" for code in (LONG, RTL)])
        yield replace(library, bot=bot, texts={**library.texts, **texts}, keys=keys)
    finally:
        for code in (LONG, RTL):
            del LANGUAGES[code]
