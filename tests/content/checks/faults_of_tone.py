"""Faults of tone, and of the files that hold its words."""

from bot.content.checks.codes import Code
from tests.content.checks.fault import Fault, along, plant, plant_translation
from tests.content.sample import Files, sample_files

HELP = "flows/help.yaml"
TONE = "tone/en.yaml"
FREE = "It is free."


def _two_languages() -> Files:
    files = sample_files()
    return files | {"tone/nl.yaml": files["tone/ar.yaml"]}


FAULTS = (
    plant(Code.TONE_WORD, HELP, FREE, "It is unfortunately free."),
    plant(Code.TONE_WORD, HELP, FREE, "UNFORTUNATELY it is free."),
    plant(Code.TONE_WORD, HELP, FREE, "It is free, so you\n      should ask."),
    plant(Code.TONE_WORD, HELP, FREE, "It is free, you **should** ask."),
    plant(Code.TONE_WORD, HELP, FREE, "It is convincingly free."),
    plant(Code.TONE_WORD, "flows/paper.yaml", "text: A lawyer near me", "text: You should ask a lawyer"),
    plant(Code.TONE_WORD, "glossary.yaml", "A request to", "Unfortunately a request to"),
    plant_translation(Code.TONE_WORD, "help.start.title", "نص للأسف"),
    plant_translation(Code.TONE_WORD, "help.start.title", "نص ولِلاسف"),
    plant_translation(Code.TONE_WORD, "help.start.title", "نص والوعود وَعْدُنا", "والوعود"),
    along(plant(Code.TONE_EXCUSE, TONE, "word: Somebody decided", "word: Nobody decided"), Code.TONE_WORD),
    along(
        plant(Code.TONE_EXCUSE, TONE, "text: paper.decision.text", "text: paper.decided.text", "word: Somebody"),
        Code.TONE_WORD,
    ),
    plant(Code.TONE_PATTERN, TONE, "unfortunately, so sorry", "unfortunately, so *sorry"),
    plant(Code.TONE_PATTERN, TONE, "unfortunately, so sorry", "unfortunately, (so) sorry"),
    plant(Code.TONE_TWICE, TONE, "unfortunately, so sorry", "unfortunately, Unfortunately"),
    Fault(Code.TONE_LOCALE, _two_languages, "tone/nl.yaml", "prefixes:"),
    plant(Code.ENTRY_MISSING, TONE, "\n    reason: The paper does not say which office it was.", "", "- text: paper"),
    plant(Code.ENTRY_EMPTY, TONE, "reason: The paper does not say which office it was.", 'reason: " "', "reason:"),
    plant(Code.ENTRY_CHOICE, TONE, "why: emotion", "why: emotional"),
    along(plant(Code.ENTRY_KEY, TONE, "instead: State", "insted: State"), Code.ENTRY_MISSING),
)
