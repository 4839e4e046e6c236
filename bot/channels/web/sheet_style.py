"""The style of a printed sheet: fonts, layout, and the line at the foot of every side of paper."""

from functools import cache
from importlib.resources import files

from bot.content.library import Library
from bot.content.phrases import Phrase
from bot.dialogue.sheet import Sheet
from bot.dialogue.state_line import say_sign_off
from bot.i18n.locales import LANGUAGES, direction_of

LATIN = 'system-ui, "Segoe UI", Roboto, "Noto Sans", Arial, sans-serif'
"""Fonts for Latin and Cyrillic letters: one of them is on every computer."""


def sheet_style(library: Library, sheet: Sheet, faces: str) -> str:
    """Return all CSS of a sheet.

    A side that got lost still says which topic it belongs to, who says it, and that nobody confirmed it.
    """
    standing = say_sign_off(library, library.flows[sheet.flow], sheet.locale, Phrase.SHEET_DRAFT)
    foot = _css_text(f"{library.bot.name} · {sheet.heading.words} · {standing}")
    start, end = ("right", "left") if direction_of(sheet.locale) == "rtl" else ("left", "right")
    letters = f'"Sheet {LANGUAGES[sheet.locale].script}", {LATIN}'
    rules = (
        f"body {{ font-family: {letters}; }}\n"
        f"[dir=rtl] [dir=ltr], .sources li {{ font-family: {LATIN}, {letters}; }}\n"
        f"@page {{ font: 8pt/1.3 {letters}; "
        f"@bottom-{start} {{ content: {foot}; text-align: {start}; width: 85%; }} "
        f'@bottom-{end} {{ content: counter(page) " / " counter(pages); text-align: {end}; direction: ltr; }} }}'
    )
    return f"{faces}\n{_layout()}\n{rules}\n"


@cache
def _layout() -> str:
    return files("bot.channels.web").joinpath("static/sheet.css").read_text(encoding="utf-8")


def _css_text(text: str) -> str:
    """Return a text as a string of CSS that cannot end early, nor end the style it stands in."""
    safe = (sign if sign.isalnum() or sign == " " or ord(sign) > 0x7F else f"\\{ord(sign):x} " for sign in text)  # noqa: PLR2004 - ASCII
    return '"' + "".join(safe) + '"'
