"""Faults of lengths, placeholders and wording."""

from bot.content.checks.codes import Code
from tests.content.checks.fault import plant, plant_translation

PAPER = "flows/paper.yaml"
HELP = "flows/help.yaml"
FREE = "It is free."
_LONG = "you " * 26
_TIRING = "You can go to the desk near the old church and ask the woman there for a paper and a date. "
_HARD = (
    "Administrative reconsideration procedures necessitate comprehensive documentation and certificates, translations."
)

FAULTS = (
    plant(Code.LIMIT_BUTTON, PAPER, "text: A lawyer near me", f"text: {'A lawyer near me ' * 3}"),
    plant_translation(
        Code.LIMIT_WIDTH, "help.start.option.paper-start", "نص" * 29, 'msgctxt "help.start.option.paper-start"'
    ),
    plant_translation(Code.LIMIT_PROFILE, "interface.command-menu", "نص " * 100, 'msgctxt "interface.command-menu"'),
    plant(Code.LIMIT_TITLE, PAPER, "title: Where do you live?", f"title: {'Where do you live? ' * 4}"),
    plant(Code.LIMIT_TEXT, HELP, FREE, "It is free. " * 60, "text: |"),
    plant(Code.LIMIT_PROFILE, "bot.yaml", "about: Free information.", f"about: {'Free information. ' * 8}"),
    plant_translation(Code.LIMIT_BUTTON, "help.start.option.paper-start", "نص " * 30, 'msgctxt "help.start.option'),
    plant_translation(Code.LIMIT_TITLE, "help.start.title", "نص " * 40, 'msgctxt "help.start.title"'),
    plant(Code.PLACEHOLDER_UNKNOWN, HELP, "{phone.emergency}", "{phone.emergncy}"),
    plant(Code.PLACEHOLDER_UNKNOWN, HELP, "{phone.emergency}", "{phone}"),
    plant_translation(Code.PLACEHOLDER_MISSING, "help.numbers.text", "نص", 'msgctxt "help.numbers.text"'),
    plant_translation(Code.PLACEHOLDER_MISSING, "interface.cleared", "نص", 'msgctxt "interface.cleared"'),
    plant(Code.PLACEHOLDER_MISSING, "interface.yaml", "until {time}", "until then"),
    plant_translation(Code.PLACEHOLDER_EXTRA, "help.start.title", "نص {phone.emergency}"),
    plant(Code.PLACEHOLDER_EXTRA, "interface.yaml", "Open day and night", "Open, {time}"),
    plant(Code.PLACEHOLDER_EXTRA, "bot.yaml", "Free information.", "Call {phone.emergency}."),
    plant(Code.PLACEHOLDER_BRACE, HELP, FREE, "It is {Free}."),
    plant(Code.PLACEHOLDER_BRACE, HELP, FREE, "It is free}."),
    plant(Code.PROSE_NUMBER, HELP, FREE, "It has 3 pages."),
    plant(Code.PROSE_NUMBER, "notices.yaml", "closed today", "closed for ½ a day"),
    plant(Code.PROSE_NUMBER, "glossary.yaml", "A request to", "One of 9 requests to"),
    plant(Code.PROSE_NUMBER, PAPER, "text: A lawyer near me", "text: 2 lawyers near me"),
    plant(Code.PROSE_ADDRESS, HELP, FREE, "Look at www.example.org."),
    plant(Code.PROSE_ADDRESS, HELP, FREE, "Look at fedasil.be today."),
    plant(Code.PROSE_ADDRESS, HELP, FREE, "Write to desk@example.org today."),
    plant(Code.PROSE_EXCLAMATION, HELP, FREE, "It is free!"),
    plant_translation(Code.PROSE_EXCLAMATION, "help.start.title", "نص!"),
    plant(Code.PROSE_MARKUP, HELP, FREE, "It is **free."),
    plant(Code.PROSE_MARKUP, HELP, FREE, "It is _free."),
    plant(Code.PROSE_MARKUP, HELP, FREE, "It is `free`."),
    plant(Code.PROSE_MARKUP, HELP, FREE, "It is <b>free</b>."),
    plant(Code.PROSE_MARKUP, HELP, FREE, "It is [free](page)."),
    plant(Code.PROSE_MARKUP, HELP, "This bot gives **information**", "# This bot gives **information**"),
    plant(Code.PROSE_MARKUP, PAPER, "- the paper", "* the paper"),
    plant(Code.PROSE_MARKUP, PAPER, "title: Where do you", "title: Where **do** you"),
    plant(Code.PROSE_INVISIBLE, HELP, FREE, "It is\u200b free."),
    plant(Code.PROSE_INVISIBLE, HELP, FREE, "It is\u00a0free."),
    plant_translation(Code.PROSE_INVISIBLE, "help.start.title", "نص\u00ad"),
    plant(Code.PROSE_LONG_SENTENCE, HELP, FREE, f"Can {_LONG}pay?"),
    plant(Code.PROSE_LONG_SENTENCE, PAPER, "- the paper", f"- can {_LONG}pay"),
    plant(Code.PROSE_AVERAGE, HELP, FREE, _TIRING * 3),
    plant(Code.PROSE_HARD, HELP, FREE, _HARD),
)
