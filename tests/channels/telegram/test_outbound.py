"""Tests: from a message to what Telegram takes."""

import logging

import pytest
from telegram import MessageEntity

from bot.channels.telegram.outbound import Page, measure, write_page
from bot.content.keys import Keys, assign_keys
from bot.dialogue.messages import Block, Button, Message, Run, plain_block
from bot.dialogue.position import Act, Position, decode
from tests.telegram_api.entities import cut

RLM = "\u200f"
KEYS = assign_keys({}, ["step:trust.start"])


def page(*blocks: Block, locale: str = "en", rows: tuple[tuple[Button, ...], ...] = (), keys: Keys = KEYS) -> Page:
    return write_page(Message(locale, "title", blocks, rows), keys)


def covered(written: Page) -> list[tuple[str, str]]:
    return [(entity.type, cut(written.text, entity.to_dict())) for entity in written.entities]


def test_blocks_become_paragraphs() -> None:
    """A heading is bold, paragraphs have an empty line between them, entries a bullet, the state is italic."""
    written = page(
        plain_block("heading", "Doctor", "en"),
        plain_block("paragraph", "One.", "en"),
        plain_block("paragraph", "Two.", "en"),
        plain_block("item", "first", "en"),
        plain_block("item", "second", "en"),
        plain_block("state", "Draft.", "en"),
    )
    assert written.text == "Doctor\n\nOne.\n\nTwo.\n\n• first\n• second\n\nDraft."
    assert covered(written) == [("bold", "Doctor"), ("italic", "Draft.")]
    assert written.keyboard is None


def test_entities_are_measured_in_utf_16_units() -> None:
    """A sign beyond the first 65 536 counts twice before an entity and inside it."""
    runs = (Run("🩺 see "), Run("a 🩺 doctor", bold=True), Run(" at "), Run("the site", link="https://example.org/"))
    written = page(Block("paragraph", runs, "en"))
    assert covered(written) == [("bold", "a 🩺 doctor"), ("text_link", "the site")]
    assert written.entities[0].offset == measure("🩺 see ") == 7


def test_neighbours_of_one_style_are_one_entity() -> None:
    """A page of many small bold runs stays within Telegram's hundred entities."""
    written = page(Block("paragraph", (Run("call ", bold=True), Run("now", bold=True, italic=True)), "en"))
    assert covered(written) == [("bold", "call now"), ("italic", "now")]


def test_telephone_and_mail_stay_plain_text() -> None:
    """Telegram drops such links in silence, and makes the plain text tappable itself."""
    runs = (Run("+32 2 000 00 00", link="tel:+3220000000"), Run(" "), Run("a@b.org", link="mailto:a@b.org"))
    assert page(Block("item", runs, "en")).entities == ()


def test_the_parts_of_a_card_stand_in_quotations() -> None:
    """Each language of a card is a quotation of its own, with its bold words inside."""
    card = [Block("card", (Run(word, bold=word.isupper()),), locale) for word, locale in
            (("HULP", "nl"), ("Ik vraag hulp.", "nl"), ("AIDE", "fr"))]  # fmt: skip
    written = page(plain_block("paragraph", "Show this.", "en"), *card)
    assert written.text == "Show this.\n\nHULP\nIk vraag hulp.\n\nAIDE"
    assert covered(written) == [
        ("blockquote", "HULP\nIk vraag hulp."), ("bold", "HULP"), ("blockquote", "AIDE"), ("bold", "AIDE"),
    ]  # fmt: skip


def test_right_to_left_lines_begin_at_the_right() -> None:
    """Each line that begins with Latin letters gets a mark; one that begins with its own letters needs none."""
    runs = (Run("CPAS", bold=True), Run(" مركز\nشارع\nRue 1"))
    written = page(Block("item", runs, "ar"), plain_block("paragraph", "سلام", "ar"), locale="ar")
    assert written.text == f"{RLM}• CPAS مركز\nشارع\n{RLM}Rue 1\n\nسلام"
    assert covered(written) == [("bold", "CPAS")]


def test_rows_are_mirrored_in_right_to_left_languages() -> None:
    """Telegram never mirrors a keyboard; the pictogram stands where the language begins."""
    row = (Button("Back", "back", Position(Act.MENU, "en")), Button("Menu", "", Position(Act.HIDE, "en")))
    left, right = page(rows=(row,)), page(rows=(row, ()), locale="ar")
    assert left.keyboard is not None
    assert right.keyboard is not None
    assert [button.text for button in left.keyboard.inline_keyboard[0]] == ["↩️ Back", "Menu"]
    assert [[button.text for button in row] for row in right.keyboard.inline_keyboard] == [["Menu", f"{RLM}↩️ Back"]]


def test_buttons_carry_positions_addresses_or_texts() -> None:
    """A position travels in the callback data and comes back as it was."""
    goal = Position(Act.STEP, "en", "step:trust.start")
    row = (Button("a", position=goal), Button("b", url="https://example.org/"), Button("c", copies="+3220000000"))
    keyboard = page(rows=(row,)).keyboard
    assert keyboard is not None
    step, site, copy = keyboard.inline_keyboard[0]
    assert decode(str(step.callback_data), KEYS) == goal
    assert site.url == "https://example.org/"
    assert copy.copy_text is not None
    assert copy.copy_text.text == "+3220000000"


def test_a_page_too_long_is_cut_and_logged(caplog: pytest.LogCaptureFixture) -> None:
    """The checks prevent it; if it happens, most of the page is better than nothing, and its words are not logged."""
    runs = (Run("a" * 4090), Run("bold" * 9, bold=True), Run("more", italic=True))
    with caplog.at_level(logging.ERROR):
        written = page(Block("paragraph", runs, "en"))
    assert len(written.text) == 4096
    assert covered(written) == [("bold", "boldbo")]
    assert caplog.messages == ["A page of 4130 characters is longer than Telegram takes; its end is not shown."]


def test_empty_runs_leave_no_entity() -> None:
    """Telegram refuses an entity of no length."""
    assert page(Block("paragraph", (Run("", bold=True), Run("a")), "en")).entities == ()


def test_bold_headings_use_the_entity_names_of_telegram() -> None:
    """The kinds are python-telegram-bot's own constants."""
    assert page(plain_block("heading", "A", "en")).entities[0].type == MessageEntity.BOLD
