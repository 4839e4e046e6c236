"""The fonts of printed sheets and of charts are those that the tool makes, and have every letter of our languages."""

from io import BytesIO
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont

from bot.channels.web.fonts import SCRIPTS, WEIGHTS, Script, Weight, read_font
from bot.operators.chart_fonts import font_path
from tests.chromium import need_chromium
from tools.fonts.build import build_chart_font, build_font

LARGEST = 150_000
LETTERS = {
    "Arab": "ابتثجحخدذرزسشصضطظعغفقكلمنهوي ءأإآؤئةى پچژگکی ٹڈڑےھہۓں ګډړږښڼېۍځڅ ێەڕڵۆڤ ،؛؟ًٌٍَُِّْ \u200c\u200d",
    "Ethi": "ሀለሐመሠረሰሸቀቐበተቸኀነኘአከኸወዐዘዠየደጀገጠጨጰጸፀፈፐ ቈቘኈኰዀጐ ኧ ።፣፧፡",
    "Geor": "აბგდევზთიკლმნოპჟრსტუფქღყშჩცძწჭხჯჰ ᲐᲑᲒ",
}
"""Letters that the languages of each script need, those of Pashto, Urdu, Sorani and Tigrinya among them."""
FONTS = [(script, weight) for script in SCRIPTS for weight in WEIGHTS]


def opened(data: bytes) -> TTFont:
    """Return a font read from bytes."""
    return TTFont(BytesIO(data))


def features(font: TTFont) -> dict[str, set[str]]:
    """Return what a font can do to letters: join, replace, place marks."""
    return {
        table: {record.FeatureTag for record in font[table].table.FeatureList.FeatureRecord}
        for table in ("GSUB", "GPOS")
        if table in font
    }


@pytest.mark.parametrize(("script", "weight"), FONTS, ids=str)
def test_each_font_has_every_letter_and_is_small(script: Script, weight: Weight) -> None:
    """A letter that is missing is printed as a box, and paper cannot be mended."""
    data = read_font(f"{script.font}-{weight}.woff2")
    assert len(data) < LARGEST
    known = opened(data).getBestCmap()
    assert [letter for letter in LETTERS[script.code].replace(" ", "") if ord(letter) not in known] == []


def test_arabic_letters_keep_what_joins_them_and_places_their_marks() -> None:
    """Without these features the letters stand apart, which nobody can read."""
    for weight in WEIGHTS:
        found = features(opened(read_font(f"NotoNaskhArabic-{weight}.woff2")))
        assert {"init", "medi", "fina", "rlig", "liga", "locl"} <= found["GSUB"]
        assert {"mark", "mkmk"} <= found["GPOS"]


@pytest.mark.parametrize(("script", "weight"), FONTS, ids=str)
def test_the_shipped_fonts_are_those_that_the_tool_makes(script: Script, weight: Weight) -> None:
    """`make fonts` changes nothing: the same letters, the same features, the same names and licence."""
    need_chromium()  # installs Debian's fonts too
    shipped, made = opened(read_font(f"{script.font}-{weight}.woff2")), opened(build_font(script, weight))
    assert shipped.getBestCmap().keys() == made.getBestCmap().keys()
    assert features(shipped) == features(made)
    assert len(shipped.getGlyphOrder()) == len(made.getGlyphOrder())
    assert "SIL Open Font License" in str(shipped["name"].getDebugName(13))


def test_the_font_of_charts_has_every_letter_and_what_joins_them() -> None:
    """The same letters as the sheets, and Latin and Cyrillic ones, in one file."""
    font = opened(Path(font_path()).read_bytes())
    wanted = "".join(LETTERS.values()) + "ÀÉëçñœŞğıİȘțăšžđşêîûЩїєґёыъ€№…–“”’"
    assert [letter for letter in set(wanted) - set(" ᲐᲑᲒ") if ord(letter) not in font.getBestCmap()] == []
    assert {"init", "medi", "fina", "rlig"} <= features(font)["GSUB"]
    assert {"mark", "mkmk"} <= features(font)["GPOS"]
    assert "SIL Open Font License" in str(font["name"].getDebugName(13))


def test_the_font_of_charts_is_the_one_that_the_tool_makes() -> None:
    """Byte for byte: `make fonts` changes nothing."""
    need_chromium()  # installs Debian's fonts too
    assert Path(font_path()).read_bytes() == build_chart_font()
