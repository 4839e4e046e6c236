"""Translations: what is missing, and what a machine or a hurried person gets wrong without anybody seeing it."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator

from bot.content.checks.codes import Code
from bot.content.checks.inspection import Inspection
from bot.content.checks.prose import numbers_in
from bot.content.checks.written import Written, locate
from bot.content.issues import Issue, Mark, error, note, warning
from bot.content.markup import read_markup
from bot.content.phrases import fill, placeholders
from bot.content.translations import catalogue_file
from bot.i18n.bidi import CONTROLS
from bot.i18n.ledger import State
from bot.i18n.locales import LANGUAGES, SOURCE_LOCALE

_SCRIPT_NAMES = {"Arab": "ARABIC", "Cyrl": "CYRILLIC", "Ethi": "ETHIOPIC", "Geor": "GEORGIAN", "Latn": "LATIN"}
_HAS_LATIN = re.compile("[A-Za-z]").search
"""A quick look: no language in Latin script does without any of these."""
_ITEM = re.compile(r"^\s*(?:[-+*]|[0-9]+[.)])", re.MULTILINE)
MIN_LEFTOVER_WORDS = 4
"""Words from which an untouched English text is no name any more."""


def check_states(inspection: Inspection) -> Iterator[Issue]:
    """Every text exists in every language and follows the English."""
    for group in inspection.groups:
        for state, number in group.states.items():
            mark = Mark(catalogue_file(group.locale, group.domain))
            name = LANGUAGES[group.locale].own_name
            if state is State.MISSING:
                sentence = f"Missing in {name}: {number} of the texts of {group.domain}. "
                sentence += "Readers are offered another language."
                yield note(Code.TRANSLATION_MISSING, mark, sentence, "Translate them in this catalogue.")
            elif state is State.OUTDATED:
                sentence = (
                    f"Outdated in {name}: {number} of the texts of {group.domain}. The English has changed since."
                )
                mend = "Look at the entries marked fuzzy in this catalogue."
                yield warning(Code.TRANSLATION_OUTDATED, mark, sentence, mend)


def check_numbers(inspection: Inspection) -> Iterator[Issue]:
    """A translation has the same digits as the English, in any script."""
    for written in inspection.having(str.isnumeric):
        if written.locale == SOURCE_LOCALE or written.kind == "keywords":
            continue
        numbers = numbers_in(written.text)
        extra = Counter(map(_as_digits, numbers)) - Counter(map(_as_digits, numbers_in(written.source.text)))
        for number in numbers:
            if extra[_as_digits(number)]:
                sentence = f'The number "{number}" stands in the translation and not in the English.'
                mend = "Write the same name between braces as the English does; the bot fills in the number."
                yield _issue(inspection, Code.TRANSLATION_NUMBER, written, (number, sentence, mend))


def _as_digits(number: str) -> str:
    return "".join(str(unicodedata.digit(sign, sign)) for sign in number)


def check_shape(inspection: Inspection) -> Iterator[Issue]:
    """A translation has as many bold words and entries of lists as the English."""
    for written in inspection.translations:
        if written.kind != "text" or _signs(written.source.text) == _signs(written.text):
            continue
        translated = _shape(written.text)
        for name, count in _shape(written.source.text).items():
            there = translated[name]
            if there != count:
                sentence = f"The English has {count} {name}, the translation {there}."
                mend = 'Set ** and the "- " of lists where the English has them.'
                yield _issue(inspection, Code.TRANSLATION_MARKUP, written, ("", sentence, mend))


def _signs(text: str) -> tuple[int, int, int]:
    """Count the signs of a shape without reading it: texts with the same signs have the same shape, or one is wrong."""
    return text.count("**"), f"\n{text}".count("\n- "), len(_ITEM.findall(text))


def _shape(text: str) -> dict[str, int]:
    blocks = read_markup(text)
    bold = 0
    for block in blocks:
        styles = [span.bold for span in block.spans]
        bold += sum(now and not before for before, now in zip([False, *styles], styles, strict=False))
    return {"pairs of **": bold, "entries of lists": sum(block.kind == "item" for block in blocks)}


def check_scripts(inspection: Inspection) -> Iterator[Issue]:
    """A translation is written in the script of its language."""
    for written in inspection.translations:
        script = _SCRIPT_NAMES.get(LANGUAGES[written.locale].script, "LATIN")
        if written.kind == "keywords" or (script == "LATIN" and _HAS_LATIN(written.text)):
            continue
        if any(unicodedata.name(sign, "").startswith(script) for sign in written.text):
            continue
        if _is_a_sentence(written.source.text) and not _is_leftover(written):
            sentence = f"This text should be {LANGUAGES[written.locale].own_name}, and no letter of it is."
            mend = "Translate it, or leave it empty; the reader is then told that it is missing."
            yield _issue(inspection, Code.TRANSLATION_SCRIPT, written, ("", sentence, mend))


def check_leftovers(inspection: Inspection) -> Iterator[Issue]:
    """No translation is the English itself."""
    for written in inspection.translations:
        if _is_leftover(written):
            sentence = "The translation is the English text itself."
            mend = "Translate it, or leave it empty; the reader is then told that it is missing."
            yield _issue(inspection, Code.TRANSLATION_ENGLISH, written, ("", sentence, mend))


def _is_leftover(written: Written) -> bool:
    if written.kind == "keywords" or written.text != written.source.text:
        return False
    return len(_without_names(written.text).split()) >= MIN_LEFTOVER_WORDS


def check_directions(inspection: Inspection) -> Iterator[Issue]:
    """No translation holds invisible direction signs: the bot sets them around what it fills in."""
    for written in inspection.having(CONTROLS.__contains__):
        if written.locale != SOURCE_LOCALE:
            found = next(sign for sign in written.text if sign in CONTROLS)
            name = unicodedata.name(found).lower()
            sentence = f"An invisible direction sign stands here ({name}); with the bot's own it turns words around."
            mend = "Delete the words around it and type them again."
            yield _issue(inspection, Code.TRANSLATION_BIDI, written, (found, sentence, mend))


def check_orphans(inspection: Inspection) -> Iterator[Issue]:
    """Every entry of a catalogue belongs to a text that exists."""
    if not inspection.is_whole:
        return
    known = inspection.library.source_texts
    for group in inspection.groups:
        orphans = [context for context in group.marks if context not in known]
        if orphans:
            sentence = f'The page or button of this text is gone: "{orphans[0]}".'
            if len(orphans) > 1:
                sentence = f'The pages or buttons of {len(orphans)} texts are gone; the first is "{orphans[0]}".'
            mend = 'If a step has a new id, write "moved-from" there. Then run: wegwijs translations update'
            yield note(Code.TRANSLATION_ORPHAN, group.marks[orphans[0]], sentence, mend)


def _without_names(text: str) -> str:
    return fill(text, dict.fromkeys(placeholders(text), ""))


def _is_a_sentence(text: str) -> bool:
    """Tell a text from a mere name, which stays the same in every script."""
    words = _without_names(text).split()
    return any(word[:1].islower() for word in words)


def _issue(inspection: Inspection, code: Code, written: Written, words: tuple[str, str, str]) -> Issue:
    """Return an error; for an outdated text a warning, since it waits for its translator anyway."""
    fragment, sentence, mend = words
    mark = locate(inspection.reading, written.mark, fragment) if fragment else written.mark
    if written.state is State.OUTDATED:
        return warning(code, mark, sentence, mend)
    return error(code, mark, sentence, mend)
