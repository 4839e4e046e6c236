"""Every page in a language two fifths longer than English, and in one that runs from right to left."""

import unicodedata
from collections.abc import Callable, Iterator
from datetime import datetime

import pytest

from bot.channels.telegram.outbound import write_page
from bot.content.checks.limits import limit_of
from bot.content.checks.written import Written, kind_of
from bot.content.issues import Mark
from bot.content.library import Library
from bot.content.markup import plain_words, read_markup
from bot.content.phrases import placeholders
from bot.i18n.bidi import strip_controls
from bot.i18n.ledger import State
from bot.i18n.locales import direction_of
from tests.crawler import crawl
from tests.dialogue.test_every_page import faults
from tests.pseudo import GROWTH, LONG, RTL, lengthen, mirror, pseudo_locales
from tests.telegram_api.markup import check_inline_markup
from tests.telegram_api.recorder import Recorder
from tests.telegram_api.texts import finish_text


@pytest.fixture(scope="module")
def pseudo(library: Library) -> Iterator[Library]:
    """The shipped library with both languages."""
    with pseudo_locales(library) as speaking:
        yield speaking


@pytest.mark.parametrize("change", [lengthen, mirror])
def test_names_and_markup_survive(library: Library, change: Callable[[str], str]) -> None:
    """Else the pages below would be broken for another reason."""
    for source in library.source_texts.values():
        changed = change(source.text)
        assert placeholders(changed) == placeholders(source.text)
        assert [block.kind for block in read_markup(changed)] == [block.kind for block in read_markup(source.text)]
        assert changed.count("*") == source.text.count("*")


def test_the_long_language_is_two_fifths_longer(library: Library) -> None:
    for source in library.source_texts.values():
        letters = sum(map(str.isalpha, plain_words(source.text).replace("{", " ")))
        assert len(lengthen(source.text)) >= len(source.text) or not letters
    english = "".join(source.text for source in library.source_texts.values() if not placeholders(source.text))
    assert len(lengthen(english)) > len(english) * (1 + GROWTH * 0.75)


def test_a_translation_of_that_length_is_within_every_limit_of_the_checks(pseudo: Library) -> None:
    """An editor who keeps the limits in English leaves translators enough room."""
    over = []
    for context, source in pseudo.source_texts.items():
        text = pseudo.texts[LONG][context].text
        limit = limit_of(Written(source, kind_of(source), LONG, text, State.MACHINE, Mark("")))
        if limit and len(text) > limit:
            over.append((context, len(text), limit))
    assert over == []


@pytest.mark.parametrize("locale", [LONG, RTL])
def test_every_page_is_whole_and_taken_by_a_strict_telegram(pseudo: Library, now: datetime, locale: str) -> None:
    recorder = Recorder()
    found = []
    pages = 0
    for position, message in crawl(pseudo, locale, now):
        pages += 1
        found += [f"{position.act.name} {position.thing} {fault}" for fault in faults(pseudo, position, message)]
        page = write_page(message, pseudo.keys)
        entities = [entity.to_dict() for entity in page.entities]
        finish_text({"text": page.text, "entities": entities}, recorder, too_long="message is too long")
        check_inline_markup(page.keyboard.to_dict() if page.keyboard else None)
    assert found == []
    assert recorder.violations == []
    assert pages > len(pseudo.steps)


def test_the_mirrored_language_starts_from_the_right_on_every_line(pseudo: Library, now: datetime) -> None:
    """Telegram takes the direction of a line from its first strong sign."""
    assert direction_of(RTL) == "rtl"
    page = next(message for position, message in crawl(pseudo, RTL, now) if position.thing == "step:emergency.numbers")
    for line in filter(str.strip, write_page(page, pseudo.keys).text.splitlines()):
        first = next(
            (unicodedata.bidirectional(sign) for sign in line if unicodedata.bidirectional(sign) in {"L", "R", "AL"}),
            "R",
        )
        assert first in {"R", "AL"}, strip_controls(line)
