"""Every screen in the order of reading."""

from dataclasses import replace

from bot.content.library import Library
from bot.dialogue.messages import Button
from bot.editors.screens import BOT, WORDS, Screen, Section, Wish, _without_answers, make_screens
from tests.content.sample import library_of, sample_files
from tests.editors.changing import edited

BOTH = ("en", "ar")


def ids(sections: tuple[Section, ...]) -> list[str]:
    return [sheet.id for section in sections for sheet in section.sheets]


def words(screen: Screen) -> list[str]:
    return [
        f"{variant.answers} {[button.text for row in variant.rows for button in row]}" for variant in screen.variants
    ]


def test_topics_stand_as_in_the_menu_and_pages_as_they_are_read() -> None:
    """The bot's own pages first, difficult words last."""
    sections = make_screens(library_of(sample_files()), Wish(BOTH))
    assert [section.id for section in sections] == [BOT, "paper", "help", WORDS]
    assert ids(sections[1:]) == ["paper.start", "paper.decision", "help.start", "help.numbers", "glossary.appeal"]
    for section in sections:
        for sheet in section.sheets:
            assert [screen.locale for screen in sheet.screens] == ["en", "ar"]
            assert all(variant.blocks for screen in sheet.screens for variant in screen.variants)


def test_answers_that_change_a_page_show_it_once_more_and_no_others() -> None:
    """The shortest way to say for whom; the rows that every page has are left out."""
    (section,) = make_screens(library_of(sample_files()), Wish(("en",), ("paper",)))
    start, decision = section.sheets
    assert words(start.screens[0]) == ["((),) ['At an address', 'No fixed address']"]
    no_answer, address = words(decision.screens[0])
    assert no_answer == "((), (('home', 'none'),)) ['A lawyer near me', 'Numbers to call']"
    assert address == "((('home', 'address'),),) ['Numbers to call']"


def test_a_button_that_opens_an_address_stays_as_it_is() -> None:
    """It carries no answers."""
    button = Button("Site", url="https://example.org")
    assert _without_answers(button) is button


def test_only_what_differs_is_shown_with_how_it_was() -> None:
    """A reworded page in English; its translation too, since it is outdated now. A new page has no before."""
    before = library_of(sample_files())
    after = library_of(
        edited(
            ("flows/paper.yaml", "text: Do you live at an address?", "text: Do you have an address?"),
            ("flows/help.yaml", "  numbers:\n", "  telephones:\n    moved-from: numbers\n"),
            ("flows/help.yaml", "        to: numbers\n", "        to: telephones\n"),
            ("flows/help.yaml", "title: Numbers to call", "title: Whom to call"),
            ("flows/paper.yaml", "        to: help.numbers\n", "        to: help.telephones\n"),
            (
                "glossary.yaml",
                "appeal:\n  term: appeal\n",
                "visa:\n  term: visa\n  text: A paper.\n\nappeal:\n  term: an appeal\n",
            ),
            ("interface.yaml", "old-button: This button", "old-button: That button"),
        )
    )
    sections = make_screens(after, Wish(BOTH), before)
    found = {sheet.id: sheet for section in sections for sheet in section.sheets}
    assert list(found["paper.start"].before) == ["en", "ar"]
    assert "Do you live" in found["paper.start"].before["en"].variants[0].blocks[1].words
    assert "Whom to call" in found["help.telephones"].screens[0].variants[0].blocks[0].words
    assert "en" in found["help.telephones"].before
    assert found["glossary.visa"].before == {}
    assert [screen.locale for screen in found["bot.old-button"].screens] == ["en"]
    assert "bot.cleared" not in found
    assert make_screens(before, Wish(BOTH), replace(before)) == ()


def test_every_shipped_page_is_there_in_every_language(library: Library) -> None:
    """Two hundred and seventy-eight pages, each as often as answers change it."""
    sections = make_screens(library, Wish(library.locales))
    assert set(library.steps) <= set(ids(sections))
    assert len(ids(sections)) == len(set(ids(sections)))
    for section in sections:
        for sheet in section.sheets:
            assert len(sheet.screens) == len(library.locales)
            for screen in sheet.screens:
                assert screen.variants
                assert all(variant.answers for variant in screen.variants)
