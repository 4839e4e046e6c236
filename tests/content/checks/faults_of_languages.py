"""Faults of translations and talks."""

from bot.content.checks.codes import Code
from tests.content.checks.fault import Fault, plant, plant_translation
from tests.content.sample import Files, sample_files, with_catalogue_text

TALK = "talks/paper.talk"
PAPER_TEXT = "paper.decision.text"
_CATALOGUE = "locales/ar/LC_MESSAGES/help.po"


def _orphan() -> Files:
    files = sample_files()
    return files | {_CATALOGUE: files[_CATALOGUE] + b'\nmsgctxt "help.old.title"\nmsgid "Old"\nmsgstr "x"\n'}


def _outdated() -> Files:
    """Return the sample with an English that changed after its translation."""
    files = sample_files()
    return files | {"flows/help.yaml": files["flows/help.yaml"].replace(b"It is free.", b"It costs nothing.")}


def _one_item_less() -> Files:
    files = sample_files()
    return with_catalogue_text(
        PAPER_TEXT,
        files["flows/paper.yaml"].decode().split("text: |\n")[1].split("    sources")[0]
        .replace("      ", "").replace("- the envelope\n", "").strip() + " نص",
    )  # fmt: skip


_PAPER_PO = "locales/ar/LC_MESSAGES/paper.po"

FAULTS = (
    plant_translation(Code.TRANSLATION_MISSING, "help.start.title", "", ""),
    Fault(Code.TRANSLATION_OUTDATED, _outdated, _CATALOGUE, ""),
    plant_translation(Code.TRANSLATION_NUMBER, "help.title", "نص 12"),
    plant_translation(Code.TRANSLATION_NUMBER, "help.title", "نص ١٢"),
    plant_translation(Code.TRANSLATION_NUMBER, "help.title", "نص ፩"),
    Fault(Code.TRANSLATION_MARKUP, _one_item_less, _PAPER_PO, f'msgctxt "{PAPER_TEXT}"'),
    plant_translation(Code.TRANSLATION_MARKUP, "paper.start.text", "**نص**", 'msgctxt "paper.start.text"'),
    plant_translation(
        Code.TRANSLATION_LENGTH, "glossary.appeal.text", "نص {term.council}", 'msgctxt "glossary.appeal.text"'
    ),
    plant_translation(
        Code.TRANSLATION_LENGTH,
        "glossary.appeal.text",
        "نص {term.council} " + "نص طويل " * 40,
        'msgctxt "glossary.appeal.text"',
    ),
    plant_translation(Code.TRANSLATION_SCRIPT, "help.start.title", "Wat deze bot doet", 'msgctxt "help.start.title"'),
    plant_translation(
        Code.TRANSLATION_ENGLISH, "notices.strike", "The desks are closed today.", 'msgctxt "notices.strike"'
    ),
    plant_translation(Code.TRANSLATION_BIDI, "help.title", "نص \u200f"),
    Fault(Code.TRANSLATION_ORPHAN, _orphan, _CATALOGUE, 'msgctxt "help.old.title"'),
    plant(Code.TALK_HEADER, TALK, "locale: en\n", "", ""),
    plant(Code.TALK_HEADER, TALK, "locale: en\n", "locale: en\nat: Monday\n", ""),
    plant(Code.TALK_LINE, TALK, "> /start", "/start"),
    plant(Code.TALK_LINE, TALK, "> /start", "< Hello\n> /start", "< Hello"),
    plant(Code.TALK_LOCALE, TALK, "locale: en", "locale: so", "> /start"),
    plant(Code.TALK_BUTTON, TALK, "> [At an address]", "> [At my address]"),
    plant(Code.TALK_TEXT, TALK, "< as short as", "< as long as"),
)
