"""One spelling for comparing names: without case, accents, marks and variants of letters."""

import unicodedata

_LATIN = {"ı": "i", "œ": "oe", "æ": "ae", "ø": "o", "ł": "l", "đ": "d", "ð": "d"}
_ARABIC = {"ی": "ي", "ى": "ي", "ې": "ي", "ک": "ك", "ة": "ه", "ہ": "ه", "ھ": "ه", "ٱ": "ا", "ـ": None}
_KURDISH = {"ێ": "ي", "ۆ": "و", "ڵ": "ل", "ڕ": "ر", "ە": "ه", "ڤ": "ف"}
_URDU_AND_PASHTO = {"ے": "ي", "ٹ": "ت", "ڈ": "د", "ڑ": "ر", "ں": "ن", "ټ": "ت", "ډ": "د", "ړ": "ر", "ڼ": "ن"}
_DIGITS = {chr(start + digit): str(digit) for start in (0x0660, 0x06F0) for digit in range(10)}
_ETHIOPIC = {
    chr(variant + vowel): chr(kept + vowel)
    for variant, kept in ((0x1220, 0x1230), (0x1340, 0x1338), (0x1210, 0x1200), (0x1280, 0x1200))
    for vowel in range(7)
} | {"ዐ": "አ", "ኣ": "አ", "ዓ": "አ", "ሃ": "ሀ", "ሓ": "ሀ", "ኃ": "ሀ"}
_ARMENIAN = {"է": "ե", "օ": "ո", "ռ": "ր"}
_VARIANTS = str.maketrans({**_LATIN, **_ARABIC, **_KURDISH, **_URDU_AND_PASHTO, **_DIGITS, **_ETHIOPIC, **_ARMENIAN})


def fold(text: str) -> str:
    """Return the words of a text in one spelling, separated by single spaces.

    "LIÈGE", "liege" and "Liége" become the same, as do أ and ا, ي and ی, ሠ and ሰ, և and եվ, ٩ and 9.
    """
    decomposed = unicodedata.normalize("NFKD", text.casefold()).casefold()
    kept = "".join(sign for sign in decomposed if unicodedata.category(sign) not in {"Mn", "Cf"})
    letters = kept.translate(_VARIANTS).replace("եւ", "եվ")
    return " ".join("".join(sign if sign.isalnum() else " " for sign in letters).split())
