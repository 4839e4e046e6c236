"""Faults of term bases, and of translations that use another word than theirs."""

from bot.content.checks.codes import Code
from tests.content.checks.fault import Fault, along, plant, plant_translation
from tests.content.sample import Files, sample_files

BASE = "terms/ar.yaml"


def _unspoken() -> Files:
    files = sample_files()
    return files | {"terms/de.yaml": files[BASE]}


FAULTS = (
    plant_translation(Code.TERM_OTHER, "glossary.appeal.term", "استئناف", 'msgctxt "glossary.appeal.term"'),
    plant(Code.TERM_UNKNOWN, BASE, "appeal:", "apeal:"),
    plant(Code.TERM_UNKNOWN, BASE, "except: help.start.title", "except: help.start.titel"),
    Fault(Code.TERM_UNKNOWN, _unspoken, "terms/de.yaml", ""),
    plant(Code.ENTRY_EMPTY, BASE, "words: نص, طعن", "words:"),
    along(plant(Code.ENTRY_KEY, BASE, "words: نص, طعن", "word: نص"), Code.ENTRY_MISSING),
)
