"""Which languages typed letters may be: a guess good enough to offer a switch, never to make one."""

import unicodedata
from collections.abc import Iterable

from bot.i18n.locales import LANGUAGES

_NAMES = {"CYRILLIC": "Cyrl", "GEORGIAN": "Geor", "ARABIC": "Arab", "ETHIOPIC": "Ethi", "LATIN": "Latn"}
"""The scripts of our languages, as Unicode names its letters."""
_OWN_LETTERS = {
    "uk": "іїєґ",
    "ru": "ыэёъ",
    "ps": "ټډړږښڼېۍ",
    "ur": "ٹڈڑےں",
    "ckb": "ڕڵۆێە",
    "fa": "پچژگ",
    "prs": "پچژگ",
    "ar": "ةأإذضظ",
}
"""Letters that speak for one language among those of its script (CLDR, exemplar characters)."""
MOST_OFFERED = 3


def script_of(text: str) -> str:
    """Return the script of most letters of a text, as ISO 15924 codes it; "" for none of ours."""
    counted: dict[str, int] = {}
    for letter in text:
        if letter.isalpha():
            script = _NAMES.get(unicodedata.name(letter, "").partition(" ")[0], "")
            counted[script] = counted.get(script, 0) + 1
    return max(counted, key=lambda script: counted[script], default="")


def languages_written_like(text: str, locale: str, available: Iterable[str]) -> tuple[str, ...]:
    """Return languages that these letters may be, the likeliest first; none where the reader's own is written so.

    Latin letters speak for no language: whoever reads Arabic types 9bis and the name of a town in them too.
    """
    script = script_of(text)
    own = LANGUAGES.get(locale)
    if script in {"", "Latn"} or (own is not None and own.script == script):
        return ()
    offered = [one for one in available if one in LANGUAGES and LANGUAGES[one].script == script]
    weights = {one: sum(text.casefold().count(letter) for letter in _OWN_LETTERS.get(one, "")) for one in offered}
    return tuple(sorted(offered, key=lambda one: -weights[one])[:MOST_OFFERED])
