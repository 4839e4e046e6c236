"""Charts as pictures: drawn with our own font, whatever fonts the machine has, and legible in each script."""

from functools import cache
from io import BytesIO
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont

from bot.content.library import Library
from bot.i18n.locales import LANGUAGES
from bot.operators.chart_canvas import EDGE
from bot.operators.chart_fonts import font_path
from bot.operators.chart_picture import ZOOM, draw
from bot.operators.chart_text import room_of
from bot.operators.charts import Look, bars
from tests.operators.png import open_png

LARGEST_FONT = 250_000
LOOK = Look(k=10, width=320)
MISSING = "\ue000"
"""A character that no font has: a box stands in its place."""


@cache
def drawn(label: str) -> bytes:
    """Return the picture of a chart with one label."""
    return draw(bars("Title", [(label, 10)], LOOK))


@cache
def letters_of(label: str) -> set[tuple[int, int]]:
    """Return the points of a label alone."""
    return open_png(drawn(label)).ink() - open_png(drawn("")).ink()


def test_a_picture_is_as_large_as_its_chart() -> None:
    """Two points for each unit, so that it is sharp on a telephone."""
    assert open_png(drawn("Page")).width == LOOK.width * ZOOM


@pytest.mark.parametrize("name", [each.own_name for each in LANGUAGES.values()])
def test_each_language_is_written_in_its_own_letters(name: str) -> None:
    """Not as boxes, which is what a font without the letters gives; nor is a single letter a box among letters."""
    assert drawn(MISSING) != drawn("")
    assert drawn(name) not in {drawn(""), drawn(MISSING * len(name))}
    for sign in filter(str.isalpha, name):
        assert drawn(sign) not in {drawn(""), drawn(MISSING)}, sign


def test_arabic_letters_are_joined_also_beside_other_things() -> None:
    """A non-joiner between all letters makes a wider word; Latin letters, marks and a cut end change nothing of it."""
    word = "العربية"
    joined, apart = letters_of(word), letters_of("\u200c".join(word))
    assert width_of(joined) < width_of(apart)
    for beside in (f"{word} (ar)", f"{word}…\u200f", f"{word} ትግርኛ"):
        assert width_of(letters_of(beside.replace(word, "\u200c".join(word)))) > width_of(letters_of(beside))


def width_of(points: set[tuple[int, int]]) -> int:
    """Return how far points reach from the left."""
    return max(x for x, _ in points)


@pytest.mark.parametrize("label", ["سلام دنیا " * 30, "ሓበሬታ " * 30, "ღღლლთთ" * 20, "WWWW" * 40, "🙂" * 50, "Щ" * 80])
def test_no_word_reaches_the_edge(label: str) -> None:
    """What is too long is cut before."""
    assert width_of(letters_of(label)) < (LOOK.width - EDGE / 2) * ZOOM


def test_words_are_never_wider_than_they_were_measured(library: Library) -> None:
    """All of the bot's own words in all languages, letter by letter as the font has them; Arabic ones are narrower."""
    font = TTFont(BytesIO(Path(font_path()).read_bytes()))
    widths, letters, unit = font["hmtx"], font.getBestCmap(), font["head"].unitsPerEm
    texts = [library.text(locale, context) for locale in library.locales for context in library.source_texts
             if context.startswith("interface.") and LANGUAGES[locale].script != "Arab"]  # fmt: skip
    assert len(texts) > 1000
    for text in texts:
        if all(ord(sign) in letters for sign in text):
            assert sum(widths[letters[ord(sign)]][0] for sign in text) / unit <= room_of(text), text


def test_the_font_is_small() -> None:
    """It is part of every installation."""
    assert Path(font_path()).stat().st_size < LARGEST_FONT
