"""A topic on paper: what the bot says, all of it, and nothing that paper cannot do."""

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest

from bot.content.ages import Age
from bot.content.library import Library
from bot.content.model import Flow
from bot.content.phrases import Phrase
from bot.dialogue.sheet import Section, Sheet, make_sheet
from bot.dialogue.state_line import state_blocks
from bot.i18n.bidi import strip_controls
from bot.i18n.catalogues import Translated
from bot.i18n.formats import format_day
from bot.i18n.ledger import State
from tests.content.sample import library_of, planted, sample_files

LOCALES = ("en", "nl", "fr", "ar", "ti")
DAY = date(2026, 11, 24)


def sheet_of(library: Library, flow: str, locale: str = "en", today: date = DAY) -> Sheet:
    """Return a topic as a sheet."""
    return make_sheet(library, library.flows[flow], locale, today)


def section_of(sheet: Sheet, step: str) -> Section:
    """Return the page of a step."""
    return next(section for section in sheet.sections if section.step == step)


def letters_of(sheet: Sheet) -> list[str]:
    """Return everything that is printed, but for the sources."""
    words = [sheet.heading.words, *(block.words for block in (*sheet.about, *sheet.emergency))]
    for section in sheet.sections:
        words += [section.heading.words, *(block.words for block in (*section.blocks, *section.state))]
        words += [part for one in section.references for part in (one.words, one.topic, one.answers) if part]
    return words


def flows_of(library: Library) -> list[Flow]:
    """Return all topics."""
    return list(library.flows.values())


@pytest.mark.parametrize("locale", LOCALES)
def test_every_page_of_every_topic_is_printed_once_in_each_language(library: Library, locale: str) -> None:
    """The numbers count up from one; nothing is missing and nothing stands twice."""
    for flow in flows_of(library):
        sections = sheet_of(library, flow.flow, locale, library.content_date).sections
        assert [section.number for section in sections] == list(range(1, len(flow.steps) + 1))
        assert {section.step for section in sections} == {step.id for step in flow.steps.values()}
        assert all(section.blocks and section.heading.words for section in sections)


@pytest.mark.parametrize("locale", LOCALES)
def test_every_option_is_a_reference_that_leads_somewhere(library: Library, locale: str) -> None:
    """A number is that of the very page; what leads out of the sheet names its topic."""
    for flow in flows_of(library):
        sheet = sheet_of(library, flow.flow, locale, library.content_date)
        by_number = {section.number: section.step for section in sheet.sections}
        for section in sheet.sections:
            step = library.steps[section.step]
            assert len(section.references) == len(step.options)
            for option, reference in zip(step.options, section.references, strict=True):
                goal = library.find_step(option.to or "")
                assert strip_controls(reference.words).strip()
                assert by_number.get(reference.number) == (goal.id if goal and goal.flow == flow.flow else None)
                assert bool(reference.topic) == bool(goal and goal.flow != flow.flow)


@pytest.mark.parametrize("locale", LOCALES)
def test_all_facts_are_filled_in(library: Library, locale: str) -> None:
    """No brace reaches paper."""
    for flow in flows_of(library):
        sheet = sheet_of(library, flow.flow, locale, library.content_date)
        assert [words for words in letters_of(sheet) if "{" in words or not strip_controls(words).strip()] == []


def test_each_page_names_its_sources_and_each_source_stands_once(library: Library) -> None:
    """Whoever doubts a sentence finds where it is from: the sources of its facts too."""
    for flow in flows_of(library):
        sheet = sheet_of(library, flow.flow, today=library.content_date)
        assert [line.number for line in sheet.sources] == list(range(1, len(sheet.sources) + 1))
        assert len({line.source.id for line in sheet.sources}) == len(sheet.sources)
        listed = {line.number: line.source.id for line in sheet.sources}
        for section in sheet.sections:
            step = library.steps[section.step]
            if not step.counter:
                assert set(step.sources) <= {listed[number] for number in section.sources}
        assert {number for section in sheet.sections for number in section.sources} == set(listed)


def test_a_source_says_its_date_or_when_it_was_read(library: Library) -> None:
    """A page without a date is no newer than the month in which it was read."""
    for line in sheet_of(library, "detention", today=library.content_date).sources:
        assert line.when.startswith("read in ") == (line.source.date is None)
        assert (line.source.date or line.source.seen.isoformat())[:4] in line.when


def test_each_page_keeps_the_line_on_its_state(library: Library, now: datetime) -> None:
    """Draft, date of the source, translation: on paper exactly as under the page."""
    for section in sheet_of(library, "detention", "ar", now.date()).sections:
        (line,) = section.state
        assert any(line in state_blocks(library, section.step, "ar", age) for age in Age)


def test_the_head_says_who_runs_it_that_it_is_a_draft_and_who_translated_it(library: Library) -> None:
    """A translation by machine is called so before the first page."""
    english, arabic = (
        [block.words for block in sheet_of(library, "detention", locale, library.content_date).about]
        for locale in ("en", "ar")
    )
    assert english[0].startswith("Wegwijs is run by ")
    assert library.say("en", Phrase.SHEET_DRAFT) in english
    assert library.say("ar", Phrase.MACHINE) in arabic
    assert library.say("en", Phrase.MACHINE) not in english
    assert format_day(library.content_date, "en") in english[-1]


def test_without_the_name_of_an_operator_the_head_leaves_it_out() -> None:
    """No empty promise."""
    library = library_of(sample_files())
    facts = {name: fact for name, fact in library.facts.items() if name != "term.operator_name"}
    head = sheet_of(replace(library, facts=facts), "paper").about[0]
    assert head.words == library.say("en", Phrase.SHEET_DRAFT)


def test_the_numbers_for_an_emergency_stand_on_every_sheet_but_their_own(library: Library) -> None:
    """Whoever holds one sheet only can call for help."""
    for flow in flows_of(library):
        words = " ".join(block.words for block in sheet_of(library, flow.flow, today=library.content_date).emergency)
        assert ("112" in words) == (flow.flow != "emergency")


def without_text(library: Library, locale: str, context: str) -> Library:
    """Return a library in which one text is missing in a language."""
    texts = dict(library.texts[locale])
    texts[context] = Translated("", State.MISSING)
    return replace(library, texts={**library.texts, locale: texts})


def test_a_page_that_is_missing_in_a_language_is_named_in_english_and_not_printed_in_another() -> None:
    """A sheet is in one language; the reader is told what is not there."""
    library = without_text(library_of(sample_files()), "ar", "paper.decision.text")
    section = section_of(sheet_of(library, "paper", "ar"), "paper.decision")
    assert (section.heading.words, section.heading.locale) == ("A decision about your stay", "en")
    assert [block.words for block in section.blocks] == [library.say("ar", Phrase.SHEET_MISSING)]
    assert section == Section(section.number, section.depth, section.step, section.heading, "", section.blocks)


def test_a_missing_title_of_the_topic_is_given_in_english() -> None:
    """And marked as English, so that a browser reads it aloud as such."""
    library = without_text(library_of(sample_files()), "ar", "paper.title")
    assert sheet_of(library, "paper", "ar").heading.locale == "en"


def test_emergency_numbers_are_printed_in_english_rather_than_not_at_all() -> None:
    """A number can be dialled in any language."""
    library = without_text(library_of(sample_files()), "ar", "help.numbers.text")
    assert "112" in sheet_of(library, "paper", "ar").emergency[1].words
    assert sheet_of(library, "paper", "ar").emergency[0].locale == "en"


def test_a_page_that_is_too_old_is_not_printed() -> None:
    """Paper lives longer than a page: what the bot withholds is not handed out either."""
    library = library_of(sample_files())
    section = section_of(sheet_of(library, "paper", today=DAY + timedelta(days=3 * 365)), "paper.decision")
    assert [block.words for block in section.blocks] == [library.say("en", Phrase.SHEET_WITHHELD)]
    assert section.heading.words == "A decision about your stay"
    assert section == Section(section.number, section.depth, section.step, section.heading, "", section.blocks)


def test_a_page_for_one_answer_stands_under_the_words_of_that_answer(library: Library) -> None:
    """Paper remembers no answers, so it says for whom a page is."""
    medical = sheet_of(library, "urgent-medical-aid", today=library.content_date)
    assert section_of(medical, "urgent-medical-aid.with-address").answers == "At an address"
    sheet = sheet_of(library, "situation", today=library.content_date)
    assert section_of(sheet, "situation.health").answers == ""
    pregnant = [one.answers for one in section_of(sheet, "situation.border").references if "Pregnancy" in one.words]
    assert pregnant == ["I am pregnant"]


def test_an_option_that_is_there_without_any_answer_names_none() -> None:
    """Whoever reads paper has given no answer."""
    section = section_of(sheet_of(library_of(sample_files()), "paper"), "paper.decision")
    assert [reference.answers for reference in section.references] == ["", ""]


def test_a_page_with_a_condition_of_its_own_says_it_and_any_of_its_answers() -> None:
    """Several answers stand beside each other, several questions too."""
    old = "    title: A decision about your stay\n"
    library = library_of(planted("flows/paper.yaml", old, f"{old}    when: {{home: [address, none]}}\n"))
    section = section_of(sheet_of(library, "paper"), "paper.decision")
    assert section.answers == "At an address / No fixed address"


def test_a_condition_on_a_question_that_nobody_asks_names_nothing() -> None:
    """A check finds such a condition; the sheet is printed all the same."""
    old = "    title: A decision about your stay\n"
    library = library_of(planted("flows/paper.yaml", old, f"{old}    when: {{health: ill}}\n"))
    assert section_of(sheet_of(library, "paper"), "paper.decision").answers == ""


def test_an_option_that_leads_nowhere_is_left_out() -> None:
    """As above: no reference to nothing."""
    library = library_of(planted("flows/paper.yaml", "to: help.numbers", "to: help.nowhere"))
    section = section_of(sheet_of(library, "paper"), "paper.decision")
    assert [reference.words for reference in section.references] == ["A lawyer near me"]


def test_the_day_counter_says_that_it_needs_a_telephone(library: Library) -> None:
    """Paper cannot count; a half printed counter would mislead."""
    sheet = sheet_of(library, "paper", today=library.content_date)
    for name in ("day-counter", "count-number", "count-result"):
        section = section_of(sheet, f"paper.{name}")
        assert [block.words for block in section.blocks] == [library.say("en", Phrase.SHEET_COUNTER)]
        assert section.references


def test_a_card_is_printed_in_dutch_and_french_too(library: Library) -> None:
    """It is made to be handed over."""
    section = section_of(sheet_of(library, "cards", "ti", library.content_date), "cards.lawyer")
    assert {block.locale for block in section.blocks if block.kind == "card"} == {"nl", "fr"}
