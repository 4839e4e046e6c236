"""What is told of facts, places, sources, notices, the menu and the bot's words."""

from bot.editors.entry_differences import shown_in
from tests.content.sample import library_of, sample_files
from tests.editors.changing import told

FACTS = "facts.yaml"
BLOG = "blog:\n  title: A blog\n  publisher: X\n  link: https://x.example\n  kind: press\n  seen: 2026-11-21\n"


def test_a_fact_names_every_page_that_shows_it() -> None:
    """As readers see it, and beside it what editors wrote."""
    assert told((FACTS, "value: 10 days", "value: 12 days")) == [
        "Facts",
        "Fact deadline.appeal_short (deadline.appeal_short)",
        "- Value changed: [− 10] [+ 12] days",
        '- Shown by 1 page: "A decision about your stay" (paper.decision).',
    ]
    assert told((FACTS, "in: {nl: RvV, fr: CCE}", "in: {nl: RvV, fr: CCE-X}"))[2:] == [
        "- Value in fr changed: [− CCE] [+ CCE-X]",
        "- Shown by 1 page: the bot's own words (glossary.appeal.text).",
    ]
    assert told((FACTS, "in: {nl: RvV, fr: CCE}", "in: {nl: RvV}"))[2] == (
        "- Value in fr changed: [− CCE] [+ as everywhere]"
    )


def test_facts_that_came_went_or_were_compared_again() -> None:
    """A link is told in full; a value that cannot be shown as it is written."""
    new = "link.site:\n  value: https://www.example.org/a/b\n  sources: none\n\nterm.council:\n"
    assert told((FACTS, "term.council:\n", new))[2:] == ["- New: https://www.example.org/a/b.", "- No page shows it."]
    gone = told((FACTS, "term.council:\n  value: CCE/RvV\n  in: {nl: RvV, fr: CCE}\n", ""))
    assert gone[2] == "- Removed: CCE/RvV."
    wrong = told((FACTS, "value: 10 days", "value: ten days"))
    assert wrong[2] == "- Value changed: [− 10] [+ ten] days"
    again = told((FACTS, "term.council:\n", "term.council:\n  note: Looked up.\n  checked: 2026-11-25\n"))
    assert again[2:] == [
        "- checked changed: [− not there] [+ 2026-11-25]",
        "- note changed: [− not there] [+ Looked up.]",
    ]


def test_places_sources_notices_words_and_start_links() -> None:
    """Each under its own heading, by its own name."""
    assert told(
        ("places/antwerp.yaml", "phones: +3232011690", "phones: +3232011691, +3232011690"),
        ("sources.yaml", "  title: How to appeal\n", "  title: How to appeal in 2026\n"),
        ("notices.yaml", "until: 2026-12-02", "until: 2026-12-05"),
        ("glossary.yaml", "term: appeal", "term: an appeal"),
        ("campaigns.yaml", "flyer:\n  name: A flyer that opens the menu\n", ""),
        ("places/antwerp.yaml", "telephone-line:\n  name: {en: Line without a desk}", "other:\n  name: {nl: Lijn}"),
    ) == [
        "Buttons in messages that people already have",
        'Buttons to the place "Line without a desk" (telephone-line)',
        '- They will say: "This place is no longer in our list."',
        'Start link "A flyer that opens the menu" (flyer)',
        "- It opens the choice of languages, as a first visit does; nobody is counted for it.",
        "Places",
        "Legal desk (legal-desk)",
        "- phones changed: [+ +3232011691,] +3232011690",
        "Lijn (other)",
        "- New.",
        "Line without a desk (telephone-line)",
        "- Removed.",
        "Sources",
        "How to appeal in 2026 (court-page)",
        "- title reworded: How to appeal [+ in 2026]",
        '- Named by 1 page: "A decision about your stay" (paper.decision).',
        "Notices",
        "strike (strike)",
        "- until changed: [− 2026-12-02] [+ 2026-12-05]",
        "Difficult words",
        "an appeal (appeal)",
        "- term changed: [+ an] appeal",
        "Start links",
        "A flyer that opens the menu (flyer)",
        "- Removed.",
    ]


def test_a_new_notice_is_told_whole_and_a_source_that_nobody_names() -> None:
    """A notice is short, and nobody has read it yet."""
    lines = told(
        (
            "notices.yaml",
            "strike:\n",
            "snow:\n  text: No buses today.\n  from: 2026-12-01\n  until: 2026-12-01\n\nstrike:\n",
        ),
        (
            "sources.yaml",
            "law-page:\n",
            f"{BLOG}\nlaw-page:\n",
        ),
    )
    assert lines == [
        "Sources",
        "A blog (blog)",
        "- New.",
        "- No page names it.",
        "Notices",
        "snow (snow)",
        "- New.",
        "- text: No buses today.",
        "- from: 2026-12-01",
        "- until: 2026-12-01",
    ]


def test_the_menu_the_languages_and_the_bots_words() -> None:
    """bot.yaml and interface.yaml."""
    assert told(
        ("bot.yaml", "  - text: I got a paper\n    icon: paper\n    to: paper.start\n", ""),
        ("bot.yaml", "    to: help.start\n  - text: Help near me\n", "    to: help.numbers\n  - text: Places\n"),
        ("bot.yaml", "  ar: {fallback: en}\n", "  ar: {fallback: en}\n  nl: {}\n"),
        ("bot.yaml", '  medical: {text: Doctor, icon: medical, main: "yes"}\n', ""),
        ("bot.yaml", "  legal: {text: Legal help,", "  legal: {text: Lawyers,"),
        ("bot.yaml", "name: Sample", "name: Another"),
        ("interface.yaml", "old-button: This button is old.", "old-button: This button is very old."),
    ) == [
        "Buttons in messages that people already have",
        'Buttons to places: "Doctor" (medical)',
        '- They will say: "This button is very old. The page is no longer there. Please use the menu."',
        "Menu and bot",
        "The menu (menu)",
        '- Button "About this bot" leads elsewhere: before to "What this bot does", now to "Numbers to call".',
        '- Button added: "Places", leads to the choice of places.',
        '- Button removed: "I got a paper".',
        '- Button removed: "Help near me".',
        "The bot itself (bot)",
        "- Language added: nl.",
        "- Kind of places legal changed: text: [− Legal help,] [+ Lawyers,] icon: legal, main: True",
        "- Kind of places removed: medical.",
        "- name changed: [− Sample] [+ Another]",
        "The bot's own words (interface)",
        "- old-button: This button is [+ very] old. The page is …",
    ]
    order = told(
        ("bot.yaml", "  - text: About this bot\n    icon: info\n    to: help.start\n", ""),
        ("bot.yaml", "menu:\n", "menu:\n  - text: About this bot\n    icon: info\n    to: help.start\n"),
    )
    assert order[2:] == ["- The buttons stand in another order."]
    places = told(("bot.yaml", "    places: choose", "    to: paper.decision"))
    assert "before to the choice of places, now to" in places[2]


def test_a_fact_that_nothing_shows() -> None:
    """No page, no word."""
    assert shown_in(library_of(sample_files()), "term.operator_name") == []
