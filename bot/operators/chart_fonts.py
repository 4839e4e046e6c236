"""The font of charts drawn as pictures: a server may have none, and a picture cannot be mended on the phone.

It is one file, which `make fonts` puts together from parts of four Noto fonts: what draws pictures joins Arabic letters
wrongly where a line of text needs two files. Its licence stands beside it.
"""

from importlib.resources import files

FAMILY = "Noto Sans"
FILE = "charts.ttf"
Ranges = tuple[tuple[int, int], ...]


def _letters(text: str) -> Ranges:
    return tuple((ord(letter), ord(letter)) for letter in text)


_NOT_ARABIC = "پچژگکیۀٹڈڑےھہۂۓںټځڅډړږښګڼېۍێەڕڵۆڤ۰۱۲۳۴۵۶۷۸۹"
"""Letters and digits of Persian, Urdu, Pashto and Sorani that Arabic does not have."""
PARTS: dict[str, Ranges] = {
    "NotoSans": (
        (0x0020, 0x007E),
        (0x00A0, 0x017F),  # with Western, Kurdish, Romanian, Albanian, Serbian and Turkish letters
        (0x0218, 0x021B),
        (0x0400, 0x045F),  # Cyrillic
        (0x0490, 0x0491),
        (0x200C, 0x200F),
        (0x2010, 0x2026),
        (0x2030, 0x203A),
        *_letters("€№™−"),
    ),
    "NotoNaskhArabic": ((0x0621, 0x063A), (0x0640, 0x0652), (0x0660, 0x0669), *_letters("،؛؟" + _NOT_ARABIC)),
    "NotoSansEthiopic": ((0x1200, 0x1357), (0x1361, 0x1368)),
    "NotoSansGeorgian": ((0x10D0, 0x10FA),),
}
"""The fonts it is made of, and the characters taken of each: what labels in our languages can hold."""


def font_path() -> str:
    """Return where the font lies: what draws pictures reads it from disk only."""
    return str(files("bot.operators").joinpath("fonts", FILE))
