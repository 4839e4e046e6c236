"""The CSS of the fonts of printed sheets."""

import base64
import re

from bot.channels.web.fonts import SCRIPTS, carried_faces, font_names, read_font, served_faces
from bot.i18n.locales import LANGUAGES


def test_a_page_of_the_site_names_its_scripts_fonts_at_their_addresses() -> None:
    """Regular and bold of one script, nothing else."""
    assert re.findall(r'url\("([^"]+)"\)', served_faces("Ethi")) == [
        "/fonts/NotoSansEthiopic-Regular.woff2",
        "/fonts/NotoSansEthiopic-Bold.woff2",
    ]


def test_a_file_carries_the_very_fonts() -> None:
    """An organisation mails one file, and it prints anywhere."""
    carried = re.findall(r"base64,([^\"]+)", carried_faces("Arab"))
    assert [base64.b64decode(data) for data in carried] == [
        read_font("NotoNaskhArabic-Regular.woff2"),
        read_font("NotoNaskhArabic-Bold.woff2"),
    ]


def test_latin_and_cyrillic_sheets_bring_no_font() -> None:
    """Their letters are on every computer."""
    assert served_faces("Latn") == carried_faces("Cyrl") == ""


def test_every_script_of_a_language_has_fonts_or_needs_none() -> None:
    """Whoever adds a language in a new script is reminded here."""
    assert {language.script for language in LANGUAGES.values()} == {"Latn", "Cyrl"} | {one.code for one in SCRIPTS}
    assert all(read_font(name).startswith(b"wOF2") for name in font_names())
